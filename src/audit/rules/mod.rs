//! Rules: statutory and voluntary limits on coverage, dated and cited, held against the data.
//!
//! In: `rules.toml` of a study, its tally; for limits on single items also its rows. Out: for every rule and every place it
//! speaks of (an outlet, a part of the day ...) a [`RuleVerdict`] for each actor: kept, broken with what is owed, or cannot tell,
//! where a lost recording could turn the verdict, or nothing is there to hold the rule against.
//! A rule is an example with its source and date, never "the law of" a country: whoever applies it writes it down.

mod items;
mod judge;
mod places;
mod quota;
mod read;

pub use items::hold_items;
pub use judge::{Kept, RuleRow, RuleVerdict, hold};
pub(in crate::audit) use read::BAD_RULE;
pub use read::rules_of;

use chrono::NaiveDate;

use crate::codebook::Label;
use crate::measure::{Condition, Dimension};
use crate::study::Study;
use crate::unit::{Decimal, Share};

/// The name of a study's own file of rules.
pub const RULES_FILE: &str = "rules.toml";

/// What a rule asks of each actor.
#[derive(Debug, Clone, PartialEq)]
pub enum Quota {
    /// The same part for each actor of the pool.
    Equal,
    /// As much for each actor as for the one with most.
    Level,
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
    /// No item longer than this, as a spot.
    Longest(i64),
    /// No item shorter than this.
    Shortest(i64),
    /// No more than this in any clock hour of an outlet, all actors together.
    AtMostPerHour(i64),
}

impl Quota {
    /// Is it a limit on items, and not on sums?
    pub fn is_of_items(&self) -> bool {
        matches!(self, Quota::Longest(_) | Quota::Shortest(_) | Quota::AtMostPerHour(_))
    }

    /// Is what is due the most there may be?
    pub fn is_cap(&self) -> bool {
        use Quota::{AtMost, AtMostPerHour, AtMostShare, Longest, Nothing};
        matches!(self, AtMost(_) | AtMostShare(_) | Nothing | Longest(_) | AtMostPerHour(_))
    }

    /// Is what is due the least there may be?
    pub fn is_floor(&self) -> bool {
        matches!(self, Quota::AtLeast(_) | Quota::AtLeastShare(_) | Quota::Shortest(_) | Quota::Level)
    }
}

/// What lost recordings are taken to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostHolds {
    /// As much coverage of the pool in an hour as the recorded hours of the same place.
    AsRecorded,
    /// Nothing but coverage of the pool: the strictest bound.
    Everything,
}

/// What a percentage is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// The coverage of the pool in the place.
    Pool,
    /// The hours that were recorded there.
    Recorded,
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
    /// Is it asked of all actors of the pool together, and not of each?
    pub is_of_all: bool,
    /// What its percentage is of.
    pub whole: Whole,
    /// Is what is owed in one time due in the next?
    pub carry_over: bool,
    /// How many points a share may be beside its quota.
    pub tolerance: Decimal,
    /// What lost recordings are taken to hold, all of it for one side or the other.
    pub lost_holds: LostHolds,
}

/// The dimensions that are times.
const TIMES: [Dimension; 3] = [Dimension::Day, Dimension::Week, Dimension::Period];

impl Rule {
    /// A study narrowed to the days of the rule.
    pub fn on_its_days(&self, study: &Study) -> Study {
        study.of_days(self.days.unwrap_or((study.window.from, study.window.to)))
    }

    /// Does a place without coverage break it, or keep it?
    fn is_of_amounts(&self) -> bool {
        matches!(self.quota, Quota::AtLeast(_) | Quota::AtMost(_) | Quota::Nothing) || self.whole == Whole::Recorded
    }

    /// May it have something to say of a place without coverage? Where a recording was lost, every rule has.
    fn judges_silence(&self, study: &Study) -> bool {
        self.is_of_amounts() || !study.not_recorded.is_empty()
    }

    /// The place of the time among what it holds per.
    fn time(&self) -> Option<usize> {
        self.per.iter().position(|by| TIMES.contains(by))
    }
}
