//! Coefficients of agreement beyond chance, for two coders or many, with weights and missing codes.
//!
//! In: [`Ratings`]. Out: a [`Coefficient`] with observed and expected agreement and a standard error over units; `None` where it
//! is undefined: fewer than two units with two codes, or a single category, for then chance alone would agree always.
//! Formula: `(pa - pe) / (1 - pe)`; `pa` is the mean over units of the agreeing pairs of coders; `pe` is what each coefficient
//! holds chance to be. Standard errors are those of Gwet, with `1 / (n (n - 1))`; Cohen's of two coders is the asymptotic one
//! that SAS prints. No p-value: agreement is not tested against none.
//! Where packages differ: Brennan and Prediger's for three coders and more counts pairs (Gwet), not units on which all
//! agree (von Eye).
//! Source: Gwet, Handbook of Inter-Rater Reliability, 4th ed., 2014; Cohen, 1960, 1968; Fleiss, Cohen and Everitt, 1969.
//! Checked against: R `irrCAC`, `irr`, SAS, in `tests/coefficients.rs`.

use statrs::distribution::{ContinuousCDF as _, Normal};

use super::Ratings;
use crate::unit::count;

/// Which coefficient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// No chance at all.
    Percent,
    /// Every category as likely: `1 / q`.
    BrennanPrediger,
    /// Gwet's AC1, and AC2 with weights.
    Gwet,
    /// Fleiss' kappa; Scott's pi for two coders.
    Fleiss,
    /// Conger's kappa; Cohen's for two coders.
    Conger,
}

/// A coefficient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// Its value, at most 1.
    pub value: f64,
    /// Observed agreement.
    pub observed: f64,
    /// Agreement expected by chance.
    pub expected: f64,
    /// Its standard error over units.
    pub standard_error: f64,
    /// Units with a code.
    pub n_units: usize,
}

/// Computes a coefficient.
pub fn coefficient(kind: Kind, ratings: &Ratings, weights: &[Vec<f64>]) -> Option<Coefficient> {
    let base = Base::of(ratings, weights, 1.0)?;
    let chance = match kind {
        Kind::Percent => Chance { expected: 0.0, by_unit: None },
        Kind::BrennanPrediger => Chance { expected: sum(weights) / square(base.n_categories()), by_unit: None },
        Kind::Gwet => gwet(&base, weights),
        Kind::Fleiss => fleiss(&base, weights),
        Kind::Conger => conger(&base, ratings, weights),
    };
    let (observed, expected) = (base.observed(), chance.expected);
    if expected >= 1.0 - 1e-12 || (base.n_categories() < 2 && kind != Kind::Percent) {
        return None;
    }
    let value = (observed - expected) / (1.0 - expected);
    let n = base.n();
    let scale = n / base.n_twice;
    let squares: f64 = (0..base.units.len())
        .map(|unit| {
            let expected_here = if base.sizes[unit] >= 2.0 { expected } else { 0.0 };
            let own = scale * (base.agreed[unit] - expected_here) / (1.0 - expected);
            let shift = chance
                .by_unit
                .as_ref()
                .map_or(0.0, |by_unit| 2.0 * (1.0 - value) * (by_unit[unit] - expected) / (1.0 - expected));
            base.times[unit] * (own - shift - value).powi(2)
        })
        .sum();
    let standard_error = (squares / (n * (n - 1.0))).sqrt();
    Some(Coefficient { value, observed, expected, standard_error, n_units: whole(n) })
}

/// What chance agrees on, and each unit's part in it.
struct Chance {
    expected: f64,
    by_unit: Option<Vec<f64>>,
}

/// Counts of the units with a code.
struct Base {
    /// Counts by unit and category.
    units: Vec<Vec<f64>>,
    /// How many units each of these stands for.
    times: Vec<f64>,
    /// Codes of each unit.
    sizes: Vec<f64>,
    /// Weighted agreement of the pairs of each unit; 0 for a single code.
    agreed: Vec<f64>,
    /// Units with two codes or more.
    n_twice: f64,
    /// The part of each category, mean over units.
    parts: Vec<f64>,
    /// Which rows of the ratings these are.
    rows: Vec<usize>,
}

