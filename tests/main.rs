//! All tests in one linked binary: polars links slowly.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod cli;
mod properties;
mod readme;
mod regulators;
mod samples;
mod support;
