//! E201: a cell that must not be blank is.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E201",
    name: "missing-value",
    severity: Severity::Error,
    page: "An appearance needs its date or period, outlet, actor and amount. A blank amount is not zero, and a blank \
           actor is not nobody: the row would silently fall out of a share. Fill the cell, or remove the row.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::Missing,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` is blank, expected a value in every row", fault.heading);
            (message, Some("fill the cell, or remove the row".to_owned()))
        },
    );
}
