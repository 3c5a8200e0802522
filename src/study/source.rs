//! A source: the sheets of one desk, and how that desk writes.

use std::collections::BTreeMap;

use super::columns::{read_field_list, read_fields, read_patterns};
use super::{Block, ColumnName, Field, FilePattern, LeaveOut, Lookup, Quantity, TableFormat, WideColumn};
use crate::declaration::{Table, WRONG_VALUE};
use crate::unit::{AmountFormat, Decimal, DecimalMark};

/// In which order a date is written; never guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `2011-12-03`
    YearMonthDay,
    /// `03.12.2011`
    DayMonthYear,
    /// `12/03/2011`
    MonthDayYear,
}

impl DateOrder {
    /// Every order with its word.
    pub const WORDS: [(&'static str, DateOrder); 3] =
        [("ymd", DateOrder::YearMonthDay), ("dmy", DateOrder::DayMonthYear), ("mdy", DateOrder::MonthDayYear)];
}

/// How starts and ends are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// `18:30`, `25:30:15`: the clock of the service day.
    ServiceDay,
    /// `312.5`: seconds from the beginning of the programme or recording.
    Seconds,
    /// `5:12`: minutes and seconds from the beginning.
    MinutesSeconds,
}

/// What each actor of a cell that names several gets of the row's amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allocation {
    /// Each actor has a row and an amount of its own.
    AsCoded,
    /// Each gets the whole.
    Full,
    /// Each gets an equal part; the parts add up to the whole.
    EqualSplit,
}

impl Allocation {
    /// Every way with its word.
    pub const WORDS: [(&'static str, Allocation); 3] =
        [("as-coded", Allocation::AsCoded), ("full", Allocation::Full), ("equal-split", Allocation::EqualSplit)];

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, way)| *way == self);
        found.expect("invariant: WORDS names every way").0
    }
}

/// The sheets of one desk, and how that desk writes.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its id in the record.
    pub id: String,
    /// Its files.
    pub files: FilePattern,
    /// How a file becomes a table.
    pub format: TableFormat,
    /// Rows that are left out by rule.
    pub leave_out: Vec<LeaveOut>,
    /// Between whole and part.
    pub decimal: DecimalMark,
    /// How dates are written; `None`: year first, nothing being said.
    pub date_order: Option<DateOrder>,
    /// How starts and ends are written.
    pub clock: Clock,
    /// May an end before its start lie behind midnight?
    pub crosses_midnight: bool,
    /// How amounts are written.
    pub amount: AmountFormat,
    /// Length of one clip in seconds, where amounts count clips.
    pub clip: Option<Decimal>,
    /// The column of each field.
    pub columns: BTreeMap<Field, ColumnName>,
    /// The value of a field that has no column.
    pub fixed: BTreeMap<Field, String>,
    /// What a coder's word stands for, by field.
    pub values: BTreeMap<Field, BTreeMap<String, String>>,
    /// Amount columns side by side.
    pub wide: Vec<WideColumn>,
    /// Does a blank wide amount mean that the row has nothing of that kind?
    pub blank_is_nothing: bool,
    /// Rows that name a field for the rows below them.
    pub blocks: Vec<Block>,
    /// Fields whose blank cells mean the value above.
    pub fill_down: Vec<Field>,
    /// What stands between several values of a field in one cell.
    pub split: BTreeMap<Field, String>,
    /// What each actor of a split cell gets of the amount.
    pub allocation: Allocation,
    /// Tables that add columns.
    pub lookups: Vec<Lookup>,
    /// Fields that must not be blank, beside those that never may.
    pub required: Vec<Field>,
    /// Does only one actor speak at a time, so that the parts of a programme cannot exceed it?
    pub is_exclusive: bool,
    /// Headings that are known and not used; `*` is a wildcard.
    pub ignore: Vec<glob::Pattern>,
}

