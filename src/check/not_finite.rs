//! E205: `NaN` or an infinity where an amount should be.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E205",
    name: "not-finite",
    severity: Severity::Error,
    page: "A program wrote `NaN` or `inf` where it had no number. Most readers pass it on, and every sum it enters \
           becomes meaningless. Find out what the program lacked, and fill the cell or remove the row.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::NotFinite,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` is no finite number, expected an amount", shown(&fault.text));
            (message, Some("a program wrote it where it had no number: fill the cell, or remove the row".to_owned()))
        },
    );
}
