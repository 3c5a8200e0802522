//! E134: the headings, once more among the rows.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E134",
    name: "header-repeated",
    severity: Severity::Error,
    page: "The headings stand among the rows: sheets were pasted below each other. Often the second sheet is last week's, or \
           has its columns in another order, so look at what follows before you remove the line.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::HeadingsAgain,
        |_| true,
        &CODE,
        |_| {
            let hint = "were sheets pasted below each other? Look at what follows, then remove the line";
            ("the headings stand among the rows".to_owned(), Some(hint.to_owned()))
        },
    );
}
