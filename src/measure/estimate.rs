//! Everything a measure prints travels as an estimate: value, what it was divided from, and what it rests on.

use crate::unit::{Amount, Percent, Share};

/// What a figure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Base {
    /// Items of the denominator, each once.
    pub n_items: i64,
    /// Outlet-days (or statements) of the denominator.
    pub n_clusters: i64,
    /// Outlets with coverage in the denominator.
    pub n_outlets: i64,
}

/// What a figure is. Zero, nothing and undefined are states, not numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// A share of what was monitored.
    Stated,
    /// The actor had nothing of a denominator that exists: "0 of 412 minutes".
    ZeroNumerator,
    /// Nobody had anything: no share exists.
    NoCoverage,
}

impl Status {
    /// `stated`, `zero` or `no-coverage`.
    pub fn word(self) -> &'static str {
        match self {
            Status::Stated => "stated",
            Status::ZeroNumerator => "zero",
            Status::NoCoverage => "no-coverage",
        }
    }
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// The exact share; `None` where the denominator is zero.
    pub share: Option<Share>,
    /// The share in percent, rounded as the study declares, once.
    pub percent: Option<Percent>,
    /// The actor's amount.
    pub numerator: Amount,
    /// The pool's amount.
    pub denominator: Amount,
    /// What it rests on.
    pub base: Base,
    /// What it is.
    pub status: Status,
}

impl Estimate {
    /// An estimate of a share; its status follows from its numbers.
    pub(super) fn new(share: Option<Share>, numerator: Amount, denominator: Amount, base: Base) -> Self {
        let status = match (&share, numerator.whole()) {
            (None, _) => Status::NoCoverage,
            (Some(_), 0) => Status::ZeroNumerator,
            _ => Status::Stated,
        };
        Estimate { share, percent: None, numerator, denominator, base, status }
    }
}
