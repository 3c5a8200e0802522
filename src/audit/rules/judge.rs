//! Holding a rule against the data.

use super::{LostHolds, Quota, Rule};
use crate::codebook::Medium;
use crate::measure::{Dimension, Failure, MeasureRequest, ShareRow, share};
use crate::study::{Study, Window};
use crate::tally::Tally;
use crate::unit::{Amount, Share, Unit};

/// Is a rule kept?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// It is.
    Kept,
    /// What was lost could turn it either way.
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
    /// Id of the actor.
    pub actor: String,
    /// What the actor had.
    pub has: Amount,
    /// What is due: the least where the rule is a floor, the most where it is a cap.
    pub due: Amount,
    /// What the actor had less what is due: below zero it is owed, above it is too much.
    pub difference: Amount,
    /// All of the pool there.
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
    /// Every actor of the pool in every place with coverage.
    pub rows: Vec<RuleRow>,
}

impl RuleVerdict {
    /// The worst of its rows; kept where there is none.
    pub fn kept(&self) -> Kept {
        self.rows.iter().map(|row| row.kept).max().unwrap_or(Kept::Kept)
    }
}

/// Holds a rule against the data.
///
/// Errors: [`Failure`] where the coverage cannot be measured.
pub fn hold(study: &Study, tally: &Tally, rule: &Rule) -> Result<RuleVerdict, Failure> {
    let window = study.window;
    let (from, to) = rule.days.unwrap_or((window.from, window.to));
    let narrowed =
        Study { window: Window { from: from.max(window.from), to: to.min(window.to), ..window }, ..study.clone() };
    let tally = tally.within((narrowed.window.from, narrowed.window.to), "");
    let pool = study.pool(&rule.pool).expect("invariant: rules name pools of the study");
    let request = MeasureRequest { conditions: rule.conditions.clone(), ..MeasureRequest::new(pool, &rule.per) };
    let table = share(&tally, &narrowed, &request)?;
    let mut rows = Vec::new();
    for (quantity, _, cells) in table.groups() {
        if quantity == rule.quantity {
            rows.extend(cells.iter().map(|cell| row(rule, cell, cells.len())));
        }
    }
    rows.extend(without_coverage(&narrowed, rule, &rows));
    Ok(RuleVerdict { rule: rule.clone(), rows })
}

/// What a floor asks of outlets that have no coverage of the pool at all, and stand in no table.
fn without_coverage(study: &Study, rule: &Rule, rows: &[RuleRow]) -> Vec<RuleRow> {
    let Quota::AtLeast(due) = rule.quota else { return Vec::new() };
    let pool = study.pool(&rule.pool).expect("invariant: rules name pools of the study");
    let unit = study.quantity(&rule.quantity).expect("invariant: rules name quantities of the study").unit;
    let places: Vec<Vec<String>> = match rule.per[..] {
        [] => vec![Vec::new()],
        [Dimension::Outlet] if rule.conditions.is_empty() => {
            // Print has no airtime, and nothing else has space.
            let has_unit = |medium: Medium| match unit {
                Unit::Time => medium != Medium::Print,
                Unit::Area => medium == Medium::Print,
                Unit::Count => true,
            };
            let all =
                study.codebook.outlets.iter().filter(|outlet| has_unit(outlet.own.medium)).map(|outlet| &outlet.id);
            let of_pool = all.filter(|id| pool.outlets.is_empty() || pool.outlets.contains(id));
            of_pool.map(|id| vec![id.clone()]).collect()
        }
        _ => return Vec::new(),
    };
    let silent = places.into_iter().filter(|place| !rows.iter().any(|row| row.group == *place));
    let row = |group: Vec<String>, actor: &str| RuleRow {
        group,
        actor: actor.to_owned(),
        has: Amount::new(unit, 0),
        due: Amount::new(unit, due),
        difference: Amount::new(unit, -due),
        total: Amount::new(unit, 0),
        lost: Amount::new(unit, 0),
        kept: if due > 0 { Kept::Broken } else { Kept::Kept },
    };
    silent.flat_map(|group| pool.listed_actors(&study.codebook).map(move |actor| row(group.clone(), actor))).collect()
}

fn row(rule: &Rule, cell: &ShareRow, n_actors: usize) -> RuleRow {
    let estimate = &cell.estimate;
    let (has, total) = (estimate.numerator.whole(), estimate.denominator.whole());
    let unit = estimate.denominator.unit();
    let hours = estimate.base.completeness.filter(|hours| hours.lost > 0);
    let lost = hours.map_or(0, |hours| match rule.lost_holds {
        LostHolds::Everything if unit == Unit::Time => hours.lost,
        _ => Share::of(hours.lost, hours.recorded()).map_or(0, |part| whole_part(&part, total)),
    });
    let equal = Share::equal(n_actors).expect("invariant: a group has an actor");
    let due_share = match &rule.quota {
        Quota::Equal => Some(equal),
        Quota::Parts(parts) => {
            let part = parts.iter().find(|(id, _)| *id == cell.actor).map(|(_, share)| share.clone());
            Some(part.unwrap_or_else(|| Share::of(0, 1).expect("invariant: one is not zero")))
        }
        Quota::AtMostShare(share) | Quota::AtLeastShare(share) => Some(share.clone()),
        Quota::AtMost(_) | Quota::AtLeast(_) | Quota::Nothing => None,
    };
    let due = match (&rule.quota, &due_share) {
        (Quota::AtMost(amount) | Quota::AtLeast(amount), _) => *amount,
        (_, Some(share)) => whole_part(share, total),
        _ => 0,
    };
    let tolerance = whole_part(&Share::from_percent(rule.tolerance), total);
    let (is_over, is_under) = match rule.quota {
        Quota::Equal | Quota::Parts(_) => (has > due + tolerance, has < due - tolerance),
        Quota::AtMostShare(_) | Quota::AtMost(_) | Quota::Nothing => (has > due + tolerance, false),
        Quota::AtLeastShare(_) | Quota::AtLeast(_) => (false, has < due - tolerance),
    };
    // What was lost might have been all the others', or all this actor's.
    let with_lost = due_share.as_ref().map_or(due, |share| whole_part(share, total + lost));
    let is_over_anyway = is_over && has > with_lost + tolerance;
    let is_under_anyway = is_under && has + lost < with_lost - tolerance;
    let kept = if is_over_anyway || is_under_anyway {
        Kept::Broken
    } else if is_over || is_under {
        Kept::CannotTell
    } else {
        Kept::Kept
    };
    RuleRow {
        group: cell.group.clone(),
        actor: cell.actor.clone(),
        has: estimate.numerator,
        due: Amount::new(unit, due),
        difference: Amount::new(unit, has - due),
        total: estimate.denominator,
        lost: Amount::new(unit, lost),
        kept,
    }
}

/// A part of a whole number, the nearest whole number.
fn whole_part(share: &Share, whole: i64) -> i64 {
    share.of_whole(whole)
}
