//! The interval of a figure: how much it varies from day to day within the monitored outlets.
//!
//! It is no margin of error for all media and holds no coder error. In: a statistic over [`Sums`] and the study's choices.
//! Out: low and high, with the method, or nothing where the base is too small to tell: one cluster, fewer clusters than the
//! study's policy asks for, a share of 0 or 1.

use statrs::distribution::{ContinuousCDF as _, StudentsT};

use super::bootstrap::{bca, percentile, replicates};
use super::statistic::Statistic;
use super::sums::Sums;
use super::variance::{Variance, variance};
use crate::study::{IntervalMethod, Study, Weighting};

/// Between which values a statistic can lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// 0 to 1: the limits are those of the logit, turned back.
    Share,
    /// -1 to 1, as of a difference of shares: the limits are cut there.
    Difference,
    /// Anything, as of a mean.
    Any,
}

/// Low and high of a figure, with how they were made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Low limit, on the scale of the figure.
    pub low: f64,
    /// High limit.
    pub high: f64,
    /// Coverage in percent.
    pub level: u8,
    /// `linear-logit`, `linear`, `percentile` or `bca`.
    pub method: &'static str,
    /// Degrees of freedom of Student's t.
    pub degrees_of_freedom: usize,
    /// See [`Variance::design_effect`].
    pub design_effect: Option<f64>,
}

impl Interval {
    /// High less low.
    pub fn width(&self) -> f64 {
        self.high - self.low
    }

    /// Does it leave out zero? Only then is a difference more than what varies from day to day.
    pub fn excludes_zero(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// The intervals of several statistics over the same sums: a bootstrap draws once for all of them.
pub(super) fn intervals(
    statistics: &[(Statistic, Range)],
    sums: &Sums,
    weighting: &Weighting,
    study: &Study,
) -> Vec<Option<Interval>> {
    let choices = &study.uncertainty;
    let n_clusters = i64::try_from(n_covered(statistics, sums)).unwrap_or(i64::MAX);
    if choices.method == IntervalMethod::None || n_clusters < study.publishing.least_clusters {
        return vec![None; statistics.len()];
    }
    let variances: Vec<Option<Variance>> =
        statistics.iter().map(|(statistic, _)| variance(statistic, sums, weighting)).collect();
    if choices.method == IntervalMethod::Linear {
        let of = |((statistic, range), variance): (&(Statistic, Range), &Option<Variance>)| {
            let estimate = statistic.exact(sums, weighting)?.as_f64();
            linear(estimate, (*variance)?, choices.level, *range)
        };
        return statistics.iter().zip(&variances).map(of).collect();
    }
    let all: Vec<Statistic> = statistics.iter().map(|(statistic, _)| statistic.clone()).collect();
    let drawn = replicates(&all, sums, weighting, (choices.seed, choices.replicates));
    let of = |((statistic, values), variance): ((&Statistic, &Vec<f64>), &Option<Variance>)| {
        let variance = variance.filter(|found| found.variance > 0.0 && found.degrees_of_freedom > 0)?;
        let (low, high) = if choices.method == IntervalMethod::Bca {
            let estimate = statistic.exact(sums, weighting)?.as_f64();
            bca(values, choices.level, estimate, statistic, sums, weighting)?
        } else {
            percentile(values, choices.level)?
        };
        let (degrees_of_freedom, design_effect) = (variance.degrees_of_freedom, variance.design_effect);
        let method = choices.method.word();
        Some(Interval { low, high, level: choices.level, method, degrees_of_freedom, design_effect })
    };
    all.iter().zip(&drawn).zip(&variances).map(of).collect()
}

/// Clusters with coverage below the line of any of the statistics.
fn n_covered(statistics: &[(Statistic, Range)], sums: &Sums) -> usize {
    let Some((first, _)) = statistics.first() else { return 0 };
    sums.clusters().filter(|cluster| first.terms().any(|(_, ratio)| ratio.of_cluster(cluster).1 > 0)).count()
}

/// How many standard errors an interval reaches to each side; `None` without a degree of freedom.
pub(super) fn times_of(level: u8, degrees_of_freedom: f64) -> Option<f64> {
    if degrees_of_freedom < 1.0 {
        return None;
    }
    let t = StudentsT::new(0.0, 1.0, degrees_of_freedom).ok()?;
    Some(t.inverse_cdf(0.5 + f64::from(level) / 200.0))
}

/// The interval of the linearised variance, with Student's t.
pub fn linear(estimate: f64, variance: Variance, level: u8, range: Range) -> Option<Interval> {
    let error = variance.variance.sqrt();
    if error <= 0.0 || variance.degrees_of_freedom == 0 {
        return None;
    }
    let times = times_of(level, crate::unit::count(variance.degrees_of_freedom))?;
    let (low, high, method) = match range {
        Range::Share => {
            if estimate <= 0.0 || estimate >= 1.0 {
                return None;
            }
            let (centre, reach) = ((estimate / (1.0 - estimate)).ln(), times * error / (estimate * (1.0 - estimate)));
            let back = |logit: f64| 1.0 / (1.0 + (-logit).exp());
            (back(centre - reach), back(centre + reach), "linear-logit")
        }
        Range::Difference => ((estimate - times * error).max(-1.0), (estimate + times * error).min(1.0), "linear"),
        Range::Any => (estimate - times * error, estimate + times * error, "linear"),
    };
    let (degrees_of_freedom, design_effect) = (variance.degrees_of_freedom, variance.design_effect);
    Some(Interval { low, high, level, method, degrees_of_freedom, design_effect })
}
