//! The tables of the naive calculator, one function for each measure.

use std::collections::BTreeSet;

use super::calculator::{
    Cell, Cluster, Design, Group, Ratio, Seen, Table, actors, cell, counted, design, flags, groups, margin, narrowed,
    ratio, variance,
};
use super::exact::{self, Fraction};
use super::study::{Pool, Quantity, Study};
use super::words;

pub(super) fn put(table: &mut Table, measure: &str, (quantity, group): &Group, names: (&str, &str), cell: Cell) {
    let key = (measure.to_owned(), quantity.word(), group.clone(), names.0.to_owned(), names.1.to_owned());
    assert!(table.insert(key, cell).is_none());
}

/// Shares of the actors of a pool in one group, with their percentages.
pub(super) fn shares(study: &Study, pool: &Pool, seen: &[Seen]) -> Vec<(usize, Ratio, Option<String>)> {
    let all: Vec<(usize, Ratio)> = actors(study, pool)
        .into_iter()
        .map(|actor| (actor, ratio(study, pool, seen, |one| i128::from(one.actor == actor))))
        .collect();
    let values: Vec<Fraction> = all.iter().filter_map(|(_, ratio)| ratio.value).collect();
    let mut percents = column(study, &values).into_iter();
    all.into_iter().map(|(actor, ratio)| (actor, ratio, percents.next())).collect()
}

fn share_cell(
    study: &Study,
    design: &Design,
    quantity: Quantity,
    ratio: &Ratio,
    percent: Option<String>,
    of_one: bool,
) -> Cell {
    let mut cell = cell(study, design, quantity, ratio, percent, true);
    cell.flags = Some(flags(study, quantity, ratio, &cell, of_one));
    cell
}

/// Each actor's share of the pool, or each group's.
pub(super) fn share(study: &Study, pool: &Pool, by: &[&'static str], only: Option<&(&'static str, String)>) -> Table {
    let mut table = Table::new();
    let fine = Study { cluster: "programme", ..study.clone() };
    for (group, seen) in groups(study, &narrowed(study, counted(study, pool), only), by) {
        let (days, programmes) = (design(study, group.0), design(&fine, group.0));
        let of_programmes = shares(&fine, pool, &seen);
        for ((actor, ratio, percent), (_, finer, _)) in shares(study, pool, &seen).into_iter().zip(of_programmes) {
            let mut cell = share_cell(study, &days, group.0, &ratio, percent, false);
            // Where each programme has coverage there is but one reading of what varies.
            let silent = |key: &&Cluster| {
                finer.deviations.keys().any(|one| one.0 == key.0) && !finer.deviations.contains_key(key)
            };
            cell.told_apart = study.drawn_from.is_none() && !programmes.iter().any(|key| silent(&key));
            if cell.interval.is_some() && finer.deviations.len() > ratio.deviations.len() {
                let spread = variance(study, &days, &ratio.deviations).0;
                cell.design_effect = Some(spread / variance(&fine, &programmes, &finer.deviations).0);
            }
            put(&mut table, "share", &group, (&study.actors[actor].id, ""), cell);
        }
    }
    table
}

/// The share of each group of actors.
pub(super) fn share_of_groups(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    let listed = actors(study, pool);
    let of = |actor: usize| study.actors[actor].group;
    let names = ["party", "movement", "office"].into_iter().filter(|name| listed.iter().any(|at| of(*at) == *name));
    for (group, seen) in groups(study, &counted(study, pool), by) {
        let design = design(study, group.0);
        let ratios: Vec<_> = names
            .clone()
            .map(|name| (name, ratio(study, pool, &seen, |one| i128::from(of(one.actor) == name))))
            .collect();
        let values: Vec<Fraction> = ratios.iter().filter_map(|(_, ratio)| ratio.value).collect();
        let mut percents = column(study, &values).into_iter();
        for (name, ratio) in ratios {
            let cell = share_cell(study, &design, group.0, &ratio, percents.next(), false);
            put(&mut table, "share", &group, (name, ""), cell);
        }
    }
    table
}

