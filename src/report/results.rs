//! Chapters 5 to 7: shares by medium, by ownership, by outlet.

use super::compose::Draft;
use super::document::Block;
use super::kind::Kind;
use super::sentences::{self, Here};
use crate::chart::Size;
use crate::codebook::GenreKind;
use crate::figure::Failure;
use crate::figure::{
    PanelTables, bands_figure, benchmark_figure, matrix_figure, panel_pages, panels_figure, share_tone_figure,
    stack_figure, timeline_figure, tone_figure, voice_figure,
};
use crate::measure::{Dimension, Estimate, Form, PoolFindings, ShareRow, ShareTable, gaps};
use crate::study::{Benchmark, BenchmarkKind, Pool, Study};
use crate::table::{Alignment, DASH, Table};
use crate::table::{
    actor_line, capitalised, counted, interval_words, meaning, percent_number, percent_or_word, place, points,
};
use crate::wording::say;

fn main_pool<'a>(draft: &Draft<'a>) -> Option<(&'a PoolFindings, String)> {
    let pool = draft.study.pool(&draft.study.report.pool)?;
    let name = pool.name.in_language(&draft.study.languages.main).to_owned();
    Some((draft.findings.pool(&pool.id)?, name))
}

pub(super) fn by_medium(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("overall", &say!(draft.study, "report-chapter-overall"));
    let Some((tables, name)) = main_pool(draft) else { return Ok(()) };
    let study = draft.study;
    for (quantity, group, rows) in tables.by_medium.groups() {
        let here = place(study, &tables.by_medium.by, group);
        let heading = capitalised(&say!(study, "report-pool-in-place", pool = &name, place = here));
        draft.section(&format!("medium-{}-{quantity}", group[0]), &heading);
        draft.share_figures(&[(&tables.by_medium, &rows)], Size::Double)?;
        let n_outlets = rows[0].estimate.base.n_outlets;
        if draft.kind == Kind::Audit {
            draft.table(share_table(study, &rows, heading));
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
        if let Some(bands) = draft.findings.by_daypart.as_ref().filter(|_| draft.kind == Kind::Audit) {
            for (_, of_band, rows) in
                bands.groups().into_iter().filter(|(of, band, _)| *of == quantity && band.starts_with(group))
            {
                let pool = capitalised(&say!(
                    study,
                    "report-pool-in-place",
                    pool = &name,
                    place = place(study, &bands.by, of_band)
                ));
                draft.table(share_table(study, &rows, pool));
            }
        }
        if let Some(bands) = &draft.findings.by_daypart {
            draft.figure_over(n_outlets, |drawing| bands_figure(drawing, bands, (quantity, group)))?;
        }
        let main_benchmark = study.benchmarks.iter().find(|benchmark| applies(benchmark, &tables.pool));
        if let (Some(benchmark), Some(gaps)) = (main_benchmark, &draft.findings.gaps) {
            draft.figure(|drawing| benchmark_figure(drawing, gaps, &rows, benchmark))?;
        }
        for benchmark in study.benchmarks.iter().filter(|benchmark| applies(benchmark, &tables.pool)) {
            draft.table(gap_table(study, &rows, benchmark));
        }
    }
    Ok(())
}

/// The shares of every medium and the matrix: all that a preliminary report shows.
pub(super) fn overview(draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.chapter("overall", &say!(draft.study, "report-chapter-overall"));
    let Some((tables, _)) = main_pool(draft) else { return Ok(()) };
    // Two pages have room for the two media with most behind them, side by side.
    let groups = tables.by_medium.groups();
    let shown: Vec<(&ShareTable, &[&ShareRow])> =
        groups.iter().take(2).map(|(_, _, rows)| (&tables.by_medium, rows.as_slice())).collect();
    draft.share_figures(&shown, Size::Single)?;
    draft.figure(|drawing| matrix_figure(drawing, &tables.by_outlet))
}

/// Of what an outlet's shares are, and whose it is.
fn outlet_base(study: &Study, pool: &str, outlet: &str, estimate: &Estimate) -> String {
    let entry = study.codebook.outlets.by_id(outlet);
    let medium = entry.map_or("", |entry| entry.own.medium.word());
    let medium_name = study.wording.word("medium", medium);
    let (amount, base) = (estimate.denominator, estimate.base);
    let (items, days) = (counted(study, base.n_items, "item"), counted(study, base.n_clusters, "day"));
    let said = match entry.and_then(|entry| entry.own.ownership.as_deref()) {
        Some(owner) => say!(
            study,
            "report-outlet-base-owned",
            pool = pool,
            owner = study.wording.word("ownership", owner),
            ownerid = owner,
            medium = medium_name,
            mediumid = medium,
            amount = amount,
            items = items,
            days = days
        ),
        None => say!(
            study,
            "report-outlet-base",
            pool = pool,
            medium = medium_name,
            mediumid = medium,
            amount = amount,
            items = items,
            days = days
        ),
    };
    capitalised(&said)
}

/// Denominators of campaign material alone: never added to editorial coverage.
pub(super) fn paid_and_free(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("airtime", &say!(study, "report-chapter-airtime"));
    let is_campaign =
        |id: &String| study.codebook.genres.by_id(id).is_some_and(|genre| genre.own.kind == GenreKind::Campaign);
    let pools: Vec<&Pool> =
        study.pools.iter().filter(|pool| !pool.genres.is_empty() && pool.genres.iter().all(is_campaign)).collect();
    if pools.is_empty() {
        draft.paragraph(say!(study, "report-no-airtime"));
        return;
    }
    draft.paragraph(say!(study, "report-campaign-apart"));
    for pool in pools {
        let Some(tables) = draft.findings.pool(&pool.id) else { continue };
        let name = pool.name.in_language(&study.languages.main);
        for (_, group, rows) in tables.by_medium.groups() {
            let here = place(study, &tables.by_medium.by, group);
            let caption = capitalised(&say!(study, "report-pool-in-place", pool = name, place = here));
            draft.table(share_table(study, &rows, caption));
        }
    }
}

/// The shares of one group with interval and amount.
fn share_table(study: &Study, rows: &[&ShareRow], caption: String) -> Table {
    use Alignment::{Left, Right};
    let lines = rows.iter().map(|row| {
        let estimate = &row.estimate;
        let interval = estimate.interval.map(|interval| interval_words(study, Form::Percent, &interval));
        vec![
            actor_line(study, &row.actor),
            percent_or_word(study, Some(estimate)),
            interval.unwrap_or_else(|| DASH.to_owned()),
            study.wording.amount(estimate.numerator),
        ]
    });
    let base = &rows[0].estimate;
    let items = counted(study, base.base.n_items, "item");
    Table {
        caption,
        columns: vec![
            (say!(study, "heading-actor"), Left),
            (say!(study, "report-heading-share"), Right),
            (say!(study, "report-heading-interval"), Right),
            (say!(study, "heading-amount"), Right),
        ],
        rows: lines.collect(),
        note: Some(say!(study, "chart-base-in-items", amount = base.denominator, items = items)),
    }
}

/// Votes, seats, polls: what shares are held against, for orientation.
fn applies(benchmark: &Benchmark, pool: &str) -> bool {
    !matches!(benchmark.kind, BenchmarkKind::Published | BenchmarkKind::Equal | BenchmarkKind::Previous)
        && benchmark.pool.as_ref().is_none_or(|of| of == pool)
}

fn gap_table(study: &Study, rows: &[&ShareRow], benchmark: &Benchmark) -> Table {
    use Alignment::{Left, Right};
    let name = benchmark.name.in_language(&study.languages.main);
    let by_actor = gaps(study, rows, benchmark);
    let lines = by_actor.iter().map(|gap| {
        let share = rows.iter().find(|row| row.actor == gap.actor).and_then(|row| row.estimate.percent);
        let share = share.map(|percent| percent_number(study, percent)).unwrap_or_default();
        let (held_against, difference) = (percent_number(study, gap.benchmark), points(study, gap.points));
        vec![actor_line(study, &gap.actor), share, held_against, difference]
    });
    let (source, date) = (benchmark.source.in_language(&study.languages.main), benchmark.date.to_string());
    let source = say!(study, "report-source", source = source, date = date);
    Table {
        caption: say!(study, "report-shares-and-benchmark", benchmark = name),
        columns: vec![
            (say!(study, "heading-actor"), Left),
            (say!(study, "report-heading-share"), Right),
            (say!(study, "heading-percent-of", name = capitalised(name)), Right),
            (say!(study, "report-heading-difference"), Right),
        ],
        rows: lines.collect(),
        note: Some(format!("{source} {}", say!(study, "note-orientation"))),
    }
}

pub(super) fn by_ownership(draft: &mut Draft<'_>) -> Result<(), Failure> {
    use Alignment::{Left, Right};
    let study = draft.study;
    draft.chapter("ownership", &say!(study, "report-chapter-ownership"));
    for pool in &study.pools {
        let Some(tables) = draft.findings.pool(&pool.id) else { continue };
        let groups = tables.by_ownership.groups();
        let Some((_, _, first)) = groups.first() else { continue };
        let mut columns = vec![(say!(study, "heading-actor"), Left)];
        columns.extend(groups.iter().map(|(_, group, _)| (owned_heading(study, &group[1], &group[0]), Right)));
        let mut rows: Vec<Vec<String>> = first.iter().map(|row| vec![actor_line(study, &row.actor)]).collect();
        let mut totals = Vec::new();
        for (_, group, cells) in &groups {
            for (line, cell) in rows.iter_mut().zip(cells) {
                line.push(percent_or_word(study, Some(&cell.estimate)));
            }
            let base = &cells[0].estimate;
            let here = place(study, &tables.by_ownership.by, group);
            let items = counted(study, base.base.n_items, "item");
            totals.push(say!(study, "report-total-of", name = here, amount = base.denominator, items = items));
        }
        let caption = capitalised(pool.name.in_language(&study.languages.main));
        let note = say!(study, "report-totals-by-owner", totals = study.wording.semicolons(&totals));
        draft.table(Table { caption, columns, rows, note: Some(note) });
    }
    figures_by_ownership(draft)
}

/// `State television, %`
fn owned_heading(study: &Study, owner: &str, medium: &str) -> String {
    capitalised(&say!(
        study,
        "report-heading-owned",
        owner = study.wording.word("ownership", owner),
        ownerid = owner,
        medium = study.wording.word("medium", medium),
        mediumid = medium
    ))
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
    draft.chapter("outlets", &say!(draft.study, "report-chapter-outlets"));
    let Some((tables, name)) = main_pool(draft) else { return Ok(()) };
    let study = draft.study;
    draft.figure(|drawing| matrix_figure(drawing, &tables.by_outlet))?;
    for (quantity, group, rows) in tables.by_outlet.groups() {
        let outlet = &group[1];
        let label = Dimension::Outlet.label(outlet, study);
        draft.section(&format!("outlet-{outlet}-{quantity}"), &label);
        let base = &rows[0].estimate;
        draft.paragraph(outlet_base(study, &name, outlet, base));
        let of_outlet = draft.findings.coverage.iter().find(|row| row.outlet == *outlet && row.quantity == quantity);
        if let Some(row) = of_outlet.filter(|row| !row.programmes.is_empty()) {
            let (n, programmes) = (row.programmes.len(), study.wording.commas(&row.programmes));
            draft.paragraph(say!(study, "report-programmes", n = n, programmes = programmes));
        }
        let here = Here { quantity, by: &tables.by_outlet.by, group };
        let in_view = draft.findings.actor_in_view(study);
        let said = [
            sentences::lead(draft, here),
            in_view.and_then(|actor| sentences::tone(draft, here, actor)),
            in_view.and_then(|actor| sentences::voice(draft, here, actor)),
        ];
        draft.blocks.push(Block::List(said.into_iter().flatten().collect()));
        let flags: Vec<String> = base.flags.iter().map(|flag| meaning(study, *flag)).collect();
        if !flags.is_empty() {
            draft.paragraph(say!(study, "report-care", reasons = study.wording.semicolons(&flags)));
        }
        draft.share_figures(&[(&tables.by_outlet, &rows)], Size::Double)?;
        if draft.kind == Kind::Audit {
            let caption = capitalised(&say!(study, "report-pool-of-outlet", pool = &name, outlet = label));
            draft.table(share_table(study, &rows, caption));
        }
        if let Some(tones) = &draft.findings.tones_by_outlet {
            draft.figure(|drawing| tone_figure(drawing, tones, (quantity, group)))?;
        }
        if let Some(voices) = &draft.findings.voices_by_outlet {
            draft.figure(|drawing| voice_figure(drawing, voices, (quantity, group)))?;
        }
        if let Some(trends) = &draft.findings.trends_by_outlet {
            draft.figure(|drawing| timeline_figure(drawing, trends, (quantity, group)))?;
        }
    }
    let covered: Vec<&String> = tables.by_outlet.groups().iter().map(|(_, group, _)| &group[1]).collect();
    let silent = study.codebook.outlets.iter().filter(|outlet| !covered.contains(&&outlet.id));
    let silent: Vec<&str> = silent.map(|outlet| outlet.name.in_language(&study.languages.main)).collect();
    if !silent.is_empty() {
        draft.paragraph(say!(study, "report-outlets-without-coverage", outlets = study.wording.commas(&silent)));
    }
    Ok(())
}
