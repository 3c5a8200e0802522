//! The figure of shares: one group of a table of shares, largest first.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care, no_interval};
use crate::agreement::Reliability;
use crate::chart::{Reference, ShareBar, ShareChart, Size};
use crate::measure::{Form, Ranking, ShareRow, ShareTable, Who, ranking};
use crate::study::{Benchmark, BenchmarkKind, Pool, Study, Weighting};
use crate::table::{Alignment, Table, actor, actors, capitalised, counted, days, days_of, figure_csv, interval_words};
use crate::unit::{Percent, Share};

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
    let quantity = study.quantity(&first.quantity).expect("invariant: tables are of the study's quantities");
    let language = &study.languages.main;
    let quantity_name = quantity.name.in_language(language);
    let reference = equal_share(study, pool, request.rows);
    let (from, to) = days_of(study, pool, by, &first.group);
    let (dates, n_actors) = (days(from, to), request.rows.len());
    ShareChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, pool, first, &place),
                subtitle: vec![
                    format!(
                        "Share of {quantity_name} among {}, %{}",
                        actors(study, pool, n_actors),
                        with_interval(ranked)
                    ),
                    format!(
                        "{}, {dates}",
                        capitalised(&drawing.outlets(by, &first.group, first.estimate.base.n_outlets))
                    ),
                ],
                notes: notes(drawing, pool, ranked, reference.as_ref().map(|(_, source)| source.as_str())),
                named: by.clone(),
                brief: brief(first, reference.as_ref()),
                alt: alt(study, pool, ranked, n_actors, &place, &format!("{dates}.")),
            },
        ),
        interval_heading: interval_heading(ranked),
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
        unit: first.estimate.denominator.unit().printed_name().to_owned(),
    }
}

/// `, with 95% interval`, where the bars have one.
fn with_interval(ranked: &Ranking<'_>) -> String {
    let heading = interval_heading(ranked);
    if heading.is_empty() { heading } else { format!(", with {heading}") }
}

/// `95% interval`; empty where no bar has one.
fn interval_heading(ranked: &Ranking<'_>) -> String {
    let interval = ranked.leading.iter().find_map(|row| row.estimate.interval);
    interval.map_or_else(String::new, |interval| format!("{}% interval", interval.level))
}

