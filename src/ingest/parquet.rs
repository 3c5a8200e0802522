//! Parquet files as records: the first is the headings.

use std::fs::File;

use polars::prelude::{AnyValue, DataFrame, DataType, TimeUnit};
use polars_io::SerReader as _;
use polars_io::parquet::read::ParquetReader;

use super::codes::{NOT_READABLE, UNSUPPORTED};
use super::damaged::calmly;
use super::record::{Kind, Record, Records};
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::study::TableFormat;

/// Rows that are read at once.
const SLICE_ROWS: usize = 65_536;

/// Columns nested more deeply would use up the stack before they are refused for being nested at all.
const MOST_NESTED: usize = 20;

/// What stands at the end of a file does not fit what it holds.
const OTHER_ROWS: &str = "it holds another number of rows than it says";

/// Does the name say that the file is Parquet?
pub(super) fn is_parquet(name: &str) -> bool {
    name.to_lowercase().ends_with(".parquet")
}

/// An open Parquet file, read a slice at a time.
pub(super) struct Parquet {
    file: InputFile,
    most_cell_bytes: u64,
    slice: DataFrame,
    n_rows: usize,
    next_row: usize,
    in_slice: usize,
    is_begun: bool,
}

impl Parquet {
    /// Opens a file.
    ///
    /// Errors: a file that is no Parquet or is cut off.
    pub(super) fn open(file: &InputFile, format: &TableFormat) -> Result<Parquet, Refusal> {
        let opened = File::open(&file.path).map_err(|error| unreadable(file, &error.to_string()))?;
        let n_rows = calmly(|| rows_of(opened)).map_err(|error| unreadable(file, &error))?;
        let mut parquet = Parquet {
            file: file.clone(),
            most_cell_bytes: format.most_cell_bytes,
            slice: DataFrame::empty(),
            n_rows,
            next_row: 0,
            in_slice: 0,
            is_begun: false,
        };
        parquet.fill()?;
        Ok(parquet)
    }

    fn fill(&mut self) -> Result<(), Refusal> {
        let opened = File::open(&self.file.path).map_err(|error| unreadable(&self.file, &error.to_string()))?;
        let slice = Some((self.next_row, SLICE_ROWS));
        let read = calmly(|| ParquetReader::new(opened).with_slice(slice).finish());
        self.slice = read.map_err(|error| unreadable(&self.file, &error))?;
        self.refuse_odd_columns()?;
        if self.slice.height() != SLICE_ROWS.min(self.n_rows - self.next_row) {
            return Err(unreadable(&self.file, OTHER_ROWS));
        }
        self.in_slice = 0;
        Ok(())
    }

    /// Columns of a kind that no cell of a sheet has.
    fn refuse_odd_columns(&self) -> Result<(), Refusal> {
        let is_odd =
            |kind: &DataType| matches!(kind, DataType::Binary | DataType::List(_) | DataType::Null) || kind.is_nested();
        let odd =
            self.slice.columns().iter().find(|column| is_odd(column.dtype()) && column.null_count() < column.len());
        let Some(odd) = odd else { return Ok(()) };
        let message =
            format!("column `{}` holds {}, expected texts, numbers, dates or times", shown(odd.name()), odd.dtype());
        let hint = "write the column as text".to_owned();
        Err(vec![Diagnostic::new(&UNSUPPORTED, Place::file(&self.file.printed), message).with_hint(hint)])
    }
}

impl Records for Parquet {
    /// The headings are line 1.
    ///
    /// Errors: as [`Parquet::open`].
    fn next(&mut self, record: &mut Record) -> Result<bool, Refusal> {
        record.clear();
        if !self.is_begun {
            self.is_begun = true;
            record.line = 1;
            for name in self.slice.get_column_names() {
                record.push(name, Kind::Text);
            }
            return Ok(true);
        }
        if self.next_row >= self.n_rows {
            return Ok(false);
        }
        if self.in_slice == self.slice.height() {
            self.fill()?;
        }
        for column in self.slice.columns() {
            // A date beyond the calendar makes its printing panic.
            let pushed = calmly(|| column.get(self.in_slice).map(|value| push(record, &value)));
            pushed.map_err(|error| unreadable(&self.file, &error))?;
            let place = || Place::line(&self.file.printed, self.next_row as u64 + 2);
            record.refuse_long_cell(self.most_cell_bytes, place)?;
        }
        self.in_slice += 1;
        self.next_row += 1;
        record.line = self.next_row as u64 + 1;
        Ok(true)
    }
}

