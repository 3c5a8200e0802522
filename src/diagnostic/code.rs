//! A code: the stable name of one kind of finding.

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Figures made from this would be wrong: none are made.
    Error,
    /// Figures stand, and somebody should look.
    Warning,
    /// Said for the record.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// The stable name of one kind of finding, its severity and its page for `evenhand explain`.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `E211`
    pub id: &'static str,
    /// `longer-than-programme`
    pub name: &'static str,
    /// Error, warning or note.
    pub severity: Severity,
    /// What it means, why it matters, what to do: a few sentences.
    pub page: &'static str,
}
