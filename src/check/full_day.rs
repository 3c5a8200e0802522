//! W210: an actor on air for more hours than the day has.

use std::collections::HashMap;

use super::spot::{Spot, digest};
use super::{Verdicts, Watch, words};
use crate::diagnostic::{Code, Diagnostic, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W210",
    name: "unit-suspect",
    severity: Severity::Warning,
    page: "One actor has more than 24 hours on one outlet in one day. Usually the lengths are written in another \
           unit than the source declares: seconds in a column declared as minutes are sixty times too long.",
};

const DAY: i64 = 86_400_000;

/// The airtime of an actor on an outlet and day, and where it begins.
#[derive(Debug)]
struct Day {
    sum: i64,
    actor: String,
    spot: Spot,
}

/// The airtime of each actor on each outlet and day.
#[derive(Debug, Default)]
pub(super) struct Days {
    sums: HashMap<u64, Day, foldhash::fast::FixedState>,
}

impl Watch for Days {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let fields = [Field::Outlet, Field::Actor, Field::Quantity, Field::Capacity];
        let ids = fields.map(|field| sample.id_digests(field));
        let are_times = sample.are_times(study);
        let (amounts, dates) = (sample.amounts(), sample.dates());
        for row in 0..sample.n_rows() {
            let (Some(amount), Some(date)) = (amounts[row], dates[row]) else { continue };
            if !are_times[row] || verdicts.is_decided(row) {
                continue;
            }
            let key = digest((ids.each_ref().map(|ids| ids[row]), date));
            let new = || Day {
                sum: 0,
                actor: sample.id(Field::Actor, row).unwrap_or_default().to_owned(),
                spot: verdicts.spot(row),
            };
            self.sums.entry(key).or_insert_with(new).sum += amount;
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        let mut days: Vec<(&u64, &Day)> = self.sums.iter().filter(|(_, day)| day.sum > DAY).collect();
        days.sort_by_key(|(digest, _)| **digest);
        for (_, day) in days {
            let (actor, sum) = (shown(&day.actor), words::time(day.sum));
            let message = format!("`{actor}` has {sum} on one outlet and day, from here on");
            let hint = "are the lengths in another unit than `amount` declares?".to_owned();
            findings.push(Diagnostic::new(&CODE, day.spot.place(), message).with_hint(hint));
        }
    }
}
