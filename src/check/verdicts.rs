//! What the checks say of each row, and the identity that nothing is dropped in silence.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Severities;
use super::spot::{Spot, SpotSheet};
use crate::diagnostic::{Code, Diagnostic, Place, column_letters};
use crate::ingest::{CodedSample, Fault, FaultKind};
use crate::study::Field;

/// Rows read = used + out of scope + rejected, by code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// Rows of all sheets; a sheet with amounts side by side gives one per amount.
    pub read: u64,
    /// Rows that figures rest on.
    pub used: u64,
    /// Rows left out by a rule of the study, by the code of the rule.
    pub out_of_scope: BTreeMap<&'static str, u64>,
    /// Rows that cannot be used, by the code of their first error.
    pub rejected: BTreeMap<&'static str, u64>,
}

impl RowCounts {
    /// How many rows are out of scope.
    pub fn n_out_of_scope(&self) -> u64 {
        self.out_of_scope.values().sum()
    }

    /// How many rows were rejected.
    pub fn n_rejected(&self) -> u64 {
        self.rejected.values().sum()
    }

    /// Does the identity hold?
    pub fn adds_up(&self) -> bool {
        self.read == self.used + self.n_out_of_scope() + self.n_rejected()
    }
}

/// The verdict on each row of a chunk, while the checks speak.
#[derive(Debug)]
pub struct Verdicts {
    spot_sheet: Rc<SpotSheet>,
    lines: Vec<u64>,
    /// How many coded rows each row is the sum of; `None` where each is one.
    n_added: Option<Vec<u64>>,
    positions: BTreeMap<String, usize>,
    by_row: Vec<Option<Verdict>>,
    /// The number of each row's outlet and day.
    outlet_days: Vec<u32>,
    findings: Vec<Diagnostic>,
    clipped: BTreeMap<usize, i64>,
    severities: Severities,
    /// Rows that are counted and not carried along.
    only_counted: Vec<(&'static Code, u64)>,
}

/// Which rows of a chunk count, and of which a part only.
#[derive(Debug)]
pub(super) struct Kept {
    pub rows: Vec<bool>,
    /// Codings made to test agreement.
    pub copies: Vec<bool>,
    pub clipped: BTreeMap<usize, i64>,
    /// The number of the outlet and day of every row, kept or not.
    pub outlet_days: Vec<u32>,
}

/// Why a row does not count.
#[derive(Debug, Clone, Copy)]
struct Verdict {
    code: &'static Code,
    is_error: bool,
}

impl Verdicts {
    pub(super) fn new(sample: &CodedSample, severities: &Severities, outlet_days: Vec<u32>) -> Self {
        let file = sample.file.as_ref().map(|file| file.printed.clone()).unwrap_or_default();
        Verdicts {
            spot_sheet: Rc::new(SpotSheet { file, name: sample.file.as_ref().and_then(|file| file.sheet.clone()) }),
            lines: sample.lines().to_vec(),
            n_added: sample.n_added().map(<[u64]>::to_vec),
            positions: sample.positions.clone(),
            by_row: vec![None; sample.n_rows()],
            outlet_days,
            findings: Vec::new(),
            clipped: BTreeMap::new(),
            severities: severities.clone(),
            only_counted: Vec::new(),
        }
    }

    /// Has an earlier check already taken this row out?
    pub fn is_decided(&self, row: usize) -> bool {
        self.by_row[row].is_some()
    }

    /// The number of a row's outlet and day, the same in all chunks.
    pub(super) fn outlet_day(&self, row: usize) -> u32 {
        self.outlet_days[row]
    }

    /// Says something of a row, with its finding; the row is rejected where the code's severity forbids figures.
    pub fn find(&mut self, row: usize, code: &'static Code, column: &str, message: String, hint: Option<String>) {
        let finding = self.found(row, code, column, message, hint);
        self.findings.push(finding);
    }

