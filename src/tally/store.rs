//! A tally as one Parquet file: kept for next week, added to another part's, read by anything that reads Parquet.

use std::path::{Path, PathBuf};

use polars::prelude::{
    ChunkCompareEq as _, Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, PolarsResult, Series,
};
use polars_io::SerReader as _;
use polars_io::parquet::read::ParquetReader;
use polars_io::parquet::write::{KeyValueMetadata, ParquetWriter};

use sha2::{Digest as _, Sha256};

use crate::ingest::calmly;
use crate::study::read_file;

use super::{APPEARANCE_SUMS, Tally, appearance_columns, item_keys, key};

/// A tally cannot be stored or read back.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The file cannot be read.
    #[error("`{}` cannot be read", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no tally: no Parquet, damaged, or without its columns.
    #[error("`{}` is no tally that `evenhand tally` wrote, or it is damaged", path.display())]
    NoTally {
        /// Which file.
        path: PathBuf,
    },
}

/// Which of the two tables of a tally a row of the file belongs to.
const TABLE: &str = "table";
const APPEARANCES: &str = "appearances";
const ITEMS: &str = "items";

/// The key under which the file says what it was made from.
const ABOUT: &str = "evenhand.tally";

impl Tally {
    /// The tally as Parquet: the columns of both tables, and `table`, which is `appearances` or `items`. `about` says what it
    /// was made from. The same tally and words are the same bytes.
    ///
    /// Errors: those of the engine.
    pub fn parquet(&self, about: &str) -> PolarsResult<Vec<u8>> {
        let mut both = shaped(&self.appearances, APPEARANCES)?;
        both.vstack_mut(&shaped(&self.items, ITEMS)?)?;
        let about = KeyValueMetadata::from_static(vec![(ABOUT.to_owned(), about.to_owned())]);
        let mut bytes = Vec::new();
        let writer = ParquetWriter::new(&mut bytes).with_key_value_metadata(Some(about));
        writer.set_parallel(false).finish(&mut both)?;
        Ok(sealed(bytes))
    }

