//! E305 and N305: a row of a day that was not monitored.

use chrono::{Datelike as _, Days, NaiveDate};

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Outside, Period, Study};

pub(super) static CODE: Code = Code {
    id: "E305",
    name: "outside-window",
    severity: Severity::Error,
    page: "The row's day, or the period it states, is not within the study's window. A slip in the year or month does \
           this, and so does last week's sheet. Where sheets are meant to hold more than the window, say \
           `outside = \"leave-out\"` under `[window]`: the rows are then out of scope, and counted (N305).",
};

pub(super) static LEFT_OUT: Code = Code {
    id: "N305",
    name: "outside-window-left-out",
    severity: Severity::Note,
    page: "Rows of days outside the window were left out because the study says `outside = \"leave-out\"`. They are \
           counted as out of scope.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let periods = sample.numbers(Field::Period);
    let since_1970 = |day: NaiveDate| i32::try_from((day - NaiveDate::default()).num_days()).unwrap_or(i32::MAX);
    let window = since_1970(study.window.from)..=since_1970(study.window.to);
    for (row, days) in sample.dates().iter().copied().enumerate() {
        let period = if days.is_none() { outside_period(sample, study, periods[row]) } else { None };
        if days.map_or(period.is_none(), |days| window.contains(&days)) {
            continue;
        }
        if study.window.outside == Outside::LeaveOut {
            verdicts.leave_out(row, &LEFT_OUT);
            continue;
        }
        let day = days.and_then(date);
        let heading = sample.heading(if day.is_some() { Field::Date } else { Field::Period });
        let outside = match (day, period) {
            (_, Some(period)) => format!("period `{}`, {} to {},", period.id, period.from, period.to),
            (day, None) => day.map(|day| day.to_string()).unwrap_or_default(),
        };
        if day.is_some_and(|day| (day.year() - study.window.from.year()).abs() > 10) {
            let message = format!("{outside} lies more than ten years from the window");
            let hint = "is the year mistyped?".to_owned();
            verdicts.find(row, &super::odd_year::CODE, heading, message, Some(hint));
            continue;
        }
        let message = format!("{outside} is outside the window {} to {}", study.window.from, study.window.to);
        let hint = "mend the date, or say `outside = \"leave-out\"` under `[window]`".to_owned();
        verdicts.find(row, &CODE, heading, message, Some(hint));
    }
}

/// The period of a row, where it does not lie in the window whole.
fn outside_period<'s>(sample: &CodedSample, study: &'s Study, number: Option<u32>) -> Option<&'s Period> {
    let period = study.period(sample.dictionaries.get(&Field::Period)?.id(number?)?)?;
    (!study.window.holds(period.from) || !study.window.holds(period.to)).then_some(period)
}

/// The date of a number of days since 1970-01-01.
pub(super) fn date(days: i32) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    let distance = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { epoch.checked_sub_days(distance) } else { epoch.checked_add_days(distance) }
}
