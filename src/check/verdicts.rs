//! What the checks say of each row, and the identity that nothing is dropped in silence.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
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
    file: String,
    lines: Vec<u64>,
    by_row: Vec<Option<&'static Code>>,
    findings: Vec<Diagnostic>,
}

impl Verdicts {
    pub(super) fn new(sample: &CodedSample) -> Self {
        let file = sample.file.as_ref().map(|file| file.printed.clone()).unwrap_or_default();
        Verdicts { file, lines: sample.lines(), by_row: vec![None; sample.n_rows()], findings: Vec::new() }
    }

    /// Has an earlier check already taken this row out?
    pub fn is_decided(&self, row: usize) -> bool {
        self.by_row[row].is_some()
    }

    /// Rejects a row for an error, with its finding.
    pub fn reject(&mut self, row: usize, code: &'static Code, column: &str, message: String, hint: Option<String>) {
        self.remark(row, code, column, message, hint);
        self.by_row[row].get_or_insert(code);
    }

    /// Says something of a row that stays.
    pub fn remark(&mut self, row: usize, code: &'static Code, column: &str, message: String, hint: Option<String>) {
        let place = Place::line(&self.file, self.lines[row]);
        let place = if column.is_empty() { place } else { place.in_column(column) };
        self.findings.push(Diagnostic::new(code, place, message).with_hint(hint));
    }

    /// Leaves a row out by a rule of the study. An error found before keeps its verdict.
    pub fn leave_out(&mut self, row: usize, code: &'static Code) {
        self.by_row[row].get_or_insert(code);
    }

    /// Rejects the row of every fault of one kind in the fields that `concerns` names.
    pub fn reject_faults(
        &mut self,
        sample: &CodedSample,
        kind: FaultKind,
        concerns: impl Fn(Field) -> bool,
        code: &'static Code,
        words: impl Fn(&Fault) -> (String, Option<String>),
    ) {
        for fault in sample.faults.iter().filter(|fault| fault.kind == kind && concerns(fault.field)) {
            let (message, hint) = words(fault);
            self.reject(fault.row as usize, code, &fault.heading, message, hint);
        }
    }

    /// Which rows are kept, and what was found.
    pub(super) fn finish(self, counts: &mut RowCounts) -> (Vec<bool>, Vec<Diagnostic>) {
        counts.read += self.by_row.len() as u64;
        for verdict in &self.by_row {
            match verdict {
                None => counts.used += 1,
                Some(code) if code.severity == Severity::Error => *counts.rejected.entry(code.id).or_default() += 1,
                Some(code) => *counts.out_of_scope.entry(code.id).or_default() += 1,
            }
        }
        (self.by_row.iter().map(Option::is_none).collect(), self.findings)
    }
}
