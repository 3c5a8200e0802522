//! E413: a key that its look-up table does not hold.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E413",
    name: "not-in-look-up",
    severity: Severity::Error,
    page: "The sheet names a programme, guest or item by a key, and the look-up table has no line for it. The row \
           would have no outlet or no party. Add the line to the table, or mend the key.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::NotLookedUp,
        |_| true,
        &CODE,
        |fault| {
            let (key, file) = fault.text.split_once('\u{1f}').unwrap_or((&fault.text, ""));
            let message = format!("`{}` is not in {}", shown(key), shown(file));
            (message, Some("add it to the table, or mend the key".to_owned()))
        },
    );
}
