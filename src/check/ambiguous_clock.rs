//! E209: a clock that may be minutes and seconds, or hours and minutes.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E209",
    name: "ambiguous-clock",
    severity: Severity::Error,
    page: "The cell is written as a clock where a number is declared, or with other parts than declared: `1:30` is \
           ninety seconds in one sheet and ninety minutes in the next. Declare `amount = \"mm:ss\"` or \
           `\"hh:mm:ss\"`, and write every cell of the column so.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::OtherClock,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` may be mm:ss or hh:mm, or be cut off", shown(&fault.text));
            (
                message,
                Some(
                    "declare `amount = \"mm:ss\"` or `\"hh:mm:ss\"`, and write every cell of the column so".to_owned(),
                ),
            )
        },
    );
}
