//! Chapter 1, key findings: the same share under the pools the study compares, and what differs between them.

use super::compose::Draft;
use super::document::Block;
use super::sentences;
use crate::chart::Size;
use crate::figure::Failure;
use crate::measure::{Form, ShareRow, ShareTable, Status, WayBetween};
use crate::study::{Benchmark, BenchmarkKind, Pool};
use crate::table::interval_words;
use crate::table::{Alignment, Table};
use crate::table::{NBSP, actor, actor_line, capitalised, counted, in_medium, percent_or_word};

/// A pool's cells in one medium.
struct Column<'a> {
    pool: &'a Pool,
    table: &'a ShareTable,
    rows: Vec<&'a ShareRow>,
}

/// Rows that were rejected come before any figure.
pub(super) fn rejected_rows(draft: &mut Draft<'_>) {
    if let Some(words) = draft.record.rejected_words() {
        draft.blocks.push(Block::Notice(format!("{words} They are listed in rejected.csv and counted in appendix D.")));
    }
}

pub(super) fn key_findings(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("key-findings", "1 Key findings");
    let (study, findings) = (draft.study, draft.findings);
    let media = media(draft);
    let columns_of: Vec<(String, Vec<Column<'_>>)> =
        media.iter().map(|medium| (medium.clone(), columns(draft, medium))).collect();
    let Some(in_view) = findings.actor_in_view(study) else {
        draft.paragraph("No coverage of the study's pools was found.");
        return Ok(());
    };
    let mut sentences = Vec::new();
    for (number, (medium, columns)) in columns_of.iter().take(2).enumerate() {
        let table = (columns.len() > 1).then(|| draft.next_table() + 2 * number);
        sentences.extend(columns.iter().filter_map(|column| sentence(draft, column, medium, in_view, table)));
    }
    if let Some((medium, _)) = columns_of.first() {
        sentences.extend(difference(draft, medium, draft.next_table() + 1));
    }
    sentences.extend(further(draft, in_view));
    draft.blocks.push(Block::List(sentences));
    for (number, (medium, columns)) in columns_of.iter().take(2).enumerate() {
        // One denominator is set beside nothing: chapter 5 has its shares.
        if columns.len() < 2 {
            continue;
        }
        draft.section(
            &format!("compare-{medium}"),
            &format!("The same coverage {}, under {}", in_medium(medium), counted(columns.len(), "denominator")),
        );
        if number == 0 {
            let shown: Vec<_> = columns.iter().take(2).map(|column| (column.table, column.rows.as_slice())).collect();
            draft.share_figures(&shown, Size::Single)?;
        }
        let table = side_by_side(draft, columns, medium);
        draft.table(table);
        let ways: Vec<&WayBetween> = findings.ways.iter().filter(|way| way.medium == *medium).collect();
        let table = what_differs(draft, columns, &ways, medium, in_view);
        draft.table(table);
    }
    Ok(())
}

/// S02 to S08 of the first medium of the main pool.
fn further(draft: &Draft<'_>, in_view: &str) -> Vec<String> {
    let Some(tables) = draft.findings.pool(&draft.study.report.pool) else { return Vec::new() };
    let Some(medium) = media(draft).into_iter().next() else { return Vec::new() };
    let groups = tables.by_medium.groups();
    let Some((quantity, _, rows)) = groups.into_iter().find(|(_, group, _)| group[0] == medium) else {
        return Vec::new();
    };
    let period = draft.period.map(|period| period.id.as_str());
    let all = [
        sentences::lead(draft, quantity, &medium),
        sentences::tone(draft, quantity, &medium, in_view),
        sentences::voice(draft, quantity, &medium, in_view),
        sentences::owners(draft, quantity, &medium, in_view),
        sentences::benchmark(draft, quantity, &medium, in_view),
        period.and_then(|period| sentences::change(draft, quantity, &medium, (in_view, period))),
        sentences::absence(draft, &medium, &rows),
    ];
    all.into_iter().flatten().collect()
}

/// The media with coverage of the main pool, the study's first one first.
fn media(draft: &Draft<'_>) -> Vec<String> {
    let Some(main) = draft.findings.pool(&draft.study.report.pool) else { return Vec::new() };
    let mut media: Vec<String> = main.by_medium.groups().into_iter().map(|(_, group, _)| group[0].clone()).collect();
    media.dedup();
    if let Some(first) = draft.study.report.medium {
        media.sort_by_key(|medium| medium != first.word());
    }
    media
}

/// The pools to compare in one medium, all in the quantity the main one has there.
fn columns<'a>(draft: &Draft<'a>, medium: &str) -> Vec<Column<'a>> {
    let (study, findings) = (draft.study, draft.findings);
    let in_medium = |id: &str, wanted: Option<&str>| {
        let table = &findings.pool(id)?.by_medium;
        table
            .groups()
            .into_iter()
            .find(|(quantity, group, _)| group[0] == medium && wanted.is_none_or(|wanted| wanted == *quantity))
    };
    let quantity = in_medium(&study.report.pool, None).map(|(quantity, ..)| quantity);
    let main = std::iter::once(&study.report.pool);
    let others = study.report.compare.iter().filter(|id| **id != study.report.pool);
    let columns = main.chain(others).filter_map(|id| {
        let (_, _, rows) = in_medium(id, quantity)?;
        Some(Column { pool: study.pool(id)?, table: &findings.pool(id)?.by_medium, rows })
    });
    columns.collect()
}

