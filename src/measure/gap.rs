//! Gap to a benchmark: share minus benchmark, in percentage points; their ratio; and two indices of all gaps together.
//!
//! In: the shares of a pool, and the study's benchmarks. Out: per (quantity, group, actor, benchmark) `gap` in points with the
//! interval of the share, and `ratio`; per (quantity, group, benchmark) `loosemore-hanby`, `gallagher`, `rae`,
//! `largest-ratio`, `largest-gap`, `sainte-lague` and `slope`, where the benchmark has a value for every actor. Formula: `share - benchmark`, exact, rounded once.
//! Source: the plain difference; shown for orientation, not as a standard of fairness.
//! Zero: a group without coverage has no shares and gives no rows; the ratio to a benchmark of zero is undefined.

use super::concentration::index;
use super::figure::{Figure, FigureTable, Form};
use super::indices::{gallagher, largest_gap, largest_ratio, loosemore_hanby, rae, sainte_lague, slope};
use super::select::Failure;
use super::{Dimension, Interval, MeasureRequest, ShareRow, ShareTable, Status, share};
use crate::study::{Benchmark, BenchmarkKind, Study};
use crate::tally::Tally;
use crate::unit::{Percent, Share};
use crate::wording::Message;

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

/// The gaps of the cells of one group to a benchmark with figures of its own.
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

/// Computes the table.
///
/// Errors: [`Failure`] where the study has no benchmark for this pool, or statements that overlap would be added.
pub fn gap(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let fits = |benchmark: &&Benchmark| benchmark.pool.as_ref().is_none_or(|pool| *pool == request.pool.id);
    let benchmarks: Vec<&Benchmark> = study.benchmarks.iter().filter(fits).collect();
    if benchmarks.is_empty() {
        return Err(Failure::NotCoded("no `[[benchmark]]` of the study speaks of this pool"));
    }
    let is_shown = |row: &ShareRow| request.shows(study, &row.actor);
    let mut unfiltered = request.clone();
    unfiltered.conditions.retain(|condition| !condition.is_of_rows_shown());
    let table = share(tally, study, &unfiltered)?;
    let mut figures = Vec::new();
    for (quantity, group, rows) in table.groups() {
        let here = benchmarks.iter().filter(|benchmark| speaks_of(study, benchmark, &table, group, request));
        for benchmark in here {
            let due: Vec<Option<Share>> = match benchmark.kind {
                BenchmarkKind::Previous => previous(study, &table, quantity, group, &rows),
                _ => rows.iter().map(|row| benchmark.share_of(&row.actor, rows.len())).collect(),
            };
            let shown = rows.iter().zip(&due).filter(|(row, _)| is_shown(row));
            figures.extend(shown.flat_map(|(row, due)| of_actor(study, row, benchmark, due.as_ref())));
            figures.extend(of_group(&rows, benchmark, &due));
        }
    }
    let (by, scope, who, weighting) = (table.by.clone(), request.scope(), request.who(), table.weighting);
    let sources = benchmarks.iter().map(|benchmark| {
        let source = benchmark.source.in_language(&study.languages.main);
        let text = format!("{}: {}, {source}, {}.", benchmark.id, benchmark.kind.word(), benchmark.date);
        Message::new("note", vec![("text", text.into())])
    });
    let notes = sources.chain([Message::new("note-orientation", Vec::new())]).collect();
    Ok(FigureTable { measure: "gap", pool: table.pool, weighting, by, scope, who, figures, notes })
}

/// Does a benchmark of one medium speak of this group?
fn speaks_of(
    study: &Study,
    benchmark: &Benchmark,
    table: &ShareTable,
    group: &[String],
    request: &MeasureRequest<'_>,
) -> bool {
    let Some(medium) = benchmark.medium.map(crate::codebook::Medium::word) else { return true };
    let is_medium = |dimension: Dimension, value: &str| match dimension {
        Dimension::Medium => value == medium,
        Dimension::Outlet => {
            study.codebook.outlets.by_id(value).is_some_and(|outlet| outlet.own.medium.word() == medium)
        }
        _ => false,
    };
    table.by.iter().zip(group).any(|(dimension, value)| is_medium(*dimension, value))
        || request.conditions.iter().any(|condition| {
            !condition.values.is_empty() && condition.values.iter().all(|value| is_medium(condition.dimension, value))
        })
}