/// How many rows a file has, if all that it says of them agrees.
fn rows_of(opened: File) -> Result<usize, String> {
    let mut reader = ParquetReader::new(opened);
    let about = reader.get_metadata().map_err(|error| error.to_string())?;
    let depth = about.schema_descr.columns().iter().map(|column| column.path_in_schema.len()).max();
    if depth.is_some_and(|depth| depth > MOST_NESTED) {
        return Err(format!("its columns are nested more than {MOST_NESTED} times"));
    }
    let mut n_rows = 0;
    for group in &about.row_groups {
        let is_whole = group.parquet_columns().iter().all(|column| {
            let is_flat = column.descriptor().path_in_schema.len() == 1;
            !is_flat || usize::try_from(column.num_values()).is_ok_and(|n| n == group.num_rows())
        });
        if !is_whole {
            return Err(OTHER_ROWS.to_owned());
        }
        n_rows += group.num_rows();
    }
    if n_rows == about.num_rows { Ok(n_rows) } else { Err(OTHER_ROWS.to_owned()) }
}

fn push(record: &mut Record, value: &AnyValue<'_>) {
    let nanoseconds = |value: i64, unit: &TimeUnit| match unit {
        TimeUnit::Nanoseconds => value,
        TimeUnit::Microseconds => value.saturating_mul(1_000),
        TimeUnit::Milliseconds => value.saturating_mul(1_000_000),
    };
    match value {
        AnyValue::Null => record.push("", Kind::Text),
        AnyValue::String(text) => record.push(text, Kind::Text),
        AnyValue::StringOwned(text) => record.push(text, Kind::Text),
        AnyValue::Boolean(yes) => record.push(if *yes { "TRUE" } else { "FALSE" }, Kind::Boolean),
        AnyValue::Date(_) => record.push(&value.to_string(), Kind::Date),
        AnyValue::Datetime(..) | AnyValue::DatetimeOwned(..) => {
            let text = value.to_string();
            // Behind the clock stand a part of a second and the zone, by whose clock it is.
            let clock = text.get(..19).unwrap_or(&text);
            record.push(clock.strip_suffix(" 00:00:00").unwrap_or(clock), Kind::Date);
        }
        AnyValue::Duration(length, unit) => record.push(&clock(nanoseconds(*length, unit)), Kind::Duration),
        AnyValue::Time(time) => record.push(&clock(*time), Kind::Duration),
        AnyValue::Float32(number) => record.push(&number.to_string(), Kind::Number),
        AnyValue::Float64(number) => record.push(&number.to_string(), Kind::Number),
        AnyValue::Categorical(..) | AnyValue::CategoricalOwned(..) | AnyValue::Enum(..) | AnyValue::EnumOwned(..) => {
            record.push(value.get_str().unwrap_or_default(), Kind::Text);
        }
        other => record.push(&other.to_string(), Kind::Number),
    }
}

fn clock(nanoseconds: i64) -> String {
    let sign = if nanoseconds < 0 { "-" } else { "" };
    let milliseconds = nanoseconds.unsigned_abs() / 1_000_000;
    let (seconds, part) = (milliseconds / 1_000, milliseconds % 1_000);
    format!("{sign}{}:{:02}:{:02}.{part:03}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

fn unreadable(file: &InputFile, error: &str) -> Refusal {
    let message = format!("the Parquet file cannot be read: {error}");
    let hint = "was it copied whole?".to_owned();
    vec![Diagnostic::new(&NOT_READABLE, Place::file(&file.printed), message).with_hint(hint)]
}
