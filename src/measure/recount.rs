//! Declared totals against a recounted sample.
//!
//! In: the tally of what an outlet or a regulator declares for every day, and that of a monitor who recounted some of those
//! days; both in one codebook. Out: per (quantity, group, actor) the declared total, both sums over the recounted days, their
//! ratio, and two estimates of what the total should be, with intervals.
//! Formulas, with outlets as strata h, N of whose clusters n were recounted, d declared and r recounted:
//! ratio `R = sum N/n * r / sum N/n * d`, total `R * D`, its variance `(D / sum N/n * d)² * sum N² (1 - n/N) / n * s²(r - R d)`;
//! difference `D + sum N * mean(r - d)`, its variance `sum N² (1 - n/N) / n * s²(r - d)`; Student's t with n less strata degrees
//! of freedom. A cluster is an outlet-day, or an outlet's statement of a period. A recounted day on which the actor has nothing
//! counts as nothing.
//! Source: Cochran, Sampling Techniques, 3rd ed. 1977, sections 6.11 (combined ratio) and 7.5 (difference).
//! Zero: nothing declared on the recounted days gives no ratio; fewer clusters with coverage than the study asks for give no
//! interval; an outlet with one recounted cluster is taken around zero. An outlet without a
//! recount is in the declared total; the ratio speaks for it, the difference does not.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{IntoLazy as _, col};

use super::interval::times_of;
use super::select::{Failure, Selection};
use super::sums::{Part, Request};
use super::{Dimension, MeasureRequest};
use crate::study::Study;
use crate::tally::{Tally, key, texts};
use crate::unit::{Amount, Share, count, float};

/// A total as declared and as a recount of a sample makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecountRow {
    /// Id of the quantity.
    pub quantity: String,
    /// The values of the group.
    pub group: Vec<String>,
    /// Id of the actor; empty for all actors of the pool together.
    pub actor: String,
    /// Declared for all clusters.
    pub declared: Amount,
    /// Declared for the recounted clusters.
    pub declared_there: Amount,
    /// Recounted.
    pub recounted: Amount,
    /// Recounted over declared, of the recounted clusters as they are; `None` where nothing was declared there.
    pub ratio: Option<Share>,
    /// The same with each cluster standing for those of its outlet: what the estimate goes by.
    pub weighted_ratio: Option<f64>,
    /// Clusters recounted.
    pub n_recounted: usize,
    /// Clusters of the outlets that were recounted at all.
    pub n_declared: usize,
    /// The total by the ratio.
    pub by_ratio: Option<Estimated>,
    /// The total by the mean difference.
    pub by_difference: Option<Estimated>,
}

impl RecountRow {
    /// Does the declared total lie outside the intervals of both estimates?
    pub fn is_contradicted(&self) -> bool {
        let declared = float(self.declared.whole());
        let is_outside = |estimate: Option<Estimated>| {
            estimate.and_then(|estimate| estimate.limits).is_some_and(|(low, high)| declared < low || declared > high)
        };
        is_outside(self.by_ratio) && is_outside(self.by_difference)
    }
}

/// An estimated total, in milliseconds, mm² or appearances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated {
    /// The total.
    pub total: f64,
    /// Low and high, at the study's level; `None` where there are too few clusters.
    pub limits: Option<(f64, f64)>,
}

/// What is known of the outlets' clusters.
#[derive(Debug, Clone, PartialEq)]
pub struct Recount {
    /// One per group and actor, and one for all actors.
    pub rows: Vec<RecountRow>,
    /// Outlets with declared coverage of which nothing was recounted.
    pub without: Vec<String>,
    /// Recounted clusters of which nothing was declared.
    pub n_undeclared: usize,
    /// Recounted clusters of which something was.
    pub n_common: usize,
}

type ClusterId = (String, String);
/// Declared and recounted, by cluster.
type Pairs = BTreeMap<ClusterId, [i64; 2]>;

