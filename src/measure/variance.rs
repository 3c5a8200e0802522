//! The linearised variance of a ratio of sums under a stratified cluster design.
//!
//! In: a [`Statistic`] over [`Sums`]: outlets are strata, outlet-days are clusters, programmes their units. Out: variance and
//! degrees of freedom, or nothing where they are not to be had. Formula: with `z` of a cluster = (above - R * below) / sum
//! below, `V = sum over strata of (1 - n/N) * n / (n - 1) * sum (z - mean z)²`, and where the units of a cluster were drawn
//! from more, `+ sum of n/N * (1 - m/M) * m / (m - 1) * sum (z of units - their mean)²`. A mean over outlets has `z` of the
//! ratio of each outlet times its weight. Every monitored cluster is in `n`, with or without coverage of the domain:
//! dropping those without would make it a smaller study. An outlet with one cluster is taken around zero, the mean of all
//! `z`: it has no variance of its own, and leaving it out would make the figure look surer. For the same reason a ratio that
//! rests on one cluster of an outlet is held against the mean of all outlets where outlets are weighed: against itself it has
//! no deviation.
//! Degrees of freedom: clusters with coverage less outlets with coverage.
//! Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, ch. 5; as R `survey::svyratio`.
//! Checked against: R `survey`, in `tests/formulas.rs`.

use super::statistic::{Ratio, Statistic, weight};
use super::sums::{Cluster, Stratum, Sums};
use crate::study::Weighting;
use crate::unit::{count, float};

/// A variance with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variance {
    /// The variance of the statistic.
    pub variance: f64,
    /// Clusters less strata, of those with coverage; without one there is no interval.
    pub degrees_of_freedom: usize,
    /// The variance over what it would be if the units of each outlet, its programmes, were drawn one by one; below 1 where
    /// they balance within a day. `None` where clusters have no units.
    pub design_effect: Option<f64>,
}

/// The linearised value of each unit of each cluster with coverage, by stratum: what it adds to the statistic. `None` where a
/// denominator is zero.
pub fn linearised(statistic: &Statistic, sums: &Sums, weighting: &Weighting) -> Option<Vec<Vec<Vec<f64>>>> {
    let mut values: Vec<Vec<Vec<f64>>> = sums
        .strata
        .iter()
        .map(|stratum| stratum.clusters.iter().map(|cluster| vec![0.0; cluster.units.len()]).collect())
        .collect();
    for (sign, ratio) in statistic.terms() {
        for (stratum, (value, scale)) in scales(ratio, sums, weighting)?.into_iter().enumerate() {
            for (cluster, units) in sums.strata[stratum].clusters.iter().zip(&mut values[stratum]) {
                for (unit, z) in cluster.units.iter().zip(units) {
                    let (above, below) = ratio.of_unit(unit);
                    *z += sign * scale * (float(above) - value * float(below));
                }
            }
        }
    }
    Some(values)
}

/// By stratum, the ratio its clusters are held against and what one unit above the line adds to the statistic.
fn scales(ratio: &Ratio, sums: &Sums, weighting: &Weighting) -> Option<Vec<(f64, f64)>> {
    let totals: Vec<(f64, f64)> =
        sums.strata.iter().map(|s| ratio.of_stratum(s)).map(|(a, b)| (float(a), float(b))).collect();
    if *weighting == Weighting::Pooled {
        let (above, below) = totals.iter().fold((0.0, 0.0), |sum, outlet| (sum.0 + outlet.0, sum.1 + outlet.1));
        return (below > 0.0).then(|| vec![(above / below, 1.0 / below); totals.len()]);
    }
    let weights: Vec<f64> = sums
        .strata
        .iter()
        .zip(&totals)
        .map(|(stratum, (_, below))| if *below > 0.0 { weight(weighting, &stratum.outlet).unwrap_or(0.0) } else { 0.0 })
        .collect();
    let all: f64 = weights.iter().sum();
    let outlets = totals.iter().zip(&weights).filter(|((_, below), _)| *below > 0.0);
    let mean: f64 = outlets.map(|((above, below), weight)| weight / all * above / below).sum();
    let scale = |((stratum, (above, below)), weight): ((&Stratum, &(f64, f64)), &f64)| {
        if *below <= 0.0 {
            return (0.0, 0.0);
        }
        let n_covered = stratum.clusters.iter().filter(|cluster| ratio.of_cluster(cluster).1 > 0).count();
        (if n_covered == 1 { mean } else { above / below }, weight / all / below)
    };
    let scales = sums.strata.iter().zip(&totals).zip(&weights).map(scale);
    (all > 0.0).then(|| scales.collect())
}

