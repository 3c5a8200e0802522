//! A source: the sheets of one desk, and how that desk writes.

use std::collections::BTreeMap;

use super::{FilePattern, Quantity};
use crate::declaration::{Table, WRONG_VALUE};
use crate::unit::{AmountFormat, DecimalMark};

/// What a column of a sheet may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each variant is the word it stands for; the list of fields in the README explains them"
)]
pub enum Field {
    Date,
    Period,
    Outlet,
    Programme,
    Start,
    Daypart,
    Item,
    Actor,
    Capacity,
    Genre,
    Voice,
    Tone,
    Coder,
    Pass,
    Quantity,
    Amount,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 16] = [
        Field::Date,
        Field::Period,
        Field::Outlet,
        Field::Programme,
        Field::Start,
        Field::Daypart,
        Field::Item,
        Field::Actor,
        Field::Capacity,
        Field::Genre,
        Field::Voice,
        Field::Tone,
        Field::Coder,
        Field::Pass,
        Field::Quantity,
        Field::Amount,
    ];
    /// The fields a path, a fixed value or a wide column may give.
    pub const FROM_PATH: [Field; 9] = [
        Field::Period,
        Field::Outlet,
        Field::Programme,
        Field::Daypart,
        Field::Actor,
        Field::Capacity,
        Field::Genre,
        Field::Voice,
        Field::Quantity,
    ];

    /// The word that names it in a study.
    pub fn word(self) -> &'static str {
        match self {
            Field::Date => "date",
            Field::Period => "period",
            Field::Outlet => "outlet",
            Field::Programme => "programme",
            Field::Start => "start",
            Field::Daypart => "daypart",
            Field::Item => "item",
            Field::Actor => "actor",
            Field::Capacity => "capacity",
            Field::Genre => "genre",
            Field::Voice => "voice",
            Field::Tone => "tone",
            Field::Coder => "coder",
            Field::Pass => "pass",
            Field::Quantity => "quantity",
            Field::Amount => "amount",
        }
    }
}

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

/// A column that holds amounts, where several stand side by side: what its heading says becomes fields.
#[derive(Debug, Clone)]
pub struct WideColumn {
    /// Its heading.
    pub heading: String,
    /// What it says: the daypart, the quantity, the voice ...
    pub sets: Vec<(Field, String)>,
}

/// Rows that are out of scope: those whose cell in a column is one of some texts.
#[derive(Debug, Clone)]
pub struct LeaveOut {
    /// Heading of the column.
    pub heading: String,
    /// What the cell may hold; `*` is a wildcard, case does not matter.
    pub matches: Vec<glob::Pattern>,
}

/// The sheets of one desk, and how that desk writes.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its id in the record.
    pub id: String,
    /// Its files.
    pub files: FilePattern,
    /// Their encoding.
    pub encoding: &'static encoding_rs::Encoding,
    /// Between cells.
    pub delimiter: u8,
    /// The physical line of the headings, from 1.
    pub header_row: u64,
    /// Rows that are left out by rule.
    pub leave_out: Vec<LeaveOut>,
    /// Between whole and part.
    pub decimal: DecimalMark,
    /// How dates are written.
    pub date_order: DateOrder,
    /// How amounts are written.
    pub amount: AmountFormat,
    /// The heading of the column of each field.
    pub columns: BTreeMap<Field, String>,
    /// The value of a field that has no column.
    pub fixed: BTreeMap<Field, String>,
    /// What a coder's word stands for, by field.
    pub values: BTreeMap<Field, BTreeMap<String, String>>,
    /// Amount columns side by side.
    pub wide: Vec<WideColumn>,
    /// Headings that are known and not used; `*` is a wildcard.
    pub ignore: Vec<glob::Pattern>,
}

impl Source {
    pub(super) fn read(table: &Table<'_>, quantities: &[Quantity]) -> Option<Source> {
        let id = crate::codebook::read_id(table);
        let files = table.require("files", table.text("files")).and_then(|f| FilePattern::read(table.document(), f));
        let amount = table.require("amount", table.choice("amount", &AmountFormat::WORDS));
        let wide = table.tables("wide", read_wide);
        let columns = read_columns(table);
        let mut fixed = read_fixed(table);
        if let Some(quantity) = read_quantity(table, amount, quantities) {
            fixed.insert(Field::Quantity, quantity);
        }
        let source = Source {
            encoding: read_encoding(table),
            delimiter: read_delimiter(table),
            decimal: table
                .choice("decimal", &[(".", DecimalMark::Dot), (",", DecimalMark::Comma)])
                .unwrap_or(DecimalMark::Dot),
            header_row: read_header_row(table),
            leave_out: table.tables("leave_out", read_leave_out),
            date_order: read_date_order(table),
            values: read_values(table),
            ignore: read_patterns(table, "ignore"),
            id: id?.value,
            files: files?,
            amount: amount?,
            columns,
            fixed,
            wide,
        };
        source.refuse_gaps(table);
        Some(source)
    }

