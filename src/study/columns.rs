//! How a source's columns are named, and what stands in them beside one field a column.

use std::fmt;

use super::Field;
use crate::declaration::{Table, WRONG_VALUE};
use crate::unit::AmountFormat;

/// A column, by its heading or by its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnName {
    /// The heading as written; of two heading rows, `above / below`.
    Heading(String),
    /// The position, from 1.
    Position(usize),
}

impl ColumnName {
    /// Reads a text or a whole number.
    pub(super) fn read(table: &Table<'_>, key: &'static str) -> Option<ColumnName> {
        if table.is_text(key) || !table.has(key) {
            return table.text(key).map(|heading| ColumnName::Heading(heading.value));
        }
        let position = table.integer(key, 1..=16_384)?;
        usize::try_from(position.value).ok().map(ColumnName::Position)
    }
}

impl fmt::Display for ColumnName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ColumnName::Heading(heading) => f.write_str(heading),
            ColumnName::Position(position) => write!(f, "column {position}"),
        }
    }
}

/// A column that holds amounts, where several stand side by side: what its heading says becomes fields.
#[derive(Debug, Clone)]
pub struct WideColumn {
    /// The column.
    pub column: ColumnName,
    /// The column of the printed percentage that comes with it.
    pub percent: Option<ColumnName>,
    /// What it says: the daypart, the quantity, the voice ...
    pub sets: Vec<(Field, String)>,
    /// The amount is a total written on every row of the same fields: it counts once.
    pub once_per: Vec<Field>,
    /// How its amounts are written, where otherwise than the source's.
    pub amount: Option<AmountFormat>,
}

impl WideColumn {
    pub(super) fn read(table: &Table<'_>) -> Option<WideColumn> {
        let column = table.require("column", ColumnName::read(table, "column"));
        let percent = ColumnName::read(table, "percent");
        let sets = table.require("set", table.table("set", read_fields));
        let once_per = read_field_list(table, "once_per");
        let amount = table.choice("amount", &AmountFormat::WORDS);
        if amount.is_some_and(AmountFormat::is_columnless) {
            table.document().report(&WRONG_VALUE, table.span(), "a wide column holds its amounts itself", None);
        }
        Some(WideColumn { column: column?, percent, sets: sets?.into_iter().collect(), once_per, amount })
    }
}

/// Rows that are out of scope: those whose cell in a column is one of some texts.
#[derive(Debug, Clone)]
pub struct LeaveOut {
    /// The column.
    pub column: ColumnName,
    /// What the cell may hold, in lower case; `*` is a wildcard, case does not matter.
    pub matches: Vec<glob::Pattern>,
}

impl LeaveOut {
    pub(super) fn read(table: &Table<'_>) -> Option<LeaveOut> {
        let column = table.require("column", ColumnName::read(table, "column"));
        let lower = |pattern: glob::Pattern| glob::Pattern::new(&pattern.as_str().to_lowercase()).ok();
        let matches: Vec<_> = read_patterns(table, "matches").into_iter().filter_map(lower).collect();
        table.require("matches", (!matches.is_empty()).then_some(()));
        Some(LeaveOut { column: column?, matches })
    }
}

/// Rows that name a field for the rows below them: an actor's name on a line of its own, then its figures.
#[derive(Debug, Clone)]
pub struct Block {
    /// The field they name.
    pub field: Field,
    /// The column the name stands in.
    pub column: ColumnName,
    /// A row is such a line where all of these are blank.
    pub blank: Vec<ColumnName>,
}

impl Block {
    pub(super) fn read(table: &Table<'_>) -> Option<Block> {
        let words = Field::FROM_PATH.map(|field| (field.word(), field));
        let field = table.require("field", table.choice("field", &words));
        let column = table.require("column", ColumnName::read(table, "column"));
        let blank: Vec<ColumnName> =
            table.texts("where_blank").into_iter().map(|heading| ColumnName::Heading(heading.value)).collect();
        table.require("where_blank", (!blank.is_empty()).then_some(()));
        Some(Block { field: field?, column: column?, blank })
    }
}

/// Fields given as texts: what a path or a wide column's heading says.
pub(super) fn read_fields(table: &Table<'_>) -> std::collections::BTreeMap<Field, String> {
    Field::FROM_PATH.into_iter().filter_map(|field| table.text(field.word()).map(|text| (field, text.value))).collect()
}

/// A list of fields by their words.
pub(super) fn read_field_list(table: &Table<'_>, key: &'static str) -> Vec<Field> {
    let possible: Vec<&str> = Field::ALL.iter().map(|field| field.word()).collect();
    let mut fields = Vec::new();
    for written in table.texts(key) {
        match Field::ALL.iter().find(|field| field.word() == written.value) {
            Some(field) => fields.push(*field),
            None => table.document().report_unknown(written.span, "field", &written.value, &possible),
        }
    }
    fields
}

/// A list of patterns with `*` and `?`.
pub(super) fn read_patterns(table: &Table<'_>, key: &'static str) -> Vec<glob::Pattern> {
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
