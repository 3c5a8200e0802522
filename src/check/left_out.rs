//! N321: a row that a rule of its source leaves out.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "N321",
    name: "left-out-by-rule",
    severity: Severity::Note,
    page: "A `leave_out` rule of the source names this row: a line of totals, a note below the table. It is out of scope, \
           and counted, so that a rule that takes too much is seen.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    for row in &sample.left_out {
        verdicts.leave_out(*row as usize, &CODE);
    }
}
