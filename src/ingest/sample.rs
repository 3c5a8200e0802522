//! A coded sample: typed rows in a frame, the words behind their numbers, and what could not be read.

use std::collections::BTreeMap;
use std::hash::BuildHasher as _;

use polars::prelude::{ChunkedArray, Column, DataFrame, DataType, IntoColumn, NamedFrom, PolarsNumericType, Series};

use super::{DIGESTS, Dictionary, InputFile};
use crate::study::{ByField, Field, Study};
use crate::unit::{Decimal, Unit};

/// Names of the frame's columns: one per field, and two for the place.
pub mod column {
    /// `u32`: number of the row in the chunk.
    pub const ROW: &str = "row";
    /// `u64`: physical line of the file.
    pub const LINE: &str = "line";
    /// `i32`, null: days since 1970-01-01.
    pub const DATE: &str = "date";
    /// `i32`, null: milliseconds of the service day, or of the recording.
    pub const START: &str = "start";
    /// `i32`, null: 1 where the start is written to the second.
    pub const START_EXACT: &str = "start_exact";
    /// `i32`, null: the same of the end; behind midnight it is larger than a day.
    pub const END: &str = "end";
    /// `i32`, null: minutes that the row's clock is said to be ahead of UTC.
    pub const OFFSET: &str = "offset";
    /// `i64`, null: the percentage printed beside the amount, in millionths of a point.
    pub const PRINTED: &str = "printed";
    /// `i64`, null: one unit of that percentage's last decimal, in millionths of a point.
    pub const PRINTED_STEP: &str = "printed_step";
    /// `i32`, null: 1 counts, 2 and up are reliability copies.
    pub const PASS: &str = "pass";
    /// `u64`, null: a digest of the row as written and of what its path says; equal rows have equal digests.
    pub const DIGEST: &str = "digest";
    /// `i64`, null: milliseconds, mm² or appearances.
    pub const AMOUNT: &str = "amount";
    /// `u64`: how many coded rows the row is the sum of. Only there where an engine added them up.
    pub const N_ADDED: &str = "n_added";
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
    /// The row has fewer cells than headings.
    Short,
    /// The same, and a quoted cell of it runs over a line's end.
    ShortAcrossLines,
    /// The row has more filled cells than headings.
    Extra,
    /// The row is the headings once more.
    HeadingsAgain,
    /// The row's cells are merged with those of other rows or columns.
    Merged,
    /// A formula that failed: `#REF!`.
    FormulaError,
    /// A formula whose value was never saved.
    NoValue,
    /// A date where a number belongs, a number where a date does.
    OtherKind,
    /// A number with the other decimal mark, or with marks of thousands.
    OtherMark,
    /// A clock that may be minutes and seconds, or hours and minutes.
    OtherClock,
    /// An amount of another unit than its quantity.
    OtherUnit,
    /// One name twice in a cell of several.
    TwiceInCell,
    /// The outlet's page or column has no declared size.
    NoSize,
    /// Blank, in a column that the source requires.
    NotCoded,
    /// Day and month could be either, and no order is declared.
    AmbiguousDate,
    /// A date written otherwise than the others of its column.
    OtherDateStyle,
    /// A year of two digits, or of another age.
    OddYear,
    /// The end lies before the start.
    EndBeforeStart,
    /// A key that its look-up table does not hold.
    NotLookedUp,
    /// A total that stands on several rows, and is not the same on all.
    TotalDiffers,
    /// Digits of another script, which were read.
    ForeignDigits,
    /// A time cell that holds a day or more.
    LongerThanDay,
}

/// Why a row is out of scope before any check looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// A `leave_out` rule of the source.
    ByRule,
    /// The line names a block.
    BlockLine,
    /// A total that another row already gave.
    RepeatedTotal,
    /// A blank amount where several stand side by side.
    BlankAmount,
}

