//! E206: an amount larger than anything coded can be.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E206",
    name: "out-of-range",
    severity: Severity::Error,
    page: "The cell holds more than three years of airtime or ten hectares of print: two cells ran together, or a \
           key stuck. Such a row alone would be the share.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::OutOfRange,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` is more than any item holds", shown(&fault.text));
            (message, Some("did two cells run together?".to_owned()))
        },
    );
}
