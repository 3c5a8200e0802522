//! What was monitored: the table of outlets, with the gap ledger where the study has a calendar.

use serde_json::{Value, json};

use super::figures::harmless;
use super::phrases::losses;
use super::{Alignment, Table};
use crate::measure::{CoverageRow, Dimension, LedgerRow};
use crate::study::Study;
use crate::wording::say;

fn ledger_of<'a>(ledger: &'a [LedgerRow], outlet: &str) -> Option<&'a LedgerRow> {
    ledger.iter().find(|row| row.outlet == outlet)
}

/// Hours with one decimal.
fn hours(study: &Study, milliseconds: i64) -> String {
    let tenths = (milliseconds + 180_000) / 360_000;
    study.wording.number(&format!("{}.{}", tenths / 10, tenths % 10))
}

/// The table for people.
pub fn coverage_table(study: &Study, rows: &[CoverageRow], ledger: &[LedgerRow]) -> Table {
    let cells = rows.iter().map(|row| {
        let entry = study.codebook.outlets.by_id(&row.outlet);
        let name = Dimension::Outlet.label(&row.outlet, study);
        let beside = study.languages.beside.as_deref().and_then(|language| entry?.name.exactly(language));
        let beside = beside.filter(|beside| *beside != name);
        let owner = entry.and_then(|entry| entry.own.ownership.as_deref());
        let mut cells = vec![
            beside.map_or(name.clone(), |beside| format!("{name} {beside}")),
            entry.map(|entry| study.wording.word("medium", entry.own.medium.word())).unwrap_or_default(),
            owner.map(|owner| study.wording.word("ownership", owner)).unwrap_or_default(),
        ];
        if let Some(planned) = ledger_of(ledger, &row.outlet) {
            cells.extend([planned.n_planned, planned.n_lost].map(|n| n.to_string()));
            cells.extend([planned.hours.planned, planned.hours.lost].map(|lasting| hours(study, lasting)));
            cells.push(say!(study, "table-percent", percent = planned.hours.percent()));
        }
        cells.extend([row.n_days.to_string(), row.n_items.to_string(), row.n_appearances.to_string()]);
        cells.push(row.amount.map_or_else(|| say!(study, "coverage-none"), |amount| study.wording.amount(amount)));
        cells
    });
    let mut notes = vec![say!(study, "coverage-days-and-amounts")];
    let lost = losses(study, |loss| study.window.from <= loss.date && loss.date <= study.window.to);
    if !lost.is_empty() {
        notes.push(say!(study, "coverage-not-recorded", losses = study.wording.semicolons(&lost)));
    }
    if !ledger.is_empty() {
        notes.push(say!(study, "coverage-gap-no-zero"));
    }
    Table {
        caption: say!(study, "coverage-caption"),
        columns: columns(study, !ledger.is_empty()),
        rows: cells.collect(),
        note: Some(notes.join("\n")),
    }
}

fn columns(study: &Study, has_calendar: bool) -> Vec<(String, Alignment)> {
    use Alignment::{Left, Right};
    let mut columns = vec![
        (say!(study, "heading-outlet"), Left),
        (say!(study, "coverage-medium"), Left),
        (say!(study, "coverage-ownership"), Left),
    ];
    if has_calendar {
        columns.extend([
            (say!(study, "coverage-days-planned"), Right),
            (say!(study, "coverage-days-lost"), Right),
            (say!(study, "coverage-hours-planned"), Right),
            (say!(study, "coverage-hours-lost"), Right),
            (say!(study, "coverage-recorded"), Right),
        ]);
    }
    columns.extend([
        (say!(study, "coverage-days"), Right),
        (say!(study, "coverage-items"), Right),
        (say!(study, "coverage-rows"), Right),
        (say!(study, "heading-amount"), Right),
    ]);
    columns
}

/// The same as CSV; planned, lost and recorded are empty where the study has no calendar.
pub fn coverage_csv(study: &Study, rows: &[CoverageRow], ledger: &[LedgerRow]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let heading = [
        "outlet",
        "outlet_name",
        "medium",
        "quantity",
        "unit",
        "amount",
        "n_days",
        "n_items",
        "n_appearances",
        "days_planned",
        "days_lost",
        "seconds_planned",
        "seconds_lost",
        "recorded",
    ];
    writer.write_record(heading).expect("invariant: writing to memory cannot fail");
    for row in rows {
        let medium = study.codebook.outlets.by_id(&row.outlet).map(|outlet| outlet.own.medium.word());
        let mut cells = vec![row.outlet.clone(), harmless(&Dimension::Outlet.label(&row.outlet, study))];
        cells.extend([medium.unwrap_or_default().to_owned(), row.quantity.clone()]);
        cells.push(row.amount.map(|amount| amount.machine_unit().to_owned()).unwrap_or_default());
        cells.push(row.amount.map(|amount| amount.machine_number()).unwrap_or_default());
        cells.extend([row.n_days.to_string(), row.n_items.to_string(), row.n_appearances.to_string()]);
        let planned = ledger_of(ledger, &row.outlet);
        cells.extend(planned.map_or_else(Default::default, |row| {
            [
                row.n_planned.to_string(),
                row.n_lost.to_string(),
                (row.hours.planned / 1_000).to_string(),
                (row.hours.lost / 1_000).to_string(),
                row.hours.percent().to_string(),
            ]
        }));
        writer.write_record(&cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

/// The same as JSON.
pub fn coverage_json(study: &Study, rows: &[CoverageRow], ledger: &[LedgerRow]) -> Value {
    let rows = rows.iter().map(|row| {
        let planned = ledger_of(ledger, &row.outlet).map(|row| {
            json!({
                "days_planned": row.n_planned,
                "days_lost": row.n_lost,
                "seconds_planned": row.hours.planned / 1_000,
                "seconds_lost": row.hours.lost / 1_000,
                "recorded_percent": row.hours.percent(),
                "losses": row.losses.iter().map(|(day, reason)| json!({ "day": day.to_string(), "reason": reason })).collect::<Vec<_>>(),
            })
        });
        json!({
            "outlet": row.outlet,
            "quantity": if row.quantity.is_empty() { Value::Null } else { json!(row.quantity) },
            "unit": row.amount.map(|amount| amount.machine_unit()),
            "amount": row.amount.map(|amount| amount.machine_number()),
            "n_days": row.n_days,
            "n_items": row.n_items,
            "n_appearances": row.n_appearances,
            "calendar": planned,
        })
    });
    json!({ "schema": "evenhand.coverage/1", "study": study.id, "rows": rows.collect::<Vec<_>>() })
}