/// A printed percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed {
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
    /// How many blank amounts stood beside others and mean nothing: counted, and no rows of this frame.
    pub n_blank: u64,
    /// Numbers of the rows that are out of scope, with the reason.
    pub left_out: Vec<(u32, LeftOut)>,
    /// The position of each heading, from 0, where a cell has an address: in a workbook.
    pub positions: BTreeMap<String, usize>,
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
            n_blank: 0,
            left_out: Vec::new(),
            positions: BTreeMap::new(),
        }
    }

    /// How many rows.
    pub fn n_rows(&self) -> usize {
        self.frame.height()
    }

    /// The `u32` numbers of a field by row; empty for a chunk without rows.
    pub fn numbers(&self, field: Field) -> Vec<Option<u32>> {
        let Ok(found) = self.frame.column(field.word()) else { return Vec::new() };
        found.u32().map(values).unwrap_or_default()
    }

    /// The `i32` values of a column by row; empty for a chunk without rows.
    pub fn integers(&self, name: &str) -> Vec<Option<i32>> {
        let Ok(found) = self.frame.column(name) else { return Vec::new() };
        found.i32().map(values).unwrap_or_default()
    }

    /// The `i64` values of a column by row; empty for a chunk without rows.
    pub fn wholes(&self, name: &str) -> Vec<Option<i64>> {
        let Ok(found) = self.frame.column(name) else { return Vec::new() };
        found.i64().map(values).unwrap_or_default()
    }

    /// The id of each row's word in a field; none where it is blank or unknown.
    pub fn ids(&self, field: Field) -> Vec<Option<&str>> {
        let Some(dictionary) = self.dictionaries.get(&field) else { return vec![None; self.n_rows()] };
        self.numbers(field).into_iter().map(|number| dictionary.id(number?)).collect()
    }

    /// A digest of each row's id in a field; 0 where it has none. The same id has the same digest in every chunk.
    pub fn id_digests(&self, field: Field) -> Vec<u64> {
        let Some(dictionary) = self.dictionaries.get(&field) else { return vec![0; self.n_rows()] };
        let digests: Vec<u64> =
            dictionary.ids().iter().map(|id| id.as_ref().map_or(0, |id| DIGESTS.hash_one(id))).collect();
        self.numbers(field).into_iter().map(|number| number.map_or(0, |number| digests[number as usize])).collect()
    }

    /// Which rows are amounts of time.
    pub fn are_times(&self, study: &Study) -> Vec<bool> {
        self.are_of(study, |unit| unit == Unit::Time)
    }

    /// Which rows are amounts of time or space.
    pub fn are_measured(&self, study: &Study) -> Vec<bool> {
        self.are_of(study, |unit| unit != Unit::Count)
    }

    fn are_of(&self, study: &Study, is_wanted: impl Fn(Unit) -> bool) -> Vec<bool> {
        let Some(dictionary) = self.dictionaries.get(&Field::Quantity) else { return vec![false; self.n_rows()] };
        let quantity = |id: &Option<String>| study.quantity(id.as_deref()?);
        let is_wanted = |id: &Option<String>| quantity(id).is_some_and(|quantity| is_wanted(quantity.unit));
        let is_wanted: Vec<bool> = dictionary.ids().iter().map(is_wanted).collect();
        self.numbers(Field::Quantity).into_iter().map(|number| number.is_some_and(|n| is_wanted[n as usize])).collect()
    }

    /// The heading of a field's column, for findings.
    pub fn heading(&self, field: Field) -> &str {
        self.headings.get(&field).map_or(field.word(), String::as_str)
    }

    /// The digest of each row; none for a row that was not read.
    pub fn digests(&self) -> Vec<Option<u64>> {
        let Ok(found) = self.frame.column(column::DIGEST) else { return Vec::new() };
        found.u64().map(values).unwrap_or_default()
    }

    /// Is each row the sum of many, added up by an engine?
    pub fn is_summed(&self) -> bool {
        self.frame.column(column::N_ADDED).is_ok()
    }

    /// How many coded rows each row is the sum of; `None` where each is one.
    pub fn n_added(&self) -> Option<Vec<u64>> {
        let found = self.frame.column(column::N_ADDED).ok()?;
        Some(found.u64().map(|counts| counts.iter().flatten().collect()).unwrap_or_default())
    }

    /// The amount of each row in its unit.
    pub fn amounts(&self) -> Vec<Option<i64>> {
        self.wholes(column::AMOUNT)
    }

    /// The physical line of each row.
    pub fn lines(&self) -> Vec<u64> {
        let Ok(found) = self.frame.column(column::LINE) else { return Vec::new() };
        found.u64().map(|lines| lines.iter().flatten().collect()).unwrap_or_default()
    }
}

