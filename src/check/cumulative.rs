//! W417 and W418: statements that are cumulative and declared otherwise, and cumulative ones that decrease.

use std::collections::BTreeMap;

use super::{Verdicts, Watch, words};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Period, Study};

pub(super) static SUSPECTED: Code = Code {
    id: "W417",
    name: "cumulative-statements-suspected",
    severity: Severity::Warning,
    page: "The statements of two periods that are declared to follow each other: nowhere is the later one smaller. \
           Statements of single weeks rise and fall; one that never falls usually counts from the beginning again. \
           Summed, the first week would count twice. If it is cumulative, declare the later period from the first \
           one's first day.",
};

pub(super) static DECREASES: Code = Code {
    id: "W418",
    name: "cumulative-decreases",
    severity: Severity::Warning,
    page: "A statement that counts from the same day as an earlier one gives less than that one did. A cumulative \
           total cannot fall: a correction was made, a column is mislabelled, or the statement is not cumulative.",
};

/// At least this many amounts must be there in both statements, and a third of them rise.
const FEWEST: usize = 12;

const CELL: [Field; 4] = [Field::Outlet, Field::Actor, Field::Quantity, Field::Daypart];

/// The amounts of published statements: by cell, then by period.
#[derive(Debug, Default)]
pub(super) struct Statements {
    amounts: BTreeMap<String, BTreeMap<String, (i64, Place)>>,
}

impl Watch for Statements {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        if sample.numbers(Field::Period).iter().all(Option::is_none) {
            return;
        }
        let periods = sample.ids(Field::Period);
        let ids = CELL.map(|field| sample.ids(field));
        let (dates, amounts) = (sample.dates(), sample.amounts());
        for row in 0..sample.n_rows() {
            let (Some(period), None, Some(amount)) = (periods[row], dates[row], amounts[row]) else { continue };
            if verdicts.is_decided(row) {
                continue;
            }
            let key = ids.iter().map(|ids| ids[row].unwrap_or_default()).collect::<Vec<_>>().join("\u{1f}");
            let by_period = self.amounts.entry(key).or_default();
            let place = || verdicts.place(row, sample.heading(Field::Amount));
            by_period.entry(period.to_owned()).or_insert_with(|| (0, place())).0 += amount;
        }
    }

    fn finish(&mut self, study: &Study, findings: &mut Vec<Diagnostic>) {
        let mut periods: Vec<&Period> = study.periods.iter().collect();
        periods.sort_by_key(|period| (period.from, period.to));
        for (earlier, later) in periods.iter().zip(periods.iter().skip(1)) {
            if later.from > earlier.to {
                findings.extend(self.suspect(earlier, later));
            } else if later.from == earlier.from && earlier.to < later.to {
                findings.extend(self.decreases(study, earlier, later));
            }
        }
    }
}

impl Statements {
    /// The cells of both periods.
    fn pairs<'a>(
        &'a self,
        earlier: &'a Period,
        later: &'a Period,
    ) -> impl Iterator<Item = (&'a str, i64, i64, &'a Place)> {
        self.amounts.iter().filter_map(|(key, by_period)| {
            let ((before, _), (after, place)) = (by_period.get(&earlier.id)?, by_period.get(&later.id)?);
            Some((key.as_str(), *before, *after, place))
        })
    }

    fn suspect(&self, earlier: &Period, later: &Period) -> Option<Diagnostic> {
        let filled: Vec<_> = self.pairs(earlier, later).filter(|(_, before, _, _)| *before > 0).collect();
        let n_risen = filled.iter().filter(|(_, before, after, _)| after > before).count();
        if filled.len() < FEWEST || n_risen * 3 < filled.len() || filled.iter().any(|(_, a, b, _)| b < a) {
            return None;
        }
        let message =
            format!("none of {} amounts of period `{}` is below that of `{}`", filled.len(), later.id, earlier.id);
        let hint = format!("is it cumulative? Then declare period `{}` from {}", later.id, earlier.from);
        Some(Diagnostic::new(&SUSPECTED, Place::file(&filled[0].3.file), message).with_hint(hint))
    }

    fn decreases(&self, study: &Study, earlier: &Period, later: &Period) -> Vec<Diagnostic> {
        let fallen = self.pairs(earlier, later).filter(|(_, before, after, _)| after < before);
        fallen
            .map(|(key, before, after, place)| {
                let mut parts = key.split('\u{1f}');
                let (outlet, actor) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                let unit = parts.next().and_then(|id| study.quantity(id)).map_or(crate::unit::Unit::Time, |q| q.unit);
                let [before, after] = [before, after].map(|amount| words::amount(unit, amount));
                let message = format!(
                    "`{}` on `{}` has {after} in period `{}`, and had {before} in `{}`",
                    shown(actor),
                    shown(outlet),
                    later.id,
                    earlier.id
                );
                let hint = "a total from the same day cannot fall: was something corrected?".to_owned();
                Diagnostic::new(&DECREASES, place.clone(), message).with_hint(hint)
            })
            .collect()
    }
}
