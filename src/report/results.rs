//! Chapters 5 to 7: shares by medium, by ownership, by outlet.

use super::compose::Draft;
use super::kind::Kind;
use crate::chart::Size;
use crate::codebook::GenreKind;
use crate::figure::Failure;
use crate::figure::{
    PanelTables, bands_figure, benchmark_figure, matrix_figure, panel_pages, panels_figure, share_tone_figure,
    stack_figure, timeline_figure, tone_figure, voice_figure,
};
use crate::measure::{Dimension, Form, PoolFindings, ShareRow, gaps};
use crate::study::{Benchmark, BenchmarkKind, Pool, Study};
use crate::table::{Alignment, Table};
use crate::table::{actor_line, capitalised, counted, interval_words, percent_or_word, place};

fn main_pool<'a>(draft: &Draft<'a>) -> Option<(&'a PoolFindings, String)> {
    let pool = draft.study.pool(&draft.study.report.pool)?;
    let name = pool.name.in_language(&draft.study.languages.main).to_owned();
    Some((draft.findings.pool(&pool.id)?, name))
}

pub(super) fn by_medium(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("overall", "5 Overall picture");
    let Some((tables, name)) = main_pool(draft) else { return Ok(()) };
    let study = draft.study;
    for (quantity, group, rows) in tables.by_medium.groups() {
        draft.section(
            &format!("medium-{}-{quantity}", group[0]),
            &capitalised(&format!("{name} {}", place(study, &tables.by_medium.by, group))),
        );
        draft.share_figures(&[(&tables.by_medium, &rows)], Size::Double)?;
        let n_outlets = rows[0].estimate.base.n_outlets;
        if draft.kind == Kind::Audit {
            let table = share_table(
                draft,
                &rows,
                capitalised(&format!("{name} {}", place(study, &tables.by_medium.by, group))),
            );
            draft.table(table);
        }
        if let Some(tones) = &draft.findings.tones {
            draft.figure_over(n_outlets, |drawing| tone_figure(drawing, tones, (quantity, group)))?;
        }
        if let Some(voices) = &draft.findings.voices {
            draft.figure_over(n_outlets, |drawing| voice_figure(drawing, voices, (quantity, group)))?;
        }
        if let Some(trends) = &draft.findings.trends {
            draft.figure_over(n_outlets, |drawing| timeline_figure(drawing, trends, (quantity, group)))?;
        }
        if let Some(bands) = &draft.findings.by_daypart {
            draft.figure_over(n_outlets, |drawing| bands_figure(drawing, bands, (quantity, group)))?;
        }
        let main_benchmark = study.benchmarks.iter().find(|benchmark| applies(benchmark, &tables.pool));
        if let (Some(benchmark), Some(gaps)) = (main_benchmark, &draft.findings.gaps) {
            draft.figure(|drawing| benchmark_figure(drawing, gaps, &rows, benchmark))?;
        }
        for benchmark in study.benchmarks.iter().filter(|benchmark| applies(benchmark, &tables.pool)) {
            let table = gap_table(draft, &rows, benchmark);
            draft.table(table);
        }
    }
    Ok(())
}

/// The shares of every medium and the matrix: all that a preliminary report shows.
pub(super) fn overview(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("overall", "5 Overall picture");
    let Some((tables, _)) = main_pool(draft) else { return Ok(()) };
    for (_, _, rows) in tables.by_medium.groups() {
        draft.share_figures(&[(&tables.by_medium, &rows)], Size::Double)?;
    }
    draft.figure(|drawing| matrix_figure(drawing, &tables.by_outlet))
}

/// `, state television`
fn owner(study: &Study, outlet: &str) -> String {
    let entry = study.codebook.outlets.by_id(outlet);
    let medium = entry.map_or("", |entry| entry.own.medium.word());
    let owner = entry.and_then(|entry| entry.own.ownership.as_deref());
    owner.map_or_else(|| format!(", {medium}"), |owner| format!(", {owner} {medium}"))
}

