//! Chapters 2 to 4 and 7: what was monitored, how it was measured, how sure the figures are, what they are not.

use super::compose::Draft;
use super::document::Block;
use crate::agreement::{Scope, Verdict};
use crate::figure::{Drawing, Failure, agreement_figure, calendar_figure};
use crate::measure::{Flag, description};
use crate::study::{Boundary, IntervalMethod, Study};
use crate::table::{
    Alignment, Table, agreement_table, capitalised, coder_interval_table, coverage_table, meaning, variable_name,
};
use crate::wording::say;

pub(super) fn monitored(draft: &mut Draft<'_>) -> Result<(), Failure> {
    let study = draft.study;
    draft.chapter("monitored", &say!(study, "method-chapter-monitored"));
    let window = &study.window;
    let dates = (window.from, window.to);
    let n_outlets = study.codebook.outlets.len();
    draft.paragraph(say!(study, "method-monitored", outlets = n_outlets, days = window.n_days(), dates = dates));
    let findings = draft.findings;
    draft.table(coverage_table(study, &findings.coverage, &findings.ledger));
    draft.figure(|drawing| calendar_figure(drawing, &findings.calendar, &findings.ledger))
}

pub(super) fn measured(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("method", &say!(study, "method-chapter-measured"));
    let rounding = study.rounding;
    draft.paragraph(say!(study, "method-coded-row"));
    draft.paragraph(say!(study, "method-rounding", rule = rounding.rule.word(), n = rounding.decimals));
    if let Some(words) = crate::table::allocations(study) {
        draft.paragraph(words);
    }
    definitions(draft);
    draft.section("pools", &say!(study, "method-section-denominators"));
    let mut rows = Vec::new();
    for pool in &study.pools {
        let said = description(study, pool).into_iter().filter(|holding| !holding.is_all);
        for (number, holding) in said.enumerate() {
            let name =
                if number == 0 { capitalised(pool.name.in_language(&study.languages.main)) } else { String::new() };
            rows.push(vec![name, study.wording.word("respect", holding.what.word()), holding.words]);
        }
    }
    let headings = ["method-heading-denominator", "method-heading-respect", "method-heading-holds"];
    draft.table(Table {
        caption: say!(study, "method-denominators-hold"),
        columns: headings.map(|id| (say!(study, id), Alignment::Left)).into(),
        rows,
        note: None,
    });
}

pub(super) fn certainty(draft: &mut Draft<'_>) -> Result<(), Failure> {
    let (study, findings) = (draft.study, draft.findings);
    draft.chapter("certainty", &say!(study, "method-chapter-certainty"));
    draft.paragraph(say!(study, "method-exact-share"));
    draft.paragraph(intervals(study));
    let flags = [Flag::SmallBase, Flag::FewClusters, Flag::Rough, Flag::OneCluster, Flag::WideInterval];
    let meanings: Vec<String> = flags.iter().map(|flag| meaning(study, *flag)).collect();
    let policy = study.publishing.policy.word();
    draft.paragraph(say!(study, "method-policy", policy = policy, thresholds = study.wording.semicolons(&meanings)));
    draft.paragraph(what_was_coded(study));
    let copies = draft.record.rows.out_of_scope.get("N411").copied().unwrap_or(0);
    if findings.agreement.rows.is_empty() {
        draft.paragraph(say!(study, "method-no-second-coding"));
        return Ok(());
    }
    draft.section("agreement", &say!(study, "method-section-agreement"));
    draft.paragraph(say!(study, "method-second-coding", n = copies));
    // Second codings are of the whole study, whatever the period.
    let whole = draft.whole;
    draft.figure(|drawing| agreement_figure(Drawing { study: whole, ..drawing }, &findings.agreement))?;
    draft.table(agreement_table(study, &findings.agreement, false));
    if findings.coder_intervals.iter().any(|interval| interval.limits.is_some()) {
        let with_limits: Vec<_> = findings.coder_intervals.iter().filter(|i| i.limits.is_some()).cloned().collect();
        draft.table(coder_interval_table(study, &with_limits, study.uncertainty.level));
    }
    Ok(())
}

/// Whether what was coded is all there was, or a part that was drawn.
fn what_was_coded(study: &Study) -> String {
    let is_drawn = !study.uncertainty.drawn_from.is_empty();
    say!(study, if is_drawn { "method-days-drawn" } else { "method-taken-for-all" })
}

