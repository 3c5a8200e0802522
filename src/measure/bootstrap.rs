//! The stratified cluster bootstrap of ratios of sums.
//!
//! In: statistics over one [`Sums`]. Out: for each the values of its replicates, ascending; and intervals from them. A
//! replicate draws, within each outlet, as many clusters with replacement as were monitored, and adds up their integers.
//! Drawn from a stream named by (seed, outlet, replicate), so that neither the order of rows nor other outlets change it.
//! Zero: a replicate without a denominator is left out. Assumes: days of an outlet are exchangeable.
//! Source: Davison and Hinkley, Bootstrap Methods and their Application, 1997, ch. 2 and 3; BCa: Efron, 1987, with the
//! acceleration from the linearised values. Checked against: R `boot` and SciPy, in `tests/formulas.rs`.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use sha2::{Digest as _, Sha256};
use statrs::distribution::{ContinuousCDF as _, Normal};

use super::statistic::{Ratio, Statistic, weight};
use super::sums::{Stratum, Sums};
use super::variance::linearised;
use crate::study::Weighting;
use crate::unit::{float, quantile};

/// The values of each statistic's replicates, ascending.
///
/// Out: as many lists as statistics, each of at most `n_replicates` values.
pub fn replicates(
    statistics: &[Statistic],
    sums: &Sums,
    weighting: &Weighting,
    (seed, n_replicates): (u64, u32),
) -> Vec<Vec<f64>> {
    let n_parts = sums.parts.len();
    let flat: Vec<Vec<i64>> = sums.strata.iter().map(|stratum| flattened(stratum, n_parts)).collect();
    let seeds: Vec<[u8; 32]> = sums.strata.iter().map(|stratum| seed_of(seed, &stratum.outlet)).collect();
    let weights: Vec<Option<f64>> = sums.strata.iter().map(|stratum| weight(weighting, &stratum.outlet)).collect();
    // Blocks of replicates are drawn side by side; each replicate has its own stream, and the values are sorted.
    let blocks: Vec<u32> = (0..n_replicates).step_by(BLOCK as usize).collect();
    let drawn: Vec<Vec<Vec<f64>>> = blocks
        .into_par_iter()
        .map(|first| {
            let mut totals = vec![vec![0_i64; n_parts]; sums.strata.len()];
            let mut values: Vec<Vec<f64>> = vec![Vec::with_capacity(BLOCK as usize); statistics.len()];
            for replicate in first..n_replicates.min(first + BLOCK) {
                for (number, stratum) in sums.strata.iter().enumerate() {
                    draw(&mut totals[number], &flat[number], stratum, seeds[number], replicate);
                }
                for (statistic, values) in statistics.iter().zip(&mut values) {
                    values.extend(value(statistic, &totals, &weights));
                }
            }
            values
        })
        .collect();
    let of_statistic = |number: usize| {
        let mut values: Vec<f64> = drawn.iter().flat_map(|block| &block[number]).copied().collect();
        values.sort_unstable_by(f64::total_cmp);
        values
    };
    (0..statistics.len()).into_par_iter().map(of_statistic).collect()
}

/// Replicates of a block.
const BLOCK: u32 = 500;

/// The clusters of a stratum one behind the other.
fn flattened(stratum: &Stratum, n_parts: usize) -> Vec<i64> {
    stratum.clusters.iter().flat_map(|cluster| (0..n_parts).map(|part| cluster.amount(part))).collect()
}

fn seed_of(seed: u64, outlet: &str) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    digest.update(outlet.as_bytes());
    digest.finalize().into()
}

/// As many clusters as were monitored, drawn with replacement and added up. Those without coverage add nothing.
fn draw(totals: &mut [i64], flat: &[i64], stratum: &Stratum, seed: [u8; 32], replicate: u32) {
    totals.fill(0);
    let n_parts = totals.len();
    let mut random = ChaCha8Rng::from_seed(seed);
    random.set_stream(u64::from(replicate));
    let n = u64::try_from(stratum.n_clusters).expect("invariant: clusters are counted in thousands");
    for _ in 0..n {
        // The high half of the product: uniform but for a bias of n / 2^32.
        let drawn = (u64::from(random.next_u32()) * n) >> 32;
        let first = usize::try_from(drawn).expect("invariant: below the number of clusters") * n_parts;
        if let Some(cluster) = flat.get(first..first + n_parts) {
            for (total, amount) in totals.iter_mut().zip(cluster) {
                *total += amount;
            }
        }
    }
}

fn value(statistic: &Statistic, totals: &[Vec<i64>], weights: &[Option<f64>]) -> Option<f64> {
    let mut value = 0.0;
    for (sign, ratio) in statistic.terms() {
        value += sign * ratio_of(ratio, totals, weights)?;
    }
    Some(value)
}

fn ratio_of(ratio: &Ratio, totals: &[Vec<i64>], weights: &[Option<f64>]) -> Option<f64> {
    let (mut above, mut below, mut all) = (0.0, 0.0, 0.0);
    for (totals, weight) in totals.iter().zip(weights) {
        let (a, b) = ratio.of_unit(totals);
        match weight {
            None => (above, below) = (above + float(a), below + float(b)),
            Some(weight) if b > 0 => (above, all) = (above + weight * float(a) / float(b), all + weight),
            Some(_) => {}
        }
    }
    let whole = if weights.iter().any(Option::is_some) { all } else { below };
    (whole > 0.0).then(|| above / whole)
}

/// The percentile interval of ascending replicates: the values between which `level` percent of them lie.
pub fn percentile(values: &[f64], level: u8) -> Option<(f64, f64)> {
    let tail = (1.0 - f64::from(level) / 100.0) / 2.0;
    Some((quantile(values, tail)?, quantile(values, 1.0 - tail)?))
}

/// The same, corrected for bias (how many replicates lie below the estimate) and acceleration (how the variance changes
/// with the value, from the linearised values).
pub fn bca(
    values: &[f64],
    level: u8,
    estimate: f64,
    statistic: &Statistic,
    sums: &Sums,
    weighting: &Weighting,
) -> Option<(f64, f64)> {
    let normal = Normal::standard();
    let linearised = linearised(statistic, sums, weighting)?;
    let (mut cubes, mut squares) = (0.0, 0.0);
    for units in linearised.iter().flatten() {
        let z: f64 = units.iter().sum();
        (cubes, squares) = (cubes + z.powi(3), squares + z * z);
    }
    let n_below = values.iter().filter(|value| **value < estimate).count();
    let n_equal = values.iter().filter(|value| value.total_cmp(&estimate).is_eq()).count();
    #[expect(clippy::cast_precision_loss, reason = "replicates are counted in thousands")]
    let below = (n_below as f64 + n_equal as f64 / 2.0) / values.len() as f64;
    if squares <= 0.0 || below <= 0.0 || below >= 1.0 {
        return None;
    }
    let (bias, acceleration) = (normal.inverse_cdf(below), cubes / (6.0 * squares.powf(1.5)));
    let tail = (1.0 - f64::from(level) / 100.0) / 2.0;
    let shifted = |tail: f64| {
        let z = bias + normal.inverse_cdf(tail);
        normal.cdf(bias + z / (1.0 - acceleration * z))
    };
    Some((quantile(values, shifted(tail))?, quantile(values, shifted(1.0 - tail))?))
}
