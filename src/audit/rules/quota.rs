//! Reading what a rule asks.

use super::Quota;
use super::read::BAD_RULE;
use crate::codebook::Register;
use crate::declaration::{Table, Written};
use crate::study::{Pool, Study};
use crate::unit::{Decimal, Share, Unit};

/// The keys that ask something.
const KEYS: &str = "quota, nothing, shares, counts, parts, at_most, at_least, at_most_seconds, at_least_seconds, at_most_cm2, \
                    at_least_cm2, at_most_items, at_least_items, longest_seconds, shortest_seconds, at_most_seconds_per_hour";

/// What the rule asks: just one thing.
pub(super) fn read(study: &Study, entry: &Table<'_>, pool: Option<&Pool>, unit: Option<Unit>) -> Option<Quota> {
    let mut asked: Vec<Quota> = Vec::new();
    let n_before = entry.document().n_findings();
    asked.extend(entry.choice("quota", &[("equal", Quotas::Equal), ("level", Quotas::Level)]).map(
        |quota| match quota {
            Quotas::Equal => Quota::Equal,
            Quotas::Level => Quota::Level,
        },
    ));
    asked.extend((entry.boolean("nothing") == Some(true)).then_some(Quota::Nothing));
    let shares = of_actors(study, entry, "shares");
    if !shares.is_empty() {
        hundred(entry, "shares", n_before, shares.iter().map(|(_, percent)| *percent));
        asked.push(Quota::Parts(shares.into_iter().map(|(id, percent)| (id, Share::from_percent(percent))).collect()));
    }
    let counts = of_actors(study, entry, "counts");
    if !counts.is_empty() && are_counts(entry, &counts) {
        asked.push(Quota::Parts(proportional(&counts)));
    }
    asked.extend(parts(study, entry, pool).map(Quota::Parts));
    asked.extend(percent(entry, "at_most").map(Quota::AtMostShare));
    asked.extend(percent(entry, "at_least").map(Quota::AtLeastShare));
    asked.extend(amounts(entry, unit));
    match asked.len() {
        1 => asked.pop(),
        0 if entry.document().n_findings() > n_before => None,
        0 => {
            let hint = format!("give it one of {KEYS}");
            entry.document().report(&BAD_RULE, entry.span(), "the rule asks nothing".to_owned(), Some(hint));
            None
        }
        n => {
            let message = format!("the rule asks {n} things, expected one");
            entry.document().report(&BAD_RULE, entry.span(), message, Some("make each a rule of its own".to_owned()));
            None
        }
    }
}

#[derive(Clone, Copy)]
enum Quotas {
    Equal,
    Level,
}

/// Limits in the unit of the quantity.
fn amounts(entry: &Table<'_>, unit: Option<Unit>) -> Vec<Quota> {
    type Make = fn(i64) -> Quota;
    const LIMITS: [(&str, Unit, i64, Make); 9] = [
        ("at_most_seconds", Unit::Time, 1_000, Quota::AtMost),
        ("at_least_seconds", Unit::Time, 1_000, Quota::AtLeast),
        ("at_most_cm2", Unit::Area, 100, Quota::AtMost),
        ("at_least_cm2", Unit::Area, 100, Quota::AtLeast),
        ("at_most_items", Unit::Count, 1, Quota::AtMost),
        ("at_least_items", Unit::Count, 1, Quota::AtLeast),
        ("longest_seconds", Unit::Time, 1_000, Quota::Longest),
        ("shortest_seconds", Unit::Time, 1_000, Quota::Shortest),
        ("at_most_seconds_per_hour", Unit::Time, 1_000, Quota::AtMostPerHour),
    ];
    let mut asked = Vec::new();
    for (key, of_unit, factor, quota) in LIMITS {
        let Some(amount) = entry.decimal(key) else { continue };
        if unit.is_some_and(|unit| unit != of_unit) {
            let word = |unit: Unit| match unit {
                Unit::Time => "times",
                Unit::Area => "areas",
                Unit::Count => "appearances",
            };
            let own = unit.map_or("", word);
            let message = format!("`{key}` is a limit of {}, and the quantity counts {own}", word(of_unit));
            entry.document().report(&BAD_RULE, amount.span, message, None);
        } else {
            asked.extend(amount.value.times(factor).ok().map(quota));
        }
    }
    asked
}

/// A percentage of at most 100; a declaration reads no number below zero.
fn percent(entry: &Table<'_>, key: &'static str) -> Option<Share> {
    let percent = entry.decimal(key)?;
    is_percent(entry, key, &percent).then(|| Share::from_percent(percent.value))
}

pub(super) fn is_percent(entry: &Table<'_>, key: &str, percent: &Written<Decimal>) -> bool {
    let is_within = Share::from_percent(percent.value) <= Share::equal(1).expect("invariant: one part");
    if !is_within {
        let message = format!("`{key}` is a percentage, expected 0 to 100");
        entry.document().report(&BAD_RULE, percent.span.clone(), message, None);
    }
    is_within
}

