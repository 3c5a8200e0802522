//! A cell of an XLS sheet beyond the columns that such a sheet has: the reader of XLS makes room for everything up to it.

use std::io::{Cursor, Read as _};

use super::damaged::calmly;

/// The rows and columns of an XLS sheet.
const ROWS: u32 = 65_536;
const COLUMNS: u16 = 256;

/// The record that says how far a sheet reaches.
const DIMENSIONS: u16 = 0x0200;

/// Behind this record the others are cipher text; that a password is asked for is said by the reader.
const ENCRYPTED: u16 = 0x002F;

/// Records that begin with a row and a column.
const CELLS: [u16; 10] = [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E];

/// The row and column, from 0, of the first cell that no sheet has.
///
/// Errors: a file that is no compound document, or holds no workbook.
pub(super) fn far_cell(bytes: &[u8]) -> Result<Option<(u16, u16)>, String> {
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
        let (record, next) =
            behind.split_at(usize::from(u16::from_le_bytes([*length, *length_high])).min(behind.len()));
        // How far the sheet says that it reaches: the row and column behind its last.
        if let (DIMENSIONS, [_, _, _, _, row @ .., _, _, column, column_high, _, _]) = (id, record) {
            let row = u32::from_le_bytes(<[u8; 4]>::try_from(row).unwrap_or([0; 4]));
            let column = u16::from_le_bytes([*column, *column_high]);
            if row > ROWS || column > COLUMNS {
                return Ok(Some((
                    u16::try_from(row - u32::from(row > 0)).unwrap_or(u16::MAX),
                    column.saturating_sub(1),
                )));
            }
        }
        if let ([row, row_high, column, column_high, ..], true) = (record, CELLS.contains(&id)) {
            let (row, column) = (u16::from_le_bytes([*row, *row_high]), u16::from_le_bytes([*column, *column_high]));
            // Several cells in one record end with the column of the last.
            let last = match (id, record) {
                (0x00BD | 0x00BE, [.., last, last_high]) => u16::from_le_bytes([*last, *last_high]).max(column),
                _ => column,
            };
            if last >= COLUMNS {
                return Ok(Some((row, last)));
            }
        }
        rest = next;
    }
    Ok(None)
}
