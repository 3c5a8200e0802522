//! Reading: files become typed rows, each with its place.
//!
//! In: a valid study. Out: [`CodedSample`]s, at most [`CHUNK_ROWS`] rows each, in the order of sources, files and lines.
//! Never: drops a row, changes a value, decides whether a row counts. What a cell should have held and does not is a
//! [`Fault`] beside the row; the checks turn faults into findings.
//! To add a format: another producer of records beside `sheet.rs`; to add a field: its arm in `row.rs`.

mod chunk;
mod codes;
mod decode;
mod dictionary;
mod excerpt;
mod find;
mod header;
mod lines;
mod open;
mod row;
mod sample;
mod sheet;

pub(crate) use codes::{CODES, UNEVEN_ROW};
pub use dictionary::Dictionary;
pub use excerpt::fill_excerpts;
pub use find::{InputFile, find_files};
pub use sample::{CodedSample, Fault, FaultKind, column};

use crate::diagnostic::{Checked, Diagnostic};
use crate::study::Study;

/// Rows of one chunk at most: memory stays flat however long a file is.
pub const CHUNK_ROWS: usize = 65_536;

/// Reads every file of the study, chunk by chunk.
///
/// Out: the chunks; a file that cannot be read gives a chunk without rows and the finding why.
pub fn read(study: &Study) -> impl Iterator<Item = Checked<CodedSample>> + '_ {
    let (files, findings) = find_files(study);
    let missing = (!findings.is_empty()).then(|| Checked::new(CodedSample::empty(), findings));
    missing.into_iter().chain(files.into_iter().flat_map(move |file| read_file(study, file)))
}

fn read_file(study: &Study, file: InputFile) -> Box<dyn Iterator<Item = Checked<CodedSample>> + '_> {
    match sheet::Sheet::open(study, file) {
        Ok(sheet) => Box::new(sheet),
        Err(findings) => Box::new(std::iter::once(Checked::new(CodedSample::empty(), findings))),
    }
}

/// A finding that a file as a whole cannot be used.
type Refusal = Vec<Diagnostic>;
