//! Numbers as they are printed.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::Signed as _;

use super::{Number, Printed};

/// A number of whole units.
pub(super) fn whole(number: impl Into<BigInt>) -> Number {
    Number::from_integer(number.into())
}

/// One unit of the last of so many decimals.
pub(super) fn unit(decimals: u32) -> Number {
    Number::new(BigInt::from(1), ten_to(decimals))
}

fn ten_to(decimals: u32) -> BigInt {
    BigInt::from(10).pow(decimals)
}

pub(super) fn rounded(value: &Number, decimals: u32, rule: &str) -> Number {
    let scale = Number::from_integer(ten_to(decimals));
    let scaled = value * &scale;
    let floor = scaled.floor();
    let rest = scaled - &floor;
    let half = Number::new(BigInt::from(1), BigInt::from(2));
    let up = match rule {
        "truncate" => false,
        "half-even" => rest > half || (rest == half && floor.to_integer().is_odd()),
        _ => rest >= half,
    };
    (if up { floor + whole(1) } else { floor }) / scale
}

/// A number with so many decimals at most, a half up; whole ones without.
pub(super) fn decimal(value: &Number, decimals: usize) -> String {
    let sign = if value.is_negative() { "-" } else { "" };
    let places = u32::try_from(decimals).unwrap_or(6);
    let scale = ten_to(places);
    let scaled = (rounded(&value.abs(), places, "half-up") * Number::from_integer(scale.clone())).to_integer();
    let (whole, part) = scaled.div_rem(&scale);
    if decimals == 0 || value.is_integer() {
        return format!("{sign}{whole}");
    }
    let part = part.to_string();
    format!("{sign}{whole}.{}{part}", "0".repeat(decimals.saturating_sub(part.len())))
}

/// A number written as another one is: as a clock time, or with up to three decimals.
pub(super) fn like(other: &Printed, value: &Number) -> String {
    if !other.text.contains(':') || !value.is_integer() {
        return decimal(value, 3);
    }
    let sign = if value.is_negative() { "-" } else { "" };
    let (minutes, seconds) = value.abs().to_integer().div_rem(&BigInt::from(60));
    let (hours, minutes) = minutes.div_rem(&BigInt::from(60));
    format!("{sign}{hours}:{minutes:0>2}:{seconds:0>2}")
}
