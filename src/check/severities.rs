//! How much each finding weighs in a study: the code's severity, unless the study sets another.

use std::collections::BTreeMap;

use crate::declaration::{UNKNOWN_WORD, WRONG_VALUE};
use crate::diagnostic::{Code, Diagnostic, Severity, did_you_mean};
use crate::study::Study;

/// How much each finding weighs in a study.
#[derive(Debug, Clone, Default)]
pub struct Severities {
    changed: BTreeMap<&'static str, Severity>,
}

impl Severities {
    /// The severities of a study.
    ///
    /// Out: beside them, what is wrong with the study's `[severity]`: a code that does not exist, or one that cannot weigh less
    /// because the row it speaks of holds no figure.
    pub(super) fn of_study(study: &Study) -> (Severities, Vec<Diagnostic>) {
        let (mut severities, mut findings) = (Severities::default(), Vec::new());
        let known: Vec<&'static Code> = crate::ingest::CODES.iter().chain(super::CODES).copied().collect();
        for change in &study.severities {
            let Some(code) = known.iter().find(|code| code.id == change.code) else {
                let message = format!("unknown code `{}`", change.code);
                let hint = did_you_mean(&change.code, known.iter().map(|code| code.id));
                findings.push(Diagnostic::new(&UNKNOWN_WORD, change.place.clone(), message).with_hint(hint));
                continue;
            };
            let is_less = change.severity > code.severity && code.severity.forbids();
            if is_less && !super::MAY_WEIGH_LESS.iter().any(|allowed| allowed.id == code.id) {
                let message = format!("{} cannot weigh less: its row or file holds no figure", code.id);
                findings.push(Diagnostic::new(&WRONG_VALUE, change.place.clone(), message));
                continue;
            }
            severities.changed.insert(code.id, change.severity);
        }
        (severities, findings)
    }

    /// How much findings of a code weigh.
    pub fn of(&self, code: &Code) -> Severity {
        self.changed.get(code.id).copied().unwrap_or(code.severity)
    }
}
