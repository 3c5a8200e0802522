//! One record of a table, whatever file it comes from: its cells as text, and what kind of value each was.

use csv::StringRecord;

use super::Refusal;
use super::codes::LONG_CELL;
use super::header::Slot;
use crate::diagnostic::{Diagnostic, Place};

/// What kind of value a cell was in its file. Text files hold text only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text as somebody typed it: read as the source declares.
    Text,
    /// A number: its text has a dot for a decimal mark.
    Number,
    /// A date, or a date with its time: its text is ISO.
    Date,
    /// A time or duration: its text is `h:mm:ss`, with a part of a second where there is one.
    Duration,
    /// Yes or no.
    Boolean,
    /// A formula that failed: `#REF!`.
    Error,
    /// A formula whose value was never saved.
    NoValue,
}

/// A text without the blanks around it; most have none, which two bytes tell.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    if is_plain(text.as_bytes()) { text } else { text.trim() }
}

/// Is a cell for certain without blanks around it?
#[inline]
fn is_plain(cell: &[u8]) -> bool {
    match cell {
        [] => true,
        [first, .., last] | [first @ last] => first.is_ascii_graphic() && last.is_ascii_graphic(),
    }
}

/// Room for the cells of one record after another.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
}

/// One record of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    pub cells: StringRecord,
    /// Empty where every cell is text.
    pub kinds: Vec<Kind>,
    /// The physical line, or the row of the sheet; 0 for rows that were added up elsewhere.
    pub line: u64,
    /// The rows this record stands for, where an engine added them up.
    pub added: Option<AddedRows>,
}

/// Rows that an engine added up: they differ in nothing but their amounts.
#[derive(Debug, Clone, Default)]
pub(super) struct AddedRows {
    /// How many they are.
    pub n_rows: u64,
    /// By the position of an amount column: how many rows have an amount there, and their sum in base units.
    pub sums: Vec<(usize, u64, i64)>,
}

impl AddedRows {
    /// Rows with an amount in a column, and their sum; every row where amounts have no column.
    pub(super) fn sum(&self, slot: Option<Slot>) -> (u64, i64) {
        let Some(slot) = slot else { return (self.n_rows, i64::try_from(self.n_rows).unwrap_or(i64::MAX)) };
        let found = self.sums.iter().find(|(index, ..)| slot == Slot::Cell(*index));
        found.map_or((0, 0), |(_, n_rows, sum)| (*n_rows, *sum))
    }
}

impl Record {
    /// Refuses the cell that was put last where it is longer than is read; `place` is where it stands.
    pub(super) fn refuse_long_cell(&self, most_bytes: u64, place: impl FnOnce() -> Place) -> Result<u64, Refusal> {
        let n_bytes = self.cells.iter().next_back().map_or(0, str::len) as u64;
        if n_bytes <= most_bytes {
            return Ok(n_bytes);
        }
        let message = format!("a cell holds more than {} KiB", most_bytes / 1024);
        let hint = "`most_cell_kib` of the source allows longer cells".to_owned();
        Err(vec![Diagnostic::new(&LONG_CELL, place(), message).with_hint(hint)])
    }

    /// A cell without the blanks around it; nothing where the record is shorter.
    pub(super) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map(trimmed).unwrap_or_default()
    }

    pub(super) fn kind(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(Kind::Text)
    }

    /// The first cells without the blanks around them, one behind the other, and where each ends.
    pub(super) fn written<'a>(&'a self, n_cells: usize, scratch: &'a mut Scratch) -> (&'a [u8], &'a [usize]) {
        let cells = self.cells.as_byte_record();
        let n_cells = n_cells.min(cells.len());
        scratch.ends.clear();
        let mut is_trimmed = true;
        for cell in cells.iter().take(n_cells) {
            let last = scratch.ends.last().copied().unwrap_or_default();
            scratch.ends.push(last + cell.len());
            is_trimmed &= is_plain(cell);
        }
        if is_trimmed {
            let end = scratch.ends.last().copied().unwrap_or_default();
            return (&cells.as_slice()[..end], &scratch.ends);
        }
        scratch.ends.clear();
        scratch.bytes.clear();
        for cell in self.cells.iter().take(n_cells) {
            scratch.bytes.extend_from_slice(trimmed(cell).as_bytes());
            scratch.ends.push(scratch.bytes.len());
        }
        (&scratch.bytes, &scratch.ends)
    }

    pub(super) fn is_blank(&self) -> bool {
        // Amounts that were added up stand in no cell.
        self.added.is_none() && self.cells.iter().all(|cell| trimmed(cell).is_empty())
    }

    /// Adds a cell of a workbook or a Parquet file.
    pub(super) fn push(&mut self, text: &str, kind: Kind) {
        self.cells.push_field(text);
        self.kinds.push(kind);
    }

    pub(super) fn clear(&mut self) {
        self.cells.clear();
        self.kinds.clear();
        self.added = None;
    }
}
