//! What a record is before its cells are read: a row, a line that names a block, one to leave out, or none at all.

use std::collections::BTreeMap;

use super::header::{Layout, Origin, Slot};
use super::record::{Kind, Record, trimmed};
use super::row::{read_date, time_part};
use super::{Fault, FaultKind};
use crate::study::{DateOrder, Field, Source};

/// A record with what was looked up for it.
pub(super) struct Looked<'a> {
    pub record: &'a Record,
    pub rows: Vec<Option<&'a [String]>>,
}

impl<'a> Looked<'a> {
    pub(super) fn cell(&self, slot: Slot) -> (&'a str, Kind) {
        match slot {
            Slot::Cell(index) => (self.record.cell(index), self.record.kind(index)),
            Slot::Looked { lookup, column } => {
                let row = self.rows.get(lookup).copied().flatten();
                (row.and_then(|row| row.get(column)).map_or("", String::as_str), Kind::Text)
            }
        }
    }
}

/// The rows of the look-up tables that a record's keys find; a later look-up may go by a column of an earlier one.
pub(super) fn looked_up<'a>(layout: &'a Layout, record: &Record) -> Vec<Option<&'a [String]>> {
    let mut rows: Vec<Option<&[String]>> = Vec::with_capacity(layout.keys.len());
    for (table, key) in layout.lookups.iter().zip(&layout.keys) {
        let text = match *key {
            Slot::Cell(index) => record.cell(index),
            Slot::Looked { lookup, column } => {
                rows.get(lookup).copied().flatten().and_then(|row| row.get(column)).map_or("", String::as_str)
            }
        };
        rows.push(table.row(text));
    }
    rows
}

/// Does a rule of the source take this record out of scope?
pub(super) fn leaves_out(layout: &Layout, looked: &Looked<'_>) -> bool {
    layout.leave_out.iter().any(|(slot, patterns)| {
        let (cell, _) = looked.cell(*slot);
        let cell = cell.to_lowercase();
        patterns.iter().any(|pattern| pattern.matches(&cell))
    })
}

/// Does the record name a field for the rows below it? Then it is remembered.
pub(super) fn names_block(layout: &Layout, looked: &Looked<'_>, fields: &mut BTreeMap<Field, String>) -> bool {
    let mut is_line = false;
    for (number, block) in layout.blocks.iter().enumerate() {
        let (name, _) = looked.cell(block.name);
        if !name.is_empty() && block.blank.iter().all(|slot| looked.cell(*slot).0.is_empty()) {
            fields.insert(block.field, name.to_owned());
            // A new outlet begins without an actor.
            for inner in &layout.blocks[number + 1..] {
                fields.remove(&inner.field);
            }
            is_line = true;
        }
    }
    is_line
}

/// What makes a record no row at all.
pub(super) fn fault_of_shape(
    source: &Source,
    layout: &Layout,
    delimiter: Option<u8>,
    record: &Record,
    headings: &[String],
    merged: &[calamine::Dimensions],
) -> Option<Fault> {
    let fault = |text: String, kind| {
        let (line, field, heading) = (record.line, Field::Amount, String::new());
        Some(Fault { row: 0, line, field, heading, text, kind })
    };
    let is_heading = !headings.is_empty()
        && source.format.header_row > 0
        && headings.first().is_some_and(|first| record.cell(0) == first)
        && record.cells().map(trimmed).eq(headings.iter().map(String::as_str));
    if is_heading {
        return fault(String::new(), FaultKind::HeadingsAgain);
    }
    let n_cells = record.n_cells();
    let text = || format!("{n_cells} cells, expected {}", layout.n_columns);
    if delimiter.is_some_and(|delimiter| holds_rows(source, layout, record, delimiter)) {
        return fault(String::new(), FaultKind::RowsInCell);
    }
    if delimiter.is_some() && n_cells < layout.n_columns {
        return fault(text(), if record.spans_lines { FaultKind::ShortAcrossLines } else { FaultKind::Short });
    }
    // Beyond the headings only: a filled cell under a blank heading is the column's fault.
    let beyond = layout.names.len().max(layout.n_columns);
    if n_cells > beyond && record.cells().skip(beyond).any(|cell| !trimmed(cell).is_empty()) {
        return fault(text(), FaultKind::Extra);
    }
    let row = u32::try_from(record.line).unwrap_or(u32::MAX).saturating_sub(1);
    let region = merged.iter().find(|region| {
        let (top, bottom) = (region.start.0, region.end.0);
        let is_filled_down = |index: usize| {
            let of_column = |field: &&Field| {
                matches!(layout.origins.get(**field), Some(Origin::Column(Slot::Cell(found))) if *found == index)
            };
            source.fill_down.iter().any(|field| of_column(&field))
        };
        let columns = (region.start.1 as usize)..=(region.end.1 as usize);
        // A region may say that it is millions of columns wide: only those that are read are looked at.
        (top..=bottom).contains(&row)
            && layout.used.iter().any(|index| columns.contains(index) && !is_filled_down(*index))
    })?;
    let corner =
        |(row, column): (u32, u32)| format!("{}{}", crate::diagnostic::column_letters(column as usize), row + 1);
    fault(format!("{}:{}", corner(region.start), corner(region.end)), FaultKind::Merged)
}

/// Does a line within a cell look like a row: has it as many cells as stand before this one, and a date where dates stand?
fn holds_rows(source: &Source, layout: &Layout, record: &Record, delimiter: u8) -> bool {
    let Some(Origin::Column(Slot::Cell(date))) = layout.origins.get(Field::Date).filter(|_| record.spans_lines) else {
        return false;
    };
    let order = source.date_order.unwrap_or(DateOrder::YearMonthDay);
    let is_row = |line: &str, n_before: usize| {
        let cell = line.split(char::from(delimiter)).nth(*date).map(|cell| cell.trim_matches([' ', '"']));
        let is_date = cell.is_some_and(|cell| read_date(time_part(cell).0, order).is_some());
        is_date && line.split(char::from(delimiter)).count() > n_before
    };
    let is_any = |(number, cell): (usize, &str)| cell.split(['\n', '\r']).skip(1).any(|line| is_row(line, number));
    record.cells().enumerate().any(is_any)
}
