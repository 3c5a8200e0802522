//! A table while it is read: its headings are understood, then its rows gather into chunks.

use std::collections::BTreeSet;
use std::hash::BuildHasher as _;
use std::rc::Rc;

use super::chunk::{Carried, Chunk};
use super::codes::{
    BLANK_COLUMN, BLANK_ROWS, BLANK_ROWS_AT_END, EMPTY_FILE, HEADER_NOT_FOUND, IDENTICAL_COLUMNS, NO_ROWS,
};
use super::columns::Spent;
use super::header::{AmountColumn, HeadingRow, Layout, Slot, is_mapped};
use super::lookup::LookupTable;
use super::record::Record;
use super::{CHUNK_ROWS, CodedSample, DIGESTS, InputFile, Refusal};
use crate::diagnostic::{Checked, Diagnostic, Place, column_letters, counted, shown};
use crate::study::{Field, Source, Study};

/// How far below its place a heading row is looked for.
const SEARCHED: usize = 30;

enum Stage {
    /// The heading rows so far, where they take several.
    Headings(Vec<Record>),
    /// The headings were not understood: do they stand further down?
    Searching { findings: Refusal, n_tried: usize },
    /// Rows come.
    Rows { layout: Rc<Layout>, headings: Vec<String> },
    /// Nothing more is of use.
    Done,
}

/// A table while it is read.
pub(super) struct Rows<'s> {
    study: &'s Study,
    source: &'s Source,
    file: Rc<InputFile>,
    lookups: Rc<Vec<LookupTable>>,
    delimiter: Option<u8>,
    merged: Vec<calamine::Dimensions>,
    stage: Stage,
    chunk: Option<Chunk<'s>>,
    carried: Carried,
    warnings: Refusal,
    n_rows: usize,
    /// Blank rows between filled ones, and those that were passed last.
    blank_between: Blanks,
    blank_last: Blanks,
    blank_columns: BTreeSet<usize>,
    contents: Vec<Content>,
    /// Columns that chunks had, to be filled again.
    spent: Spent,
    /// Is it known that no two amount columns hold the same?
    are_contents_told: bool,
}

/// Blank rows that were passed, and the line of the first.
#[derive(Debug, Clone, Copy, Default)]
struct Blanks {
    n_rows: u64,
    first: u64,
}

impl Blanks {
    fn add(&mut self, n_rows: u64, first: u64) {
        if self.n_rows == 0 {
            self.first = first;
        }
        self.n_rows += n_rows;
    }
}

/// What an amount column holds, as a whole: columns with equal digests hold the same.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    digest: u64,
    n_filled: u64,
    n_changes: u64,
    last: u64,
}

/// Columns with fewer filled cells, or always the same one, may be alike by chance.
const FEWEST_FILLED: u64 = 10;
const FEWEST_CHANGES: u64 = 5;

