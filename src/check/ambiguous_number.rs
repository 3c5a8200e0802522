//! E207: a number with the other decimal mark, or with marks of thousands.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E207",
    name: "ambiguous-number",
    severity: Severity::Error,
    page: "The number has another decimal mark than the source declares, or a mark that may be one of thousands: \
           `1,234` is one thousand two hundred and thirty-four in London and a little more than one in Almaty. \
           Declare the `decimal` of the source, and write numbers without marks of thousands.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::OtherMark,
        |_| true,
        &CODE,
        |fault| {
            let message =
                format!("`{}` has another decimal mark than declared, or one of thousands", shown(&fault.text));
            (message, Some("declare `decimal = \",\"` or `\".\"`, and write no marks of thousands".to_owned()))
        },
    );
}
