//! What disagreement between coders does to a share: a second interval, apart from that of days.
//!
//! In: codings, the shares of a pool, the study. Out: per share the interval that other coders of the same items could have given.
//! Formula: with `z = (a - R d) / T` of an item, `a` the actor's and `d` the pool's amount in it, two codings of one item differ by
//! a variance of twice one coder's: `V = N * mean of (z1 - z2)² / 2` over the m items coded twice, N being the items of the base;
//! limits `R +- z * sqrt(V)` on the logit scale. Source: the components of variance of duplicate measurements (Cochran,
//! Sampling Techniques, 3rd ed., 1977, ch. 13).
//! Assumes: the items coded twice are a random part of all; coders can stand for each other; their errors have mean zero and are
//! independent between items. What all coders get wrong alike is not in it. Zero: no item coded twice, no interval.
//! Checked against: a simulation with known errors, in `tests/agreement.rs`.

use statrs::distribution::{ContinuousCDF as _, Normal};

use super::worklist::counts;
use super::{ShareRow, ShareTable};
use crate::agreement::{Coding, Codings, Item};
use crate::study::{Pool, Study};

/// The interval of one share.
#[derive(Debug, Clone, PartialEq)]
pub struct CoderInterval {
    /// The share.
    pub row: ShareRow,
    /// Items of the base that were coded twice.
    pub n_double: usize,
    /// Low and high limit.
    pub limits: Option<(f64, f64)>,
}

/// The variance of a sum over `n_items` from the differences of two codings of some of them.
pub fn coder_variance(differences: &[f64], n_items: i64) -> Option<f64> {
    let m = differences.len();
    #[expect(clippy::cast_precision_loss, reason = "items are counted in thousands")]
    let (m_float, n) = (m as f64, n_items as f64);
    (m > 1).then(|| n / m_float * differences.iter().map(|difference| difference * difference).sum::<f64>() / 2.0)
}

/// Limits on the logit scale, for a share strictly between 0 and 1.
pub fn coder_limits(share: f64, variance: f64, level: u8) -> Option<(f64, f64)> {
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    let times = Normal::standard().inverse_cdf(0.5 + f64::from(level) / 200.0);
    let (centre, reach) = ((share / (1.0 - share)).ln(), times * variance.sqrt() / (share * (1.0 - share)));
    let back = |logit: f64| 1.0 / (1.0 + (-logit).exp());
    Some((back(centre - reach), back(centre + reach)))
}

/// The intervals of the shares of a table by medium.
pub fn coder_intervals(table: &ShareTable, codings: &Codings, study: &Study, pool: &Pool) -> Vec<CoderInterval> {
    let items = codings.items();
    let of = |row: &ShareRow| {
        let medium = row.group.first().map_or("", String::as_str);
        let here = items.iter().filter(|item| {
            let outlet = study.codebook.outlets.by_id(&item.outlet);
            item.quantity == row.quantity && outlet.is_some_and(|outlet| outlet.own.medium.word() == medium)
        });
        let total = row.estimate.denominator.whole();
        let share = row.estimate.share.as_ref().map_or(0.0, crate::unit::Share::as_f64);
        let differences: Vec<f64> =
            here.filter_map(|item| difference(item, &row.actor, share, total, study, pool)).collect();
        let variance = coder_variance(&differences, row.estimate.base.n_items);
        let limits = variance.filter(|variance| *variance > 0.0);
        let limits = limits.and_then(|variance| coder_limits(share, variance, study.uncertainty.level));
        CoderInterval { row: row.clone(), n_double: differences.len(), limits }
    };
    table.rows.iter().map(of).collect()
}

/// How far apart two codings of an item are in what they add to a share; `None` where neither has anything of the pool.
fn difference(item: &Item, actor: &str, share: f64, total: i64, study: &Study, pool: &Pool) -> Option<f64> {
    let of = |coding: &Coding| {
        let (mut own, mut all) = (0_i64, 0_i64);
        for row in &coding.appearances {
            if let Some(counted) = counts(study, pool, item, row, coding.genre.as_deref()) {
                let amount = row.amount.unwrap_or(0);
                all += amount;
                own += if counted == actor { amount } else { 0 };
            }
        }
        (own, all)
    };
    let mut codings = item.codings.values();
    let (first, second) = (of(codings.next()?), of(codings.next()?));
    #[expect(clippy::cast_precision_loss, reason = "amounts of one item")]
    let z = |(own, all): (i64, i64)| (own as f64 - share * all as f64) / total as f64;
    (first.1 + second.1 > 0 && total > 0).then(|| z(first) - z(second))
}