/// The variance of a statistic; `None` where it has no value. With no degree of freedom it says nothing.
pub fn variance(statistic: &Statistic, sums: &Sums, weighting: &Weighting) -> Option<Variance> {
    let values = linearised(statistic, sums, weighting)?;
    let is_covered = |cluster: &Cluster| statistic.terms().any(|(_, ratio)| ratio.of_cluster(cluster).1 > 0);
    let covered = sums.strata.iter().map(|s| s.clusters.iter().filter(|cluster| is_covered(cluster)).count());
    let covered: Vec<usize> = covered.filter(|n| *n > 0).collect();
    let degrees_of_freedom = covered.iter().sum::<usize>().saturating_sub(covered.len());
    let (mut variance, mut of_units) = (0.0, 0.0);
    for (stratum, values) in sums.strata.iter().zip(&values) {
        let n = count(stratum.n_clusters.max(values.len()));
        let sampled = stratum.drawn_from.map_or(0.0, |all| (count(stratum.n_days) / drawn(all)).min(1.0));
        let totals: Vec<f64> = values.iter().map(|units| units.iter().sum()).collect();
        variance += (1.0 - sampled) * spread(&totals, n);
        for (cluster, units) in stratum.clusters.iter().zip(values) {
            let Some(all) = cluster.drawn_from else { continue };
            let m = count(units.len());
            variance += sampled * (1.0 - (m / drawn(all)).min(1.0)) * spread(units, m);
        }
        // As many units as there are, and one for each cluster that has none.
        let units: Vec<f64> = values.iter().flatten().copied().collect();
        let n_units = count(units.len()) + n - count(values.len());
        of_units += (1.0 - sampled) * spread(&units, n_units);
    }
    let has_units = sums.clusters().any(|cluster| cluster.units.len() > 1);
    let design_effect = (has_units && of_units > 0.0).then_some(variance / of_units);
    Some(Variance { variance, degrees_of_freedom, design_effect })
}

/// `n / (n - 1) * sum of squared deviations` of `n` values, of which those that are not listed are zero.
fn spread(values: &[f64], n: f64) -> f64 {
    if n < 2.0 {
        return values.iter().map(|value| value * value).sum();
    }
    let mean = values.iter().sum::<f64>() / n;
    let listed: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let not_listed = (n - count(values.len())) * mean * mean;
    n / (n - 1.0) * (listed + not_listed)
}

fn drawn(n: u64) -> f64 {
    float(i64::try_from(n).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Clusters of units of two amounts.
    type Clusters<'a> = &'a [&'a [[i64; 2]]];

    /// The part of the first amount in both, of outlets with such clusters.
    fn of(outlets: &[Clusters<'_>]) -> Variance {
        drawn_of(None, outlets)
    }

    fn drawn_of(drawn_from: Option<u64>, outlets: &[Clusters<'_>]) -> Variance {
        let stratum = |clusters: &Clusters<'_>| {
            let units = |units: &&[[i64; 2]]| units.iter().map(|unit| unit.to_vec()).collect();
            let clusters: Vec<Cluster> =
                clusters.iter().map(|cluster| Cluster { units: units(cluster), drawn_from: None }).collect();
            let (outlet, n) = (String::new(), clusters.len());
            Stratum { outlet, n_clusters: n, n_days: n, drawn_from, clusters }
        };
        let parts = ["blues", "reds"].map(str::to_owned).to_vec();
        let sums = Sums { parts, strata: outlets.iter().map(stratum).collect() };
        let statistic = Statistic::of(Ratio { above: vec![(0, 1)], below: vec![0, 1] });
        variance(&statistic, &sums, &Weighting::Pooled).unwrap()
    }

    #[test]
    fn an_outlet_without_coverage_costs_no_degree_of_freedom() {
        let days: Clusters<'_> = &[&[[3, 7]], &[[5, 5]], &[[4, 6]]];
        let nothing: Clusters<'_> = &[&[[0, 0]], &[[0, 0]]];
        assert_eq!([of(&[days]), of(&[days, nothing])].map(|found| found.degrees_of_freedom), [2, 2]);
        assert_eq!(of(&[days, days]).degrees_of_freedom, 4);
    }

    #[test]
    fn a_design_effect_is_the_variance_over_that_of_units_drawn_one_by_one() {
        // 14 of 40: deviations of -0.5, -1.5, 1.5 and 0.5, of -2 and 2 in all. 2 * 8 over 4 / 3 * 5.
        let days: Clusters<'_> = &[&[[3, 7], [2, 8]], &[[5, 5], [4, 6]]];
        for drawn_from in [None, Some(4)] {
            let apart = drawn_of(drawn_from, &[days]);
            assert!((apart.design_effect.unwrap() - 2.4).abs() < 1e-12, "{apart:?}");
        }
        let alike = of(&[&[&[[5, 5], [5, 5]], &[[5, 5], [5, 5]]]]);
        assert_eq!(alike.design_effect, None);
        assert_eq!(of(&[&[&[[3, 7]], &[[5, 5]]]]).design_effect, None);
    }
}
