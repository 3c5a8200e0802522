//! Rows that passed every check.

use super::verdicts::Kept;
use crate::ingest::{CodedSample, Dictionary, InputFile};
use crate::study::Field;

/// The rows of a chunk that count. Made by the checks alone.
#[derive(Debug, Clone)]
pub struct AcceptedSample {
    sample: CodedSample,
    copies: CodedSample,
    outlet_days: Vec<u32>,
    passed: Vec<u32>,
}

impl AcceptedSample {
    pub(super) fn new(mut sample: CodedSample, kept: Kept, passed: Vec<u32>) -> Self {
        sample.change_amounts(&kept.clipped);
        let copies = if kept.copies.contains(&true) {
            let mut copies = sample.clone();
            copies.keep(&kept.copies);
            copies
        } else {
            CodedSample::empty()
        };
        let outlet_days = if kept.rows.contains(&false) {
            sample.keep(&kept.rows);
            let days = kept.outlet_days.into_iter().zip(kept.rows);
            days.filter_map(|(day, is_kept)| is_kept.then_some(day)).collect()
        } else {
            kept.outlet_days
        };
        AcceptedSample { sample, copies, outlet_days, passed }
    }

    /// The rows that count.
    pub fn rows(&self) -> &CodedSample {
        &self.sample
    }

    /// Codings of items that somebody else coded too, made to test agreement; they are in no share.
    pub fn copies(&self) -> &CodedSample {
        &self.copies
    }

    /// The number of the outlet and day of each row that counts, the same in all chunks.
    pub(crate) fn outlet_days(&self) -> &[u32] {
        &self.outlet_days
    }

    /// The outlets and days that are passed with this chunk: where rows of them come nevertheless, all is begun again.
    pub(crate) fn passed(&self) -> &[u32] {
        &self.passed
    }

    /// The words behind the numbers of a field.
    pub fn dictionary(&self, field: Field) -> Option<&Dictionary> {
        self.sample.dictionaries.get(&field)
    }

    /// The file the rows come from.
    pub fn file(&self) -> Option<&InputFile> {
        self.sample.file.as_ref()
    }
}
