//! Coded rows with their place, as CSV: what figures are added up from.

use crate::study::Study;
use crate::tally::{PlacedRow, key};
use crate::unit::Amount;

use super::figures::harmless;

/// The headings of a row: place, every key of the tally, item, start, amount in seconds, cm² or appearances, its unit.
pub(super) fn row_headings() -> impl Iterator<Item = &'static str> {
    ["file", "sheet", "line"].into_iter().chain(key::ALL).chain(["item", "start_s", "amount", "unit"])
}

/// The cells of a row.
pub(super) fn row_cells(study: &Study, row: &PlacedRow) -> Vec<String> {
    let unit = study.quantity(row.key(key::QUANTITY)).map(|quantity| quantity.unit);
    let amount = unit.map(|unit| Amount::new(unit, row.amount));
    let mut cells = vec![harmless(&row.file), harmless(row.sheet.as_deref().unwrap_or_default())];
    cells.push(row.line.to_string());
    cells.extend(row.keys.iter().map(|value| harmless(value)));
    cells.push(harmless(row.item.as_deref().unwrap_or_default()));
    cells.push(row.start.map_or_else(String::new, |start| (f64::from(start) / 1_000.0).to_string()));
    cells.push(amount.map(Amount::machine_number).unwrap_or_default());
    cells.push(amount.map(|amount| amount.machine_unit().to_owned()).unwrap_or_default());
    cells
}

/// A CSV of rows while it grows.
pub struct RowsCsv<'a> {
    study: &'a Study,
    writer: csv::Writer<Vec<u8>>,
}

impl<'a> RowsCsv<'a> {
    /// The headings alone.
    pub fn new(study: &'a Study) -> Self {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        writer.write_record(row_headings()).expect("invariant: writing to memory cannot fail");
        RowsCsv { study, writer }
    }

    /// Adds a row.
    pub fn add(&mut self, row: &PlacedRow) {
        self.writer.write_record(row_cells(self.study, row)).expect("invariant: every row has a cell per heading");
    }

    /// The CSV.
    pub fn finish(self) -> String {
        let bytes = self.writer.into_inner().expect("invariant: writing to memory cannot fail");
        String::from_utf8(bytes).expect("invariant: cells are UTF-8")
    }
}
