//! Findings as text for people and as JSON for machines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json as value};

use super::text::{safe, shown_line};
use super::{Diagnostic, Severity};

/// Findings of one code, in full up to `places` of them.
///
/// Out: grouped by code, errors first; the first places of each code with their excerpt, the others counted.
pub fn human(findings: &[Diagnostic], places: usize) -> String {
    let mut groups: BTreeMap<(Severity, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        groups.entry((finding.severity, finding.code.id)).or_default().push(finding);
    }
    let mut out = String::new();
    for group in groups.values() {
        for finding in group.iter().take(places) {
            full(&mut out, finding);
        }
        if group.len() > places {
            let (more, code) = (group.len() - places, group[0].code);
            let _ = writeln!(out, "{} {}: and {more} more (`--all`)\n", code.id, code.name);
        }
    }
    out
}

/// `study.toml:12:8: error[E801 unknown-key]: ...`: one finding, one line, as editors and grep want it.
pub fn one_line(finding: &Diagnostic) -> String {
    let hint = finding.hint.as_ref().map(|hint| format!(" (help: {hint})")).unwrap_or_default();
    safe(&format!("{}: {}: {}{hint}", finding.place.address(), title(finding), finding.message))
}

/// The findings as JSON values, one object each.
pub fn json(findings: &[Diagnostic]) -> Vec<Value> {
    findings
        .iter()
        .map(|finding| {
            value!({
                "code": finding.code.id,
                "name": finding.code.name,
                "severity": finding.severity.word(),
                "file": finding.place.file,
                "sheet": finding.place.sheet,
                "line": finding.place.line,
                "character": finding.place.character,
                "column": finding.place.column,
                "excerpt": finding.place.excerpt,
                "message": finding.message,
                "hint": finding.hint,
            })
        })
        .collect()
}

fn title(finding: &Diagnostic) -> String {
    format!("{}[{} {}]", finding.severity.word(), finding.code.id, finding.code.name)
}

fn full(out: &mut String, finding: &Diagnostic) {
    let place = &finding.place;
    // A quoted key of a TOML file, or a word of a claim, may hold what steers a terminal.
    let _ = writeln!(out, "{}: {}", title(finding), safe(&finding.message));
    let column = place.column.as_ref().map(|name| format!(" `{}`", shown_line(name))).unwrap_or_default();
    let _ = writeln!(out, "  --> {}{column}", shown_line(&place.address()));
    if let Some(excerpt) = &place.excerpt {
        let _ = writeln!(out, "   |  {}", shown_line(excerpt));
        if let Some(character) = place.character {
            let _ = writeln!(out, "   |  {}{}", " ".repeat(character - 1), "^".repeat(place.width.max(1)));
        }
    }
    let page = format!("(evenhand explain {})", finding.code.id);
    match &finding.hint {
        Some(hint) => {
            let _ = writeln!(out, "  help: {}   {page}\n", safe(hint));
        }
        None => {
            let _ = writeln!(out, "  help: evenhand explain {}\n", finding.code.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place};

    static CODE: Code =
        Code { id: "E211", name: "longer-than-programme", severity: Severity::Error, page: "an item outlasts" };

    #[test]
    fn a_finding_reads_as_the_specification_writes_it() {
        let place = Place::line("data/tv.csv", 1204).in_column("duration").with_excerpt("2011-12-03,Khabar,18120");
        let finding = Diagnostic::new(&CODE, place, "item lasts 5 h 02 min, its programme 30 min")
            .with_hint("durations here are seconds".to_owned());
        assert_eq!(
            human(&[finding], 5),
            "error[E211 longer-than-programme]: item lasts 5 h 02 min, its programme 30 min\n\
             \u{20} --> data/tv.csv:1204 `duration`\n\
             \u{20}  |  2011-12-03,Khabar,18120\n\
             \u{20} help: durations here are seconds   (evenhand explain E211)\n\n"
        );
    }

    #[test]
    fn what_is_not_shown_is_counted() {
        let finding = Diagnostic::new(&CODE, Place::line("a.csv", 2), "x");
        let text = human(&vec![finding; 7], 5);
        assert!(text.contains("E211 longer-than-programme: and 2 more (`--all`)"), "{text}");
    }
}
