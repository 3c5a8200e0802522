//! E221: an amount of another unit than its quantity.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E221",
    name: "unit-of-quantity",
    severity: Severity::Error,
    page: "The quantity of this row, which a cell, a heading or the path names, is measured in another unit than \
           the amount is written in: seconds are no area. Name the right quantity, or give the wide column its own \
           `amount`.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::OtherUnit,
        |_| true,
        &CODE,
        |fault| {
            let (written, quantity) = fault.text.split_once('\u{1f}').unwrap_or((&fault.text, ""));
            let message = format!("amounts here are {written}, and `{}` is of another unit", shown(quantity));
            (message, Some("name the right quantity, or give the wide column its own `amount`".to_owned()))
        },
    );
}
