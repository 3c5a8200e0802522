//! A share: the quotient of two exact integers, and its printed percentage.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use super::Decimal;

/// An exact quotient, usually in 0..=1. The one division of the house happens here, on integers.
///
/// Rational, not a float: a mean of outlet shares has a denominator no float can hold, and a tie of rounding is
/// decided by the last digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(BigRational);

impl Share {
    /// `numerator / denominator`; `None` where the denominator is zero, for a share of nothing is not a number.
    pub fn of(numerator: i64, denominator: i64) -> Option<Share> {
        Share::quotient(BigInt::from(numerator), BigInt::from(denominator))
    }

    pub(super) fn quotient(numerator: BigInt, denominator: BigInt) -> Option<Share> {
        (!denominator.is_zero()).then(|| Share(BigRational::new(numerator, denominator)))
    }

    /// A percentage as published (`80.99`), as a share.
    pub fn from_percent(percent: Decimal) -> Share {
        let (numerator, denominator) = percent.as_fraction();
        Share(BigRational::new(BigInt::from(numerator), BigInt::from(denominator) * 100_u32))
    }

    /// One part of `n` equal ones; `None` for `n = 0`.
    pub fn equal(n: usize) -> Option<Share> {
        Share::quotient(BigInt::from(1_u32), BigInt::from(n))
    }

    /// The weighted mean of shares: `sum w*s / sum w`; `None` where the weights sum to zero.
    pub fn weighted_mean<'a>(weighted: impl IntoIterator<Item = (Decimal, &'a Share)>) -> Option<Share> {
        let (mut sum, mut weights) = (BigRational::zero(), BigRational::zero());
        for (weight, share) in weighted {
            let (numerator, denominator) = weight.as_fraction();
            let weight = BigRational::new(BigInt::from(numerator), BigInt::from(denominator));
            sum += &weight * &share.0;
            weights += weight;
        }
        (!weights.is_zero()).then(|| Share(sum / weights))
    }

    /// This part of a whole number: the nearest whole number, a half up.
    pub fn of_whole(&self, whole: i64) -> i64 {
        let half = BigRational::new(BigInt::from(1_u32), BigInt::from(2_u32));
        let part = (&self.0 * BigRational::from_integer(BigInt::from(whole)) + half).floor().to_integer();
        part.to_i64().expect("invariant: a part of 64 bits fits 64 bits")
    }

    /// A part of a part.
    #[must_use]
    pub fn times(&self, other: &Share) -> Share {
        Share(&self.0 * &other.0)
    }

    /// The sum of shares of one denominator.
    pub fn sum<'a>(shares: impl IntoIterator<Item = &'a Share>) -> Share {
        Share(shares.into_iter().map(|share| &share.0).sum())
    }

    /// This share minus another: a gap or a lead, in -1..=1.
    pub fn minus(&self, other: &Share) -> Share {
        Share(&self.0 - &other.0)
    }

    /// Below zero, as a difference may be?
    pub fn is_negative(&self) -> bool {
        self.0 < BigRational::zero()
    }

    pub(super) fn negated(&self) -> Share {
        Share(-&self.0)
    }

    /// Exactly nothing?
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// A computed number such as the limit of an interval, for rounding it as shares are; `None` for what is no number.
    pub fn approximate(number: f64) -> Option<Share> {
        BigRational::from_float(number).map(Share)
    }

    /// Exactly one: the parts make up the whole.
    pub fn is_whole(&self) -> bool {
        self.0 == BigRational::from_integer(BigInt::from(1_u32))
    }

    pub(super) fn numerator(&self) -> &BigInt {
        self.0.numer()
    }

    pub(super) fn denominator(&self) -> &BigInt {
        self.0.denom()
    }

    /// The nearest float, for placing a mark on paper or a machine column; never for a printed percentage.
    pub fn as_f64(&self) -> f64 {
        self.0.to_f64().expect("invariant: a share of 64-bit amounts fits a float")
    }
}

/// A printed percentage: a whole number of its last digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    units: i64,
    decimals: u8,
}

impl Percent {
    pub(super) fn new(units: i64, decimals: u8) -> Self {
        Percent { units, decimals }
    }

    /// The percentage in units of its last printed digit: 520 for 52.0.
    pub fn units(self) -> i64 {
        self.units
    }

    pub(super) fn negated(self) -> Self {
        Percent { units: -self.units, ..self }
    }