    /// The same for a finding that is said later, or otherwise.
    pub fn found(
        &mut self,
        row: usize,
        code: &'static Code,
        column: &str,
        message: String,
        hint: Option<String>,
    ) -> Diagnostic {
        let severity = self.severities.of(code);
        if severity.forbids() {
            self.by_row[row].get_or_insert(Verdict { code, is_error: true });
        }
        Diagnostic {
            severity,
            is_of_row: true,
            ..Diagnostic::new(code, self.place(row, column), message).with_hint(hint)
        }
    }

    /// Adds findings that are about more than a row.
    pub fn say(&mut self, findings: Vec<Diagnostic>) {
        self.findings.extend(findings);
    }

    /// Counts a part of a row's amount only: what lies inside the monitored hours.
    pub fn clip(&mut self, row: usize, amount: i64) {
        self.clipped.insert(row, amount.max(0));
    }

    /// Where a row stands, to be remembered.
    pub(super) fn spot(&self, row: usize) -> Spot {
        Spot { sheet: Rc::clone(&self.spot_sheet), line: self.lines[row] }
    }

    /// Where a row's column stands.
    pub fn place(&self, row: usize, column: &str) -> Place {
        let place = self.spot(row).place();
        let place = if column.is_empty() { place } else { place.in_column(column) };
        Place { letters: self.positions.get(column).map(|index| column_letters(*index)), ..place }
    }

    /// Counts rows out of scope that are not among those of the chunk.
    pub fn count_out_of_scope(&mut self, code: &'static Code, n_rows: u64) {
        if n_rows > 0 {
            self.only_counted.push((code, n_rows));
        }
    }

    /// Leaves a row out by a rule of the study. An error found before keeps its verdict.
    pub fn leave_out(&mut self, row: usize, code: &'static Code) {
        if self.severities.of(code).forbids() {
            let message = format!("the row is out of scope ({}), which this study calls an error", code.name);
            self.find(row, code, "", message, None);
            return;
        }
        self.by_row[row].get_or_insert(Verdict { code, is_error: false });
    }

    /// Says of the row of every fault of one kind, in the fields that `concerns` names, what `words` make of it.
    pub fn find_faults(
        &mut self,
        sample: &CodedSample,
        kind: FaultKind,
        concerns: impl Fn(Field) -> bool,
        code: &'static Code,
        words: impl Fn(&Fault) -> (String, Option<String>),
    ) {
        for fault in sample.faults.iter().filter(|fault| fault.kind == kind && concerns(fault.field)) {
            let (message, hint) = words(fault);
            self.find(fault.row as usize, code, &fault.heading, message, hint);
        }
    }

    /// Which rows are kept, and what was found.
    pub(super) fn finish(self, counts: &mut RowCounts) -> (Kept, Vec<Diagnostic>) {
        let n_rows = |row: usize| self.n_added.as_ref().map_or(1, |counts| counts[row]);
        counts.read += (0..self.by_row.len()).map(n_rows).sum::<u64>();
        for (code, n_rows) in &self.only_counted {
            counts.read += n_rows;
            *counts.out_of_scope.entry(code.id).or_default() += n_rows;
        }
        for (row, verdict) in self.by_row.iter().enumerate() {
            match verdict {
                None => counts.used += n_rows(row),
                Some(verdict) if verdict.is_error => {
                    *counts.rejected.entry(verdict.code.id).or_default() += n_rows(row);
                }
                Some(verdict) => *counts.out_of_scope.entry(verdict.code.id).or_default() += n_rows(row),
            }
        }
        let rows = self.by_row.iter().map(Option::is_none).collect();
        let is_copy =
            |verdict: &Option<Verdict>| verdict.is_some_and(|verdict| verdict.code.id == super::second_coding::CODE.id);
        let copies = self.by_row.iter().map(is_copy).collect();
        (Kept { rows, copies, clipped: self.clipped, outlet_days: self.outlet_days }, self.findings)
    }
}
