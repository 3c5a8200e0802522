//! Trend: the share of each day, week or period, its change from the one before, and the cumulative share.
//!
//! In: a tally. Out: per (quantity, group, time, actor) `share`; `change` in points from the time before, with the interval of
//! the difference; `cumulative`, the share from the first time up to this one; of days also `moving`, the share of the seven
//! days up to this one. Formula of the change: `R2 - R1`, two ratios over days of the same outlets; its variance takes both
//! together. `change-of-ends` is that from the first seven days to the last seven. A moving share needs seven days of the window, of which five were recorded.
//! Zero: a time without coverage of the pool is a row without an actor whose status says whether nothing was recorded or
//! nothing was there; gaps are never zeros. Behind a gap there is no change. Errors: [`Failure::WrongBreakdown`] where the
//! table is broken down by two times, or periods overlap.

use std::collections::BTreeMap;

use super::figure::{Figure, FigureTable, Form, round_columns};
use super::ground::Ground;
use super::interval::{Range, intervals};
use super::ledger::Reach;
use super::policy::{Subject, judge, largest_cluster};
use super::select::{Failure, week_of};
use super::share::{share, share_of, whole};
use super::statistic::{Ratio, Statistic};
use super::sums::{Group, Part, Sums};
use super::{Base, Dimension, Estimate, MeasureRequest, Status};
use crate::study::Study;
use crate::tally::Tally;
use crate::unit::Amount;
use crate::wording::Message;

/// The dimensions that are times.
const TIMES: [Dimension; 3] = [Dimension::Day, Dimension::Week, Dimension::Period];

/// Days of a moving share, and how many of them must have been recorded.
const MOVING_DAYS: usize = 7;
const LEAST_RECORDED: usize = 5;

/// Computes the table. Without a time among its dimensions it is by period, or by week where the study has no periods.
///
/// Errors: [`Failure`] for two times, overlapping periods, or statements that overlap.
pub fn trend(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let mut request = request.clone();
    let times: Vec<Dimension> = request.by.iter().copied().filter(|by| TIMES.contains(by)).collect();
    let time = match times.as_slice() {
        [] if study.periods.is_empty() => Dimension::Week,
        [] => Dimension::Period,
        [time] => *time,
        _ => return Err(Failure::WrongBreakdown("a trend is by one of day, week and period")),
    };
    if times.is_empty() {
        request.by.push(time);
    }
    let times = in_order(study, time, request.pool)?;
    let shares = share(tally, study, &request)?;
    let ground = Ground::new(tally, study, &request)?;
    let place = ground.by.iter().position(|by| *by == time).expect("invariant: just put there");
    let n_items = ground.items(Part::Who(ground.who))?;
    let mut lines: BTreeMap<Group, BTreeMap<usize, Sums>> = BTreeMap::new();
    for ((quantity, mut group), sums) in ground.sums(Part::Who(ground.who))? {
        let Some(number) = times.iter().position(|known| *known == group[place]) else { continue };
        group.remove(place);
        lines.entry((quantity, group)).or_default().insert(number, sums);
    }
    let mut table = shares.figures(ground.who);
    table.measure = "trend";
    for ((quantity, rest), line) in &lines {
        let mut line = Line { ground: &ground, quantity, rest, place, times: &times, sums: line, n_items: Vec::new() };
        let of = |number| n_items.get(&(quantity.clone(), line.group(number))).copied().unwrap_or(0);
        line.n_items = (0..times.len()).map(of).collect();
        table.figures.extend(line.figures());
    }
    table.figures.sort_by_cached_key(|figure| {
        let mut group = figure.group.clone();
        let at = times.iter().position(|known| *known == group[place]);
        group.remove(place);
        (ground.rank(&figure.quantity, &[], "").0, group, at, ground.rank("", &[], &figure.actor).2)
    });
    // Whole columns are rounded: which rows are shown changes no figure.
    round_columns(&mut table.figures, study.rounding, &["cumulative", "moving"], false);
    table.figures.retain(|figure| figure.actor.is_empty() || request.shows(study, &figure.actor));
    table.notes = events(study);
    Ok(table)
}

fn events(study: &Study) -> Vec<Message> {
    let said = study.events.iter().map(|event| {
        let text = format!("{}: {}.", event.date, event.name.in_language(&study.languages.main));
        Message::new("note", vec![("text", text.into())])
    });
    said.collect()
}

