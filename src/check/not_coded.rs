//! E215: a variable that every row must have coded.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E215",
    name: "not-coded",
    severity: Severity::Error,
    page: "The source lists this field under `required`, and the cell is blank. A blank tone is not neutral. Code \
           it, or take the field from the list: then blank means \"not coded\", and is counted so.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::NotCoded,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` is blank, and `required` of the source lists it", fault.heading);
            (message, Some("code it; blank does not mean neutral".to_owned()))
        },
    );
}