impl Source {
    pub(super) fn read(table: &Table<'_>, quantities: &[Quantity]) -> Option<Source> {
        let id = crate::codebook::read_id(table);
        let files = table.require("files", table.text("files")).and_then(|f| FilePattern::read(table.document(), f));
        let amount = table.require("amount", table.choice("amount", &AmountFormat::WORDS));
        let mut fixed = table.table("fixed", read_fields).unwrap_or_default();
        if let Some(quantity) = read_quantity(table, amount, quantities) {
            fixed.insert(Field::Quantity, quantity);
        }
        let marks = [(".", DecimalMark::Dot), (",", DecimalMark::Comma)];
        let clocks = [("hh:mm", Clock::ServiceDay), ("seconds", Clock::Seconds), ("mm:ss", Clock::MinutesSeconds)];
        let split = read_split(table);
        let source = Source {
            allocation: read_allocation(table, split.contains_key(&Field::Actor)),
            format: TableFormat::read(table),
            decimal: table.choice("decimal", &marks).unwrap_or(DecimalMark::Dot),
            leave_out: table.tables("leave_out", LeaveOut::read),
            date_order: table.choice("date_order", &DateOrder::WORDS),
            clock: table.choice("clock", &clocks).unwrap_or(Clock::ServiceDay),
            crosses_midnight: table.boolean("crosses_midnight").unwrap_or(false),
            clip: table.decimal("clip_seconds").map(|clip| clip.value),
            columns: read_columns(table),
            values: read_values(table),
            wide: table.tables("wide", WideColumn::read),
            blank_is_nothing: table.choice("blank_amounts", &[("nothing", true), ("error", false)]).unwrap_or(false),
            blocks: table.tables("block", Block::read),
            fill_down: read_field_list(table, "fill_down"),
            split,
            lookups: table.tables("lookup", Lookup::read),
            required: read_field_list(table, "required"),
            is_exclusive: table.boolean("exclusive").unwrap_or(false),
            ignore: read_patterns(table, "ignore"),
            id: id?.value,
            files: files?,
            amount: amount?,
            fixed,
        };
        source.refuse_gaps(table);
        source.refuse_amounts(table);
        Some(source)
    }

    /// Is a field given at all: by a column, the path, the sheet, a fixed value, a block or a wide column?
    pub fn gives(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
            || self.fixed.contains_key(&field)
            || self.files.fields().contains(&field)
            || self.format.sheets.iter().any(|sheets| sheets.fields().contains(&field))
            || self.blocks.iter().any(|block| block.field == field)
            || self.wide.iter().any(|column| column.sets.iter().any(|(set, _)| *set == field))
    }

    /// Are starts times of the day, and not seconds from the beginning of a recording?
    pub fn has_day_clock(&self) -> bool {
        self.clock == Clock::ServiceDay
    }

    fn refuse_gaps(&self, table: &Table<'_>) {
        let refuse = |message: &str| table.document().report(&WRONG_VALUE, table.span(), message, None);
        for field in [Field::Outlet, Field::Actor, Field::Quantity] {
            if !self.gives(field) {
                refuse(&format!(
                    "source `{}` gives no `{}`: no column, fixed value, block, path or sheet names it",
                    self.id,
                    field.word()
                ));
            }
        }
        if !self.gives(Field::Date) && !self.gives(Field::Period) {
            refuse(&format!("source `{}` gives neither `date` nor `period`", self.id));
        }
        let is_by_heading = |column: &ColumnName| matches!(column, ColumnName::Heading(_));
        if self.format.header_row == 0 && self.columns.values().any(is_by_heading) {
            refuse("`header_row = 0` says that there are no headings: name every column by its position");
        }
        let words = |field: &&Field| {
            !matches!(
                field,
                Field::Start | Field::End | Field::Pass | Field::Percent | Field::Width | Field::Height | Field::Amount
            )
        };
        for field in self.fill_down.iter().chain(&self.required).filter(|field| !words(field)) {
            refuse(&format!(
                "`{}` cannot stand under fill_down or required, which are for words and dates",
                field.word()
            ));
        }
        let mapped = [
            Field::Date,
            Field::Start,
            Field::End,
            Field::Pass,
            Field::Percent,
            Field::Width,
            Field::Height,
            Field::Amount,
        ];
        for field in self.values.keys().filter(|field| mapped.contains(field)) {
            refuse(&format!("`values.{}` does nothing: only words stand for others", field.word()));
        }
        if self.columns.contains_key(&Field::Percent) && !self.wide.is_empty() {
            refuse("`columns.percent` belongs to `columns.amount`; a wide column has a `percent` of its own");
        }
        for field in self.split.keys().chain(&self.fill_down).chain(&self.required) {
            if !self.gives(*field) {
                refuse(&format!("`{}` is named under split, fill_down or required and has no column", field.word()));
            }
        }
    }

