//! Severities that a study sets itself.

use crate::declaration::Table;
use crate::diagnostic::{Place, Severity};

/// One code's severity, as the study sets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeverityChange {
    /// `W125`
    pub code: String,
    /// What it weighs in this study.
    pub severity: Severity,
    /// Where the study says so.
    pub place: Place,
}

/// Reads `[severity]`: codes and `error`, `warning` or `note`.
pub(super) fn read_severities(table: &Table<'_>) -> Vec<SeverityChange> {
    let words = [Severity::Error, Severity::Warning, Severity::Note];
    let mut changes = Vec::new();
    for (code, word) in table.words("severity") {
        match words.into_iter().find(|severity| severity.word() == word.value) {
            Some(severity) => {
                let place = table.document().place(&code.span);
                changes.push(SeverityChange { code: code.value, severity, place });
            }
            None => {
                let possible: Vec<&str> = words.iter().map(|severity| severity.word()).collect();
                table.document().report_unknown(word.span, "severity", &word.value, &possible);
            }
        }
    }
    changes
}
