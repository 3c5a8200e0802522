//! Holding a limit on items against their rows: the longest spot, the shortest, the advertising in an hour.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::judge::{Kept, RuleRow, RuleVerdict};
use super::{Quota, Rule};
use crate::measure::measured_hours;
use crate::study::{Allocation, Study};
use crate::tally::{PlacedRow, key};
use crate::unit::Amount;

/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;

/// Holds a rule on items against the rows of its pool. An item's rows of one actor are one spot; a row without an item id is an
/// item of its own. In an hour is what is on air in it, by start and length, once however many actors share it; a row without a
/// start cannot be placed, and cannot be told. Nor can a day that was lost at an outlet, in whole or in part.
pub fn hold_items(study: &Study, rule: &Rule, rows: &[PlacedRow]) -> RuleVerdict {
    let unit = study.quantity(&rule.quantity).expect("invariant: rules name quantities of the study").unit;
    let limit = match rule.quota {
        Quota::Longest(limit) | Quota::Shortest(limit) | Quota::AtMostPerHour(limit) => limit,
        _ => 0,
    };
    let amount = |whole: i64| Amount::new(unit, whole);
    let row = |(item, actor): (String, String), (has, lost): (i64, i64), kept: Kept| RuleRow {
        group: Vec::new(),
        item,
        actor,
        has: amount(has),
        due: amount(limit),
        carried: amount(0),
        difference: amount(has - limit),
        total: amount(has),
        lost: amount(lost),
        kept,
    };
    let pool = study.pool(&rule.pool).expect("invariant: rules name pools of the study");
    let judged = spots(study, rule, rows, pool.whole.as_deref()).into_iter().map(|(spot, has)| {
        let is_broken = match rule.quota {
            Quota::Shortest(_) => has < limit,
            _ => has > limit,
        };
        let kept = match (spot.is_unplaced, is_broken) {
            (true, _) => Kept::CannotTell,
            (false, true) => Kept::Broken,
            (false, false) => Kept::Kept,
        };
        row((spot.name, spot.actor), (has, 0), kept)
    });
    let mut judged: Vec<RuleRow> = judged.collect();
    let hours = measured_hours(&rule.on_its_days(study), pool, &rule.conditions);
    for (outlet, day, hours) in hours.iter().filter(|(.., hours)| hours.lost > 0) {
        let name = format!("{outlet}, {day}, recording lost");
        judged.push(row((name, String::new()), (0, hours.lost), Kept::CannotTell));
    }
    if judged.is_empty() && hours.iter().any(|(.., hours)| hours.recorded() > 0) {
        judged.push(row(("nothing of the pool was on air".to_owned(), String::new()), (0, 0), Kept::Kept));
    }
    RuleVerdict { rule: rule.clone(), rows: judged }
}

/// What the rule measures, with its amount: items, or clock hours. A total that the publisher states is no item.
fn spots(study: &Study, rule: &Rule, rows: &[PlacedRow], whole: Option<&str>) -> BTreeMap<Spot, i64> {
    let rows: Vec<&PlacedRow> = rows.iter().filter(|row| whole != Some(row.key(key::ACTOR))).collect();
    let mut sums: BTreeMap<Spot, i64> = BTreeMap::new();
    for on_air in lengths(study, &rows) {
        let spots = match rule.quota {
            Quota::AtMostPerHour(_) if on_air.is_said => Vec::new(),
            Quota::AtMostPerHour(_) => Spot::hours(on_air.row, on_air.length),
            _ => vec![(Spot::item(on_air.row), on_air.length)],
        };
        for (spot, amount) in spots {
            *sums.entry(spot).or_default() += amount;
        }
    }
    sums
}

/// A row as it was on air.
struct OnAir<'r> {
    row: &'r PlacedRow,
    /// The length of all that the row's line shares out.
    length: i64,
    /// Another actor's row of that line says the same length.
    is_said: bool,
}

/// The length of each row. Where a line's amount is shared, `allocation` made a row for each actor: with the whole, or with a part
/// of what was on air. A part whose actor is not in the pool is not known here.
fn lengths<'r>(study: &Study, rows: &[&'r PlacedRow]) -> Vec<OnAir<'r>> {
    let allocation = |row: &PlacedRow| row.source.map(|at| study.sources[at as usize].allocation);
    let mut parts: BTreeMap<_, i64> = BTreeMap::new();
    for row in rows.iter().filter(|row| allocation(row) == Some(Allocation::EqualSplit)) {
        *parts.entry(shared(row)).or_default() += row.amount;
    }
    let mut said = BTreeSet::new();
    let on_air = |row: &&'r PlacedRow| OnAir {
        row,
        length: match allocation(row) {
            Some(Allocation::EqualSplit) => parts[&shared(row)],
            _ => row.amount,
        },
        is_said: allocation(row).is_some_and(|way| way != Allocation::AsCoded) && !said.insert(shared(row)),
    };
    rows.iter().map(on_air).collect()
}

/// What the rows of one amount have in common: their line, and all that is coded of them but who appears.
fn shared(row: &PlacedRow) -> ((&str, Option<&str>, u64), Vec<&str>) {
    let keys = key::ALL.iter().zip(&row.keys).filter(|(name, _)| ![key::ACTOR, key::CAPACITY].contains(*name));
    (row.place(), keys.map(|(_, value)| value.as_str()).collect())
}

/// What is measured as one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    outlet: String,
    date: String,
    name: String,
    actor: String,
    is_unplaced: bool,
}

impl Spot {
    fn new(row: &PlacedRow, name: &str, actor: &str, is_unplaced: bool) -> Spot {
        let (outlet, date) = (row.key(key::OUTLET), row.key(key::DATE));
        Spot {
            name: format!("{outlet}, {date}, {name}"),
            outlet: outlet.to_owned(),
            date: date.to_owned(),
            actor: actor.to_owned(),
            is_unplaced,
        }
    }

    fn item(row: &PlacedRow) -> Spot {
        let item = row.item.as_ref().map_or_else(|| row.address(), |id| format!("item {id}"));
        Spot::new(row, &item, row.key(key::ACTOR), false)
    }

    /// The clock hours of a row of some length, with what of it is in each.
    fn hours(row: &PlacedRow, length: i64) -> Vec<(Spot, i64)> {
        let Some(start) = row.start.map(i64::from) else {
            return vec![(Spot::new(row, "no start coded", "", true), length)];
        };
        let end = start + length;
        let hours = (start / HOUR)..=((end - 1).max(start) / HOUR);
        let part = |hour: i64| end.min((hour + 1) * HOUR) - start.max(hour * HOUR);
        let spot = |hour: i64| {
            let mut spot = Spot::new(row, "", "", false);
            // The service day runs past midnight: its 25th hour is the first of the next day.
            if let Ok(date) = spot.date.parse::<NaiveDate>() {
                spot.date = (date + chrono::TimeDelta::days(hour / 24)).to_string();
            }
            spot.name = format!("{}, {}, {:02}:00", spot.outlet, spot.date, hour % 24);
            spot
        };
        hours.map(|hour| (spot(hour), part(hour))).collect()
    }
}
