//! From a file to its chunks, by the file's kind.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::codes::{COMPRESSED, UNSUPPORTED};
use super::delimited::Delimited;
use super::header::is_mapped;
use super::lookup::LookupTable;
use super::open::{self, Nature};
use super::parquet::{self, Parquet};
use super::record::{Record, Records};
use super::rows::Rows;
use super::workbook::{self, TakeSheet};
use super::{CodedSample, InputFile, Refusal, ahead, find, parts};
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::study::Study;

/// Whoever takes the chunks of a file, and says whether more are wanted.
pub(super) type Take<'t> = dyn FnMut(Checked<CodedSample>) -> ControlFlow<()> + 't;

/// Reads a file; one that cannot be read gives a chunk without rows and the finding why.
pub(super) fn read(
    study: &Study,
    lookups: &Arc<Vec<LookupTable>>,
    file: InputFile,
    take: &mut Take<'_>,
) -> ControlFlow<()> {
    match read_rows(study, lookups, file, take) {
        Ok(flow) => flow,
        Err(findings) => take(Checked::new(CodedSample::empty(), findings)),
    }
}

fn read_rows(
    study: &Study,
    lookups: &Arc<Vec<LookupTable>>,
    file: InputFile,
    take: &mut Take<'_>,
) -> Result<ControlFlow<()>, Refusal> {
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
        return Ok(sheets.chunks.into_iter().try_for_each(take));
    }
    if parquet::is_parquet(&file.relative) {
        let table = Parquet::open(&file, &source.format)?;
        return Ok(take_rest(table, Rows::new(study, file, Arc::clone(lookups), None, Vec::new()), take));
    }
    let (text, notes) = Delimited::open(&file, &source.format, &|heading| is_mapped(source, heading))?;
    let is_long = is_longer_than(&file, LONG_TEXT);
    let mut rows = Rows::new(study, file, Arc::clone(lookups), Some(text.delimiter), Vec::new());
    rows.say(notes);
    Ok(if is_long { parts::read(text, rows, take) } else { take_rest(text, rows, take) })
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
const LONG_TEXT: u64 = 2 << 20;
const LONG_WORKBOOK: u64 = 1 << 17;

fn is_longer_than(file: &InputFile, n_bytes: u64) -> bool {
    std::fs::metadata(&file.path).is_ok_and(|about| about.len() > n_bytes)
}

/// Reads a table to its end, and gives each chunk before the next is read: memory stays flat.
pub(super) fn take_rest(mut records: impl Records, mut rows: Rows<'_>, take: &mut Take<'_>) -> ControlFlow<()> {
    let mut record = Record::default();
    loop {
        match records.next(&mut record) {
            Ok(true) => {
                if rows.push(&record) {
                    take(rows.so_far())?;
                }
            }
            Ok(false) => {
                rows.say(records.last_notes());
                return take(rows.finish());
            }
            Err(findings) => return take(rows.stop(findings)),
        }
    }
}

/// The sheets of a workbook, each a table of its own.
struct Sheets<'s, 'f> {
    study: &'s Study,
    lookups: &'f Arc<Vec<LookupTable>>,
    file: &'f InputFile,
    rows: Option<Rows<'s>>,
    chunks: Vec<Checked<CodedSample>>,
}

impl TakeSheet for Sheets<'_, '_> {
    fn begin(&mut self, name: &str, merged: Vec<calamine::Dimensions>) {
        let file = InputFile { sheet: Some(name.to_owned()), ..self.file.clone() };
        self.rows = Some(Rows::new(self.study, file, Arc::clone(self.lookups), None, merged));
    }

    fn record(&mut self, record: &mut Record) {
        if let Some(rows) = &mut self.rows
            && rows.push(record)
        {
            self.chunks.extend(rows.take_chunk());
        }
    }

    fn end(&mut self, findings: Refusal) {
        if let Some(mut rows) = self.rows.take() {
            rows.say(findings);
            self.chunks.push(rows.finish());
        }
    }
}
