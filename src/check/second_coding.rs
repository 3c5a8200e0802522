//! N411: a copy of an item, coded again to test agreement.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::Study;

pub(crate) static CODE: Code = Code {
    id: "N411",
    name: "second-coding",
    severity: Severity::Note,
    page: "The row belongs to a second coding of an item (pass 2 and up), made to measure agreement between coders. It \
           is out of scope for shares, which would otherwise count the item twice.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    for (row, pass) in sample.passes().iter().copied().enumerate() {
        if pass.is_some_and(|pass| pass > 1) {
            verdicts.leave_out(row, &CODE);
        }
    }
}
