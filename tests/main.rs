//! All tests in one linked binary: polars links slowly.

mod architecture;
mod cli;
mod properties;
mod readme;
mod regulators;
mod samples;
mod support;
