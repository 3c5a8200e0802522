//! The tally: exact integer sums, the waist between rows and figures.
//!
//! In: [`AcceptedSample`](crate::check::AcceptedSample)s. Out: a [`Tally`]: two small tables of sums that add up,
//! store and merge. Never: knows a share, a pool or a percentage.
//! To add a key: [`key::ALL`], and its column in `sum.rs`.
//!
//! Tallies add: a week's plus the next week's is the cumulative one, a partition's plus another's is the whole.

mod items;
mod rows;
mod store;
mod sum;
mod sum_rows;
mod words;

pub use rows::{PlacedRow, place, placed, placed_rows};
pub(crate) use rows::{string_column, strs, texts};
pub use store::Failure;
pub use sum::Summing;
pub(crate) use sum::{MANY_ROWS, at_once};
pub use sum_rows::SumRow;

use chrono::NaiveDate;
use polars::prelude::{DataFrame, IntoLazy as _, SortMultipleOptions, UnionArgs, col, concat, lit};

use crate::study::Study;

/// Names of the tally's columns. Keys are ids (`str`, null where a sheet has none) but for `date`.
pub mod key {
    /// What is measured.
    pub const QUANTITY: &str = "quantity";
    /// Where.
    pub const OUTLET: &str = "outlet";
    /// `date`, null for statements of a period.
    pub const DATE: &str = "date";
    /// The period a statement speaks of, null for dated rows.
    pub const PERIOD: &str = "period";
    /// In which programme.
    pub const PROGRAMME: &str = "programme";
    /// In which part of the day.
    pub const DAYPART: &str = "daypart";
    /// In which genre.
    pub const GENRE: &str = "genre";
    /// On which page; `1` is the front page.
    pub const PAGE: &str = "page";
    /// At which place of the bulletin, from `1`.
    pub const POSITION: &str = "position";
    /// Who.
    pub const ACTOR: &str = "actor";
    /// In which role.
    pub const CAPACITY: &str = "capacity";
    /// Heard or talked about.
    pub const VOICE: &str = "voice";
    /// In which tone.
    pub const TONE: &str = "tone";
    /// Coded by whom.
    pub const CODER: &str = "coder";

    /// What describes an item.
    pub const ITEM: [&str; 9] = [QUANTITY, OUTLET, DATE, PERIOD, PROGRAMME, DAYPART, GENRE, PAGE, POSITION];
    /// What describes an appearance beside its item.
    pub const APPEARANCE: [&str; 5] = [ACTOR, CAPACITY, VOICE, TONE, CODER];
    /// Every key.
    pub const ALL: [&str; 14] = [
        QUANTITY, OUTLET, DATE, PERIOD, PROGRAMME, DAYPART, GENRE, PAGE, POSITION, ACTOR, CAPACITY, VOICE, TONE, CODER,
    ];

    /// The place of a key among [`ALL`].
    pub fn place(name: &str) -> Option<usize> {
        ALL.iter().position(|known| *known == name)
    }

    /// `i64`: milliseconds, mm² or appearances.
    pub const AMOUNT: &str = "amount";
    /// `i64`: coded rows.
    pub const N_APPEARANCES: &str = "n_appearances";
    /// `str`: who appears in an item, each as `actor|capacity|voice|tone|coder`, sorted, separated by `;`.
    pub const CAST: &str = "cast";
    /// `i64`: items.
    pub const N_ITEMS: &str = "n_items";
}

/// Exact sums of a coded sample.
///
/// `appearances` holds amount and rows by every key; `items` holds the number of items by [`key::ITEM`] and cast, so
/// that the items of any pool can be counted once however many actors share them. Both are sorted by their keys.
/// An item's rows belong into one tally: where a sample is split, it is split between items.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    appearances: DataFrame,
    items: DataFrame,
}

impl Tally {
    /// Amounts and rows by every key.
    pub fn appearances(&self) -> &DataFrame {
        &self.appearances
    }

    /// Numbers of items by [`key::ITEM`] and cast.
    pub fn items(&self) -> &DataFrame {
        &self.items
    }

    /// The sums of some days, and the statements of one period.
    #[must_use]
    pub fn within(&self, (from, to): (NaiveDate, NaiveDate), period: &str) -> Tally {
        let narrowed = |frame: &DataFrame| {
            let is_day = col(key::DATE).gt_eq(lit(from)).and(col(key::DATE).lt_eq(lit(to)));
            let is_statement = col(key::DATE).is_null().and(col(key::PERIOD).eq(lit(period)));
            let kept = frame.clone().lazy().filter(is_day.or(is_statement)).collect();
            kept.expect("invariant: keys are columns")
        };
        Tally { appearances: narrowed(&self.appearances), items: narrowed(&self.items) }
    }

    /// The sums of some days of a study: all of them where the days are its window, else the dated rows and the statements of the
    /// period that has just these days.
    #[must_use]
    pub fn of_days(&self, study: &Study, days: (NaiveDate, NaiveDate)) -> Tally {
        if days == (study.window.from, study.window.to) {
            return self.clone();
        }
        let period = study.periods.iter().find(|period| (period.from, period.to) == days);
        self.within(days, period.map_or("", |period| &period.id))
    }

    /// The sums of both.
    #[must_use]
    pub fn plus(&self, other: &Tally) -> Tally {
        Tally {
            appearances: summed(&[&self.appearances, &other.appearances], &key::ALL, &APPEARANCE_SUMS),
            items: summed(&[&self.items, &other.items], &item_keys(), &[key::N_ITEMS]),
        }
    }
}

/// What the table of appearances sums.
const APPEARANCE_SUMS: [&str; 2] = [key::AMOUNT, key::N_APPEARANCES];

/// The columns of the table of appearances, in their order.
fn appearance_columns() -> [&'static str; 16] {
    let mut columns = [""; 16];
    columns[..14].copy_from_slice(&key::ALL);
    columns[14..].copy_from_slice(&APPEARANCE_SUMS);
    columns
}

fn item_keys() -> Vec<&'static str> {
    key::ITEM.into_iter().chain([key::CAST]).collect()
}

/// Tables of sums stacked and summed again by their keys, in their order.
fn summed(parts: &[&DataFrame], keys: &[&str], sums: &[&str]) -> DataFrame {
    sorted(&stacked(parts, keys, sums), keys)
}

/// The same, in any order.
fn stacked(parts: &[&DataFrame], keys: &[&str], sums: &[&str]) -> DataFrame {
    let parts: Vec<_> = parts.iter().map(|part| (*part).clone().lazy()).collect();
    let stacked = concat(parts, UnionArgs::default()).expect("invariant: tallies have one schema");
    let summed = stacked
        .group_by(keys.iter().map(|key| col(*key)).collect::<Vec<_>>())
        .agg(sums.iter().map(|sum| col(*sum).sum()).collect::<Vec<_>>())
        .collect();
    summed.expect("invariant: tallies have one schema")
}

/// Rows in the order of their keys, nulls first: the same sums are the same bytes.
fn sorted(frame: &DataFrame, keys: &[&str]) -> DataFrame {
    let by: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    frame.sort(by, SortMultipleOptions::default()).expect("invariant: keys are columns")
}
