//! E312, N312, N313: rows that cross or miss the hours that were monitored.

use super::Verdicts;
use super::outside_window::date;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Boundary, Field, Study};

pub(super) static NO_RULE: Code = Code {
    id: "E312",
    name: "crosses-window-without-rule",
    severity: Severity::Error,
    page: "The appearance begins before the monitored hours and runs into them, or runs past their end, and the \
           study has no rule for that. Say `boundary = \"full\"`, `\"clip\"` or `\"exclude\"` under \
           `[[monitored]]`: the same programme is minutes or nothing, depending on it.",
};

pub(super) static CROSSES: Code = Code {
    id: "N312",
    name: "crosses-window",
    severity: Severity::Note,
    page: "The appearance crosses the edge of the monitored hours, and the rule of `[[monitored]]` was applied: \
           counted whole, counted for the part inside, or left out.",
};

pub(super) static OUTSIDE: Code = Code {
    id: "N313",
    name: "outside-monitored-hours",
    severity: Severity::Note,
    page: "The appearance lies wholly outside the monitored hours of its outlet. It is out of scope, and counted.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let starts = sample.starts();
    let has_day_clock = sample.file.as_ref().is_some_and(|file| study.sources[file.source].has_day_clock());
    if study.monitored.is_empty() || !has_day_clock || starts.iter().all(Option::is_none) {
        return;
    }
    let (ends, dates) = (sample.ends(), sample.dates());
    let (outlets, amounts) = (sample.ids(Field::Outlet), sample.amounts());
    let heading = sample.heading(Field::Start);
    for row in 0..sample.n_rows() {
        let (Some(outlet), Some(start), Some(day)) = (outlets[row], starts[row], dates[row].and_then(date)) else {
            continue;
        };
        let Some(hours) = study.monitored_on(outlet, day).filter(|_| !verdicts.is_decided(row)) else { continue };
        let start = i64::from(start);
        let end = ends[row].map_or(start + amounts[row].unwrap_or(0), i64::from);
        let (from, to) = (i64::from(hours.from.0), i64::from(hours.to.0));
        if start >= to || (end <= from && start < from) {
            verdicts.leave_out(row, &OUTSIDE);
            continue;
        }
        if start >= from && end <= to {
            continue;
        }
        let edge = if start < from { "begins before" } else { "runs past" };
        match hours.boundary {
            None => {
                let message = format!("the appearance {edge} the monitored hours, and no rule says what counts");
                let hint = "say `boundary = \"full\"`, `\"clip\"` or `\"exclude\"` under `[[monitored]]`".to_owned();
                verdicts.find(row, &NO_RULE, heading, message, Some(hint));
            }
            Some(Boundary::Exclude) => verdicts.leave_out(row, &CROSSES),
            Some(Boundary::Full) => {
                let message = format!("the appearance {edge} the monitored hours, and counts whole");
                verdicts.find(row, &CROSSES, heading, message, None);
            }
            Some(Boundary::Clip) => {
                let message = format!("the appearance {edge} the monitored hours, and the part inside counts");
                verdicts.find(row, &CROSSES, heading, message, None);
                verdicts.clip(row, (end.min(to) - start.max(from)).min(amounts[row].unwrap_or(0)));
            }
        }
    }
}