impl<'s> Rows<'s> {
    pub(super) fn new(
        study: &'s Study,
        file: InputFile,
        lookups: Rc<Vec<LookupTable>>,
        delimiter: Option<u8>,
        merged: Vec<calamine::Dimensions>,
    ) -> Rows<'s> {
        Rows {
            study,
            source: &study.sources[file.source],
            file: Rc::new(file),
            lookups,
            delimiter,
            merged,
            stage: Stage::Headings(Vec::new()),
            chunk: None,
            carried: Carried::default(),
            warnings: Vec::new(),
            n_rows: 0,
            blank_between: Blanks::default(),
            blank_last: Blanks::default(),
            blank_columns: BTreeSet::new(),
            contents: Vec::new(),
            spent: Spent::default(),
            are_contents_told: false,
        }
    }

    /// Adds findings that are about the file.
    pub(super) fn say(&mut self, findings: Refusal) {
        self.warnings.extend(findings);
    }

    /// The headings, once they are understood.
    pub(super) fn layout(&self) -> Option<Rc<Layout>> {
        if let Stage::Rows { layout, .. } = &self.stage { Some(Rc::clone(layout)) } else { None }
    }

    fn place(&self, line: u64) -> Place {
        Place::line(&self.file.printed, line).in_sheet(self.file.sheet.clone())
    }

    /// Takes a record; a full chunk comes back.
    pub(super) fn push(&mut self, record: &Record) -> Option<Checked<CodedSample>> {
        // What stands above the first row of a sheet without headings stands between nothing.
        if matches!(self.stage, Stage::Rows { .. }) && (self.n_rows > 0 || self.source.format.header_row > 0) {
            self.blank_last.add(record.n_blank_before, record.line - record.n_blank_before);
        }
        if record.is_blank() {
            self.blank_last.add(1, record.line);
            return None;
        }
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Headings(above) => self.heading(above, record),
            Stage::Searching { findings, n_tried } => self.search(findings, n_tried, record),
            Stage::Rows { layout, headings } => {
                let passed = std::mem::take(&mut self.blank_last);
                self.blank_between.add(passed.n_rows, passed.first);
                self.n_rows += 1;
                self.note_blank_columns(&layout, record);
                self.note_contents(&layout, record);
                let (study, file, merged) = (self.study, &self.file, &self.merged);
                let is_text = self.delimiter.is_some();
                let spent = &self.spent;
                let chunk = self.chunk.get_or_insert_with(|| {
                    Chunk::new(study, Rc::clone(file), Rc::clone(&layout), is_text, spent.columns())
                });
                chunk.add(record, &headings, merged, &mut self.carried);
                self.stage = Stage::Rows { layout, headings };
                if chunk.n_rows() >= CHUNK_ROWS {
                    return self.take_chunk();
                }
            }
            Stage::Done => {}
        }
        None
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
                self.stage = Stage::Rows { layout: Rc::new(layout), headings };
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
            if cell.is_empty() || layout.used.contains(&index) || !self.blank_columns.insert(index) {
                continue;
            }
            let letters = self.delimiter.is_none().then(|| column_letters(index));
            let place = Place { letters, ..self.place(record.line) };
            let message = format!("column {} has no heading and holds `{}`", index + 1, shown(cell));
            let hint = "give the column a heading, or clear it".to_owned();
            self.warnings.push(Diagnostic::new(&BLANK_COLUMN, place, message).with_hint(hint));
        }
    }

    /// Remembers what stands in each of several amount columns.
    fn note_contents(&mut self, layout: &Layout, record: &Record) {
        if layout.amounts.len() < 2 || self.are_contents_told {
            return;
        }
        self.contents.resize(layout.amounts.len(), Content::default());
        for (content, amount) in self.contents.iter_mut().zip(&layout.amounts) {
            let Some(Slot::Cell(index)) = amount.slot else { continue };
            let cell = record.cell(index);
            content.digest = DIGESTS.hash_one((content.digest, cell));
            if cell.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
                let digest = DIGESTS.hash_one(cell);
                content.n_filled += 1;
                content.n_changes += u64::from(digest != content.last);
                content.last = digest;
            }
        }
        // Columns that differ in one row are never alike again.
        let mut digests: Vec<u64> = self.contents.iter().map(|content| content.digest).collect();
        digests.sort_unstable();
        self.are_contents_told = digests.windows(2).all(|pair| pair[0] != pair[1]);
    }

    fn say_identical_columns(&mut self, layout: &Layout) {
        let is_whole_day = |amount: &AmountColumn| {
            amount.sets.iter().any(|(field, text)| {
                let daypart = (*field == Field::Daypart).then(|| self.study.codebook.dayparts.find(text)).flatten();
                daypart.is_some_and(|daypart| daypart.own.hours.is_none())
            })
        };
        let columns: Vec<(&AmountColumn, Content)> = layout
            .amounts
            .iter()
            .zip(self.contents.iter().copied())
            .filter(|(amount, _)| !is_whole_day(amount))
            .collect();
        let mut found = Vec::new();
        for (number, (amount, content)) in columns.iter().enumerate() {
            let twin = columns[..number]
                .iter()
                .find(|(other, seen)| seen.digest == content.digest && other.heading != amount.heading);
            let is_telling = content.n_filled >= FEWEST_FILLED && content.n_changes >= FEWEST_CHANGES;
            if let (Some((twin, _)), true) = (twin, is_telling) {
                let message =
                    format!("`{}` and `{}` hold the same in every row", shown(&twin.heading), shown(&amount.heading));
                let place = Place::file(&self.file.printed).in_sheet(self.file.sheet.clone());
                let hint = "was one pasted over the other?".to_owned();
                found.push(Diagnostic::new(&IDENTICAL_COLUMNS, place, message).with_hint(hint));
            }
        }
        self.warnings.extend(found);
    }

    fn take_chunk(&mut self) -> Option<Checked<CodedSample>> {
        let sample = self.chunk.take()?.finish();
        Some(Checked::new(sample, std::mem::take(&mut self.warnings)))
    }

    /// Ends the table before its end: what was found forbids going on.
    pub(super) fn stop(mut self, findings: Refusal) -> Checked<CodedSample> {
        self.warnings.extend(findings);
        self.take_chunk().unwrap_or_else(|| Checked::new(CodedSample::empty(), std::mem::take(&mut self.warnings)))
    }

    /// Ends the table: the last rows, and what can be said of the file as a whole.
    pub(super) fn finish(mut self) -> Checked<CodedSample> {
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
                self.say_identical_columns(&layout);
            }
            Stage::Done => self.note_blank_rows(),
        }
        self.take_chunk().unwrap_or_else(|| Checked::new(CodedSample::empty(), std::mem::take(&mut self.warnings)))
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
