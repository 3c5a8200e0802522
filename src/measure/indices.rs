//! Indices of a set of shares: how concentrated, how even, how far from a benchmark.
//!
//! In: shares in 0..=1 that make up a whole, zeros included. Out: a number; `None` where there is nothing to say it of. Pure
//! formulas, each with its source; `concentration.rs` and `gap.rs` say when they are printed.
//! Checked against: the figures of `tests/formulas.rs`, from the test suites of published packages.

/// Herfindahl-Hirschman index `sum s²`: 1/n for equal shares, 1 for a single one. Source: Hirschman, 1945; Herfindahl, 1950.
pub fn herfindahl(shares: &[f64]) -> Option<f64> {
    (!shares.is_empty()).then(|| shares.iter().map(|share| share * share).sum())
}

/// The same between 0 for equal shares and 1 for a single one: `(HHI - 1/n) / (1 - 1/n)`; `None` for fewer than two.
pub fn normalised_herfindahl(shares: &[f64]) -> Option<f64> {
    let least = 1.0 / count(shares.len());
    let index = herfindahl(shares).filter(|_| shares.len() > 1)?;
    Some((index - least) / (1.0 - least))
}

/// Effective number of actors `1 / HHI`: as many equal ones would be as concentrated. Source: Laakso and Taagepera, 1979.
pub fn effective_number(shares: &[f64]) -> Option<f64> {
    herfindahl(shares).filter(|index| *index > 0.0).map(f64::recip)
}

/// Shannon's entropy `-sum s ln s` in nats; a share of zero adds nothing. Source: Shannon, 1948.
pub fn entropy(shares: &[f64]) -> Option<f64> {
    let positive = || shares.iter().filter(|share| **share > 0.0);
    positive().next()?;
    // 0 for a single actor, not -0.
    Some(positive().map(|share| -share * share.ln()).sum::<f64>().max(0.0))
}

/// Entropy over that of equal shares, `H / ln n`; `None` for fewer than two actors. Source: Pielou, 1966.
pub fn evenness(shares: &[f64]) -> Option<f64> {
    let entropy = entropy(shares).filter(|_| shares.len() > 1)?;
    Some(entropy / count(shares.len()).ln())
}

/// Gini coefficient: 0 for equal shares, `1 - 1/n` for a single one. Source: Gini, 1912, by the sorted form.
pub fn gini(shares: &[f64]) -> Option<f64> {
    let mut sorted = shares.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (n, sum) = (count(sorted.len()), sorted.iter().sum::<f64>());
    let ranked: f64 = sorted.iter().zip(1..).map(|(share, rank)| f64::from(rank) * share).sum();
    (sum > 0.0).then(|| (2.0 * ranked / sum - (n + 1.0)) / n)
}

/// The largest share. Source: Berger and Parker, 1970.
pub fn largest(shares: &[f64]) -> Option<f64> {
    shares.iter().copied().max_by(f64::total_cmp)
}

/// Atkinson's index of inequality, 0 for equal shares: `1 - (mean of (s / mean)^(1 - e))^(1 / (1 - e))`, and with an aversion `e`
/// of 1 `1 - geometric mean / mean`, which is 1 where somebody has nothing. Source: Atkinson, 1970.
pub fn atkinson(shares: &[f64], aversion: f64) -> Option<f64> {
    let (n, sum) = (count(shares.len()), shares.iter().sum::<f64>());
    let relative = || shares.iter().map(|share| share * n / sum);
    let power = 1.0 - aversion;
    let equal = if power.abs() < 1e-12 {
        (relative().map(f64::ln).sum::<f64>() / n).exp()
    } else {
        (relative().map(|share| share.powf(power)).sum::<f64>() / n).powf(power.recip())
    };
    (sum > 0.0).then_some(1.0 - equal)
}

/// Comprehensive concentration: the largest share, and `s² (2 - s)` of every other. Source: Horvath, 1970.
pub fn comprehensive_concentration(shares: &[f64]) -> Option<f64> {
    let mut sorted = shares.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let (first, others) = sorted.split_first()?;
    Some(first + others.iter().map(|share| share * share * (2.0 - share)).sum::<f64>())
}

/// Loosemore and Hanby's index `1/2 sum |share - benchmark|`, 0..=1: the part that would have to move. Source: 1971.
pub fn loosemore_hanby(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    (!shares.is_empty()).then(|| differences(shares, benchmark).map(f64::abs).sum::<f64>() / 2.0)
}

