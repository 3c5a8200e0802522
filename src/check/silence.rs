//! N306: a row of a day of silence.

use super::Verdicts;
use super::outside_window::date;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, SilenceRule, Study};

pub(super) static CODE: Code = Code {
    id: "N306",
    name: "silence-day",
    severity: Severity::Note,
    page: "The row lies on a day of silence or on election day (`[[silence]]`). It counts unless the study says \
           `rule = \"leave-out\"`; either way it is said, for campaign coverage on such a day is a finding of its \
           own.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    if study.silence.is_empty() {
        return;
    }
    for (row, day) in sample.dates().iter().copied().enumerate() {
        let Some(day) = day.and_then(date) else { continue };
        let Some(silence) = study.silence.iter().find(|silence| silence.from <= day && day <= silence.to) else {
            continue;
        };
        if verdicts.is_decided(row) {
            continue;
        }
        match silence.rule {
            SilenceRule::LeaveOut => verdicts.leave_out(row, &CODE),
            SilenceRule::Count => {
                let message = format!("{day} is a day of silence, and the row counts");
                verdicts.find(row, &CODE, sample.heading(Field::Date), message, None);
            }
        }
    }
}
