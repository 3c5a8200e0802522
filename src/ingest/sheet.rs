//! A delimited text file, record by record.

use std::fs::File;
use std::io::{self, Read as _};

use csv::StringRecord;

use super::chunk::Chunk;
use super::codes::{BLANK_ROWS, EMPTY_FILE, INVALID_TEXT, NO_ROWS, NOT_READABLE};
use super::decode::{Decoding, InvalidText, guess, is_utf8};
use super::header::Layout;
use super::lines::{CountingLines, LineCounter};
use super::{CHUNK_ROWS, CodedSample, InputFile, Refusal};
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::study::{Source, Study};

/// An open file, giving chunks.
pub(super) struct Sheet<'s> {
    study: &'s Study,
    source: &'s Source,
    file: InputFile,
    records: csv::Reader<CountingLines<Decoding<File>>>,
    lines: LineCounter,
    layout: Layout,
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
        let input = File::open(&file.path).map_err(|error| unreadable(&file, source, None, &error))?;
        let (input, lines) = CountingLines::new(Decoding::new(input, source.encoding));
        let mut records =
            csv::ReaderBuilder::new().delimiter(source.delimiter).flexible(true).has_headers(false).from_reader(input);
        let mut headings = StringRecord::new();
        let found = loop {
            let found = records.read_record(&mut headings).map_err(|error| csv_fault(&file, source, error))?;
            if !found || headings.iter().any(|name| !name.trim().is_empty()) {
                break found;
            }
        };
        if !found {
            let message = "the file holds nothing, expected headings and rows";
            let finding = Diagnostic::new(&EMPTY_FILE, Place::file(&file.printed), message).with_hint(
                "was the sheet saved before it was copied? Leave the file out if nothing was coded".to_owned(),
            );
            return Err(vec![finding]);
        }
        let (layout, warnings) = Layout::find(source, &file, &headings, line_of(&lines, &headings))?;
        Ok(Sheet { study, source, file, records, lines, layout, warnings, n_rows: 0, n_blank: 0, is_done: false })
    }

    fn finish(&mut self) {
        self.is_done = true;
        if self.n_rows == 0 {
            let message = "the file holds its headings and no row";
            let finding = Diagnostic::new(&NO_ROWS, Place::line(&self.file.printed, 1), message)
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
                    chunk.add(&record, line);
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