impl Base {
    /// Of the units with at least so many codes.
    fn of(ratings: &Ratings, weights: &[Vec<f64>], least: f64) -> Option<Base> {
        let is_coded = |(_, counts): &(usize, Vec<f64>)| counts.iter().sum::<f64>() >= least;
        let counted = ratings.counts().into_iter().enumerate().filter(is_coded);
        let (rows, units): (Vec<usize>, Vec<Vec<f64>>) = counted.unzip();
        let sizes: Vec<f64> = units.iter().map(|counts| counts.iter().sum()).collect();
        let times: Vec<f64> = rows.iter().map(|row| ratings.times[*row]).collect();
        let n: f64 = times.iter().sum();
        let n_twice: f64 = times.iter().zip(&sizes).filter(|(_, size)| **size >= 2.0).map(|(n, _)| n).sum();
        if n_twice < 1.0 || n < 2.0 {
            return None;
        }
        let agreed = units.iter().zip(&sizes).map(|(counts, size)| {
            let pairs: f64 = counts.iter().zip(product(weights, counts)).map(|(n, like)| n * (like - 1.0)).sum();
            if *size >= 2.0 { pairs / (size * (size - 1.0)) } else { 0.0 }
        });
        let agreed: Vec<f64> = agreed.collect();
        let part = |category: usize| {
            let of_units = units.iter().zip(&sizes).zip(&times);
            of_units.map(|((counts, size), n)| n * counts[category] / size).sum::<f64>() / n
        };
        let parts = (0..ratings.n_categories()).map(part).collect();
        Some(Base { units, times, sizes, agreed, n_twice, parts, rows })
    }

    fn n(&self) -> f64 {
        self.times.iter().sum()
    }

    fn n_categories(&self) -> usize {
        self.parts.len()
    }

    fn observed(&self) -> f64 {
        dot(&self.agreed, &self.times) / self.n_twice
    }

    fn by_unit(&self, times: f64, of_category: &[f64]) -> Vec<f64> {
        let unit = |(counts, size): (&Vec<f64>, &f64)| times * dot(counts, of_category) / size;
        self.units.iter().zip(&self.sizes).map(unit).collect()
    }
}

fn gwet(base: &Base, weights: &[Vec<f64>]) -> Chance {
    let q = count(base.n_categories());
    let times = sum(weights) / (q * (q - 1.0));
    let others: Vec<f64> = base.parts.iter().map(|part| 1.0 - part).collect();
    Chance { expected: times * dot(&base.parts, &others), by_unit: Some(base.by_unit(times, &others)) }
}

fn fleiss(base: &Base, weights: &[Vec<f64>]) -> Chance {
    let like = product(weights, &base.parts);
    Chance { expected: dot(&base.parts, &like), by_unit: Some(base.by_unit(1.0, &like)) }
}

fn conger(base: &Base, ratings: &Ratings, weights: &[Vec<f64>]) -> Chance {
    let r = count(ratings.n_coders);
    let n = base.n();
    let q = base.n_categories();
    // The part of each category with each coder.
    let coded = |coder: usize| base.rows.iter().filter(move |row| ratings.units[**row][coder].is_some());
    let sizes: Vec<f64> =
        (0..ratings.n_coders).map(|coder| coded(coder).map(|row| ratings.times[*row]).sum()).collect();
    let parts: Vec<Vec<f64>> = (0..ratings.n_coders)
        .map(|coder| {
            let mut parts = vec![0.0; q];
            for row in &base.rows {
                if let Some(code) = ratings.units[*row][coder] {
                    parts[code] += ratings.times[*row] / sizes[coder];
                }
            }
            parts
        })
        .collect();
    let all: Vec<f64> = (0..q).map(|category| parts.iter().map(|parts| parts[category]).sum()).collect();
    let like_all = product(weights, &all);
    let like: Vec<Vec<f64>> = parts.iter().map(|parts| product(weights, parts)).collect();
    let own: f64 = parts.iter().zip(&like).map(|(parts, like)| dot(parts, like)).sum();
    let expected = (dot(&all, &like_all) - own) / (r * (r - 1.0));
    // What a unit adds to each coder's parts: its code times n / n of the coder, around the mean.
    let by_unit = base.rows.iter().map(|row| {
        let coders = ratings.units[*row].iter().enumerate();
        let added = coders.map(|(coder, code)| {
            let others = |category: usize| like_all[category] - like[coder][category];
            let mean: f64 = (0..q).map(|category| parts[coder][category] * others(category)).sum();
            let here = code.map_or(0.0, |code| n / sizes[coder] * (others(code) - mean));
            here + mean
        });
        added.sum::<f64>() / (r * (r - 1.0))
    });
    Chance { expected, by_unit: Some(by_unit.collect()) }
}

