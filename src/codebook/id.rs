//! Ids: the short names that files, figures and keys are called by.

use super::codes::BAD_ID;
use crate::declaration::{Document, Table, Written};

/// Names that a file may not have on some disk.
const DEVICES: [&str; 7] = ["con", "prn", "aux", "nul", "com1", "lpt1", "clock"];

/// Reads the table's `id`: `[a-z0-9-]{1,40}`, no device name. Reports what is wrong with it.
pub fn read_id(table: &Table<'_>) -> Option<Written<String>> {
    let id = table.require("id", table.text("id"))?;
    read_id_text(table.document(), id)
}

/// The same for an id that stands as a key or elsewhere.
pub fn read_id_text(document: &Document, id: Written<String>) -> Option<Written<String>> {
    let text = &id.value;
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if plain && (1..=40).contains(&text.len()) && !DEVICES.contains(&text.as_str()) {
        return Some(id);
    }
    let message =
        format!("id `{}` cannot name a file, expected 1 to 40 of a-z, 0-9 and -", crate::diagnostic::shown(text));
    document.report(&BAD_ID, id.span.clone(), message, None);
    None
}
