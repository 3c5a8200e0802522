//! Reading: files become typed rows, each with its place.
//!
//! In: a valid study. Out: [`CodedSample`]s, at most [`CHUNK_ROWS`] rows each, in the order of sources, files and lines.
//! Never: drops a row, changes a value, decides whether a row counts. What a cell should have held and does not is a
//! [`Fault`] beside the row; the checks turn faults into findings.
//! To add a format: another producer of records beside `delimited.rs`, `workbook.rs` and `parquet.rs`; to add a field: its
//! arm in `row.rs`.

mod ahead;
mod alike;
mod amounts;
mod buffer;
mod cells;
mod chunk;
mod code_table;
mod codes;
mod columns;
mod damaged;
mod decode;
mod delimited;
mod dictionary;
mod engine;
mod excerpt;
mod far;
mod find;
mod groups;
mod guess;
mod header;
mod lines;
mod lookup;
mod marks;
mod open;
mod parquet;
mod part;
mod parts;
mod propose;
mod record;
mod row;
mod rows;
mod sample;
mod separators;
mod shape;
#[cfg(feature = "spark")]
mod spark;
mod split;
mod stamps;
mod table;
mod whole;
mod words;
mod workbook;

pub use code_table::{CodeRow, code_rows};
pub(crate) use codes::{
    CODES, DUPLICATE_IMPORT, EXTRA_CELL, FORMULA_ERROR, FORMULA_WITHOUT_VALUE, IDENTICAL_COLUMNS, MERGED, MISSING_CELL,
    OTHER_KIND, ROWS_IN_CELL, TOO_MANY_COLUMNS,
};
pub use columns::Printed;
pub(crate) use damaged::calmly;
pub use dictionary::Dictionary;
pub use engine::{ColumnKind, Engine, EngineFailure, Group, GroupRequest, SummedColumn, files_of, read_sums};
pub use excerpt::fill_excerpts;
pub use find::{InputFile, find_files};
pub use groups::{Groups, IdDigests};
pub use lookup::find_lookups;
pub use propose::{Proposal, propose};
pub use sample::{CodedSample, Fault, FaultKind, LeftOut};
#[cfg(feature = "spark")]
pub use spark::Spark;
pub use stamps::{Changed, Stamps};

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::diagnostic::{Checked, Diagnostic};
use crate::study::Study;

/// Rows of one chunk at most: memory stays flat however long a file is.
pub const CHUNK_ROWS: usize = 8_000;

/// The code that says so of a blank amount beside others: where a study gives it a severity, each is a row.
pub(crate) const BLANK_AMOUNT: &str = "N324";

/// How rows and cells are digested: with fixed keys, so that the same rows have the same digests in every run.
pub(crate) const DIGESTS: foldhash::quality::FixedState = foldhash::quality::FixedState::with_seed(0x45_76_65_6e);

/// Reads every file of the study and gives its chunks, in the order of sources, files and lines, for as long as more are wanted. A file
/// that cannot be read gives a chunk without rows and the finding why.
pub fn read(study: &Study, take: &mut dyn FnMut(Checked<CodedSample>) -> ControlFlow<()>) -> ControlFlow<()> {
    let (files, mut findings) = find_files(study);
    let mut lookups = Vec::new();
    for (number, source) in study.sources.iter().enumerate() {
        let (tables, found) = lookup::read(study, source, number);
        lookups.push(Arc::new(tables));
        findings.extend(found);
    }
    if !findings.is_empty() {
        take(Checked::new(CodedSample::empty(), findings))?;
    }
    files.into_iter().try_for_each(|file| table::read(study, &lookups[file.source], file, take))
}

/// A finding that a file as a whole cannot be used.
type Refusal = Vec<Diagnostic>;
