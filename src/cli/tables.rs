//! Tables for a terminal.

use comfy_table::{CellAlignment, ContentArrangement, presets};

use crate::table::{Alignment, Table};

/// A table for a terminal; widths of Cyrillic and CJK are right.
pub(super) fn aligned(table: &Table) -> String {
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
    crate::diagnostic::printable(&format!("{}\n{body}{notes}", table.caption))
}
