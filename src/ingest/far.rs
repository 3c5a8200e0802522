//! A cell of an XLS sheet beyond the columns that such a sheet has: the reader of XLS makes room for everything up to it.

use std::io::{Cursor, Read as _};

use super::damaged::calmly;

/// The rows and columns of an XLS sheet.
const ROWS: u32 = 65_536;
const COLUMNS: u32 = 256;

/// The record that says how far a sheet reaches.
const DIMENSIONS: u16 = 0x0200;

/// Behind this record the others are cipher text; that a password is asked for is said by the reader.
const ENCRYPTED: u16 = 0x002F;

/// Records of several cells side by side: they begin with a row and a column, and end with the column of the last.
const SEVERAL: [u16; 2] = [0x00BD, 0x00BE];

/// Records of one cell: they begin with its row and column.
const SINGLE: [u16; 8] = [0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E];

/// The row and column, from 0, of the first cell that no sheet has.
///
/// Errors: a file that is no compound document, or holds no workbook.
pub(super) fn far_cell(bytes: &[u8]) -> Result<Option<(u32, u32)>, String> {
    let mut stream = Vec::new();
    calmly(|| {
        let mut document = cfb::CompoundFile::open(Cursor::new(bytes))?;
        let name = if document.exists("/Workbook") { "/Workbook" } else { "/Book" };
        document.open_stream(name)?.take(bytes.len() as u64).read_to_end(&mut stream)
    })?;
    let mut rest = stream.as_slice();
    while let [id, id_high, length, length_high, behind @ ..] = rest {
        let id = u16::from_le_bytes([*id, *id_high]);
        if id == ENCRYPTED {
            return Ok(None);
        }
        let length = usize::from(u16::from_le_bytes([*length, *length_high]));
        let (record, next) = behind.split_at(length.min(behind.len()));
        if let Some(far) = reach(id, record).filter(|(row, column)| *row >= ROWS || *column >= COLUMNS) {
            return Ok(Some(far));
        }
        rest = next;
    }
    Ok(None)
}

/// The last row and column, from 0, that a record speaks of; nothing where it speaks of none.
fn reach(id: u16, record: &[u8]) -> Option<(u32, u32)> {
    let short = |at: usize| Some(u32::from(u16::from_le_bytes(*record.get(at..)?.first_chunk()?)));
    let long = |at: usize| Some(u32::from_le_bytes(*record.get(at..)?.first_chunk()?));
    match (id, record.len()) {
        // The row and column behind the last; older workbooks have short rows.
        (DIMENSIONS, 10) => Some((short(2)?.saturating_sub(1), short(6)?.saturating_sub(1))),
        (DIMENSIONS, _) => Some((long(4)?.saturating_sub(1), short(10)?.saturating_sub(1))),
        (id, length) if SEVERAL.contains(&id) => Some((short(0)?, short(2)?.max(short(length.checked_sub(2)?)?))),
        (id, _) if SINGLE.contains(&id) => Some((short(0)?, short(2)?)),
        _ => None,
    }
}
