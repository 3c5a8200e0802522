//! The appendix: full tables, what became of every row, and how to make the report again.

use super::compose::Draft;
use super::document::Block;
use crate::measure::Dimension;
use crate::table::{Alignment, Table};
use crate::table::{actor_line, capitalised};

/// Where the CSV of a pool's table lies in the report's folder.
pub(super) fn table_file(pool: &str, by: &str) -> String {
    format!("tables/share_{pool}_by-{by}.csv")
}

pub(super) fn tables(draft: &mut Draft<'_>) {
    draft.chapter("tables", "A Full tables");
    draft.paragraph(
        "The shares of every denominator are in these files, one row a cell, with numerator, denominator and base in seconds, \
         cm² or appearances, and the key each is called by. The workbook tables.xlsx has them as formulas.",
    );
    let language = &draft.study.languages.main;
    let files = draft.study.pools.iter().flat_map(|pool| {
        ["medium", "ownership", "outlet"]
            .map(|by| vec![table_file(&pool.id, by), capitalised(pool.name.in_language(language)), by.to_owned()])
    });
    let table = Table {
        caption: "Tables as CSV".to_owned(),
        columns: ["File", "Denominator", "Broken down by"].map(|name| (name.to_owned(), Alignment::Left)).into(),
        rows: files.collect(),
        note: None,
    };
    draft.table(table);
}

pub(super) fn corrections(draft: &mut Draft<'_>) {
    draft.chapter("corrections", "12 Corrections");
    let corrections = &draft.study.corrections;
    if corrections.is_empty() {
        draft.paragraph(
            "Nothing was corrected. Corrections are listed in study.toml and stand here with what was and what is.",
        );
        return;
    }
    let dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let rows = corrections.iter().map(|correction| {
        vec![correction.date.to_string(), correction.what.clone(), dash(&correction.old), dash(&correction.new)]
    });
    let table = Table {
        caption: "Corrections since the first version".to_owned(),
        columns: ["Date", "What", "Was", "Is"].map(|name| (name.to_owned(), Alignment::Left)).into(),
        rows: rows.collect(),
        note: None,
    };
    draft.table(table);
}

/// Outlets and actors under every name coders may write.
pub(super) fn codebook(draft: &mut Draft<'_>) {
    draft.chapter("codebook", "B Codebook");
    let study = draft.study;
    let (codebook, language) = (&study.codebook, &study.languages.main);
    draft.paragraph(format!("Version {}. The actors:", codebook.version));
    let rows = codebook.actors.iter().map(|actor| {
        let dates = match (actor.own.from, actor.own.to) {
            (None, None) => String::new(),
            (from, to) => format!(
                "{} to {}",
                from.map_or_else(|| "…".to_owned(), |day| day.to_string()),
                to.map_or_else(|| "…".to_owned(), |day| day.to_string())
            ),
        };
        let group = codebook.groups.label(&actor.own.group, language).to_owned();
        vec![actor_line(study, &actor.id), actor.id.clone(), group, actor.own.party.clone().unwrap_or_default(), dates]
    });
    let table = Table {
        caption: "Actors".to_owned(),
        columns: ["Actor", "Id", "Group", "Party", "Dates"].map(|name| (name.to_owned(), Alignment::Left)).into(),
        rows: rows.collect(),
        note: None,
    };
    draft.table(table);
}

pub(super) fn recording_log(draft: &mut Draft<'_>) {
    draft.chapter("recording", "C Recording log");
    let study = draft.study;
    let window = study.window;
    let lost = study.not_recorded.iter().filter(|loss| window.from <= loss.date && loss.date <= window.to);
    let rows: Vec<Vec<String>> = lost
        .map(|loss| {
            let hours = loss.hours.map_or_else(|| "the whole day".to_owned(), |(from, to)| format!("{from} to {to}"));
            let outlet = Dimension::Outlet.label(&loss.outlet, study).to_owned();
            vec![outlet, loss.date.to_string(), hours, loss.reason.clone()]
        })
        .collect();
    if rows.is_empty() {
        draft.paragraph(if draft.findings.ledger.is_empty() {
            "The study has no monitoring calendar: what was recorded is not known beyond the coded rows."
        } else {
            "Everything that was planned was recorded."
        });
        return;
    }
    let table = Table {
        caption: "Recordings that failed".to_owned(),
        columns: ["Outlet", "Day", "Lost", "Reason"].map(|name| (name.to_owned(), Alignment::Left)).into(),
        rows,
        note: None,
    };
    draft.table(table);
}

pub(super) fn rows(draft: &mut Draft<'_>) {
    draft.chapter("rows", "D Rows left out");
    let rows = &draft.record.rows;
    let (left_out, rejected) = (rows.out_of_scope.values().sum::<u64>(), rows.rejected.values().sum::<u64>());
    draft.paragraph(format!(
        "Of all sheets of the study: {} rows read = {} used + {left_out} out of scope + {rejected} rejected.",
        rows.read, rows.used
    ));
    let by_code = rows.out_of_scope.iter().map(|(code, n)| (code, "out of scope", n));
    let by_code = by_code.chain(rows.rejected.iter().map(|(code, n)| (code, "rejected", n)));
    let lines: Vec<Vec<String>> =
        by_code.map(|(code, what, n)| vec![code.clone(), what.to_owned(), n.to_string()]).collect();
    if !lines.is_empty() {
        draft.table(Table {
            caption: "Rows that no share rests on, by code".to_owned(),
            columns: vec![
                ("Code".to_owned(), Alignment::Left),
                ("Rows are".to_owned(), Alignment::Left),
                ("Rows".to_owned(), Alignment::Right),
            ],
            rows: lines,
            note: Some("evenhand explain CODE gives the page of a code. On second codings (N411) rests the agreement between coders.".to_owned()),
        });
    }
}

pub(super) fn reproduction(draft: &mut Draft<'_>) {
    draft.chapter("reproduction", "E How to make this report again");
    let report = draft.record.report.as_ref();
    let command = report.map_or_else(String::new, |report| report.command(&draft.study.id));
    draft.blocks.push(Block::List(vec![
        format!(
            "Made by {} from the study {}; the same folder and command give the same bytes.",
            draft.record.tool, draft.study.id
        ),
        format!("Command: {command}, from the folder that holds the study."),
        "sha256sum -c manifest-sha256.txt in this folder tells whether a file was changed.".to_owned(),
        format!("Digest over all inputs: {}", draft.record.data_sha256),
    ]));
    let inputs = draft.record.inputs.iter();
    let rows =
        inputs.map(|input| vec![input.path.clone(), input.role.clone(), input.bytes.to_string(), input.sha256.clone()]);
    let table = Table {
        caption: "Inputs, with their SHA-256 digests".to_owned(),
        columns: vec![
            ("File".to_owned(), Alignment::Left),
            ("Role".to_owned(), Alignment::Left),
            ("Bytes".to_owned(), Alignment::Right),
            ("SHA-256".to_owned(), Alignment::Left),
        ],
        rows: rows.collect(),
        note: None,
    };
    draft.table(table);
}
