//! The words of a row: each cell as the number of its word in the column's dictionary.

use std::borrow::Cow;

use super::FaultKind;
use super::amounts::wrong_kind;
use super::chunk::{Carried, Chunk};
use super::header::{Layout, Origin, Slot};
use super::part::{NEEDED, Part};
use super::record::Kind;
use super::row::{daypart_of, resolve, shared_name};
use super::sample::WORD_FIELDS;
use super::shape::Looked;
use crate::codebook::ServiceTime;
use crate::study::{Field, Source, Study};

/// A field of words that some row of a file may have.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordWay {
    pub field: Field,
    /// The column whose cell alone says it, where nothing else can: most fields of most sheets.
    pub column: Option<usize>,
}

/// Can a row of this file have the field at all: by a column, a path, a heading, a split cell, a row above?
pub(super) fn may_have(source: &Source, layout: &Layout, field: Field) -> bool {
    layout.origins.get(field).is_some()
        || is_set(layout, field)
        || source.split.contains_key(&field)
        || source.fill_down.contains(&field)
        || layout.blocks.iter().any(|block| block.field == field)
}

fn is_set(layout: &Layout, field: Field) -> bool {
    layout.amounts.iter().any(|amount| amount.sets.iter().any(|(set, _)| *set == field))
}

/// The fields of words that some row of a file may have: by its columns, by a heading, a path, a split cell, a row above or the
/// clock; and those that every row must have.
pub(super) fn word_ways(study: &Study, source: &Source, layout: &Layout) -> Vec<WordWay> {
    let by_clock = |field: Field| field == Field::Daypart && !study.codebook.dayparts.is_empty();
    let is_there = |field: Field| {
        NEEDED.contains(&field)
            || source.required.contains(&field)
            || may_have(source, layout, field)
            || by_clock(field)
    };
    let has_totals = layout.amounts.iter().any(|amount| !amount.once_per.is_empty());
    let is_shared = |field: Field| field == Field::Actor && study.codebook.actors.has_shared_names();
    let column = |field: Field| {
        let Some(Origin::Column(Slot::Cell(index))) = layout.origins.get(field) else { return None };
        // A blank cell may be filled from above or by the clock, and is looked at more closely anyway.
        let others = is_set(layout, field)
            || source.split.contains_key(&field)
            || is_shared(field)
            || has_totals
            || field == Field::Position;
        (!others).then_some(*index)
    };
    let fields = WORD_FIELDS.into_iter().filter(|field| is_there(*field));
    fields.map(|field| WordWay { field, column: column(field) }).collect()
}

impl Chunk<'_> {
    /// Adds every word of a row.
    pub(super) fn add_words(
        &mut self,
        looked: &Looked<'_>,
        part: &Part<'_>,
        carried: &Carried,
        (start, date): (Option<ServiceTime>, Option<i32>),
    ) {
        for at in 0..self.ways.len() {
            let WordWay { field, column } = self.ways[at];
            let plain = column.and_then(|index| looked.record.plain_cell(index));
            let known = plain.and_then(|cell| self.dictionaries.get(field)?.known(cell));
            if let Some(number) = known {
                self.columns.words.entry(field).push(Some(number));
                continue;
            }
            let cell = column.filter(|index| looked.record.kind(*index) == Kind::Text);
            let text = cell.map_or("", |index| looked.record.cell(index));
            if text.is_empty() {
                self.add_word(field, looked, part, carried, (start, date));
                continue;
            }
            let (study, source) = (self.study, self.source);
            let number = self.dictionaries.entry(field).number(text, |text| resolve(study, source, field, text));
            self.columns.words.entry(field).push(Some(number));
        }
    }

    fn add_word(
        &mut self,
        field: Field,
        looked: &Looked<'_>,
        part: &Part<'_>,
        carried: &Carried,
        (start, date): (Option<ServiceTime>, Option<i32>),
    ) {
        let line = looked.record.line;
        // A total is of its own fields only: what else its row says is of the row's other amounts.
        let is_of_total = |field: &Field| {
            let always = [Field::Outlet, Field::Period, Field::Quantity];
            part.amount.once_per.contains(field)
                || always.contains(field)
                || part.given.get(*field).is_some()
                || !matches!(self.layout.origins.get(*field), Some(Origin::Column(_)))
        };
        if !part.amount.once_per.is_empty() && !is_of_total(&field) {
            self.columns.words.entry(field).push(None);
            if NEEDED.contains(&field) {
                self.fault_in(line, field, "", FaultKind::Missing);
            }
            return;
        }
        let (text, kind) = self.text(field, &part.given, looked, carried);
        let by_clock = start.filter(|_| field == Field::Daypart && text.is_empty() && self.source.has_day_clock());
        let text = match by_clock.and_then(|time| daypart_of(self.study, time)) {
            Some(daypart) => Cow::Borrowed(daypart),
            None => text,
        };
        if matches!(kind, Kind::Date | Kind::Boolean | Kind::Error | Kind::NoValue) {
            self.fault_in(line, field, &text, wrong_kind(kind));
            self.columns.words.entry(field).push(None);
            return;
        }
        if text.is_empty() {
            let row = self.row();
            let is_blamed =
                self.faults.last().is_some_and(|last| last.row == row && last.kind == FaultKind::NotLookedUp);
            if is_blamed {
                // The look-up would have given it.
            } else if NEEDED.contains(&field) || self.source.required.contains(&field) {
                let kind = if NEEDED.contains(&field) { FaultKind::Missing } else { FaultKind::NotCoded };
                self.fault_in(line, field, "", kind);
            }
            self.columns.words.entry(field).push(None);
            return;
        }
        let dictionary = self.dictionaries.entry(field);
        let number = match shared_name(self.study, self.source, field, &text, date) {
            Some(id) => dictionary.number_as(&text, id),
            None => dictionary.number(&text, |text| resolve(self.study, self.source, field, text)),
        };
        if field == Field::Position && dictionary.id(number).is_none() {
            self.fault_in(line, field, &text, FaultKind::Unreadable);
        }
        self.columns.words.entry(field).push(Some(number));
    }
}
