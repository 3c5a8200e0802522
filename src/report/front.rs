//! Chapter 1, key findings: the same share under the pools the study compares, and what differs between them.

use super::compose::Draft;
use super::document::Block;
use super::kind::Kind;
use super::sentences::{self, Here};
use crate::chart::Size;
use crate::figure::Failure;
use crate::measure::{Estimate, Form, ShareRow, ShareTable, Status, WayBetween, What};
use crate::study::{Benchmark, BenchmarkKind, Pool, Study};
use crate::table::{Alignment, DASH, Table};
use crate::table::{actor, actor_line, capitalised, counted, in_medium, interval_words, meaning, percent_or_word};
use crate::wording::say;

/// A pool's cells in one medium.
struct Column<'a> {
    pool: &'a Pool,
    table: &'a ShareTable,
    rows: Vec<&'a ShareRow>,
}

/// Rows that were rejected come before any figure.
pub(super) fn rejected_rows(draft: &mut Draft<'_>) {
    if let Some((n, read)) = draft.record.rejected() {
        let rejected = say!(draft.study, "rows-rejected", n = n, read = read);
        let listed = say!(draft.study, "report-rejected-listed");
        draft.blocks.push(Block::Notice(format!("{rejected} {listed}")));
    }
}

pub(super) fn key_findings(draft: &mut Draft<'_>) -> Result<(), Failure> {
    let (study, findings) = (draft.study, draft.findings);
    draft.chapter("key-findings", &say!(study, "report-chapter-key-findings"));
    let media = media(draft);
    let columns_of: Vec<(String, Vec<Column<'_>>)> =
        media.iter().map(|medium| (medium.clone(), columns(draft, medium))).collect();
    let Some(in_view) = findings.actor_in_view(study) else {
        draft.paragraph(say!(study, "report-no-findings"));
        return Ok(());
    };
    let mut found: Vec<Finding> = Vec::new();
    let has_tables = draft.kind != Kind::Preliminary;
    if let Some((medium, columns)) = columns_of.first() {
        let table = (has_tables && columns.len() > 1).then(|| draft.next_table());
        found.extend(columns.iter().filter_map(|column| share_finding(draft, column, medium, in_view, table)));
        if has_tables {
            found.extend(difference(draft, medium, draft.next_table() + 1).map(Finding::in_table));
        }
    }
    found.extend(further(draft, in_view));
    found.truncate(if has_tables { MOST_FINDINGS } else { MOST_FINDINGS_OF_A_PAGE });
    let (texts, figures) = found.into_iter().map(|finding| (finding.text, finding.figure)).unzip();
    draft.expected_figures = Some((draft.blocks.len(), figures));
    draft.blocks.push(Block::List(texts));
    if has_tables {
        compare(draft, &columns_of, in_view)?;
    }
    Ok(())
}

/// A key finding, and what the stem of the figure that shows it holds.
struct Finding {
    text: String,
    figure: Option<String>,
}

impl Finding {
    /// One that names its table itself.
    fn in_table(text: String) -> Finding {
        Finding { text, figure: None }
    }
}

/// Key findings of a report, and of one that has two pages.
const MOST_FINDINGS: usize = 8;
const MOST_FINDINGS_OF_A_PAGE: usize = 5;

/// Names the figure behind each key finding, once all are drawn.
pub(super) fn name_figures(draft: &mut Draft<'_>) {
    let Some((at, expected)) = draft.expected_figures.take() else { return };
    let study = draft.study;
    let numbers: Vec<Option<usize>> = expected
        .iter()
        .map(|wanted| {
            let found = draft.figures.iter().find(|figure| wanted.as_ref().is_some_and(|w| figure.stem.contains(w)));
            found.map(|figure| figure.number)
        })
        .collect();
    if let Some(Block::List(texts)) = draft.blocks.get_mut(at) {
        for (text, number) in texts.iter_mut().zip(numbers) {
            if let Some(number) = number {
                *text = format!("{text} {}", say!(study, "sentence-figure", n = number));
            }
        }
    }
}

/// The same coverage under every denominator, medium by medium.
fn compare(draft: &mut Draft<'_>, columns_of: &[(String, Vec<Column<'_>>)], in_view: &str) -> Result<(), Failure> {
    let (study, findings) = (draft.study, draft.findings);
    for (number, (medium, columns)) in columns_of.iter().take(2).enumerate() {
        // One denominator is set beside nothing: chapter 5 has its shares.
        if columns.len() < 2 {
            continue;
        }
        let heading = say!(study, "report-compare", place = in_medium(study, medium), n = columns.len());
        draft.section(&format!("compare-{medium}"), &heading);
        if number == 0 {
            let shown: Vec<_> = columns.iter().take(2).map(|column| (column.table, column.rows.as_slice())).collect();
            draft.share_figures(&shown, Size::Single)?;
        } else {
            // The key findings have the first medium's.
            let table = Some(draft.next_table());
            let said = columns.iter().filter_map(|column| share_finding(draft, column, medium, in_view, table));
            let said: Vec<String> = said.map(|finding| finding.text).collect();
            draft.blocks.push(Block::List(said));
        }
        let table = side_by_side(draft, columns, medium);
        draft.table(table);
        let ways: Vec<&WayBetween> = findings.ways.iter().filter(|way| way.medium == *medium).collect();
        let table = what_differs(draft, columns, &ways, medium, in_view);
        draft.table(table);
    }
    Ok(())
}

