//! Tables and words: findings as they are printed for people, and as CSV and JSON for machines.
//!
//! In: tables of a measure, of agreement, of a plan. Out: a [`Table`] of printed texts, its Markdown, tidy CSV, JSON with a
//! schema; and how dates, places and names are said. Never: computes a statistic, draws.
//! To add a table: a function that makes a [`Table`] in the file of its subject.

mod agreement;
mod claims;
mod compared;
mod compared_machine;
mod coverage;
mod explained;
mod figures;
mod markdown;
mod phrases;
mod plan;
mod printed;
mod printed_table;
mod rejected;
mod rows;
mod rules;

pub use agreement::{
    agreement_csv, agreement_json, agreement_table, coder_findings, coder_interval_table, coder_table, worklist_csv,
};
pub use claims::{judged_json, judged_text};
pub use compared::{Compared, Outcome, effect_table, increment_table, outcome_text, recount_table};
pub use compared_machine::{compared_json, differing_csv, flat_csv, recount_json};
pub use coverage::{coverage_csv, coverage_json, coverage_table};
pub use explained::{Explained, explained_csv, explained_json, explained_text};
pub(crate) use figures::{allocations, harmless, in_english, interval_range, interval_words};
pub use figures::{figure_csv, figure_json, figure_markdown, figure_table};
pub use markdown::markdown_table;
pub(crate) use markdown::{escaped, plain};
pub(crate) use phrases::{
    DASH, actor, actor_line, actors, agreement_on, capitalised, counted, days_of, in_medium, losses, meaning, outlets,
    percent_number, percent_or_word, place, place_and_time, points, status, variable_name, verdict,
};
pub use plan::{days_table, double_table, needed_table, table_csv};
pub use printed::{Alignment, Table};
pub use printed_table::{table_findings_json, table_findings_text};
pub use rejected::rejected_csv;
pub use rows::RowsCsv;
pub(crate) use rules::rule_place;
pub use rules::{rule_text, rules_json};
