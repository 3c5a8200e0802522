//! Claims: does a published percentage follow from this data?
//!
//! In: a statement in a few words (`print space, Nur Otan, 52 %, 2011-11-30..2011-12-10, editorial`), the tally. Out: a
//! [`Verdict`]: supported as stated, supported only under another reading (pool, weighting, rounding, window, each named), within
//! the interval, or not supported, with what the data gives instead. Zero: a reading without coverage has no share and supports
//! nothing. The reading stated is that of the study where a claim is silent: the pool of its report, its weighting, its window.

mod judge;
mod read;

pub use judge::{Judged, Reading, Respect, Silence, Verdict, judge};
pub(super) use read::{BAD_CLAIM, NO_CLAIM};
pub use read::{claims_of, parse_claim};

use chrono::NaiveDate;

use crate::measure::Condition;
use crate::unit::Decimal;

/// What somebody published, understood with a study's codebook.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// As it was written.
    pub says: String,
    /// Who published it.
    pub source: Option<String>,
    /// Id of the actor.
    pub actor: String,
    /// The percentage, with the decimals it was published with.
    pub percent: Decimal,
    /// Id of the pool, where the claim names one.
    pub pool: Option<String>,
    /// Id of the quantity, where the claim names one.
    pub quantity: Option<String>,
    /// Medium, outlet ... it speaks of.
    pub conditions: Vec<Condition>,
    /// Its days, where it names some.
    pub days: Option<(NaiveDate, NaiveDate)>,
}
