//! The figure of shares: one group of a table of shares, largest first.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care, no_interval};
use crate::agreement::Reliability;
use crate::chart::{Reference, ShareBar, ShareChart, Size};
use crate::measure::{Form, Ranking, ShareRow, ShareTable, Who, ranking};
use crate::study::{Benchmark, BenchmarkKind, Pool, Study, Weighting};
use crate::table::{
    Alignment, DASH, Table, actor, actors, capitalised, counted, days_of, figure_csv, interval_range, interval_words,
    percent_number, status,
};
use crate::unit::{Percent, Share};
use crate::wording::say;

/// What a share figure shows: one group of a table.
#[derive(Debug, Clone, Copy)]
pub struct FigureRequest<'a> {
    /// The table.
    pub table: &'a ShareTable,
    /// The cells of one quantity and group.
    pub rows: &'a [&'a ShareRow],
    /// The cells of the figures it stands beside, which share its scale.
    pub beside: &'a [&'a ShareRow],
}

/// The largest number of bars that stand alone, on paper and in a social post.
const MOST_BARS: usize = 12;
const MOST_BARS_OF_A_POST: usize = 8;

/// Draws the shares of one group.
///
/// Errors: [`Failure`].
pub fn share_figure(drawing: Drawing<'_>, request: FigureRequest<'_>) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&request.table.pool));
    let none = Vec::new();
    let group = request.rows.first().map_or(&none, |row| &row.group);
    let stem = drawing.stem("share", pool, &request.table.by, group);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    if request.rows.len() < 2 {
        return Err(refused("a share of fewer than two actors says nothing"));
    }
    if request.rows.iter().all(|row| row.estimate.numerator.whole() == 0) {
        return Err(refused("no actor of the pool has coverage"));
    }
    if request.rows.iter().all(|row| row.estimate.share.is_none()) {
        return Err(refused("the study withholds every share of it"));
    }
    let most = if drawing.look.size == Size::Social { MOST_BARS_OF_A_POST } else { MOST_BARS };
    let ranked = ranking(study, request.rows, most);
    let chart = chart(drawing, pool, request, &ranked, &stem);
    let csv = figure_csv(study, &request.table.some(request.rows).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.look), stem, csv, numbers_table(study, &chart, &ranked))
}

fn chart(
    drawing: Drawing<'_>,
    pool: &Pool,
    request: FigureRequest<'_>,
    ranked: &Ranking<'_>,
    stem: &str,
) -> ShareChart {
    let study = drawing.study;
    let first = ranked.leading[0];
    let by = &request.table.by;
    let place = drawing.place(&first.quantity, by, &first.group);
    let reference = equal_share(study, pool, request.rows);
    let dates = days_of(study, pool, by, &first.group);
    let outlets = drawing.outlets(by, &first.group, first.estimate.base.n_outlets);
    ShareChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, pool, first, &place),
                subtitle: vec![
                    subtitle(study, pool, ranked, request.rows.len()),
                    capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
                ],
                notes: notes(drawing, pool, ranked, reference.as_ref().map(|(_, source)| source.as_str())),
                named: by.clone(),
                brief: brief(study, first, reference.as_ref()),
                alt: say!(
                    study,
                    "share-alt",
                    n = request.rows.len(),
                    pool = pool.name.in_language(&study.languages.main),
                    place = place,
                    shares = shown(study, ranked),
                    dates = dates
                ),
            },
        ),
        interval_heading: interval_heading(study, ranked),
        bars: bars(study, ranked),
        reference: reference.as_ref().map(|(line, _)| line.clone()),
        reach: request
            .beside
            .iter()
            .filter_map(|row| {
                let share = row.estimate.share.as_ref()?.as_f64();
                Some(row.estimate.interval.map_or(share, |interval| interval.high.max(share)))
            })
            .fold(0.0, f64::max),
        unit: study.wording.unit(first.estimate.denominator.unit()),
    }
}

/// What is measured, and the level of the intervals where the bars have one.
fn subtitle(study: &Study, pool: &Pool, ranked: &Ranking<'_>, n_actors: usize) -> String {
    let quantity =
        study.quantity(&ranked.leading[0].quantity).expect("invariant: tables are of the study's quantities");
    let (quantity, actors) = (quantity.name.in_language(&study.languages.main), actors(study, pool, n_actors));
    match level(ranked) {
        Some(level) => {
            say!(study, "share-subtitle-with-interval", quantity = quantity, actors = actors, level = level)
        }
        None => say!(study, "chart-share-among", quantity = quantity, actors = actors),
    }
}

