//! What lies between two cumulative statements.

use super::ShareEffect;
use crate::unit::{Amount, Share};

/// One actor's coverage between two statements.
#[derive(Debug, Clone, PartialEq)]
pub struct Increment {
    /// Id of the quantity.
    pub quantity: String,
    /// The values of the group.
    pub group: Vec<String>,
    /// Id of the actor.
    pub actor: String,
    /// Up to the first statement.
    pub left: Amount,
    /// Up to the second.
    pub right: Amount,
    /// The second less the first; below zero where a cumulative sum shrank.
    pub between: Amount,
    /// The part of all that lies between; `None` where anything in the group shrank, or nothing came.
    pub share: Option<Share>,
}

/// The increments of every actor of the right statement. Zero: what the left one lacks is nothing yet.
pub fn increments(effects: &[ShareEffect]) -> Vec<Increment> {
    let of = |effect: &ShareEffect| {
        let (left, right) = (effect.left.as_ref(), effect.right.as_ref());
        let unit = left.or(right).map(|(above, ..)| above.unit()).expect("invariant: an effect has a side");
        let whole = |side: Option<&(Amount, Amount, Share)>| {
            side.map_or((0, 0), |(above, below, _)| (above.whole(), below.whole()))
        };
        let ((left, below_left), (right, below_right)) = (whole(left), whole(right));
        let increment = Increment {
            quantity: effect.quantity.clone(),
            group: effect.group.clone(),
            actor: effect.actor.clone(),
            left: Amount::new(unit, left),
            right: Amount::new(unit, right),
            between: Amount::new(unit, right - left),
            share: None,
        };
        (increment, below_right - below_left)
    };
    let found: Vec<(Increment, i64)> = effects.iter().filter(|effect| effect.right.is_some()).map(of).collect();
    let shrank = |one: &Increment| {
        found
            .iter()
            .any(|(other, _)| other.quantity == one.quantity && other.group == one.group && other.between.whole() < 0)
    };
    let with_share = |(increment, below): &(Increment, i64)| {
        let is_whole = *below > 0 && !shrank(increment);
        let share = if is_whole { Share::of(increment.between.whole(), *below) } else { None };
        Increment { share, ..increment.clone() }
    };
    found.iter().map(with_share).collect()
}
