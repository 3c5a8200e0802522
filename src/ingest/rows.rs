//! A table while it is read: its headings are understood, then its rows gather into chunks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alike::Alike;
use super::chunk::{Carried, Chunk};
use super::codes::{BLANK_COLUMN, BLANK_ROWS, BLANK_ROWS_AT_END, EMPTY_FILE, HEADER_NOT_FOUND, NO_ROWS};
use super::columns::Spent;
use super::header::{HeadingRow, Layout, is_mapped};
use super::lookup::LookupTable;
use super::record::Record;
use super::{CHUNK_ROWS, CodedSample, InputFile, Refusal};
use crate::diagnostic::{Checked, Diagnostic, Place, column_letters, counted, shown};
use crate::study::{Source, Study};

/// How far below its place a heading row is looked for.
const SEARCHED: usize = 30;

enum Stage {
    /// The heading rows so far, where they take several.
    Headings(Vec<Record>),
    /// The headings were not understood: do they stand further down?
    Searching { findings: Refusal, n_tried: usize },
    /// Rows come.
    Rows { layout: Arc<Layout>, headings: Arc<[String]> },
    /// Nothing more is of use.
    Done,
}

/// A table while it is read.
pub(super) struct Rows<'s> {
    study: &'s Study,
    source: &'s Source,
    file: Arc<InputFile>,
    lookups: Arc<Vec<LookupTable>>,
    delimiter: Option<u8>,
    merged: Vec<calamine::Dimensions>,
    stage: Stage,
    chunk: Option<Chunk<'s>>,
    carried: Carried,
    warnings: Refusal,
    n_rows: usize,
    /// Do rows of the same table stand above these?
    is_below: bool,
    /// Blank rows between filled ones, and those that were passed last.
    blank_between: Blanks,
    blank_last: Blanks,
    /// Empty lines behind the last record of a piece: nothing, unless another follows.
    empty_last: Blanks,
    /// Of columns without a heading that hold something, what is said of the first cell.
    blank_columns: BTreeMap<usize, Diagnostic>,
    alike: Alike,
    /// Columns that chunks had, to be filled again.
    spent: Spent,
}

/// Blank rows that were passed, and the line of the first.
#[derive(Debug, Clone, Copy, Default)]
struct Blanks {
    n_rows: u64,
    first: u64,
}

/// How rows are read that stand further down in a table than its headings.
pub(super) struct Below<'s> {
    study: &'s Study,
    file: Arc<InputFile>,
    lookups: Arc<Vec<LookupTable>>,
    delimiter: Option<u8>,
    layout: Arc<Layout>,
    headings: Arc<[String]>,
    has_dates: bool,
}

impl<'s> Below<'s> {
    /// Rows that are read by themselves, with columns to fill.
    pub(super) fn rows(&self, spent: Spent) -> Rows<'s> {
        let (layout, headings) = (Arc::clone(&self.layout), Arc::clone(&self.headings));
        let about = Rows::new(self.study, (*self.file).clone(), Arc::clone(&self.lookups), self.delimiter, Vec::new());
        let mut carried = Carried::default();
        carried.has_dates = self.has_dates;
        Rows { stage: Stage::Rows { layout, headings }, is_below: true, carried, spent, ..about }
    }
}

impl Blanks {
    /// Adds those further down.
    fn join(&mut self, below: Blanks) {
        self.add(below.n_rows, below.first);
    }

    fn add(&mut self, n_rows: u64, first: u64) {
        if self.n_rows == 0 {
            self.first = first;
        }
        self.n_rows += n_rows;
    }
}

