//! Exact fractions of plain integers, rounding, and Student's t.

use std::cmp::Ordering;

use super::wide::Wide;
use super::words;

/// An exact fraction, its denominator above zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fraction {
    negative: bool,
    above: Wide,
    below: Wide,
}

impl Fraction {
    pub(super) fn new(above: i128, below: i128) -> Self {
        let below = Wide::new(u128::try_from(below).unwrap());
        Fraction { negative: above < 0, above: Wide::new(above.unsigned_abs()), below }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let (left, right) = (self.above.times(other.below), other.above.times(self.below));
        let below = self.below.times(other.below);
        if self.negative == other.negative {
            Fraction { above: left.plus(right), below, ..self }
        } else if left.order(&right).is_ge() {
            Fraction { above: left.minus(right), below, ..self }
        } else {
            Fraction { above: right.minus(left), below, ..other }
        }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.plus(Fraction { negative: !other.negative, ..other })
    }

    pub(super) fn times(self, other: Self) -> Self {
        let negative = self.negative != other.negative;
        Fraction { negative, above: self.above.times(other.above), below: self.below.times(other.below) }
    }

    pub(super) fn float(self) -> f64 {
        let size = self.above.float() / self.below.float();
        if self.negative { -size } else { size }
    }

    pub(super) fn is_zero(self) -> bool {
        self.above.is_zero()
    }

    pub(super) fn order(self, other: Self) -> Ordering {
        let difference = self.minus(other);
        match (difference.is_zero(), difference.negative) {
            (true, _) => Ordering::Equal,
            (false, true) => Ordering::Less,
            (false, false) => Ordering::Greater,
        }
    }
}

/// Percent of one fraction, rounded by itself, in units of the last decimal.
fn rounded(share: Fraction, rule: &str, decimals: u32) -> i128 {
    let above = share.above.times(Wide::new(100 * 10_u128.pow(decimals)));
    let fits = |units: u128| share.below.times(Wide::new(units)).order(&above).is_le();
    // The largest whole number of units that fits, bit by bit.
    let whole = (0..64).rev().fold(0_u128, |whole, bit| if fits(whole | 1 << bit) { whole | 1 << bit } else { whole });
    let rest = above.minus(share.below.times(Wide::new(whole)));
    let up = match (rest.plus(rest).order(&share.below), rule) {
        (_, "truncate") | (Ordering::Less, _) => false,
        (Ordering::Greater, _) => true,
        (Ordering::Equal, "half-even") => whole % 2 == 1,
        (Ordering::Equal, _) => true,
    };
    let size = i128::try_from(whole).unwrap() + i128::from(up);
    if share.negative { -size } else { size }
}

fn text(units: i128, decimals: u32) -> String {
    let whole = words::decimal(units, decimals, '.');
    let (body, rest) = whole.split_once('.').unwrap_or((&whole, ""));
    if decimals == 0 { body.to_owned() } else { format!("{body}.{rest:0<width$}", width = decimals as usize) }
}

/// Percent as printed.
pub(super) fn percent(share: Fraction, rule: &str, decimals: u32) -> String {
    text(rounded(share, rule, decimals), decimals)
}

/// The percentages of a column whose shares make one whole.
pub(super) fn column(shares: &[Fraction], rule: &str, decimals: u32) -> Vec<String> {
    if rule != "largest-remainder" {
        return shares.iter().map(|share| percent(*share, rule, decimals)).collect();
    }
    let hundred = 100 * 10_i128.pow(decimals);
    let mut units: Vec<i128> = shares.iter().map(|share| rounded(*share, "truncate", decimals)).collect();
    let missing = usize::try_from(hundred - units.iter().sum::<i128>()).unwrap();
    let left = |at: usize| {
        shares[at].times(Fraction::new(hundred, 1)).minus(Fraction::new(rounded(shares[at], "truncate", decimals), 1))
    };
    let mut order: Vec<usize> = (0..shares.len()).collect();
    // The sort is stable: of equal remainders the first in the table is served first.
    order.sort_by(|a, b| left(*b).order(left(*a)));
    for at in order.into_iter().take(missing) {
        units[at] += 1;
    }
    units.into_iter().map(|units| text(units, decimals)).collect()
}

/// The quantile of Student's t that leaves `level` percent between itself and its negative.
pub(super) fn student(level: u32, freedom: usize) -> f64 {
    let n = freedom as f64;
    let wanted = 1.0 - f64::from(level) / 100.0;
    // Two-sided tail of t: the regularised incomplete beta function of n / (n + t * t).
    let tail = |t: f64| beta(n / (n + t * t), n / 2.0, 0.5);
    let (mut low, mut high) = (0.0, 1e4);
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if tail(middle) > wanted { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// Regularised incomplete beta function, by its continued fraction.
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta(1.0 - x, b, a);
    }
    let front = (log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp() / a;
    // Evaluated from the far end.
    let mut value = 1.0;
    for step in (1..400).rev() {
        let m = f64::from(step / 2);
        let factor = if step % 2 == 0 {
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
        } else {
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0))
        };
        value = 1.0 + factor / value;
    }
    front / value
}

/// Of halves and wholes alone, exactly by the recurrence.
fn log_gamma(x: f64) -> f64 {
    let (mut at, mut sum) = if x.fract() == 0.0 { (1.0, 0.0) } else { (0.5, std::f64::consts::PI.sqrt().ln()) };
    while at < x {
        sum += f64::ln(at);
        at += 1.0;
    }
    sum
}
