//! Sheets of codes that are about agreement alone, row by row, as texts.

use super::codes::{MISSING_COLUMN, NO_ROWS, NOT_FOUND};
use super::record::{Kind, Record};
use super::rows::empty;
use super::{InputFile, Refusal, find, parquet, whole, workbook};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::study::{CodeSheet, ColumnName, Study};

/// A row of a sheet of codes: the cells of the columns that were asked for.
pub struct CodeRow<'a> {
    record: &'a Record,
    file: &'a InputFile,
    /// The sheet of a workbook; else empty.
    sheet: &'a str,
    headings: &'a Headings,
}

/// The headings of a sheet of codes.
struct Headings {
    /// The places of the columns that were asked for.
    places: Vec<usize>,
    n_cells: usize,
    /// A row of a text has as many cells as there are headings; the last blank ones of a workbook's are not there.
    is_text: bool,
}

impl<'a> CodeRow<'a> {
    /// The cell of one of them, by its number among these, without the blanks around it; nothing where the row is shorter.
    pub fn cell(&self, number: usize) -> &'a str {
        self.record.cell(self.headings.places[number])
    }

    /// The physical line, or the row of the workbook's sheet.
    pub fn line(&self) -> u64 {
        self.record.line
    }

    /// Where it stands, with its cells.
    pub fn place(&self) -> Place {
        place_of(self.file, self.sheet, self.record)
    }

    /// What is wrong with one of these cells of a workbook, in words.
    pub fn broken_cell(&self, number: usize) -> Option<&'static str> {
        match self.record.kind(self.headings.places[number]) {
            Kind::Error => Some("a cell holds a formula that failed"),
            Kind::NoValue => Some("a cell holds a formula whose value was never saved"),
            _ => None,
        }
    }

    /// Why it is no row below these headings, in words.
    pub fn odd_shape(&self) -> Option<String> {
        let (n_cells, expected) = (self.record.n_cells(), self.headings.n_cells);
        let is_short = self.headings.is_text && n_cells < expected;
        let is_long = self.record.cells().skip(expected).any(|cell| !cell.trim().is_empty());
        (is_short || is_long).then(|| format!("the row has {n_cells} cells, expected {expected}"))
    }
}

/// Reads a sheet of codes and gives each of its rows.
///
/// Errors: what is wrong with the file as a whole; a column that it has not, with the nearest heading.
pub fn code_rows(
    study: &Study,
    sheet: &CodeSheet,
    columns: &[ColumnName],
    take: &mut dyn FnMut(&CodeRow<'_>),
) -> Result<(), Refusal> {
    let path = study.folder.join(&sheet.file.written);
    let printed = crate::study::printed_path(&path);
    let file = InputFile { source: 0, printed, relative: sheet.file.written.clone(), path, sheet: None };
    if !file.path.is_file() {
        let finding =
            Diagnostic::new(&NOT_FOUND, Place::file(&file.printed), "no file is there, expected a sheet of codes")
                .with_hint("check `file` of the `[[reliability]]` in study.toml".to_owned());
        return Err(vec![finding]);
    }
    find::refuse_odd_file(&file)?;
    let mut headings: Option<(String, Headings)> = None;
    let (mut n_rows, mut refusal): (u64, Refusal) = (0, Vec::new());
    whole::each(&file, &sheet.format, &|_| true, &mut |name, record| {
        if record.is_blank() || record.line < sheet.format.header_row || !refusal.is_empty() {
            return;
        }
        // Each sheet of a workbook has headings of its own.
        match headings.as_ref().filter(|(known, _)| known == name) {
            Some((name, headings)) => {
                n_rows += 1;
                take(&CodeRow { record, file: &file, sheet: name, headings });
            }
            None => match found(&file, name, record, columns) {
                Ok(found) => headings = Some((name.to_owned(), found)),
                Err(finding) => refusal.push(*finding),
            },
        }
    })?;
    if headings.is_none() && refusal.is_empty() {
        refusal.push(empty(&file));
    } else if n_rows == 0 && refusal.is_empty() {
        let message = "the file holds its headings and no row";
        refusal.push(Diagnostic::new(&NO_ROWS, Place::file(&file.printed), message));
    }
    if refusal.is_empty() { Ok(()) } else { Err(refusal) }
}

/// Where a record stands, with its cells in one line; `sheet` is empty but in a workbook.
fn place_of(file: &InputFile, sheet: &str, record: &Record) -> Place {
    let cells: Vec<&str> = record.cells().map(str::trim).collect();
    let place = Place::line(&file.printed, record.line).with_excerpt(cells.join(" | "));
    place.in_sheet((!sheet.is_empty()).then(|| sheet.to_owned()))
}

/// The places of columns below these headings.
fn found(file: &InputFile, sheet: &str, record: &Record, columns: &[ColumnName]) -> Result<Headings, Box<Diagnostic>> {
    let headings: Vec<&str> = record.cells().map(str::trim).collect();
    let place = |name: &ColumnName| {
        let found = match name {
            ColumnName::Position(position) => Some(position - 1).filter(|place| *place < headings.len()),
            ColumnName::Heading(heading) => headings.iter().position(|known| known == heading),
        };
        found.ok_or_else(|| {
            let hint = did_you_mean(&name.to_string(), headings.iter().copied());
            let message = format!("no column has the heading `{}`", shown(&name.to_string()));
            Box::new(Diagnostic::new(&MISSING_COLUMN, place_of(file, sheet, record), message).with_hint(hint))
        })
    };
    let places = columns.iter().map(place).collect::<Result<_, _>>()?;
    let is_text = !workbook::is_workbook(&file.relative) && !parquet::is_parquet(&file.relative);
    Ok(Headings { places, n_cells: headings.len(), is_text })
}
