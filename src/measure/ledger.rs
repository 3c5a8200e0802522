//! The gap ledger: which hours were planned, which were recorded, which were lost. A gap is never a zero.
//!
//! In: the monitoring calendar of a study. Out: hours and days by outlet, the completeness of a base, the days that every
//! outlet has. Zero: a study without a calendar has no completeness, for nobody says what was planned.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::select::week_of;
use super::{Condition, Dimension};
use crate::agreement::CoderRow;
use crate::codebook::ServiceTime;
use crate::study::{Pool, Study};

/// Milliseconds of a day that is monitored without stated hours.
const WHOLE_DAY: i64 = 86_400_000;

/// What was planned and what became of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Milliseconds that were to be monitored.
    pub planned: i64,
    /// Milliseconds whose recording failed.
    pub lost: i64,
}

impl Completeness {
    /// Milliseconds that were recorded.
    pub fn recorded(self) -> i64 {
        self.planned - self.lost
    }

    /// Recorded per hundred planned, cut off; 100 where nothing was planned.
    pub fn percent(self) -> i64 {
        if self.planned == 0 { 100 } else { self.recorded() * 100 / self.planned }
    }

    fn plus(self, other: Completeness) -> Completeness {
        Completeness { planned: self.planned + other.planned, lost: self.lost + other.lost }
    }
}

/// One outlet's line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Id of the outlet.
    pub outlet: String,
    /// Days that were to be monitored.
    pub n_planned: usize,
    /// Days of which nothing was recorded.
    pub n_lost: usize,
    /// Hours planned and lost.
    pub hours: Completeness,
    /// Each loss: day and reason.
    pub losses: Vec<(NaiveDate, String)>,
}

/// The ledger of every outlet, in the order of the codebook; empty for a study without a calendar.
pub fn ledger(study: &Study) -> Vec<LedgerRow> {
    if !has_calendar(study) {
        return Vec::new();
    }
    let rows = study.codebook.outlets.ids().into_iter().map(|outlet| {
        let days: Vec<Completeness> = study.window.days().map(|day| hours_of(study, outlet, day)).collect();
        let planned: Vec<&Completeness> = days.iter().filter(|day| day.planned > 0).collect();
        let is_inside = |day: NaiveDate| study.window.from <= day && day <= study.window.to;
        let losses = study.not_recorded.iter().filter(|loss| loss.outlet == outlet && is_inside(loss.date));
        LedgerRow {
            outlet: outlet.to_owned(),
            n_planned: planned.len(),
            n_lost: planned.iter().filter(|day| day.recorded() == 0).count(),
            hours: days.iter().fold(Completeness::default(), |sum, day| sum.plus(*day)),
            losses: losses.map(|loss| (loss.date, loss.reason.clone())).collect(),
        }
    });
    rows.collect()
}

pub(super) fn has_calendar(study: &Study) -> bool {
    !study.monitored.is_empty() || !study.not_recorded.is_empty()
}

/// The hours of an outlet that were planned on a day. Without `[[monitored]]` every day was to be monitored.
fn windows(study: &Study, outlet: &str, day: NaiveDate) -> Vec<(i64, i64)> {
    let milliseconds = |time: ServiceTime| i64::from(time.0);
    if study.monitored.is_empty() {
        return vec![(0, WHOLE_DAY)];
    }
    let holding = study.monitored.iter().filter(|hours| hours.holds(outlet, day));
    holding.map(|hours| (milliseconds(hours.from), milliseconds(hours.to))).collect()
}

pub(super) fn hours_of(study: &Study, outlet: &str, day: NaiveDate) -> Completeness {
    let windows = windows(study, outlet, day);
    let planned = windows.iter().map(|(from, to)| to - from).sum();
    let losses = study.not_recorded.iter().filter(|loss| loss.outlet == outlet && loss.date == day);
    let lost = losses.map(|loss| match loss.hours {
        None => planned,
        Some((from, to)) => {
            let (from, to) = (i64::from(from.0), i64::from(to.0));
            windows.iter().map(|window| (window.1.min(to) - window.0.max(from)).max(0)).sum()
        }
    });
    Completeness { planned, lost: lost.sum::<i64>().min(planned) }
}

/// The outlet-days that the calendar says were recorded, at least in part, as days since 1970.
pub(super) fn recorded_days(study: &Study) -> Vec<(String, i32)> {
    if !has_calendar(study) {
        return Vec::new();
    }
    let mut days = Vec::new();
    for outlet in study.codebook.outlets.ids() {
        for day in study.window.days().filter(|day| hours_of(study, outlet, *day).recorded() > 0) {
            days.push((outlet.to_owned(), day.num_days_from_ce() - 719_163));
        }
    }
    days
}

/// The days that were recorded whole at every outlet of a pool; `None` where there is none, or no calendar.
pub(super) fn common_days(study: &Study, pool: &Pool) -> Option<Vec<NaiveDate>> {
    let outlets = outlets_of(study, pool);
    let is_common = |day: &NaiveDate| {
        outlets.iter().all(|outlet| {
            let hours = hours_of(study, outlet, *day);
            hours.planned > 0 && hours.lost == 0
        })
    };
    let days: Vec<NaiveDate> = study.window.days().filter(is_common).collect();
    (has_calendar(study) && !days.is_empty()).then_some(days)
}

