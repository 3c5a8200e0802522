//! Holding a rule against the data.

use std::collections::BTreeMap;

use super::places::{hours, places};
use super::{LostHolds, Quota, Rule, Whole};
use crate::measure::{Completeness, Failure, MeasureRequest, ShareRow, share};
use crate::study::{Pool, Study};
use crate::tally::Tally;
use crate::unit::{Amount, Share, Unit};

/// Is a rule kept?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// It is.
    Kept,
    /// What was lost could turn it either way, or there is nothing to hold it against.
    CannotTell,
    /// It is not, even if all that was lost had gone the other way.
    Broken,
}

impl Kept {
    /// `kept`, `cannot-tell` or `broken`.
    pub fn word(self) -> &'static str {
        match self {
            Kept::Kept => "kept",
            Kept::CannotTell => "cannot-tell",
            Kept::Broken => "broken",
        }
    }
}

/// One actor in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleRow {
    /// The values of what the rule holds per.
    pub group: Vec<String>,
    /// Which item or hour it is, of a rule on items; else empty.
    pub item: String,
    /// Id of the actor; empty for all actors together.
    pub actor: String,
    /// What the actor had.
    pub has: Amount,
    /// What is due, with what was carried over: the least where the rule is a floor, the most where it is a cap.
    pub due: Amount,
    /// What is owed from the time before, and part of what is due; below zero where the actor had too much.
    pub carried: Amount,
    /// What the actor had less what is due: below zero it is owed, above it is too much.
    pub difference: Amount,
    /// All of the pool there, or the recorded hours.
    pub total: Amount,
    /// The coverage of the pool that lost recordings are taken to hold there.
    pub lost: Amount,
    /// The verdict.
    pub kept: Kept,
}

/// A rule with its verdicts.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleVerdict {
    /// The rule.
    pub rule: Rule,
    /// Every actor of the pool in every place.
    pub rows: Vec<RuleRow>,
}

impl RuleVerdict {
    /// The worst of its rows; where there is none, nobody can tell.
    pub fn kept(&self) -> Kept {
        self.rows.iter().map(|row| row.kept).max().unwrap_or(Kept::CannotTell)
    }
}

/// Holds a rule on sums against the data.
///
/// Errors: [`Failure`] where the coverage cannot be measured.
pub fn hold(study: &Study, tally: &Tally, rule: &Rule) -> Result<RuleVerdict, Failure> {
    let narrowed = rule.on_its_days(study);
    let tally = tally.of_days(study, (narrowed.window.from, narrowed.window.to));
    let pool = study.pool(&rule.pool).expect("invariant: rules name pools of the study");
    let request = MeasureRequest { conditions: rule.conditions.clone(), ..MeasureRequest::new(pool, &rule.per) };
    let table = share(&tally, &narrowed, &request)?;
    let mut found: BTreeMap<Vec<String>, Place> = BTreeMap::new();
    let mut order: Vec<Vec<String>> = Vec::new();
    for (quantity, group, cells) in table.groups() {
        if quantity == rule.quantity {
            order.push(group.to_vec());
            found.insert(group.to_vec(), Place::of(&cells));
        }
    }
    let silent = places(&narrowed, rule, pool).unwrap_or_default();
    for group in silent {
        if found.contains_key(&group) {
            continue;
        }
        let place = Place::silent(&narrowed, rule, pool, &group);
        if place.is_to_be_judged(rule) {
            found.insert(group.clone(), place);
            order.push(group);
        }
    }
    Ok(RuleVerdict { rule: rule.clone(), rows: judged(&narrowed, rule, pool, &order, &found) })
}

/// What there is in one place.
struct Place {
    amounts: Vec<(String, i64)>,
    total: i64,
    hours: Option<Completeness>,
}

impl Place {
    fn of(cells: &[&ShareRow]) -> Place {
        let first = &cells[0].estimate;
        Place {
            amounts: cells.iter().map(|cell| (cell.actor.clone(), cell.estimate.numerator.whole())).collect(),
            total: first.denominator.whole(),
            hours: first.base.completeness,
        }
    }

