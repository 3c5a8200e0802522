//! What a stored tally was made from: the study that was declared, the sheets, and what became of their rows.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::record::{Failure, InputRecord, declared, input, owned, sheets};
use super::sha256;
use crate::check::{RowCounts, need_rows};
use crate::ingest::files_of;
use crate::study::{Field, Study};

/// Version of the shape of a stored tally.
pub const TALLY_SCHEMA: &str = "evenhand.tally/1";

/// One sheet that a tally was made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetRecord {
    /// Number of its source in the study.
    pub source: usize,
    /// Path below the study's folder, or the files as another engine found them.
    pub path: String,
    /// Digest; nothing where another engine read it.
    pub sha256: Option<String>,
}

/// What a stored tally was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyRecord {
    /// [`TALLY_SCHEMA`].
    pub schema: String,
    /// One digest over study, codebook and look-up tables: they decide what a row means.
    pub declared_sha256: String,
    /// Fields that the sums do not tell apart.
    pub without: Vec<String>,
    /// Codes that were not looked for.
    pub not_looked_for: Vec<String>,
    /// Every sheet, in the order of sources and paths.
    pub sheets: Vec<SheetRecord>,
    /// Rows read.
    pub read: u64,
    /// Rows that figures rest on.
    pub used: u64,
    /// Rows left out by rule, by code.
    pub out_of_scope: BTreeMap<String, u64>,
    /// Rows rejected, by code.
    pub rejected: BTreeMap<String, u64>,
}

/// Two tallies do not belong together, or a tally is not of the study.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// The words of the file are no such record.
    #[error("does not say what it was made from")]
    Unreadable,
    /// Written by another version.
    #[error("was written as {0}, expected {TALLY_SCHEMA}: make it again")]
    Schema(String),
    /// Study, codebook or a look-up table is another.
    #[error(
        "was made with another study.toml, codebook or look-up table, of which even a comment counts: make it again"
    )]
    Declared,
    /// The tallies tell other fields apart.
    #[error("tells other fields apart: without {}, the other without {}", named(.0), named(.1))]
    Without(Vec<String>, Vec<String>),
    /// A sheet is in both.
    #[error("holds `{0}`, which is in another of them too: its rows would count twice")]
    Twice(String),
    /// The sheets of one of them were read elsewhere, so that it cannot be told which they are.
    #[error(
        "cannot be added to the others: `{0}` was added up by another engine, and whether its rows are in both cannot be told"
    )]
    Elsewhere(String),
    /// A code is none that this version knows.
    #[error("counts rows under `{0}`, which is no code of this version: make it again")]
    Code(String),
}

fn named(fields: &[String]) -> String {
    if fields.is_empty() { "none".to_owned() } else { fields.join(", ") }
}

impl TallyRecord {
    /// Of a tally made here, from the sheets of `study`.
    ///
    /// Errors: [`Failure`] where a file can no longer be read.
    pub fn of(study: &Study, without: &[Field], counts: &RowCounts) -> Result<TallyRecord, Failure> {
        let sheet = |(source, sheet): (usize, InputRecord)| SheetRecord {
            source,
            path: sheet.path,
            sha256: Some(sheet.sha256),
        };
        Self::of_sheets(study, without, counts, sheets(study)?.into_iter().map(sheet).collect())
    }

    /// Of a tally that another engine added up from the files it found below `data`, without looking for what takes single
    /// rows.
    ///
    /// Errors: [`Failure`] where a file can no longer be read.
    pub fn of_engine(study: &Study, without: &[Field], counts: &RowCounts, data: &str) -> Result<TallyRecord, Failure> {
        let sources = study.sources.iter().enumerate();
        let sheets = sources.map(|(source, of)| SheetRecord { source, path: files_of(of, data), sha256: None });
        let not_looked_for = need_rows().iter().map(|code| code.id.to_owned()).collect();
        Ok(TallyRecord { not_looked_for, ..Self::of_sheets(study, without, counts, sheets.collect())? })
    }

    fn of_sheets(
        study: &Study,
        without: &[Field],
        counts: &RowCounts,
        sheets: Vec<SheetRecord>,
    ) -> Result<TallyRecord, Failure> {
        Ok(TallyRecord {
            schema: TALLY_SCHEMA.to_owned(),
            declared_sha256: declared_digest(study)?,
            without: without.iter().map(|field| field.word().to_owned()).collect(),
            not_looked_for: Vec::new(),
            sheets,
            read: counts.read,
            used: counts.used,
            out_of_scope: owned(&counts.out_of_scope),
            rejected: owned(&counts.rejected),
        })
    }

