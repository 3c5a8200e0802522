//! One record of a table, whatever file it comes from: its cells as text, and what kind of value each was.

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
pub(super) fn is_plain(cell: &[u8]) -> bool {
    match cell {
        [] => true,
        [first, .., last] | [first @ last] => first.is_ascii_graphic() && last.is_ascii_graphic(),
    }
}

/// Room that a record keeps for the next, in bytes and in cells.
const ROOM: usize = 1 << 16;

/// Is this written between quotation marks, and its own doubled, in the plainest CSV?
fn needs_quotes(cell: &str) -> bool {
    cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r'))
}

/// One record of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    /// What the cells hold, and what a text has between them.
    text: String,
    /// Where each cell begins and ends in it.
    spans: Vec<(u32, u32)>,
    /// So much of the text is the row as [`Record::written`] gives it; 0 where that has to be made.
    n_written: usize,
    /// Empty where every cell is text.
    pub kinds: Vec<Kind>,
    /// The physical line, or the row of the sheet; 0 for rows that were added up elsewhere.
    pub line: u64,
    /// Does a quoted cell of a text run over a line's end?
    pub spans_lines: bool,
    /// How many empty lines of a text stand above it.
    pub n_blank_before: u64,
    /// The rows this record stands for, where an engine added them up.
    pub added: Option<AddedRows>,
}

/// A file that gives its records one by one.
pub(super) trait Records {
    /// Reads the next; `false` at the end.
    fn next(&mut self, record: &mut Record) -> Result<bool, Refusal>;

    /// What can be said of the file once it is read.
    fn last_notes(&self) -> Refusal {
        Vec::new()
    }
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
        let n_bytes = self.cells().next_back().map_or(0, str::len) as u64;
        if n_bytes <= most_bytes {
            return Ok(n_bytes);
        }
        let message = format!("a cell holds more than {} KiB", most_bytes / 1024);
        let hint = "`most_cell_kib` of the source allows longer cells".to_owned();
        Err(vec![Diagnostic::new(&LONG_CELL, place(), message).with_hint(hint)])
    }

    /// How many cells.
    #[inline]
    pub(super) fn n_cells(&self) -> usize {
        self.spans.len()
    }

    /// A cell of a text as it stands there, where it is known to have no blanks around it.
    #[inline]
    pub(super) fn plain_cell(&self, index: usize) -> Option<&[u8]> {
        let (from, to) = *self.spans.get(index).filter(|_| self.n_written > 0)?;
        self.text.as_bytes().get(from as usize..to as usize)
    }

    /// The cells as they stand there.
    pub(super) fn cells(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        self.spans.iter().map(|span| self.within(*span))
    }

    #[inline]
    fn within(&self, (from, to): (u32, u32)) -> &str {
        &self.text[from as usize..to as usize]
    }

    /// A cell without the blanks around it; nothing where the record is shorter.
    #[inline]
    pub(super) fn cell(&self, index: usize) -> &str {
        let Some(cell) = self.spans.get(index).map(|span| self.within(*span)) else { return "" };
        // In the plainest CSV there are none.
        if self.n_written > 0 { cell } else { trimmed(cell) }
    }

    pub(super) fn kind(&self, index: usize) -> Kind {
        self.kinds.get(index).copied().unwrap_or(Kind::Text)
    }

    /// The row as the plainest CSV, whatever it came from: commas, no blanks around cells, and quotation marks only where they
    /// are needed. Equal rows are written equally.
    pub(super) fn written<'a>(&'a self, n_cells: usize, scratch: &'a mut String) -> &'a str {
        if self.n_written > 0 && self.spans.len() <= n_cells {
            return &self.text[..self.n_written];
        }
        scratch.clear();
        for (index, cell) in self.cells().take(n_cells).map(trimmed).enumerate() {
            if index > 0 {
                scratch.push(',');
            }
            if needs_quotes(cell) {
                scratch.push('"');
                scratch.push_str(&cell.replace('"', "\"\""));
                scratch.push('"');
            } else {
                scratch.push_str(cell);
            }
        }
        scratch
    }

    pub(super) fn is_blank(&self) -> bool {
        // Amounts that were added up stand in no cell.
        self.added.is_none()
            && self.plain_cell(0).is_none_or(<[u8]>::is_empty)
            && self.cells().all(|cell| trimmed(cell).is_empty())
    }

    /// Adds a cell of a workbook or a Parquet file.
    pub(super) fn push(&mut self, text: &str, kind: Kind) {
        let from = self.text.len();
        self.text.push_str(text);
        self.push_span(from, self.text.len());
        self.kinds.push(kind);
    }

    /// Adds a cell by its place in a text that is taken later.
    #[inline]
    pub(super) fn push_span(&mut self, from: usize, to: usize) {
        let place = |at: usize| u32::try_from(at).expect("invariant: a row is shorter than u32 counts");
        self.spans.push((place(from), place(to)));
    }

    /// Adds cells that lie behind each other with a byte between them, the first from `from`, by where each ends.
    #[inline]
    pub(super) fn push_cells(&mut self, mut from: u32, ends: impl ExactSizeIterator<Item = u32>) {
        self.spans.extend(ends.map(|to| (std::mem::replace(&mut from, to + 1), to)));
    }

    /// Takes the text of a row whose cells are known by their places; is it the plainest CSV?
    pub(super) fn take_text(&mut self, text: &str, is_plainest: bool) {
        self.text.push_str(text);
        self.n_written = if is_plainest { text.len() } else { 0 };
    }

    /// Makes each doubled quotation mark of a cell one.
    pub(super) fn undouble(&mut self, index: usize) {
        let cell = self.within(self.spans[index]).replace("\"\"", "\"");
        let from = self.text.len();
        self.text.push_str(&cell);
        self.push_span(from, self.text.len());
        // The last takes the place of the one that is removed.
        self.spans.swap_remove(index);
    }

    /// What its text and its cells take.
    pub(super) fn n_bytes(&self) -> usize {
        self.text.len() + self.spans.len() * size_of::<(u32, u32)>() + self.kinds.len()
    }

    pub(super) fn clear(&mut self) {
        // What one long row took is not kept for the short ones behind it.
        if self.text.capacity() > ROOM {
            self.text = String::new();
        }
        self.spans.shrink_to(ROOM);
        self.text.clear();
        self.spans.clear();
        self.n_written = 0;
        self.n_blank_before = 0;
        self.spans_lines = false;
        self.kinds.clear();
        self.added = None;
    }
}
