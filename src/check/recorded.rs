//! W407 and E408: days that were to be monitored and have no row, and rows of days that were not recorded.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::outside_window::date;
use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static GAP: Code = Code {
    id: "W407",
    name: "not-recorded-or-no-coverage",
    severity: Severity::Warning,
    page: "The outlet was to be monitored on this day (`[[monitored]]`), and no row is of it, nor does \
           `[[not_recorded]]` say that the recording failed. No coverage is a finding, a lost recording is a gap, \
           and nobody can tell them apart: add the day to `[[not_recorded]]`, or code the bulletin.",
};

pub(super) static CONTRADICTS: Code = Code {
    id: "E408",
    name: "row-of-lost-recording",
    severity: Severity::Error,
    page: "The row is of an outlet and day that `[[not_recorded]]` says was not recorded. One of the two is wrong; \
           a gap would be taken for coverage.",
};

/// The outlets and days that rows are of.
#[derive(Debug, Default)]
pub(super) struct Days {
    seen: BTreeSet<(String, NaiveDate)>,
}

impl Watch for Days {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        if study.monitored.is_empty() && study.not_recorded.is_empty() {
            return;
        }
        let (outlets, dates) = (sample.ids(Field::Outlet), sample.dates());
        for row in 0..sample.n_rows() {
            let (Some(outlet), Some(day)) = (outlets[row], dates[row].and_then(date)) else { continue };
            self.seen.insert((outlet.to_owned(), day));
            let lost = study.not_recorded.iter().find(|lost| lost.is_day(outlet, day));
            if let Some(lost) = lost.filter(|_| !verdicts.is_decided(row)) {
                let message = format!("`{outlet}` was not recorded on {day}: {}", shown(&lost.reason));
                let hint = "correct the row's day or outlet, or take the day from `[[not_recorded]]`".to_owned();
                verdicts.find(row, &CONTRADICTS, sample.heading(Field::Date), message, Some(hint));
            }
        }
    }

    fn absent(&mut self, study: &Study, _: bool, findings: &mut Vec<Diagnostic>) {
        let place = Place::file(crate::study::printed_path(&study.folder.join("study.toml")));
        for outlet in study.codebook.outlets.iter() {
            for day in study.window.days() {
                let is_lost = study.not_recorded.iter().any(|lost| lost.is_day(&outlet.id, day));
                let is_planned = study.monitored_on(&outlet.id, day).is_some();
                if is_planned && !is_lost && !self.seen.contains(&(outlet.id.clone(), day)) {
                    let message = format!("`{}` was to be monitored on {day}, and no row is of that day", outlet.id);
                    let hint = "add it to `[[not_recorded]]`, or code the bulletin".to_owned();
                    findings.push(Diagnostic::new(&GAP, place.clone(), message).with_hint(hint));
                }
            }
        }
    }
}