/// Krippendorff's alpha with weights of agreement in place of a level, with Gwet's standard error over units.
///
/// Of identity weights it is the nominal alpha, of quadratic ones that of intervals. Source: Gwet, 2014, ch. 3.
pub fn weighted_alpha(ratings: &Ratings, weights: &[Vec<f64>]) -> Option<Coefficient> {
    let base = Base::of(ratings, weights, 2.0)?;
    let n = base.n();
    let n_codes = dot(&base.sizes, &base.times);
    let size = n_codes / n;
    let correction = 1.0 / n_codes;
    // A unit counts by its codes: `agreed` times its size over the mean size.
    let agreed: Vec<f64> = base.agreed.iter().zip(&base.sizes).map(|(agreed, of)| agreed * of / size).collect();
    let plain = dot(&agreed, &base.times) / n;
    let observed = (1.0 - correction) * plain + correction;
    let part = |category: usize| {
        base.units.iter().zip(&base.times).map(|(counts, n)| n * counts[category]).sum::<f64>() / (n * size)
    };
    let parts: Vec<f64> = (0..base.n_categories()).map(part).collect();
    let like = product(weights, &parts);
    let expected = dot(&parts, &like);
    if expected >= 1.0 - 1e-12 {
        return None;
    }
    let value = (observed - expected) / (1.0 - expected);
    let squares =
        base.units.iter().zip(&base.sizes).zip(&agreed).zip(&base.times).map(|(((counts, of), agreed), n)| {
            let larger = (of - size) / size;
            let agreed_here = (1.0 - correction) * (agreed - plain * larger) + correction;
            let expected_here = dot(counts, &like) / size - expected * larger;
            let own = (agreed_here - expected) / (1.0 - expected);
            n * (own - 2.0 * (1.0 - value) * (expected_here - expected) / (1.0 - expected) - value).powi(2)
        });
    // Gwet's error is that of agreement without the correction for a small sample.
    let standard_error = (squares.sum::<f64>() / (n * (n - 1.0))).sqrt() / (1.0 - correction);
    Some(Coefficient { value, observed, expected, standard_error, n_units: whole(n) })
}

/// Cohen's kappa of two coders, weighted or not, with its asymptotic standard error; units both coded.
///
/// Source: Cohen, 1968; the error: Fleiss, Cohen and Everitt, 1969, as SAS `PROC FREQ` prints it.
pub fn cohen(ratings: &Ratings, weights: &[Vec<f64>]) -> Option<Coefficient> {
    let pairs: Vec<(usize, usize, f64)> =
        ratings.each().filter_map(|(unit, n)| Some(((*unit.first()?)?, (*unit.get(1)?)?, n))).collect();
    let (n, q) = (pairs.iter().map(|(.., n)| n).sum::<f64>(), ratings.n_categories());
    if n < 2.0 {
        return None;
    }
    let (mut rows, mut columns) = (vec![0.0; q], vec![0.0; q]);
    for (a, b, times) in &pairs {
        rows[*a] += times / n;
        columns[*b] += times / n;
    }
    let observed = pairs.iter().map(|(a, b, times)| times * weights[*a][*b]).sum::<f64>() / n;
    let (of_row, of_column) = (product(weights, &columns), product(weights, &rows));
    let expected = dot(&rows, &of_row);
    if expected >= 1.0 - 1e-12 {
        return None;
    }
    let value = (observed - expected) / (1.0 - expected);
    let squares = pairs
        .iter()
        .map(|(a, b, times)| times * (weights[*a][*b] - (1.0 - value) * (of_row[*a] + of_column[*b])).powi(2))
        .sum::<f64>()
        / n;
    let shift = value - expected * (1.0 - value);
    let variance = (squares - shift * shift) / (n * (1.0 - expected).powi(2));
    Some(Coefficient { value, observed, expected, standard_error: variance.max(0.0).sqrt(), n_units: whole(n) })
}