/// S01: who received how much of what, with its base.
fn sentence(
    draft: &Draft<'_>,
    column: &Column<'_>,
    medium: &str,
    in_view: &str,
    table: Option<usize>,
) -> Option<String> {
    let row = column.rows.iter().find(|row| row.actor == in_view)?;
    let estimate = &row.estimate;
    let pool = column.pool.name.in_language(&draft.study.languages.main);
    let (name, items) = (actor(draft.study, in_view).0, counted(estimate.base.n_items, "item"));
    if estimate.status == Status::Withheld {
        return Some(format!(
            "{name} received {} of {} of {pool} {} in {items}; so little is given no percentage.",
            estimate.numerator.printed_number(),
            estimate.denominator,
            in_medium(medium)
        ));
    }
    let interval = estimate.interval.map_or_else(String::new, |interval| {
        format!(" ({}% interval {})", interval.level, interval_words(draft.study, Form::Percent, &interval))
    });
    let weak: Vec<String> =
        estimate.flags.iter().filter(|flag| flag.is_weak()).map(|flag| flag.meaning(&draft.study.publishing)).collect();
    let weak = if weak.is_empty() { String::new() } else { format!("; to be read with care: {}", weak.join(", ")) };
    let table = table.map_or_else(String::new, |table| format!("; table{NBSP}{table}"));
    Some(format!(
        "{} received {}%{} of {} {} ({} of {}; {items}{weak}{table}).",
        name,
        estimate.percent?,
        interval,
        pool,
        in_medium(medium),
        estimate.numerator.printed_number(),
        estimate.denominator,
    ))
}

/// In what the denominators of a medium differ.
fn difference(draft: &Draft<'_>, medium: &str, table: usize) -> Option<String> {
    let ways = draft.findings.ways.iter().filter(|way| way.medium == medium);
    let mut respects: Vec<&str> = Vec::new();
    for step in ways.flat_map(|way| &way.steps) {
        if !respects.contains(&step.what) {
            respects.push(step.what);
        }
    }
    let (last, others) = respects.split_last()?;
    let named = if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) };
    let place = in_medium(medium);
    Some(format!("The shares {place} differ because their denominators do, in {named} (table{NBSP}{table})."))
}

fn published<'a>(draft: &Draft<'a>, pool: &Pool, medium: &str) -> Vec<&'a Benchmark> {
    let benchmarks = draft.study.benchmarks.iter().filter(|benchmark| {
        benchmark.kind == BenchmarkKind::Published
            && benchmark.pool.as_deref() == Some(pool.id.as_str())
            && benchmark.medium.is_none_or(|of| of.word() == medium)
    });
    benchmarks.collect()
}

