//! `evenhand measure`: one table to stdout.

use anyhow::Result;
use comfy_table::{CellAlignment, ContentArrangement, presets};

use super::exit::Exit;
use super::load::{Loaded, publishable_by};
use super::print;
use super::words::{Measure, MeasureWords, TableFormat};
use crate::measure::{
    Dimension, Failure, FigureTable, MeasureRequest, concentration, coverage, gap, lead, ledger, pools, prominence,
    share, tone, trend, voice,
};
use crate::report::{
    Alignment, Table, coverage_csv, coverage_json, coverage_table, figure_csv, figure_json, figure_markdown,
    figure_table, markdown_table,
};

pub(super) fn run(words: &MeasureWords) -> Result<Exit> {
    let mut by: Vec<Dimension> = Vec::new();
    for dimension in words.by.iter().map(|word| Dimension::parse(word)) {
        by.push(dimension?);
    }
    let loaded = match publishable_by(&words.study, Some(&asked(words, &by)))? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let text = if words.what == Measure::Coverage {
        anyhow::ensure!(
            words.by.is_empty() && words.selection.conditions.is_empty() && words.selection.pool.is_none(),
            "`measure coverage` is of every outlet and actor: leave out --by, --where and --pool"
        );
        of_coverage(&loaded, words.format)?
    } else {
        let (pool, conditions) = loaded.selection(&words.selection)?;
        let request = MeasureRequest { pool, by, conditions, common_days: words.selection.common_days };
        let (study, table) = (&loaded.study, figures(&loaded, words.what, &request)?);
        match words.format {
            TableFormat::Table => aligned(&figure_table(study, &table)),
            TableFormat::Csv => figure_csv(study, &table),
            TableFormat::Json => format!("{:#}\n", figure_json(study, &table)),
            TableFormat::Md => figure_markdown(study, &table),
        }
    };
    print::product(&text)?;
    loaded.say_rejected();
    Ok(loaded.exit())
}

/// The dimensions that the table asks for, and those that its measure needs.
fn asked(words: &MeasureWords, by: &[Dimension]) -> Vec<String> {
    let narrowed =
        words.selection.conditions.iter().filter_map(|text| text.split('=').next()).map(|word| word.trim().to_owned());
    let needed: &[&str] = match words.what {
        Measure::Tone => &["tone"],
        Measure::Voice => &["voice"],
        Measure::Prominence => &["page", "position"],
        _ => &[],
    };
    let needed = needed.iter().map(|word| (*word).to_owned());
    by.iter().map(|dimension| dimension.word().to_owned()).chain(narrowed).chain(needed).collect()
}

fn figures(loaded: &Loaded, what: Measure, request: &MeasureRequest<'_>) -> Result<FigureTable, Failure> {
    let (tally, study) = (&loaded.tally, &loaded.study);
    match what {
        Measure::Share | Measure::Coverage => Ok(share(tally, study, request)?.figures(request.who())),
        Measure::Tone => tone(tally, study, request),
        Measure::Voice => voice(tally, study, request),
        Measure::Trend => trend(tally, study, request),
        Measure::Gap => gap(tally, study, request),
        Measure::Concentration => concentration(tally, study, request),
        Measure::Prominence => prominence(tally, study, request),
        Measure::Pools => pools(tally, study, request),
        Measure::Lead => lead(tally, study, request),
    }
}

fn of_coverage(loaded: &Loaded, format: TableFormat) -> Result<String, Failure> {
    let study = &loaded.study;
    let (rows, ledger) = (coverage(&loaded.tally, study)?, ledger(study));
    Ok(match format {
        TableFormat::Table => aligned(&coverage_table(study, &rows, &ledger)),
        TableFormat::Csv => coverage_csv(study, &rows, &ledger),
        TableFormat::Json => format!("{:#}\n", coverage_json(study, &rows, &ledger)),
        TableFormat::Md => markdown_table(&coverage_table(study, &rows, &ledger)),
    })
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
