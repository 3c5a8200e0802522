//! E401: a row that stands twice, cell for cell; E404, where a whole file does.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;

use super::spot::digest;
use super::{ByOutletDay, Verdicts, Watch};
use crate::diagnostic::{Checked, Code, Diagnostic, Place, Severity};
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

/// The digest of each row, by outlet and day, and each file's rows as a whole: 10 to 18 bytes a row. Rows that are alike in
/// one file are of one outlet and day. Where a repeated row stands first is looked for once all is read, for that is rarely asked.
#[derive(Debug, Default)]
pub(super) struct Seen {
    files: Vec<FileSeen>,
    keys: ByOutletDay<HashSet<u64, foldhash::fast::FixedState>>,
    /// Repeated rows of the file being read: the key and the finding.
    pending: Vec<(u64, Diagnostic)>,
    repeated: Vec<(u64, Diagnostic)>,
}

/// What is known of a file once it is read: the number and the sum of its rows' digests say whether another has the same.
#[derive(Debug)]
struct FileSeen {
    file: InputFile,
    captured: u64,
    n_rows: u64,
    sum: u64,
}

impl FileSeen {
    fn of(file: &InputFile, study: &Study) -> FileSeen {
        let source = &study.sources[file.source];
        let captured: BTreeMap<_, _> = source.files.captured(&file.relative).into_iter().collect();
        let sheet = source.format.sheets.as_ref().zip(file.sheet.as_ref());
        let sheet = sheet.and_then(|(pattern, name)| pattern.sheet(name)).flatten();
        FileSeen { file: file.clone(), captured: digest((captured, sheet)), n_rows: 0, sum: 0 }
    }

    fn is_of(&self, file: &InputFile) -> bool {
        self.file.printed == file.printed && self.file.sheet == file.sheet
    }

    /// The same cells under another outlet's folder are another row.
    fn key(&self, digest: u64) -> u64 {
        digest ^ self.captured ^ (self.file.source as u64).rotate_left(32)
    }
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
            self.repeated.extend(pending);
            return;
        };
        let place = Place::file(&here.file.printed).in_sheet(here.file.sheet.clone());
        let other = Place::file(&twin.file.printed).in_sheet(twin.file.sheet.clone()).address();
        let message = format!("all {} rows already stand in {other}", here.n_rows);
        let hint = "remove one of the two, or narrow the `files` pattern".to_owned();
        findings.push(Diagnostic::new(&DUPLICATE_IMPORT, place, message).with_hint(hint));
    }

    fn begin(&mut self, file: &InputFile, study: &Study, findings: &mut Vec<Diagnostic>) {
        if !self.files.last().is_some_and(|seen| seen.is_of(file)) {
            self.end_file(findings);
            self.files.push(FileSeen::of(file, study));
        }
    }
}

/// Where the rows with these keys stand first.
fn first_places(study: &Study, wanted: &HashSet<u64>) -> HashMap<u64, Place> {
    let mut places = HashMap::new();
    let mut seen: Option<FileSeen> = None;
    let mut look = |chunk: Checked<CodedSample>| {
        let sample = chunk.product;
        let Some(file) = &sample.file else { return ControlFlow::Continue(()) };
        let here = seen.take().filter(|seen| seen.is_of(file)).unwrap_or_else(|| FileSeen::of(file, study));
        for (digest, line) in sample.digests().iter().copied().zip(sample.lines().iter().copied()) {
            let Some(key) = digest.map(|digest| here.key(digest)).filter(|key| wanted.contains(key)) else { continue };
            places.entry(key).or_insert_with(|| Place::line(&file.printed, line).in_sheet(file.sheet.clone()));
        }
        seen = Some(here);
        if places.len() == wanted.len() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let _ = crate::ingest::read(study, &mut look);
    places
}

impl Watch for Seen {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let Some(file) = &sample.file else { return };
        let mut ended = Vec::new();
        self.begin(file, study, &mut ended);
        verdicts.say(ended);
        let Some(here) = self.files.last_mut() else { return };
        for (row, digest) in sample.digests().iter().copied().enumerate() {
            let Some(digest) = digest.filter(|_| !verdicts.is_decided(row)) else { continue };
            here.n_rows += 1;
            here.sum = here.sum.wrapping_add(digest);
            let key = here.key(digest);
            if !self.keys.at(verdicts.outlet_day(row)).insert(key) {
                let hint =
                    "remove it, or give two appearances that really are alike their own item or start".to_owned();
                self.pending.push((key, verdicts.found(row, &CODE, "", String::new(), Some(hint))));
            }
        }
    }

    fn pass(&mut self, outlet_days: &[u32]) {
        self.keys.take(outlet_days);
    }

    fn finish(&mut self, study: &Study, findings: &mut Vec<Diagnostic>) {
        self.end_file(findings);
        let repeated = std::mem::take(&mut self.repeated);
        if repeated.is_empty() {
            return;
        }
        let places = first_places(study, &repeated.iter().map(|(key, _)| *key).collect());
        for (key, finding) in repeated {
            let first = places.get(&key).map_or_else(String::new, |place| format!(" at {}", place.address()));
            findings.push(Diagnostic { message: format!("the row already stands{first}"), ..finding });
        }
    }
}
