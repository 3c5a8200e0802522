//! E304: a year of two digits, or of another age.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E304",
    name: "date-implausible",
    severity: Severity::Error,
    page: "The year has two digits, or lies more than ten years from the window: `16`, `0216`, `2061`. Write it \
           with four digits.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::OddYear,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` has no year of our age", shown(&fault.text));
            (message, Some("write the year with four digits".to_owned()))
        },
    );
}