impl<'s> Rows<'s> {
    pub(super) fn new(
        study: &'s Study,
        file: InputFile,
        lookups: Arc<Vec<LookupTable>>,
        delimiter: Option<u8>,
        merged: Vec<calamine::Dimensions>,
    ) -> Rows<'s> {
        Rows {
            study,
            source: &study.sources[file.source],
            file: Arc::new(file),
            lookups,
            delimiter,
            merged,
            stage: Stage::Headings(Vec::new()),
            chunk: None,
            carried: Carried::default(),
            warnings: Vec::new(),
            n_rows: 0,
            is_below: false,
            blank_between: Blanks::default(),
            blank_last: Blanks::default(),
            empty_last: Blanks::default(),
            blank_columns: BTreeMap::new(),
            alike: Alike::default(),
            spent: Spent::default(),
        }
    }

    /// Adds findings that are about the file.
    pub(super) fn say(&mut self, findings: Refusal) {
        self.warnings.extend(findings);
    }

    /// The headings, once they are understood.
    pub(super) fn layout(&self) -> Option<Arc<Layout>> {
        if let Stage::Rows { layout, .. } = &self.stage { Some(Arc::clone(layout)) } else { None }
    }

    fn place(&self, line: u64) -> Place {
        Place::line(&self.file.printed, line).in_sheet(self.file.sheet.clone())
    }

    /// Takes a record; is the chunk full with it? Then it is to be taken.
    pub(super) fn push(&mut self, record: &Record) -> bool {
        // What stands above the first row of a sheet without headings stands between nothing.
        let is_below = self.is_below || self.n_rows > 0 || self.source.format.header_row > 0;
        if matches!(self.stage, Stage::Rows { .. }) && is_below {
            self.blank_last.add(record.n_blank_before, record.line - record.n_blank_before);
        }
        if record.is_blank() {
            self.blank_last.add(1, record.line);
            return false;
        }
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Headings(above) => self.heading(above, record),
            Stage::Searching { findings, n_tried } => self.search(findings, n_tried, record),
            Stage::Rows { layout, headings } => {
                let passed = std::mem::take(&mut self.blank_last);
                self.blank_between.add(passed.n_rows, passed.first);
                self.n_rows += 1;
                self.note_blank_columns(&layout, record);
                self.alike.note(&layout, record);
                let (study, file, merged) = (self.study, &self.file, &self.merged);
                let delimiter = self.delimiter;
                let spent = &self.spent;
                let chunk = self.chunk.get_or_insert_with(|| {
                    Chunk::new(study, Arc::clone(file), Arc::clone(&layout), delimiter, spent.columns())
                });
                chunk.add(record, (&layout, &headings, merged), &mut self.carried);
                let is_full = chunk.n_rows() >= CHUNK_ROWS;
                self.stage = Stage::Rows { layout, headings };
                return is_full;
            }
            Stage::Done => {}
        }
        false
    }

    fn heading(&mut self, mut above: Vec<Record>, record: &Record) {
        let format = &self.source.format;
        if record.line < format.header_row {
            self.stage = Stage::Headings(above);
            return;
        }
        self.blank_last = Blanks::default();
        above.push(record.clone());
        if format.header_row > 0 && (above.len() as u64) < format.header_rows {
            self.stage = Stage::Headings(above);
            return;
        }
        let row = HeadingRow {
            written: together(&above),
            place: self.place(above[0].line).with_excerpt(self.excerpt(record)),
            delimiter: self.delimiter,
        };
        match Layout::find(self.source, &self.file, &row, &self.lookups) {
            Ok((layout, warnings)) => {
                self.warnings.extend(warnings);
                let headings = record.cells().map(|cell| cell.trim().to_owned()).collect();
                self.stage = Stage::Rows { layout: Arc::new(layout), headings };
                if format.header_row == 0 {
                    self.push(record);
                }
            }
            Err(findings) => self.stage = Stage::Searching { findings, n_tried: 0 },
        }
    }

    fn excerpt(&self, record: &Record) -> String {
        let between = self.delimiter.map_or_else(|| " | ".to_owned(), |delimiter| char::from(delimiter).to_string());
        record.cells().collect::<Vec<_>>().join(&between)
    }

    fn search(&mut self, findings: Refusal, n_tried: usize, record: &Record) {
        let row = HeadingRow {
            written: together(std::slice::from_ref(record)),
            place: self.place(record.line).with_excerpt(self.excerpt(record)),
            delimiter: self.delimiter,
        };
        let names_any = row.written.iter().any(|name| is_mapped(self.source, name.trim()));
        if names_any && Layout::find(self.source, &self.file, &row, &self.lookups).is_ok() {
            let (line, expected) = (record.line, self.source.format.header_row);
            let message = format!("the headings stand on line {line}, expected them on line {expected}");
            let hint = format!("declare `header_row = {line}` in source `{}`", self.source.id);
            self.warnings.push(Diagnostic::new(&HEADER_NOT_FOUND, row.place, message).with_hint(hint));
        } else if n_tried < SEARCHED {
            self.stage = Stage::Searching { findings, n_tried: n_tried + 1 };
        } else {
            self.warnings.extend(findings);
        }
    }

    /// A filled cell below a blank heading belongs to nothing.
    fn note_blank_columns(&mut self, layout: &Layout, record: &Record) {
        if self.source.format.header_row == 0 {
            return;
        }
        for index in layout.unnamed.iter().copied() {
            let cell = record.cell(index);
            if cell.is_empty() || layout.used.contains(&index) || self.blank_columns.contains_key(&index) {
                continue;
            }
            let letters = self.delimiter.is_none().then(|| column_letters(index));
            let place = Place { letters, ..self.place(record.line) };
            let message = format!("column {} has no heading and holds `{}`", index + 1, shown(cell));
            let hint = "give the column a heading, or clear it".to_owned();
            self.blank_columns.insert(index, Diagnostic::new(&BLANK_COLUMN, place, message).with_hint(hint));
        }
    }

    /// How rows further down in the table are read by themselves; nothing where they hang on those above them, or where the headings
    /// are not yet understood.
    pub(super) fn below(&self) -> Option<Below<'s>> {
        let Stage::Rows { layout, headings } = &self.stage else { return None };
        let is_alone = self.source.fill_down.is_empty()
            && layout.blocks.is_empty()
            && layout.amounts.iter().all(|amount| amount.once_per.is_empty());
        is_alone.then(|| Below {
            study: self.study,
            file: Arc::clone(&self.file),
            lookups: Arc::clone(&self.lookups),
            delimiter: self.delimiter,
            layout: Arc::clone(layout),
            headings: Arc::clone(headings),
            has_dates: self.carried.has_dates,
        })
    }

    /// The rows are over, and so many empty lines stand behind them, the last before this one.
    pub(super) fn end(&mut self, (n_empty, line): (u64, u64)) {
        self.empty_last = Blanks { n_rows: n_empty, first: line - n_empty };
    }

    /// How many empty lines stand behind the last rows: whoever reads on says so.
    pub(super) fn take_empty_lines(&mut self) -> u64 {
        std::mem::take(&mut self.empty_last).n_rows
    }

    /// Columns to fill, for rows further down.
    pub(super) fn take_spent(&mut self) -> Spent {
        std::mem::take(&mut self.spent)
    }

    /// Goes on behind rows that were read by themselves; their chunks were taken.
    pub(super) fn go_on(&mut self, below: Rows<'_>) {
        if below.n_rows == 0 && below.blank_last.n_rows == 0 {
            self.empty_last.join(below.empty_last);
            return;
        }
        let mut above = std::mem::take(&mut self.blank_last);
        above.join(self.empty_last);
        if below.n_rows == 0 {
            self.blank_last = above;
        } else {
            self.blank_between.join(above);
            self.blank_between.join(below.blank_between);
        }
        self.blank_last.join(below.blank_last);
        self.empty_last = below.empty_last;
        self.n_rows += below.n_rows;
        self.carried.has_dates |= below.carried.has_dates;
        for (index, finding) in below.blank_columns {
            self.blank_columns.entry(index).or_insert(finding);
        }
        self.alike.go_on(&below.alike);
    }

    /// How many rows came.
    pub(super) fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// The rows that gather, as far as they came, with what is to be said of the table so far.
    pub(super) fn so_far(&mut self) -> Checked<CodedSample> {
        self.take_chunk().unwrap_or_else(|| Checked::new(CodedSample::empty(), std::mem::take(&mut self.warnings)))
    }

    /// The same; nothing where no rows gather.
    pub(super) fn take_chunk(&mut self) -> Option<Checked<CodedSample>> {
        let sample = self.chunk.take()?.finish();
        Some(Checked::new(sample, std::mem::take(&mut self.warnings)))
    }

    /// Ends the table before its end: what was found forbids going on.
    pub(super) fn stop(mut self, findings: Refusal) -> Checked<CodedSample> {
        self.warnings.extend(std::mem::take(&mut self.blank_columns).into_values());
        self.warnings.extend(findings);
        self.so_far()
    }

    /// Ends the table: the last rows, and what can be said of the file as a whole.
    pub(super) fn finish(mut self) -> Checked<CodedSample> {
        self.warnings.extend(std::mem::take(&mut self.blank_columns).into_values());
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Headings(_) => {
                self.warnings.push(empty(&self.file));
            }
            Stage::Searching { findings, .. } => self.warnings.extend(findings),
            Stage::Rows { .. } if self.n_rows == 0 => {
                let message = "the file holds its headings and no row";
                let place = self.place(self.source.format.header_row);
                let hint = "leave the file out if nothing was coded".to_owned();
                self.warnings.push(Diagnostic::new(&NO_ROWS, place, message).with_hint(hint));
            }
            Stage::Rows { layout, .. } => {
                self.note_blank_rows();
                self.warnings.extend(self.alike.findings(self.study, &self.file, &layout));
            }
            Stage::Done => self.note_blank_rows(),
        }
        self.so_far()
    }

    fn note_blank_rows(&mut self) {
        let Blanks { n_rows, first } = self.blank_between;
        if n_rows > 0 {
            let from = if n_rows > 1 { ", the first here" } else { "" };
            let message = format!("{} between filled ones passed over{from}", counted(n_rows, "blank row"));
            let place = self.place(first);
            let hint = "was something cut out there?".to_owned();
            self.warnings.push(Diagnostic::new(&BLANK_ROWS, place, message).with_hint(hint));
        }
        if self.blank_last.n_rows > 0 {
            let place = Place::file(&self.file.printed).in_sheet(self.file.sheet.clone());
            let message = format!("{} at the end passed over", counted(self.blank_last.n_rows, "blank row"));
            self.warnings.push(Diagnostic::new(&BLANK_ROWS_AT_END, place, message));
        }
    }
}

