//! All tests in one linked binary: polars links slowly.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::cast_precision_loss, reason = "tests count to a hundred")]

mod agreement;
mod architecture;
mod bounded;
mod calendar;
mod checks;
mod claims;
mod cli;
mod coefficients;
mod compare;
mod determinism;
mod explain;
mod faults;
mod figures;
mod flags;
mod formats;
mod formulas;
mod hostile;
mod long;
mod measures;
mod naive;
mod plan;
mod properties;
mod readme;
mod recount;
mod regression;
mod regulators;
mod reports;
mod rules;
mod samples;
mod sentences;
mod statements;
mod supply;
mod support;
mod tally;
mod trend;
mod verify;
mod wording;