/// How intervals were made, in a paragraph.
fn intervals(study: &Study) -> String {
    let choices = &study.uncertainty;
    let (level, cluster) = (choices.level, choices.cluster.word());
    let made = match choices.method {
        IntervalMethod::None => return say!(study, "method-no-intervals"),
        IntervalMethod::Linear => say!(study, "method-intervals-linear", level = level, cluster = cluster),
        IntervalMethod::Percentile | IntervalMethod::Bca => say!(
            study,
            "method-intervals-bootstrap",
            level = level,
            cluster = cluster,
            n = choices.replicates,
            replicates = choices.replicates.to_string(),
            method = choices.method.word(),
            seed = choices.seed.to_string()
        ),
    };
    format!("{made} {}", say!(study, "of-intervals"))
}

pub(super) fn limitations(draft: &mut Draft<'_>) {
    let (study, findings) = (draft.study, draft.findings);
    draft.chapter("limitations", &say!(study, "method-chapter-limitations"));
    let recording = if findings.ledger.is_empty() { "method-limit-no-calendar" } else { "method-limit-lost" };
    let limits = ["method-limit-chosen-outlets", recording, "method-limit-shared-items", "method-limit-no-judgement"];
    let mut said: Vec<String> = limits.map(|id| say!(study, id)).into();
    let of_all = |verdicts: &[Verdict]| {
        let rows = findings.agreement.rows.iter().filter(|row| row.scope == Scope::All);
        let rows = rows.filter(|row| verdicts.contains(&row.verdict));
        rows.map(|row| variable_name(study, &row.variable)).collect::<Vec<String>>()
    };
    if findings.agreement.rows.is_empty() {
        said.push(say!(study, "method-limit-no-agreement"));
    }
    let weak = of_all(&[Verdict::Tentative, Verdict::Unreliable]);
    if !weak.is_empty() {
        said.push(say!(study, "method-limit-agreement", variables = study.wording.commas(&weak)));
    }
    let cells = findings.pool(&study.report.pool).map_or(&[][..], |tables| &tables.by_outlet.rows);
    let n_small = cells.iter().filter(|row| row.estimate.flags.iter().any(|flag| flag.is_weak())).count();
    if n_small > 0 {
        said.push(say!(study, "method-limit-small", n = n_small, of = cells.len()));
    }
    if cells.iter().any(|row| row.estimate.flags.contains(&Flag::WindowChanged)) {
        said.push(say!(study, "method-limit-hours-changed"));
    }
    draft.blocks.push(Block::List(said));
}

/// Chapters 2 to 4 in a paragraph each, for a report of two pages.
pub(super) fn in_short(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("monitored", &say!(study, "method-chapter-monitored"));
    let window = &study.window;
    let (dates, n_outlets) = ((window.from, window.to), study.codebook.outlets.len());
    draft.paragraph(say!(study, "method-monitored", outlets = n_outlets, days = window.n_days(), dates = dates));
    draft.chapter("certainty", &say!(study, "method-chapter-certainty"));
    draft.paragraph(format!("{} {}", say!(study, "method-exact-share"), intervals(study)));
    draft.paragraph(what_was_coded(study));
}

/// What tones mean, at the edge of which hours coverage counts, and whose clock is read.
fn definitions(draft: &mut Draft<'_>) {
    let study = draft.study;
    let tones = study.codebook.tones.iter().filter_map(|tone| {
        let kind = study.codebook.tone_kind(&tone.id)?;
        let name = tone.name.in_language(&study.languages.main);
        Some(say!(study, "method-tone", tone = name, kind = study.wording.word("tone-kind", kind.word())))
    });
    let tones: Vec<String> = tones.collect();
    if !tones.is_empty() {
        draft.paragraph(say!(study, "method-tones", tones = study.wording.semicolons(&tones)));
    }
    let mut edges: Vec<&str> = study.monitored.iter().filter_map(|hours| hours.boundary).map(Boundary::word).collect();
    edges.dedup();
    for edge in edges {
        draft.paragraph(say!(study, &format!("method-boundary-{edge}")));
    }
    if let Some(zone) = study.zone {
        draft.paragraph(say!(study, "method-zone", zone = zone.name()));
    }
}
