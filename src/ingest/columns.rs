//! The values of the rows of a chunk, column by column.

use std::sync::mpsc::{Receiver, Sender, channel};

use crate::study::ByField;
use crate::unit::Decimal;

/// A printed percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// Millionths of a point.
    pub value: i64,
    /// One unit of its last decimal, in the same.
    pub step: i64,
}

/// A million per cent in millionths: what is more is no percentage, and a hundred times as much still fits 64 bits.
const MOST_PRINTED: u64 = 1_000_000_000_000;

impl Printed {
    /// The percentage with its precision, at most six decimals.
    pub(super) fn of(number: Decimal) -> Option<Printed> {
        let step = 10_i64.pow(6_u32.saturating_sub(number.decimals()));
        let value = number.times(1_000_000).ok().filter(|value| value.unsigned_abs() <= MOST_PRINTED)?;
        Some(Printed { value, step })
    }
}

/// One value per row and column; a column of words that no row of the file has is not there.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    pub lines: Vec<u64>,
    /// Empty where every row is one.
    pub n_added: Vec<u64>,
    pub digests: Vec<Option<u64>>,
    pub dates: Vec<Option<i32>>,
    pub starts: Vec<Option<i32>>,
    pub are_starts_exact: Vec<bool>,
    pub ends: Vec<Option<i32>>,
    pub offsets: Vec<Option<i32>>,
    pub printed: Vec<Option<Printed>>,
    pub passes: Vec<Option<i32>>,
    pub amounts: Vec<Option<i64>>,
    pub words: ByField<Vec<Option<u32>>>,
    /// What stands for the columns of words that are not there.
    pub blank: Vec<Option<u32>>,
    home: Home,
}

/// Where columns go to be filled again; a copy has no home.
#[derive(Debug, Default)]
struct Home(Option<Sender<Columns>>);

impl Clone for Home {
    fn clone(&self) -> Self {
        Home(None)
    }
}

/// Columns of chunks that were looked at, on their way back: memory that is given away and asked for with each chunk takes
/// longer than what is done in it.
#[derive(Debug)]
pub(super) struct Spent {
    sender: Sender<Columns>,
    receiver: Receiver<Columns>,
}

impl Default for Spent {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Spent { sender, receiver }
    }
}

impl Spent {
    /// Columns without rows, with room for as many as an earlier chunk had.
    pub(super) fn columns(&self) -> Columns {
        let mut columns = self.receiver.try_recv().unwrap_or_default();
        columns.home = Home(Some(self.sender.clone()));
        columns
    }
}

impl Drop for Columns {
    fn drop(&mut self) {
        if let Some(home) = self.home.0.take() {
            let mut columns = std::mem::take(self);
            columns.each().for_each(Column::empty);
            // Where nobody listens any more, the file is read.
            let _ = home.send(columns);
        }
    }
}

impl Columns {
    pub(super) fn n_rows(&self) -> usize {
        self.lines.len()
    }

    /// The last row was added.
    pub(super) fn finish(&mut self) {
        self.blank.resize(self.n_rows(), None);
    }

    /// Keeps the rows for which `are_kept` holds `true`.
    pub(super) fn keep(&mut self, are_kept: &[bool]) {
        self.each().for_each(|column| column.keep(are_kept));
    }

    /// Every column by its name: one that is added is not forgotten here.
    fn each(&mut self) -> impl Iterator<Item = &mut dyn Column> {
        let Columns {
            lines,
            n_added,
            digests,
            dates,
            starts,
            are_starts_exact,
            ends,
            offsets,
            printed,
            passes,
            amounts,
            words,
            blank,
            home: _,
        } = self;
        let columns: [&mut dyn Column; 12] =
            [lines, n_added, digests, dates, starts, are_starts_exact, ends, offsets, printed, passes, amounts, blank];
        columns.into_iter().chain(words.iter_mut().map(|numbers| -> &mut dyn Column { numbers }))
    }
}

/// A column, whatever its values are.
trait Column {
    fn keep(&mut self, are_kept: &[bool]);

    fn empty(&mut self);
}

impl<T> Column for Vec<T> {
    fn keep(&mut self, are_kept: &[bool]) {
        let mut are_kept = are_kept.iter();
        self.retain(|_| *are_kept.next().expect("invariant: one verdict per row"));
    }

    fn empty(&mut self) {
        self.clear();
    }
}
