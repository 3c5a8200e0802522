//! `evenhand agree`: agreement between coders, what each does, and what to settle first.

use anyhow::{Result, ensure};

use super::exit::Exit;
use super::load::publishable;
use super::tables::aligned;
use super::words::{AgreeWords, TableFormat};
use super::{place, print};
use crate::agreement::{reliability, sheet_variables, variables};
use crate::measure::{Dimension, MeasureRequest, coder_hours, coder_intervals, share, worklist};
use crate::table::{
    Table, agreement_csv, agreement_json, agreement_table, coder_interval_table, coder_table, markdown_table,
    worklist_csv,
};

pub(super) fn run(words: &AgreeWords) -> Result<Exit> {
    place::optional(words.worklist.as_deref(), "--worklist", words.clean)?;
    let loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let study = &loaded.study;
    place::beside(words.worklist.as_deref(), study)?;
    let sheets = sheet_variables(study);
    print::findings(&sheets.findings, words.study.all);
    if sheets.has_errors() {
        return Ok(Exit::of(&sheets.findings));
    }
    let of_items = variables(&loaded.codings, study);
    let all: Vec<_> = of_items.iter().cloned().chain(sheets.product).collect();
    ensure!(
        !all.is_empty(),
        "nothing was coded twice: map `pass` in study.toml (2 and up are second codings), or name a sheet of codes in `[[reliability]]`"
    );
    let agreement = reliability(&all, study);
    let coders = crate::conduct(study);
    let pool = study.pool(&study.report.pool).expect("invariant: the report's pool is one of the study's");
    loaded.confirm()?;
    if let Some(path) = &words.worklist {
        let found = worklist(&of_items, &loaded.codings, &loaded.tally, study, pool)?;
        place::write(path, &worklist_csv(&found))?;
    }
    let tables = || -> Result<Vec<Table>> {
        let mut tables = vec![agreement_table(study, &agreement, words.pairs)];
        if !coders.is_empty() {
            tables.push(coder_table(study, &coders, &coder_hours(study, &coders)));
        }
        if !of_items.is_empty() {
            let shares = share(&loaded.tally, study, &MeasureRequest::new(pool, &[Dimension::Medium]))?;
            let intervals = coder_intervals(&shares, &loaded.codings, study, pool);
            tables.push(coder_interval_table(study, &intervals, study.uncertainty.level));
        }
        Ok(tables)
    };
    let text = match words.format {
        TableFormat::Table => tables()?.iter().map(aligned).collect::<Vec<_>>().join("\n"),
        TableFormat::Md => tables()?.iter().map(markdown_table).collect::<Vec<_>>().join("\n"),
        TableFormat::Csv => agreement_csv(&agreement),
        TableFormat::Json => format!("{:#}\n", agreement_json(study, &agreement, &coders)),
    };
    print::product(&text)?;
    loaded.say_rejected();
    Ok(loaded.exit())
}
