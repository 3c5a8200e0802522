//! From a file to its chunks, by the file's kind.

use std::rc::Rc;

use super::ahead::{self, Ahead};
use super::codes::{COMPRESSED, UNSUPPORTED};
use super::delimited::Delimited;
use super::header::is_mapped;
use super::lookup::LookupTable;
use super::open::{self, Nature};
use super::parquet::{self, Parquet};
use super::record::Record;
use super::rows::Rows;
use super::workbook::{self, TakeSheet};
use super::{CodedSample, InputFile, Refusal, find};
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::study::Study;

/// The chunks of a file.
type Chunks<'s> = Box<dyn Iterator<Item = Checked<CodedSample>> + 's>;

/// Reads a file; one that cannot be read gives a chunk without rows and the finding why.
pub(super) fn read(study: &Study, lookups: Rc<Vec<LookupTable>>, file: InputFile) -> Chunks<'_> {
    match open(study, lookups, file) {
        Ok(chunks) => chunks,
        Err(findings) => Box::new(std::iter::once(Checked::new(CodedSample::empty(), findings))),
    }
}

fn open(study: &Study, lookups: Rc<Vec<LookupTable>>, file: InputFile) -> Result<Chunks<'_>, Refusal> {
    let source = &study.sources[file.source];
    find::refuse_odd_file(&file)?;
    refuse_misnamed(&file)?;
    if workbook::is_workbook(&file.relative) {
        let mut sheets = Sheets { study, lookups, file: &file, rows: None, chunks: Vec::new() };
        if is_longer_than(&file, LONG_WORKBOOK) {
            ahead::sheets(&file, &source.format, &mut sheets)?;
        } else {
            workbook::read(&file, &source.format, &mut sheets)?;
        }
        return Ok(Box::new(sheets.chunks.into_iter()));
    }
    if parquet::is_parquet(&file.relative) {
        let records = Records::Parquet(Parquet::open(&file, &source.format)?, Record::default());
        let rows = Rows::new(study, file, lookups, None, Vec::new());
        return Ok(Box::new(Table { records, rows: Some(rows) }));
    }
    let (text, notes) = Delimited::open(&file, &source.format, &|heading| is_mapped(source, heading))?;
    let (delimiter, records) = (text.delimiter, Records::of(text, &file));
    let mut rows = Rows::new(study, file, lookups, Some(delimiter), Vec::new());
    rows.say(notes);
    Ok(Box::new(Table { records, rows: Some(rows) }))
}

/// A file whose content is another than its name says.
pub(super) fn refuse_misnamed(file: &InputFile) -> Result<(), Refusal> {
    let name = file.relative.to_lowercase();
    let (is_workbook, is_parquet) = (workbook::is_workbook(&name), parquet::is_parquet(&name));
    let place = Place::file(&file.printed);
    let unsupported = |message: &str, hint: &str| {
        Err(vec![Diagnostic::new(&UNSUPPORTED, place.clone(), message).with_hint(hint.to_owned())])
    };
    match open::nature(file) {
        Nature::Compound if is_workbook && !name.ends_with(".xls") => {
            unsupported("the workbook is encrypted, or an old one under a new name", "save a copy without a password")
        }
        Nature::Compound if !is_workbook => {
            unsupported("the file is a workbook or document of an older Office", "name a workbook `.xls`")
        }
        Nature::Other if !is_workbook && !is_parquet => unsupported(
            "the file is no table: a PDF, an image or a Parquet file under another name",
            "read are delimited text, .xlsx, .xlsb, .xls, .ods and .parquet",
        ),
        Nature::Zip | Nature::Compressed if !is_workbook && !is_parquet && !name.ends_with(".gz") => {
            let message = "the file is compressed, expected text";
            let hint = "name it `.gz` if it is gzip, `.xlsx` or `.ods` if it is a workbook";
            Err(vec![Diagnostic::new(&COMPRESSED, place, message).with_hint(hint.to_owned())])
        }
        _ if ["pdf", "doc", "docx", "numbers", "dbf", "sav", "mdb", "json", "xml", "html", "zip", "rar"]
            .iter()
            .any(|other| name.rsplit_once('.').is_some_and(|(_, extension)| extension == *other)) =>
        {
            let hint =
                "read are delimited text, .xlsx, .xlsb, .xls, .ods and .parquet: export the table as one of them";
            unsupported("files of this kind are not read", hint)
        }
        _ => Ok(()),
    }
}

/// Shorter texts and workbooks are taken apart where they are read: a thread would cost more than it saves.
const LONG_TEXT: u64 = 1 << 20;
const LONG_WORKBOOK: u64 = 1 << 17;

fn is_longer_than(file: &InputFile, n_bytes: u64) -> bool {
    std::fs::metadata(&file.path).is_ok_and(|about| about.len() > n_bytes)
}

enum Records {
    Text(Box<Delimited>, Record),
    LongText(Ahead),
    Parquet(Parquet, Record),
}

impl Records {
    fn of(text: Delimited, file: &InputFile) -> Records {
        match is_longer_than(file, LONG_TEXT) {
            true => Records::LongText(Ahead::of(text)),
            false => Records::Text(Box::new(text), Record::default()),
        }
    }

    fn next(&mut self) -> Result<Option<&Record>, Refusal> {
        match self {
            Records::Text(text, record) => Ok(text.next(record)?.then_some(&*record)),
            Records::LongText(ahead) => ahead.next(),
            Records::Parquet(parquet, record) => Ok(parquet.next(record)?.then_some(&*record)),
        }
    }

    fn last_notes(&mut self) -> Refusal {
        match self {
            Records::Text(text, _) => text.last_notes(),
            Records::LongText(ahead) => ahead.last_notes(),
            Records::Parquet(..) => Vec::new(),
        }
    }
}

/// A table that is read as its chunks are asked for: memory stays flat.
struct Table<'s> {
    records: Records,
    rows: Option<Rows<'s>>,
}

impl Iterator for Table<'_> {
    type Item = Checked<CodedSample>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut rows = self.rows.take()?;
        loop {
            match self.records.next() {
                Ok(Some(record)) => {
                    if let Some(chunk) = rows.push(record) {
                        self.rows = Some(rows);
                        return Some(chunk);
                    }
                }
                Ok(None) => {
                    rows.say(self.records.last_notes());
                    return Some(rows.finish());
                }
                Err(findings) => return Some(rows.stop(findings)),
            }
        }
    }
}

/// The sheets of a workbook, each a table of its own.
struct Sheets<'s, 'f> {
    study: &'s Study,
    lookups: Rc<Vec<LookupTable>>,
    file: &'f InputFile,
    rows: Option<Rows<'s>>,
    chunks: Vec<Checked<CodedSample>>,
}

impl TakeSheet for Sheets<'_, '_> {
    fn begin(&mut self, name: &str, merged: Vec<calamine::Dimensions>) {
        let file = InputFile { sheet: Some(name.to_owned()), ..self.file.clone() };
        self.rows = Some(Rows::new(self.study, file, Rc::clone(&self.lookups), None, merged));
    }

    fn record(&mut self, record: &mut Record) {
        let chunk = self.rows.as_mut().and_then(|rows| rows.push(record));
        self.chunks.extend(chunk);
    }

    fn end(&mut self, findings: Refusal) {
        if let Some(mut rows) = self.rows.take() {
            rows.say(findings);
            self.chunks.push(rows.finish());
        }
    }
}
