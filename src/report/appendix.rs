//! The appendix: full tables, what became of every row, and how to make the report again.

use super::compose::Draft;
use super::document::Block;
use crate::measure::Dimension;
use crate::table::{Alignment, DASH, Table, actor_line, capitalised};
use crate::wording::say;

/// Where the CSV of a pool's table lies in the report's folder.
pub(super) fn table_file(pool: &str, by: &str) -> String {
    format!("tables/share_{pool}_by-{by}.csv")
}

pub(super) fn tables(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("tables", &say!(study, "appendix-chapter-tables"));
    draft.paragraph(say!(study, "appendix-files"));
    let files = study.pools.iter().flat_map(|pool| {
        let name = capitalised(pool.name.in_language(&study.languages.main));
        ["medium", "ownership", "outlet"]
            .map(|by| vec![table_file(&pool.id, by), name.clone(), study.wording.word("appendix-by", by)])
    });
    let headings = ["appendix-heading-file", "appendix-heading-denominator", "appendix-heading-broken-down-by"];
    let table = Table {
        caption: say!(study, "appendix-tables-as-csv"),
        columns: headings.map(|id| (say!(study, id), Alignment::Left)).into(),
        rows: files.collect(),
        note: draft.has_rows.then(|| say!(study, "appendix-rows-file", file = ROWS_FILE)),
    };
    draft.table(table);
}

/// Where an audit's coded rows lie in the report's folder.
pub(super) const ROWS_FILE: &str = "tables/rows.csv";

pub(super) fn corrections(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("corrections", &say!(study, "appendix-chapter-corrections"));
    let corrections = &study.corrections;
    if corrections.is_empty() {
        draft.paragraph(say!(study, "appendix-nothing-corrected"));
        return;
    }
    let dash = |text: &Option<String>| text.clone().unwrap_or_else(|| DASH.to_owned());
    let rows = corrections.iter().map(|correction| {
        vec![correction.date.to_string(), correction.what.clone(), dash(&correction.old), dash(&correction.new)]
    });
    let headings = ["appendix-heading-date", "appendix-heading-what", "appendix-heading-was", "appendix-heading-is"];
    let table = Table {
        caption: say!(study, "appendix-corrections"),
        columns: headings.map(|id| (say!(study, id), Alignment::Left)).into(),
        rows: rows.collect(),
        note: None,
    };
    draft.table(table);
}

/// Outlets and actors under every name coders may write.
pub(super) fn codebook(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("codebook", &say!(study, "appendix-chapter-codebook"));
    let (codebook, language) = (&study.codebook, &study.languages.main);
    draft.paragraph(say!(study, "appendix-codebook-version", version = &codebook.version));
    let rows = codebook.actors.iter().map(|actor| {
        let dates = match (actor.own.from, actor.own.to) {
            (None, None) => String::new(),
            (Some(from), Some(to)) => say!(study, "appendix-dates", from = from.to_string(), to = to.to_string()),
            (Some(from), None) => say!(study, "appendix-dates-from", from = from.to_string()),
            (None, Some(to)) => say!(study, "appendix-dates-to", to = to.to_string()),
        };
        let group = codebook.groups.label(&actor.own.group, language).to_owned();
        vec![actor_line(study, &actor.id), actor.id.clone(), group, actor.own.party.clone().unwrap_or_default(), dates]
    });
    let headings = [
        "heading-actor",
        "appendix-heading-id",
        "appendix-heading-group",
        "appendix-heading-party",
        "appendix-heading-dates",
    ];
    let table = Table {
        caption: say!(study, "appendix-actors"),
        columns: headings.map(|id| (say!(study, id), Alignment::Left)).into(),
        rows: rows.collect(),
        note: None,
    };
    draft.table(table);
}

