//! E415: a total that stands on several rows, and is not the same on all.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E415",
    name: "total-differs",
    severity: Severity::Error,
    page: "The study says that this column holds a total that is written on every row of the same fields \
           (`once_per`), and counts once. Here it is another number than on the first of those rows, so that one of \
           them is wrong, or the list of fields lacks one.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::TotalDiffers,
        |_| true,
        &CODE,
        |fault| {
            let (found, first) = fault.text.split_once('\u{1f}').unwrap_or((&fault.text, ""));
            let message = format!("the total is `{}` here and `{}` above", shown(found), shown(first));
            (message, Some("mend the cell, or list in `once_per` the field that tells the two apart".to_owned()))
        },
    );
}
