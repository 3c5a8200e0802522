//! E131: a row with fewer or more cells than headings. The code belongs to the file's shape, so `ingest` declares it.

use super::Verdicts;
use crate::ingest::{CodedSample, FaultKind, UNEVEN_ROW};
use crate::study::Study;

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    let hints = [
        (FaultKind::Uneven, "is a delimiter missing, or inside a text that is not quoted?"),
        (FaultKind::UnevenAcrossLines, "a quotation mark opens on this line and closes on another: is one missing?"),
    ];
    for (kind, hint) in hints {
        verdicts.reject_faults(
            sample,
            kind,
            |_| true,
            &UNEVEN_ROW,
            |fault| (format!("the row has {}", fault.text), Some(hint.to_owned())),
        );
    }
}