    fn refuse_amounts(&self, table: &Table<'_>) {
        let refuse = |message: &str| table.document().report(&WRONG_VALUE, table.span(), message, None);
        let has_amount = self.columns.contains_key(&Field::Amount);
        match (self.amount.is_columnless(), has_amount, self.wide.is_empty()) {
            (true, false, true) | (false, true, true) | (false, false, false) => {}
            (true, ..) => {
                refuse(&format!("`amount = \"{}\"` needs no amount column and no `wide` columns", self.amount.word()));
            }
            (false, true, false) => refuse("amounts stand either in one column or in `wide` columns, not in both"),
            (false, false, true) => {
                refuse("no column holds the amounts: name it in `columns.amount` or list `wide` columns");
            }
        }
        let needed: &[Field] = match self.amount {
            AmountFormat::StartEnd => &[Field::Start, Field::End],
            amount if amount.is_product() => &[Field::Width, Field::Height],
            _ => &[],
        };
        for field in needed.iter().filter(|field| !self.columns.contains_key(field)) {
            refuse(&format!("`amount = \"{}\"` needs `columns.{}`", self.amount.word(), field.word()));
        }
        if self.allocation == Allocation::EqualSplit && self.amount.unit() == crate::unit::Unit::Count {
            refuse("`allocation = \"equal-split\"` divides times and areas: an appearance is one for each actor");
        }
        if (self.amount == AmountFormat::Clips) != self.clip.is_some() {
            refuse("`amount = \"clips\"` and `clip_seconds`, the length of one, go together");
        }
    }
}

fn read_columns(table: &Table<'_>) -> BTreeMap<Field, ColumnName> {
    let read = |columns: &Table<'_>| {
        let column = |field: Field| ColumnName::read(columns, field.word()).map(|column| (field, column));
        Field::ALL.into_iter().filter_map(column).collect()
    };
    table.require("columns", table.table("columns", read)).unwrap_or_default()
}

fn read_allocation(table: &Table<'_>, is_split: bool) -> Allocation {
    let written = table.choice("allocation", &Allocation::WORDS);
    if let Some(written) = written.filter(|written| (*written == Allocation::AsCoded) == is_split) {
        let message = if is_split {
            "`allocation = \"as-coded\"` and `split.actor`: one amount stands for several actors, so say `full` or `equal-split`"
                .to_owned()
        } else {
            format!("`allocation = \"{}\"` does nothing without `split.actor`", written.word())
        };
        table.document().report(&WRONG_VALUE, table.span(), message, None);
    }
    written.unwrap_or(if is_split { Allocation::Full } else { Allocation::AsCoded })
}

fn read_split(table: &Table<'_>) -> BTreeMap<Field, String> {
    let read = |split: &Table<'_>| {
        let mark = |field: Field| split.text(field.word()).map(|mark| (field, mark.value));
        [Field::Actor, Field::Voice, Field::Genre].into_iter().filter_map(mark).collect()
    };
    table.table("split", read).unwrap_or_default()
}

fn read_values(table: &Table<'_>) -> BTreeMap<Field, BTreeMap<String, String>> {
    let read = |values: &Table<'_>| {
        let mapped = |field: Field| {
            let pairs = values.words(field.word());
            let pairs: BTreeMap<_, _> =
                pairs.into_iter().map(|(from, to)| (crate::codebook::folded(&from.value), to.value)).collect();
            (!pairs.is_empty()).then_some((field, pairs))
        };
        Field::ALL.into_iter().filter_map(mapped).collect()
    };
    table.table("values", read).unwrap_or_default()
}

/// The quantity a source measures: named, or the built-in one of its unit; `None` where a column or path gives it.
fn read_quantity(table: &Table<'_>, amount: Option<AmountFormat>, quantities: &[Quantity]) -> Option<String> {
    let written = table.text("quantity")?;
    let Some(quantity) = quantities.iter().find(|quantity| quantity.id == written.value) else {
        let possible: Vec<&str> = quantities.iter().map(|quantity| quantity.id.as_str()).collect();
        table.document().report_unknown(written.span, "quantity", &written.value, &possible);
        return None;
    };
    if amount.is_some_and(|amount| amount.unit() != quantity.unit) {
        let (word, unit) = (amount?.word(), quantity.unit.machine_name());
        let message = format!("`amount` is written in {word}, but `{}` is measured in {unit}", quantity.id);
        table.document().report(&WRONG_VALUE, written.span, message, None);
    }
    Some(written.value)
}
