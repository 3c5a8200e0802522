//! Measuring: from a tally to tables of estimates.
//!
//! In: a [`Tally`](crate::tally::Tally), a study and a request. Out: tables whose every cell is an [`Estimate`] with
//! its numerator, denominator, interval and base. Never: opens a file, formats a page.
//! To add a measure: a file with its parameters, output, formula with source, and tests; its word in `figure.rs`.
//!
//! The way of a figure: `select` narrows the tally to a pool, `sums` adds it up by outlet and day, `statistic` says what stands
//! above and below the line, `interval` how much that varies, `policy` what is said beside it.

mod addends;
mod behind;
mod bootstrap;
mod calendar;
mod coder_interval;
mod concentration;
mod coverage;
mod dimension;
mod estimate;
mod figure;
mod findings;
mod gap;
mod ground;
mod indices;
mod interval;
mod key;
mod lead;
mod ledger;
mod plan;
mod policy;
mod pools;
mod prominence;
mod ranking;
mod recount;
mod select;
mod share;
mod statistic;
mod sums;
mod tone;
mod trend;
mod variance;
mod voice;
mod way;
mod worklist;

pub use addends::{Addend, addends};
pub use behind::{Behind, BehindRow, LeftOut, how_made, is_quotient_of_rows, made_from, selected_rows};
pub use bootstrap::{bca, percentile, replicates};
pub use calendar::{CalendarRow, Recording, calendar};
pub use coder_interval::{CoderInterval, coder_intervals, coder_limits, coder_variance};
pub use concentration::concentration;
pub use coverage::{CoverageRow, coverage};
pub use dimension::{Condition, Dimension, UnknownWord};
pub use estimate::{Base, Estimate, Status};
pub use figure::{Figure, FigureTable, Form, Scope};
pub use findings::{Findings, PoolFindings, WayBetween, time_of_trend};
pub use gap::{GapRow, gap, gaps};
pub use ground::MeasureRequest;
pub use indices::{
    atkinson, comprehensive_concentration, effective_number, entropy, evenness, gallagher, gini, herfindahl, largest,
    largest_gap, largest_ratio, loosemore_hanby, normalised_herfindahl, rae, sainte_lague, slope,
};
pub use interval::{Interval, Range, linear};
pub use key::{Key, NoKey};
pub use lead::lead;
pub use ledger::{Completeness, LedgerRow, coder_hours, completeness, ledger, measured_hours};
pub use plan::{DoubleCoding, Needed, PlannedDay, double_codings, needed, planned_days};
pub use policy::Flag;
pub use pools::pools;
pub use prominence::prominence;
pub use ranking::{Others, Ranking, ranking};
pub use recount::{Estimated, Recount, RecountRow, recount};
pub use select::Failure;
pub(crate) use select::week_of;
pub use share::{ShareRow, ShareTable, share};
pub use statistic::{Ratio, Statistic};
pub use sums::{Cluster, Stratum, Sums, Who};
pub use tone::tone;
pub use trend::trend;
pub use variance::{Variance, linearised, variance};
pub use voice::voice;
pub use way::{Holding, Step, What, description, way_between};
pub use worklist::{Disagreement, worklist};