/// The times that a cumulative or a moving share at some time reaches over, and where the time stands in its group.
///
/// Errors: [`Failure::WrongBreakdown`] for a group without a time.
pub(super) fn reach_of(
    study: &Study,
    pool: &crate::study::Pool,
    measure: &str,
    group: &[(Dimension, String)],
) -> Result<(usize, Vec<String>), Failure> {
    let place = group.iter().position(|(by, _)| TIMES.contains(by));
    let place = place.ok_or(Failure::WrongBreakdown("a trend is by one of day, week and period"))?;
    let (time, here) = &group[place];
    let mut times = in_order(study, *time, pool)?;
    let at = times.iter().position(|known| known == here).unwrap_or(0);
    times.truncate(at + 1);
    let first = if measure == "moving" { (at + 1).saturating_sub(MOVING_DAYS) } else { 0 };
    Ok((place, times.split_off(first)))
}

/// Every time of the pool's days, in order, with or without coverage.
fn in_order(study: &Study, time: Dimension, pool: &crate::study::Pool) -> Result<Vec<String>, Failure> {
    let (from, to) = pool.days.unwrap_or((study.window.from, study.window.to));
    let days = study.window.days().filter(|day| from <= *day && *day <= to);
    let mut times: Vec<String> = match time {
        Dimension::Day => days.map(|day| day.to_string()).collect(),
        Dimension::Week => days.map(week_of).collect(),
        _ => {
            let mut periods: Vec<_> = study.periods.iter().collect();
            periods.sort_by_key(|period| period.from);
            if periods.windows(2).any(|pair| pair[0].overlaps(pair[1])) {
                return Err(Failure::WrongBreakdown(
                    "periods that share days make no trend: one would be in the other",
                ));
            }
            periods.into_iter().map(|period| period.id.clone()).collect()
        }
    };
    times.dedup();
    Ok(times)
}

/// One group over time.
struct Line<'a> {
    ground: &'a Ground<'a>,
    quantity: &'a str,
    rest: &'a [String],
    place: usize,
    times: &'a [String],
    sums: &'a BTreeMap<usize, Sums>,
    n_items: Vec<i64>,
}

