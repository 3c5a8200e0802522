//! Everything a measure prints travels as an estimate: value, what it was divided from, and what it rests on.

use super::{Completeness, Flag, Interval};
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
    /// Hours planned and lost; `None` for a study without a calendar.
    pub completeness: Option<Completeness>,
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
    /// Nothing was recorded, so that nothing can be said.
    NotRecorded,
    /// There is a base, and the figure is not defined on it: a ratio to a benchmark of zero.
    Undefined,
    /// Two figures are equal: there is no lead.
    Tie,
    /// Below the study's thresholds, whose policy is to withhold.
    Withheld,
}

impl Status {
    /// `stated`, `zero`, `no-coverage`, `not-recorded`, `undefined`, `tie` or `withheld`.
    pub fn word(self) -> &'static str {
        match self {
            Status::Stated => "stated",
            Status::ZeroNumerator => "zero",
            Status::NoCoverage => "no-coverage",
            Status::NotRecorded => "not-recorded",
            Status::Undefined => "undefined",
            Status::Tie => "tie",
            Status::Withheld => "withheld",
        }
    }
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The exact share; `None` where the denominator is zero.
    pub share: Option<Share>,
    /// The share in percent, rounded as the study declares, once.
    pub percent: Option<Percent>,
    /// The actor's amount.
    pub numerator: Amount,
    /// The pool's amount.
    pub denominator: Amount,
    /// How much it varies from day to day; `None` where the base is too small to tell.
    pub interval: Option<Interval>,
    /// What it rests on.
    pub base: Base,
    /// What it is.
    pub status: Status,
    /// What stands beside it in words.
    pub flags: Vec<Flag>,
}

impl Estimate {
    /// An estimate of a share; its status follows from its numbers.
    pub(super) fn new(share: Option<Share>, numerator: Amount, denominator: Amount, base: Base) -> Self {
        // A mean over outlets may be no zero where the sum over them is one.
        let status = match &share {
            None => Status::NoCoverage,
            Some(share) if numerator.whole() == 0 && share.is_zero() => Status::ZeroNumerator,
            Some(_) => Status::Stated,
        };
        Estimate { share, percent: None, numerator, denominator, interval: None, base, status, flags: Vec::new() }
    }

    /// The limits of its interval.
    pub fn limits(&self) -> Option<(f64, f64)> {
        self.interval.map(|interval| (interval.low, interval.high))
    }

    /// Takes the figure back, and leaves what it rests on.
    pub(super) fn withhold(&mut self) {
        (self.share, self.percent, self.interval) = (None, None, None);
        self.status = Status::Withheld;
    }
}
