//! What was monitored: items, rows, days and amounts of every outlet, whatever the pool.
//!
//! In: a tally. Out: one row per (outlet, quantity) in the order of the codebook; amounts as coded, of all actors and
//! genres together, so that an item shared by several actors counts its full length more than once.
//! Zero: an outlet of the codebook without a row is named with zero items and days.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{DataFrame, DataType};

use super::Failure;
use crate::study::Study;
use crate::tally::{Tally, key};
use crate::unit::Amount;

/// What was coded of one outlet in one quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// Id of the outlet.
    pub outlet: String,
    /// Id of the quantity; empty for an outlet without a row.
    pub quantity: String,
    /// Items, each once.
    pub n_items: i64,
    /// Coded rows.
    pub n_appearances: i64,
    /// Days with at least one row.
    pub n_days: usize,
    /// The programmes of its rows, by name.
    pub programmes: Vec<String>,
    /// Sum over all rows; `None` for an outlet without a row.
    pub amount: Option<Amount>,
}

/// Computes the table.
pub fn coverage(tally: &Tally, study: &Study) -> Result<Vec<CoverageRow>, Failure> {
    let mut found: BTreeMap<(String, String), Seen> = BTreeMap::new();
    let rows = tally.appearances();
    let (amounts, appearances) = (whole(rows, key::AMOUNT)?, whole(rows, key::N_APPEARANCES)?);
    for (row, place) in places(rows)?.into_iter().enumerate() {
        let [outlet, quantity, date, period, programme] = place;
        let entry = found.entry((outlet, quantity)).or_default();
        entry.n_appearances += appearances[row];
        entry.amount += amounts[row];
        entry.days.insert(date + &period);
        if !programme.is_empty() {
            entry.programmes.insert(programme);
        }
    }
    let n_items = whole(tally.items(), key::N_ITEMS)?;
    for (row, [outlet, quantity, ..]) in places(tally.items())?.into_iter().enumerate() {
        if let Some(entry) = found.get_mut(&(outlet, quantity)) {
            entry.n_items += n_items[row];
        }
    }
    let mut table: Vec<CoverageRow> = found.into_iter().map(|(of, seen)| finish(of, seen, study)).collect();
    let seen: BTreeSet<String> = table.iter().map(|row| row.outlet.clone()).collect();
    let silent = study.codebook.outlets.ids().into_iter().filter(|id| !seen.contains(*id));
    table.extend(silent.map(|id| empty(id.to_owned(), String::new())));
    table.sort_by_cached_key(|row| (study.codebook.outlets.rank(&row.outlet), row.quantity.clone()));
    Ok(table)
}

fn finish((outlet, quantity): (String, String), seen: Seen, study: &Study) -> CoverageRow {
    let unit = study.quantity(&quantity).map(|quantity| quantity.unit);
    CoverageRow {
        n_items: seen.n_items,
        n_appearances: seen.n_appearances,
        n_days: seen.days.len(),
        programmes: seen.programmes.into_iter().collect(),
        amount: unit.map(|unit| Amount::new(unit, seen.amount)),
        ..empty(outlet, quantity)
    }
}

/// What was seen of an outlet in one quantity.
#[derive(Default)]
struct Seen {
    n_items: i64,
    n_appearances: i64,
    amount: i64,
    days: BTreeSet<String>,
    programmes: BTreeSet<String>,
}

fn empty(outlet: String, quantity: String) -> CoverageRow {
    CoverageRow { outlet, quantity, n_items: 0, n_appearances: 0, n_days: 0, programmes: Vec::new(), amount: None }
}

fn whole(frame: &DataFrame, name: &str) -> Result<Vec<i64>, Failure> {
    Ok(frame.column(name)?.i64()?.iter().map(Option::unwrap_or_default).collect())
}

fn places(frame: &DataFrame) -> Result<Vec<[String; 5]>, Failure> {
    let mut rows: Vec<[String; 5]> = vec![Default::default(); frame.height()];
    for (part, name) in [key::OUTLET, key::QUANTITY, key::DATE, key::PERIOD, key::PROGRAMME].into_iter().enumerate() {
        let column = frame.column(name)?.cast(&DataType::String)?;
        for (row, text) in rows.iter_mut().zip(column.str()?.iter()) {
            row[part] = text.unwrap_or_default().to_owned();
        }
    }
    Ok(rows)
}
