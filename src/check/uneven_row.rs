//! E131: a row with fewer or more cells than headings. The code belongs to the file's shape, so `ingest` declares it.

use super::Verdicts;
use crate::ingest::{CodedSample, FaultKind, UNEVEN_ROW};
use crate::study::Study;

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.reject_faults(
        sample,
        FaultKind::Uneven,
        |_| true,
        &UNEVEN_ROW,
        |fault| {
            let hint = "is a delimiter missing, or inside a text that is not quoted?";
            (format!("the row has {} cells", fault.text), Some(hint.to_owned()))
        },
    );
}
