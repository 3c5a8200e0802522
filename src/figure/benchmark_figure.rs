//! The figure of shares against a benchmark.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care, no_interval};
use crate::chart::{BenchmarkChart, BenchmarkRow};
use crate::measure::{Figure as Cell, FigureTable, Form, GapRow, ShareRow, gaps};
use crate::study::{Benchmark, Pool, Study};
use crate::table::{Alignment, Table, actor, actors, capitalised, counted, days, days_of, figure_csv, interval_words};
use crate::unit::{Percent, Share};

/// Draws the shares of one group beside a benchmark, by difference. `table` is the measure `gap` of the same group.
///
/// Errors: [`Failure::NothingToShow`] where fewer than two actors have both.
pub fn benchmark_figure(
    drawing: Drawing<'_>,
    table: &FigureTable,
    rows: &[&ShareRow],
    benchmark: &Benchmark,
) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&table.pool));
    let group = rows.first().map(|row| row.group.clone()).unwrap_or_default();
    let quantity = rows.first().map(|row| row.quantity.clone()).unwrap_or_default();
    let stem = drawing.stem(&format!("benchmark-{}", benchmark.id), pool, &table.by, &group);
    let mut pairs: Vec<(&ShareRow, GapRow)> = gaps(study, rows, benchmark)
        .into_iter()
        .filter_map(|gap| Some((*rows.iter().find(|row| row.actor == gap.actor)?, gap)))
        .collect();
    if pairs.len() < 2 {
        return Err(Failure::NothingToShow { figure: stem, why: "fewer than two actors have a share and a benchmark" });
    }
    pairs.sort_by(|a, b| a.1.points.cmp(&b.1.points).then_with(|| a.0.actor.cmp(&b.0.actor)));
    let is_here = |cell: &&Cell| cell.of == benchmark.id && cell.group == group && cell.quantity == quantity;
    let cells: Vec<&Cell> = table.figures.iter().filter(is_here).collect();
    let chart = chart(drawing, table, (pool, benchmark), (&pairs, &cells), &stem);
    let some = FigureTable { figures: cells.into_iter().cloned().collect(), ..table.clone() };
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(&chart))
}

fn chart(
    drawing: Drawing<'_>,
    table: &FigureTable,
    (pool, benchmark): (&Pool, &Benchmark),
    (pairs, cells): (&[(&ShareRow, GapRow)], &[&Cell]),
    stem: &str,
) -> BenchmarkChart {
    let study = drawing.study;
    let first = pairs[0].0;
    let language = &study.languages.main;
    let (name, pool_name) = (benchmark.name.in_language(language), pool.name.in_language(language));
    let place = drawing.place(&first.quantity, &table.by, &first.group);
    let (from, to) = days_of(study, pool, &table.by, &first.group);
    let dates = days(from, to);
    let rows: Vec<BenchmarkRow> = pairs.iter().map(|(row, gap)| of_actor(study, row, gap, cells)).collect();
    let said: Vec<String> =
        rows.iter().map(|row| format!("{} {} ({} points)", row.label, row.pair, row.difference)).collect();
    let level = cells.iter().find_map(|cell| cell.estimate.interval).map(|interval| interval.level);
    let quantity = study.quantity(&first.quantity).map_or("", |quantity| quantity.name.in_language(language));
    let outlets = drawing.outlets(&table.by, &first.group, first.estimate.base.n_outlets);
    BenchmarkChart {
        lettering: drawing.lettering(stem, Said {
            title: title(study, pairs, cells, (name, pool_name), &place),
            subtitle: vec![
                format!("Share of {quantity} among {}, and {name}, %", actors(study, pool, pairs.len())),
                format!("{}, {dates}", capitalised(&outlets)),
            ],
            notes: notes(drawing, (pool, benchmark), pairs, level),
            named: table.by.clone(),
            brief: format!("Benchmark: {}, {}; no standard of fairness.", benchmark.source, benchmark.date),
            alt: format!(
                "Dot chart of the shares of {pool_name} {place} beside {name}, from the largest shortfall: {}. {dates}.",
                said.join("; ")
            ),
        }),
        names: [format!("share of {quantity}"), name.to_owned()],
        interval_heading: level.map_or_else(String::new, |level| format!("{level}% interval")),
        rows,
    }
}

