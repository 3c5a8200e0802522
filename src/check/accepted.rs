//! Rows that passed every check.

use super::verdicts::Kept;
use crate::ingest::{CodedSample, Dictionary, InputFile};
use crate::study::Field;

/// The rows of a chunk that count. Made by the checks alone.
#[derive(Debug, Clone)]
pub struct AcceptedSample {
    sample: CodedSample,
    copies: CodedSample,
}

impl AcceptedSample {
    pub(super) fn new(mut sample: CodedSample, kept: &Kept) -> Self {
        sample.change_amounts(&kept.clipped);
        let copies = if kept.copies.contains(&true) {
            let mut copies = sample.clone();
            copies.keep(&kept.copies);
            copies
        } else {
            CodedSample::empty()
        };
        if kept.rows.contains(&false) {
            sample.keep(&kept.rows);
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

    /// The words behind the numbers of a field.
    pub fn dictionary(&self, field: Field) -> Option<&Dictionary> {
        self.sample.dictionaries.get(&field)
    }

    /// The file the rows come from.
    pub fn file(&self) -> Option<&InputFile> {
        self.sample.file.as_ref()
    }
}
