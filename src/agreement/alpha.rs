//! Krippendorff's alpha, with an interval by resampling units.
//!
//! In: [`Ratings`] with missing codes, and the level of measurement. Out: `1 - Do / De`; `None` where fewer than two categories
//! occur among units with two codes or more: "undefined: one category", for there is nothing to disagree on, and packages
//! print 0, 1 or an error. May be negative. A unit with one code is left out.
//! Formula: each pair of codes of a unit with m codes counts `1 / (m - 1)`; `Do` is the mean squared difference of these pairs,
//! `De` that of all pairs of codes whatever their unit. Difference: 0 or 1; for an order `(sum of n from c to k - (nc + nk) /
//! 2)²`; `(c - k)²`; `((c - k) / (c + k))²`.
//! Interval: units are drawn with replacement, and because units with the same codes are alike, the draw is one multinomial
//! over distinct patterns. Krippendorff's own scheme of 2011 resamples pairs instead and gives another interval.
//! Source: Krippendorff, Content Analysis, 4th ed., 2019, ch. 12. Checked against: `krippendorff`, NLTK, R `tidycomm`.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use rand_distr::{Binomial, Distribution as _};

use super::Ratings;
use super::chance::whole;
use crate::study::Level;
use crate::unit::{count, quantile};

/// How an interval was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scheme {
    /// Replicates.
    pub n_replicates: u32,
    /// Seed.
    pub seed: u64,
    /// Coverage in percent.
    pub level: u8,
}

impl Scheme {
    /// `units resampled, 1000 replicates, seed 1`
    pub fn words(self) -> String {
        format!("units resampled, {} replicates, seed {}", self.n_replicates, self.seed)
    }
}

/// Alpha and what it is made from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// `1 - observed / expected`.
    pub value: f64,
    /// Observed disagreement.
    pub observed: f64,
    /// Disagreement expected by chance.
    pub expected: f64,
    /// Units with two codes or more.
    pub n_units: usize,
    /// Codes in them.
    pub n_codes: usize,
}

/// Units with the same codes: how many coders gave each category, for those that occur.
type Pattern = Vec<(usize, f64)>;

/// The distinct patterns of the units with two codes or more, and how many units have each.
fn patterns(ratings: &Ratings) -> Vec<(Pattern, u64)> {
    let mut found: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    for (unit, n) in ratings.each() {
        let mut codes: Vec<usize> = unit.iter().flatten().copied().collect();
        codes.sort_unstable();
        if codes.len() > 1 {
            *found.entry(codes).or_default() += whole(n) as u64;
        }
    }
    let counted = |codes: Vec<usize>| {
        let mut pattern: Pattern = Vec::new();
        for code in codes {
            match pattern.last_mut() {
                Some((last, n)) if *last == code => *n += 1.0,
                _ => pattern.push((code, 1.0)),
            }
        }
        pattern
    };
    found.into_iter().map(|(codes, n)| (counted(codes), n)).collect()
}

fn size(pattern: &Pattern) -> f64 {
    pattern.iter().map(|(_, n)| n).sum()
}

/// Computes alpha.
pub fn alpha(ratings: &Ratings, level: Level) -> Option<Alpha> {
    let patterns = Patterns::of(ratings, level);
    let counts: Vec<u64> = patterns.found.iter().map(|(_, n)| *n).collect();
    patterns.alpha(&counts)
}

/// Patterns, and what alpha needs of them again and again.
struct Patterns<'a> {
    level: Level,
    values: &'a [f64],
    found: Vec<(Pattern, u64)>,
    /// What the pairs within each pattern differ by; nothing where that hangs on how often each category occurs.
    within: Option<Vec<f64>>,
}

impl<'a> Patterns<'a> {
    fn of(ratings: &'a Ratings, level: Level) -> Self {
        let (values, found) = (ratings.values.as_slice(), patterns(ratings));
        let within = (level != Level::Ordinal).then(|| {
            let difference = Difference::of(level, values, &[]);
            found.iter().map(|(pattern, _)| difference.within(pattern)).collect()
        });
        Patterns { level, values, found, within }
    }

    /// Alpha where each pattern has this many units.
    fn alpha(&self, counts: &[u64]) -> Option<Alpha> {
        let mut totals = vec![0.0; self.values.len()];
        for ((pattern, _), n) in self.found.iter().zip(counts) {
            for (category, of) in pattern {
                totals[*category] += of * float(*n);
            }
        }
        let n: f64 = totals.iter().sum();
        if totals.iter().filter(|total| **total > 0.0).count() < 2 {
            return None;
        }
        let difference = Difference::of(self.level, self.values, &totals);
        let observed: f64 = match &self.within {
            Some(within) => within.iter().zip(counts).map(|(within, n)| float(*n) * within).sum(),
            None => self.found.iter().zip(counts).map(|((of, _), n)| float(*n) * difference.within(of)).sum(),
        };
        let observed = observed / n;
        let expected = difference.among(&totals) / (n * (n - 1.0));
        let n_codes = whole(n);
        let n_units = usize::try_from(counts.iter().sum::<u64>()).unwrap_or(usize::MAX);
        (expected > 0.0).then(|| Alpha { value: 1.0 - observed / expected, observed, expected, n_units, n_codes })
    }
}

/// The squared difference of two categories.
struct Difference<'a> {
    level: Level,
    values: &'a [f64],
    /// Codes below each category, and half of its own: the place of a category in an order.
    places: Vec<f64>,
}

impl<'a> Difference<'a> {
    fn of(level: Level, values: &'a [f64], totals: &[f64]) -> Self {
        let mut below = 0.0;
        let places = totals.iter().map(|total| {
            let place = below + total / 2.0;
            below += total;
            place
        });
        Difference { level, values, places: places.collect() }
    }

