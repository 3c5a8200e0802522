//! E421: one name twice in a cell that holds several.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E421",
    name: "name-twice-in-cell",
    severity: Severity::Error,
    page: "A cell that holds several actors (`split`) names one of them twice, perhaps in two spellings. The amount \
           would count for it twice.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::TwiceInCell,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` stands twice in the cell", shown(&fault.text));
            (message, Some("remove one of the two".to_owned()))
        },
    );
}
