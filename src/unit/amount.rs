//! An amount of coverage: a whole number of one unit, never of two.

use std::fmt;

/// Whole milliseconds of airtime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Milliseconds(pub i64);

/// Whole square millimetres of printed space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SquareMm(pub i64);

/// What a quantity is counted in. Amounts of different units are never added, averaged or compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Milliseconds; printed as seconds, minutes or hours.
    Time,
    /// Square millimetres; printed as cm².
    Area,
    /// Appearances: one actor in one item.
    Count,
}

impl Unit {
    /// The word machine files use: `ms`, `mm2` or `count`.
    pub fn machine_name(self) -> &'static str {
        match self {
            Unit::Time => "ms",
            Unit::Area => "mm2",
            Unit::Count => "count",
        }
    }

    /// The column heading people read: `min`, `cm²` or `appearances`.
    pub fn printed_name(self) -> &'static str {
        match self {
            Unit::Time => "min",
            Unit::Area => "cm²",
            Unit::Count => "appearances",
        }
    }
}

/// A whole number of milliseconds, square millimetres or appearances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    unit: Unit,
    whole: i64,
}

/// Asked for a sum across two units; names both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{}` and `{}` are different units and are never added", .0.machine_name(), .1.machine_name())]
pub struct MixedUnits(pub Unit, pub Unit);

impl Amount {
    /// `whole` milliseconds, square millimetres or appearances.
    pub fn new(unit: Unit, whole: i64) -> Self {
        Amount { unit, whole }
    }

    /// The unit the whole number counts.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The whole number of milliseconds, square millimetres or appearances.
    pub fn whole(self) -> i64 {
        self.whole
    }

    /// The sum of two amounts of one unit.
    ///
    /// Errors: [`MixedUnits`] naming both units. Panics when the sum leaves 64 bits (292 million years of airtime).
    pub fn plus(self, other: Amount) -> Result<Amount, MixedUnits> {
        if self.unit != other.unit {
            return Err(MixedUnits(self.unit, other.unit));
        }
        let whole =
            self.whole.checked_add(other.whole).expect("invariant: every cell is bounded, so that sums fit 64 bits");
        Ok(Amount::new(self.unit, whole))
    }

    /// The number in the unit people read (minutes with one decimal, whole cm², appearances), with thousands separated.
    pub fn printed_number(self) -> String {
        match self.unit {
            Unit::Time => {
                let tenths = div_half_up(self.whole, 6_000);
                format!("{}{}.{}", sign(tenths), thousands(tenths.abs() / 10), tenths.abs() % 10)
            }
            Unit::Area => thousands(div_half_up(self.whole, 100)),
            Unit::Count => thousands(self.whole),
        }
    }

    /// The same without thousands separated, with a dot: what a language writes in its own way.
    pub fn printed_digits(self) -> String {
        match self.unit {
            Unit::Time => {
                let tenths = div_half_up(self.whole, 6_000);
                format!("{}{}.{}", sign(tenths), tenths.abs() / 10, tenths.abs() % 10)
            }
            Unit::Area => div_half_up(self.whole, 100).to_string(),
            Unit::Count => self.whole.to_string(),
        }
    }

    /// The exact number in the base unit machine files state: seconds, cm² or appearances; a dot, no separators.
    pub fn machine_number(self) -> String {
        match self.unit {
            Unit::Time => scaled(self.whole, 1_000),
            Unit::Area => scaled(self.whole, 100),
            Unit::Count => self.whole.to_string(),
        }
    }

    /// The unit of [`Amount::machine_number`]: `s`, `cm2` or `appearances`.
    pub fn machine_unit(self) -> &'static str {
        match self.unit {
            Unit::Time => "s",
            Unit::Area => "cm2",
            Unit::Count => "appearances",
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{a0}{}", self.printed_number(), self.unit.printed_name())
    }
}

fn sign(value: i64) -> &'static str {
    if value < 0 { "-" } else { "" }
}

fn div_half_up(value: i64, by: i64) -> i64 {
    (value + by / 2).div_euclid(by)
}

fn scaled(value: i64, by: i64) -> String {
    let digits = by.ilog10() as usize;
    let sign = sign(value);
    let (whole, part) = (value.abs() / by, value.abs() % by);
    let text = format!("{sign}{whole}.{part:0digits$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `1234567` as `1,234,567`.
fn thousands(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 1);
    if value < 0 {
        grouped.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_two_units_are_never_added() {
        let error = Amount::new(Unit::Time, 1).plus(Amount::new(Unit::Area, 1)).unwrap_err();
        assert_eq!(error.to_string(), "`ms` and `mm2` are different units and are never added");
    }

    #[test]
    fn people_read_minutes_and_square_centimetres() {
        assert_eq!(Amount::new(Unit::Time, 1_614_000).to_string(), "26.9\u{a0}min");
        // A difference may be below zero.
        assert_eq!(Amount::new(Unit::Time, -7_684_000).printed_digits(), "-128.1");
        assert_eq!(Amount::new(Unit::Time, -24_000).printed_number(), "-0.4");
        assert_eq!(Amount::new(Unit::Area, 123_449_900).to_string(), "1,234,499\u{a0}cm²");
        assert_eq!(Amount::new(Unit::Count, 1_000).to_string(), "1,000\u{a0}appearances");
    }

    #[test]
    fn machines_read_every_digit() {
        assert_eq!(Amount::new(Unit::Time, 90_500).machine_number(), "90.5");
        assert_eq!(Amount::new(Unit::Area, 8_450).machine_number(), "84.5");
        assert_eq!(Amount::new(Unit::Area, 8_400).machine_number(), "84");
        assert_eq!(Amount::new(Unit::Time, 0).machine_number(), "0");
    }

    #[test]
    fn half_of_the_last_printed_digit_goes_up() {
        for (milliseconds, printed) in [(2_999, "0.0"), (3_000, "0.1"), (8_999, "0.1"), (9_000, "0.2")] {
            assert_eq!(Amount::new(Unit::Time, milliseconds).printed_number(), printed);
            assert_eq!(Amount::new(Unit::Time, milliseconds).printed_digits(), printed);
        }
        for (square_mm, printed) in [(49, "0"), (50, "1"), (149, "1"), (150, "2")] {
            assert_eq!(Amount::new(Unit::Area, square_mm).printed_number(), printed);
            assert_eq!(Amount::new(Unit::Area, square_mm).printed_digits(), printed);
        }
    }

    #[test]
    fn a_difference_below_zero_is_printed_with_its_sign() {
        assert_eq!(Amount::new(Unit::Time, -90_500).machine_number(), "-90.5");
        assert_eq!(Amount::new(Unit::Area, -8_405).machine_number(), "-84.05");
        assert_eq!(Amount::new(Unit::Count, -1_234_567).printed_number(), "-1,234,567");
        for (count, printed) in [(0, "0"), (100, "100"), (123_456, "123,456"), (-123_456, "-123,456")] {
            assert_eq!(Amount::new(Unit::Count, count).printed_number(), printed);
        }
    }

    #[test]
    fn amounts_of_one_unit_are_added() {
        let sum = Amount::new(Unit::Time, 90_000).plus(Amount::new(Unit::Time, -30_000)).unwrap();
        assert_eq!(sum, Amount::new(Unit::Time, 60_000));
    }
}