/// The level of the intervals; `None` where no bar has one.
fn level(ranked: &Ranking<'_>) -> Option<u8> {
    ranked.leading.iter().find_map(|row| row.estimate.interval).map(|interval| interval.level)
}

/// `95% interval`; empty where no bar has one.
fn interval_heading(study: &Study, ranked: &Ranking<'_>) -> String {
    level(ranked).map_or_else(String::new, |level| say!(study, "chart-interval-heading", level = level))
}

/// A message where the exact figures bear it, else a neutral title. Every condition is tested on exact shares.
fn title(study: &Study, pool: &Pool, first: &ShareRow, place: &str) -> String {
    let name = actor(study, &first.actor).0;
    let pool_name = pool.name.in_language(&study.languages.main);
    let half = Share::of(1, 2).expect("invariant: two is not zero");
    let is_weak = first.estimate.flags.iter().any(|flag| flag.is_weak());
    let message = match first.estimate.share.as_ref().filter(|_| !is_weak) {
        Some(share) if share.is_whole() => {
            Some(say!(study, "share-title-all", name = name, pool = pool_name, place = place))
        }
        // A mean of outlet shares is no part of the coverage.
        Some(share) if *share > half && matches!(pool.weighting, Weighting::Pooled) => {
            Some(say!(study, "share-title-half", name = name, pool = pool_name, place = place))
        }
        _ => None,
    };
    let neutral = say!(study, "chart-title-shares", pool = pool_name, place = place);
    drawing::title(message, capitalised(&neutral))
}

fn bars(study: &Study, ranked: &Ranking<'_>) -> Vec<ShareBar> {
    let leader = ranked.leading.first().map(|row| row.actor.as_str());
    let focus = study.report.focus.as_deref().or(leader);
    let bar = |row: &&ShareRow| {
        let (label, beside) = actor(study, &row.actor);
        ShareBar {
            label,
            beside,
            share: row.estimate.share.as_ref().map_or(0.0, Share::as_f64),
            limits: row.estimate.limits(),
            percent: printed(study, row),
            interval: row
                .estimate
                .interval
                .map_or_else(String::new, |interval| interval_range(study, Form::Percent, &interval)),
            amount: study.wording.amount_number(row.estimate.numerator),
            is_focus: focus == Some(row.actor.as_str()),
            is_flagged: !row.estimate.flags.is_empty(),
        }
    };
    let others = ranked.others.iter().map(|others| ShareBar {
        label: say!(study, "chart-others", n = others.n_actors),
        beside: None,
        share: others.share.as_f64(),
        limits: None,
        percent: percent_number(study, others.percent),
        interval: String::new(),
        amount: study.wording.amount_number(others.amount),
        is_focus: false,
        is_flagged: false,
    });
    ranked.leading.iter().map(bar).chain(others).collect()
}

/// The line of equal shares, where the study declares that benchmark, with the sentence that explains it.
pub(super) fn equal_share(study: &Study, pool: &Pool, rows: &[&ShareRow]) -> Option<(Reference, String)> {
    let first = rows.first()?;
    let is_of_medium = |benchmark: &Benchmark| {
        benchmark.medium.is_none_or(|medium| first.group.iter().any(|value| value == medium.word()))
    };
    let applies = |benchmark: &&Benchmark| {
        let is_of_pool = benchmark.pool.as_ref().is_none_or(|id| *id == pool.id);
        benchmark.kind == BenchmarkKind::Equal && is_of_pool && is_of_medium(benchmark)
    };
    let benchmark = study.benchmarks.iter().find(applies)?;
    let n_actors = pool.listed_actors(&study.codebook).count();
    let share = benchmark.share_of(&first.actor, n_actors)?;
    let percent = study.rounding.percent(&share);
    let name = benchmark.name.in_language(&study.languages.main);
    let percent = say!(study, "chart-percent", percent = percent);
    let label = say!(study, "chart-name-and-share", name = name, share = percent);
    let actors = actors(study, pool, n_actors);
    let source = say!(
        study,
        "share-equal-source",
        name = name,
        actors = actors,
        source = benchmark.source.in_language(&study.languages.main)
    );
    Some((Reference { label, share: share.as_f64() }, capitalised(&source)))
}

