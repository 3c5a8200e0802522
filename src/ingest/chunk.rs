//! A chunk while it grows: records become typed rows.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher as _;
use std::sync::Arc;

use super::amounts::wrong_kind;
use super::columns::Columns;
use super::header::{AmountColumn, Layout, Origin};
use super::part::{Given, Part, Split, Turn};
use super::record::{Kind, Record};
use super::row::{DateReader, Moment, moment, resolve, time_part};
use super::sample::WORD_FIELDS;
use super::shape::{Looked, fault_of_shape, leaves_out, looked_up, names_block};
use super::words::{WordWay, may_have, word_ways};
use super::{BLANK_AMOUNT, CodedSample, DIGESTS, Dictionary, Fault, FaultKind, InputFile, LeftOut};
use crate::codebook::ServiceTime;
use crate::study::{ByField, Field, Source, Study};
use crate::unit::{AmountFormat, DecimalMark, latin_digits};

/// What rows leave to the rows below them, over the chunks of one table.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Fields named by block lines, and the last filled cell of fields that are filled down.
    fields: BTreeMap<Field, String>,
    /// Totals that stand on several rows and count once.
    totals: HashMap<String, String>,
    /// Was a date read in the table so far? Then others are written otherwise, or wrongly.
    pub(super) has_dates: bool,
}

pub(super) struct Chunk<'s> {
    pub(super) study: &'s Study,
    pub(super) source: &'s Source,
    pub(super) file: Arc<InputFile>,
    pub(super) layout: Arc<Layout>,
    /// What stands between the cells of a text.
    delimiter: Option<u8>,
    pub(super) dates: DateReader,
    pub(super) columns: Columns,
    pub(super) dictionaries: ByField<Dictionary>,
    /// The fields of words that a row of this file may have at all, and where each is found.
    pub(super) ways: Vec<WordWay>,
    /// May a row of this file have a start, an end, a pass at all?
    may_begin: bool,
    may_end: bool,
    may_be_copy: bool,
    /// Does the study weigh blank amounts that stand beside others, so that each is a row?
    is_blank_a_row: bool,
    /// A digest of what the file's path and sheet say, the same for all its rows.
    place: u64,
    scratch: String,
    pub(super) faults: Vec<Fault>,
    pub(super) left_out: Vec<(u32, LeftOut)>,
    /// Blank amounts that stand beside others.
    pub(super) n_blank: u64,
    /// A quantity, by its number, whose unit was found to be that of a format.
    pub(super) sound_unit: Option<(Option<u32>, AmountFormat)>,
    /// A name that stands twice in a split cell of the record being added.
    pub(super) twice_in_cell: Option<(Field, String)>,
}

impl<'s> Chunk<'s> {
    pub(super) fn new(
        study: &'s Study,
        file: Arc<InputFile>,
        layout: Arc<Layout>,
        delimiter: Option<u8>,
        columns: Columns,
    ) -> Self {
        let source = &study.sources[file.source];
        let sheet = source.format.sheets.as_ref().zip(file.sheet.as_ref());
        let sheet = sheet.and_then(|(pattern, name)| pattern.sheet(name));
        let place = DIGESTS.hash_one((file.source, source.files.captured(&file.relative), sheet));
        Chunk {
            study,
            source,
            file,
            ways: word_ways(study, source, &layout),
            may_begin: may_have(source, &layout, Field::Start),
            may_end: may_have(source, &layout, Field::End),
            may_be_copy: may_have(source, &layout, Field::Pass),
            is_blank_a_row: study.severities.iter().any(|change| change.code == BLANK_AMOUNT),
            layout,
            delimiter,
            dates: DateReader::new(source.date_order.unwrap_or(crate::study::DateOrder::YearMonthDay)),
            columns,
            dictionaries: ByField::default(),
            place,
            scratch: String::new(),
            faults: Vec::new(),
            left_out: Vec::new(),
            n_blank: 0,
            sound_unit: None,
            twice_in_cell: None,
        }
    }

    pub(super) fn n_rows(&self) -> usize {
        self.columns.n_rows()
    }