    fn squared(&self, c: usize, k: usize) -> f64 {
        let apart = |a: f64, b: f64| (a - b) * (a - b);
        match self.level {
            _ if c == k => 0.0,
            Level::Nominal => 1.0,
            Level::Ordinal => apart(self.places[c], self.places[k]),
            Level::Interval => apart(self.values[c], self.values[k]),
            Level::Ratio => {
                let sum = self.values[c] + self.values[k];
                apart(self.values[c], self.values[k]) / (sum * sum)
            }
        }
    }

    /// The pairs of one unit: each code against each other, over the codes less one.
    fn within(&self, pattern: &Pattern) -> f64 {
        let pairs = pattern.iter().flat_map(|(c, n)| pattern.iter().map(move |(k, m)| (*c, *k, n * m)));
        pairs.map(|(c, k, n)| n * self.squared(c, k)).sum::<f64>() / (size(pattern) - 1.0)
    }

    /// The pairs of all codes.
    fn among(&self, totals: &[f64]) -> f64 {
        let n: f64 = totals.iter().sum();
        let spread = |places: &[f64]| {
            // Twice n times the variance, around the mean so that no digits are lost.
            let mean = totals.iter().zip(places).map(|(total, place)| total * place).sum::<f64>() / n;
            let around: f64 =
                totals.iter().zip(places).map(|(total, place)| total * (place - mean) * (place - mean)).sum();
            2.0 * n * around
        };
        match self.level {
            Level::Nominal => n * n - totals.iter().map(|total| total * total).sum::<f64>(),
            Level::Ordinal => spread(&self.places),
            Level::Interval => spread(self.values),
            Level::Ratio => {
                let pairs = (0..totals.len()).flat_map(|c| (0..c).map(move |k| (c, k)));
                2.0 * pairs.map(|(c, k)| totals[c] * totals[k] * self.squared(c, k)).sum::<f64>()
            }
        }
    }
}

/// What each unit adds to the observed disagreement, and the whole: settling a unit takes its part away.
pub fn disagreements(ratings: &Ratings, level: Level) -> Option<(Vec<f64>, f64)> {
    let whole = alpha(ratings, level)?;
    let mut totals = vec![0.0; ratings.n_categories()];
    for (unit, times) in ratings.each().filter(|(unit, _)| unit.iter().flatten().count() > 1) {
        for code in unit.iter().flatten() {
            totals[*code] += times;
        }
    }
    let difference = Difference::of(level, &ratings.values, &totals);
    let of_unit = |unit: &Vec<Option<usize>>| {
        let codes: Vec<usize> = unit.iter().flatten().copied().collect();
        if codes.len() < 2 {
            return 0.0;
        }
        let pairs = codes.iter().flat_map(|c| codes.iter().map(|k| difference.squared(*c, *k)));
        pairs.sum::<f64>() / (count(codes.len()) - 1.0)
    };
    let n: f64 = totals.iter().sum();
    Some((ratings.units.iter().map(of_unit).collect(), whole.expected * n))
}

/// The percentile interval of alpha over replicates of units.
///
/// A replicate without two categories has no alpha and is left out.
pub fn alpha_interval(ratings: &Ratings, level: Level, scheme: Scheme) -> Option<(f64, f64)> {
    let patterns = Patterns::of(ratings, level);
    let n_units: u64 = patterns.found.iter().map(|(_, n)| n).sum();
    if n_units < 2 {
        return None;
    }
    let mut random = ChaCha8Rng::seed_from_u64(scheme.seed);
    let mut values: Vec<f64> = Vec::with_capacity(scheme.n_replicates as usize);
    let mut counts = vec![0_u64; patterns.found.len()];
    for _ in 0..scheme.n_replicates {
        if patterns.found.len() as u64 * 4 > n_units {
            draw_units(&patterns.found, n_units, &mut counts, &mut random);
        } else {
            draw_patterns(&patterns.found, n_units, &mut counts, &mut random);
        }
        values.extend(patterns.alpha(&counts).map(|alpha| alpha.value));
    }
    values.sort_by(f64::total_cmp);
    let tail = (1.0 - f64::from(scheme.level) / 100.0) / 2.0;
    Some((quantile(&values, tail)?, quantile(&values, 1.0 - tail)?))
}

/// Numbers of units by pattern: one binomial after the other, given what is left.
fn draw_patterns(patterns: &[(Pattern, u64)], n_units: u64, counts: &mut [u64], random: &mut ChaCha8Rng) {
    let (mut left, mut of) = (n_units, n_units);
    for ((_, n), count) in patterns.iter().zip(counts) {
        *count = if left == 0 {
            0
        } else if *n == of {
            left
        } else {
            let part = float(*n) / float(of);
            Binomial::new(left, part).map_or(0, |binomial| binomial.sample(random))
        };
        left -= *count;
        of -= n;
    }
}

/// The same one unit after the other, where hardly two units are alike.
fn draw_units(patterns: &[(Pattern, u64)], n_units: u64, counts: &mut [u64], random: &mut ChaCha8Rng) {
    let ends: Vec<u64> = patterns
        .iter()
        .scan(0, |sum, (_, n)| {
            *sum += n;
            Some(*sum)
        })
        .collect();
    counts.fill(0);
    for _ in 0..n_units {
        let drawn = (u64::from(random.next_u32()) * n_units) >> 32;
        counts[ends.partition_point(|end| *end <= drawn)] += 1;
    }
}

fn float(n: u64) -> f64 {
    crate::unit::float(i64::try_from(n).unwrap_or(i64::MAX))
}
