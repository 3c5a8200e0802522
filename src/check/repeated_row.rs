//! E401: a row that stands twice, cell for cell.

use std::collections::HashMap;

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E401",
    name: "repeated-row",
    severity: Severity::Error,
    page: "The row is the same, cell for cell, as an earlier one of its source: a block was pasted twice, or a sheet was saved \
           under two names. Two appearances that really are alike differ in their item or start; give them one.",
};

/// Where each digest was seen first. Grows with the data: 40 bytes a row.
#[derive(Debug, Default)]
pub(super) struct Seen {
    files: Vec<String>,
    first: HashMap<u64, (usize, u64)>,
}

impl Seen {
    pub(super) fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        let Some(file) = &sample.file else { return };
        if self.files.last() != Some(&file.printed) {
            self.files.push(file.printed.clone());
        }
        let here = self.files.len() - 1;
        for (row, (digest, line)) in sample.digests().into_iter().zip(sample.lines()).enumerate() {
            let Some(digest) = digest else { continue };
            let (first_file, first_line) = *self.first.entry(digest).or_insert((here, line));
            if (first_file, first_line) != (here, line) {
                let message = format!("the row already stands at {}:{first_line}", self.files[first_file]);
                let hint =
                    "remove it, or give two appearances that really are alike their own item or start".to_owned();
                verdicts.reject(row, &CODE, "", message, Some(hint));
            }
        }
    }
}