    /// Reads a stored tally, and what it says it was made from.
    ///
    /// Errors: [`Failure`].
    pub fn load(path: &Path) -> Result<(Tally, String), Failure> {
        let bytes = read_file(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
        let read = if is_sealed(&bytes) { calmly(|| read(&bytes)).ok().flatten() } else { None };
        read.ok_or_else(|| Failure::NoTally { path: path.to_owned() })
    }
}

/// What stands before the seal: a digest of everything else, between the pages of the file and its footer, where readers of
/// Parquet look at nothing. A damaged page may stop the reader dead or give other numbers, so it is looked at first.
const SEAL: &[u8] = b"evenhand seal sha256 ";
const SEAL_BYTES: usize = SEAL.len() + 32;
/// The length of the footer, and the mark of the format.
const END_BYTES: usize = 8;

fn footer_start(bytes: &[u8]) -> Option<usize> {
    let length = bytes.get(bytes.len().checked_sub(END_BYTES)?..)?.first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    bytes.len().checked_sub(END_BYTES)?.checked_sub(length)
}

fn digest(pages: &[u8], footer: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(pages).chain_update(footer).finalize().into()
}

fn sealed(bytes: Vec<u8>) -> Vec<u8> {
    let start = footer_start(&bytes).expect("invariant: Parquet ends with its footer");
    let (pages, footer) = bytes.split_at(start);
    [pages, SEAL, &digest(pages, footer), footer].concat()
}

/// Is the file whole, to the last byte?
fn is_sealed(bytes: &[u8]) -> bool {
    let Some(start) = footer_start(bytes).and_then(|footer| footer.checked_sub(SEAL_BYTES)) else { return false };
    let (pages, rest) = bytes.split_at(start);
    let (seal, footer) = rest.split_at(SEAL_BYTES);
    seal.strip_prefix(SEAL) == Some(&digest(pages, footer)[..])
}

/// A table with the columns of both, in the order of the file.
fn shaped(frame: &DataFrame, table: &str) -> PolarsResult<DataFrame> {
    let n_rows = frame.height();
    let mut columns: Vec<Column> = vec![Series::new(TABLE.into(), vec![table; n_rows]).into_column()];
    for name in key::ALL.into_iter().chain([key::CAST]).chain(APPEARANCE_SUMS).chain([key::N_ITEMS]) {
        columns.push(match frame.column(name) {
            Ok(column) => column.clone(),
            Err(_) => {
                let is_sum = APPEARANCE_SUMS.contains(&name) || name == key::N_ITEMS;
                let kind = if is_sum { DataType::Int64 } else { DataType::String };
                Series::full_null(name.into(), n_rows, &kind).into_column()
            }
        });
    }
    DataFrame::new(n_rows, columns)
}

/// `None` where the file does not say what it was made from.
fn read(bytes: &[u8]) -> PolarsResult<Option<(Tally, String)>> {
    let mut reader = ParquetReader::new(std::io::Cursor::new(bytes));
    let about = reader
        .get_metadata()?
        .key_value_metadata()
        .as_ref()
        .and_then(|pairs| pairs.iter().find(|pair| pair.key == ABOUT).and_then(|pair| pair.value.clone()));
    let Some(about) = about else { return Ok(None) };
    let both = reader.finish()?;
    let tables = both.column(TABLE)?.str()?.clone();
    let of = |table: &str, columns: Vec<&str>| both.filter(&tables.equal(table))?.select(columns);
    let counts: Vec<&str> = item_keys().into_iter().chain([key::N_ITEMS]).collect();
    let tally = Tally { appearances: of(APPEARANCES, appearance_columns().to_vec())?, items: of(ITEMS, counts)? };
    Ok((tally.has_its_types() && tally.adds_up()?).then_some((tally, about)))
}

impl Tally {
    /// Sums below nothing, or beyond all that can be added, are nobody's coverage.
    fn adds_up(&self) -> PolarsResult<bool> {
        let sums = APPEARANCE_SUMS.into_iter().map(|name| (&self.appearances, name));
        for (frame, name) in sums.chain([(&self.items, key::N_ITEMS)]) {
            let mut whole: i64 = 0;
            for sum in frame.column(name)?.i64()?.iter().flatten() {
                match whole.checked_add(sum).filter(|_| sum >= 0) {
                    Some(added) => whole = added,
                    None => return Ok(false),
                }
            }
        }
        Ok(true)
    }

    /// A file of somebody else's may have the right names and other contents.
    fn has_its_types(&self) -> bool {
        let kind = |name: &str| match name {
            key::DATE => DataType::Date,
            key::AMOUNT | key::N_APPEARANCES | key::N_ITEMS => DataType::Int64,
            _ => DataType::String,
        };
        [&self.appearances, &self.items]
            .iter()
            .flat_map(|frame| frame.columns())
            .all(|column| *column.dtype() == kind(column.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tally::SumRow;

    #[test]
    fn a_table_of_other_types_is_no_tally() {
        let mut tally = Tally::of_sums(&[SumRow::of(&[(key::DATE, "2020-03-01")], 30, 1)]);
        let folder = tempfile::tempdir().unwrap();
        let stored = |tally: &Tally| {
            let path = folder.path().join("t.parquet");
            std::fs::write(&path, tally.parquet("about").unwrap()).unwrap();
            Tally::load(&path)
        };
        assert_eq!(stored(&tally).unwrap().1, "about");
        for frame in [&mut tally.appearances, &mut tally.items] {
            let dates = frame.column(key::DATE).unwrap().cast(&DataType::String).unwrap();
            frame.replace(key::DATE, dates).unwrap();
        }
        assert!(matches!(stored(&tally), Err(Failure::NoTally { .. })));
    }
}