    /// Adds one record, which stands below the headings of a sheet with these merged cells: one row per amount column and per value of a split cell.
    ///
    /// A row left out by rule, a line that names a block and a repetition of the headings hold nothing: they are one row
    /// each, and their cells are not read.
    pub(super) fn add(
        &mut self,
        record: &Record,
        (layout, headings, merged): (&Layout, &[String], &[calamine::Dimensions]),
        carried: &mut Carried,
    ) {
        let looked = Looked { record, rows: looked_up(layout, record) };
        let fault = fault_of_shape(self.source, layout, self.delimiter, record, headings, merged);
        if fault.is_none() {
            self.fill_down(&looked, carried);
        }
        if leaves_out(layout, &looked) {
            self.add_left_out(record, LeftOut::ByRule);
        } else if let Some(fault) = fault {
            // What stood in its cells is not known, so the rows below cannot take it over.
            for field in &self.source.fill_down {
                carried.fields.remove(field);
            }
            self.begin_row(record);
            self.faults.push(Fault { row: self.row(), ..fault });
            self.add_nothing();
        } else {
            if names_block(layout, &looked, &mut carried.fields) {
                self.add_left_out(record, LeftOut::BlockLine);
                return;
            }
            self.twice_in_cell = None;
            if self.source.split.is_empty() {
                for (number, amount) in layout.amounts.iter().enumerate() {
                    let given = Given { of_heading: &amount.sets, of_split: Vec::new() };
                    self.add_part(&looked, Part { amount, given, number, turn: Turn { number: 0, of: 1 } }, carried);
                }
                return;
            }
            for (number, part) in self.parts(layout, &looked, carried).into_iter().enumerate() {
                self.add_part(&looked, Part { number, ..part }, carried);
            }
        }
    }

    /// Begins a row of a record, which stands for as many as an engine added up.
    fn begin_row(&mut self, record: &Record) {
        self.columns.lines.push(record.line);
        self.columns.n_added.extend(record.added.as_ref().map(|added| added.n_rows));
    }

    fn add_left_out(&mut self, record: &Record, why: LeftOut) {
        self.begin_row(record);
        self.left_out.push((self.row(), why));
        self.add_nothing();
    }

    fn fill_down(&self, looked: &Looked<'_>, carried: &mut Carried) {
        for field in &self.source.fill_down {
            let Some(Origin::Column(slot)) = self.layout.origins.get(*field) else { continue };
            let (cell, _) = looked.cell(*slot);
            if !cell.is_empty() {
                carried.fields.insert(*field, cell.to_owned());
            }
        }
    }