/// Computes the table.
///
/// Errors: [`Failure`] where a tally cannot be selected.
pub fn recount(
    declared: &Tally,
    recounted: &Tally,
    study: &Study,
    request: &MeasureRequest<'_>,
) -> Result<Recount, Failure> {
    let times = [Dimension::Day, Dimension::Week, Dimension::Period, Dimension::Daypart];
    let narrowed = request.by.iter().copied().chain(request.conditions.iter().map(|condition| condition.dimension));
    if narrowed.into_iter().any(|dimension| times.contains(&dimension)) || request.pool.days.is_some() {
        return Err(Failure::WrongBreakdown(
            "a recount speaks of whole outlets: leave out day, week, period and daypart, and a pool with days of its own",
        ));
    }
    let design = Design { all: clusters(declared)?, there: clusters(recounted)? };
    let mut groups: BTreeMap<(String, Vec<String>), BTreeMap<String, Pairs>> = BTreeMap::new();
    for (side, tally) in [declared, recounted].into_iter().enumerate() {
        for (group, actor, cluster, amount) in amounts(tally, study, request)? {
            let actors = groups.entry(group).or_default();
            // A total that the publisher states is the sum of all.
            let all = match &request.pool.whole {
                Some(whole) if *whole == actor => vec![String::new()],
                Some(_) => vec![actor],
                None => vec![actor, String::new()],
            };
            for actor in all {
                actors.entry(actor).or_default().entry(cluster.clone()).or_default()[side] += amount;
            }
        }
    }
    let mut rows = Vec::new();
    for ((quantity, group), actors) in groups {
        let shown = actors.iter().filter(|(actor, _)| actor.is_empty() || request.shows(study, actor));
        rows.extend(shown.map(|(actor, pairs)| design.row(study, (&quantity, &group, actor), pairs)));
    }
    let rank = |row: &RecountRow| {
        let quantity = study.quantities.iter().position(|quantity| quantity.id == row.quantity);
        (quantity, row.group.clone(), study.codebook.actors.rank(&row.actor))
    };
    rows.sort_by_cached_key(rank);
    let is_declared = |outlet: &String, when: &String| design.all.get(outlet).is_some_and(|all| all.contains(when));
    let there = || design.there.iter().flat_map(|(outlet, there)| there.iter().map(move |when| (outlet, when)));
    let n_common = there().filter(|(outlet, when)| is_declared(outlet, when)).count();
    let n_undeclared = there().count() - n_common;
    let without = design.all.keys().filter(|outlet| !design.there.contains_key(*outlet)).cloned().collect();
    Ok(Recount { rows, without, n_undeclared, n_common })
}

/// Every cluster of an outlet that a tally has a row of, of any pool.
fn clusters(tally: &Tally) -> Result<BTreeMap<String, BTreeSet<String>>, Failure> {
    let frame = tally.appearances();
    let (outlets, dates, periods) = (texts(frame, key::OUTLET)?, texts(frame, key::DATE)?, texts(frame, key::PERIOD)?);
    let mut clusters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for ((outlet, date), period) in outlets.into_iter().zip(dates).zip(periods) {
        clusters.entry(outlet).or_default().insert(if date.is_empty() { period } else { date });
    }
    Ok(clusters)
}

type Found = ((String, Vec<String>), String, ClusterId, i64);

