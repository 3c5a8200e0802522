//! What can be wrong with a catalogue.

use crate::diagnostic::{Code, Diagnostic, Place, Severity};

/// W742: a language without a catalogue.
pub(crate) static NO_CATALOGUE: Code = Code {
    id: "W742",
    name: "no-catalogue",
    severity: Severity::Warning,
    page: "No catalogue has the words of this language: names are in it, sentences are in English. `evenhand words LANGUAGE` \
           prints the English messages; translate them into a file of the study's folder and name it in study.toml as \
           `words = \"FILE.ftl\"`.",
};
/// E743: a message that cannot be said.
pub(crate) static BAD_MESSAGE: Code = Code {
    id: "E743",
    name: "bad-message",
    severity: Severity::Error,
    page: "A message of the study's catalogue cannot be read as Fluent, or speaks of a value that it is not given. The English \
           message of the same id, in the output of `evenhand words en`, shows which values there are.",
};
/// W744: a message that is never said.
pub(crate) static UNKNOWN_MESSAGE: Code = Code {
    id: "W744",
    name: "unknown-message",
    severity: Severity::Warning,
    page: "The study's catalogue has a message that nothing asks for. Ids are those of the English messages, which \
           `evenhand words en` prints, and words of the codebook such as `ownership-state`.",
};

/// Every code of the room.
pub(crate) static CODES: &[&Code] = &[&NO_CATALOGUE, &BAD_MESSAGE, &UNKNOWN_MESSAGE];

impl Code {
    /// The finding that a language has no catalogue.
    pub(super) fn of(&'static self, language: &str) -> Diagnostic {
        let languages = super::BUILT_IN.map(|(tag, _)| tag).join(", ");
        Diagnostic::new(
            self,
            Place::file("study.toml"),
            format!("there is no catalogue for `{language}`; words are English"),
        )
        .with_hint(format!("the catalogues are {languages}; `words` in study.toml names one of your own"))
    }
}
