//! What can be wrong with a codebook beside what can be wrong with any declaration.

use crate::diagnostic::{Code, Severity};

/// E503: two entries under one spelling.
pub(crate) static ALIKE: Code = Code {
    id: "E503",
    name: "names-alike",
    severity: Severity::Error,
    page: "Two entries of the codebook have the same spelling, case, blanks and quotation marks aside: what a coder wrote could \
           be either. An actor that changes its party is two entries under one name, with dates (`from`, `to`) that do not \
           overlap.",
};
/// E505: an actor in two places on one day.
pub(crate) static TWO_AT_ONCE: Code = Code {
    id: "E505",
    name: "two-memberships-at-once",
    severity: Severity::Error,
    page: "An actor stands in the codebook twice under one name, as one that changes its party does, and the dates of the two \
           entries overlap: on those days nobody can say which is meant. Mend `from` and `to`.",
};
/// X504: characters nobody sees.
pub(crate) static UNSEEN: Code = Code {
    id: "X504",
    name: "unseen-characters",
    severity: Severity::Refused,
    page: "A name holds characters that cannot be seen: of no width, turning the direction of writing, or steering a \
           terminal. Two names that look the same would be two, and a report could show another word than the file holds. \
           Type the name again.",
};
/// N901: a name a spreadsheet would compute.
pub(crate) static FORMULA_LIKE: Code = Code {
    id: "N901",
    name: "formula-like-name",
    severity: Severity::Note,
    page: "A name begins like a formula (`=`, `+`, `-`, `@`). It is read as it stands; in the tables we write for \
           spreadsheets an apostrophe stands before it, so that no program computes it.",
};
/// W731: a colour that is hardly seen on paper.
pub(crate) static PALE_COLOUR: Code = Code {
    id: "W731",
    name: "pale-colour",
    severity: Severity::Warning,
    page: "The contrast of an actor's colour with white is below 3 to 1: a line or a narrow bar in it is hard to see on paper. \
           Figures give it an outline and its number; a darker colour of the same hue serves readers better.",
};
/// W732: two colours that are taken for one.
pub(crate) static ALIKE_COLOURS: Code = Code {
    id: "W732",
    name: "colours-alike",
    severity: Severity::Warning,
    page: "Two actors of one group have colours that some readers cannot tell apart: nearly the same, nearly the same for those \
           who see red and green alike, or as light as each other where the two follow one another, so that they are one area in \
           grey. Give one of them a colour of another hue and lightness.",
};
/// E902: an id that cannot name a file.
pub(crate) static BAD_ID: Code = Code {
    id: "E902",
    name: "bad-id",
    severity: Severity::Error,
    page: "An id names figures, files and keys: 1 to 40 of a-z, 0-9 and -, and no word that is a device on some system \
           (`con`, `nul`). The printed name may be anything.",
};
/// E903: two ids that differ in case only.
pub(crate) static IDS_ALIKE: Code = Code {
    id: "E903",
    name: "ids-alike",
    severity: Severity::Error,
    page: "Two ids differ in case only. On many disks their files would be one. Give the second another id.",
};

/// The codes of this room.
pub(crate) static CODES: &[&Code] =
    &[&ALIKE, &TWO_AT_ONCE, &UNSEEN, &FORMULA_LIKE, &PALE_COLOUR, &ALIKE_COLOURS, &BAD_ID, &IDS_ALIKE];
