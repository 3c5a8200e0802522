//! A tally as one Parquet file: kept for next week, added to another part's, read by anything that reads Parquet.

use std::path::{Path, PathBuf};

use polars::prelude::{
    ChunkCompareEq as _, Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, PolarsResult, Series,
};
use polars_io::SerReader as _;
use polars_io::parquet::read::ParquetReader;
use polars_io::parquet::write::{KeyValueMetadata, ParquetWriter};

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
        Ok(bytes)
    }

    /// Reads a stored tally, and what it says it was made from.
    ///
    /// Errors: [`Failure`].
    pub fn load(path: &Path) -> Result<(Tally, String), Failure> {
        let bytes = std::fs::read(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
        // A damaged file may make the reader panic where it should fail.
        let read = std::panic::catch_unwind(|| read(&bytes)).ok().and_then(Result::ok).flatten();
        read.ok_or_else(|| Failure::NoTally { path: path.to_owned() })
    }

    /// Every value of both tables, whatever file they stand in: what a digest of the sums is made of.
    pub fn written(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for frame in [&self.appearances, &self.items] {
            for column in frame.columns() {
                out.extend_from_slice(column.name().as_bytes());
                let texts =
                    super::string_column(frame, column.name()).expect("invariant: ids, days and sums are texts too");
                for text in texts.iter() {
                    // What is missing is not what is empty.
                    out.push(if text.is_some() { 0x1e } else { 0x1f });
                    out.extend_from_slice(text.unwrap_or_default().as_bytes());
                }
            }
        }
        out
    }
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
    Ok(tally.has_its_types().then_some((tally, about)))
}

impl Tally {
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
