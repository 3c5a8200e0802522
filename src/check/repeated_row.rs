//! E401: a row that stands twice, cell for cell; E404, where a whole file does.

use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash as _, Hasher as _};

use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::ingest::{CodedSample, DUPLICATE_IMPORT, InputFile};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E401",
    name: "repeated-row",
    severity: Severity::Error,
    page: "The row is the same, cell for cell, as an earlier one of its source: a block was pasted twice, or a \
           sheet was saved under two names. Two appearances that really are alike differ in their item or start; \
           give them one.",
};

/// Where each row was seen first, and each file's rows as a whole. Grows with the data: 24 bytes a row.
#[derive(Debug, Default)]
pub(super) struct Seen {
    files: Vec<FileSeen>,
    first: HashMap<u64, (u32, u32), foldhash::fast::FixedState>,
    pending: Vec<Diagnostic>,
}

/// What is known of a file once it is read: the number and the sum of its rows' digests say whether another has the same.
#[derive(Debug)]
struct FileSeen {
    file: InputFile,
    captured: u64,
    n_rows: u64,
    sum: u64,
}

impl Seen {
    /// Ends a file: rows that all stand in one other file are one finding, not one each.
    fn end_file(&mut self, findings: &mut Vec<Diagnostic>) {
        let pending = std::mem::take(&mut self.pending);
        let Some(here) = self.files.last() else { return };
        let twin = self.files[..self.files.len() - 1].iter().find(|other| {
            (other.captured, other.n_rows, other.sum) == (here.captured, here.n_rows, here.sum) && here.n_rows > 0
        });
        let Some(twin) = twin else {
            findings.extend(pending);
            return;
        };
        let place = Place::file(&here.file.printed).in_sheet(here.file.sheet.clone());
        let other = Place::file(&twin.file.printed).in_sheet(twin.file.sheet.clone()).address();
        let message = format!("all {} rows already stand in {other}", here.n_rows);
        let hint = "remove one of the two, or narrow the `files` pattern".to_owned();
        findings.push(Diagnostic::new(&DUPLICATE_IMPORT, place, message).with_hint(hint));
    }

    fn begin(&mut self, file: &InputFile, study: &Study, findings: &mut Vec<Diagnostic>) {
        let is_same = |seen: &FileSeen| seen.file.printed == file.printed && seen.file.sheet == file.sheet;
        if self.files.last().is_some_and(is_same) {
            return;
        }
        self.end_file(findings);
        let mut hasher = std::hash::DefaultHasher::new();
        let source = &study.sources[file.source];
        let captured: BTreeMap<_, _> = source.files.captured(&file.relative).into_iter().collect();
        captured.hash(&mut hasher);
        let sheet = source.format.sheets.as_ref().zip(file.sheet.as_ref());
        sheet.and_then(|(pattern, name)| pattern.sheet(name)).flatten().hash(&mut hasher);
        let captured = hasher.finish();
        self.files.push(FileSeen { file: file.clone(), captured, n_rows: 0, sum: 0 });
    }
}

impl Watch for Seen {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let Some(file) = &sample.file else { return };
        let mut ended = Vec::new();
        self.begin(file, study, &mut ended);
        verdicts.say(ended);
        let here = self.files.len() - 1;
        let number = u32::try_from(here).unwrap_or(u32::MAX);
        for (row, (digest, line)) in sample.digests().into_iter().zip(sample.lines()).enumerate() {
            let Some(digest) = digest.filter(|_| !verdicts.is_decided(row)) else { continue };
            let seen = &mut self.files[here];
            seen.n_rows += 1;
            seen.sum = seen.sum.wrapping_add(digest);
            // The same cells under another outlet's folder are another row.
            let key = digest ^ seen.captured ^ (file.source as u64).rotate_left(32);
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            let (first_file, first_line) = *self.first.entry(key).or_insert((number, line));
            if (first_file, first_line) == (number, line) {
                continue;
            }
            let first = &self.files[first_file as usize].file;
            let first = Place::line(&first.printed, u64::from(first_line)).in_sheet(first.sheet.clone());
            let message = format!("the row already stands at {}", first.address());
            let hint = "remove it, or give two appearances that really are alike their own item or start".to_owned();
            let finding = verdicts.found(row, &CODE, "", message, Some(hint));
            self.pending.push(finding);
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        self.end_file(findings);
    }
}