    /// Is a field given at all: by a column, the path, a fixed value or a wide column?
    pub fn gives(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
            || self.fixed.contains_key(&field)
            || self.files.fields().contains(&field)
            || self.wide.iter().any(|column| column.sets.iter().any(|(set, _)| *set == field))
    }

    fn refuse_gaps(&self, table: &Table<'_>) {
        let refuse = |message: &str| table.document().report(&WRONG_VALUE, table.span(), message, None);
        for field in [Field::Outlet, Field::Actor, Field::Quantity] {
            if !self.gives(field) {
                refuse(&format!(
                    "source `{}` gives no `{}`: no column, fixed value or path names it",
                    self.id,
                    field.word()
                ));
            }
        }
        if !self.gives(Field::Date) && !self.gives(Field::Period) {
            refuse(&format!("source `{}` gives neither `date` nor `period`", self.id));
        }
        let has_amount = self.columns.contains_key(&Field::Amount);
        match (self.amount == AmountFormat::OnePerRow, has_amount, self.wide.is_empty()) {
            (true, false, true) | (false, true, true) | (false, false, false) => {}
            (true, ..) => refuse("`amount = \"one-per-row\"` needs no amount column and no `wide` columns"),
            (false, true, false) => refuse("amounts stand either in one column or in `wide` columns, not in both"),
            (false, false, true) => {
                refuse("no column holds the amounts: name it in `columns.amount` or list `wide` columns");
            }
        }
    }
}

fn read_columns(table: &Table<'_>) -> BTreeMap<Field, String> {
    let read = |columns: &Table<'_>| {
        let heading = |field: Field| columns.text(field.word()).map(|heading| (field, heading.value));
        Field::ALL.into_iter().filter_map(heading).collect()
    };
    table.require("columns", table.table("columns", read)).unwrap_or_default()
}

fn read_fields(table: &Table<'_>) -> BTreeMap<Field, String> {
    Field::FROM_PATH.into_iter().filter_map(|field| table.text(field.word()).map(|text| (field, text.value))).collect()
}

fn read_fixed(table: &Table<'_>) -> BTreeMap<Field, String> {
    table.table("fixed", read_fields).unwrap_or_default()
}

fn read_wide(table: &Table<'_>) -> Option<WideColumn> {
    let heading = table.require("column", table.text("column"));
    let sets = table.require("set", table.table("set", read_fields));
    Some(WideColumn { heading: heading?.value, sets: sets?.into_iter().collect() })
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

fn read_encoding(table: &Table<'_>) -> &'static encoding_rs::Encoding {
    let Some(label) = table.text("encoding") else { return encoding_rs::UTF_8 };
    encoding_rs::Encoding::for_label(label.value.as_bytes()).unwrap_or_else(|| {
        let known = ["utf-8", "latin1", "windows-1251", "windows-1252", "utf-16le", "utf-16be", "koi8-r"];
        table.document().report_unknown(label.span, "encoding", &label.value, &known);
        encoding_rs::UTF_8
    })
}

fn read_delimiter(table: &Table<'_>) -> u8 {
    let words = [(",", b','), (";", b';'), ("\t", b'\t'), ("|", b'|'), ("tab", b'\t')];
    table.choice("delimiter", &words).unwrap_or(b',')
}

fn read_date_order(table: &Table<'_>) -> DateOrder {
    let words = [("ymd", DateOrder::YearMonthDay), ("dmy", DateOrder::DayMonthYear), ("mdy", DateOrder::MonthDayYear)];
    table.choice("date_order", &words).unwrap_or(DateOrder::YearMonthDay)
}

fn read_header_row(table: &Table<'_>) -> u64 {
    table.integer("header_row", 1..=1_000).map_or(1, |row| row.value.unsigned_abs())
}

fn read_leave_out(table: &Table<'_>) -> Option<LeaveOut> {
    let heading = table.require("column", table.text("column"));
    let matches = read_patterns(table, "matches");
    table.require("matches", (!matches.is_empty()).then_some(()));
    Some(LeaveOut { heading: heading?.value, matches })
}

fn read_patterns(table: &Table<'_>, key: &'static str) -> Vec<glob::Pattern> {
    let mut patterns = Vec::new();
    for written in table.texts(key) {
        match glob::Pattern::new(&written.value) {
            Ok(pattern) => patterns.push(pattern),
            Err(error) => {
                let message = format!("`{}` is no pattern: {}", written.value, error.msg);
                table.document().report(&WRONG_VALUE, written.span, message, None);
            }
        }
    }
    patterns
}
