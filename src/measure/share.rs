//! Share of airtime, space or items per actor, within each group of a pool.
//!
//! In: a tally; amounts in milliseconds, mm² or appearances. Out: one row per (quantity, group, actor of the pool), `share` in
//! 0..=1, sorted by the study's own order of groups and the codebook's of actors; with `--by group`, one per group of actors.
//! Formula: `t(a) / sum over a of t(a)` under `pooled`; the mean of that quotient over outlets under `mean`; the
//! weighted mean under `weighted`. A pool with `whole` divides by that actor's amount in place of the sum. An outlet without
//! coverage of the pool has no share and takes no part in a mean. Interval: [`Interval`](super::Interval).
//! Source: the usual measure of monitoring missions (OSCE/ODIHR, Handbook on Media Monitoring for Election Observation
//! Missions, 2012, ch. 5). Checked against: 4,624 percentages published by the CSA (`tests/regulators.rs`).
//! Zero: a group without any coverage gives no rows; an actor without coverage in a group that has some gives 0.

use super::ground::Ground;
use super::interval::{Range, intervals};
use super::policy::{Subject, judge, largest_cluster};
use super::select::Failure;
use super::statistic::{Ratio, Statistic};
use super::sums::{Group, Part, Sums};
use super::{Dimension, Estimate, MeasureRequest, Scope};
use crate::study::Study;
use crate::tally::{Tally, at_once};
use crate::unit::{Amount, Share, percent_column};

/// One cell: an actor's share within a group.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareRow {
    /// Id of the quantity.
    pub quantity: String,
    /// The group's values, in the order of the table's dimensions; empty where a row has none.
    pub group: Vec<String>,
    /// Id of the actor, or of the group of actors.
    pub actor: String,
    /// The share and what it rests on.
    pub estimate: Estimate,
}

/// Shares of one pool.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareTable {
    /// Id of the pool.
    pub pool: String,
    /// `pooled`, `mean` or `weighted`.
    pub weighting: &'static str,
    /// What it is broken down by.
    pub by: Vec<Dimension>,
    /// What it is narrowed to.
    pub scope: Scope,
    /// The cells.
    pub rows: Vec<ShareRow>,
}

impl ShareTable {
    /// The cells of one quantity and group, with that quantity and group; in the table's order.
    pub fn groups(&self) -> Vec<(&str, &[String], Vec<&ShareRow>)> {
        let mut groups: Vec<(&str, &[String], Vec<&ShareRow>)> = Vec::new();
        for row in &self.rows {
            match groups.last_mut() {
                Some((quantity, group, rows)) if *quantity == row.quantity && *group == row.group => rows.push(row),
                _ => groups.push((&row.quantity, &row.group, vec![row])),
            }
        }
        groups
    }

    /// The table with some of its cells only.
    #[must_use]
    pub fn some(&self, rows: &[&ShareRow]) -> ShareTable {
        ShareTable {
            rows: rows.iter().copied().cloned().collect(),
            by: self.by.clone(),
            scope: self.scope.clone(),
            pool: self.pool.clone(),
            ..*self
        }
    }
}

/// Computes the table.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn share(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<ShareTable, Failure> {
    let ground = Ground::new(tally, study, request)?;
    let part = Part::Who(ground.who);
    let (n_items, sums) = at_once(tally.appearances().height(), || ground.items(part), || ground.sums(part));
    let (n_items, mut rows) = (n_items?, Vec::new());
    for (group, sums) in sums? {
        let n_items = n_items.get(&group).copied().unwrap_or(0);
        rows.extend(group_rows(&ground, &group, &sums, n_items));
    }
    rows.sort_by_cached_key(|row| ground.rank(&row.quantity, &row.group, &row.actor));
    let pool = request.pool;
    Ok(ShareTable {
        pool: pool.id.clone(),
        weighting: pool.weighting.word(),
        by: ground.by.clone(),
        scope: request.scope(),
        rows,
    })
}

/// The parts whose sum is the denominator: all, or the whole that the publisher states.
pub(super) fn whole(ground: &Ground<'_>, sums: &Sums) -> Vec<usize> {
    match &ground.request.pool.whole {
        Some(whole) => sums.part(whole).into_iter().collect(),
        None => (0..sums.parts.len()).collect(),
    }
}

/// The share of one part.
pub(super) fn share_of(sums: &Sums, actor: &str, below: &[usize]) -> Statistic {
    let above = sums.part(actor).map(|part| (part, 1)).into_iter().collect();
    Statistic::of(Ratio { above, below: below.to_vec() })
}

/// The rows of one group: every actor the pool lists, with or without coverage.
fn group_rows(ground: &Ground<'_>, group: &Group, sums: &Sums, n_items: i64) -> Vec<ShareRow> {
    let (study, pool) = (ground.study, ground.request.pool);
    let unit = study.quantity(&group.0).expect("invariant: ingest resolves quantities").unit;
    let below = whole(ground, sums);
    let base = ground.base(&group.1, sums, &below, n_items);
    let total: i64 = below.iter().map(|part| sums.amount(*part)).sum();
    let actors = ground.listed();
    let statistics: Vec<(Statistic, Range)> =
        actors.iter().map(|actor| (share_of(sums, actor, &below), Range::Share)).collect();
    let mut estimates: Vec<Estimate> = actors
        .iter()
        .zip(&statistics)
        .map(|(actor, (statistic, _))| {
            let share = statistic.exact(sums, &pool.weighting);
            Estimate::new(share, Amount::new(unit, sums.amount_of(actor)), Amount::new(unit, total), base)
        })
        .collect();
    for (estimate, interval) in estimates.iter_mut().zip(intervals(&statistics, sums, &pool.weighting, study)) {
        estimate.interval = interval;
    }
    let shares: Vec<Share> = estimates.iter().filter_map(|estimate| estimate.share.clone()).collect();
    let mut percents = percent_column(&shares, study.rounding).into_iter();
    for estimate in &mut estimates {
        estimate.percent = estimate.share.as_ref().and_then(|_| percents.next());
    }
    let weight = (largest_cluster(sums, &below), Subject::Amounts);
    let is_unreliable = ground.is_amount_unreliable(&group.0);
    judge(study, &ground.reach(&group.1), weight, is_unreliable, estimates.iter_mut());
    let rows = actors.into_iter().zip(estimates).filter(|(actor, _)| ground.request.shows(study, actor));
    let row = |(actor, estimate): (&str, Estimate)| ShareRow {
        quantity: group.0.clone(),
        group: group.1.clone(),
        actor: actor.to_owned(),
        estimate,
    };
    rows.map(row).collect()
}
