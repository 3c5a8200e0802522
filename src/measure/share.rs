//! Share of airtime, space or items per actor, within each group of a pool.
//!
//! In: a tally; amounts in milliseconds, mm² or appearances. Out: one row per (quantity, group, actor of the pool), `share` in
//! 0..=1, sorted by the study's own order of groups and the codebook's of actors.
//! Formula: `t(a) / sum over a of t(a)` under `pooled`; the mean of that quotient over outlets under `mean`; the
//! weighted mean under `weighted`. A pool with `whole` divides by that actor's amount in place of the sum. An outlet without coverage of the pool has no share and takes no part in a mean.
//! Source: the usual measure of monitoring missions (OSCE/ODIHR, Handbook on Media Monitoring for Election Observation
//! Missions, 2012, ch. 5). Checked against: 4,624 percentages published by the CSA (`tests/regulators.rs`).
//! Zero: a group without any coverage gives no rows; an actor without coverage in a group that has some gives 0.

use std::collections::BTreeMap;

use polars::prelude::{DataFrame, DataType, LazyFrame, col};

use super::select::{COUNTED, Failure, ITEM, members, refuse_overlaps, select};
use super::{Base, Condition, Dimension, Estimate};
use crate::study::{Pool, Study, Weighting};
use crate::tally::{Tally, key};
use crate::unit::{Amount, Share, percent_column};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct ShareRequest<'s> {
    /// The denominator.
    pub pool: &'s Pool,
    /// Broken down by.
    pub by: Vec<Dimension>,
    /// Narrowed to.
    pub conditions: Vec<Condition>,
}

impl<'s> ShareRequest<'s> {
    /// The whole pool, broken down.
    pub fn new(pool: &'s Pool, by: &[Dimension]) -> Self {
        ShareRequest { pool, by: by.to_vec(), conditions: Vec::new() }
    }

    /// The same, narrowed to one value of a dimension.
    #[must_use]
    pub fn narrowed(mut self, dimension: Dimension, value: &str) -> Self {
        self.conditions.push(Condition::is(dimension, value));
        self
    }
}

/// One cell: an actor's share within a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareRow {
    /// Id of the quantity.
    pub quantity: String,
    /// The group's values, in the order of the table's dimensions; empty where a row has none.
    pub group: Vec<String>,
    /// Id of the actor.
    pub actor: String,
    /// The share and what it rests on.
    pub estimate: Estimate,
}

/// Shares of one pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareTable {
    /// Id of the pool.
    pub pool: String,
    /// `pooled`, `mean` or `weighted`.
    pub weighting: &'static str,
    /// What it is broken down by.
    pub by: Vec<Dimension>,
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

    /// The stable key of a cell: measure, pool, quantity, group and actor.
    pub fn key(&self, row: &ShareRow) -> String {
        let group = row.group.iter().map(|value| if value.is_empty() { "-" } else { value });
        let parts = ["share", &self.pool, &row.quantity].into_iter().chain(group).chain([row.actor.as_str()]);
        parts.collect::<Vec<_>>().join("/")
    }
}

/// A quantity and the values of a group.
type Group = (String, Vec<String>);
/// Amounts by outlet and actor.
type ByOutlet = BTreeMap<String, BTreeMap<String, i64>>;

