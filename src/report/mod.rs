//! Reporting: from findings and the record of the run to pages and figures.
//!
//! In: a study, its [`Findings`](crate::measure::Findings), its [`Record`](crate::audit::Record). Out: a format-neutral
//! [`Document`], its HTML and Markdown, tables as CSV, figures: the files of one folder.
//! Never: computes a statistic.
//! To add a section: a function in the file of its chapter and its line in `compose.rs`; to add a format: a file beside `html.rs`.

mod appendix;
mod change;
mod coding_sheet;
mod compose;
mod document;
mod front;
mod html;
mod kind;
mod markdown;
mod method;
#[cfg(feature = "pdf")]
mod pdf;
mod results;
mod rules;
mod sentences;
mod verification;
mod word;
mod workbook;

pub use coding_sheet::coding_sheet;
pub use compose::{Failure, Report, Request, compose};
pub use document::{Block, Document};
pub use kind::Kind;
pub use verification::{Difference, NoReport, listed_digest, verify_bytes, verify_inputs, verify_numbers};
