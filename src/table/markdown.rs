//! A table as Markdown, and texts that stay texts there.

use std::fmt::Write as _;

use super::{Alignment, Table};
use crate::diagnostic::is_steering;

/// One table as Markdown.
pub fn markdown_table(table: &Table) -> String {
    let mut out = format!("*{}*\n\n", escaped(&table.caption));
    let heading: Vec<String> = table.columns.iter().map(|(name, _)| escaped(name)).collect();
    let rule: Vec<&str> =
        table.columns.iter().map(|(_, a)| if *a == Alignment::Right { "---:" } else { "---" }).collect();
    let _ = writeln!(out, "| {} |\n| {} |", heading.join(" | "), rule.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    if let Some(note) = &table.note {
        let _ = writeln!(out, "\n{}", escaped(note));
    }
    out
}

/// The text in one line, without what steers a reader's program: control characters, and characters that turn the direction of
/// writing.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { ' ' } else { c }).filter(|c| !is_steering(*c)).collect()
}

/// Text that Markdown would take for markup, and control characters, made harmless.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in plain(text).chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' => {
                out.push('\\');
                out.push(character);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_cannot_become_markup() {
        assert_eq!(escaped("[x](javascript:alert(1))"), "\\[x\\](javascript:alert(1))");
        assert_eq!(escaped("<script>|"), "&lt;script&gt;\\|");
    }
}
