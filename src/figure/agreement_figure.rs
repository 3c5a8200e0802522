//! The figure of agreement between coders: alpha of each variable.

use super::drawing::{Drawing, Failure, Figure, Said};
use crate::agreement::{Agreement, Scope, VariableAgreement, Verdict};
use crate::chart::{AgreementChart, AgreementRow};
use crate::study::Study;
use crate::table::{Alignment, Table, agreement_csv, counted, days};

/// Draws alpha of every variable of all coders together.
///
/// Errors: [`Failure::NothingToShow`] where nothing was coded twice.
pub fn agreement_figure(drawing: Drawing<'_>, agreement: &Agreement) -> Result<Figure, Failure> {
    let study = drawing.study;
    let stem = drawing.stem_of_study("agreement");
    let rows: Vec<&VariableAgreement> = agreement.rows.iter().filter(|row| row.scope == Scope::All).collect();
    if rows.is_empty() {
        return Err(Failure::NothingToShow { figure: stem, why: "no item was coded twice" });
    }
    let chart = AgreementChart {
        lettering: drawing.lettering(&stem, said(study, agreement, &rows)),
        rows: rows.iter().map(|row| of_variable(row)).collect(),
        marks: [mark("tentative", study.publishing.least_alpha), mark("reliable", study.agreement.reliable)],
        headings: ["alpha", "verdict", "units"].map(str::to_owned),
    };
    let some = Agreement { rows: rows.into_iter().cloned().collect(), scheme: agreement.scheme };
    drawing.drawn(&chart.scene(drawing.look), stem, agreement_csv(&some), numbers(&chart))
}

/// Where a mark of so many thousandths is, and what it is.
fn mark(word: &str, thousandths: i64) -> (f64, String) {
    let value = crate::unit::float(thousandths) / 1_000.0;
    (value, format!("{word} from {value}"))
}

fn of_variable(row: &VariableAgreement) -> AgreementRow {
    AgreementRow {
        label: row.variable.clone(),
        alpha: row.alpha.as_ref().map(|alpha| alpha.value),
        limits: row.alpha.as_ref().and(row.interval),
        printed: row
            .alpha
            .as_ref()
            .map_or_else(|| "–".to_owned(), |alpha| format!("{:.2}", alpha.value).replace('-', "\u{2212}")),
        verdict: row.verdict.word().to_owned(),
        units: row.n_units.to_string(),
        is_low: row.verdict == Verdict::Unreliable,
    }
}

fn said(study: &Study, agreement: &Agreement, rows: &[&VariableAgreement]) -> Said {
    let n = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let (reliable, alike) = (n(Verdict::Reliable), n(Verdict::OneCategory));
    let all = rows.len() - alike;
    let alike = if alike == 0 { String::new() } else { format!("; {alike} had one category only") };
    let coders = rows.iter().map(|row| row.n_coders).max().unwrap_or(0);
    let dates = days(study.window.from, study.window.to);
    let values: Vec<String> = rows.iter().map(|row| format!("{} {}", row.variable, of_variable(row).printed)).collect();
    let coders = counted(i64::try_from(coders).unwrap_or(0), "coder");
    Said {
        title: format!("{reliable} of {all} variables are reliable{alike}"),
        subtitle: vec![
            format!("Krippendorff's alpha, with {}% interval", agreement.scheme.level),
            format!("{coders}, {dates}"),
        ],
        notes: vec![
            "Base: items coded by two coders or more, beside each row. Percentages of agreement and every coefficient: the tables.".to_owned(),
            "Alpha is 1 for full agreement and 0 for what chance would give; a hollow dot is below the lower mark.".to_owned(),
        ],
        named: Vec::new(),
        brief: "Alpha: 1 is full agreement, 0 what chance would give.".to_owned(),
        alt: format!("Dot chart of the agreement between coders, Krippendorff's alpha: {}. {dates}.", values.join(", ")),
    }
}

fn numbers(chart: &AgreementChart) -> Table {
    use Alignment::{Left, Right};
    let rows = chart.rows.iter().map(|row| {
        let limits = row.limits.map_or_else(|| "–".to_owned(), |(low, high)| format!("{low:.2} to {high:.2}"));
        vec![row.label.clone(), row.printed.clone(), limits, row.units.clone(), row.verdict.clone()]
    });
    let headings = [("Variable", Left), ("Alpha", Right), ("Interval", Right), ("Units", Right), ("Verdict", Left)];
    Table {
        caption: format!("Numbers of the figure: {}", chart.lettering.title),
        columns: headings.map(|(name, alignment)| (name.to_owned(), alignment)).into(),
        rows: rows.collect(),
        note: None,
    }
}
