//! Numbers as they are printed.

use num_traits::Signed as _;

use super::{Number, Printed};

pub(super) fn rounded(value: Number, decimals: u32, rule: &str) -> Number {
    let scale = Number::from_integer(10_i128.pow(decimals));
    let scaled = value * scale;
    let floor = scaled.floor();
    let rest = scaled - floor;
    let half = Number::new(1, 2);
    let up = match rule {
        "truncate" => false,
        "half-even" => rest > half || (rest == half && floor.to_integer() % 2 != 0),
        _ => rest >= half,
    };
    (if up { floor + Number::from_integer(1) } else { floor }) / scale
}

/// A number with so many decimals at most, a half up; whole ones without.
pub(super) fn decimal(value: Number, decimals: usize) -> String {
    let sign = if value.is_negative() { "-" } else { "" };
    let places = u32::try_from(decimals).unwrap_or(6);
    let scaled = (rounded(value.abs(), places, "half-up") * Number::from_integer(10_i128.pow(places))).to_integer();
    let (whole, part) = (scaled / 10_i128.pow(places), scaled % 10_i128.pow(places));
    let text = if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0decimals$}") };
    if value.is_integer() && decimals > 0 { format!("{sign}{whole}") } else { text }
}

/// A number written as another one is: as a clock time, or with up to three decimals.
pub(super) fn like(other: &Printed, value: Number) -> String {
    if !other.text.contains(':') || !value.is_integer() {
        return decimal(value, 3);
    }
    let seconds = value.abs().to_integer();
    let sign = if value.is_negative() { "-" } else { "" };
    format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
