//! Measuring: from a tally to tables of estimates.
//!
//! In: a [`Tally`](crate::tally::Tally), a study and a request. Out: tables whose every cell is an [`Estimate`] with
//! its numerator, denominator and base. Never: opens a file, formats a page.
//! To add a measure: a file with its parameters, output, formula with source, and tests.

mod coverage;
mod dimension;
mod estimate;
mod findings;
mod gap;
mod pools;
mod ranking;
mod select;
mod share;

pub use coverage::{CoverageRow, coverage};
pub use dimension::{Condition, Dimension, UnknownWord};
pub use estimate::{Base, Estimate, Status};
pub use findings::{Findings, PoolFindings, WayBetween};
pub use gap::{GapRow, gaps};
pub use pools::{Step, description, way_between};
pub use ranking::{Others, Ranking, ranking};
pub use select::Failure;
pub use share::{ShareRequest, ShareRow, ShareTable, share};