    /// One hundred, printed alike.
    pub fn is_hundred(self) -> bool {
        self.units == 100 * 10_i64.pow(u32::from(self.decimals))
    }

    /// With its sign, for differences: `+38.7`, `-2.1`, `0.0`.
    pub fn signed(self) -> String {
        if self.units > 0 { format!("+{self}") } else { self.to_string().replace('-', "\u{2212}") }
    }
}

/// The sum of a printed column.
impl std::iter::Sum for Percent {
    fn sum<I: Iterator<Item = Percent>>(mut column: I) -> Percent {
        let first = column.next().unwrap_or(Percent::new(0, 0));
        column.fold(first, |sum, next| Percent::new(sum.units + next.units, sum.decimals))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_i64.pow(u32::from(self.decimals));
        let sign = if self.units < 0 { "-" } else { "" };
        let magnitude = self.units.abs();
        write!(f, "{sign}{}", magnitude / scale)?;
        if self.decimals > 0 {
            write!(f, ".{:0width$}", magnitude % scale, width = usize::from(self.decimals))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_no_number() {
        assert_eq!(Share::of(0, 0), None);
    }

    #[test]
    fn the_mean_of_shares_is_exact() {
        let shares = [Share::of(1, 3).unwrap(), Share::of(1, 7).unwrap()];
        let one = "1".parse().unwrap();
        let mean = Share::weighted_mean(shares.iter().map(|share| (one, share))).unwrap();
        assert_eq!(mean, Share::of(5, 21).unwrap());
    }

    #[test]
    fn a_published_percentage_is_the_share_it_says() {
        assert_eq!(Share::from_percent("80.99".parse().unwrap()), Share::of(8_099, 10_000).unwrap());
    }

    fn share(numerator: i64, denominator: i64) -> Share {
        Share::of(numerator, denominator).unwrap()
    }

    #[test]
    fn weights_that_sum_to_nothing_have_no_mean() {
        let (third, half) = (share(1, 3), share(1, 2));
        let mean = |weights: [&str; 2]| {
            Share::weighted_mean(weights.iter().map(|weight| weight.parse().unwrap()).zip([&third, &half]))
        };
        assert_eq!(mean(["2", "0.5"]), Some(share(11, 30)));
        assert_eq!(mean(["0", "0"]), None);
        assert_eq!(Share::equal(4), Some(share(1, 4)));
        assert_eq!(Share::equal(0), None);
    }

    #[test]
    fn a_part_of_a_whole_number_is_the_nearest_a_half_up() {
        for (part, whole, found) in
            [((1, 3), 100, 33), ((2, 3), 100, 67), ((1, 2), 5, 3), ((0, 1), 5, 0), ((1, 1), 5, 5)]
        {
            assert_eq!(share(part.0, part.1).of_whole(whole), found, "{part:?} of {whole}");
        }
        assert_eq!(share(1, 3).times(&share(1, 2)), share(1, 6));
    }

    #[test]
    fn a_share_knows_nothing_everything_and_less() {
        let (nothing, half, whole) = (share(0, 5), share(1, 2), share(5, 5));
        assert!(nothing.is_zero() && !half.is_zero());
        assert!(whole.is_whole() && !half.is_whole());
        assert!(half.minus(&whole).is_negative() && !nothing.is_negative() && !half.is_negative());
        assert_eq!(Share::approximate(0.25), Some(share(1, 4)));
        assert_eq!(Share::approximate(f64::NAN), None);
    }

    #[test]
    fn a_printed_percentage_has_its_decimals_and_its_sign() {
        assert_eq!(Percent::new(-5, 2).to_string(), "-0.05");
        assert_eq!(Percent::new(1_005, 2).to_string(), "10.05");
        assert_eq!(Percent::new(52, 0).to_string(), "52");
        assert_eq!(Percent::new(387, 1).signed(), "+38.7");
        assert_eq!(Percent::new(-21, 1).signed(), "\u{2212}2.1");
        assert_eq!(Percent::new(0, 1).signed(), "0.0");
        assert!(Percent::new(1_000, 1).is_hundred() && !Percent::new(999, 1).is_hundred());
        let column = [Percent::new(333, 1), Percent::new(666, 1)];
        assert_eq!(column.into_iter().sum::<Percent>(), Percent::new(999, 1));
        assert_eq!(std::iter::empty().sum::<Percent>().units(), 0);
    }
}
