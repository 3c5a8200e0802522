//! N321 to N324: rows that the study takes out of scope before anything in them is looked at.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::{CodedSample, LeftOut};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "N321",
    name: "left-out-by-rule",
    severity: Severity::Note,
    page: "A `leave_out` rule of the source names this row: a line of totals, a note below the table. It is out of scope, \
           and counted, so that a rule that takes too much is seen.",
};

pub(super) static BLOCK_LINE: Code = Code {
    id: "N322",
    name: "block-line",
    severity: Severity::Note,
    page: "The line names an actor, outlet or another field for the rows below it (`[[source.block]]`), and holds no amount. It \
           is out of scope, and counted.",
};

pub(super) static REPEATED_TOTAL: Code = Code {
    id: "N323",
    name: "repeated-total",
    severity: Severity::Note,
    page: "The row repeats a total that another row of the same fields already gave (`once_per`). It counts once: the others are \
           out of scope, and counted.",
};

pub(super) static BLANK_AMOUNT: Code = Code {
    id: crate::ingest::BLANK_AMOUNT,
    name: "blank-amount",
    severity: Severity::Note,
    page: "The source has amounts side by side and says `blank_amounts = \"nothing\"`: a blank one means that the row has nothing \
           of that kind, as a newspaper's item has no seconds. It is out of scope, and counted.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.count_out_of_scope(&BLANK_AMOUNT, sample.n_blank);
    for (row, why) in &sample.left_out {
        let code = match why {
            LeftOut::ByRule => &CODE,
            LeftOut::BlockLine => &BLOCK_LINE,
            LeftOut::RepeatedTotal => &REPEATED_TOTAL,
            LeftOut::BlankAmount => &BLANK_AMOUNT,
        };
        verdicts.leave_out(*row as usize, code);
    }
}