    /// The appearances of a record.
    fn parts<'a>(&mut self, layout: &'a Layout, looked: &Looked<'a>, carried: &Carried) -> Vec<Part<'a>> {
        let mut splits: Vec<Split<'a>> = vec![(Vec::new(), Turn { number: 0, of: 1 })];
        for (field, mark) in &self.source.split {
            let (text, _) = self.text(*field, &Given::default(), looked, carried);
            let values: Vec<String> =
                text.split(mark.as_str()).map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect();
            let ids: Vec<_> = values.iter().map(|value| resolve(self.study, self.source, *field, value)).collect();
            let twice = ids.iter().enumerate().find(|(n, id)| id.is_some() && ids[..*n].contains(id));
            if let Some((n, _)) = twice {
                self.twice_in_cell = Some((*field, values[n].clone()));
            }
            if values.len() > 1 {
                let with = |(given, turn): &Split<'a>, number: usize| {
                    let given = given.iter().cloned().chain([(*field, Cow::Owned(values[number].clone()))]).collect();
                    let turn = if *field == Field::Actor { Turn { number, of: values.len() } } else { *turn };
                    (given, turn)
                };
                splits = splits.iter().flat_map(|one| (0..values.len()).map(move |n| with(one, n))).collect();
            }
        }
        let part = |amount: &'a AmountColumn, (split, turn): &Split<'a>| Part {
            amount,
            given: Given { of_heading: &amount.sets, of_split: split.clone() },
            number: 0,
            turn: *turn,
        };
        layout.amounts.iter().flat_map(|amount| splits.iter().map(move |split| part(amount, split))).collect()
    }

    /// The text of a field: given by the heading, its cell, a row above, or the same for the whole file.
    pub(super) fn text<'a>(
        &self,
        field: Field,
        given: &Given<'a>,
        looked: &Looked<'a>,
        carried: &Carried,
    ) -> (Cow<'a, str>, Kind) {
        if let Some(text) = given.get(field) {
            return (text, Kind::Text);
        }
        let cell = match self.layout.origins.get(field) {
            Some(Origin::Column(slot)) => looked.cell(*slot),
            Some(Origin::Constant(text)) => return (Cow::Owned(text.clone()), Kind::Text),
            None => ("", Kind::Text),
        };
        match carried.fields.get(&field).filter(|_| cell.0.is_empty() && cell.1 == Kind::Text) {
            Some(above) => (Cow::Owned(above.clone()), Kind::Text),
            None => (Cow::Borrowed(cell.0), cell.1),
        }
    }

    fn add_part(&mut self, looked: &Looked<'_>, part: Part<'_>, carried: &mut Carried) {
        if let Some(added) = &looked.record.added {
            self.add_sum(looked, added, &part, carried);
            return;
        }
        if self.source.blank_is_nothing && part.amount.slot.is_some_and(|slot| looked.cell(slot) == ("", Kind::Text)) {
            // Half the rows of a sheet with two amounts side by side: they are counted, and not carried along.
            if self.is_blank_a_row {
                self.add_left_out(looked.record, LeftOut::BlankAmount);
            } else {
                self.n_blank += 1;
            }
            return;
        }
        if !part.amount.once_per.is_empty() && self.is_repeated_total(looked, &part, carried) {
            return;
        }
        self.begin_row(looked.record);
        let digest = self.digest(looked, &part, carried);
        self.columns.digests.push(Some(digest));
        self.add_cells(looked, &part, carried);
        self.add_amount(looked, &part, carried);
        self.add_percent(looked, &part);
    }

    /// Every cell of a row but its amount.
    pub(super) fn add_cells(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &mut Carried) {
        let line = looked.record.line;
        self.fault_missing_lookups(looked);
        if let Some((field, name)) = self.twice_in_cell.clone() {
            self.fault_in(line, field, &name, FaultKind::TwiceInCell);
        }
        let date = self.add_date(looked, part, carried);
        carried.has_dates |= date.is_some();
        let start = self.add_times(looked, part, carried);
        self.add_pass(looked, part, carried);
        self.add_words(looked, part, carried, (start, date));
    }

    /// A total that stands on several rows counts on the first; on the others it is left out, and must be the same.
    fn is_repeated_total(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &mut Carried) -> bool {
        let mut key = part.amount.heading.clone();
        for field in &part.amount.once_per {
            let (text, _) = self.text(*field, &part.given, looked, carried);
            key.push('\u{1f}');
            key.push_str(&text);
        }
        let cell = part.amount.slot.map_or("", |slot| looked.cell(slot).0);
        let Some(first) = carried.totals.get(&key) else {
            carried.totals.insert(key, cell.to_owned());
            return false;
        };
        if first == cell {
            self.add_left_out(looked.record, LeftOut::RepeatedTotal);
        } else {
            let text = format!("{cell}\u{1f}{first}");
            self.begin_row(looked.record);
            self.fault(looked.record.line, Field::Amount, part.amount.heading.clone(), &text, FaultKind::TotalDiffers);
            self.add_nothing();
        }
        true
    }

    /// A row that holds nothing: left out, or its cells may stand in the wrong columns, so that what else is wrong with
    /// them says nothing.
    fn add_nothing(&mut self) {
        self.columns.digests.push(None);
        self.columns.dates.push(None);
        self.columns.starts.push(None);
        self.columns.are_starts_exact.push(false);
        self.columns.ends.push(None);
        self.columns.offsets.push(None);
        self.columns.passes.push(None);
        self.columns.amounts.push(None);
        self.columns.printed.push(None);
        for way in &self.ways {
            self.columns.words.entry(way.field).push(None);
        }
    }

    pub(super) fn fault(&mut self, line: u64, field: Field, heading: String, text: &str, kind: FaultKind) {
        let row = self.row();
        self.faults.push(Fault { row, line, field, heading, text: text.to_owned(), kind });
    }

    pub(super) fn fault_in(&mut self, line: u64, field: Field, text: &str, kind: FaultKind) {
        let heading = self.layout.headings.get(&field).cloned().unwrap_or_else(|| field.word().to_owned());
        self.fault(line, field, heading, text, kind);
    }

    /// The number of the row that is being added.
    pub(super) fn row(&self) -> u32 {
        u32::try_from(self.columns.lines.len() - 1).expect("invariant: a chunk has fewer rows than u32 counts")
    }

    /// A digest of the row: its source, what its path says, its cells however they are written, and which of its appearances
    /// this is.
    fn digest(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &Carried) -> u64 {
        let n_cells = self.layout.names.len().max(self.layout.n_columns);
        let row = DIGESTS.hash_one((self.place, part.number, looked.record.written(n_cells, &mut self.scratch)));
        // A blank cell that means the one above is not the same as another blank cell.
        if carried.fields.is_empty() { row } else { DIGESTS.hash_one((row, &carried.fields)) }
    }

    fn fault_missing_lookups(&mut self, looked: &Looked<'_>) {
        for (number, row) in looked.rows.iter().enumerate() {
            let (text, _) = looked.cell(self.layout.keys[number]);
            if !text.is_empty() && row.is_none() {
                let heading = self.source.lookups[number].by.to_string();
                let text = format!("{text}\u{1f}{}", self.layout.lookups[number].printed);
                self.fault(looked.record.line, Field::Item, heading, &text, FaultKind::NotLookedUp);
            }
        }
    }

    fn add_date(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &Carried) -> Option<i32> {
        let line = looked.record.line;
        let (text, kind) = self.text(Field::Date, &part.given, looked, carried);
        let has_time_of_its_own = self.layout.origins.get(Field::Start).is_some_and(
            |start| matches!((start, self.layout.origins.get(Field::Date)), (Origin::Column(a), Some(Origin::Column(b))) if a == b),
        );
        let day = if has_time_of_its_own { time_part(&text).0 } else { &text };
        let date = match kind {
            Kind::Text => self.dates.days(day),
            Kind::Date => DateReader::iso(day),
            _ => None,
        };
        if text.is_empty() {
            if kind == Kind::NoValue {
                self.fault_in(line, Field::Date, "", FaultKind::NoValue);
            } else if self.text(Field::Period, &part.given, looked, carried).0.is_empty() {
                self.fault_in(line, Field::Date, "", FaultKind::Missing);
            }
        } else if date.is_none() {
            let fault = match kind {
                Kind::Text => self.dates.why(day, self.source.date_order, carried.has_dates),
                other => wrong_kind(other),
            };
            self.fault_in(line, Field::Date, &text, fault);
        }
        self.note_foreign_digits(line, Field::Date, &text);
        self.columns.dates.push(date);
        date
    }

    /// The start and the end of the row.
    fn add_times(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &Carried) -> Option<ServiceTime> {
        let mut found = [None, None];
        let mut is_exact = self.source.clock != crate::study::Clock::ServiceDay;
        let mut offset = None;
        for (place, field, may) in [(0, Field::Start, self.may_begin), (1, Field::End, self.may_end)] {
            if !may {
                continue;
            }
            let (text, kind) = self.text(field, &part.given, looked, carried);
            let is_of_date = self
                .layout
                .origins
                .get(field)
                .zip(self.layout.origins.get(Field::Date))
                .is_some_and(|pair| matches!(pair, (Origin::Column(a), Origin::Column(b)) if a == b));
            let clock = if is_of_date { time_part(&text).1 } else { &text };
            if clock.is_empty() && kind != Kind::NoValue {
                continue;
            }
            let read = match kind {
                Kind::Number => moment(clock, self.source.clock, DecimalMark::Dot),
                Kind::Text | Kind::Duration => moment(clock, self.source.clock, self.source.decimal),
                Kind::Date if is_of_date => moment(clock, self.source.clock, self.source.decimal),
                other => {
                    self.fault_in(looked.record.line, field, &text, wrong_kind(other));
                    continue;
                }
            };
            match read {
                Some(Moment { time, offset_minutes }) => {
                    found[place] = Some(time);
                    is_exact |= field == Field::Start && clock.bytes().filter(|byte| *byte == b':').count() == 2;
                    offset = offset.or(offset_minutes);
                }
                None => self.fault_in(looked.record.line, field, &text, FaultKind::Unreadable),
            }
        }
        self.columns.starts.push(found[0].map(|time| time.0));
        self.columns.are_starts_exact.push(is_exact);
        let end = self.end_after(looked.record.line, found[0], found[1]);
        self.columns.ends.push(end);
        self.columns.offsets.push(offset);
        found[0]
    }

    /// The end, behind midnight where the source allows it.
    fn end_after(&mut self, line: u64, start: Option<ServiceTime>, end: Option<ServiceTime>) -> Option<i32> {
        const DAY: i32 = 86_400_000;
        let end = end?;
        if start.is_none_or(|start| start <= end) {
            return Some(end.0);
        }
        if self.source.crosses_midnight {
            return Some(end.0 + DAY);
        }
        let text = format!("{}\u{1f}{}", words(start.unwrap_or(end)), words(end));
        self.fault_in(line, Field::End, &text, FaultKind::EndBeforeStart);
        None
    }

    fn add_pass(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &Carried) {
        if !self.may_be_copy {
            self.columns.passes.push(None);
            return;
        }
        let (text, _) = self.text(Field::Pass, &part.given, looked, carried);
        let pass = text.parse::<i32>().ok().filter(|pass| (1..=99).contains(pass));
        if pass.is_none() && !text.is_empty() {
            self.fault_in(looked.record.line, Field::Pass, &text, FaultKind::Unreadable);
        }
        self.columns.passes.push(pass);
    }

    pub(super) fn note_foreign_digits(&mut self, line: u64, field: Field, text: &str) {
        if !text.is_ascii() && latin_digits(text) != text {
            self.fault_in(line, field, text, FaultKind::ForeignDigits);
        }
    }

    pub(super) fn finish(mut self) -> CodedSample {
        self.columns.finish();
        let letters = match &self.file.sheet {
            Some(_) => self.layout.names.iter().cloned().zip(0..).collect(),
            None => BTreeMap::new(),
        };
        CodedSample {
            file: Some((*self.file).clone()),
            columns: self.columns,
            dictionaries: WORD_FIELDS.iter().filter_map(|f| Some((*f, self.dictionaries.remove(*f)?))).collect(),
            headings: self.layout.headings.clone(),
            faults: self.faults,
            n_blank: self.n_blank,
            left_out: self.left_out,
            positions: letters,
        }
    }
}

fn words(time: ServiceTime) -> String {
    let seconds = time.0 / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
