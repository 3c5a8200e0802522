//! E203: a duration or area below zero.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E203",
    name: "negative-amount",
    severity: Severity::Error,
    page: "Nobody is on air for less than no time. A negative duration usually comes from an end before its start, or \
           from a correction written as a row of its own. Mend the cell; it would take from everybody's denominator.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::Negative,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` is below zero, expected zero or more", shown(&fault.text));
            (message, Some("does the item end before it starts, or was a correction written as a row?".to_owned()))
        },
    );
}
