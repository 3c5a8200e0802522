//! E303: a date written otherwise than the others of its column.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E303",
    name: "two-date-styles",
    severity: Severity::Error,
    page: "The other dates of the column are written as the source declares, this one is not, though it is a date \
           in another order. Two people filled the sheet, or a program turned some of the cells. Look at the rows \
           above too: some may have been turned and still look right.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::OtherDateStyle,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` is written otherwise than the dates above", shown(&fault.text));
            (
                message,
                Some(
                    "write every date of the column in the declared order; were days and months swapped above?"
                        .to_owned(),
                ),
            )
        },
    );
}
