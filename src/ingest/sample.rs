//! A coded sample: typed rows, the words behind their numbers, and what could not be read.

use std::collections::BTreeMap;

use super::columns::{Columns, Printed};
use super::{Dictionary, InputFile};
use crate::study::{Field, Study};
use crate::unit::Unit;

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
    /// A quoted cell of the row runs over what looks like other rows.
    RowsInCell,
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
    /// One row per appearance.
    pub(super) columns: Columns,
    /// The words behind the numbers.
    pub dictionaries: BTreeMap<Field, Dictionary>,
    /// The heading of each field's column.
    pub headings: BTreeMap<Field, String>,
    /// Cells that could not be read.
    pub faults: Vec<Fault>,
    /// How many blank amounts stood beside others and mean nothing: counted, and no rows of these columns.
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
            columns: Columns::default(),
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
        self.columns.n_rows()
    }

    /// The number of each row's word in a field: a number into its dictionary.
    pub fn numbers(&self, field: Field) -> &[Option<u32>] {
        self.columns.words.get(field).map_or(&self.columns.blank, Vec::as_slice)
    }

    /// The day of each row, in days since 1970-01-01.
    pub fn dates(&self) -> &[Option<i32>] {
        &self.columns.dates
    }

    /// The start of each row, in milliseconds of the service day, or of the recording.
    pub fn starts(&self) -> &[Option<i32>] {
        &self.columns.starts
    }

    /// Is the start of each row written to the second?
    pub fn are_starts_exact(&self) -> &[bool] {
        &self.columns.are_starts_exact
    }

    /// The end of each row, as its start; behind midnight it is larger than a day.
    pub fn ends(&self) -> &[Option<i32>] {
        &self.columns.ends
    }

    /// The minutes that each row's clock is said to be ahead of UTC.
    pub fn offsets(&self) -> &[Option<i32>] {
        &self.columns.offsets
    }

    /// The pass of each row: 1 counts, 2 and up are reliability copies.
    pub fn passes(&self) -> &[Option<i32>] {
        &self.columns.passes
    }

    /// The percentage printed beside each amount.
    pub fn printed(&self) -> &[Option<Printed>] {
        &self.columns.printed
    }

    /// The amount of each row: milliseconds, mm² or appearances.
    pub fn amounts(&self) -> &[Option<i64>] {
        &self.columns.amounts
    }

    /// The digest of each row as written and of what its path says; none for a row that was not read. Equal rows have equal
    /// digests.
    pub fn digests(&self) -> &[Option<u64>] {
        &self.columns.digests
    }

    /// The physical line of each row.
    pub fn lines(&self) -> &[u64] {
        &self.columns.lines
    }

    /// How many coded rows each row is the sum of, where an engine added them up; `None` where each is one.
    pub fn n_added(&self) -> Option<&[u64]> {
        self.is_summed().then_some(self.columns.n_added.as_slice())
    }

    /// Is each row the sum of many, added up by an engine?
    pub fn is_summed(&self) -> bool {
        !self.columns.n_added.is_empty()
    }

    /// Gives rows other amounts.
    pub(crate) fn change_amounts(&mut self, amounts: &BTreeMap<usize, i64>) {
        for (row, amount) in amounts {
            self.columns.amounts[*row] = Some(*amount);
        }
    }

    /// Keeps the rows for which `are_kept` holds `true`; faults go on speaking of rows as they were numbered.
    pub(crate) fn keep(&mut self, are_kept: &[bool]) {
        self.columns.keep(are_kept);
    }

    /// The id of each row's word in a field; none where it is blank or unknown.
    pub fn ids(&self, field: Field) -> Vec<Option<&str>> {
        let Some(dictionary) = self.dictionaries.get(&field) else { return vec![None; self.n_rows()] };
        self.numbers(field).iter().map(|number| dictionary.id((*number)?)).collect()
    }

    /// The id of one row's word in a field; none where it is blank or unknown.
    pub fn id(&self, field: Field, row: usize) -> Option<&str> {
        self.dictionaries.get(&field)?.id(self.numbers(field)[row]?)
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
        let quantity = |id: Option<&str>| study.quantity(id?);
        let is_wanted = |id: Option<&str>| quantity(id).is_some_and(|quantity| is_wanted(quantity.unit));
        let is_wanted: Vec<bool> = dictionary.ids().map(is_wanted).collect();
        self.numbers(Field::Quantity).iter().map(|number| number.is_some_and(|n| is_wanted[n as usize])).collect()
    }

    /// The heading of a field's column, for findings.
    pub fn heading(&self, field: Field) -> &str {
        self.headings.get(&field).map_or(field.word(), String::as_str)
    }
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