impl Line<'_> {
    fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        let mut cumulative: Option<Sums> = None;
        for number in 0..self.times.len() {
            let Some(here) = self.sums.get(&number) else {
                figures.push(self.gap(number));
                figures.extend(self.moving(number));
                continue;
            };
            let together = cumulative.map_or_else(|| here.clone(), |before| before.plus(here));
            for actor in self.ground.listed() {
                let below = whole(self.ground, &together);
                let statistic = (share_of(&together, actor, &below), Range::Share);
                figures.push(self.figure("cumulative", number, actor, (&together, &below, statistic), Form::Percent));
            }
            if let Some(before) = number.checked_sub(1).and_then(|before| self.sums.get(&before)) {
                figures.extend(self.changes("change", number, before, here));
            }
            figures.extend(self.moving(number));
            cumulative = Some(together);
        }
        figures.extend(self.change_of_ends());
        figures
    }

    /// From the first seven days to the last seven, where they share none.
    fn change_of_ends(&self) -> Vec<Figure> {
        let last = self.times.len() - 1;
        if last + 1 < 2 * MOVING_DAYS {
            return Vec::new();
        }
        match (self.seven_days(MOVING_DAYS - 1), self.seven_days(last)) {
            (Some(first), Some(here)) => self.changes("change-of-ends", last, &first, &here),
            _ => Vec::new(),
        }
    }

    /// The sums of the seven days up to this one; none where too few were recorded.
    fn seven_days(&self, number: usize) -> Option<Sums> {
        let days = (number + 1).saturating_sub(MOVING_DAYS)..=number;
        let is_by_day = self.ground.by[self.place] == Dimension::Day;
        let is_recorded = |day: &usize| {
            let group = self.group(*day);
            let hours = self.ground.reach(&group).completeness(self.ground.study);
            self.sums.contains_key(day) || hours.is_some_and(|hours| hours.recorded() > 0)
        };
        let n_recorded = days.clone().filter(is_recorded).count();
        if !is_by_day || number + 1 < MOVING_DAYS || n_recorded < LEAST_RECORDED {
            return None;
        }
        let with_coverage = days.filter_map(|day| self.sums.get(&day));
        with_coverage.cloned().reduce(|sums, day| sums.plus(&day))
    }

    /// The shares of the seven days up to this one.
    fn moving(&self, number: usize) -> Vec<Figure> {
        let Some(together) = self.seven_days(number) else { return Vec::new() };
        let below = whole(self.ground, &together);
        let of = |actor: &&str| {
            let statistic = (share_of(&together, actor, &below), Range::Share);
            self.figure("moving", number, actor, (&together, &below, statistic), Form::Percent)
        };
        self.ground.listed().iter().map(of).collect()
    }

    fn shown(&self) -> Vec<&str> {
        let ground = self.ground;
        ground.listed().into_iter().filter(|actor| ground.request.shows(ground.study, actor)).collect()
    }

    fn changes(&self, measure: &'static str, number: usize, before: &Sums, here: &Sums) -> Vec<Figure> {
        let (both, shift) = before.beside(here);
        let (below_before, below_here) = (whole(self.ground, before), whole(self.ground, here));
        let shifted: Vec<usize> = below_here.iter().map(|part| part + shift).collect();
        let of = |actor: &&str| {
            let above =
                |sums: &Sums, shift: usize| sums.part(actor).map(|part| (part + shift, 1)).into_iter().collect();
            let first = Ratio { above: above(before, 0), below: below_before.clone() };
            let second = Ratio { above: above(here, shift), below: shifted.clone() };
            let statistic = (Statistic::difference(second, first), Range::Difference);
            self.figure(measure, number, actor, (&both, &shifted, statistic), Form::Points)
        };
        self.shown().iter().map(of).collect()
    }

    fn group(&self, number: usize) -> Vec<String> {
        let mut group = self.rest.to_vec();
        group.insert(self.place, self.times[number].clone());
        group
    }

    fn figure(
        &self,
        measure: &'static str,
        number: usize,
        actor: &str,
        (sums, below, statistic): (&Sums, &[usize], (Statistic, Range)),
        form: Form,
    ) -> Figure {
        let ground = self.ground;
        let (study, weighting) = (ground.study, &ground.request.pool.weighting);
        let unit = study.quantity(self.quantity).expect("invariant: ingest resolves quantities").unit;
        let group = self.group(number);
        let value = statistic.0.exact(sums, weighting);
        let above = statistic.0.ratio.above.iter().map(|(part, times)| sums.amount(*part) * times).sum();
        let total = below.iter().map(|part| sums.amount(*part)).sum();
        let first = match measure {
            "cumulative" => 0,
            "moving" | "change-of-ends" => (number + 1).saturating_sub(MOVING_DAYS),
            _ => number,
        };
        let reach = self.reach(first, number);
        let n_items = self.n_items[first..=number].iter().sum();
        let completeness = reach.completeness(study);
        let base = Base { completeness, ..ground.base(&group, sums, below, n_items) };
        let mut estimate = Estimate::new(value, Amount::new(unit, above), Amount::new(unit, total), base);
        estimate.percent = estimate.share.as_ref().map(|share| study.rounding.percent(share));
        estimate.interval = intervals(&[statistic], sums, weighting, study).remove(0);
        let weight = (largest_cluster(sums, below), Subject::Amounts);
        judge(study, &reach, weight, ground.is_amount_unreliable(self.quantity), std::iter::once(&mut estimate));
        let (quantity, actor) = (self.quantity.to_owned(), actor.to_owned());
        Figure { measure, quantity, group, actor, of: String::new(), form, estimate, number: None }
    }

    /// The outlets and days from one time to another.
    fn reach(&self, first: usize, last: usize) -> Reach<'_> {
        let ground = self.ground;
        let places = ground.by.iter().enumerate().filter(|(place, _)| *place != self.place);
        let others = places.zip(self.rest).map(|((_, dimension), value)| (*dimension, value.as_str()));
        let mut reach = Reach::of(ground.study, ground.request.pool, others, &ground.request.conditions);
        let times: Vec<&str> = self.times[first..=last].iter().map(String::as_str).collect();
        reach.narrow(ground.study, ground.by[self.place], &times);
        reach
    }

    /// A time without a row: nothing was recorded, or nothing was there.
    fn gap(&self, number: usize) -> Figure {
        let ground = self.ground;
        let group = self.group(number);
        let unit = ground.study.quantity(self.quantity).expect("invariant: ingest resolves quantities").unit;
        let completeness = ground.reach(&group).completeness(ground.study);
        let nothing = Amount::new(unit, 0);
        let mut estimate = Estimate::new(None, nothing, nothing, Base { completeness, ..Base::default() });
        if completeness.is_some_and(|hours| hours.recorded() == 0) {
            estimate.status = Status::NotRecorded;
        }
        let quantity = self.quantity.to_owned();
        let (actor, of, form) = (String::new(), String::new(), Form::Percent);
        Figure { measure: "share", quantity, group, actor, of, form, estimate, number: None }
    }
}