    fn silent(study: &Study, rule: &Rule, pool: &Pool, group: &[String]) -> Place {
        Place {
            amounts: pool.listed_actors(&study.codebook).map(|actor| (actor.to_owned(), 0)).collect(),
            total: 0,
            hours: hours(study, rule, pool, group),
        }
    }

    /// Was the place to be monitored, and nothing of it recorded?
    fn is_lost(&self) -> bool {
        self.hours.is_some_and(|hours| hours.planned > 0 && hours.recorded() == 0)
    }

    /// A place without coverage says something of limits in amounts, and where its recording failed of every rule.
    fn is_to_be_judged(&self, rule: &Rule) -> bool {
        let was_planned = self.hours.is_none_or(|hours| hours.planned > 0);
        let is_of_amounts = matches!(rule.quota, Quota::AtLeast(_) | Quota::AtMost(_) | Quota::Nothing);
        was_planned && (self.is_lost() || is_of_amounts || rule.whole == Whole::Recorded)
    }

    /// What the lost hours of the place are taken to hold.
    fn lost(&self, rule: &Rule, unit: Unit) -> i64 {
        let Some(hours) = self.hours.filter(|hours| hours.lost > 0) else { return 0 };
        // One second breaks a silence, however little the recorded hours hold.
        let is_bound = rule.lost_holds == LostHolds::Everything || rule.quota == Quota::Nothing || self.is_lost();
        match unit {
            Unit::Time if is_bound => return hours.lost,
            _ if rule.quota == Quota::Nothing => return 1,
            _ => {}
        }
        Share::of(hours.lost, hours.recorded()).map_or(0, |part| part.of_whole(self.total))
    }
}

/// The rows of every place. What is carried over goes from time to time, so that places of one line are judged in order.
fn judged(
    study: &Study,
    rule: &Rule,
    pool: &Pool,
    order: &[Vec<String>],
    found: &BTreeMap<Vec<String>, Place>,
) -> Vec<RuleRow> {
    let unit = study.quantity(&rule.quantity).expect("invariant: rules name quantities of the study").unit;
    let mut order = order.to_vec();
    if let (Some(at), Some(all)) = (rule.time(), places(study, rule, pool)) {
        let times: Vec<&String> = all.iter().map(|place| &place[at]).collect();
        order.sort_by_key(|group| times.iter().position(|time| **time == group[at]));
    }
    let mut carried: BTreeMap<(Vec<String>, String), i64> = BTreeMap::new();
    let mut rows = Vec::new();
    for group in &order {
        let place = &found[group];
        let mut line = group.clone();
        if let Some(at) = rule.time() {
            line.remove(at);
        }
        let owed = |actor: &str| carried.get(&(line.clone(), actor.to_owned())).copied().unwrap_or(0);
        let of_place = rows_of(rule, unit, place, group, &owed);
        if rule.carry_over {
            for row in of_place.iter().filter(|_| !place.is_lost()) {
                let both_ways = matches!(rule.quota, Quota::Equal | Quota::Parts(_));
                let left = -row.difference.whole();
                carried.insert((line.clone(), row.actor.clone()), if both_ways { left } else { left.max(0) });
            }
        }
        rows.extend(of_place);
    }
    rows
}

