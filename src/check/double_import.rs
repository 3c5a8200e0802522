//! W403 and E403: rows that differ in nothing but their item or id.

use std::collections::HashMap;

use super::spot::digest;
use super::{ByOutletDay, Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W403",
    name: "same-appearance-twice",
    severity: Severity::Warning,
    page: "The row has the outlet, day, start, actor and amount of an earlier one, under another item or id. Two \
           people coded one bulletin, or a list was imported twice with new numbers.",
};

pub(super) static MANY: Code = Code {
    id: "E403",
    name: "double-import",
    severity: Severity::Error,
    page: "More than one row in a hundred has the outlet, day, start, actor and amount of an earlier one, under \
           another item or id. That is no coincidence: a list was imported twice.",
};

/// The fields that make two rows the same appearance.
const SAME: [Field; 8] = [
    Field::Outlet,
    Field::Programme,
    Field::Actor,
    Field::Capacity,
    Field::Genre,
    Field::Voice,
    Field::Quantity,
    Field::Period,
];

/// The first row of each appearance, among rows that have a start, by outlet and day: 24 bytes each.
#[derive(Debug, Default)]
pub(super) struct Seen {
    first: ByOutletDay<HashMap<u64, u64, foldhash::fast::FixedState>>,
    n_rows: u64,
    n_same: u64,
    place: Option<Place>,
}

impl Watch for Seen {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        if !(sample.headings.contains_key(&Field::Start) && sample.headings.contains_key(&Field::Item)) {
            return;
        }
        let ids = SAME.map(|field| sample.id_digests(field));
        let (items, are_measured) = (sample.id_digests(Field::Item), sample.are_measured(study));
        let (dates, starts) = (sample.dates(), sample.starts());
        let (passes, amounts) = (sample.passes(), sample.amounts());
        // A start to the minute is often that of the bulletin: its items have it in common.
        let exact = sample.are_starts_exact();
        for row in 0..sample.n_rows() {
            let is_measured = are_measured[row];
            if verdicts.is_decided(row) || !exact[row] || starts[row].is_none() || !is_measured {
                continue;
            }
            let same = ids.each_ref().map(|ids| ids.of(row));
            let key = digest((dates[row], starts[row], amounts[row], passes[row].unwrap_or(1), same));
            let item = digest((key, items.of(row)));
            self.n_rows += 1;
            if *self.first.at(verdicts.outlet_day(row)).entry(key).or_insert(item) != item {
                self.n_same += 1;
                let message = "the same outlet, day, start, actor and amount stand above under another item".to_owned();
                let hint = "was one bulletin coded twice? Remove one, or mark the second coding with `pass`".to_owned();
                verdicts.find(row, &CODE, sample.heading(Field::Item), message, Some(hint));
                self.place.get_or_insert_with(|| verdicts.place(row, sample.heading(Field::Item)));
            }
        }
    }

    fn pass(&mut self, outlet_days: &[u32]) {
        self.first.take(outlet_days);
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        if self.n_same * 100 > self.n_rows && self.n_rows >= 100 {
            let place = self.place.clone().unwrap_or_default();
            let message = format!("{} of {} rows with a start stand twice, this the first", self.n_same, self.n_rows);
            let hint = "remove the list that was imported twice".to_owned();
            findings.push(Diagnostic::new(&MANY, place, message).with_hint(hint));
        }
    }
}