/// S02 to S08 of the first medium of the main pool, the most telling first.
fn further(draft: &Draft<'_>, in_view: &str) -> Vec<Finding> {
    let study = draft.study;
    let pool = &study.report.pool;
    let Some(tables) = draft.findings.pool(pool) else { return Vec::new() };
    let Some(medium) = media(draft).into_iter().next() else { return Vec::new() };
    let groups = tables.by_medium.groups();
    let Some((quantity, group, rows)) = groups.into_iter().find(|(_, group, _)| group[0] == medium) else {
        return Vec::new();
    };
    let here = Here { quantity, by: &tables.by_medium.by, group };
    let period = draft.period.map(|period| period.id.as_str());
    let benchmark = sentences::held_against(study).map_or_else(String::new, |held| format!("benchmark-{}", held.id));
    let all = [
        (sentences::lead(draft, here), "share"),
        (period.and_then(|period| sentences::change(draft, here, (in_view, period))), ""),
        (sentences::tone(draft, here, in_view), "tone"),
        (sentences::owners(draft, here, in_view), "stack"),
        (sentences::benchmark(draft, here, in_view), benchmark.as_str()),
        (sentences::absence(draft, here, &rows), "share"),
        (sentences::voice(draft, here, in_view), "voice"),
    ];
    let findings = all.into_iter().filter_map(|(text, kind)| {
        let figure = (!kind.is_empty()).then(|| format!("_{kind}_{pool}_{medium}_"));
        Some(Finding { text: text?, figure })
    });
    findings.collect()
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

/// S01 as a finding: its table, or where there is none its figure, shows it.
fn share_finding(
    draft: &Draft<'_>,
    column: &Column<'_>,
    medium: &str,
    in_view: &str,
    table: Option<usize>,
) -> Option<Finding> {
    let text = sentence(draft, column, medium, in_view, table)?;
    let figure = table.is_none().then(|| format!("_share_{}_{medium}_", column.pool.id));
    Some(Finding { text, figure })
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
    let (study, estimate) = (draft.study, &row.estimate);
    let pool = column.pool.name.in_language(&study.languages.main);
    let (name, place) = (actor(study, in_view).0, in_medium(study, medium));
    let items = counted(study, estimate.base.n_items, "item");
    let part = study.wording.amount_number(estimate.numerator);
    if estimate.status == Status::Withheld {
        let whole = estimate.denominator;
        return Some(say!(
            study,
            "s01-withheld",
            actor = name,
            part = part,
            whole = whole,
            pool = pool,
            place = place,
            items = items
        ));
    }
    let percent = estimate.percent?;
    let mut basis = vec![say!(study, "sentence-part-of", part = part, whole = estimate.denominator), items];
    let weak: Vec<String> =
        estimate.flags.iter().filter(|flag| flag.is_weak()).map(|flag| meaning(study, *flag)).collect();
    basis.extend((!weak.is_empty()).then(|| say!(study, "sentence-care", reasons = study.wording.commas(&weak))));
    basis.extend(table.map(|table| say!(study, "sentence-table", n = table)));
    let basis = study.wording.semicolons(&basis);
    Some(match estimate.interval {
        Some(interval) => say!(
            study,
            "s01-share-with-interval",
            actor = name,
            percent = percent,
            level = interval.level,
            interval = interval_words(study, Form::Percent, &interval),
            pool = pool,
            place = place,
            basis = basis
        ),
        None => say!(study, "s01-share", actor = name, percent = percent, pool = pool, place = place, basis = basis),
    })
}

/// In what the denominators of a medium differ.
fn difference(draft: &Draft<'_>, medium: &str, table: usize) -> Option<String> {
    let study = draft.study;
    let ways = draft.findings.ways.iter().filter(|way| way.medium == medium);
    let mut respects: Vec<What> = Vec::new();
    for step in ways.flat_map(|way| &way.steps) {
        if !respects.contains(&step.what) {
            respects.push(step.what);
        }
    }
    if respects.is_empty() {
        return None;
    }
    let names: Vec<String> = respects.iter().map(|what| study.wording.word("respect", what.word())).collect();
    Some(say!(
        study,
        "sentence-denominators-differ",
        place = in_medium(study, medium),
        respects = study.wording.list(&names),
        table = table
    ))
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
    let mut headings = vec![(say!(study, "heading-actor"), Alignment::Left)];
    // Pools may list different actors: the table has every one of them.
    let all = study.codebook.actors.ids();
    let is_listed = |id: &&str| columns.iter().any(|column| column.rows.iter().any(|row| row.actor == **id));
    let actors: Vec<&str> = all.into_iter().filter(is_listed).collect();
    let mut cells: Vec<Vec<String>> = actors.iter().map(|id| vec![actor_line(study, id)]).collect();
    let (mut totals, mut sources) = (Vec::new(), Vec::new());
    for column in columns {
        let name = column.pool.name.in_language(language);
        headings.push((say!(study, "heading-percent-of", name = capitalised(name)), Alignment::Right));
        let base = &column.rows[0].estimate;
        let items = counted(study, base.base.n_items, "item");
        totals.push(say!(study, "report-total-of", name = name, amount = base.denominator, items = items));
        let benchmarks = published(draft, column.pool, medium);
        for benchmark in &benchmarks {
            let name = benchmark.name.in_language(language);
            headings.push((say!(study, "report-heading-published", name = name), Alignment::Right));
            let (source, date) = (benchmark.source.in_language(&study.languages.main), benchmark.date.to_string());
            sources.push(say!(study, "report-source-of", name = name, source = source, date = date));
        }
        for (line, actor) in cells.iter_mut().zip(&actors) {
            let cell = column.rows.iter().find(|cell| cell.actor == *actor);
            line.push(percent_or_word(study, cell.map(|cell| &cell.estimate)));
            for benchmark in &benchmarks {
                let share = benchmark.share_of(actor, column.rows.len());
                line.push(share.map_or_else(|| DASH.to_owned(), |share| published_percent(study, &share)));
            }
        }
    }
    let totals = say!(study, "report-totals", totals = study.wording.semicolons(&totals));
    let note = std::iter::once(totals).chain(sources).collect::<Vec<_>>().join(" ");
    let caption = say!(study, "report-shares-by-denominator", place = in_medium(study, medium));
    Table { caption, columns: headings, rows: cells, note: Some(note) }
}

/// A percentage as its publisher gave it: without decimals nobody published.
fn published_percent(study: &Study, share: &crate::unit::Share) -> String {
    let exact =
        crate::unit::Rounding { rule: crate::unit::RoundingRule::HalfUp, decimals: 2 }.percent(share).to_string();
    study.wording.number(exact.trim_end_matches('0').trim_end_matches('.'))
}

/// The way from the main pool to each other one, one respect at a time.
fn what_differs(draft: &Draft<'_>, columns: &[Column<'_>], ways: &[&WayBetween], medium: &str, in_view: &str) -> Table {
    let study = draft.study;
    let language = &study.languages.main;
    let name = actor(study, in_view).0;
    let percent = |estimate: Option<&Estimate>| match percent_or_word(study, estimate) {
        dash if dash == DASH => say!(study, "report-no-coverage"),
        word => word,
    };
    let main = &columns[0];
    let start = main.rows.iter().find(|row| row.actor == in_view).map(|row| &row.estimate);
    let mut rows = Vec::new();
    for way in ways {
        let Some(pool) = study.pool(&way.pool) else { continue };
        let (first, second) = (main.pool.name.in_language(language), pool.name.in_language(language));
        rows.push(vec![say!(study, "report-from-to", first = first, second = second), String::new(), percent(start)]);
        for step in &way.steps {
            let what = capitalised(&study.wording.word("respect", step.what.word()));
            let words = say!(study, "report-instead-of", second = &step.second, first = &step.first);
            rows.push(vec![what, words, percent(step.estimate.as_ref())]);
        }
    }
    Table {
        caption: say!(study, "report-what-differs", actor = &name, place = in_medium(study, medium)),
        columns: vec![
            (say!(study, "report-heading-taken-over"), Alignment::Left),
            (say!(study, "report-heading-which"), Alignment::Left),
            (say!(study, "report-heading-then", actor = name), Alignment::Right),
        ],
        rows,
        note: Some(say!(study, "report-each-row-keeps")),
    }
}