/// Computes the table.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn share(tally: &Tally, study: &Study, request: &ShareRequest<'_>) -> Result<ShareTable, Failure> {
    // Every table is broken down by quantity already.
    let by: Vec<Dimension> = request.by.iter().copied().filter(|by| *by != Dimension::Quantity).collect();
    let (pool, by) = (request.pool, &by);
    let by_period =
        by.contains(&Dimension::Period) || request.conditions.iter().any(|c| c.dimension == Dimension::Period);
    let rows = select(tally.appearances(), study, pool, &request.conditions, by_period)?;
    refuse_overlaps(&rows, study, by)?;
    let rows = rows.collect()?;
    let items = select(&members(tally)?, study, pool, &request.conditions, by_period)?;
    let n_items = count_items(items, by)?;
    let clusters = clusters(&rows, by)?;
    let mut table =
        ShareTable { pool: pool.id.clone(), weighting: pool.weighting.word(), by: by.clone(), rows: Vec::new() };
    for (group, outlets) in sums(rows, by)? {
        let covered = outlets.values().filter(|actors| actors.values().sum::<i64>() > 0).count();
        let (days, n_outlets) = (clusters.get(&group).copied().unwrap_or(0), i64::try_from(covered).unwrap_or(0));
        let base = Base { n_items: n_items.get(&group).copied().unwrap_or(0), n_clusters: days, n_outlets };
        table.rows.extend(group_rows(study, pool, group, &outlets, base));
    }
    table.rows.sort_by_cached_key(|row| rank(study, by, row));
    Ok(table)
}

/// The rows of one group: every actor the pool lists, with or without coverage.
fn group_rows(study: &Study, pool: &Pool, group: Group, outlets: &ByOutlet, base: Base) -> Vec<ShareRow> {
    let unit = study.quantity(&group.0).expect("invariant: ingest resolves quantities").unit;
    let amount_of = |actor: &str| outlets.values().filter_map(|actors| actors.get(actor)).sum::<i64>();
    let total: i64 = outlets.values().map(|actors| whole(pool, actors)).sum();
    let actors: Vec<&str> = pool.listed_actors(&study.codebook).collect();
    let estimates: Vec<Estimate> = actors
        .iter()
        .map(|actor| {
            let share = weighted(pool, outlets, actor, amount_of(actor), total);
            Estimate::new(share, Amount::new(unit, amount_of(actor)), Amount::new(unit, total), base)
        })
        .collect();
    let shares: Vec<Share> = estimates.iter().filter_map(|estimate| estimate.share.clone()).collect();
    let mut percents = percent_column(&shares, study.rounding).into_iter();
    let rows = actors.into_iter().zip(estimates).map(|(actor, mut estimate)| {
        estimate.percent = estimate.share.as_ref().and_then(|_| percents.next());
        ShareRow { quantity: group.0.clone(), group: group.1.clone(), actor: actor.to_owned(), estimate }
    });
    rows.collect()
}

/// The denominator of one outlet: the sum of the pool's actors, or what its publisher states.
fn whole(pool: &Pool, actors: &BTreeMap<String, i64>) -> i64 {
    match &pool.whole {
        Some(whole) => actors.get(whole).copied().unwrap_or(0),
        None => actors.values().sum(),
    }
}

/// One actor's share over outlets, as the pool puts them together.
fn weighted(pool: &Pool, outlets: &ByOutlet, actor: &str, amount: i64, total: i64) -> Option<Share> {
    let of_outlet =
        |actors: &BTreeMap<String, i64>| Share::of(actors.get(actor).copied().unwrap_or(0), whole(pool, actors));
    let shares = outlets.iter().filter_map(|(outlet, actors)| Some((outlet, of_outlet(actors)?)));
    let one = "1".parse().expect("invariant: one is a number");
    match &pool.weighting {
        Weighting::Pooled => Share::of(amount, total),
        Weighting::Mean => {
            let shares: Vec<(_, Share)> = shares.collect();
            Share::weighted_mean(shares.iter().map(|(_, share)| (one, share)))
        }
        Weighting::Weighted { weights, .. } => {
            let weight = |outlet: &String| weights.iter().find(|(id, _)| id == outlet).map(|(_, weight)| *weight);
            let shares: Vec<_> = shares.filter_map(|(outlet, share)| Some((weight(outlet)?, share))).collect();
            Share::weighted_mean(shares.iter().map(|(weight, share)| (*weight, share)))
        }
    }
}

fn group_columns(by: &[Dimension]) -> Vec<&'static str> {
    std::iter::once(key::QUANTITY).chain(by.iter().map(|dimension| dimension.column())).collect()
}

