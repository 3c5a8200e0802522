//! The rows behind the sums, each with its place: what a figure is added up from, before anything is added.

use polars::prelude::{
    Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, PolarsResult, Series, StringChunked,
};

use super::{APPEARANCE_SUMS, key};
use crate::check::AcceptedSample;
use crate::study::Field;

/// Names of the columns that a row has beside those of the tally.
pub mod place {
    /// `str`: the file, below the study's folder, with `/`.
    pub const FILE: &str = "file";
    /// `u32`, null: the number of its source in the study.
    pub const SOURCE: &str = "source";
    /// `str`, null: the sheet of a workbook.
    pub const SHEET: &str = "sheet";
    /// `u64`: the physical line, or the row of a sheet.
    pub const LINE: &str = "line";
    /// `str`, null: the desk's own id of the item.
    pub const ITEM_ID: &str = "item_id";
    /// `i32`, null: milliseconds of the service day.
    pub const START: &str = "start";
}

const WORDS: [(&str, Field); 14] = [
    (key::QUANTITY, Field::Quantity),
    (key::OUTLET, Field::Outlet),
    (key::PERIOD, Field::Period),
    (key::PROGRAMME, Field::Programme),
    (key::DAYPART, Field::Daypart),
    (key::GENRE, Field::Genre),
    (key::PAGE, Field::Page),
    (key::POSITION, Field::Position),
    (key::ACTOR, Field::Actor),
    (key::CAPACITY, Field::Capacity),
    (key::VOICE, Field::Voice),
    (key::TONE, Field::Tone),
    (key::CODER, Field::Coder),
    (place::ITEM_ID, Field::Item),
];

/// The counted rows of a chunk: the columns of a tally's appearances, and those of [`place`]. A row's `n_appearances` is 1.
pub fn placed(sample: &AcceptedSample) -> DataFrame {
    let rows = sample.rows();
    let n_rows = rows.n_rows();
    let mut columns: Vec<Column> = Vec::with_capacity(WORDS.len() + 8);
    for (name, field) in WORDS {
        let texts = match (field, sample.dictionary(field)) {
            // Items have no entry in a codebook: they are what the desk wrote.
            (Field::Item, Some(items)) => {
                let numbers = rows.numbers(field).iter().copied();
                numbers.map(|number| Some(items.text(number?))).collect()
            }
            _ => rows.ids(field),
        };
        columns.push(Series::new(name.into(), texts).into_column());
    }
    let days = Series::new(key::DATE.into(), rows.dates()).cast(&DataType::Date);
    columns.push(days.expect("invariant: days are a date").into_column());
    let [amount, n_appearances] = APPEARANCE_SUMS;
    columns.push(Series::new(amount.into(), rows.amounts()).into_column());
    columns.push(Series::new(n_appearances.into(), vec![1_i64; n_rows]).into_column());
    let file = sample.file();
    for (name, text) in [
        (place::FILE, file.map(|file| file.relative.as_str())),
        (place::SHEET, file.and_then(|file| file.sheet.as_deref())),
    ] {
        columns.push(Series::new(name.into(), vec![text; n_rows]).into_column());
    }
    let source = file.and_then(|file| u32::try_from(file.source).ok());
    columns.push(Series::new(place::SOURCE.into(), vec![source; n_rows]).into_column());
    columns.push(Series::new(place::LINE.into(), rows.lines()).into_column());
    columns.push(Series::new(place::START.into(), rows.starts()).into_column());
    DataFrame::new(n_rows, columns).expect("invariant: one value per row")
}

/// A coded row that counts, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedRow {
    /// The file, below the study's folder, with `/`.
    pub file: String,
    /// The number of its source in the study.
    pub source: Option<u32>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The physical line, or the row of a sheet.
    pub line: u64,
    /// The desk's own id of the item.
    pub item: Option<String>,
    /// Milliseconds of the service day.
    pub start: Option<i32>,
    /// The values of [`key::ALL`], in that order; empty where the row has none.
    pub keys: Vec<String>,
    /// Milliseconds, mm² or appearances.
    pub amount: i64,
}

impl PlacedRow {
    /// File, sheet and line.
    pub fn place(&self) -> (&str, Option<&str>, u64) {
        (&self.file, self.sheet.as_deref(), self.line)
    }

    /// The place for people: `data/print.csv:12`, `book.xlsx[Week 1]:7`.
    pub fn address(&self) -> String {
        let sheet = self.sheet.as_ref().map_or_else(String::new, |sheet| format!("[{sheet}]"));
        format!("{}{sheet}:{}", self.file, self.line)
    }

    /// The value of one of [`key::ALL`].
    pub fn key(&self, name: &str) -> &str {
        key::place(name).map_or("", |at| self.keys[at].as_str())
    }
}

/// The rows of a frame of [`placed`] rows, in its order.
///
/// Errors: a frame that lacks one of its columns.
pub fn placed_rows(frame: &DataFrame) -> PolarsResult<Vec<PlacedRow>> {
    let optional = |name: &str| -> PolarsResult<Vec<Option<String>>> {
        Ok(string_column(frame, name)?.iter().map(|text| text.map(str::to_owned)).collect())
    };
    let (files, sheets, items) = (texts(frame, place::FILE)?, optional(place::SHEET)?, optional(place::ITEM_ID)?);
    let keys: Vec<Vec<String>> = key::ALL.iter().map(|name| texts(frame, name)).collect::<PolarsResult<_>>()?;
    let sources: Vec<Option<u32>> = frame.column(place::SOURCE)?.u32()?.iter().collect();
    let lines = frame.column(place::LINE)?.u64()?.iter();
    let starts = frame.column(place::START)?.i32()?.iter();
    let amounts = frame.column(key::AMOUNT)?.i64()?.iter();
    let rows = lines.zip(starts).zip(amounts).enumerate().map(|(row, ((line, start), amount))| PlacedRow {
        file: files[row].clone(),
        source: sources[row],
        sheet: sheets[row].clone(),
        line: line.unwrap_or_default(),
        item: items[row].clone(),
        start,
        keys: keys.iter().map(|column| column[row].clone()).collect(),
        amount: amount.unwrap_or_default(),
    });
    Ok(rows.collect())
}

/// A column as texts.
pub(crate) fn string_column(frame: &DataFrame, name: &str) -> PolarsResult<StringChunked> {
    Ok(frame.column(name)?.cast(&DataType::String)?.str()?.clone())
}

/// The values of a column; null is empty.
pub(crate) fn strs(column: &StringChunked) -> Vec<&str> {
    column.iter().map(Option::unwrap_or_default).collect()
}

/// The values of a column as texts of their own; null is empty.
pub(crate) fn texts(frame: &DataFrame, name: &str) -> PolarsResult<Vec<String>> {
    Ok(strs(&string_column(frame, name)?).into_iter().map(str::to_owned).collect())
}