/// Gallagher's least squares index `sqrt(1/2 sum (share - benchmark)²)`. Source: Gallagher, 1991.
pub fn gallagher(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    let squares = || differences(shares, benchmark).map(|gap| gap * gap).sum::<f64>();
    (!shares.is_empty()).then(|| (squares() / 2.0).sqrt())
}

/// Rae's index: the mean of the absolute gaps. Source: Rae, 1967.
pub fn rae(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    (!shares.is_empty()).then(|| differences(shares, benchmark).map(f64::abs).sum::<f64>() / count(shares.len()))
}

/// The largest ratio of a share to its benchmark, over those with one. Source: d'Hondt's index, as in Gallagher, 1991.
pub fn largest_ratio(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    let ratios = shares.iter().zip(benchmark).filter(|(_, due)| **due > 0.0).map(|(share, due)| share / due);
    ratios.max_by(f64::total_cmp)
}

/// The largest gap, whichever way. Source: Lijphart, 1994.
pub fn largest_gap(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    differences(shares, benchmark).map(f64::abs).max_by(f64::total_cmp)
}

/// Sainte-Laguë's index `sum (share - benchmark)² / benchmark`; `None` where a benchmark is zero. Source: as in Gallagher, 1991.
pub fn sainte_lague(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    let is_positive = !benchmark.is_empty() && benchmark.iter().all(|due| *due > 0.0);
    let parts = shares.iter().zip(benchmark).map(|(share, due)| (share - due) * (share - due) / due);
    is_positive.then(|| parts.sum())
}

/// The slope of shares over benchmarks by least squares: above 1 the large gain; `None` where all benchmarks are equal.
/// Source: Cox and Shugart, 1991.
pub fn slope(shares: &[f64], benchmark: &[f64]) -> Option<f64> {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / count(values.len());
    let (share_mean, due_mean) = (mean(shares), mean(benchmark));
    let (mut both, mut own) = (0.0, 0.0);
    for (share, due) in shares.iter().zip(benchmark) {
        both += (share - share_mean) * (due - due_mean);
        own += (due - due_mean) * (due - due_mean);
    }
    (own > 1e-15).then(|| both / own)
}

fn differences<'a>(shares: &'a [f64], benchmark: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    shares.iter().zip(benchmark).map(|(share, due)| share - due)
}

#[expect(clippy::cast_precision_loss, reason = "actors are counted in tens")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Speech on TF1, 1 February to 12 March 2017, 17 people, CSA.
    fn tf1() -> Vec<f64> {
        let seconds = [2201, 2149, 2114, 1741, 1146, 453, 70, 50, 41, 25, 21, 19, 16, 16, 9, 6, 0];
        seconds.into_iter().map(|seconds| f64::from(seconds) / 10_077.0).collect()
    }

    fn near(found: Option<f64>, golden: f64, tolerance: f64) {
        let found = found.unwrap();
        assert!((found - golden).abs() < tolerance, "{found} is not {golden}");
    }

    #[test]
    fn indices_of_tf1_in_2017_are_those_of_the_specification() {
        let (shares, equal) = (tf1(), vec![1.0 / 17.0; 17]);
        near(herfindahl(&shares), 0.182_108, 1e-6);
        near(effective_number(&shares), 5.4912, 1e-4);
        near(loosemore_hanby(&shares, &equal), 0.633_837, 1e-6);
        near(gallagher(&shares, &equal), 0.248_279, 1e-6);
        near(entropy(&shares), 1.833_46, 1e-5);
        near(evenness(&shares), 0.647_13, 1e-5);
    }

    #[test]
    fn inequality_is_that_of_amounts_as_of_their_shares() {
        for (found, golden) in [
            (gini(&[1.0, 3.0]), 0.25),
            (gini(&[0.25, 0.75]), 0.25),
            (atkinson(&[1.0, 3.0], 1.0), 1.0 - 3.0_f64.sqrt() / 2.0),
            (atkinson(&[0.25, 0.75], 1.0), 1.0 - 3.0_f64.sqrt() / 2.0),
            (atkinson(&[1.0, 9.0], 0.5), 0.2),
            (atkinson(&[0.1, 0.9], 0.5), 0.2),
        ] {
            near(found, golden, 1e-12);
        }
    }

    #[test]
    fn nothing_has_no_index() {
        assert_eq!(herfindahl(&[]), None);
        assert_eq!(entropy(&[0.0, 0.0]), None);
        assert_eq!(evenness(&[1.0]), None);
        assert_eq!(gini(&[0.0]), None);
    }
}