fn rows_of(rule: &Rule, unit: Unit, place: &Place, group: &[String], owed: &dyn Fn(&str) -> i64) -> Vec<RuleRow> {
    let amounts = if rule.is_of_all {
        vec![(String::new(), place.amounts.iter().map(|(_, amount)| amount).sum())]
    } else {
        place.amounts.clone()
    };
    // Level: whoever has most, what makes up for an earlier time not counted.
    let most = amounts.iter().map(|(actor, amount)| amount - owed(actor)).max().unwrap_or(0);
    let lost = place.lost(rule, unit);
    let total = match rule.whole {
        Whole::Pool => place.total,
        Whole::Recorded => place.hours.map_or(0, Completeness::recorded),
    };
    let judged = amounts.iter().map(|(actor, has)| {
        let carried = if rule.carry_over { owed(actor) } else { 0 };
        let due = Due::of(rule, actor, (amounts.len(), total, most));
        // By so much the whole would be larger, had nothing been lost.
        let growth = match rule.whole {
            Whole::Pool => lost,
            Whole::Recorded => place.hours.map_or(0, |hours| hours.lost),
        };
        let kept =
            if place.is_lost() { Kept::CannotTell } else { due.judge(rule, has - carried, (total, growth), lost) };
        let amount = |whole: i64| Amount::new(unit, whole);
        RuleRow {
            group: group.to_vec(),
            item: String::new(),
            actor: actor.clone(),
            has: amount(*has),
            due: amount(due.amount + carried),
            carried: amount(carried),
            difference: amount(has - due.amount - carried),
            total: amount(total),
            lost: amount(lost),
            kept,
        }
    });
    judged.collect()
}

/// What one actor is due in one place.
struct Due {
    share: Option<Share>,
    amount: i64,
}

impl Due {
    fn of(rule: &Rule, actor: &str, (n_actors, total, most): (usize, i64, i64)) -> Due {
        let share = match &rule.quota {
            Quota::Equal => Share::equal(n_actors),
            Quota::Parts(parts) => {
                let part = parts.iter().find(|(id, _)| id == actor).map(|(_, share)| share.clone());
                part.or_else(|| Share::of(0, 1))
            }
            Quota::AtMostShare(share) | Quota::AtLeastShare(share) => Some(share.clone()),
            _ => None,
        };
        let amount = match (&rule.quota, &share) {
            (Quota::AtMost(amount) | Quota::AtLeast(amount), _) => *amount,
            (Quota::Level, _) => most,
            (_, Some(share)) => share.of_whole(total),
            _ => 0,
        };
        Due { share, amount }
    }

    /// Lost recordings may hold nothing but this actor's coverage, or nothing but the others'.
    fn judge(&self, rule: &Rule, has: i64, (total, growth): (i64, i64), lost: i64) -> Kept {
        let tolerance = Share::from_percent(rule.tolerance);
        let has_both = matches!(rule.quota, Quota::Equal | Quota::Parts(_));
        let (is_cap, is_floor) = (has_both || rule.quota.is_cap(), has_both || rule.quota.is_floor());
        let (is_over, is_under, is_over_anyway, is_under_anyway, may_be_over, may_be_under) = match &self.share {
            // Percentages are compared exactly: a rounded amount would let one appearance too many pass.
            Some(share) => {
                let (most, least) = (Share::sum([share, &tolerance]), share.minus(&tolerance));
                let over = |has: i64, total: i64| Share::of(has, total).is_some_and(|share| share > most);
                let under = |has: i64, total: i64| Share::of(has, total).is_some_and(|share| share < least);
                (
                    over(has, total),
                    under(has, total),
                    over(has, total + growth),
                    under(has + lost, total + growth),
                    over(has + lost, total + growth),
                    under(has, total + growth),
                )
            }
            None => {
                let room = tolerance.of_whole(total);
                let (most, least) = (self.amount + room, self.amount - room);
                // Whoever has most may have had more still.
                let raised = if rule.quota == Quota::Level { lost } else { 0 };
                (has > most, has < least, has > most, has + lost < least, has + lost > most, has < least + raised)
            }
        };
        if (is_cap && is_over && is_over_anyway) || (is_floor && is_under && is_under_anyway) {
            Kept::Broken
        } else if (is_cap && (is_over || (lost > 0 && may_be_over)))
            || (is_floor && (is_under || (lost > 0 && may_be_under)))
        {
            Kept::CannotTell
        } else {
            Kept::Kept
        }
    }
}
