//! Tables of shares: for people, and as CSV and JSON for machines.

use serde_json::{Value, json};

use super::document::{Alignment, Table};
use super::phrases::actor_line;
use crate::diagnostic::Diagnostic;
use crate::measure::{Dimension, ShareRow, ShareTable};
use crate::study::{Study, printed_path};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.measure/1";

/// A table for people: one row per cell, with its base.
pub fn share_table(study: &Study, table: &ShareTable) -> Table {
    use Alignment::{Left, Right};
    let pool = study.pool(&table.pool).map(|pool| pool.name.in_language(&study.languages.main)).unwrap_or_default();
    let n_quantities = table.rows.iter().map(|row| &row.quantity).collect::<std::collections::BTreeSet<_>>().len();
    let mut columns: Vec<(String, Alignment)> = Vec::new();
    if n_quantities > 1 {
        columns.push(("quantity".to_owned(), Left));
    }
    columns.extend(table.by.iter().map(|dimension| (dimension.word().to_owned(), Left)));
    let fixed =
        [("actor", Left), ("%", Right), ("amount", Right), ("of", Right), ("items", Right), ("outlet-days", Right)];
    columns.extend(fixed.map(|(name, alignment)| (name.to_owned(), alignment)));
    let rows = table.rows.iter().map(|row| {
        let quantity = study.quantity(&row.quantity).map(|quantity| quantity.name.in_language(&study.languages.main));
        let quantity = quantity.filter(|_| n_quantities > 1).map(str::to_owned);
        let group = table.by.iter().zip(&row.group).map(|(dimension, value)| dimension.label(value, study).to_owned());
        quantity.into_iter().chain(group).chain(cells(study, row)).collect()
    });
    Table {
        caption: format!("Shares of {pool}, {}", table.weighting),
        columns,
        rows: rows.collect(),
        note: (table.rows.is_empty()).then(|| "No coverage of this pool was found.".to_owned()),
    }
}

fn cells(study: &Study, row: &ShareRow) -> [String; 6] {
    let estimate = &row.estimate;
    [
        actor_line(study, &row.actor),
        estimate.percent.map_or_else(|| "–".to_owned(), |percent| percent.to_string()),
        estimate.numerator.to_string(),
        estimate.denominator.to_string(),
        estimate.base.n_items.to_string(),
        estimate.base.n_clusters.to_string(),
    ]
}

/// The value of a dimension in a row; empty where the table is not broken down by it.
fn value<'a>(table: &ShareTable, row: &'a ShareRow, wanted: Dimension) -> &'a str {
    let found = table.by.iter().zip(&row.group).find(|(dimension, _)| **dimension == wanted);
    found.map_or("", |(_, value)| value.as_str())
}

/// The cells as tidy CSV: one row a cell, dots, ISO dates, seconds and cm², never localised.
pub fn share_csv(study: &Study, table: &ShareTable, rows: &[&ShareRow]) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // The quantity has its own column, before these.
    let dimensions: Vec<Dimension> =
        Dimension::WORDS.map(|(_, dimension)| dimension).into_iter().filter(|d| *d != Dimension::Quantity).collect();
    let mut heading = vec!["key", "measure", "quantity", "unit", "pool", "weighting"];
    heading.extend(dimensions.iter().map(|dimension| dimension.word()));
    heading.extend(["actor", "actor_name", "numerator", "denominator", "share", "percent", "low", "high", "method"]);
    heading.extend(["n_items", "n_clusters", "n_outlets", "status"]);
    writer.write_record(&heading).expect("invariant: writing to memory cannot fail");
    for row in rows {
        let estimate = &row.estimate;
        let mut cells = vec![table.key(row), "share".to_owned(), row.quantity.clone()];
        cells.extend([estimate.numerator.machine_unit().to_owned(), table.pool.clone(), table.weighting.to_owned()]);
        cells.extend(dimensions.iter().map(|dimension| harmless(value(table, row, *dimension))));
        cells.extend([row.actor.clone(), harmless(study.codebook.actors.label(&row.actor, &study.languages.main))]);
        cells.extend([estimate.numerator.machine_number(), estimate.denominator.machine_number()]);
        cells.push(estimate.share.as_ref().map(|share| share.as_f64().to_string()).unwrap_or_default());
        cells.push(estimate.percent.map(|percent| percent.to_string()).unwrap_or_default());
        cells.extend([String::new(), String::new(), "exact".to_owned()]);
        cells.extend([estimate.base.n_items, estimate.base.n_clusters, estimate.base.n_outlets].map(|n| n.to_string()));
        cells.push(estimate.status.word().to_owned());
        writer.write_record(&cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

/// The errors of rows as CSV: code, place, what is wrong, and the line as it stands in its file.
pub fn rejected_csv(study: &Study, findings: &[Diagnostic]) -> String {
    let folder = format!("{}/", printed_path(&study.folder));
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let heading = ["code", "name", "file", "sheet", "line", "column", "message", "text"];
    writer.write_record(heading).expect("invariant: writing to memory cannot fail");
    for finding in findings.iter().filter(|finding| finding.is_error()) {
        let place = &finding.place;
        let line = place.line.map(|line| line.to_string()).unwrap_or_default();
        let (column, text) =
            (place.column.as_deref().unwrap_or_default(), place.excerpt.as_deref().unwrap_or_default());
        let code = finding.code;
        let file = place.file.strip_prefix(&folder).unwrap_or(&place.file);
        let sheet = place.sheet.as_deref().map(harmless).unwrap_or_default();
        let cells = [code.id, code.name, file, &sheet, &line, &harmless(column), &finding.message, &harmless(text)];
        writer.write_record(cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

/// A text that a spreadsheet would take for a formula, made a text.
fn harmless(text: &str) -> String {
    let starts = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    if starts { format!("'{text}") } else { text.to_owned() }
}

/// The table for people, as Markdown.
pub fn share_markdown(study: &Study, table: &ShareTable) -> String {
    super::markdown::markdown_table(&share_table(study, table))
}

/// The cells as JSON.
pub fn share_json(study: &Study, table: &ShareTable) -> Value {
    let cells = table.rows.iter().map(|row| {
        let estimate = &row.estimate;
        let group: serde_json::Map<String, Value> = table
            .by
            .iter()
            .zip(&row.group)
            .map(|(dimension, value)| {
                (dimension.word().to_owned(), if value.is_empty() { Value::Null } else { json!(value) })
            })
            .collect();
        json!({
            "key": table.key(row),
            "quantity": row.quantity,
            "unit": estimate.numerator.machine_unit(),
            "group": group,
            "actor": row.actor,
            "numerator": estimate.numerator.machine_number(),
            "denominator": estimate.denominator.machine_number(),
            "share": estimate.share.as_ref().map(crate::unit::Share::as_f64),
            "percent": estimate.percent.map(|percent| percent.to_string()),
            "n_items": estimate.base.n_items,
            "n_clusters": estimate.base.n_clusters,
            "n_outlets": estimate.base.n_outlets,
            "status": estimate.status.word(),
        })
    });
    json!({
        "schema": SCHEMA,
        "measure": "share",
        "study": study.id,
        "pool": table.pool,
        "weighting": table.weighting,
        "rows": cells.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_name_that_looks_like_a_formula_stays_a_name() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("+Europa"), "'+Europa");
        assert_eq!(harmless("Nur Otan"), "Nur Otan");
    }
}
