//! Declared rounding, applied to the exact quotient.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::{Percent, Share};

/// What happens to the digits that are not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundingRule {
    /// A half goes up: 40/256 at two decimals is 15.63. The default, and the rule of most published tables.
    HalfUp,
    /// A half goes to the even digit.
    HalfEven,
    /// Cut off.
    Truncate,
    /// Cut off, then the largest remainders get the missing units, so that a column sums to 100.
    LargestRemainder,
}

impl RoundingRule {
    /// Every rule with the word that declares it in a study.
    pub const WORDS: [(&'static str, RoundingRule); 4] = [
        ("half-up", RoundingRule::HalfUp),
        ("half-even", RoundingRule::HalfEven),
        ("truncate", RoundingRule::Truncate),
        ("largest-remainder", RoundingRule::LargestRemainder),
    ];

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, rule)| *rule == self);
        found.expect("invariant: WORDS names every rule").0
    }
}

/// A rule and the number of decimals of a printed percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounding {
    /// What happens to the digits that are not printed.
    pub rule: RoundingRule,
    /// Decimals of the percentage, 0 to 6.
    pub decimals: u8,
}

impl Default for Rounding {
    fn default() -> Self {
        Rounding { rule: RoundingRule::HalfUp, decimals: 1 }
    }
}

impl Rounding {
    /// The percentage of one share. [`RoundingRule::LargestRemainder`] needs its whole column: see [`percent_column`];
    /// of a figure on its own a half goes up. A difference below zero is rounded as its mirror above: -1.25 as 1.25.
    pub fn percent(self, share: &Share) -> Percent {
        if share.is_negative() {
            return self.percent(&share.negated()).negated();
        }
        let (floor, remainder, denominator) = self.cut(share);
        let up = match self.rule {
            RoundingRule::HalfUp | RoundingRule::LargestRemainder => remainder * 2_u32 >= denominator,
            RoundingRule::HalfEven => {
                let twice: BigInt = remainder * 2_u32;
                twice > denominator || (twice == denominator && floor.is_odd())
            }
            RoundingRule::Truncate => false,
        };
        self.finish(floor + BigInt::from(u8::from(up)))
    }

    /// Whole units of the last printed digit, what is left, and what it is left of.
    fn cut(self, share: &Share) -> (BigInt, BigInt, BigInt) {
        let scale = BigInt::from(100_u32) * BigInt::from(10_u32).pow(u32::from(self.decimals));
        let (floor, remainder) = (share.numerator() * scale).div_mod_floor(share.denominator());
        (floor, remainder, share.denominator().clone())
    }

    fn finish(self, units: BigInt) -> Percent {
        let units = units.to_i64().expect("invariant: a printed share has few digits");
        Percent::new(units, self.decimals)
    }
}