/// One row per actor, one column per pool, and beside it what others published of the same denominator.
fn side_by_side(draft: &Draft<'_>, columns: &[Column<'_>], medium: &str) -> Table {
    let study = draft.study;
    let language = &study.languages.main;
    let mut headings = vec![("Actor".to_owned(), Alignment::Left)];
    // Pools may list different actors: the table has every one of them.
    let all = study.codebook.actors.ids();
    let is_listed = |id: &&str| columns.iter().any(|column| column.rows.iter().any(|row| row.actor == **id));
    let actors: Vec<&str> = all.into_iter().filter(is_listed).collect();
    let mut cells: Vec<Vec<String>> = actors.iter().map(|id| vec![actor_line(study, id)]).collect();
    let (mut totals, mut sources) = (Vec::new(), Vec::new());
    for column in columns {
        let name = column.pool.name.in_language(language);
        headings.push((format!("{}, %", capitalised(name)), Alignment::Right));
        let base = &column.rows[0].estimate;
        totals.push(format!("{name}: {} in {}", base.denominator, counted(base.base.n_items, "item")));
        let benchmarks = published(draft, column.pool, medium);
        for benchmark in &benchmarks {
            headings.push((format!("{}, published %", benchmark.name.in_language(language)), Alignment::Right));
            sources.push(format!(
                "{}: {}, {}.",
                benchmark.name.in_language(language),
                benchmark.source,
                benchmark.date
            ));
        }
        for (line, actor) in cells.iter_mut().zip(&actors) {
            let cell = column.rows.iter().find(|cell| cell.actor == *actor);
            line.push(percent_or_word(cell.map(|cell| &cell.estimate)));
            for benchmark in &benchmarks {
                let share = benchmark.share_of(actor, column.rows.len());
                line.push(share.map_or_else(|| "–".to_owned(), |share| published_percent(&share)));
            }
        }
    }
    let note = format!("Totals: {}. {}", totals.join("; "), sources.join(" "));
    let caption = format!("Shares {}, by denominator", in_medium(medium));
    Table { caption, columns: headings, rows: cells, note: Some(note.trim().to_owned()) }
}

/// A percentage as its publisher gave it: without decimals nobody published.
fn published_percent(share: &crate::unit::Share) -> String {
    let exact =
        crate::unit::Rounding { rule: crate::unit::RoundingRule::HalfUp, decimals: 2 }.percent(share).to_string();
    exact.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The way from the main pool to each other one, one respect at a time.
fn what_differs(draft: &Draft<'_>, columns: &[Column<'_>], ways: &[&WayBetween], medium: &str, in_view: &str) -> Table {
    let study = draft.study;
    let language = &study.languages.main;
    let name = actor(study, in_view).0;
    let percent = |estimate: Option<&crate::measure::Estimate>| match percent_or_word(estimate).as_str() {
        "–" => "no coverage".to_owned(),
        word => word.to_owned(),
    };
    let main = &columns[0];
    let start = main.rows.iter().find(|row| row.actor == in_view).map(|row| &row.estimate);
    let mut rows = Vec::new();
    for way in ways {
        let Some(pool) = study.pool(&way.pool) else { continue };
        rows.push(vec![
            format!("From {} to {}", main.pool.name.in_language(language), pool.name.in_language(language)),
            String::new(),
            percent(start),
        ]);
        for step in &way.steps {
            let words = format!("{}; instead of {}", step.second, step.first);
            rows.push(vec![capitalised(step.what), words, percent(step.estimate.as_ref())]);
        }
    }
    Table {
        caption: format!("What turns one share of {name} {} into the other, one respect at a time", in_medium(medium)),
        columns: vec![
            ("Taken over".to_owned(), Alignment::Left),
            ("Which".to_owned(), Alignment::Left),
            (format!("{name} then, %"), Alignment::Right),
        ],
        rows,
        note: Some(
            "Each row keeps the changes of the rows above it; the last row of a way is the other denominator."
                .to_owned(),
        ),
    }
}
