//! `evenhand measure`: one table to stdout.

use std::collections::BTreeSet;

use anyhow::Result;

use super::exit::Exit;
use super::load::{Loaded, publishable_from};
use super::print;
use super::tables::aligned;
use super::words::{Measure, MeasureWords, TableFormat};
use crate::measure::{
    Dimension, Failure, FigureTable, MeasureRequest, concentration, coverage, gap, lead, ledger, pools, prominence,
    share, tone, trend, voice,
};
use crate::table::{
    agreement_on, coverage_csv, coverage_json, coverage_table, figure_csv, figure_json, figure_markdown, figure_table,
    in_english, markdown_table,
};
use crate::wording::Message;

pub(super) fn run(words: &MeasureWords) -> Result<Exit> {
    let mut by: Vec<Dimension> = Vec::new();
    for dimension in words.by.iter().map(|word| Dimension::parse(word)) {
        by.push(dimension?);
    }
    let mut loaded = match publishable_from(&words.study, words.stored.tally.as_deref(), Some(&asked(words, &by)))? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    if words.format == TableFormat::Json {
        loaded.study = in_english(&loaded.study);
    }
    let text = if words.what == Measure::Coverage {
        anyhow::ensure!(
            words.by.is_empty() && words.selection.conditions.is_empty() && words.selection.pool.is_none(),
            "`measure coverage` is of every outlet and actor: leave out --by, --where and --pool"
        );
        of_coverage(&loaded, words.format)?
    } else {
        let request = loaded.request(&words.selection, by)?;
        let (study, mut table) = (&loaded.study, figures(&loaded, words.what, &request)?);
        table.notes.extend(agreement_note(&loaded, words.what, &table));
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
    let needed: &[&str] = match words.what {
        Measure::Tone => &["tone"],
        Measure::Voice => &["voice"],
        Measure::Coverage => &["programme"],
        Measure::Prominence => &["page", "position", "daypart"],
        _ => &[],
    };
    let words = by.iter().map(|dimension| dimension.word()).chain(words.selection.narrowed());
    words.chain(needed.iter().copied()).map(str::to_owned).collect()
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

/// What is known of the agreement on the variables that a table shows.
fn agreement_note(loaded: &Loaded, what: Measure, table: &FigureTable) -> Option<Message> {
    let (study, reliability) = (&loaded.study, &loaded.reliability);
    let quantities: BTreeSet<&str> = table.figures.iter().map(|figure| figure.quantity.as_str()).collect();
    let amounts = quantities.into_iter().map(|quantity| format!("amount/{quantity}"));
    let own = match what {
        Measure::Tone => Some("tone"),
        Measure::Voice => Some("voice"),
        _ => None,
    };
    let variables = ["actor"].into_iter().chain(own).map(str::to_owned).chain(amounts);
    let words: Vec<String> = variables.filter_map(|variable| agreement_on(study, reliability, &variable)).collect();
    (!words.is_empty()).then(|| Message::new("coders-agreement-note", vec![("agreements", words.join("; ").into())]))
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