fn outlets_of<'a>(study: &'a Study, pool: &'a Pool) -> Vec<&'a str> {
    if pool.outlets.is_empty() {
        study.codebook.outlets.ids()
    } else {
        pool.outlets.iter().map(String::as_str).collect()
    }
}

/// What a figure speaks of: outlets and days, from its pool, its group and its conditions.
pub(super) struct Reach<'a> {
    outlets: Vec<&'a str>,
    days: Vec<NaiveDate>,
}

impl<'a> Reach<'a> {
    pub(super) fn of(
        study: &'a Study,
        pool: &'a Pool,
        group: impl Iterator<Item = (Dimension, &'a str)>,
        conditions: &'a [Condition],
    ) -> Reach<'a> {
        let (from, to) = pool.days.unwrap_or((study.window.from, study.window.to));
        let mut reach = Reach {
            outlets: outlets_of(study, pool),
            days: study.window.days().filter(|day| from <= *day && *day <= to).collect(),
        };
        for (dimension, value) in group {
            reach.narrow(study, dimension, &[value]);
        }
        for condition in conditions {
            let values: Vec<&str> = condition.values.iter().map(String::as_str).collect();
            reach.narrow(study, condition.dimension, &values);
        }
        reach
    }

    pub(super) fn narrow(&mut self, study: &Study, dimension: Dimension, values: &[&str]) {
        let outlet = |id: &str| study.codebook.outlets.by_id(id).map(|outlet| &outlet.own);
        match dimension {
            Dimension::Outlet => self.outlets.retain(|id| values.contains(id)),
            Dimension::Medium => {
                self.outlets.retain(|id| outlet(id).is_some_and(|own| values.contains(&own.medium.word())));
            }
            Dimension::Ownership => self.outlets.retain(|id| {
                outlet(id).is_some_and(|own| own.ownership.as_deref().is_some_and(|owner| values.contains(&owner)))
            }),
            Dimension::Day => self.days.retain(|day| values.contains(&day.to_string().as_str())),
            Dimension::Week => self.days.retain(|day| values.contains(&week_of(*day).as_str())),
            Dimension::Period => self.days.retain(|day| {
                let periods = values.iter().filter_map(|id| study.period(id));
                periods.into_iter().any(|period| period.from <= *day && *day <= period.to)
            }),
            _ => {}
        }
    }

    /// Hours planned and lost; `None` for a study without a calendar.
    pub(super) fn completeness(&self, study: &Study) -> Option<Completeness> {
        let all = self.outlets.iter().flat_map(|outlet| self.days.iter().map(|day| hours_of(study, outlet, *day)));
        has_calendar(study).then(|| all.fold(Completeness::default(), Completeness::plus))
    }

    /// Did the planned hours of an outlet change between two of the days?
    pub(super) fn has_changing_hours(&self, study: &Study) -> bool {
        let is_changing = |outlet: &&str| {
            let planned: BTreeSet<_> = self.days.iter().map(|day| windows(study, outlet, *day)).collect();
            planned.iter().filter(|windows| !windows.is_empty()).count() > 1
        };
        self.outlets.iter().any(is_changing)
    }
}

/// Hours planned and lost in a place: the values of dimensions, under conditions. `None` for a study without a calendar.
pub fn completeness(
    study: &Study,
    pool: &Pool,
    by: &[Dimension],
    group: &[String],
    conditions: &[Condition],
) -> Option<Completeness> {
    let values = by.iter().copied().zip(group.iter().map(String::as_str));
    Reach::of(study, pool, values, conditions).completeness(study)
}

/// Hours planned and lost of each outlet-day that a pool speaks of under conditions; none for a study without a calendar.
pub fn measured_hours(study: &Study, pool: &Pool, conditions: &[Condition]) -> Vec<(String, NaiveDate, Completeness)> {
    if !has_calendar(study) {
        return Vec::new();
    }
    let reach = Reach::of(study, pool, std::iter::empty(), conditions);
    let all = reach.outlets.iter().flat_map(|outlet| reach.days.iter().map(move |day| (*outlet, *day)));
    all.map(|(outlet, day)| (outlet.to_owned(), day, hours_of(study, outlet, day))).collect()
}

/// Hours monitored on each coder's outlet-days; `None` for a study without a calendar.
pub fn coder_hours(study: &Study, coders: &[CoderRow]) -> Vec<Option<f64>> {
    let hours = |row: &CoderRow| {
        let days = row.outlet_days.iter().filter_map(|(outlet, day)| Some((outlet, super::select::day_of(*day)?)));
        let recorded: i64 = days.map(|(outlet, day)| hours_of(study, outlet, day).recorded()).sum();
        crate::unit::float(recorded) / 3_600_000.0
    };
    coders.iter().map(|row| has_calendar(study).then(|| hours(row))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_recorded_of_a_plan_is_cut_off() {
        let percent = |planned, lost| Completeness { planned, lost }.percent();
        assert_eq!([percent(3, 1), percent(3, 0), percent(1_000, 201), percent(5, 5)], [66, 100, 79, 0]);
        assert_eq!(percent(0, 0), 100, "nothing was planned, and nothing is missing");
    }
}
