//! What each class of differences does to each share.

use std::collections::{BTreeMap, BTreeSet};

use super::{Class, Names};
use crate::measure::{Failure, MeasureRequest, ShareRow, share};
use crate::study::Study;
use crate::tally::{SumRow, Tally, key};
use crate::unit::{Amount, Share};

/// One side: its study, its sums, and what is asked of them.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The study that says what a share is.
    pub study: &'a Study,
    /// Its sums.
    pub tally: &'a Tally,
    /// Pool, dimensions and conditions.
    pub request: &'a MeasureRequest<'a>,
}

/// The sums that one class adds and takes away.
pub type Delta = (Class, Vec<SumRow>);

/// A share on both sides, and what turns one into the other.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareEffect {
    /// Id of the quantity.
    pub quantity: String,
    /// The values of the group, in the left side's words.
    pub group: Vec<String>,
    /// Id of the actor.
    pub actor: String,
    /// Numerator, denominator and share on the left side; `None` without coverage of the group.
    pub left: Option<(Amount, Amount, Share)>,
    /// The same on the right side.
    pub right: Option<(Amount, Amount, Share)>,
    /// What each class adds to the share, in the order taken; `None` where there is no share before or after it.
    pub effects: Vec<(Class, Option<Share>)>,
}

impl ShareEffect {
    /// Is anything not the same: the share, or what a class does to it?
    pub fn is_any(&self) -> bool {
        let is_change = |share: Option<&Share>| share.is_none_or(|share| !share.is_zero());
        is_change(self.difference().as_ref()) || self.effects.iter().any(|(_, share)| is_change(share.as_ref()))
    }

    /// The right share less the left one.
    pub fn difference(&self) -> Option<Share> {
        Some(self.right.as_ref()?.2.minus(&self.left.as_ref()?.2))
    }
}

type Cell = (String, Vec<String>, String);
type Values = BTreeMap<Cell, (Amount, Amount, Share)>;

/// The effects on every share of the left side's request. The right side's own figures close the way: what is then still
/// different comes from its definitions.
///
/// Errors: [`Failure`] where one of the states cannot be measured.
pub fn share_effects(
    left: Side<'_>,
    right: Side<'_>,
    deltas: &[Delta],
    names: &Names,
) -> Result<Vec<ShareEffect>, Failure> {
    let unnamed = Names::default();
    let mut cells = Vec::new();
    let mut states: Vec<(Option<Class>, Values)> = vec![(None, values(left, &unnamed, &mut cells)?)];
    let mut tally = left.tally.clone();
    for (class, sums) in deltas {
        tally = tally.plus(&Tally::of_sums(sums));
        states.push((Some(*class), values(Side { tally: &tally, ..left }, &unnamed, &mut cells)?));
    }
    states.push((Some(Class::Definitions), values(right, names, &mut cells)?));
    let mut known = BTreeSet::new();
    cells.retain(|cell| known.insert(cell.clone()));
    let first = &states[0].1;
    let last = &states[states.len() - 1].1;
    let of = |cell: &Cell| {
        let share = |values: &Values| values.get(cell).map(|(.., share)| share.clone());
        let steps = states.windows(2).map(|pair| {
            let class = pair[1].0.expect("invariant: only the first state has no class");
            (class, share(&pair[0].1).zip(share(&pair[1].1)).map(|(before, after)| after.minus(&before)))
        });
        ShareEffect {
            quantity: cell.0.clone(),
            group: cell.1.clone(),
            actor: cell.2.clone(),
            left: first.get(cell).cloned(),
            right: last.get(cell).cloned(),
            effects: steps.collect(),
        }
    };
    let effects: Vec<ShareEffect> = cells.iter().map(of).collect();
    Ok(effects.into_iter().filter(|effect| effect.left.is_some() || effect.right.is_some()).collect())
}

/// The shares of one state, whose cells are added to those of the others.
fn values(side: Side<'_>, names: &Names, cells: &mut Vec<Cell>) -> Result<Values, Failure> {
    let by = side.request.dimensions();
    let mut values = Values::new();
    for ShareRow { quantity, group, actor, estimate } in share(side.tally, side.study, side.request)?.rows {
        let Some(share) = estimate.share else { continue };
        let group: Vec<String> =
            by.iter().zip(&group).map(|(dimension, value)| names.in_left(dimension.word(), value).to_owned()).collect();
        let cell = (quantity, group, names.in_left(key::ACTOR, &actor).to_owned());
        cells.push(cell.clone());
        values.insert(cell, (estimate.numerator, estimate.denominator, share));
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::Unit;

    #[test]
    fn effects_that_cancel_out_are_something() {
        let percent = |percent: i64| Share::of(percent, 100).unwrap();
        let effect = |right: i64, effects: &[i64]| {
            let side = |own: i64| Some((Amount::new(Unit::Time, own), Amount::new(Unit::Time, 100), percent(own)));
            let effects = effects.iter().map(|effect| (Class::Changed, Some(percent(*effect)))).collect();
            let (quantity, group, actor) = (String::new(), Vec::new(), String::new());
            ShareEffect { quantity, group, actor, left: side(40), right: side(right), effects }
        };
        assert!(!effect(40, &[0, 0]).is_any());
        assert!(effect(40, &[5, -5]).is_any());
        assert!(effect(45, &[5, 0]).is_any());
        assert!(ShareEffect { right: None, ..effect(40, &[0, 0]) }.is_any());
    }
}
