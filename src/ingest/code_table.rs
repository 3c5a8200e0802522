//! Sheets of codes that are about agreement alone: headings and rows, as texts.

use super::codes::{MISSING_COLUMN, NOT_FOUND};
use super::record::Record;
use super::{InputFile, Refusal, find, whole};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::study::{CodeSheet, ColumnName, Study};

/// A table of texts.
#[derive(Debug, Clone)]
pub struct CodeTable {
    /// The file, as findings name it.
    pub printed: String,
    headings: Vec<String>,
    /// The rows below the headings.
    pub rows: Vec<CodeRow>,
}

/// A row of a sheet of codes.
#[derive(Debug, Clone)]
pub struct CodeRow(Record);

impl CodeRow {
    /// The physical line.
    pub fn line(&self) -> u64 {
        self.0.line
    }

    /// A cell without the blanks around it; nothing where the row is shorter.
    pub fn cell(&self, place: usize) -> &str {
        self.0.cell(place)
    }
}

impl CodeTable {
    /// The place of a column.
    ///
    /// Errors: [`Diagnostic`] with the nearest heading.
    pub fn column(&self, name: &ColumnName) -> Result<usize, Box<Diagnostic>> {
        let found = match name {
            ColumnName::Position(position) => Some(position - 1).filter(|place| *place < self.headings.len()),
            ColumnName::Heading(heading) => self.headings.iter().position(|known| known == heading),
        };
        found.ok_or_else(|| {
            let hint = did_you_mean(&name.to_string(), self.headings.iter().map(String::as_str));
            let message = format!("no column has the heading `{}`", shown(&name.to_string()));
            Box::new(Diagnostic::new(&MISSING_COLUMN, Place::file(&self.printed), message).with_hint(hint))
        })
    }
}

/// Reads the table of a sheet of codes.
///
/// Errors: what is wrong with the file as a whole.
pub fn code_table(study: &Study, sheet: &CodeSheet) -> Result<CodeTable, Refusal> {
    let path = study.folder.join(&sheet.file.written);
    let printed = crate::study::printed_path(&path);
    let file =
        InputFile { source: 0, printed: printed.clone(), relative: sheet.file.written.clone(), path, sheet: None };
    if !file.path.is_file() {
        let finding = Diagnostic::new(&NOT_FOUND, Place::file(&printed), "no file is there, expected a sheet of codes")
            .with_hint("check `file` of the `[[reliability]]` in study.toml".to_owned());
        return Err(vec![finding]);
    }
    find::refuse_odd_file(&file)?;
    let records = whole::records(&file, &sheet.format, &|_| true)?;
    let mut rows = records.into_iter().filter(|record| !record.is_blank() && record.line >= sheet.format.header_row);
    let headings = rows.next().map(|record| record.cells().map(|cell| cell.trim().to_owned()).collect());
    Ok(CodeTable { printed, headings: headings.unwrap_or_default(), rows: rows.map(CodeRow).collect() })
}
