//! A delimited text file, record by record.

use std::fs::File;
use std::io::{self, Read as _};

use csv::StringRecord;

use super::chunk::Chunk;
use super::codes::{
    BLANK_ROWS, COMPRESSED, EMPTY_FILE, HEADER_NOT_FOUND, INVALID_TEXT, NO_ROWS, NOT_READABLE, SEPARATOR_LINE,
};
use super::decode::{InvalidText, guess, is_utf8};
use super::header::Layout;
use super::lines::{CountingLines, LineCounter};
use super::open::{self, Text};
use super::{CHUNK_ROWS, CodedSample, InputFile, Refusal};
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::study::{Source, Study};

type Records = csv::Reader<CountingLines<Text>>;

/// An open file, giving chunks.
pub(super) struct Sheet<'s> {
    study: &'s Study,
    source: &'s Source,
    file: InputFile,
    records: Records,
    lines: LineCounter,
    layout: Layout,
    headings: StringRecord,
    warnings: Vec<Diagnostic>,
    n_rows: usize,
    n_blank: usize,
    is_done: bool,
}

impl<'s> Sheet<'s> {
    /// Opens a file and understands its headings.
    ///
    /// Errors: what is wrong with the file as a whole.
    pub(super) fn open(study: &'s Study, file: InputFile) -> Result<Sheet<'s>, Refusal> {
        let source = &study.sources[file.source];
        if !file.relative.ends_with(".gz") && open::is_compressed(&file) {
            let finding =
                Diagnostic::new(&COMPRESSED, Place::file(&file.printed), "the file is compressed, expected text")
                    .with_hint("name it `.gz` if it is gzip; export a workbook as text".to_owned());
            return Err(vec![finding]);
        }
        let opened = open::from_headings(&file, source).map_err(|error| unreadable(&file, source, None, &error))?;
        let delimiter = opened.declared_delimiter.unwrap_or(source.delimiter);
        let mut records =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(opened.input);
        let mut headings = StringRecord::new();
        if !read_filled(&mut records, &mut headings).map_err(|error| csv_fault(&file, source, error))? {
            let message = "the file holds nothing, expected headings and rows";
            let finding = Diagnostic::new(&EMPTY_FILE, Place::file(&file.printed), message).with_hint(
                "was the sheet saved before it was copied? Leave the file out if nothing was coded".to_owned(),
            );
            return Err(vec![finding]);
        }
        let line = line_of(&opened.lines, &headings);
        let (layout, mut warnings) = match Layout::find(source, &file, &headings, line, delimiter) {
            Ok(found) => found,
            Err(findings) => {
                let further = headings_further_down(source, &file, &mut records, &opened.lines);
                return Err(further.map_or(findings, |finding| vec![finding]));
            }
        };
        if opened.declared_delimiter.is_some() {
            let message = format!("`sep={}` was taken at its word", char::from(delimiter));
            warnings.push(Diagnostic::new(&SEPARATOR_LINE, Place::line(&file.printed, 1), message));
        }
        let lines = opened.lines;
        Ok(Sheet {
            study,
            source,
            file,
            records,
            lines,
            layout,
            headings,
            warnings,
            n_rows: 0,
            n_blank: 0,
            is_done: false,
        })
    }

    fn finish(&mut self) {
        self.is_done = true;
        if self.n_rows == 0 {
            let message = "the file holds its headings and no row";
            let finding = Diagnostic::new(&NO_ROWS, Place::line(&self.file.printed, self.source.header_row), message)
                .with_hint("leave the file out if nothing was coded".to_owned());
            self.warnings.push(finding);
        }
        if self.n_blank > 0 {
            let message = format!("{} blank rows were passed over", self.n_blank);
            self.warnings.push(Diagnostic::new(&BLANK_ROWS, Place::file(&self.file.printed), message));
        }
    }
}

impl Iterator for Sheet<'_> {
    type Item = Checked<CodedSample>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        let mut chunk = Chunk::new(self.study, self.source, &self.file, &self.layout);
        let mut record = StringRecord::new();
        let mut is_end = false;
        while chunk.n_rows() < CHUNK_ROWS {
            match self.records.read_record(&mut record) {
                Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => self.n_blank += 1,
                Ok(true) => {
                    let line = line_of(&self.lines, &record);
                    self.n_rows += 1;
                    chunk.add(&record, line, &self.headings);
                }
                Ok(false) => {
                    is_end = true;
                    break;
                }
                Err(error) => {
                    self.is_done = true;
                    self.warnings.extend(csv_fault(&self.file, self.source, error));
                    break;
                }
            }
        }
        let sample = chunk.finish();
        if is_end {
            self.finish();
        }
        Some(Checked::new(sample, std::mem::take(&mut self.warnings)))
    }
}

/// Reads to the next record with a filled cell; `false` at the end.
fn read_filled(records: &mut Records, record: &mut StringRecord) -> csv::Result<bool> {
    while records.read_record(record)? {
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Looks whether the headings stand further down, below titles.
fn headings_further_down(
    source: &Source,
    file: &InputFile,
    records: &mut Records,
    lines: &LineCounter,
) -> Option<Diagnostic> {
    const SEARCHED: usize = 30;
    let mut record = StringRecord::new();
    for _ in 0..SEARCHED {
        if !read_filled(records, &mut record).ok()? {
            return None;
        }
        let line = line_of(lines, &record);
        if Layout::find(source, file, &record, line, source.delimiter).is_ok() {
            let message = format!("the headings stand on line {line}, expected them on line {}", source.header_row);
            let hint = format!("declare `header_row = {line}` in source `{}`", source.id);
            return Some(Diagnostic::new(&HEADER_NOT_FOUND, Place::line(&file.printed, line), message).with_hint(hint));
        }
    }
    None
}

fn line_of(lines: &LineCounter, record: &StringRecord) -> u64 {
    lines.line_at(record.position().map_or(0, csv::Position::byte))
}

fn csv_fault(file: &InputFile, source: &Source, error: csv::Error) -> Refusal {
    let line = error.position().map(csv::Position::line);
    match error.into_kind() {
        csv::ErrorKind::Io(error) => unreadable(file, source, line, &error),
        other => unreadable(file, source, line, &io::Error::other(format!("{other:?}"))),
    }
}

fn unreadable(file: &InputFile, source: &Source, line: Option<u64>, error: &io::Error) -> Refusal {
    let place = Place { line, ..Place::file(&file.printed) };
    let invalid = error.get_ref().and_then(|inner| inner.downcast_ref::<InvalidText>());
    let finding = match invalid {
        Some(invalid) => {
            let mut sample = Vec::new();
            let opened = File::open(&file.path).and_then(|input| input.take(64 * 1024).read_to_end(&mut sample));
            let hint = match opened {
                Ok(_) if is_utf8(source.encoding) => {
                    format!("declare `encoding = \"{}\"` in source `{}`, if it was saved so", guess(&sample), source.id)
                }
                _ => format!("check `encoding` of source `{}`", source.id),
            };
            Diagnostic::new(&INVALID_TEXT, place, invalid.to_string()).with_hint(hint)
        }
        None => Diagnostic::new(&NOT_READABLE, place, format!("cannot be read: {error}"))
            .with_hint("check the file's permissions and that it is whole".to_owned()),
    };
    vec![finding]
}
