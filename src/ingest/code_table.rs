//! Sheets of codes that are about agreement alone, row by row, as texts.

use super::codes::{MISSING_COLUMN, NOT_FOUND};
use super::record::Record;
use super::{InputFile, Refusal, find, whole};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::study::{CodeSheet, ColumnName, Study};

/// A row of a sheet of codes: the cells of the columns that were asked for.
pub struct CodeRow<'a> {
    record: &'a Record,
    places: &'a [usize],
}

impl<'a> CodeRow<'a> {
    /// The cell of one of them, by its number among these, without the blanks around it; nothing where the row is shorter.
    pub fn cell(&self, number: usize) -> &'a str {
        self.record.cell(self.places[number])
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
    let mut places: Option<Result<Vec<usize>, Box<Diagnostic>>> = None;
    whole::each(&file, &sheet.format, &|_| true, &mut |_, record| {
        if record.is_blank() || record.line < sheet.format.header_row {
            return;
        }
        match &places {
            None => places = Some(found(&file, record, columns)),
            Some(Ok(places)) => take(&CodeRow { record, places }),
            Some(Err(_)) => {}
        }
    })?;
    match places.unwrap_or_else(|| found(&file, &Record::default(), columns)) {
        Ok(_) => Ok(()),
        Err(finding) => Err(vec![*finding]),
    }
}

/// The places of columns below these headings.
fn found(file: &InputFile, headings: &Record, columns: &[ColumnName]) -> Result<Vec<usize>, Box<Diagnostic>> {
    let headings: Vec<&str> = headings.cells().map(str::trim).collect();
    let place = |name: &ColumnName| {
        let found = match name {
            ColumnName::Position(position) => Some(position - 1).filter(|place| *place < headings.len()),
            ColumnName::Heading(heading) => headings.iter().position(|known| known == heading),
        };
        found.ok_or_else(|| {
            let hint = did_you_mean(&name.to_string(), headings.iter().copied());
            let message = format!("no column has the heading `{}`", shown(&name.to_string()));
            Box::new(Diagnostic::new(&MISSING_COLUMN, Place::file(&file.printed), message).with_hint(hint))
        })
    };
    columns.iter().map(place).collect()
}
