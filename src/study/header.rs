//! What a study says of itself: languages, window, periods.

use chrono::NaiveDate;

use super::codes::EMPTY_WINDOW;
use crate::codebook::{Label, read_id};
use crate::declaration::{Table, WRONG_VALUE};
use crate::diagnostic::shown;

/// The languages of printed names.
#[derive(Debug, Clone)]
pub struct Languages {
    /// The language names are printed in.
    pub main: String,
    /// A second language printed beside the first, in tables and charts.
    pub beside: Option<String>,
}

impl Languages {
    /// `asked`: the language that somebody wants instead of the study's own.
    pub(super) fn read(table: &Table<'_>, asked: Option<&str>) -> Languages {
        let own = read_tag(table, "language").unwrap_or_else(|| "en".to_owned());
        let main = asked.map_or(own, str::to_owned);
        Languages { main, beside: read_tag(table, "second_language") }
    }
}

/// A language tag: it becomes part of file names.
fn read_tag(table: &Table<'_>, key: &'static str) -> Option<String> {
    let written = table.text(key)?;
    if is_language_tag(&written.value) {
        return Some(written.value);
    }
    let message = format!("`{}` is no language tag, expected one such as `ru` or `pt-BR`", shown(&written.value));
    table.document().report(&WRONG_VALUE, written.span, message, None);
    None
}

/// Is it a language tag of BCP 47 as far as Evenhand uses them: `ru`, `pt-BR`, `sr-Latn`?
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_word = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    is_word(language, 2..=3)
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.clone().count() <= 3
        && parts.all(|part| is_word(part, 2..=8))
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

/// A hundred years.
const MOST_DAYS: i64 = 36_525;

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
        let window = Window { from, to, outside };
        // A year of three digits would have checks and figures walk through a million days.
        if window.n_days() > MOST_DAYS {
            let message = format!("the window has {} days, expected at most {MOST_DAYS}", window.n_days());
            let hint = Some("is a year mistyped?".to_owned());
            table.document().report(&WRONG_VALUE, table.span(), message, hint);
            return None;
        }
        Some(window)
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