/// The values of a column by row; columns that are full or empty, as most are, are not looked at one by one.
fn values<T: PolarsNumericType>(column: &ChunkedArray<T>) -> Vec<Option<T::Native>> {
    match (column.null_count(), column.cont_slice()) {
        (0, Ok(values)) => values.iter().copied().map(Some).collect(),
        (n_nulls, _) if n_nulls == column.len() => vec![None; n_nulls],
        _ => column.iter().collect(),
    }
}

/// A column of values; one without any is made at once.
fn series<T: Copy>(name: &str, values: Vec<Option<T>>, dtype: &DataType) -> Column
where
    Series: NamedFrom<Vec<Option<T>>, [Option<T>]> + NamedFrom<Vec<T>, [T]>,
{
    if values.iter().all(Option::is_none) {
        return Series::full_null(name.into(), values.len(), dtype).into_column();
    }
    if values.iter().all(Option::is_some) {
        return Series::new(name.into(), values.into_iter().flatten().collect::<Vec<T>>()).into_column();
    }
    Series::new(name.into(), values).into_column()
}

/// Fields whose cells are words.
pub(super) const WORD_FIELDS: [Field; 15] = [
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
    Field::Page,
    Field::Position,
    Field::Coder,
    Field::Id,
    Field::Quantity,
];

/// Columns while they grow.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub lines: Vec<u64>,
    /// Empty where every row is one.
    pub n_added: Vec<u64>,
    pub digests: Vec<Option<u64>>,
    pub dates: Vec<Option<i32>>,
    pub starts: Vec<Option<i32>>,
    pub exact: Vec<Option<i32>>,
    pub ends: Vec<Option<i32>>,
    pub offsets: Vec<Option<i32>>,
    pub printed: Vec<Option<Printed>>,
    pub passes: Vec<Option<i32>>,
    pub amounts: Vec<Option<i64>>,
    pub words: ByField<Vec<Option<u32>>>,
}

impl Columns {
    pub(super) fn n_rows(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn into_frame(mut self) -> DataFrame {
        let n_rows = self.lines.len();
        let printed = std::mem::take(&mut self.printed);
        let of_printed =
            |part: fn(Printed) -> i64| printed.iter().map(|printed| printed.map(part)).collect::<Vec<Option<i64>>>();
        let rows: Vec<u32> = (0..).take(n_rows).collect();
        let mut columns = vec![
            Series::new(column::ROW.into(), rows).into_column(),
            Series::new(column::LINE.into(), self.lines).into_column(),
            series(column::DIGEST, self.digests, &DataType::UInt64),
            series(column::DATE, self.dates, &DataType::Int32),
            series(column::START, self.starts, &DataType::Int32),
            series(column::START_EXACT, self.exact, &DataType::Int32),
            series(column::END, self.ends, &DataType::Int32),
            series(column::OFFSET, self.offsets, &DataType::Int32),
            series(column::PRINTED, of_printed(|printed| printed.value), &DataType::Int64),
            series(column::PRINTED_STEP, of_printed(|printed| printed.step), &DataType::Int64),
            series(column::PASS, self.passes, &DataType::Int32),
            series(column::AMOUNT, self.amounts, &DataType::Int64),
        ];
        for field in WORD_FIELDS {
            let words = self.words.remove(field).unwrap_or_else(|| vec![None; n_rows]);
            columns.push(series(field.word(), words, &DataType::UInt32));
        }
        if self.n_added.len() == n_rows {
            columns.push(Series::new(column::N_ADDED.into(), self.n_added).into_column());
        }
        DataFrame::new(n_rows, columns).expect("invariant: every column has a value per row")
    }
}