/// Denominators of campaign material alone: never added to editorial coverage.
pub(super) fn paid_and_free(draft: &mut Draft<'_>) {
    draft.chapter("airtime", "9 Paid and free airtime");
    let study = draft.study;
    let is_campaign =
        |id: &String| study.codebook.genres.by_id(id).is_some_and(|genre| genre.own.kind == GenreKind::Campaign);
    let pools: Vec<&Pool> =
        study.pools.iter().filter(|pool| !pool.genres.is_empty() && pool.genres.iter().all(is_campaign)).collect();
    if pools.is_empty() {
        draft.paragraph("No denominator of the study is of paid or free airtime alone.");
        return;
    }
    draft.paragraph("Campaign material stands apart: it is in no share of editorial coverage.");
    for pool in pools {
        let Some(tables) = draft.findings.pool(&pool.id) else { continue };
        let name = pool.name.in_language(&study.languages.main);
        for (_, group, rows) in tables.by_medium.groups() {
            let caption = capitalised(&format!("{name} {}", place(study, &tables.by_medium.by, group)));
            let table = share_table(draft, &rows, caption);
            draft.table(table);
        }
    }
}

/// The shares of one group with interval and amount.
fn share_table(draft: &Draft<'_>, rows: &[&ShareRow], caption: String) -> Table {
    use Alignment::{Left, Right};
    let study = draft.study;
    let lines = rows.iter().map(|row| {
        let estimate = &row.estimate;
        let interval = estimate.interval.map(|interval| interval_words(study, Form::Percent, &interval));
        vec![
            actor_line(study, &row.actor),
            percent_or_word(Some(estimate)),
            interval.unwrap_or_else(|| "–".to_owned()),
            estimate.numerator.to_string(),
        ]
    });
    let base = &rows[0].estimate;
    Table {
        caption,
        columns: [("Actor", Left), ("Share, %", Right), ("Interval", Right), ("Amount", Right)]
            .map(|(name, alignment)| (name.to_owned(), alignment))
            .into(),
        rows: lines.collect(),
        note: Some(format!("Base: {} in {}.", base.denominator, counted(base.base.n_items, "item"))),
    }
}

/// Votes, seats, polls: what shares are held against, for orientation.
fn applies(benchmark: &Benchmark, pool: &str) -> bool {
    !matches!(benchmark.kind, BenchmarkKind::Published | BenchmarkKind::Equal | BenchmarkKind::Previous)
        && benchmark.pool.as_ref().is_none_or(|of| of == pool)
}

fn gap_table(draft: &Draft<'_>, rows: &[&ShareRow], benchmark: &Benchmark) -> Table {
    use Alignment::{Left, Right};
    let study = draft.study;
    let name = benchmark.name.in_language(&study.languages.main);
    let by_actor = gaps(study, rows, benchmark);
    let lines = by_actor.iter().map(|gap| {
        let share = rows.iter().find(|row| row.actor == gap.actor).and_then(|row| row.estimate.percent);
        let share = share.map(|percent| percent.to_string()).unwrap_or_default();
        vec![actor_line(study, &gap.actor), share, gap.benchmark.to_string(), gap.points.signed()]
    });
    Table {
        caption: format!("Shares and {name}"),
        columns: vec![
            ("Actor".to_owned(), Left),
            ("Share, %".to_owned(), Right),
            (format!("{}, %", capitalised(name)), Right),
            ("Difference, points".to_owned(), Right),
        ],
        rows: lines.collect(),
        note: Some(format!(
            "{}, {}. Shown for orientation, not as a standard of fairness.",
            benchmark.source, benchmark.date
        )),
    }
}