pub(super) fn recording_log(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("recording", &say!(study, "appendix-chapter-recording"));
    let window = study.window;
    let lost = study.not_recorded.iter().filter(|loss| window.from <= loss.date && loss.date <= window.to);
    let rows: Vec<Vec<String>> = lost
        .map(|loss| {
            let hours = match loss.hours {
                Some((from, to)) => say!(study, "appendix-hours", from = from.to_string(), to = to.to_string()),
                None => say!(study, "appendix-whole-day"),
            };
            vec![Dimension::Outlet.label(&loss.outlet, study), loss.date.to_string(), hours, loss.reason.clone()]
        })
        .collect();
    if rows.is_empty() {
        let has_plan = !draft.findings.ledger.is_empty();
        let id = if has_plan { "appendix-all-recorded" } else { "appendix-no-calendar" };
        draft.paragraph(say!(study, id));
        return;
    }
    let headings = ["heading-outlet", "appendix-heading-day", "appendix-heading-lost", "appendix-heading-reason"];
    let table = Table {
        caption: say!(study, "appendix-failed-recordings"),
        columns: headings.map(|id| (say!(study, id), Alignment::Left)).into(),
        rows,
        note: None,
    };
    draft.table(table);
}

pub(super) fn rows(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("rows", &say!(study, "appendix-chapter-rows"));
    let rows = &draft.record.rows;
    let (left_out, rejected) = (rows.out_of_scope.values().sum::<u64>(), rows.rejected.values().sum::<u64>());
    draft.paragraph(say!(
        study,
        "appendix-rows",
        read = rows.read.to_string(),
        used = rows.used.to_string(),
        out = left_out.to_string(),
        rejected = rejected.to_string()
    ));
    let by_code = rows.out_of_scope.iter().map(|(code, n)| (code, "appendix-rows-out-of-scope", n));
    let by_code = by_code.chain(rows.rejected.iter().map(|(code, n)| (code, "appendix-rows-rejected", n)));
    let lines: Vec<Vec<String>> =
        by_code.map(|(code, what, n)| vec![code.clone(), say!(study, what), n.to_string()]).collect();
    if !lines.is_empty() {
        draft.table(Table {
            caption: say!(study, "appendix-rows-by-code"),
            columns: vec![
                (say!(study, "appendix-heading-code"), Alignment::Left),
                (say!(study, "appendix-heading-rows-are"), Alignment::Left),
                (say!(study, "appendix-heading-rows"), Alignment::Right),
            ],
            rows: lines,
            note: Some(say!(study, "appendix-explain-code")),
        });
    }
}

/// The same on two pages: without the list of inputs, which record.json has.
pub(super) fn reproduction_in_short(draft: &mut Draft<'_>) {
    let study = draft.study;
    draft.chapter("reproduction", &say!(study, "appendix-chapter-reproduction"));
    let report = draft.record.report.as_ref();
    let command = report.map_or_else(String::new, |report| report.command(&study.id));
    draft.blocks.push(Block::List(vec![
        say!(study, "appendix-made-by", tool = &draft.record.tool, study = &study.id),
        say!(study, "appendix-command", command = command),
        say!(study, "appendix-manifest"),
        say!(study, "appendix-digest", digest = &draft.record.data_sha256),
    ]));
}

pub(super) fn reproduction(draft: &mut Draft<'_>) {
    reproduction_in_short(draft);
    let study = draft.study;
    let inputs = draft.record.inputs.iter();
    let rows =
        inputs.map(|input| vec![input.path.clone(), input.role.clone(), input.bytes.to_string(), input.sha256.clone()]);
    let table = Table {
        caption: say!(study, "appendix-inputs"),
        columns: vec![
            (say!(study, "appendix-heading-file"), Alignment::Left),
            (say!(study, "appendix-heading-role"), Alignment::Left),
            (say!(study, "appendix-heading-bytes"), Alignment::Right),
            (say!(study, "appendix-heading-digest"), Alignment::Left),
        ],
        rows: rows.collect(),
        note: None,
    };
    draft.table(table);
}