/// The finding that a file holds nothing.
pub(super) fn empty(file: &InputFile) -> Diagnostic {
    let message = "the file holds nothing, expected headings and rows";
    let place = Place::file(&file.printed).in_sheet(file.sheet.clone());
    let hint = "was the sheet saved before it was copied? Leave the file out if nothing was coded";
    Diagnostic::new(&EMPTY_FILE, place, message).with_hint(hint.to_owned())
}

/// Heading rows as one: a name above stands over the blank cells to its right, and before those below it.
fn together(rows: &[Record]) -> Vec<String> {
    let Some((last, above)) = rows.split_last() else { return Vec::new() };
    if above.is_empty() {
        return last.cells().map(str::to_owned).collect();
    }
    let width = rows.iter().map(|row| row.n_cells()).max().unwrap_or(0);
    let mut names = vec![String::new(); width];
    for row in above {
        let mut over = String::new();
        for (index, name) in names.iter_mut().enumerate() {
            if !row.cell(index).is_empty() {
                row.cell(index).clone_into(&mut over);
            }
            join(name, &over);
        }
    }
    for (index, name) in names.iter_mut().enumerate() {
        if last.cell(index).is_empty() && above.iter().all(|row| row.cell(index).is_empty()) {
            name.clear();
        }
        join(name, last.cell(index));
    }
    names
}

fn join(name: &mut String, below: &str) {
    if !name.is_empty() && !below.is_empty() {
        name.push_str(" / ");
    }
    name.push_str(below);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::record::Kind;

    #[test]
    fn a_name_above_stands_over_those_below() {
        let row = |cells: &[&str]| {
            let mut record = Record::default();
            cells.iter().for_each(|cell| record.push(cell, Kind::Text));
            record
        };
        let names = together(&[row(&["Date", "TV", "", "Radio"]), row(&["", "direct", "reported", "direct"])]);
        assert_eq!(names, ["Date", "TV / direct", "TV / reported", "Radio / direct"]);
    }
}
