//! W210: an actor on air for more hours than the day has.

use std::collections::BTreeMap;

use super::{Verdicts, Watch, words};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::{CodedSample, column};
use crate::study::{Field, Study};
use crate::unit::Unit;

pub(super) static CODE: Code = Code {
    id: "W210",
    name: "unit-suspect",
    severity: Severity::Warning,
    page: "One actor has more than 24 hours on one outlet in one day. Usually the lengths are written in another \
           unit than the source declares: seconds in a column declared as minutes are sixty times too long.",
};

const DAY: i64 = 86_400_000;

/// The airtime of each actor on each outlet and day.
#[derive(Debug, Default)]
pub(super) struct Days {
    sums: BTreeMap<(String, i32), (i64, Place)>,
}

impl Watch for Days {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let ids = [Field::Outlet, Field::Actor, Field::Quantity, Field::Capacity].map(|field| sample.ids(field));
        let (amounts, dates) = (sample.amounts(), sample.integers(column::DATE));
        for row in 0..sample.n_rows() {
            let (Some(amount), Some(date)) = (amounts[row], dates[row]) else { continue };
            let is_time = ids[2][row].and_then(|id| study.quantity(id)).is_some_and(|q| q.unit == Unit::Time);
            if !is_time || verdicts.is_decided(row) {
                continue;
            }
            let key = ids.iter().map(|ids| ids[row].unwrap_or_default()).collect::<Vec<_>>().join("\u{1f}");
            match self.sums.get_mut(&(key.clone(), date)) {
                Some((sum, _)) => *sum += amount,
                None => {
                    self.sums.insert((key, date), (amount, verdicts.place(row, sample.heading(Field::Amount))));
                }
            }
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        for ((key, _), (sum, place)) in self.sums.iter().filter(|(_, (sum, _))| *sum > DAY) {
            let actor = key.split('\u{1f}').nth(1).unwrap_or_default();
            let message = format!("`{}` has {} on one outlet and day, from here on", shown(actor), words::time(*sum));
            let hint = "are the lengths in another unit than `amount` declares?".to_owned();
            findings.push(Diagnostic::new(&CODE, place.clone(), message).with_hint(hint));
        }
    }
}