/// A message where the exact figures bear it, else a neutral title. Every condition is tested on exact shares.
fn title(study: &Study, pool: &Pool, first: &ShareRow, place: &str) -> String {
    let name = actor(study, &first.actor).0;
    let pool_name = pool.name.in_language(&study.languages.main);
    let half = Share::of(1, 2).expect("invariant: two is not zero");
    let is_weak = first.estimate.flags.iter().any(|flag| flag.is_weak());
    let message = match first.estimate.share.as_ref().filter(|_| !is_weak) {
        Some(share) if share.is_whole() => Some(format!("{name} received all of {pool_name} {place}")),
        // A mean of outlet shares is no part of the coverage.
        Some(share) if *share > half && matches!(pool.weighting, Weighting::Pooled) => {
            Some(format!("{name} received more than half of {pool_name} {place}"))
        }
        _ => None,
    };
    drawing::title(message, format!("{}: shares {place}", capitalised(pool_name)))
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
            percent: printed(row),
            interval: row.estimate.interval.map_or_else(String::new, |interval| {
                interval_words(study, Form::Percent, &interval).replace(" to ", "–")
            }),
            amount: row.estimate.numerator.printed_number(),
            is_focus: focus == Some(row.actor.as_str()),
            is_flagged: !row.estimate.flags.is_empty(),
        }
    };
    let others = ranked.others.iter().map(|others| ShareBar {
        label: format!("others ({})", others.n_actors),
        beside: None,
        share: others.share.as_f64(),
        limits: None,
        percent: others.percent.to_string(),
        interval: String::new(),
        amount: others.amount.printed_number(),
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
    let line = Reference { label: format!("{name} {percent}%"), share: share.as_f64() };
    let source = format!(
        "{} = 100% ÷ {}: {}; for orientation, not a standard of fairness.",
        capitalised(name),
        actors(study, pool, n_actors),
        benchmark.source
    );
    Some((line, source))
}

/// The base in a line.
fn brief(first: &ShareRow, reference: Option<&(Reference, String)>) -> String {
    let estimate = &first.estimate;
    let mut said = vec![format!("{}, {}.", estimate.denominator, counted(estimate.base.n_items, "item"))];
    said.extend(estimate.interval.map(|_| "Interval: day to day.".to_owned()));
    said.extend(reference.map(|(line, _)| format!("Dashed: {}.", line.label)));
    said.join(" ")
}

fn notes(drawing: Drawing<'_>, pool: &Pool, ranked: &Ranking<'_>, reference: Option<&str>) -> Vec<String> {
    let study = drawing.study;
    let estimate = &ranked.leading[0].estimate;
    let base = &estimate.base;
    let shown = ranked.leading.iter().filter_map(|row| row.estimate.percent);
    let sums = shown.chain(ranked.others.as_ref().map(|others| others.percent)).sum::<Percent>();
    let rounding = if sums.is_hundred() { "" } else { " Rows may not sum to 100." };
    let base = format!(
        "Base: {} in {}, {}.{}{rounding}",
        estimate.denominator,
        counted(base.n_items, "item"),
        counted(base.n_clusters, "outlet-day"),
        drawing.included(pool),
    );
    let sureness = sureness(study, ranked.leading[0], drawing.reliability);
    let flags = ranked.leading.iter().flat_map(|row| &row.estimate.flags);
    vec![base, sureness, care(study, flags), reference.unwrap_or_default().to_owned()]
}

/// The percentage, or the word that stands in its place.
pub(super) fn printed(row: &ShareRow) -> String {
    let estimate = &row.estimate;
    estimate.percent.map_or_else(|| estimate.status.word().to_owned(), |percent| percent.to_string())
}

/// How much the largest share varies from day to day, and how far coders agree.
fn sureness(study: &Study, first: &ShareRow, reliability: &Reliability) -> String {
    let estimate = &first.estimate;
    let interval = estimate.interval.map_or_else(
        || no_interval(study, estimate),
        |interval| {
            let name = actor(study, &first.actor).0;
            let limits = interval_words(study, Form::Percent, &interval);
            let level = interval.level;
            format!("{level}% interval: {name} {limits}%, from day to day within these outlets; not a margin of error for all media.")
        },
    );
    format!("{interval} {}", agreement_words(reliability, &["actor", &format!("amount/{}", first.quantity)]))
}

fn alt(study: &Study, pool: &Pool, ranked: &Ranking<'_>, n_actors: usize, place: &str, end: &str) -> String {
    let said = |row: &ShareRow| {
        let percent = row.estimate.percent.map_or_else(|| printed(row), |percent| format!("{percent}%"));
        format!("{} {percent}", actor(study, &row.actor).0)
    };
    let shown = ranked.leading.iter().map(|row| said(row)).collect::<Vec<_>>().join(", ");
    let pool_name = pool.name.in_language(&study.languages.main);
    format!("Bar chart of the shares of {n_actors} actors in {pool_name} {place}: {shown}. {end}")
}

fn numbers_table(study: &Study, chart: &ShareChart, ranked: &Ranking<'_>) -> Table {
    use Alignment::{Left, Right};
    let intervals = ranked.leading.iter().map(|row| row.estimate.interval).chain([None]);
    let has_intervals = ranked.leading.iter().any(|row| row.estimate.interval.is_some());
    let mut columns = vec![("Actor".to_owned(), Left), ("%".to_owned(), Right)];
    columns.extend(has_intervals.then(|| (chart.interval_heading.clone(), Right)));
    columns.push((chart.unit.clone(), Right));
    let rows = chart.bars.iter().zip(intervals).map(|(bar, interval)| {
        let mut cells = vec![bar.label.clone(), bar.percent.clone()];
        let words =
            || interval.map_or_else(|| "–".to_owned(), |interval| interval_words(study, Form::Percent, &interval));
        cells.extend(has_intervals.then(words));
        cells.push(bar.amount.clone());
        cells
    });
    Table {
        caption: format!("Numbers of the figure: {}", chart.lettering.title),
        columns,
        rows: rows.collect(),
        note: None,
    }
}