pub(super) fn by_ownership(draft: &mut Draft<'_>) -> Result<(), Failure> {
    use Alignment::{Left, Right};
    let study = draft.study;
    draft.chapter("ownership", "6 State and private media");
    for pool in &study.pools {
        let Some(tables) = draft.findings.pool(&pool.id) else { continue };
        let groups = tables.by_ownership.groups();
        let Some((_, _, first)) = groups.first() else { continue };
        let mut columns = vec![("Actor".to_owned(), Left)];
        columns
            .extend(groups.iter().map(|(_, group, _)| (format!("{} {}, %", capitalised(&group[1]), group[0]), Right)));
        let mut rows: Vec<Vec<String>> = first.iter().map(|row| vec![actor_line(study, &row.actor)]).collect();
        let mut totals = Vec::new();
        for (_, group, cells) in &groups {
            for (line, cell) in rows.iter_mut().zip(cells) {
                line.push(percent_or_word(Some(&cell.estimate)));
            }
            let base = &cells[0].estimate;
            totals.push(format!(
                "{}: {} in {}",
                place(study, &tables.by_ownership.by, group),
                base.denominator,
                counted(base.base.n_items, "item")
            ));
        }
        let caption = capitalised(pool.name.in_language(&study.languages.main));
        draft.table(Table { caption, columns, rows, note: Some(format!("Totals {}.", totals.join("; "))) });
    }
    figures_by_ownership(draft)
}

/// Panels and stacks of each medium, and share against tone of the actor in view.
fn figures_by_ownership(draft: &mut Draft<'_>) -> Result<(), Failure> {
    let Some((tables, _)) = main_pool(draft) else { return Ok(()) };
    let findings = draft.findings;
    for (quantity, group, _) in tables.by_medium.groups() {
        let which = (quantity, group[0].as_str());
        if let Some(leads) = &findings.leads_by_outlet {
            let panels = PanelTables { by_medium: &tables.by_medium, by_outlet: &tables.by_outlet, leads };
            let n_pages = panel_pages(&tables.by_outlet, which);
            for page in 0..n_pages {
                draft.figure(|drawing| panels_figure(drawing, panels, which, page))?;
            }
        }
        draft.figure(|drawing| stack_figure(drawing, (&tables.by_medium, &tables.by_outlet), which))?;
    }
    if let (Some(tones), Some(actor)) = (&findings.tones_by_outlet, findings.actor_in_view(draft.study)) {
        draft.figure(|drawing| share_tone_figure(drawing, (&tables.by_outlet, tones), actor))?;
    }
    Ok(())
}

pub(super) fn by_outlet(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("outlets", "7 Outlets");
    let Some((tables, name)) = main_pool(draft) else { return Ok(()) };
    let study = draft.study;
    draft.figure(|drawing| matrix_figure(drawing, &tables.by_outlet))?;
    for (quantity, group, rows) in tables.by_outlet.groups() {
        let outlet = &group[1];
        draft.section(&format!("outlet-{outlet}-{quantity}"), Dimension::Outlet.label(outlet, study));
        let base = &rows[0].estimate;
        draft.paragraph(format!(
            "{}{}: {} in {} on {}.",
            capitalised(&name),
            owner(study, outlet),
            base.denominator,
            counted(base.base.n_items, "item"),
            counted(base.base.n_clusters, "day")
        ));
        let flags: Vec<String> = base.flags.iter().map(|flag| flag.meaning(&study.publishing)).collect();
        if !flags.is_empty() {
            draft.paragraph(format!("To be read with care: {}.", flags.join("; ")));
        }
        draft.share_figures(&[(&tables.by_outlet, &rows)], Size::Double)?;
        if draft.kind == Kind::Audit {
            let table = share_table(
                draft,
                &rows,
                capitalised(&format!("{}: {}", name, Dimension::Outlet.label(outlet, study))),
            );
            draft.table(table);
        }
        if let Some(tones) = &draft.findings.tones_by_outlet {
            draft.figure(|drawing| tone_figure(drawing, tones, (quantity, group)))?;
        }
        if let Some(voices) = &draft.findings.voices_by_outlet {
            draft.figure(|drawing| voice_figure(drawing, voices, (quantity, group)))?;
        }
    }
    let covered: Vec<&String> = tables.by_outlet.groups().iter().map(|(_, group, _)| &group[1]).collect();
    let silent = study.codebook.outlets.iter().filter(|outlet| !covered.contains(&&outlet.id));
    let silent: Vec<&str> = silent.map(|outlet| outlet.name.in_language(&study.languages.main)).collect();
    if !silent.is_empty() {
        draft.paragraph(format!("No coverage of this denominator: {}.", silent.join(", ")));
    }
    Ok(())
}
