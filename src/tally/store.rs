//! A tally as two Parquet files, for keeping a week and adding it to the next.

use std::fs::File;
use std::path::{Path, PathBuf};

use polars::prelude::{DataFrame, PolarsError};
use polars_io::SerReader as _;
use polars_io::parquet::read::ParquetReader;
use polars_io::parquet::write::ParquetWriter;

use super::{Tally, appearance_columns, item_keys, key};

/// A tally cannot be stored or read back.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The file cannot be opened or made.
    #[error("`{}`", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no Parquet file.
    #[error("`{}` is no tally", path.display())]
    Parquet {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: PolarsError,
    },
}

const APPEARANCES: &str = "appearances.parquet";
const ITEMS: &str = "items.parquet";

impl Tally {
    /// Writes `appearances.parquet` and `items.parquet` into a folder that exists.
    ///
    /// Errors: [`Failure`] naming the file.
    pub fn store(&self, folder: &Path) -> Result<(), Failure> {
        write(&folder.join(APPEARANCES), &self.appearances)?;
        write(&folder.join(ITEMS), &self.items)
    }

    /// Reads a stored tally.
    ///
    /// Errors: [`Failure`] naming the file that is missing, no Parquet or without the columns of a tally.
    pub fn load(folder: &Path) -> Result<Tally, Failure> {
        let counts: Vec<&str> = item_keys().into_iter().chain([key::N_ITEMS]).collect();
        Ok(Tally {
            appearances: read(&folder.join(APPEARANCES), &appearance_columns())?,
            items: read(&folder.join(ITEMS), &counts)?,
        })
    }
}

fn write(path: &Path, frame: &DataFrame) -> Result<(), Failure> {
    let file = File::create(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
    let written = ParquetWriter::new(file).finish(&mut frame.clone());
    written.map_err(|source| Failure::Parquet { path: path.to_owned(), source })?;
    Ok(())
}

fn read(path: &Path, columns: &[&str]) -> Result<DataFrame, Failure> {
    let file = File::open(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
    let read = ParquetReader::new(file).finish().and_then(|frame| frame.select(columns.iter().copied()));
    read.map_err(|source| Failure::Parquet { path: path.to_owned(), source })
}
