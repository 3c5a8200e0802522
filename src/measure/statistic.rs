//! Ratios of sums, and differences of them: the form that every share, balance, lead and change has.
//!
//! In: [`Sums`] and which parts stand above and below the line. Out: the exact quotient over all outlets as the pool puts
//! them together; and for its variance, what each cluster adds to it (the linearised value). Zero: a denominator that is
//! zero gives no quotient.

use super::sums::{Cluster, Stratum, Sums};
use crate::study::Weighting;
use crate::unit::{Decimal, Share};

/// `sum of c * part / sum of parts`: which parts, by their place, stand above and below the line.
#[derive(Debug, Clone, Default)]
pub struct Ratio {
    /// Parts above the line, with a whole coefficient.
    pub above: Vec<(usize, i64)>,
    /// Parts below the line.
    pub below: Vec<usize>,
}

impl Ratio {
    /// What is above and below the line in one cluster.
    pub(super) fn of_cluster(&self, cluster: &Cluster) -> (i64, i64) {
        cluster.units.iter().map(|unit| self.of_unit(unit)).fold((0, 0), |sum, unit| (sum.0 + unit.0, sum.1 + unit.1))
    }

    pub(super) fn of_unit(&self, unit: &[i64]) -> (i64, i64) {
        let above = self.above.iter().map(|(part, times)| unit[*part] * times).sum();
        (above, self.below.iter().map(|part| unit[*part]).sum())
    }

    pub(super) fn of_stratum(&self, stratum: &Stratum) -> (i64, i64) {
        stratum.clusters.iter().map(|c| self.of_cluster(c)).fold((0, 0), |sum, c| (sum.0 + c.0, sum.1 + c.1))
    }
}

/// A ratio, or the difference of two.
#[derive(Debug, Clone)]
pub struct Statistic {
    /// The ratio.
    pub ratio: Ratio,
    /// What is taken from it.
    pub minus: Option<Ratio>,
}

impl Statistic {
    /// A ratio on its own.
    pub fn of(ratio: Ratio) -> Self {
        Statistic { ratio, minus: None }
    }

    /// One ratio less another.
    pub fn difference(ratio: Ratio, minus: Ratio) -> Self {
        Statistic { ratio, minus: Some(minus) }
    }

    /// The ratios with their signs.
    pub(super) fn terms(&self) -> impl Iterator<Item = (f64, &Ratio)> {
        std::iter::once((1.0, &self.ratio)).chain(self.minus.iter().map(|ratio| (-1.0, ratio)))
    }

    /// The exact value; `None` where a denominator is zero.
    pub fn exact(&self, sums: &Sums, weighting: &Weighting) -> Option<Share> {
        let value = exact(&self.ratio, sums, weighting)?;
        match &self.minus {
            Some(minus) => Some(value.minus(&exact(minus, sums, weighting)?)),
            None => Some(value),
        }
    }
}

fn exact(ratio: &Ratio, sums: &Sums, weighting: &Weighting) -> Option<Share> {
    let of_outlets = sums.strata.iter().map(|stratum| (stratum, ratio.of_stratum(stratum)));
    if *weighting == Weighting::Pooled {
        let (above, below) = of_outlets.fold((0, 0), |sum, (_, outlet)| (sum.0 + outlet.0, sum.1 + outlet.1));
        return Share::of(above, below);
    }
    let shares = of_outlets.filter_map(|(stratum, (above, below))| {
        Some((decimal_weight(weighting, &stratum.outlet)?, Share::of(above, below)?))
    });
    let shares: Vec<(Decimal, Share)> = shares.collect();
    Share::weighted_mean(shares.iter().map(|(weight, share)| (*weight, share)))
}

fn decimal_weight(weighting: &Weighting, outlet: &str) -> Option<Decimal> {
    match weighting {
        Weighting::Weighted { weights, .. } => weights.iter().find(|(id, _)| id == outlet).map(|(_, weight)| *weight),
        Weighting::Pooled | Weighting::Mean => Some("1".parse().expect("invariant: one is a number")),
    }
}

/// The weight of an outlet in a mean; `None` where outlets are pooled.
pub(super) fn weight(weighting: &Weighting, outlet: &str) -> Option<f64> {
    if *weighting == Weighting::Pooled {
        return None;
    }
    let (above, below) = decimal_weight(weighting, outlet)?.as_fraction();
    #[expect(clippy::cast_precision_loss, reason = "a weight is a published number of few digits")]
    Some(above as f64 / below as f64)
}