/// Parts of a hundred in all, where all of them could be read: `n_before` findings were there before.
fn hundred(entry: &Table<'_>, key: &str, n_before: usize, percents: impl Iterator<Item = Decimal>) {
    let shares: Vec<Share> = percents.map(Share::from_percent).collect();
    if entry.document().n_findings() == n_before && !Share::sum(&shares).is_whole() {
        let message = format!("the percentages of `{key}` do not add up to 100");
        entry.document().report(&BAD_RULE, entry.span(), message, None);
    }
}

/// Seats and votes are whole numbers, some of them above zero.
fn are_counts(entry: &Table<'_>, counts: &[(String, Decimal)]) -> bool {
    let are_counts =
        counts.iter().all(|(_, count)| count.is_whole()) && counts.iter().any(|(_, count)| count.as_fraction().0 > 0);
    if !are_counts {
        let message = "`counts` are seats or votes: whole numbers, some of them above zero".to_owned();
        entry.document().report(&BAD_RULE, entry.span(), message, None);
    }
    are_counts
}

/// A part for each actor, by seats or votes.
fn proportional(counts: &[(String, Decimal)]) -> Vec<(String, Share)> {
    let whole = |count: &Decimal| count.times(1).unwrap_or(0);
    let all: i64 = counts.iter().map(|(_, count)| whole(count)).sum();
    counts.iter().filter_map(|(id, count)| Some((id.clone(), Share::of(whole(count), all)?))).collect()
}

/// A quota in parts: each so many percent, among some actors, equally or by `counts`. An actor gets what its parts give.
fn parts(study: &Study, entry: &Table<'_>, pool: Option<&Pool>) -> Option<Vec<(String, Share)>> {
    let mut percents = Vec::new();
    let n_before = entry.document().n_findings();
    let parts: Vec<Vec<(String, Share)>> = entry.tables("parts", |part| {
        let percent = part.require("percent", part.decimal("percent"));
        let mut among: Vec<String> = Vec::new();
        for written in part.texts("actors") {
            among.extend(actors_of(study, part, &written));
        }
        let counts = of_actors(study, part, "counts");
        let percent = percent.filter(|percent| is_percent(part, "percent", percent))?;
        let is_named_twice = !counts.is_empty() && !among.is_empty();
        if is_named_twice {
            let message = "`counts` name their actors: leave out `actors`".to_owned();
            part.document().report(&BAD_RULE, part.span(), message, None);
        }
        if is_named_twice || (!counts.is_empty() && !are_counts(part, &counts)) {
            return None;
        }
        percents.push(percent.value);
        if among.is_empty() {
            let of_pool = pool.into_iter().flat_map(|pool| pool.listed_actors(&study.codebook));
            among = of_pool.map(str::to_owned).collect();
        }
        let within = if counts.is_empty() {
            let equal = Share::equal(among.len())?;
            among.into_iter().map(|id| (id, equal.clone())).collect()
        } else {
            proportional(&counts)
        };
        let of_all = Share::from_percent(percent.value);
        Some(within.into_iter().map(|(id, share)| (id, share.times(&of_all))).collect())
    });
    if percents.is_empty() {
        return None;
    }
    hundred(entry, "parts", n_before, percents.into_iter());
    let mut sums: Vec<(String, Share)> = Vec::new();
    for (id, share) in parts.into_iter().flatten() {
        match sums.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sum)) => *sum = Share::sum([&*sum, &share]),
            None => sums.push((id, share)),
        }
    }
    Some(sums)
}

/// An actor, or all actors of a group of the codebook.
fn actors_of(study: &Study, entry: &Table<'_>, written: &Written<String>) -> Vec<String> {
    let codebook = &study.codebook;
    let of_group = codebook.actors.iter().filter(|actor| actor.own.group == written.value);
    let of_group: Vec<String> = of_group.map(|actor| actor.id.clone()).collect();
    if !of_group.is_empty() {
        return of_group;
    }
    known(entry, &codebook.actors, written).into_iter().collect()
}

fn known<T>(entry: &Table<'_>, actors: &Register<T>, written: &Written<String>) -> Option<String> {
    if actors.by_id(&written.value).is_none() {
        entry.document().report_unknown(written.span.clone(), "actor", &written.value, &actors.ids());
        return None;
    }
    Some(written.value.clone())
}

fn of_actors(study: &Study, entry: &Table<'_>, key: &'static str) -> Vec<(String, Decimal)> {
    let numbers = entry.numbers(key).into_iter();
    numbers.filter_map(|(actor, number)| Some((known(entry, &study.codebook.actors, &actor)?, number.value))).collect()
}
