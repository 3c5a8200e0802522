//! The largest shares of a group, and the rest as one.
//!
//! In: the cells of one group. Out: the cells by share, largest first, ties by actor id; where there are more than asked
//! for, the smaller ones together. Zero: a group without cells gives an empty ranking.

use super::ShareRow;
use crate::study::Study;
use crate::unit::{Amount, Percent, Share};

/// The actors that are not shown one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Others {
    /// How many.
    pub n_actors: usize,
    /// Their share together.
    pub share: Share,
    /// The same, rounded as the study declares.
    pub percent: Percent,
    /// Their amount together.
    pub amount: Amount,
}

/// Cells by share.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking<'a> {
    /// The largest, largest first.
    pub leading: Vec<&'a ShareRow>,
    /// The rest as one.
    pub others: Option<Others>,
}

/// Ranks the cells of one group. Up to `most` stand alone; of more, the first `most - 2` do.
pub fn ranking<'a>(study: &Study, rows: &[&'a ShareRow], most: usize) -> Ranking<'a> {
    let mut leading = rows.to_vec();
    leading.sort_by(|a, b| b.estimate.share.cmp(&a.estimate.share).then_with(|| a.actor.cmp(&b.actor)));
    if leading.len() <= most {
        return Ranking { leading, others: None };
    }
    let rest = leading.split_off(most.saturating_sub(2));
    let share = Share::sum(rest.iter().filter_map(|row| row.estimate.share.as_ref()));
    let unit = rest[0].estimate.numerator.unit();
    let whole = rest.iter().map(|row| row.estimate.numerator.whole()).sum();
    let percent = study.rounding.percent(&share);
    let others = Others { n_actors: rest.len(), share, percent, amount: Amount::new(unit, whole) };
    Ranking { leading, others: Some(others) }
}
