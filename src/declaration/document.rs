//! The text of a TOML file, its findings, and the way from a byte to a line and column.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::Table;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, did_you_mean, shown};

/// E800: the text is not TOML.
pub static NOT_TOML: Code = Code {
    id: "E800",
    name: "not-toml",
    severity: Severity::Error,
    page: "The file is not valid TOML: a quote or bracket is not closed, or a key stands twice. The place names the \
           line; until it can be parsed, nothing else in the file is checked.",
};
/// E801: a key that means nothing.
pub static UNKNOWN_KEY: Code = Code {
    id: "E801",
    name: "unknown-key",
    severity: Severity::Error,
    page: "A key that Evenhand does not know would be a setting that changes nothing while its author believes it \
           does. Correct the spelling or remove the key.",
};
/// E803: a value of the wrong type.
pub static WRONG_TYPE: Code = Code {
    id: "E803",
    name: "wrong-type",
    severity: Severity::Error,
    page: "The key is known, but its value is of another type: text where a list is expected, a quoted date where a \
           bare one is. The message names both.",
};
/// E804: a key that has to be there.
pub static MISSING_KEY: Code = Code {
    id: "E804",
    name: "missing-key",
    severity: Severity::Error,
    page: "A key without which no figure can be computed is absent. The place is the table it belongs to.",
};
/// E805: a word that is none of the possible ones.
pub static UNKNOWN_WORD: Code = Code {
    id: "E805",
    name: "unknown-word",
    severity: Severity::Error,
    page: "The value must be one of a fixed list of words, or an id that the codebook or the study declares. The \
           message lists what is possible, the hint the nearest.",
};
/// E806: a value of the right type that cannot be.
pub static WRONG_VALUE: Code = Code {
    id: "E806",
    name: "wrong-value",
    severity: Severity::Error,
    page: "The value has the right type but cannot be true: an id that is not `[a-z0-9-]{1,40}`, an id given twice, \
           a number out of its range, a setting that contradicts another.",
};

/// The codes of this room.
pub static CODES: [&Code; 6] = [&NOT_TOML, &UNKNOWN_KEY, &WRONG_TYPE, &MISSING_KEY, &UNKNOWN_WORD, &WRONG_VALUE];

/// One TOML file being read. Findings gather in it; it can always say where a span is.
#[derive(Debug)]
pub struct Document {
    name: String,
    text: String,
    findings: RefCell<Vec<Diagnostic>>,
}

impl Document {
    /// A file's text under the name people know it by.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Document { name: name.into(), text: text.into(), findings: RefCell::default() }
    }

    /// Parses the text and hands its top table to `read`. Syntax errors become findings, all of them.
    pub fn read<T>(&self, read: impl FnOnce(&Table<'_>) -> T) -> Option<T> {
        let (root, errors) = DeTable::parse_recoverable(&self.text);
        for error in &errors {
            self.report(&NOT_TOML, error.span().unwrap_or(0..0), error.message().replace('\n', ", "), None);
        }
        if !errors.is_empty() {
            return None;
        }
        let span = 0..self.text.find('\n').unwrap_or(self.text.len());
        let table = Table::new(self, String::new(), span, Spanned::get_ref(&root));
        let made = read(&table);
        table.refuse_unknown_keys();
        Some(made)
    }

    /// The text of one top key, reporting nothing; for a key that decides how the rest is read.
    pub fn peek_text(&self, key: &str) -> Option<String> {
        let (root, _) = DeTable::parse_recoverable(&self.text);
        Some(root.get_ref().get(key)?.get_ref().as_str()?.to_owned())
    }

    /// Reports syntax errors only, for a file whose meaning cannot be checked yet.
    pub fn check_syntax(&self) {
        self.read(|_| ());
        self.findings.borrow_mut().retain(|finding| finding.code == &NOT_TOML);
    }

    /// Adds a finding at a span.
    pub fn report(&self, code: &'static Code, span: Range<usize>, message: impl Into<String>, hint: Option<String>) {
        let finding = Diagnostic::new(code, self.place(&span), message).with_hint(hint);
        self.findings.borrow_mut().push(finding);
    }

    /// Adds the finding that `word` is none of `possible`.
    pub fn report_unknown(&self, span: Range<usize>, what: &str, word: &str, possible: &[&str]) {
        let listed = if possible.len() <= 12 {
            let words: Vec<String> = possible.iter().map(|word| format!("`{word}`")).collect();
            format!(", expected one of {}", words.join(", "))
        } else {
            String::new()
        };
        let hint = did_you_mean(word, possible.iter().copied());
        self.report(&UNKNOWN_WORD, span, format!("unknown {what} `{}`{listed}", shown(word)), hint);
    }

    /// The line and column of a span, with its line as excerpt.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let start = span.start.min(self.text.len());
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let line = 1 + self.text[..start].bytes().filter(|b| *b == b'\n').count() as u64;
        Place {
            character: Some(self.text[line_start..start].chars().count() + 1),
            width: self.text[start..span.end.clamp(start, line_end)].chars().count(),
            ..Place::line(&self.name, line).with_excerpt(&self.text[line_start..line_end])
        }
    }

    /// How many mistakes were found so far.
    pub fn n_findings(&self) -> usize {
        self.findings.borrow().len()
    }

    /// What was found so far, leaving none behind.
    pub fn take_findings(&self) -> Vec<Diagnostic> {
        self.findings.take()
    }
}
