//! The figure of shares against a benchmark.

use super::drawing::{self, Drawing, Failure, Figure, Said, agreement_words, care, no_interval, printed_percent};
use crate::chart::{BenchmarkChart, BenchmarkRow};
use crate::measure::{Figure as Cell, FigureTable, Form, GapRow, ShareRow, gaps};
use crate::study::{Benchmark, Pool, Study};
use crate::table::{
    Alignment, Table, actor, actors, capitalised, counted, days_of, figure_csv, interval_words, percent_number, points,
};
use crate::unit::Share;
use crate::wording::say;

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
    drawing.drawn(&chart.scene(drawing.look), stem, figure_csv(study, &some), numbers(study, &chart))
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
    let dates = days_of(study, pool, &table.by, &first.group);
    let rows: Vec<BenchmarkRow> = pairs.iter().map(|(row, gap)| of_actor(study, row, gap, cells)).collect();
    let said = rows.iter().map(|row| {
        say!(study, "benchmark-of-actor", actor = &row.label, pair = &row.pair, difference = &row.difference)
    });
    let said = study.wording.semicolons(&said.collect::<Vec<_>>());
    let level = cells.iter().find_map(|cell| cell.estimate.interval).map(|interval| interval.level);
    let quantity = study.quantity(&first.quantity).map_or("", |quantity| quantity.name.in_language(language));
    let outlets = drawing.outlets(&table.by, &first.group, first.estimate.base.n_outlets);
    let actors = actors(study, pool, pairs.len());
    let (source, date) = (benchmark.source.in_language(&study.languages.main), benchmark.date.to_string());
    BenchmarkChart {
        lettering: drawing.lettering(
            stem,
            Said {
                title: title(study, pairs, cells, (name, pool_name), &place),
                subtitle: vec![
                    say!(study, "benchmark-subtitle", quantity = quantity, actors = actors, benchmark = name),
                    capitalised(&say!(study, "chart-outlets-and-dates", outlets = outlets, dates = dates)),
                ],
                notes: notes(drawing, (pool, benchmark), pairs, level),
                named: table.by.clone(),
                brief: say!(study, "benchmark-brief", source = source, date = date),
                alt: say!(
                    study,
                    "benchmark-alt",
                    pool = pool_name,
                    place = place,
                    benchmark = name,
                    shares = said,
                    dates = dates
                ),
            },
        ),
        names: [say!(study, "benchmark-share", quantity = quantity), name.to_owned()],
        difference_heading: say!(study, "column-points"),
        interval_heading: level.map_or_else(String::new, |level| say!(study, "chart-interval-heading", level = level)),
        rows,
    }
}

fn of_actor(study: &Study, row: &ShareRow, gap: &GapRow, cells: &[&Cell]) -> BenchmarkRow {
    let (label, beside) = actor(study, &row.actor);
    let cell = cells.iter().find(|cell| cell.actor == row.actor && cell.measure == "gap");
    let interval = cell.and_then(|cell| cell.estimate.interval);
    let (percent, benchmark) = (printed_percent(study, &row.estimate), percent_number(study, gap.benchmark));
    BenchmarkRow {
        label,
        beside,
        share: row.estimate.share.as_ref().map_or(0.0, Share::as_f64),
        limits: row.estimate.limits(),
        benchmark: gap.exact.as_f64(),
        pair: say!(study, "benchmark-pair", percent = percent, benchmark = benchmark),
        difference: points(study, gap.points),
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
    let neutral = capitalised(&say!(study, "benchmark-title", pool = pool_name, place = place, benchmark = name));
    let message = || {
        let focus = study.report.focus.as_deref()?;
        let (_, gap) = pairs.iter().find(|(row, _)| row.actor == focus)?;
        let cell = cells.iter().find(|cell| cell.actor == focus && cell.measure == "gap")?;
        cell.estimate.interval.filter(crate::measure::Interval::excludes_zero)?;
        let points = points(study, gap.points);
        let points = points.trim_start_matches(['+', '\u{2212}']);
        let actor = actor(study, focus).0;
        match gap.points.units() {
            0 => None,
            1.. => Some(say!(study, "benchmark-more", actor = actor, points = points, place = place, benchmark = name)),
            _ => Some(say!(study, "benchmark-less", actor = actor, points = points, place = place, benchmark = name)),
        }
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
    let estimate = &first.estimate;
    let interval = match level {
        Some(_) => say!(study, "benchmark-interval"),
        None => no_interval(study, estimate),
    };
    let variables = ["actor", &format!("amount/{}", first.quantity)];
    let items = counted(study, estimate.base.n_items, "item");
    let days = counted(study, estimate.base.n_clusters, "outlet-day");
    let amount = estimate.denominator;
    let base = say!(study, "chart-base-in-items-and-days", amount = amount, items = items, days = days);
    let (source, date) = (benchmark.source.in_language(&study.languages.main), benchmark.date.to_string());
    let mut orientation = vec![say!(study, "benchmark-source", source = source, date = date)];
    orientation.extend((benchmark.date > study.window.to).then(|| say!(study, "benchmark-afterwards")));
    orientation.push(say!(study, "benchmark-differences"));
    vec![
        base + &drawing.included(pool),
        format!("{interval} {}", agreement_words(study, drawing.reliability, &variables)),
        care(study, pairs.iter().flat_map(|(row, _)| &row.estimate.flags)),
        orientation.join(" "),
    ]
}

fn numbers(study: &Study, chart: &BenchmarkChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart
        .rows
        .iter()
        .map(|row| vec![row.label.clone(), row.pair.clone(), row.difference.clone(), row.interval.clone()]);
    let headings = [
        ("heading-actor", Left),
        ("benchmark-heading-pair", Right),
        ("benchmark-heading-difference", Right),
        ("chart-heading-interval", Right),
    ];
    let columns = headings.map(|(id, alignment)| (say!(study, id), alignment)).into();
    let caption = say!(study, "chart-numbers", title = &chart.lettering.title);
    Table { caption, columns, rows: rows.collect(), note: None }
}
