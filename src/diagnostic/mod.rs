//! Findings about a study and its rows: what is wrong, where, and the remedy.
//!
//! In: facts found by any room. Out: [`Diagnostic`]s, sorted by place, as text for people or JSON for machines.
//! Never: knows a check, reads a file, ends the run.
//! To add a code: declare a [`Code`] in the room that finds the fact, and list it in that room's `CODES`.

mod code;
mod place;
mod render;
mod suggestion;
mod text;

pub use code::{Code, Severity};
pub use place::{Place, column_letters};
pub use render::{human, json, one_line};
pub use suggestion::{did_you_mean, nearest};
pub use text::{counted, is_right_to_left, is_steering, is_unseen, printable, safe, shown};

/// One finding: a code at a place, what is, what was expected, and the remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding, with its page.
    pub code: &'static Code,
    /// How much it weighs: the code's severity, unless the study sets another.
    pub severity: Severity,
    /// Where: file, line, column.
    pub place: Place,
    /// What is, then what was expected: a lowercase fragment without a full stop.
    pub message: String,
    /// Is it about one row, which can be rejected alone?
    pub is_of_row: bool,
    /// The remedy, or what the word was probably meant to be.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A finding without a hint.
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Diagnostic { code, severity: code.severity, place, message: message.into(), is_of_row: false, hint: None }
    }

    /// The same finding with its remedy.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Does it forbid figures?
    pub fn is_error(&self) -> bool {
        self.severity.forbids()
    }
}

/// A product beside what was found while making it. The product of a run with errors is not to be published.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// What was made.
    pub product: T,
    /// What was found, in order of place.
    pub findings: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A product beside its findings, which are put in order of place.
    pub fn new(product: T, mut findings: Vec<Diagnostic>) -> Self {
        findings.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| a.code.id.cmp(b.code.id)));
        Checked { product, findings }
    }

    /// Is there a finding that forbids figures?
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }
}