/// How probable it is that a coefficient whose estimate has this standard error is at least `mark`, given that it lies within -1
/// and 1. A word such as "substantial" belongs to a probability, not to a point.
///
/// Source: Gwet, 2014, ch. 6. Checked against: `irrCAC`.
pub fn probability_at_least(mark: f64, estimate: f64, standard_error: f64) -> f64 {
    let normal = Normal::standard();
    let below = |limit: f64| normal.cdf((estimate - limit) / standard_error);
    (below(mark) - below(1.0)) / (below(-1.0) - below(1.0))
}

/// The part of the units with two codes or more on which all codes are the same.
pub fn full_agreement(ratings: &Ratings) -> Option<f64> {
    let (mut same, mut all) = (0.0, 0.0);
    for (unit, n) in ratings.each() {
        let mut codes = unit.iter().flatten();
        let Some(first) = codes.next() else { continue };
        let others: Vec<&usize> = codes.collect();
        if !others.is_empty() {
            all += n;
            same += if others.iter().all(|code| *code == first) { n } else { 0.0 };
        }
    }
    (all > 0.0).then(|| same / all)
}

/// Holsti's coefficient: the mean over pairs of coders of the part of the units both coded on which they agree.
///
/// Source: Holsti, 1969, `2 M / (N1 + N2)` for each pair; units that one of them left out are in neither N.
pub fn holsti(ratings: &Ratings) -> Option<f64> {
    let mut of_pairs = Vec::new();
    for a in 0..ratings.n_coders {
        for b in a + 1..ratings.n_coders {
            let both = ratings.each().filter_map(|(unit, n)| Some((unit[a]? == unit[b]?, n)));
            let (same, all) =
                both.fold((0.0, 0.0), |(same, all), (is_same, n)| (same + if is_same { n } else { 0.0 }, all + n));
            if all > 0.0 {
                of_pairs.push(same / all);
            }
        }
    }
    (!of_pairs.is_empty()).then(|| of_pairs.iter().sum::<f64>() / count(of_pairs.len()))
}

/// The part of the units whose values lie no further apart than a tolerance: percent agreement of durations and areas.
pub fn within(ratings: &Ratings, tolerance: f64) -> Option<f64> {
    let (mut within, mut all) = (0.0, 0.0);
    for (unit, n) in ratings.each() {
        let values: Vec<f64> = unit.iter().flatten().map(|code| ratings.values[*code]).collect();
        if values.len() > 1 {
            let low = values.iter().copied().fold(f64::MAX, f64::min);
            let high = values.iter().copied().fold(f64::MIN, f64::max);
            all += n;
            within += if high - low <= tolerance * (1.0 + 1e-12) { n } else { 0.0 };
        }
    }
    (all > 0.0).then(|| within / all)
}

fn product(matrix: &[Vec<f64>], vector: &[f64]) -> Vec<f64> {
    matrix.iter().map(|row| dot(row, vector)).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn sum(matrix: &[Vec<f64>]) -> f64 {
    matrix.iter().flatten().sum()
}

fn square(n: usize) -> f64 {
    count(n * n)
}

/// A number of units, held as a float.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sum of whole numbers")]
pub(super) fn whole(n: f64) -> usize {
    n as usize
}
