//! Look-up tables: what a sheet names by a number only, told by another table.

use super::{ColumnName, FilePattern, TableFormat};
use crate::declaration::{Table, WRONG_VALUE};

/// A table that adds its columns to every row whose key it holds: item to programme to outlet, guest to party.
#[derive(Debug, Clone)]
pub struct Lookup {
    /// Its one file, below the study's folder.
    pub file: FilePattern,
    /// How it is read.
    pub format: TableFormat,
    /// The column of the sheet, or of an earlier look-up, that holds the key.
    pub by: ColumnName,
    /// The column of the look-up that holds the key.
    pub key: ColumnName,
    /// Put before its headings, where they would be those of the sheet.
    pub prefix: String,
}

impl Lookup {
    pub(super) fn read(table: &Table<'_>) -> Option<Lookup> {
        let file = table.require("file", table.text("file")).and_then(|f| FilePattern::read(table.document(), f));
        let by = table.require("by", ColumnName::read(table, "by"));
        let key = ColumnName::read(table, "key");
        let prefix = table.text("prefix").map(|prefix| prefix.value).unwrap_or_default();
        let format = TableFormat::read(table);
        if format.header_rows > 1 {
            let message = "a look-up table has one row of headings: `header_rows` is for sheets";
            table.document().report(&WRONG_VALUE, table.span(), message, None);
        }
        let by = by?;
        Some(Lookup { file: file?, format, key: key.unwrap_or_else(|| by.clone()), by, prefix })
    }
}
