//! What can be wrong with the rows of a sheet of codes.

use crate::diagnostic::{Code, Severity};

/// `E431 unit-coded-twice`
pub(super) static UNIT_TWICE: Code = Code {
    id: "E431",
    name: "unit-coded-twice",
    severity: Severity::Error,
    page: "A row gives the codes of a unit by a coder who has a row of that unit already. Which of the two counts, the sheet does not \
           say, and agreement hangs on it. Remove the one that was corrected; who coded a unit anew weeks later is a coder of another \
           name.",
};

/// `E432 code-off-the-scale`
pub(super) static OFF_SCALE: Code = Code {
    id: "E432",
    name: "code-off-the-scale",
    severity: Severity::Error,
    page: "A code of an ordinal variable is none of those in `order`, or one on a scale of numbers is none. A mistyped code would be a \
           category of its own, and may rank above all others. Mend the cell, or list the code in `order`.",
};

/// `E433 order-not-declared`
pub(super) static NO_ORDER: Code = Code {
    id: "E433",
    name: "order-not-declared",
    severity: Severity::Error,
    page: "The variable is ordinal, its codes are words, and nobody says how they rank; the alphabet knows nothing of it. List them in \
           `order`, from the lowest to the highest, or make the variable nominal.",
};

/// `E434 code-row`
pub(super) static BAD_ROW: Code = Code {
    id: "E434",
    name: "code-row",
    severity: Severity::Error,
    page: "A row of a sheet of codes says not what was coded, or not by whom, or has fewer cells than there are headings, or more. Its \
           codes would be those of nobody, or of somebody else.",
};

/// `W435 more-coders-than-units`
pub(super) static MORE_CODERS: Code = Code {
    id: "W435",
    name: "more-coders-than-units",
    severity: Severity::Warning,
    page: "A long sheet of codes has more coders than units. Usually `unit` and `coder` name each other's columns, which gives an alpha \
           of nothing.",
};

/// The codes of this room.
pub(crate) static CODES: [&Code; 5] = [&UNIT_TWICE, &OFF_SCALE, &NO_ORDER, &BAD_ROW, &MORE_CODERS];
