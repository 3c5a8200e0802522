//! Gap to a benchmark: share minus benchmark, in percentage points.
//!
//! In: the cells of one group, and a benchmark. Out: one row per actor that has both. Zero: a group without coverage has
//! no shares and gives no rows. Formula: `share - benchmark`, exact, rounded once.
//! Source: the plain difference; shown for orientation, not as a standard of fairness.

use super::ShareRow;
use crate::study::{Benchmark, Study};
use crate::unit::{Percent, Share};

/// One actor against a benchmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapRow {
    /// Id of the actor.
    pub actor: String,
    /// The benchmark, rounded as the study declares.
    pub benchmark: Percent,
    /// The exact benchmark, for placing a mark.
    pub exact: Share,
    /// Share minus benchmark in points, rounded as the study declares.
    pub points: Percent,
}

/// The gaps of the cells of one group.
pub fn gaps(study: &Study, rows: &[&ShareRow], benchmark: &Benchmark) -> Vec<GapRow> {
    let gap = |row: &&ShareRow| {
        let exact = benchmark.share_of(&row.actor, rows.len())?;
        let points = row.estimate.share.as_ref()?.minus(&exact);
        Some(GapRow {
            actor: row.actor.clone(),
            benchmark: study.rounding.percent(&exact),
            points: study.rounding.percent(&points),
            exact,
        })
    };
    rows.iter().filter_map(gap).collect()
}
