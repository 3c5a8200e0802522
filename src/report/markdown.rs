//! A document as Markdown: the same text, for editors.

use std::fmt::Write as _;

use super::document::{Alignment, Block, Document, Table};

/// The document as Markdown; figures are linked from `charts/`.
pub(super) fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.subtitle));
    if let Some(notice) = &document.notice {
        let _ = write!(out, "\n> **{}**\n", escaped(notice));
    }
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(level, _, text) => {
                let _ = writeln!(out, "{} {}", "#".repeat(usize::from(*level)), escaped(text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(out, "{}", escaped(text));
            }
            Block::Notice(text) => {
                let _ = writeln!(out, "> **{}**", escaped(text));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(out, "- {}", escaped(item));
                }
            }
            Block::Table(table) => out.push_str(&markdown_table(table)),
            Block::Figures(numbers) => {
                for figure in numbers.iter().map(|number| &document.figures[number - 1]) {
                    let _ = writeln!(out, "![{}](charts/{}.png)\n", escaped(&figure.alt), figure.stem);
                }
            }
        }
    }
    out
}

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

/// Text that Markdown would take for markup, and control characters, made harmless.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars().filter(|c| !c.is_control()) {
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