    /// The record as the file holds it.
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("invariant: a record holds texts and numbers")
    }

    /// Reads what a file says its sums were made from.
    ///
    /// Errors: [`Mismatch`] where it is no such record, or one of another version.
    pub fn read(text: &str) -> Result<TallyRecord, Mismatch> {
        let value: serde_json::Value = serde_json::from_str(text).map_err(|_| Mismatch::Unreadable)?;
        let schema = value.get("schema").and_then(serde_json::Value::as_str).ok_or(Mismatch::Unreadable)?;
        if schema != TALLY_SCHEMA {
            return Err(Mismatch::Schema(schema.to_owned()));
        }
        serde_json::from_value(value).map_err(|_| Mismatch::Unreadable)
    }

    /// Is the tally one of this study, as it is declared now? Sheets may have been added to or moved away since.
    ///
    /// Errors: [`Mismatch`]; [`Failure`] within where a file of the study cannot be read.
    pub fn hold_against(&self, study: &Study) -> Result<Result<(), Mismatch>, Failure> {
        let is_of_it = self.declared_sha256 == declared_digest(study)?;
        Ok(if is_of_it { Ok(()) } else { Err(Mismatch::Declared) })
    }

    /// The record of two parts together.
    ///
    /// Errors: [`Mismatch`] where the parts are of different studies, tell different fields apart or share a sheet.
    pub fn plus(&self, other: &TallyRecord) -> Result<TallyRecord, Mismatch> {
        if self.declared_sha256 != other.declared_sha256 {
            return Err(Mismatch::Declared);
        }
        if self.without != other.without {
            return Err(Mismatch::Without(other.without.clone(), self.without.clone()));
        }
        let is_same = |a: &SheetRecord, b: &SheetRecord| {
            (a.source, &a.path) == (b.source, &b.path) || (a.sha256.is_some() && a.sha256 == b.sha256)
        };
        let twice = other.sheets.iter().find(|sheet| self.sheets.iter().any(|known| is_same(known, sheet)));
        if let Some(sheet) = twice {
            return Err(Mismatch::Twice(sheet.path.clone()));
        }
        // A pattern of files says nothing of which sheets they are.
        let elsewhere = |these: &[SheetRecord], those: &[SheetRecord]| {
            let is_mixed = |sheet: &&SheetRecord| {
                sheet.sha256.is_none()
                    && those.iter().any(|other| other.source == sheet.source && other.sha256.is_some())
            };
            these.iter().find(is_mixed).map(|sheet| sheet.path.clone())
        };
        let mixed = elsewhere(&self.sheets, &other.sheets).or_else(|| elsewhere(&other.sheets, &self.sheets));
        if let Some(path) = mixed {
            return Err(Mismatch::Elsewhere(path));
        }
        let mut sum = self.clone();
        sum.sheets.extend(other.sheets.iter().cloned());
        sum.sheets.sort();
        sum.not_looked_for.extend(other.not_looked_for.iter().cloned());
        sum.not_looked_for.sort();
        sum.not_looked_for.dedup();
        sum.read += other.read;
        sum.used += other.used;
        for (counts, others) in [(&mut sum.out_of_scope, &other.out_of_scope), (&mut sum.rejected, &other.rejected)] {
            others.iter().for_each(|(code, count)| *counts.entry(code.clone()).or_default() += count);
        }
        Ok(sum)
    }

    /// What became of the rows.
    ///
    /// Errors: [`Mismatch::Code`].
    pub fn counts(&self) -> Result<RowCounts, Mismatch> {
        let known = |counts: &BTreeMap<String, u64>| {
            let pairs = counts.iter().map(|(id, count)| {
                let mut codes = crate::check::CODES.iter().chain(crate::ingest::CODES).chain(crate::codebook::CODES);
                let code = codes.find(|code| code.id == id);
                code.map(|code| (code.id, *count)).ok_or_else(|| Mismatch::Code(id.clone()))
            });
            pairs.collect::<Result<BTreeMap<&'static str, u64>, Mismatch>>()
        };
        Ok(RowCounts {
            read: self.read,
            used: self.used,
            out_of_scope: known(&self.out_of_scope)?,
            rejected: known(&self.rejected)?,
        })
    }
}

/// One digest over what decides the meaning of a row.
fn declared_digest(study: &Study) -> Result<String, Failure> {
    let decides = |role: &str| !matches!(role, "words" | "rules");
    let inputs = declared(study)?.into_iter().filter(|input| decides(&input.role));
    let digests: String = inputs.map(|input| format!("{}  {}\n", input.sha256, input.path)).collect();
    Ok(sha256(digests.as_bytes()))
}

/// A stored tally as one of the inputs of what is made from it.
///
/// Errors: [`Failure`] where the file cannot be read.
pub(super) fn stored(path: &Path) -> Result<InputRecord, Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    input("tally", path, &name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_known_by_its_place_or_by_what_is_in_it() {
        let of = |source: usize, path: &str, sha256: Option<&str>| TallyRecord {
            schema: TALLY_SCHEMA.to_owned(),
            declared_sha256: String::new(),
            without: Vec::new(),
            not_looked_for: Vec::new(),
            sheets: vec![SheetRecord { source, path: path.to_owned(), sha256: sha256.map(str::to_owned) }],
            read: 1,
            used: 1,
            out_of_scope: BTreeMap::new(),
            rejected: BTreeMap::new(),
        };
        let one = of(0, "data/one.csv", Some("a"));
        let twice = |path: &str| Err(Mismatch::Twice(path.to_owned()));
        // Mended since, or given another name.
        assert_eq!(one.plus(&of(0, "data/one.csv", Some("b"))), twice("data/one.csv"));
        assert_eq!(one.plus(&of(0, "data/two.csv", Some("a"))), twice("data/two.csv"));
        let engine = of(0, "data/*.csv", None);
        assert_eq!(engine.plus(&engine), twice("data/*.csv"));
        // Another sheet, and the same place of another source.
        assert_eq!(one.plus(&of(0, "data/two.csv", Some("b"))).unwrap().read, 2);
        assert_eq!(one.plus(&of(1, "data/one.csv", Some("b"))).unwrap().sheets.len(), 2);
        assert_eq!(engine.plus(&of(1, "data/*.tsv", None)).unwrap().sheets.len(), 2);
    }
}
