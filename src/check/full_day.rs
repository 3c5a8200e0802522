//! W210: an actor on air for more hours than the day has.

use std::collections::HashMap;

use super::spot::{Spot, digest};
use super::{ByOutletDay, Verdicts, Watch, words};
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

/// The airtime of each actor on each outlet and day, by a digest of what makes it one sum.
#[derive(Debug, Default)]
pub(super) struct Days {
    sums: ByOutletDay<HashMap<u64, Day, foldhash::fast::FixedState>>,
    /// Those beyond a day.
    long: Vec<(u64, Day)>,
}

impl Days {
    fn judge(&mut self, days: impl IntoIterator<Item = (u64, Day)>) {
        self.long.extend(days.into_iter().filter(|(_, day)| day.sum > DAY));
    }
}

impl Watch for Days {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let are_times = sample.are_times(study);
        let (amounts, dates) = (sample.amounts(), sample.dates());
        let fields = [Field::Outlet, Field::Actor, Field::Quantity, Field::Capacity];
        let groups = sample.groups(&[fields.as_slice(), &[Field::Date]].concat());
        let mut sums: Vec<(i64, Option<usize>)> = vec![(0, None); groups.first_rows.len()];
        for (row, group) in groups.of_rows.iter().enumerate() {
            let (Some(amount), true) = (amounts[row], dates[row].is_some() && are_times[row]) else { continue };
            if !verdicts.is_decided(row) {
                let (sum, first) = &mut sums[*group as usize];
                *sum += amount;
                first.get_or_insert(row);
            }
        }
        let ids = fields.map(|field| sample.id_digests(field));
        for (sum, first) in sums {
            let Some(row) = first else { continue };
            let key = digest((ids.each_ref().map(|ids| ids.of(row)), dates[row]));
            let new = || Day {
                sum: 0,
                actor: sample.id(Field::Actor, row).unwrap_or_default().to_owned(),
                spot: verdicts.spot(row),
            };
            self.sums.at(verdicts.outlet_day(row)).entry(key).or_insert_with(new).sum += sum;
        }
    }

    fn pass(&mut self, outlet_days: &[u32]) {
        let days = self.sums.take(outlet_days);
        self.judge(days.into_iter().flatten());
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        let days = self.sums.take_all().flatten();
        self.judge(days);
        self.long.sort_unstable_by_key(|(digest, _)| *digest);
        for (_, day) in &self.long {
            let (actor, sum) = (shown(&day.actor), words::time(day.sum));
            let message = format!("`{actor}` has {sum} on one outlet and day, from here on");
            let hint = "are the lengths in another unit than `amount` declares?".to_owned();
            findings.push(Diagnostic::new(&CODE, day.spot.place(), message).with_hint(hint));
        }
    }
}
