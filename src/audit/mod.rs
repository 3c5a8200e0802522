//! Auditing: what a report was made from, so that anybody can tell whether it still is.
//!
//! In: the study, the counts of its rows, its files. Out: the [`Record`] of a run, and the manifest of a folder.
//! Never: draws anything, changes a number.

mod digest;
mod manifest;
mod record;

pub use digest::sha256;
pub use manifest::{MANIFEST, Manifest, OutputFile};
pub use record::{Failure, InputRecord, RECORD_SCHEMA, Record, ReportRecord};