/// The base in a line.
fn brief(study: &Study, first: &ShareRow, reference: Option<&(Reference, String)>) -> String {
    let estimate = &first.estimate;
    let items = counted(study, estimate.base.n_items, "item");
    let mut said = vec![say!(study, "chart-base-brief", amount = estimate.denominator, items = items)];
    said.extend(estimate.interval.map(|_| say!(study, "share-brief-interval")));
    said.extend(reference.map(|(line, _)| say!(study, "share-brief-dashed", line = &line.label)));
    said.join(" ")
}

fn notes(drawing: Drawing<'_>, pool: &Pool, ranked: &Ranking<'_>, reference: Option<&str>) -> Vec<String> {
    let study = drawing.study;
    let estimate = &ranked.leading[0].estimate;
    let base = &estimate.base;
    let shown = ranked.leading.iter().filter_map(|row| row.estimate.percent);
    let sums = shown.chain(ranked.others.as_ref().map(|others| others.percent)).sum::<Percent>();
    let rounding = if sums.is_hundred() { String::new() } else { say!(study, "chart-rows-may-not-sum") };
    let base = say!(
        study,
        "chart-base-in-items-and-days",
        amount = estimate.denominator,
        items = counted(study, base.n_items, "item"),
        days = counted(study, base.n_clusters, "outlet-day")
    );
    let base = sentences(&[base, drawing.included(pool), rounding]);
    let sureness = sureness(study, ranked.leading[0], drawing.reliability);
    let flags = ranked.leading.iter().flat_map(|row| &row.estimate.flags);
    vec![base, sureness, care(study, flags), reference.unwrap_or_default().to_owned()]
}

/// The percentage, or the word that stands in its place.
pub(super) fn printed(study: &Study, row: &ShareRow) -> String {
    let estimate = &row.estimate;
    estimate.percent.map_or_else(|| status(study, estimate.status), |percent| percent_number(study, percent))
}

/// How much the largest share varies from day to day, and how far coders agree.
fn sureness(study: &Study, first: &ShareRow, reliability: &Reliability) -> String {
    let estimate = &first.estimate;
    let interval = estimate.interval.map_or_else(
        || no_interval(study, estimate),
        |interval| {
            let limits = interval_words(study, Form::Percent, &interval);
            let name = actor(study, &first.actor).0;
            say!(study, "share-interval", level = interval.level, name = name, limits = limits)
        },
    );
    let agreement = agreement_words(study, reliability, &["actor", &format!("amount/{}", first.quantity)]);
    sentences(&[interval, agreement])
}

/// The actors with their shares, in words.
fn shown(study: &Study, ranked: &Ranking<'_>) -> String {
    let said = |row: &&ShareRow| {
        let percent = row.estimate.percent.map(|percent| say!(study, "chart-percent", percent = percent));
        let share = percent.unwrap_or_else(|| printed(study, row));
        say!(study, "chart-name-and-share", name = actor(study, &row.actor).0, share = share)
    };
    study.wording.commas(&ranked.leading.iter().map(said).collect::<Vec<_>>())
}

/// Sentences one after the other, without those that say nothing.
pub(super) fn sentences(said: &[String]) -> String {
    said.iter().map(|sentence| sentence.trim()).filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

fn numbers_table(study: &Study, chart: &ShareChart, ranked: &Ranking<'_>) -> Table {
    use Alignment::{Left, Right};
    let intervals = ranked.leading.iter().map(|row| row.estimate.interval).chain([None]);
    let has_intervals = ranked.leading.iter().any(|row| row.estimate.interval.is_some());
    let mut columns = vec![(say!(study, "heading-actor"), Left), (say!(study, "heading-percent"), Right)];
    columns.extend(has_intervals.then(|| (chart.interval_heading.clone(), Right)));
    columns.push((chart.unit.clone(), Right));
    let rows = chart.bars.iter().zip(intervals).map(|(bar, interval)| {
        let mut cells = vec![bar.label.clone(), bar.percent.clone()];
        let words =
            || interval.map_or_else(|| DASH.to_owned(), |interval| interval_words(study, Form::Percent, &interval));
        cells.extend(has_intervals.then(words));
        cells.push(bar.amount.clone());
        cells
    });
    Table {
        caption: say!(study, "chart-numbers", title = &chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