/// The shares of the period before, of the same group otherwise.
fn previous(
    study: &Study,
    table: &ShareTable,
    quantity: &str,
    group: &[String],
    rows: &[&ShareRow],
) -> Vec<Option<Share>> {
    let before = || {
        let place = table.by.iter().position(|dimension| *dimension == Dimension::Period)?;
        let number = study.periods.iter().position(|period| period.id == group[place])?;
        let mut wanted = group.to_vec();
        wanted[place].clone_from(&study.periods.get(number.checked_sub(1)?)?.id);
        Some(wanted)
    };
    let Some(before) = before() else { return vec![None; rows.len()] };
    let of = |actor: &str| {
        let found = table.rows.iter().find(|row| row.quantity == quantity && row.group == before && row.actor == actor);
        found.and_then(|row| row.estimate.share.clone())
    };
    rows.iter().map(|row| of(&row.actor)).collect()
}

fn of_actor(study: &Study, row: &ShareRow, benchmark: &Benchmark, due: Option<&Share>) -> Vec<Figure> {
    let (Some(due), Some(share)) = (due, &row.estimate.share) else { return Vec::new() };
    let figure = |measure, form, estimate, number| Figure {
        measure,
        quantity: row.quantity.clone(),
        group: row.group.clone(),
        actor: row.actor.clone(),
        of: benchmark.id.clone(),
        form,
        estimate,
        number,
    };
    let mut gap = row.estimate.clone();
    let points = share.minus(due);
    gap.percent = Some(study.rounding.percent(&points));
    gap.share = Some(points);
    gap.status = Status::Stated;
    // The share before varies too: its change has an interval of its own, in the trend.
    let is_fixed = benchmark.kind != BenchmarkKind::Previous;
    let moved = |interval: Interval| Interval {
        low: interval.low - due.as_f64(),
        high: interval.high - due.as_f64(),
        ..interval
    };
    gap.interval = row.estimate.interval.filter(|_| is_fixed).map(moved);
    let mut ratio = row.estimate.clone();
    let times = (due.as_f64() > 0.0).then(|| share.as_f64() / due.as_f64());
    let scaled = |interval: Interval| Interval {
        low: interval.low / due.as_f64(),
        high: interval.high / due.as_f64(),
        ..interval
    };
    ratio.interval = row.estimate.interval.filter(|_| is_fixed && times.is_some()).map(scaled);
    (ratio.share, ratio.percent) = (None, None);
    ratio.status = if times.is_some() { Status::Stated } else { Status::Undefined };
    vec![figure("gap", Form::Points, gap, None), figure("ratio", Form::Number(2), ratio, times)]
}

fn of_group(rows: &[&ShareRow], benchmark: &Benchmark, due: &[Option<Share>]) -> Vec<Figure> {
    let pairs =
        rows.iter().zip(due).map(|(row, due)| Some((row.estimate.share.as_ref()?.as_f64(), due.as_ref()?.as_f64())));
    let Some(pairs) = pairs.collect::<Option<Vec<(f64, f64)>>>() else { return Vec::new() };
    let (shares, due): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let indices = [
        ("loosemore-hanby", loosemore_hanby(&shares, &due)),
        ("gallagher", gallagher(&shares, &due)),
        ("rae", rae(&shares, &due)),
        ("largest-ratio", largest_ratio(&shares, &due)),
        ("largest-gap", largest_gap(&shares, &due)),
        ("sainte-lague", sainte_lague(&shares, &due)),
        ("slope", slope(&shares, &due)),
    ];
    let of = |(measure, number): (&'static str, Option<f64>)| index(rows[0], measure, &benchmark.id, number, 4);
    indices.into_iter().map(of).collect()
}
