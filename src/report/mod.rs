//! Reporting: from findings and the record of the run to pages, tables and figures in one folder.
//!
//! In: a study, its [`Findings`](crate::measure::Findings), its [`Record`](crate::audit::Record). Out: a format-neutral
//! [`Document`], its HTML and Markdown, tables as CSV, figures, and the folder that holds them, written whole or not at all.
//! Never: computes a statistic.
//! To add a section: a function in the file of its chapter and its line in `compose.rs`; to add a format: a file beside `html.rs`.

mod agreement;
mod appendix;
mod benchmark_figure;
mod coding_sheet;
mod compose;
mod coverage;
mod document;
mod figure;
mod folder;
mod front;
mod html;
mod markdown;
mod method;
mod outlet_figures;
mod phrases;
mod plan;
mod rejected;
mod results;
mod tables;
mod tone_figure;
mod voice_figure;

pub use agreement::{
    agreement_csv, agreement_json, agreement_table, coder_findings, coder_interval_table, coder_table, worklist_csv,
};
pub use benchmark_figure::benchmark_figure;
pub use coding_sheet::coding_sheet;
pub use compose::{Report, compose};
pub use coverage::{coverage_csv, coverage_json, coverage_table};
pub use document::{Alignment, Block, Document, Table};
pub use figure::{Drawing, Failure as FigureFailure, Figure, FigureRequest, MISSING_GLYPHS, share_figure};
pub use folder::{Failure as FolderFailure, OutputFile, write_folder};
pub use markdown::markdown_table;
pub use outlet_figures::{matrix_figure, stack_figure};
pub use plan::{days_table, double_table, needed_table, table_csv};
pub use rejected::rejected_csv;
pub use tables::{figure_csv, figure_json, figure_markdown, figure_table};
pub use tone_figure::tone_figure;
pub use voice_figure::voice_figure;

use crate::diagnostic::Code;

/// The codes of this room.
pub static CODES: [&Code; 1] = [&MISSING_GLYPHS];
