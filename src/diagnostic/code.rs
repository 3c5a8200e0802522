//! A code: the stable name of one kind of finding.

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Refused for safety: the file is not read at all.
    Refused,
    /// Figures made from this would be wrong: none are made.
    Error,
    /// Figures stand, and somebody should look.
    Warning,
    /// Said for the record.
    Note,
}

impl Severity {
    /// The letter that codes of this severity begin with.
    pub fn letter(self) -> char {
        match self {
            Severity::Refused => 'X',
            Severity::Error => 'E',
            Severity::Warning => 'W',
            Severity::Note => 'N',
        }
    }

    /// Does it forbid figures?
    pub fn forbids(self) -> bool {
        matches!(self, Severity::Refused | Severity::Error)
    }

    /// `refused`, `error`, `warning` or `note`.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Refused => "refused",
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
