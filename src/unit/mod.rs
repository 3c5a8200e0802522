//! Exact quantities: whole milliseconds, whole square millimetres, counts, the quotient of two of them; and colours.
//!
//! In: text as a coder wrote it. Out: integers, and shares that are divided once and rounded by a declared rule.
//! Never: knows a file, a frame, an outlet or an actor; never holds a share as a float.
//! To add a way of writing a duration or an area: a variant of [`AmountFormat`] and its arm in `amount_format.rs`.

mod amount;
mod amount_format;
mod colour;
mod decimal;
mod duration_words;
mod float;
mod quantile;
mod rounding;
mod share;

pub use amount::{Amount, Milliseconds, MixedUnits, SquareMm, Unit};
pub use amount_format::{AmountFormat, AmountSizes, UnreadableAmount, clock_duration};
pub use colour::{Colour, Sight};
pub use decimal::{Decimal, DecimalMark, UnreadableNumber, latin_digits};
pub use float::{count, float};
pub use quantile::quantile;
pub use rounding::{Rounding, RoundingRule, percent_column};
pub use share::{Percent, Share};
