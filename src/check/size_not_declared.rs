//! E219: an area by the page or the column of an outlet that declares neither.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E219",
    name: "size-not-declared",
    severity: Severity::Error,
    page: "The source counts columns or shares of a page, and the outlet of this row has no `column_cm` or \
           `page_cm2` in the codebook. A column of one paper is half as wide as that of another. Declare the size.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::NoSize,
        |_| true,
        &CODE,
        |fault| {
            let message =
                format!("`{}` cannot be made into an area: the outlet has no declared size", shown(&fault.text));
            (message, Some("declare `column_cm` or `page_cm2` of the outlet in the codebook".to_owned()))
        },
    );
}
