//! Holding a rule against the data.

use std::collections::BTreeMap;

use super::places::{hours, places, times};
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
    let silent = if rule.judges_silence(study) { places(&narrowed, rule, pool) } else { None };
    for group in silent.unwrap_or_default() {
        if found.contains_key(&group) {
            continue;
        }
        let place = Place::silent(&narrowed, rule, pool, &group);
        if place.is_to_be_judged(rule) {
            found.insert(group.clone(), place);
            order.push(group);
        }
    }
    if let Some(at) = rule.time() {
        let ranks: BTreeMap<String, usize> = times(&narrowed, rule, pool).into_iter().zip(0..).collect();
        order.sort_by_key(|group| ranks.get(&group[at]));
    }
    Ok(RuleVerdict { rule: rule.clone(), rows: judged(&narrowed, rule, &order, &found) })
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
        was_planned && (self.is_lost() || rule.is_of_amounts())
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
fn judged(study: &Study, rule: &Rule, order: &[Vec<String>], found: &BTreeMap<Vec<String>, Place>) -> Vec<RuleRow> {
    let unit = study.quantity(&rule.quantity).expect("invariant: rules name quantities of the study").unit;
    let mut carried: BTreeMap<(Vec<String>, String), i64> = BTreeMap::new();
    let mut rows = Vec::new();
    for group in order {
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
        } else if (is_cap && (is_over || may_be_over)) || (is_floor && (is_under || may_be_under)) {
            Kept::CannotTell
        } else {
            Kept::Kept
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::Label;

    fn rule(quota: Quota, tolerance: &str) -> Rule {
        Rule {
            id: String::new(),
            name: Label::plain(""),
            source: Label::plain(""),
            date: chrono::NaiveDate::MIN,
            pool: String::new(),
            quantity: String::new(),
            per: Vec::new(),
            conditions: Vec::new(),
            days: None,
            quota,
            is_of_all: false,
            whole: Whole::Pool,
            carry_over: false,
            tolerance: tolerance.parse().unwrap(),
            lost_holds: LostHolds::AsRecorded,
        }
    }

    /// What there is, of how much, and what was lost of each.
    type Has = (i64, (i64, i64), i64);

    fn assert_judged(quota: &Quota, tolerance: &str, cases: &[(Has, Kept)]) {
        let rule = rule(quota.clone(), tolerance);
        for ((has, (total, growth), lost), kept) in cases {
            let due = Due::of(&rule, "", (2, *total, 500));
            assert_eq!(
                due.judge(&rule, *has, (*total, *growth), *lost),
                *kept,
                "{quota:?}: {has} of {total}, {lost} lost"
            );
        }
    }

    #[test]
    fn a_limit_in_amounts_may_be_reached_and_is_moved_by_its_tolerance() {
        use super::Kept::{Broken, CannotTell, Kept};
        let of = |has: i64, lost: i64| (has, (1_000, lost), lost);
        let most = [(of(600, 0), Kept), (of(601, 0), Broken), (of(550, 50), Kept), (of(550, 51), CannotTell)];
        assert_judged(&Quota::AtMost(500), "10", &most);
        assert_judged(&Quota::AtMost(500), "10", &[(of(601, 50), Broken)]);
        let least = [(of(400, 0), Kept), (of(399, 0), Broken), (of(390, 9), Broken), (of(390, 10), CannotTell)];
        assert_judged(&Quota::AtLeast(500), "10", &least);
        assert_judged(&Quota::AtLeast(500), "10", &[(of(400, 50), Kept)]);
        // The one with most may have had what was lost, too.
        let level = [(of(400, 0), Kept), (of(399, 0), Broken), (of(449, 50), CannotTell), (of(450, 50), Kept)];
        assert_judged(&Quota::Level, "10", &level);
    }

    #[test]
    fn a_percentage_may_be_reached_and_is_moved_by_what_was_lost() {
        use super::Kept::{Broken, CannotTell, Kept};
        let half = || Share::of(1, 2).unwrap();
        let of = |has: i64, lost: i64| (has, (1_000, lost), lost);
        let most = [(of(600, 0), Kept), (of(601, 0), Broken), (of(601, 1), Broken), (of(601, 2), CannotTell)];
        assert_judged(&Quota::AtMostShare(half()), "10", &most);
        // 590 and 25 of 1,025 are 60 %.
        assert_judged(&Quota::AtMostShare(half()), "10", &[(of(590, 25), Kept), (of(590, 26), CannotTell)]);
        // 410 of 1,025 are 40 %, and so are 390 and 17 of 1,017, but for a part of one.
        let least = [(of(400, 0), Kept), (of(399, 0), Broken), (of(410, 25), Kept), (of(410, 26), CannotTell)];
        assert_judged(&Quota::AtLeastShare(half()), "10", &least);
        assert_judged(&Quota::AtLeastShare(half()), "10", &[(of(390, 16), Broken), (of(390, 17), CannotTell)]);
        assert_judged(&Quota::Equal, "0", &[(of(500, 0), Kept), (of(501, 0), Broken), (of(499, 0), Broken)]);
        // Lost hours make the whole larger, also where they are taken to hold nothing.
        assert_judged(&Quota::AtLeastShare(half()), "0", &[((500, (1_000, 1), 0), CannotTell)]);
    }

    #[test]
    fn a_place_that_was_not_to_be_monitored_has_lost_nothing() {
        let of = |planned: i64, lost: i64| Place {
            amounts: Vec::new(),
            total: 300,
            hours: Some(Completeness { planned, lost }),
        };
        let (silence, limit) = (rule(Quota::Nothing, "0"), rule(Quota::AtMost(1), "0"));
        assert!(!of(0, 0).is_lost() && !of(10, 9).is_lost() && of(10, 10).is_lost());
        for unit in [Unit::Time, Unit::Area] {
            assert_eq!([of(10, 0).lost(&silence, unit), of(10, 0).lost(&limit, unit)], [0, 0]);
        }
        // Any coverage breaks a silence; else the lost hours hold as much of it as the others.
        assert_eq!([of(10, 4).lost(&silence, Unit::Time), of(10, 4).lost(&silence, Unit::Area)], [4, 1]);
        assert_eq!([of(10, 4).lost(&limit, Unit::Time), of(10, 4).lost(&limit, Unit::Area)], [200, 200]);
        assert_eq!([of(10, 10).lost(&limit, Unit::Time), of(10, 10).lost(&limit, Unit::Area)], [10, 0]);
    }
}
