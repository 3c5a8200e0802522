//! A coded sample: typed rows in a frame, the words behind their numbers, and what could not be read.

use std::collections::BTreeMap;

use polars::prelude::{DataFrame, IntoColumn, NamedFrom, Series};

use super::{Dictionary, InputFile};
use crate::study::Field;

/// Names of the frame's columns: one per field, and two for the place.
pub mod column {
    /// `u32`: number of the row in the chunk.
    pub const ROW: &str = "row";
    /// `u64`: physical line of the file.
    pub const LINE: &str = "line";
    /// `i32`, null: days since 1970-01-01.
    pub const DATE: &str = "date";
    /// `i32`, null: minutes of the service day.
    pub const START: &str = "start";
    /// `i32`, null: 1 counts, 2 and up are reliability copies.
    pub const PASS: &str = "pass";
    /// `u64`, null: a digest of the row as written and of what its path says; equal rows have equal digests.
    pub const DIGEST: &str = "digest";
    /// `i64`, null: milliseconds, mm² or appearances.
    pub const AMOUNT: &str = "amount";
}

/// Why a cell does not hold what its column should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Blank, in a column that needs a value.
    Missing,
    /// Not written as declared.
    Unreadable,
    /// `NaN` or an infinity.
    NotFinite,
    /// Below zero.
    Negative,
    /// More than can be.
    OutOfRange,
    /// The row has fewer or more cells than headings.
    Uneven,
    /// The same, and a quoted cell of it runs over a line's end.
    UnevenAcrossLines,
    /// The row is the headings once more.
    HeadingsAgain,
}

/// A cell that does not hold what its column should.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Number of the row in the chunk.
    pub row: u32,
    /// Physical line.
    pub line: u64,
    /// What the cell should hold.
    pub field: Field,
    /// The heading it stands under.
    pub heading: String,
    /// The cell as written.
    pub text: String,
    /// Why it does not.
    pub kind: FaultKind,
}

/// Typed rows of one file, each with its place. Words are numbers into dictionaries.
#[derive(Debug, Clone)]
pub struct CodedSample {
    /// The file; `None` for a chunk that only carries findings.
    pub file: Option<InputFile>,
    /// One row per appearance: see [`mod@column`] and [`Field::word`] for its columns (`u32`, null where blank).
    pub frame: DataFrame,
    /// The words behind the numbers.
    pub dictionaries: BTreeMap<Field, Dictionary>,
    /// The heading of each field's column.
    pub headings: BTreeMap<Field, String>,
    /// Cells that could not be read.
    pub faults: Vec<Fault>,
    /// Numbers of the rows that a rule of the source leaves out.
    pub left_out: Vec<u32>,
}

impl CodedSample {
    /// No rows.
    pub fn empty() -> Self {
        CodedSample {
            file: None,
            frame: DataFrame::empty(),
            dictionaries: BTreeMap::new(),
            headings: BTreeMap::new(),
            faults: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// How many rows.
    pub fn n_rows(&self) -> usize {
        self.frame.height()
    }

    /// The `u32` numbers of a field by row; empty for a chunk without rows.
    pub fn numbers(&self, field: Field) -> Vec<Option<u32>> {
        let Ok(found) = self.frame.column(field.word()) else { return Vec::new() };
        found.u32().map(|numbers| numbers.iter().collect()).unwrap_or_default()
    }

    /// The `i32` values of a column by row; empty for a chunk without rows.
    pub fn integers(&self, name: &str) -> Vec<Option<i32>> {
        let Ok(found) = self.frame.column(name) else { return Vec::new() };
        found.i32().map(|values| values.iter().collect()).unwrap_or_default()
    }

    /// The digest of each row; none for a row that was not read.
    pub fn digests(&self) -> Vec<Option<u64>> {
        let Ok(found) = self.frame.column(column::DIGEST) else { return Vec::new() };
        found.u64().map(|digests| digests.iter().collect()).unwrap_or_default()
    }

    /// The amount of each row in its unit.
    pub fn amounts(&self) -> Vec<Option<i64>> {
        let Ok(found) = self.frame.column(column::AMOUNT) else { return Vec::new() };
        found.i64().map(|amounts| amounts.iter().collect()).unwrap_or_default()
    }

    /// The physical line of each row.
    pub fn lines(&self) -> Vec<u64> {
        let Ok(found) = self.frame.column(column::LINE) else { return Vec::new() };
        found.u64().map(|lines| lines.iter().flatten().collect()).unwrap_or_default()
    }
}

/// Fields whose cells are words.
pub(super) const WORD_FIELDS: [Field; 12] = [
    Field::Period,
    Field::Outlet,
    Field::Programme,
    Field::Daypart,
    Field::Item,
    Field::Actor,
    Field::Capacity,
    Field::Genre,
    Field::Voice,
    Field::Tone,
    Field::Coder,
    Field::Quantity,
];

/// Columns while they grow.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub lines: Vec<u64>,
    pub digests: Vec<Option<u64>>,
    pub dates: Vec<Option<i32>>,
    pub starts: Vec<Option<i32>>,
    pub passes: Vec<Option<i32>>,
    pub amounts: Vec<Option<i64>>,
    pub words: BTreeMap<Field, Vec<Option<u32>>>,
}

impl Columns {
    pub(super) fn n_rows(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn into_frame(mut self) -> DataFrame {
        let n_rows = self.lines.len();
        let rows: Vec<u32> = (0..).take(n_rows).collect();
        let mut columns = vec![
            Series::new(column::ROW.into(), rows).into_column(),
            Series::new(column::LINE.into(), self.lines).into_column(),
            Series::new(column::DIGEST.into(), self.digests).into_column(),
            Series::new(column::DATE.into(), self.dates).into_column(),
            Series::new(column::START.into(), self.starts).into_column(),
            Series::new(column::PASS.into(), self.passes).into_column(),
            Series::new(column::AMOUNT.into(), self.amounts).into_column(),
        ];
        for field in WORD_FIELDS {
            let words = self.words.remove(&field).unwrap_or_else(|| vec![None; n_rows]);
            columns.push(Series::new(field.word().into(), words).into_column());
        }
        DataFrame::new(n_rows, columns).expect("invariant: every column has a value per row")
    }
}
