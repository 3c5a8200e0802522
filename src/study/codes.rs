//! What can be wrong with a study beside what can be wrong with any declaration.

use crate::diagnostic::{Code, Severity};

/// X151: a path that leaves the study's folder.
pub(crate) static PATH_ESCAPE: Code = Code {
    id: "X151",
    name: "path-escape",
    severity: Severity::Refused,
    page: "A path of the study, or of a part inside a workbook, leads out of its folder. A study that somebody sent must not \
           make its reader open other files: put the sheets below the folder, and name them from there.",
};
/// E521: a benchmark that cannot be compared with.
pub(crate) static BAD_BENCHMARK: Code = Code {
    id: "E521",
    name: "bad-benchmark",
    severity: Severity::Error,
    page: "The shares of a benchmark do not add up to 100 within half a point, or it is dated after the data it is held \
           against. Shares that are meant to be incomplete or later say so: `partial = true`, `afterwards = true`.",
};
/// W522: a benchmark without one of the actors.
pub(crate) static BENCHMARK_LACKS: Code = Code {
    id: "W522",
    name: "benchmark-lacks-actor",
    severity: Severity::Warning,
    page: "The benchmark gives no value for an actor of a group whose other actors it gives one for. That actor has no gap to \
           show; a value of 0 would say that it was due nothing.",
};
/// W741: a name in another language.
pub(crate) static NO_NAME: Code = Code {
    id: "W741",
    name: "no-name-in-language",
    severity: Severity::Warning,
    page: "An outlet or actor has no name in the language of the report, so that its name in another language is printed. Give \
           it one in the codebook: `name = { en = \"...\", ru = \"...\" }`; a plain text stands for every language.",
};
/// E802: a window or list that holds nothing.
pub(crate) static EMPTY_WINDOW: Code = Code {
    id: "E802",
    name: "empty-window",
    severity: Severity::Error,
    page: "A window or period ends before it begins, or a list that must name something is empty: no row could lie in it.",
};

/// E310: the clock changes, and outlets name no zone.
pub(crate) static CLOCK_CHANGES: Code = Code {
    id: "E310",
    name: "clock-changes-in-window",
    severity: Severity::Error,
    page: "The clock of the study's `zone` is put forward or back inside the window (Kazakhstan, 1 March 2024: UTC+6 to UTC+5 in \
           part of the country), and outlets name no `zone` of their own. Which clock their sheets were written by, the study \
           has to say.",
};

/// The codes of this room.
pub(crate) static CODES: &[&Code] =
    &[&PATH_ESCAPE, &BAD_BENCHMARK, &BENCHMARK_LACKS, &EMPTY_WINDOW, &CLOCK_CHANGES, &NO_NAME];
