//! A tally taken apart into its sums, and sums put together again: how one tally is taken from another.

use chrono::NaiveDate;
use polars::prelude::{Column, DataFrame, IntoColumn as _, NamedFrom as _, PolarsResult, Series};

use super::{APPEARANCE_SUMS, PlacedRow, Summing, Tally, appearance_columns, key, sorted, stacked};

/// One sum of a tally's appearances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumRow {
    /// The values of [`key::ALL`], in that order; empty where there is none.
    pub keys: Vec<String>,
    /// Milliseconds, mm² or appearances; below zero where they are taken away.
    pub amount: i64,
    /// Coded rows.
    pub n_rows: i64,
}

impl SumRow {
    /// The same, taken away.
    #[must_use]
    pub fn negated(&self) -> SumRow {
        SumRow { keys: self.keys.clone(), amount: -self.amount, n_rows: -self.n_rows }
    }

    /// Forgets which period a statement is of.
    pub fn forget_period(&mut self) {
        let at = key::place(key::PERIOD).expect("invariant: a key of the tally");
        self.keys[at].clear();
    }

    /// The value of one of [`key::ALL`].
    pub fn key(&self, name: &str) -> &str {
        key::place(name).map_or("", |at| self.keys[at].as_str())
    }
}

impl From<&PlacedRow> for SumRow {
    fn from(row: &PlacedRow) -> SumRow {
        SumRow { keys: row.keys.clone(), amount: row.amount, n_rows: 1 }
    }
}

impl Tally {
    /// The sums of appearances, in the tally's order.
    ///
    /// Errors: the engine's, where a column lacks.
    pub fn sum_rows(&self) -> PolarsResult<Vec<SumRow>> {
        let keys: Vec<Vec<String>> =
            key::ALL.iter().map(|name| super::texts(&self.appearances, name)).collect::<PolarsResult<_>>()?;
        let [amount, n_rows] = APPEARANCE_SUMS.map(|name| self.appearances.column(name).and_then(|c| c.i64().cloned()));
        let (amount, n_rows) = (amount?, n_rows?);
        let sums = amount.iter().zip(n_rows.iter()).enumerate().map(|(row, (amount, n_rows))| SumRow {
            keys: keys.iter().map(|column| column[row].clone()).collect(),
            amount: amount.unwrap_or_default(),
            n_rows: n_rows.unwrap_or_default(),
        });
        Ok(sums.collect())
    }

    /// The tally of these sums; it knows of no items, so that shares can be made from it and numbers of items cannot.
    pub fn of_sums(sums: &[SumRow]) -> Tally {
        let empty = Summing::default().finish();
        if sums.is_empty() {
            return empty;
        }
        let mut columns: Vec<Column> = Vec::with_capacity(key::ALL.len() + APPEARANCE_SUMS.len());
        for (at, name) in key::ALL.iter().enumerate() {
            let texts = sums.iter().map(|sum| Some(sum.keys[at].as_str()).filter(|text| !text.is_empty()));
            columns.push(if *name == key::DATE {
                let days: Vec<Option<NaiveDate>> = texts.map(|day| day.and_then(|day| day.parse().ok())).collect();
                Series::new((*name).into(), days).into_column()
            } else {
                Series::new((*name).into(), texts.collect::<Vec<_>>()).into_column()
            });
        }
        let [amount, n_rows] = APPEARANCE_SUMS;
        columns.push(Series::new(amount.into(), sums.iter().map(|sum| sum.amount).collect::<Vec<_>>()).into_column());
        columns.push(Series::new(n_rows.into(), sums.iter().map(|sum| sum.n_rows).collect::<Vec<_>>()).into_column());
        let frame = DataFrame::new(sums.len(), columns).and_then(|frame| frame.select(appearance_columns()));
        let frame = frame.expect("invariant: one value per sum");
        Tally { appearances: sorted(&stacked(&[&frame], &key::ALL, &APPEARANCE_SUMS), &key::ALL), ..empty }
    }
}

#[cfg(test)]
impl SumRow {
    /// What some keys hold; the others are empty.
    pub(super) fn of(values: &[(&str, &str)], amount: i64, n_rows: i64) -> SumRow {
        let mut keys = vec![String::new(); key::ALL.len()];
        for (name, value) in values {
            keys[key::place(name).unwrap()] = (*value).to_owned();
        }
        SumRow { keys, amount, n_rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_taken_away_takes_its_rows_along() {
        let mut sum = SumRow::of(&[(key::PERIOD, "first"), (key::ACTOR, "reds")], 30, 2);
        assert_eq!((sum.negated().amount, sum.negated().n_rows), (-30, -2));
        assert_eq!((sum.key(key::PERIOD), sum.key(key::ACTOR), sum.key("nothing")), ("first", "reds", ""));
        sum.forget_period();
        assert_eq!((sum.key(key::PERIOD), sum.key(key::ACTOR)), ("", "reds"));
    }
}
