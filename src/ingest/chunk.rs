//! A chunk while it grows: records become typed rows.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};

use csv::StringRecord;

use super::header::{AmountColumn, Layout, Origin};
use super::row::{DateReader, daypart_of, resolve};
use super::sample::{Columns, WORD_FIELDS};
use super::{CodedSample, Dictionary, Fault, FaultKind, InputFile};
use crate::codebook::ServiceTime;
use crate::study::{Field, Source, Study};
use crate::unit::UnreadableAmount;

/// The text of a field in a record; a blank cell is none.
fn text<'a>(layout: &'a Layout, field: Field, record: &'a StringRecord) -> Option<&'a str> {
    match layout.origins.get(&field)? {
        Origin::Cell(index) => record.get(*index).map(str::trim).filter(|text| !text.is_empty()),
        Origin::Constant(text) => Some(text),
    }
}

pub(super) struct Chunk<'s> {
    study: &'s Study,
    source: &'s Source,
    file: &'s InputFile,
    layout: &'s Layout,
    dates: DateReader,
    columns: Columns,
    dictionaries: BTreeMap<Field, Dictionary>,
    faults: Vec<Fault>,
    left_out: Vec<u32>,
}

/// A row without these says nothing.
const NEEDED: [Field; 3] = [Field::Outlet, Field::Actor, Field::Quantity];

impl<'s> Chunk<'s> {
    pub(super) fn new(study: &'s Study, source: &'s Source, file: &'s InputFile, layout: &'s Layout) -> Self {
        let dates = DateReader::new(source.date_order);
        let (columns, dictionaries, faults) = (Columns::default(), BTreeMap::new(), Vec::new());
        Chunk { study, source, file, layout, dates, columns, dictionaries, faults, left_out: Vec::new() }
    }

    pub(super) fn n_rows(&self) -> usize {
        self.columns.n_rows()
    }

    /// Adds one record: one row per amount column.
    ///
    /// A row left out by rule and a repetition of the headings hold nothing: their cells are not read.
    pub(super) fn add(&mut self, record: &StringRecord, line: u64, headings: &StringRecord) {
        let layout = self.layout;
        if layout.leaves_out(record) {
            self.columns.lines.push(line);
            self.left_out.push(self.row());
            self.add_nothing();
        } else if record.iter().map(str::trim).eq(headings.iter().map(str::trim)) {
            self.columns.lines.push(line);
            self.fault(line, Field::Amount, String::new(), "", FaultKind::HeadingsAgain);
            self.add_nothing();
        } else {
            for amount in &layout.amounts {
                self.add_row(record, line, amount);
            }
        }
    }

    fn add_row(&mut self, record: &StringRecord, line: u64, amount: &AmountColumn) {
        self.columns.lines.push(line);
        let extra = record.iter().skip(self.layout.n_columns).any(|cell| !cell.trim().is_empty());
        let is_uneven = record.len() < self.layout.n_columns || extra;
        if is_uneven {
            let text = format!("{} cells, expected {}", record.len(), self.layout.n_columns);
            let spans_lines = record.iter().any(|cell| cell.contains(['\n', '\r']));
            let kind = if spans_lines { FaultKind::UnevenAcrossLines } else { FaultKind::Uneven };
            self.fault(line, Field::Amount, String::new(), &text, kind);
            self.add_nothing();
            return;
        }
        self.columns.digests.push(Some(self.digest(record, amount)));
        self.add_date(record, line);
        let start = self.add_start(record, line);
        self.add_pass(record, line);
        self.add_amount(record, line, amount);
        for field in WORD_FIELDS {
            self.add_word(field, record, line, amount, start);
        }
    }

    /// A row whose cells may stand in the wrong columns: what else is wrong with them says nothing.
    fn add_nothing(&mut self) {
        self.columns.digests.push(None);
        self.columns.dates.push(None);
        self.columns.starts.push(None);
        self.columns.passes.push(None);
        self.columns.amounts.push(None);
        for field in WORD_FIELDS {
            self.columns.words.entry(field).or_default().push(None);
        }
    }

    fn fault(&mut self, line: u64, field: Field, heading: String, text: &str, kind: FaultKind) {
        let row = self.row();
        self.faults.push(Fault { row, line, field, heading, text: text.to_owned(), kind });
    }

