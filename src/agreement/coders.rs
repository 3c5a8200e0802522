//! What each coder does: how much, how often without a tone, how round the durations are.
//!
//! In: [`AcceptedSample`]s. Out: one [`CoderRow`] per coder. What a coder does otherwise than the others is a finding about the
//! codes and no accusation: coders have other outlets, other programmes, other weeks.
//! Heaping: durations written as whole seconds of which more than a fifth are multiples of five were rounded by hand; 19.2 % of
//! 40,492 professional durations are.

use std::collections::BTreeMap;

use crate::check::AcceptedSample;
use crate::study::{Field, Study};
use crate::unit::{Unit as Measured, float};

/// Days of a week since the first Monday of 1970.
const FIRST_MONDAY: i32 = 4;

/// Tones of one coder in one week.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tones {
    /// Rows with a tone.
    pub n: u64,
    /// Sum of their values.
    pub sum: i64,
    /// Sum of their squares.
    pub squares: i64,
}

impl Tones {
    /// The mean tone.
    pub fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| float(self.sum) / count(self.n))
    }

    /// The squared standard error of the mean.
    pub fn error_squared(self) -> Option<f64> {
        let mean = self.mean().filter(|_| self.n > 1)?;
        let variance = (float(self.squares) - count(self.n) * mean * mean) / count(self.n - 1);
        Some((variance / count(self.n)).max(0.0))
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Tones) -> Tones {
        Tones { n: self.n + other.n, sum: self.sum + other.sum, squares: self.squares + other.squares }
    }

    /// The first without the second, which it holds.
    #[must_use]
    pub fn less(self, other: Tones) -> Tones {
        Tones { n: self.n - other.n, sum: self.sum - other.sum, squares: self.squares - other.squares }
    }
}

/// What one coder did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CoderRow {
    /// The coder.
    pub coder: String,
    /// Rows coded.
    pub n_rows: u64,
    /// Rows without a tone.
    pub n_blank_tones: u64,
    /// Milliseconds coded.
    pub milliseconds: i64,
    /// Outlets and days on which something was coded, as days since 1970.
    pub outlet_days: std::collections::BTreeSet<(String, i32)>,
    /// Tones by week, counted in weeks since 1970.
    pub tones: BTreeMap<i32, Tones>,
    /// Durations in whole seconds.
    pub n_durations: u64,
    /// Those that are multiples of five seconds.
    pub n_round: u64,
}

impl CoderRow {
    /// Tones of all weeks.
    pub fn all_tones(&self) -> Tones {
        self.tones.values().fold(Tones::default(), |sum, week| sum.plus(*week))
    }

    /// Are more durations round than chance makes, by far? A fifth is expected; more than three standard deviations above it,
    /// and at least three in ten.
    pub fn is_heaping(&self) -> bool {
        let n = count(self.n_durations);
        let part = count(self.n_round) / n.max(1.0);
        self.n_durations >= 20 && part > 0.2 + 3.0 * (0.16 / n).sqrt() && part >= 0.3
    }

    /// The earliest and the latest week whose mean tones lie further apart than three standard errors.
    pub fn drift(&self) -> Option<((i32, Tones), (i32, Tones))> {
        let mut weeks = self.tones.iter().filter(|(_, tones)| tones.n >= 20).map(|(week, tones)| (*week, *tones));
        let (first, last) = (weeks.next()?, weeks.next_back()?);
        is_apart(first.1, last.1).then_some((first, last))
    }
}

/// Do two means lie further apart than three standard errors?
pub fn is_apart(a: Tones, b: Tones) -> bool {
    let both = || Some(((a.mean()? - b.mean()?).abs(), (a.error_squared()? + b.error_squared()?).sqrt()));
    both().is_some_and(|(apart, error)| apart > 3.0 * error && apart > 0.0)
}

/// What coders do, while rows pass.
#[derive(Debug, Clone, Default)]
pub struct Conduct {
    rows: BTreeMap<String, CoderRow>,
}

impl Conduct {
    /// Adds a chunk, first and second codings alike.
    pub fn add(&mut self, sample: &AcceptedSample, study: &Study) {
        for sample in [sample.rows(), sample.copies()] {
            let fields = [Field::Coder, Field::Outlet, Field::Tone, Field::Quantity].map(|field| sample.ids(field));
            let [coders, outlets, tones, quantities] = fields;
            let (amounts, dates) = (sample.amounts(), sample.dates());
            for row in 0..sample.n_rows() {
                let Some(coder) = coders[row] else { continue };
                if !self.rows.contains_key(coder) {
                    let entry = CoderRow { coder: coder.to_owned(), ..CoderRow::default() };
                    self.rows.insert(coder.to_owned(), entry);
                }
                let Some(known) = self.rows.get_mut(coder) else { continue };
                known.n_rows += 1;
                let value = tones[row].and_then(|tone| study.codebook.tones.by_id(tone)).map(|tone| tone.own.value);
                match (value, dates[row]) {
                    (Some(value), date) => {
                        let week = known.tones.entry(date.map_or(0, week_of)).or_default();
                        *week = week.plus(Tones { n: 1, sum: value, squares: value * value });
                    }
                    (None, _) => known.n_blank_tones += 1,
                }
                if let (Some(outlet), Some(date)) = (outlets[row], dates[row]) {
                    known.outlet_days.insert((outlet.to_owned(), date));
                }
                let is_time =
                    || quantities[row].and_then(|id| study.quantity(id)).is_some_and(|q| q.unit == Measured::Time);
                if let Some(amount) = amounts[row].filter(|_| is_time()) {
                    known.milliseconds += amount;
                    known.n_durations += u64::from(amount % 1_000 == 0);
                    known.n_round += u64::from(amount % 5_000 == 0);
                }
            }
        }
    }

    /// Every coder, by id.
    pub fn finish(self) -> Vec<CoderRow> {
        self.rows.into_values().collect()
    }
}

/// Weeks from the first Monday of 1970 on.
fn week_of(day: i32) -> i32 {
    (day - FIRST_MONDAY).div_euclid(7)
}

/// The Monday of a week, as days since 1970.
pub fn monday(week: i32) -> i32 {
    week * 7 + FIRST_MONDAY
}

fn count(n: u64) -> f64 {
    float(i64::try_from(n).unwrap_or(i64::MAX))
}