fn column(study: &Study, values: &[Fraction]) -> Vec<String> {
    if values.is_empty() { Vec::new() } else { exact::column(values, study.rule, study.decimals) }
}

/// Percent of a figure that stands alone.
pub(super) fn plain(study: &Study, value: Option<Fraction>) -> Option<String> {
    // Where no other figure could take the remainder a half goes up.
    let rule = if study.rule == "largest-remainder" { "half-up" } else { study.rule };
    value.map(|value| exact::percent(value, rule, study.decimals))
}

/// Hands over the appearances of each actor that has any, group by group.
fn each_actor(
    study: &Study,
    pool: &Pool,
    by: &[&'static str],
    mut take: impl FnMut(&Group, &Design, &str, Vec<&Seen>),
) {
    for (group, seen) in groups(study, &counted(study, pool), by) {
        let design = design(study, group.0);
        for actor in actors(study, pool) {
            let of: Vec<&Seen> = seen.iter().filter(|one| one.actor == actor).collect();
            if !of.is_empty() {
                take(&group, &design, &study.actors[actor].id, of);
            }
        }
    }
}

/// The parts of tone of each actor, balance, mean, and how much is coded.
pub(super) fn tone(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    let value = |one: &Seen| one.row.tone.map_or(0, |at| study.tones[at].1);
    each_actor(study, pool, by, |group, design, id, of| {
        let coded: Vec<&Seen> = of.iter().copied().filter(|one| one.row.tone.is_some()).collect();
        let over = |above: &dyn Fn(&Seen) -> i128| ratio(study, pool, coded.iter().copied(), above);
        let tones = (0..study.tones.len())
            .map(|at| (study.tones[at].0, over(&|one: &Seen| i128::from(one.row.tone == Some(at)))));
        let kinds = [("negative", -1), ("neutral", 0), ("positive", 1)]
            .map(|(word, sign)| (word, over(&|one: &Seen| i128::from(value(one).signum() == sign))));
        for (measure, parts) in [("tone", tones.collect::<Vec<_>>()), ("tone-kind", kinds.to_vec())] {
            let values: Vec<Fraction> = parts.iter().filter_map(|(_, ratio)| ratio.value).collect();
            let mut percents = column(study, &values).into_iter();
            for (word, ratio) in parts {
                let percent = percents.next();
                let cell = share_cell(study, design, group.0, &ratio, percent, true);
                put(&mut table, measure, group, (id, word), cell);
            }
        }
        for (measure, ratio) in [("tone-balance", over(&|one: &Seen| value(one).signum())), ("tone-mean", over(&value))]
        {
            let mut cell = cell(study, design, group.0, &ratio, None, false);
            if measure == "tone-balance" {
                cell.interval = cell.interval.map(|(low, high)| (low.max(-1.0), high.min(1.0)));
            }
            put(&mut table, measure, group, (id, ""), cell);
        }
        let n_items = over(&|_| 0).n_items;
        let coded = Ratio { n_items, ..ratio(study, pool, of, |one| i128::from(one.row.tone.is_some())) };
        let cell = share_cell(study, design, group.0, &coded, plain(study, coded.value), true);
        put(&mut table, "tone-coded", group, (id, ""), cell);
    });
    table
}

/// How much of an actor's coverage is the actor's own words.
pub(super) fn voice(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    each_actor(study, pool, by, |group, design, id, of| {
        let coded = of.iter().copied().filter(|one| one.row.voice.is_some());
        let direct = ratio(study, pool, coded, |one| i128::from(one.row.voice == Some(0)));
        let n_items = direct.n_items;
        let coded =
            Ratio { n_items, ..ratio(study, pool, of.iter().copied(), |one| i128::from(one.row.voice.is_some())) };
        for (measure, ratio) in [("voice", direct), ("voice-coded", coded)] {
            let cell = share_cell(study, design, group.0, &ratio, plain(study, ratio.value), true);
            put(&mut table, measure, group, (id, ""), cell);
        }
    });
    table
}

/// Limits of a difference of shares, which is never beyond one.
fn limits(value: f64, margin: f64) -> (f64, f64) {
    ((value - margin).max(-1.0), (value + margin).min(1.0))
}

/// How much of an actor's coverage is in prime time, where the part of the day is known.
pub(super) fn prominence(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    for (group, seen) in groups(study, &counted(study, pool), by) {
        let design = design(study, group.0);
        for actor in actors(study, pool) {
            let timed = seen.iter().filter(|one| one.actor == actor && one.row.daypart.is_some());
            let ratio = ratio(study, pool, timed, |one| i128::from(one.row.daypart == Some(2)));
            if ratio.value.is_some() {
                let cell = share_cell(study, &design, group.0, &ratio, plain(study, ratio.value), false);
                put(&mut table, "prime-time", &group, (&study.actors[actor].id, ""), cell);
            }
        }
    }
    table
}

/// A difference of two shares, with its interval over the clusters of both.
fn difference(study: &Study, design: &Design, quantity: Quantity, base: &Ratio, later: &Ratio, former: &Ratio) -> Cell {
    let (Some(now), Some(then)) = (later.value, former.value) else {
        let cell = cell(study, design, quantity, base, None, true);
        return Cell {
            share: None,
            interval: None,
            method: "exact",
            percent: String::new(),
            status: "no-coverage",
            ..cell
        };
    };
    let value = now.minus(then);
    let mut deviations = later.deviations.clone();
    for (key, deviation) in &former.deviations {
        *deviations.entry(*key).or_insert(0.0) -= deviation;
    }
    let mut cell = cell(study, design, quantity, base, plain(study, Some(value)), true);
    cell.share = Some(value.float());
    cell.status = if value.is_zero() && base.above == 0 { "zero" } else { "stated" };
    (cell.method, cell.interval) = ("exact", None);
    if let Some(margin) = margin(study, design, &deviations) {
        (cell.method, cell.interval) = ("linear", Some(limits(value.float(), margin)));
    }
    cell
}

/// The days, weeks or periods of the window that the pool asks for, one after the other.
fn times(study: &Study, pool: &Pool, over: &str) -> Vec<String> {
    let days = pool.from.unwrap_or(study.from)..=pool.to.unwrap_or(study.to);
    let mut list: Vec<String> = match over {
        "day" => days.map(words::date).collect(),
        "week" => days.map(words::week).collect(),
        _ => {
            let mut periods: Vec<_> = study.periods.iter().collect();
            periods.sort_by_key(|(_, from, _)| *from);
            periods.into_iter().map(|(id, _, _)| id.clone()).collect()
        }
    };
    list.dedup();
    list
}

/// Shares by day, week or period, changes and cumulative shares.
pub(super) fn trend(study: &Study, pool: &Pool, over: &'static str) -> Table {
    let mut table = Table::new();
    let seen = counted(study, pool);
    for quantity in [Quantity::Airtime, Quantity::Area, Quantity::Appearances] {
        let of: Vec<Seen> = seen.iter().filter(|one| one.row.quantity == quantity).cloned().collect();
        if of.is_empty() {
            continue;
        }
        let design = &design(study, quantity);
        let mut before: Option<Vec<(usize, Ratio, Option<String>)>> = None;
        let mut so_far: Vec<Seen> = Vec::new();
        for value in times(study, pool, over) {
            let group: Group = (quantity, vec![(over, value)]);
            let seen = groups(study, &of, &[over]).remove(&group).unwrap_or_default();
            if seen.is_empty() {
                let none = Cell { method: "exact", status: "no-coverage", ..Cell::default() };
                let none = Cell { numerator: "0".to_owned(), denominator: "0".to_owned(), ..none };
                put(&mut table, "share", &group, ("", ""), none);
                before = None;
                continue;
            }
            so_far.extend(seen.iter().cloned());
            let now = shares(study, pool, &seen);
            let cumulative = shares(study, pool, &so_far);
            for (at, (actor, ratio, percent)) in now.iter().enumerate() {
                let id = study.actors[*actor].id.as_str();
                let cell = share_cell(study, design, quantity, ratio, percent.clone(), false);
                put(&mut table, "share", &group, (id, ""), cell);
                let (_, sum, percent) = &cumulative[at];
                let percent = percent.clone();
                let cell = share_cell(study, design, quantity, sum, percent, false);
                put(&mut table, "cumulative", &group, (id, ""), cell);
                if let Some(before) = &before {
                    let cell = difference(study, design, quantity, ratio, ratio, &before[at].1);
                    put(&mut table, "change", &group, (id, ""), cell);
                }
            }
            before = Some(now);
        }
        if over == "day" {
            moving(study, pool, &of, &mut table, (quantity, design));
        }
    }
    table
}

/// Shares of seven days, and the last seven less the first.
fn moving(study: &Study, pool: &Pool, of: &[Seen], table: &mut Table, (quantity, design): (Quantity, &Design)) {
    let week = |last: i64| {
        let seen: Vec<Seen> = of.iter().filter(|one| (last - 6..=last).contains(&one.row.day)).cloned().collect();
        // Five days of seven at least.
        let days: BTreeSet<i64> = seen.iter().map(|one| one.row.day).collect();
        (days.len() >= 5).then(|| shares(study, pool, &seen))
    };
    let (from, to) = (pool.from.unwrap_or(study.from), pool.to.unwrap_or(study.to));
    for last in from + 6..=to {
        let group: Group = (quantity, vec![("day", words::date(last))]);
        for (actor, ratio, percent) in week(last).into_iter().flatten() {
            let cell = share_cell(study, design, quantity, &ratio, percent, false);
            put(table, "moving", &group, (&study.actors[actor].id, ""), cell);
        }
    }
    if to - from >= 13 {
        let group: Group = (quantity, vec![("day", words::date(to))]);
        if let (Some(first), Some(last)) = (week(from + 6), week(to)) {
            for (former, later) in first.iter().zip(&last) {
                let cell = difference(study, design, quantity, &later.1, &later.1, &former.1);
                put(table, "change-of-ends", &group, (&study.actors[later.0].id, ""), cell);
            }
        }
    }
}

/// How far each actor is ahead of the next.
pub(super) fn lead(study: &Study, pool: &Pool, by: &[&'static str]) -> Table {
    let mut table = Table::new();
    for (group, seen) in groups(study, &counted(study, pool), by) {
        let design = design(study, group.0);
        let mut ranked = shares(study, pool, &seen);
        ranked.retain(|(_, ratio, _)| ratio.value.is_some());
        let id = |actor: usize| study.actors[actor].id.as_str();
        ranked.sort_by(|a, b| b.1.value.unwrap().order(a.1.value.unwrap()).then(id(a.0).cmp(id(b.0))));
        for pair in ranked.windows(2) {
            let (first, second) = (pair[0].0, pair[1].0);
            let gap = ratio(study, pool, &seen, |one| i128::from(one.actor == first) - i128::from(one.actor == second));
            let mut cell = cell(study, &design, group.0, &gap, plain(study, gap.value), false);
            cell.interval = cell.interval.map(|(low, high)| (low.max(-1.0), high.min(1.0)));
            cell.status = if gap.value.unwrap().is_zero() { "tie" } else { "stated" };
            let over_zero = cell.interval.is_some_and(|(low, high)| low <= 0.0 && high >= 0.0);
            let flags = flags(study, group.0, &gap, &cell, false).into_iter();
            let doubt = over_zero.then_some("not-told-apart");
            cell.flags = Some(flags.chain(doubt).collect());
            put(&mut table, "lead", &group, (id(first), id(second)), cell);
        }
    }
    table
}
