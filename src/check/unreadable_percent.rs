//! W218: a percentage beside an amount that is no number.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W218",
    name: "not-a-percentage",
    severity: Severity::Warning,
    page: "The cell beside the amount should hold the percentage that was printed (`percent`), and holds something \
           else. The amount counts; the percentage is not compared with it.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::Unreadable,
        |field| field == Field::Percent,
        &CODE,
        |fault| {
            let message = format!("`{}` is no percentage", shown(&fault.text));
            (message, Some("mend the cell, or leave it blank".to_owned()))
        },
    );
}