/// The percentages of a column of shares of one denominator.
///
/// Out: as many percentages as shares, in their order. Under [`RoundingRule::LargestRemainder`] they sum to the
/// rounded sum of the shares (100 where the column is complete); ties of remainders go to the earlier row.
/// Source: Hamilton's method (largest remainder), as used for seats.
pub fn percent_column(shares: &[Share], rounding: Rounding) -> Vec<Percent> {
    if rounding.rule != RoundingRule::LargestRemainder || shares.is_empty() {
        return shares.iter().map(|share| rounding.percent(share)).collect();
    }
    let whole = Rounding { rule: RoundingRule::HalfUp, ..rounding }.percent(&Share::sum(shares)).units();
    let mut cut: Vec<(usize, BigInt, Share)> = shares
        .iter()
        .enumerate()
        .map(|(row, share)| {
            let (floor, remainder, denominator) = rounding.cut(share);
            let rest = Share::quotient(remainder, denominator).expect("invariant: a share has a denominator");
            (row, floor, rest)
        })
        .collect();
    let given: BigInt = cut.iter().map(|(_, floor, _)| floor).sum();
    let missing = (BigInt::from(whole) - given).to_usize().unwrap_or(0);
    cut.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    for (_, floor, _) in cut.iter_mut().take(missing) {
        *floor += 1_u32;
    }
    cut.sort_by_key(|(row, _, _)| *row);
    cut.into_iter().map(|(_, units, _)| rounding.finish(units)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(rule: RoundingRule, decimals: u8, numerator: i64, denominator: i64) -> String {
        let share = Share::of(numerator, denominator).unwrap();
        Rounding { rule, decimals }.percent(&share).to_string()
    }

    #[test]
    fn a_tie_is_decided_on_the_exact_quotient() {
        // A float prints 15.62: 15.625 is exact in binary, and formatting goes to even.
        assert_eq!(printed(RoundingRule::HalfUp, 2, 40, 256), "15.63");
        assert_eq!(printed(RoundingRule::HalfUp, 2, 94, 320), "29.38");
        assert_eq!(printed(RoundingRule::HalfUp, 2, 690, 7360), "9.38");
        assert_eq!(printed(RoundingRule::HalfEven, 2, 40, 256), "15.62");
        assert_eq!(printed(RoundingRule::Truncate, 2, 94, 320), "29.37");
    }

    #[test]
    fn tf1_speaking_time_of_february_2017_prints_as_published() {
        let seconds = [780, 630, 523, 345, 155, 126, 6, 6];
        let published = ["30.34", "24.50", "20.34", "13.42", "6.03", "4.90", "0.23", "0.23"];
        for (part, percent) in seconds.into_iter().zip(published) {
            assert_eq!(printed(RoundingRule::HalfUp, 2, part, 2_571), percent);
        }
    }

    #[test]
    fn tf1_airtime_of_february_2017_prints_as_published() {
        let seconds = [2425, 1121, 689, 464, 445, 386, 28, 22];
        let published = ["43.46", "20.09", "12.35", "8.32", "7.97", "6.92", "0.50", "0.39"];
        for (part, percent) in seconds.into_iter().zip(published) {
            assert_eq!(printed(RoundingRule::HalfUp, 2, part, 5_580), percent);
        }
    }

    #[test]
    fn a_difference_below_zero_is_the_mirror_of_the_one_above() {
        let share = Share::of(1, 80).unwrap().minus(&Share::of(2, 80).unwrap());
        for (rule, printed) in
            [(RoundingRule::HalfUp, "-1.3"), (RoundingRule::HalfEven, "-1.2"), (RoundingRule::Truncate, "-1.2")]
        {
            assert_eq!(Rounding { rule, decimals: 1 }.percent(&share).to_string(), printed);
        }
    }

    #[test]
    fn largest_remainder_sums_to_one_hundred() {
        let shares: Vec<Share> = [1, 1, 1].map(|part| Share::of(part, 3).unwrap()).into();
        let rounding = Rounding { rule: RoundingRule::LargestRemainder, decimals: 0 };
        let column: Vec<String> = percent_column(&shares, rounding).iter().map(Percent::to_string).collect();
        assert_eq!(column, ["34", "33", "33"]);
    }

    #[test]
    fn a_half_goes_to_the_even_digit_and_more_than_a_half_up() {
        for (numerator, percent) in [(5, "0"), (6, "1"), (14, "1"), (15, "2"), (25, "2"), (26, "3")] {
            assert_eq!(printed(RoundingRule::HalfEven, 0, numerator, 1_000), percent, "{numerator} of 1000");
        }
        for (numerator, percent) in [(4, "0"), (5, "1"), (14, "1"), (15, "2")] {
            assert_eq!(printed(RoundingRule::HalfUp, 0, numerator, 1_000), percent, "{numerator} of 1000");
        }
    }

    #[test]
    fn a_column_keeps_its_order_and_the_earlier_of_equal_rests_gets_the_unit() {
        let column = |parts: &[i64], whole: i64| {
            let shares: Vec<Share> = parts.iter().map(|part| Share::of(*part, whole).unwrap()).collect();
            let rounding = Rounding { rule: RoundingRule::LargestRemainder, decimals: 0 };
            percent_column(&shares, rounding).iter().map(|percent| percent.units()).collect::<Vec<_>>()
        };
        // 12.5, 37.5 and 50: one unit is missing, and goes to the first.
        assert_eq!(column(&[1, 3, 4], 8), [13, 37, 50]);
        // 28.57, 14.29, 57.14: the largest rest, not the largest share.
        assert_eq!(column(&[1, 4, 2], 7), [14, 57, 29]);
        // A part of the whole sums to its own rounded sum.
        assert_eq!(column(&[1, 1], 3), [34, 33]);
        assert_eq!(column(&[], 1), [] as [i64; 0]);
        // Under any other rule each share is rounded for itself.
        let thirds = [1, 1, 1].map(|part| Share::of(part, 3).unwrap());
        let rounding = Rounding { rule: RoundingRule::HalfUp, decimals: 0 };
        assert_eq!(percent_column(&thirds, rounding).iter().map(|percent| percent.units()).sum::<i64>(), 99);
    }
}