/// The values of some columns as texts, row by row; null is empty.
fn texts(frame: &DataFrame, columns: &[&str]) -> Result<Vec<Vec<String>>, Failure> {
    let mut rows = vec![Vec::with_capacity(columns.len()); frame.height()];
    for name in columns {
        let column = frame.column(name)?.cast(&DataType::String)?;
        for (row, text) in rows.iter_mut().zip(column.str()?.iter()) {
            row.push(text.unwrap_or_default().to_owned());
        }
    }
    Ok(rows)
}

fn as_group(mut values: Vec<String>) -> Group {
    let quantity = values.remove(0);
    (quantity, values)
}

/// Amounts by group, outlet and counted actor.
fn sums(rows: DataFrame, by: &[Dimension]) -> Result<BTreeMap<Group, ByOutlet>, Failure> {
    use polars::prelude::IntoLazy as _;
    let columns = group_columns(by);
    let mut keys = columns.clone();
    keys.extend([key::OUTLET, COUNTED].into_iter().filter(|key| !columns.contains(key)));
    let summed = rows
        .lazy()
        .group_by(keys.iter().map(|key| col(*key)).collect::<Vec<_>>())
        .agg([col(key::AMOUNT).sum()])
        .collect()?;
    let amounts: Vec<i64> = summed.column(key::AMOUNT)?.i64()?.iter().flatten().collect();
    let outlets = texts(&summed, &[key::OUTLET, COUNTED])?;
    let mut groups: BTreeMap<Group, ByOutlet> = BTreeMap::new();
    for ((group, outlet), amount) in texts(&summed, &columns)?.into_iter().zip(outlets).zip(amounts) {
        let by_outlet = groups.entry(as_group(group)).or_default();
        *by_outlet.entry(outlet[0].clone()).or_default().entry(outlet[1].clone()).or_default() += amount;
    }
    Ok(groups)
}

/// Items by group: each once, however many of its appearances are in the pool.
fn count_items(members: LazyFrame, by: &[Dimension]) -> Result<BTreeMap<Group, i64>, Failure> {
    let columns = group_columns(by);
    let mut keys: Vec<_> = columns.iter().map(|key| col(*key)).collect();
    let per_item = [keys.clone(), vec![col(ITEM)]].concat();
    let once = members.group_by(per_item).agg([col(key::N_ITEMS).first()]);
    let counted = once.group_by(std::mem::take(&mut keys)).agg([col(key::N_ITEMS).sum()]).collect()?;
    let n_items: Vec<i64> = counted.column(key::N_ITEMS)?.i64()?.iter().flatten().collect();
    Ok(texts(&counted, &columns)?.into_iter().map(as_group).zip(n_items).collect())
}

/// Outlet-days by group; a statement of a period is one.
fn clusters(rows: &DataFrame, by: &[Dimension]) -> Result<BTreeMap<Group, i64>, Failure> {
    let columns = group_columns(by);
    let groups = texts(rows, &columns)?;
    let mut days: Vec<(Group, Vec<String>)> =
        groups.into_iter().map(as_group).zip(texts(rows, &[key::OUTLET, key::DATE, key::PERIOD])?).collect();
    days.sort();
    days.dedup();
    let mut counts = BTreeMap::new();
    for (group, _) in days {
        *counts.entry(group).or_default() += 1;
    }
    Ok(counts)
}

/// The study's own order: quantities, then groups as declared, then actors of the codebook.
fn rank(study: &Study, by: &[Dimension], row: &ShareRow) -> (usize, Vec<(usize, String)>, usize) {
    let quantity = study.quantities.iter().position(|quantity| quantity.id == row.quantity).unwrap_or(usize::MAX);
    let group = by.iter().zip(&row.group).map(|(dimension, value)| {
        let declared = dimension.declared(study);
        let place = declared.and_then(|ids| ids.iter().position(|id| id == value)).unwrap_or(usize::MAX);
        (place, value.clone())
    });
    (quantity, group.collect(), study.codebook.actors.rank(&row.actor))
}
