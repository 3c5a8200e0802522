//! Rows that passed every check.

use polars::prelude::{BooleanChunked, DataFrame, IntoColumn as _, NamedFrom as _, Series};

use super::verdicts::Kept;
use crate::ingest::{CodedSample, Dictionary, InputFile, column};
use crate::study::Field;

/// The rows of a chunk that count. Made by the checks alone.
#[derive(Debug, Clone)]
pub struct AcceptedSample {
    sample: CodedSample,
    copies: CodedSample,
}

impl AcceptedSample {
    pub(super) fn new(mut sample: CodedSample, kept: &Kept) -> Self {
        if !kept.clipped.is_empty() {
            let amounts = sample.amounts().into_iter().enumerate();
            let amounts: Vec<Option<i64>> =
                amounts.map(|(row, amount)| kept.clipped.get(&row).copied().or(amount)).collect();
            let amounts = Series::new(column::AMOUNT.into(), amounts).into_column();
            sample.frame.with_column(amounts).expect("invariant: one amount per row");
        }
        let copies = if kept.copies.contains(&true) {
            let mask = BooleanChunked::new("copies".into(), kept.copies.as_slice());
            let frame = sample.frame.filter(&mask).expect("invariant: one verdict per row");
            CodedSample { frame, ..sample.clone() }
        } else {
            CodedSample::empty()
        };
        if kept.rows.contains(&false) {
            let mask = BooleanChunked::new("kept".into(), kept.rows.as_slice());
            sample.frame = sample.frame.filter(&mask).expect("invariant: one verdict per row");
        }
        AcceptedSample { sample, copies }
    }

    /// The rows that count.
    pub fn rows(&self) -> &CodedSample {
        &self.sample
    }

    /// Codings of items that somebody else coded too, made to test agreement; they are in no share.
    pub fn copies(&self) -> &CodedSample {
        &self.copies
    }

    /// One row per appearance that counts.
    pub fn frame(&self) -> &DataFrame {
        &self.sample.frame
    }

    /// The words behind the numbers of a field.
    pub fn dictionary(&self, field: Field) -> Option<&Dictionary> {
        self.sample.dictionaries.get(&field)
    }

    /// The numbers of a field, row by row.
    pub fn numbers(&self, field: Field) -> Vec<Option<u32>> {
        self.sample.numbers(field)
    }

    /// The `i32` values of a column, row by row.
    pub fn integers(&self, name: &str) -> Vec<Option<i32>> {
        self.sample.integers(name)
    }

    /// The physical line of each row.
    pub fn lines(&self) -> Vec<u64> {
        self.sample.lines()
    }

    /// The file the rows come from.
    pub fn file(&self) -> Option<&InputFile> {
        self.sample.file.as_ref()
    }
}
