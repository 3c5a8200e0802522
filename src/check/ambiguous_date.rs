//! E302: a date whose day and month could be either.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E302",
    name: "ambiguous-date",
    severity: Severity::Error,
    page: "`03/04/2016` is 3 April or 4 March, and the source does not say which. It is never guessed, also not \
           from a later row that can be only one. Declare `date_order` of the source.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::AmbiguousDate,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` could be day/month or month/day", shown(&fault.text));
            (message, Some("declare `date_order = \"dmy\"` or `\"mdy\"` in the source".to_owned()))
        },
    );
}
