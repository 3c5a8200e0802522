//! `evenhand measure`: one table to stdout.

use anyhow::Result;
use comfy_table::{CellAlignment, ContentArrangement, presets};

use super::exit::Exit;
use super::load::publishable_by;
use super::print;
use super::words::{Measure, MeasureWords, TableFormat};
use crate::measure::{Dimension, ShareRequest, ShareRow, share};
use crate::report::{Alignment, Table, share_csv, share_json, share_markdown, share_table};

pub(super) fn run(words: &MeasureWords) -> Result<Exit> {
    let Measure::Share = words.what;
    let mut by: Vec<Dimension> = Vec::new();
    for dimension in words.by.iter().map(|word| Dimension::parse(word)) {
        let dimension = dimension?;
        if !by.contains(&dimension) {
            by.push(dimension);
        }
    }
    let narrowed =
        words.selection.conditions.iter().filter_map(|text| text.split('=').next()).map(|word| word.trim().to_owned());
    let asked: Vec<String> = by.iter().map(|dimension| dimension.word().to_owned()).chain(narrowed).collect();
    let loaded = match publishable_by(&words.study, Some(&asked))? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let (pool, conditions) = loaded.selection(&words.selection)?;
    let table = share(&loaded.tally, &loaded.study, &ShareRequest { pool, by, conditions })?;
    let rows: Vec<&ShareRow> = table.rows.iter().collect();
    let text = match words.format {
        TableFormat::Table => aligned(&share_table(&loaded.study, &table)),
        TableFormat::Csv => share_csv(&loaded.study, &table, &rows),
        TableFormat::Json => format!("{:#}\n", share_json(&loaded.study, &table)),
        TableFormat::Md => share_markdown(&loaded.study, &table),
    };
    print::product(&text)?;
    loaded.say_rejected();
    Ok(loaded.exit())
}

/// A table for a terminal; widths of Cyrillic and CJK are right.
fn aligned(table: &Table) -> String {
    let mut out = comfy_table::Table::new();
    out.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    out.set_header(table.columns.iter().map(|(name, _)| crate::diagnostic::safe(name)));
    for row in &table.rows {
        out.add_row(row.iter().map(|cell| crate::diagnostic::safe(cell)));
    }
    for (number, (_, alignment)) in table.columns.iter().enumerate() {
        if let (Alignment::Right, Some(column)) = (alignment, out.column_mut(number)) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let lines: Vec<&str> = table.note.iter().map(String::as_str).collect();
    let body: String = out.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let notes: String = lines.into_iter().map(|line| format!("{line}\n")).collect();
    format!("{}\n{body}{notes}", table.caption)
}