/// The amounts of a request by group, actor and cluster.
fn amounts(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<Vec<Found>, Failure> {
    let by: Vec<Dimension> = request.dimensions();
    let part = Part::Who(request.who());
    let asked = Request { pool: request.pool, by: by.clone(), part, conditions: request.conditions.clone() };
    let rows = Selection::new(tally, study, request.common_days).appearances(&asked)?.lazy();
    let columns = asked.columns();
    let mut keys = columns.clone();
    keys.extend([key::OUTLET, key::DATE, key::PERIOD].into_iter().filter(|name| !columns.contains(name)));
    keys.push(request.who().column());
    let summed = rows.group_by(keys.iter().map(|name| col(*name)).collect::<Vec<_>>()).agg([col(key::AMOUNT).sum()]);
    let summed = summed.collect()?;
    let groups: Vec<Vec<String>> = columns.iter().map(|name| texts(&summed, name)).collect::<Result<_, _>>()?;
    let [outlets, dates, periods, actors] =
        [key::OUTLET, key::DATE, key::PERIOD, request.who().column()].map(|name| texts(&summed, name));
    let (outlets, dates, periods, actors) = (outlets?, dates?, periods?, actors?);
    let amounts = summed.column(key::AMOUNT)?.i64()?.iter().enumerate();
    let found = amounts.map(|(row, amount)| {
        let mut values: Vec<String> = groups.iter().map(|column| column[row].clone()).collect();
        let quantity = values.remove(0);
        let when = if dates[row].is_empty() { periods[row].clone() } else { dates[row].clone() };
        ((quantity, values), actors[row].clone(), (outlets[row].clone(), when), amount.unwrap_or_default())
    });
    Ok(found.collect())
}

/// Which clusters there are, and which were recounted.
struct Design {
    all: BTreeMap<String, BTreeSet<String>>,
    there: BTreeMap<String, BTreeSet<String>>,
}

/// One outlet's recounted clusters with coverage on either side.
struct Stratum {
    all: f64,
    recounted: f64,
    pairs: Vec<(f64, f64)>,
}

impl Design {
    fn row(&self, study: &Study, (quantity, group, actor): (&str, &[String], &str), pairs: &Pairs) -> RecountRow {
        let unit = study.quantity(quantity).expect("invariant: ingest resolves quantities").unit;
        let is_there = |(outlet, when): &ClusterId| self.there.get(outlet).is_some_and(|there| there.contains(when));
        let sum = |side: usize, only_there: bool| -> i64 {
            pairs.iter().filter(|(cluster, _)| !only_there || is_there(cluster)).map(|(_, pair)| pair[side]).sum()
        };
        let (declared, declared_there, recounted) = (sum(0, false), sum(0, true), sum(1, true));
        let outlets: BTreeSet<&String> = pairs.keys().map(|(outlet, _)| outlet).collect();
        let strata: Vec<Stratum> = outlets.into_iter().filter_map(|outlet| self.stratum(outlet, pairs)).collect();
        let (n_recounted, n_declared) = self.counts(pairs);
        let n_covered: usize =
            strata.iter().map(|stratum| stratum.pairs.iter().filter(|p| **p != (0.0, 0.0)).count()).sum();
        // As everywhere, fewer clusters than the study asks for have no interval.
        let is_enough = i64::try_from(n_covered).unwrap_or(i64::MAX) >= study.publishing.least_clusters;
        let level = is_enough.then_some(study.uncertainty.level);
        RecountRow {
            quantity: quantity.to_owned(),
            group: group.to_vec(),
            actor: actor.to_owned(),
            declared: Amount::new(unit, declared),
            declared_there: Amount::new(unit, declared_there),
            recounted: Amount::new(unit, recounted),
            ratio: Share::of(recounted, declared_there),
            weighted_ratio: weighted_ratio(&strata),
            n_recounted,
            n_declared,
            by_ratio: by_ratio(&strata, float(declared), level),
            by_difference: by_difference(&strata, float(declared), level),
        }
    }

    /// Recounted clusters, and all clusters of the outlets that were recounted.
    fn counts(&self, pairs: &Pairs) -> (usize, usize) {
        let outlets: BTreeSet<&String> = pairs.keys().map(|(outlet, _)| outlet).collect();
        let counted = outlets.into_iter().filter_map(|outlet| Some((self.there.get(outlet)?.len(), self.n(outlet))));
        counted.fold((0, 0), |sum, (there, all)| (sum.0 + there, sum.1 + all))
    }

    /// Clusters of an outlet: declared, or recounted though nothing was declared.
    fn n(&self, outlet: &str) -> usize {
        let none = BTreeSet::new();
        let (all, there) = (self.all.get(outlet).unwrap_or(&none), self.there.get(outlet).unwrap_or(&none));
        all.union(there).count()
    }

    fn stratum(&self, outlet: &str, pairs: &Pairs) -> Option<Stratum> {
        let there = self.there.get(outlet)?;
        let of_outlet = pairs.iter().filter(|((known, when), _)| known == outlet && there.contains(when));
        let pairs = of_outlet.map(|(_, [declared, recounted])| (float(*declared), float(*recounted))).collect();
        Some(Stratum { all: count(self.n(outlet)), recounted: count(there.len()), pairs })
    }
}

impl Stratum {
    fn expanded(&self, of: impl Fn(&(f64, f64)) -> f64) -> f64 {
        self.all / self.recounted * self.pairs.iter().map(of).sum::<f64>()
    }

    /// The variance of the expanded sum of a residual. One cluster is taken around zero, as in [`super::variance`].
    fn variance(&self, residual: impl Fn(&(f64, f64)) -> f64) -> f64 {
        let n = self.recounted;
        let values: Vec<f64> = self.pairs.iter().map(residual).collect();
        let squares = if n < 2.0 {
            values.iter().map(|value| value * value).sum::<f64>()
        } else {
            let mean = values.iter().sum::<f64>() / n;
            let listed: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
            (listed + (n - count(values.len())) * mean * mean) / (n - 1.0)
        };
        self.all * self.all * (1.0 - n / self.all) / n * squares
    }
}

/// Declared and recounted, each cluster standing for those of its outlet.
fn expanded(strata: &[Stratum]) -> (f64, f64) {
    let sum = |of: fn(&(f64, f64)) -> f64| strata.iter().map(|stratum| stratum.expanded(of)).sum::<f64>();
    (sum(|pair| pair.0), sum(|pair| pair.1))
}

fn weighted_ratio(strata: &[Stratum]) -> Option<f64> {
    let (below, above) = expanded(strata);
    (below > 0.0).then_some(above / below)
}

fn by_ratio(strata: &[Stratum], declared: f64, level: Option<u8>) -> Option<Estimated> {
    let ratio = weighted_ratio(strata)?;
    let (below, _) = expanded(strata);
    let variance: f64 = strata.iter().map(|stratum| stratum.variance(|pair| pair.1 - ratio * pair.0)).sum();
    let scale = declared / below;
    Some(estimated(strata, ratio * declared, scale * scale * variance, level))
}

fn by_difference(strata: &[Stratum], declared: f64, level: Option<u8>) -> Option<Estimated> {
    if strata.is_empty() {
        return None;
    }
    let apart: f64 = strata.iter().map(|stratum| stratum.expanded(|pair| pair.1 - pair.0)).sum();
    let variance: f64 = strata.iter().map(|stratum| stratum.variance(|pair| pair.1 - pair.0)).sum();
    Some(estimated(strata, declared + apart, variance, level))
}

fn estimated(strata: &[Stratum], total: f64, variance: f64, level: Option<u8>) -> Estimated {
    let n: f64 = strata.iter().map(|stratum| stratum.recounted).sum();
    let times = level.and_then(|level| times_of(level, n - count(strata.len())));
    // A recount of everything leaves nothing open; one whose clusters all say the same says nothing of the others.
    let is_whole = strata.iter().all(|stratum| stratum.recounted >= stratum.all);
    let reach = times.filter(|_| variance > 0.0 || is_whole).map(|times| times * variance.sqrt());
    Estimated { total, limits: reach.map(|reach| (total - reach, total + reach)) }
}
