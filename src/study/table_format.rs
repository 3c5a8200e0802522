//! How a file becomes a table of cells: its encoding, its delimiter, its sheets, where its headings stand.

use super::FilePattern;
use crate::declaration::Table;

/// How a file becomes a table of cells.
#[derive(Debug, Clone)]
pub struct TableFormat {
    /// Encoding of a text file.
    pub encoding: &'static encoding_rs::Encoding,
    /// What stands between cells of a text file; `None`: whatever takes the mapped headings apart.
    pub delimiter: Option<u8>,
    /// The physical line of the headings, from 1; 0: there are none.
    pub header_row: u64,
    /// How many rows the headings take; those above name groups of those below.
    pub header_rows: u64,
    /// Which sheets of a workbook; `None`: its only one.
    pub sheets: Option<FilePattern>,
    /// A row with more cells is refused.
    pub most_columns: usize,
    /// A cell with more bytes is refused.
    pub most_cell_bytes: u64,
}

impl Default for TableFormat {
    /// Comma-separated or detected UTF-8 text with its headings on the first line.
    fn default() -> Self {
        TableFormat {
            encoding: encoding_rs::UTF_8,
            delimiter: None,
            header_row: 1,
            header_rows: 1,
            sheets: None,
            most_columns: 1_000,
            most_cell_bytes: 64 * 1024,
        }
    }
}

impl TableFormat {
    pub(super) fn read(table: &Table<'_>) -> TableFormat {
        let delimiters = [(",", b','), (";", b';'), ("\t", b'\t'), ("|", b'|'), ("tab", b'\t')];
        let number = |key, range| table.integer(key, range).map(|number| number.value.unsigned_abs());
        let most_columns = number("most_columns", 1..=16_384).and_then(|number| usize::try_from(number).ok());
        TableFormat {
            most_columns: most_columns.unwrap_or(1_000),
            most_cell_bytes: 1024 * number("most_cell_kib", 1..=262_144).unwrap_or(64),
            encoding: read_encoding(table),
            delimiter: table.choice("delimiter", &delimiters),
            header_row: number("header_row", 0..=1_000).unwrap_or(1),
            header_rows: number("header_rows", 1..=5).unwrap_or(1),
            sheets: table.text("sheet").and_then(|written| FilePattern::read_sheet(table.document(), written)),
        }
    }
}

fn read_encoding(table: &Table<'_>) -> &'static encoding_rs::Encoding {
    let Some(label) = table.text("encoding") else { return encoding_rs::UTF_8 };
    encoding_rs::Encoding::for_label(label.value.as_bytes()).unwrap_or_else(|| {
        let known = ["utf-8", "latin1", "windows-1251", "windows-1252", "utf-16le", "utf-16be", "koi8-r"];
        table.document().report_unknown(label.span, "encoding", &label.value, &known);
        encoding_rs::UTF_8
    })
}
