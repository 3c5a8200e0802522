//! E301: a date that is none, or not written in the declared order.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::{DateOrder, Field, Study};

pub(super) static CODE: Code = Code {
    id: "E301",
    name: "not-a-date",
    severity: Severity::Error,
    page: "The cell is no calendar date in the order the source declares (`ymd`, `dmy` or `mdy`), with a year of four \
           digits. The order is never guessed: 03/04/2016 is a day in March and one in April.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let Some(file) = &sample.file else { return };
    let expected = match study.sources[file.source].date_order {
        None | Some(DateOrder::YearMonthDay) => "year-month-day",
        Some(DateOrder::DayMonthYear) => "day.month.year",
        Some(DateOrder::MonthDayYear) => "month/day/year",
    };
    verdicts.find_faults(
        sample,
        FaultKind::Unreadable,
        |field| field == Field::Date,
        &CODE,
        |fault| {
            let message = format!("`{}` is no date, expected {expected}", shown(&fault.text));
            (message, Some("mend the cell, or declare `date_order` of the source".to_owned()))
        },
    );
}
