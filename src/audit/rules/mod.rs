//! Rules: statutory and voluntary limits on coverage, dated and cited, held against the data.
//!
//! In: `rules.toml` of a study, its tally. Out: for every rule and every place it speaks of (an outlet, a part of the day ...) a
//! [`RuleVerdict`] for each actor: kept, broken with what is owed, or cannot tell, where a lost recording could turn the verdict.
//! A rule is an example with its source and date, never "the law of" a country: whoever applies it writes it down.

mod judge;
mod read;

pub use judge::{Kept, RuleRow, RuleVerdict, hold};
pub(in crate::audit) use read::BAD_RULE;
pub use read::rules_of;

use chrono::NaiveDate;

use crate::codebook::Label;
use crate::measure::{Condition, Dimension};
use crate::unit::{Decimal, Share};

/// The name of a study's own file of rules.
pub const RULES_FILE: &str = "rules.toml";

/// What a rule asks of each actor.
#[derive(Debug, Clone, PartialEq)]
pub enum Quota {
    /// The same part for each actor of the pool.
    Equal,
    /// A part of the total for each actor: ids and shares.
    Parts(Vec<(String, Share)>),
    /// No more than this part of the total.
    AtMostShare(Share),
    /// No less than this part of the total.
    AtLeastShare(Share),
    /// No more than this amount: milliseconds, mm² or appearances.
    AtMost(i64),
    /// No less than this amount.
    AtLeast(i64),
    /// Nothing at all, as on a day of silence.
    Nothing,
}

/// What lost recordings are taken to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostHolds {
    /// As much coverage of the pool in an hour as the recorded hours of the same place.
    AsRecorded,
    /// Nothing but coverage of the pool: the strictest bound.
    Everything,
}

/// A rule, with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// `[a-z0-9-]{1,40}`
    pub id: String,
    /// What it says, in a line.
    pub name: Label,
    /// Which text it is from.
    pub source: Label,
    /// The date of that text.
    pub date: NaiveDate,
    /// Id of the pool whose total it speaks of.
    pub pool: String,
    /// Id of the quantity.
    pub quantity: String,
    /// It holds in each of these: outlet, daypart, week ...
    pub per: Vec<Dimension>,
    /// Only here.
    pub conditions: Vec<Condition>,
    /// On these days; the whole window without.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// What it asks.
    pub quota: Quota,
    /// How many points a share may be beside its quota.
    pub tolerance: Decimal,
    /// What lost recordings are taken to hold, all of it for one side or the other.
    pub lost_holds: LostHolds,
}