fn of_actor(study: &Study, row: &ShareRow, gap: &GapRow, cells: &[&Cell]) -> BenchmarkRow {
    let (label, beside) = actor(study, &row.actor);
    let cell = cells.iter().find(|cell| cell.actor == row.actor && cell.measure == "gap");
    let interval = cell.and_then(|cell| cell.estimate.interval);
    let percent = row.estimate.printed_percent();
    BenchmarkRow {
        label,
        beside,
        share: row.estimate.share.as_ref().map_or(0.0, Share::as_f64),
        limits: row.estimate.limits(),
        benchmark: gap.exact.as_f64(),
        pair: format!("{percent} vs {}", gap.benchmark),
        difference: gap.points.signed(),
        interval: interval.map_or_else(String::new, |interval| interval_words(study, Form::Points, &interval)),
        is_below: gap.points.units() < 0,
        is_flagged: !row.estimate.flags.is_empty(),
        is_apart: interval.is_some_and(|interval| interval.excludes_zero()),
    }
}

/// Of the actor in view, where the interval of the difference leaves out zero; else neutral.
fn title(
    study: &Study,
    pairs: &[(&ShareRow, GapRow)],
    cells: &[&Cell],
    (name, pool_name): (&str, &str),
    place: &str,
) -> String {
    let neutral = format!("{} {place}, beside {name}", capitalised(pool_name));
    let message = || {
        let focus = study.report.focus.as_deref()?;
        let (_, gap) = pairs.iter().find(|(row, _)| row.actor == focus)?;
        let cell = cells.iter().find(|cell| cell.actor == focus && cell.measure == "gap")?;
        cell.estimate.interval.filter(crate::measure::Interval::excludes_zero)?;
        let word = match gap.points.units() {
            0 => return None,
            1.. => "more",
            _ => "less",
        };
        let points = Percent::signed(gap.points);
        let points = points.trim_start_matches(['+', '\u{2212}']);
        Some(format!("{} had {points} points {word} coverage {place} than {name}", actor(study, focus).0))
    };
    drawing::title(message(), neutral)
}

fn notes(
    drawing: Drawing<'_>,
    (pool, benchmark): (&Pool, &Benchmark),
    pairs: &[(&ShareRow, GapRow)],
    level: Option<u8>,
) -> Vec<String> {
    let study = drawing.study;
    let first = pairs[0].0;
    let base = &first.estimate;
    let interval = level.map_or_else(
        || no_interval(study, base),
        |_| "Interval: of the share, from day to day within these outlets; the benchmark is taken as exact.".to_owned(),
    );
    let variables = ["actor", &format!("amount/{}", first.quantity)];
    vec![
        format!(
            "Base: {} in {}, {}.{}",
            base.denominator,
            counted(base.base.n_items, "item"),
            counted(base.base.n_clusters, "outlet-day"),
            drawing.included(pool)
        ),
        format!("{interval} {}", agreement_words(drawing.reliability, &variables)),
        care(study, pairs.iter().flat_map(|(row, _)| &row.estimate.flags)),
        format!(
            "Benchmark: {}, {}. For orientation, not a standard of fairness.{} Differences are of unrounded shares; one whose interval holds zero is grey.",
            benchmark.source,
            benchmark.date,
            if benchmark.date > study.window.to { " It was known only afterwards." } else { "" }
        ),
    ]
}

fn numbers(chart: &BenchmarkChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart
        .rows
        .iter()
        .map(|row| vec![row.label.clone(), row.pair.clone(), row.difference.clone(), row.interval.clone()]);
    let headings =
        [("Actor", Left), ("Share vs benchmark, %", Right), ("Difference, points", Right), ("Interval", Right)];
    let columns = headings.map(|(name, alignment)| (name.to_owned(), alignment)).into();
    let caption = format!("Numbers of the figure: {}", chart.lettering.title);
    Table { caption, columns, rows: rows.collect(), note: None }
}
