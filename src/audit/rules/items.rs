//! Holding a limit on items against their rows: the longest spot, the shortest, the advertising in an hour.

use std::collections::BTreeMap;

use super::judge::{Kept, RuleRow, RuleVerdict};
use super::{Quota, Rule};
use crate::study::Study;
use crate::tally::{PlacedRow, key};
use crate::unit::Amount;

/// Milliseconds of an hour.
const HOUR: i32 = 3_600_000;

/// Holds a rule on items against the rows of its pool. An item's rows of one actor are one spot; a row without an item id is an
/// item of its own. An hour is that in which a row starts; rows without a start cannot be placed, and make the rule one that
/// cannot be told.
pub fn hold_items(study: &Study, rule: &Rule, rows: &[PlacedRow]) -> RuleVerdict {
    let unit = study.quantity(&rule.quantity).expect("invariant: rules name quantities of the study").unit;
    let limit = match rule.quota {
        Quota::Longest(limit) | Quota::Shortest(limit) | Quota::AtMostPerHour(limit) => limit,
        _ => 0,
    };
    let mut sums: BTreeMap<Spot, i64> = BTreeMap::new();
    for row in rows {
        let spot = if matches!(rule.quota, Quota::AtMostPerHour(_)) { Spot::hour(row) } else { Spot::item(row) };
        *sums.entry(spot).or_default() += row.amount;
    }
    let judged = sums.into_iter().map(|(spot, has)| {
        let is_broken = match rule.quota {
            Quota::Shortest(_) => has < limit,
            _ => has > limit,
        };
        let kept = match (spot.is_unplaced, is_broken) {
            (true, _) => Kept::CannotTell,
            (false, true) => Kept::Broken,
            (false, false) => Kept::Kept,
        };
        let amount = |whole: i64| Amount::new(unit, whole);
        RuleRow {
            group: Vec::new(),
            item: spot.name,
            actor: spot.actor,
            has: amount(has),
            due: amount(limit),
            carried: amount(0),
            difference: amount(has - limit),
            total: amount(has),
            lost: amount(0),
            kept,
        }
    });
    RuleVerdict { rule: rule.clone(), rows: judged.collect() }
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
    fn item(row: &PlacedRow) -> Spot {
        let (outlet, date) = (row.key(key::OUTLET), row.key(key::DATE));
        let sheet = row.sheet.as_ref().map_or_else(String::new, |sheet| format!("[{sheet}]"));
        let item =
            row.item.as_ref().map_or_else(|| format!("{}{sheet}:{}", row.file, row.line), |id| format!("item {id}"));
        Spot {
            name: format!("{outlet}, {date}, {item}"),
            outlet: outlet.to_owned(),
            date: date.to_owned(),
            actor: row.key(key::ACTOR).to_owned(),
            is_unplaced: false,
        }
    }

    fn hour(row: &PlacedRow) -> Spot {
        let (outlet, date) = (row.key(key::OUTLET), row.key(key::DATE));
        let hour = row.start.map_or_else(|| "no start coded".to_owned(), |start| format!("{:02}:00", start / HOUR));
        Spot {
            name: format!("{outlet}, {date}, {hour}"),
            outlet: outlet.to_owned(),
            date: date.to_owned(),
            actor: String::new(),
            is_unplaced: row.start.is_none(),
        }
    }
}
