//! A whole table as records: for look-up tables, for a proposed mapping, for the lines that findings point at.

use super::delimited::Delimited;
use super::parquet::{self, Parquet};
use super::record::{Record, Records as _};
use super::workbook::{self, TakeSheet};
use super::{InputFile, Refusal};
use crate::study::TableFormat;

/// Every record of a table, which must be small.
///
/// Errors: what is wrong with the file as a whole.
pub(super) fn records(
    file: &InputFile,
    format: &TableFormat,
    is_heading: &dyn Fn(&str) -> bool,
) -> Result<Vec<Record>, Refusal> {
    let mut found = Vec::new();
    each(file, format, is_heading, &mut |_, record| found.push(record.clone()))?;
    Ok(found)
}

/// Hands every record of a table to `take`, with the name of its sheet.
///
/// Errors: as [`records`].
pub(super) fn each(
    file: &InputFile,
    format: &TableFormat,
    is_heading: &dyn Fn(&str) -> bool,
    take: &mut dyn FnMut(&str, &Record),
) -> Result<(), Refusal> {
    if workbook::is_workbook(&file.relative) {
        return workbook::read(file, format, &mut Passing { sheet: String::new(), take });
    }
    let mut record = Record::default();
    if parquet::is_parquet(&file.relative) {
        let mut rows = Parquet::open(file, format)?;
        while rows.next(&mut record)? {
            take("", &record);
        }
        return Ok(());
    }
    let (mut text, _) = Delimited::open(file, format, is_heading)?;
    while text.next(&mut record)? {
        take("", &record);
    }
    Ok(())
}

struct Passing<'t> {
    sheet: String,
    take: &'t mut dyn FnMut(&str, &Record),
}

impl TakeSheet for Passing<'_> {
    fn begin(&mut self, name: &str, _: Vec<calamine::Dimensions>) {
        name.clone_into(&mut self.sheet);
    }

    fn record(&mut self, record: &mut Record) {
        (self.take)(&self.sheet, record);
    }

    fn end(&mut self, _: Refusal) {}
}
