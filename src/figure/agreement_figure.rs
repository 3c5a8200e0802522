//! The figure of agreement between coders: alpha of each variable.

use super::drawing::{Drawing, Failure, Figure, Said};
use crate::agreement::{Agreement, Scope, VariableAgreement, Verdict};
use crate::chart::{AgreementChart, AgreementRow};
use crate::study::Study;
use crate::table::{Alignment, DASH, Table, agreement_csv, capitalised, variable_name, verdict};
use crate::wording::say;

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
        rows: rows.iter().map(|row| of_variable(study, row)).collect(),
        marks: [
            mark(study, "agreement-tentative-from", study.publishing.least_alpha),
            mark(study, "agreement-reliable-from", study.agreement.reliable),
        ],
        headings: ["agreement-alpha", "agreement-verdict", "agreement-units"].map(|id| say!(study, id)),
    };
    let some = Agreement { rows: rows.into_iter().cloned().collect(), scheme: agreement.scheme };
    drawing.drawn(&chart.scene(drawing.look), stem, agreement_csv(&some), numbers(study, &chart))
}

/// Where a mark of so many thousandths is, and what it is.
fn mark(study: &Study, id: &str, thousandths: i64) -> (f64, String) {
    let value = crate::unit::float(thousandths) / 1_000.0;
    (value, say!(study, id, alpha = study.wording.number(&value.to_string())))
}

fn of_variable(study: &Study, row: &VariableAgreement) -> AgreementRow {
    let printed = |value: f64| study.wording.number(&format!("{value:.2}").replace('-', "\u{2212}"));
    AgreementRow {
        label: variable_name(study, &row.variable),
        alpha: row.alpha.as_ref().map(|alpha| alpha.value),
        limits: row.alpha.as_ref().and(row.interval),
        printed: row.alpha.as_ref().map_or_else(|| DASH.to_owned(), |alpha| printed(alpha.value)),
        verdict: verdict(study, row.verdict),
        units: study.wording.number(&row.n_units.to_string()),
        is_low: row.verdict == Verdict::Unreliable,
    }
}

fn said(study: &Study, agreement: &Agreement, rows: &[&VariableAgreement]) -> Said {
    let n = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let (reliable, alike) = (n(Verdict::Reliable), n(Verdict::OneCategory));
    let all = rows.len() - alike;
    let coders = rows.iter().map(|row| row.n_coders).max().unwrap_or(0);
    let dates = (study.window.from, study.window.to);
    let values = rows.iter().map(|row| {
        let row = of_variable(study, row);
        say!(study, "agreement-of-variable", variable = row.label, alpha = row.printed)
    });
    let values = study.wording.commas(&values.collect::<Vec<_>>());
    Said {
        title: if alike == 0 {
            say!(study, "agreement-title", n = reliable, all = all)
        } else {
            say!(study, "agreement-title-with-alike", n = reliable, all = all, alike = alike)
        },
        subtitle: vec![
            say!(study, "agreement-subtitle", level = agreement.scheme.level),
            say!(study, "agreement-coders-and-dates", n = coders, dates = dates),
        ],
        notes: vec![say!(study, "agreement-base"), say!(study, "agreement-scale")],
        named: Vec::new(),
        brief: say!(study, "agreement-brief"),
        alt: say!(study, "agreement-alt", variables = values, dates = dates),
    }
}

fn numbers(study: &Study, chart: &AgreementChart) -> Table {
    use Alignment::{Left, Right};
    let number = |limit: f64| study.wording.number(&format!("{limit:.2}"));
    let rows = chart.rows.iter().map(|row| {
        let limits = row.limits.map_or_else(
            || DASH.to_owned(),
            |(low, high)| say!(study, "interval", low = number(low), high = number(high)),
        );
        vec![row.label.clone(), row.printed.clone(), limits, row.units.clone(), row.verdict.clone()]
    });
    let headings = [
        ("agreement-variable", Left),
        ("agreement-alpha", Right),
        ("chart-heading-interval", Right),
        ("agreement-units", Right),
        ("agreement-verdict", Left),
    ];
    Table {
        caption: say!(study, "chart-numbers", title = &chart.lettering.title),
        columns: headings.map(|(id, alignment)| (capitalised(&say!(study, id)), alignment)).into(),
        rows: rows.collect(),
        note: None,
    }
}
