//! What a study says of itself: languages, window, periods.

use chrono::NaiveDate;

use super::codes::EMPTY_WINDOW;
use crate::codebook::{Label, read_id};
use crate::declaration::Table;

/// The languages of printed names.
#[derive(Debug, Clone)]
pub struct Languages {
    /// The language names are printed in.
    pub main: String,
    /// A second language printed beside the first, in tables and charts.
    pub beside: Option<String>,
}

impl Languages {
    pub(super) fn read(table: &Table<'_>) -> Languages {
        let main = table.text("language").map_or_else(|| "en".to_owned(), |tag| tag.value);
        Languages { main, beside: table.text("second_language").map(|tag| tag.value) }
    }
}

/// What one wrong row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnError {
    /// No figure is made.
    Stop,
    /// The row is rejected, every output says how many were, and `rejected.csv` lists them.
    Reject,
}

impl OnError {
    pub(super) fn read(table: &Table<'_>) -> OnError {
        table.choice("on_error", &[("stop", OnError::Stop), ("reject", OnError::Reject)]).unwrap_or(OnError::Stop)
    }
}

/// What a row dated outside the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// An error: the sheet should hold the window only.
    Error,
    /// Out of scope: left out, and counted.
    LeaveOut,
}

/// The days that were monitored, both ends included.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// What a row of another day is.
    pub outside: Outside,
}

impl Window {
    pub(super) fn read(table: &Table<'_>) -> Option<Window> {
        let outside = table
            .choice("outside", &[("error", Outside::Error), ("leave-out", Outside::LeaveOut)])
            .unwrap_or(Outside::Error);
        let (from, to) = days(table)?;
        Some(Window { from, to, outside })
    }

    /// Was this day monitored?
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }

    /// Every day, in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let to = self.to;
        self.from.iter_days().take_while(move |day| *day <= to)
    }

    /// How many days.
    pub fn n_days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }
}

/// A named stretch of days: a week, a campaign phase, the reach of a published statement.
#[derive(Debug, Clone)]
pub struct Period {
    /// `[a-z0-9-]{1,40}`; sheets may state it instead of a date.
    pub id: String,
    /// Printed name.
    pub name: Label,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    pub(super) fn read(table: &Table<'_>) -> Option<Period> {
        let id = read_id(table);
        let name = if table.has("name") { Label::read(table) } else { id.as_ref().map(|id| Label::plain(&id.value)) };
        let (from, to) = days(table)?;
        Some(Period { id: id?.value, name: name?, from, to })
    }

    /// Do two periods share a day? Statements of such periods are never added.
    pub fn overlaps(&self, other: &Period) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

pub(super) fn days(table: &Table<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let from = table.require("from", table.date("from"));
    let to = table.require("to", table.date("to"));
    let (from, to) = (from?, to?);
    if to.value < from.value {
        let message = format!("`to` is {}, before `from` {}", to.value, from.value);
        table.document().report(&EMPTY_WINDOW, to.span, message, None);
        return None;
    }
    Some((from.value, to.value))
}