    /// A digest of the row as written: its source, what its path says, its cells, and which of its amounts this is.
    fn digest(&self, record: &StringRecord, amount: &AmountColumn) -> u64 {
        // The keys of this hasher are fixed: the same rows have the same digests in every run.
        let mut hasher = std::hash::DefaultHasher::new();
        (self.file.source, amount.index).hash(&mut hasher);
        self.source.files.captured(&self.file.relative).hash(&mut hasher);
        for cell in record {
            cell.trim().hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The number of the row that is being added.
    fn row(&self) -> u32 {
        u32::try_from(self.columns.lines.len() - 1).expect("invariant: a chunk has fewer rows than u32 counts")
    }

    fn fault_in(&mut self, line: u64, field: Field, text: &str, kind: FaultKind) {
        let heading = self.layout.headings.get(&field).cloned().unwrap_or_else(|| field.word().to_owned());
        self.fault(line, field, heading, text, kind);
    }

    fn add_date(&mut self, record: &StringRecord, line: u64) {
        let written = text(self.layout, Field::Date, record);
        let date = written.and_then(|text| self.dates.days(text));
        if let (Some(text), None) = (written, date) {
            self.fault_in(line, Field::Date, text, FaultKind::Unreadable);
        }
        if written.is_none() && text(self.layout, Field::Period, record).is_none() {
            self.fault_in(line, Field::Date, "", FaultKind::Missing);
        }
        self.columns.dates.push(date);
    }

    fn add_start(&mut self, record: &StringRecord, line: u64) -> Option<ServiceTime> {
        let written = text(self.layout, Field::Start, record);
        let start = written.and_then(|text| text.parse::<ServiceTime>().ok());
        if let (Some(text), None) = (written, start) {
            self.fault_in(line, Field::Start, text, FaultKind::Unreadable);
        }
        self.columns.starts.push(start.map(|time| i32::from(time.0)));
        start
    }

    fn add_pass(&mut self, record: &StringRecord, line: u64) {
        let written = text(self.layout, Field::Pass, record);
        let pass = written.and_then(|text| text.parse::<i32>().ok()).filter(|pass| (1..=99).contains(pass));
        if let (Some(text), None) = (written, pass) {
            self.fault_in(line, Field::Pass, text, FaultKind::Unreadable);
        }
        self.columns.passes.push(pass);
    }

    fn add_amount(&mut self, record: &StringRecord, line: u64, amount: &AmountColumn) {
        let cell = amount.index.and_then(|index| record.get(index)).unwrap_or_default();
        let read = self.source.amount.parse(cell, self.source.decimal);
        if let Err(why) = read {
            let kind = match why {
                UnreadableAmount::Missing => FaultKind::Missing,
                UnreadableAmount::Unreadable => FaultKind::Unreadable,
                UnreadableAmount::NotFinite => FaultKind::NotFinite,
                UnreadableAmount::Negative => FaultKind::Negative,
                UnreadableAmount::OutOfRange => FaultKind::OutOfRange,
            };
            self.fault(line, Field::Amount, amount.heading.clone(), cell, kind);
        }
        self.columns.amounts.push(read.ok().map(crate::unit::Amount::whole));
    }

    fn add_word(
        &mut self,
        field: Field,
        record: &StringRecord,
        line: u64,
        amount: &AmountColumn,
        start: Option<ServiceTime>,
    ) {
        let set = amount.sets.iter().find(|(set, _)| *set == field).map(|(_, text)| text.as_str());
        let by_clock = start.filter(|_| field == Field::Daypart).and_then(|time| daypart_of(self.study, time));
        let written = set.or_else(|| text(self.layout, field, record)).or(by_clock);
        let number = written.map(|text| {
            let dictionary = self.dictionaries.entry(field).or_default();
            dictionary.number(text, |text| resolve(self.study, self.source, field, text))
        });
        if number.is_none() && NEEDED.contains(&field) {
            self.fault_in(line, field, "", FaultKind::Missing);
        }
        self.columns.words.entry(field).or_default().push(number);
    }

    pub(super) fn finish(self) -> CodedSample {
        CodedSample {
            file: Some(self.file.clone()),
            frame: self.columns.into_frame(),
            dictionaries: self.dictionaries,
            headings: self.layout.headings.clone(),
            faults: self.faults,
            left_out: self.left_out,
        }
    }
}
