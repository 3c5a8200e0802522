//! A proposed study for somebody's own sheet: how it is probably written, and what each column probably holds.
//!
//! In: the path of a sheet. Out: a [`Proposal`]: settings, columns, the words found in them, and what is unsure.
//! Never: decides. The proposal is a file that its user reads and mends.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::guess::{Content, content, heading_score};
use super::header::delimiter_name;
use super::record::Record;
use super::{InputFile, Refusal, find, open, rows, table, whole, workbook};
use crate::study::{DateOrder, Field, TableFormat};
use crate::unit::{AmountFormat, Unit};

/// Rows that are looked at to understand a sheet; the words are then gathered from all of it.
const LOOKED_AT: usize = 2_000;
/// Of the headings that are ignored, as many are named.
const MOST_NAMED: usize = 8;
/// More distinct words than these are no list of outlets or actors.
const MOST_WORDS: usize = 1_000;

/// What a sheet probably is.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Lines of a `[[source]]`, without its files.
    pub settings: Vec<(String, String)>,
    /// The column of each field.
    pub columns: BTreeMap<Field, String>,
    /// Headings that none of the fields was found in.
    pub ignored: Vec<String>,
    /// How amounts are written.
    pub amount: AmountFormat,
    /// The distinct words of outlets, actors, genres ...
    pub words: BTreeMap<Field, BTreeSet<String>>,
    /// First and last day.
    pub days: Option<(chrono::NaiveDate, chrono::NaiveDate)>,
    /// What the user should look at, in sentences.
    pub unsure: Vec<String>,
}

/// Proposes a mapping for a sheet.
///
/// Errors: what makes the file no table.
pub fn propose(path: &Path) -> Result<Proposal, Refusal> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let printed = crate::study::printed_path(path);
    let file = InputFile { source: 0, path: path.to_owned(), relative: name, printed, sheet: None };
    find::refuse_absent(&file)?;
    find::refuse_odd_file(&file)?;
    table::refuse_misnamed(&file)?;
    let (mut format, mut unsure) = (TableFormat::default(), Vec::new());
    let records = first_records(&file, &mut format, &mut unsure)?;
    if records.is_empty() {
        return Err(vec![rows::empty(&file)]);
    }
    let header = header_row(&records);
    let headings: Vec<String> =
        records.get(header).map(|row| row.cells().map(|c| c.trim().to_owned()).collect()).unwrap_or_default();
    format.header_row = records.get(header).map_or(1, |row| row.line);
    let rows = &records[(header + 1).min(records.len())..];
    let contents: Vec<Content> = (0..headings.len()).map(|index| content(rows, index)).collect();
    let columns = columns(&headings, &contents, &mut unsure);
    let mut proposal = Proposal {
        settings: settings(&file, &format),
        ignored: headings
            .iter()
            .enumerate()
            .filter(|(n, h)| !h.is_empty() && !columns.values().any(|m| m == n))
            .map(|(_, h)| h.clone())
            .collect(),
        columns: columns.iter().map(|(field, index)| (*field, headings[*index].clone())).collect(),
        amount: AmountFormat::OnePerRow,
        words: BTreeMap::new(),
        days: None,
        unsure,
    };
    proposal.describe_cells(&columns, &contents, &headings);
    proposal.gather(&file, &format, &columns, &contents)?;
    proposal.say_what_is_ignored();
    proposal.say_what_lacks();
    Ok(proposal)
}

fn first_records(file: &InputFile, format: &mut TableFormat, unsure: &mut Vec<String>) -> Result<Vec<Record>, Refusal> {
    let is_heading = |cell: &str| Field::ALL.iter().any(|field| heading_score(cell, *field) > 0);
    let mut records: Vec<Record> = Vec::new();
    let take = |format: &TableFormat, records: &mut Vec<Record>| {
        records.clear();
        whole::each(file, format, &is_heading, &mut |_, record| {
            if records.len() < LOOKED_AT && !record.is_blank() {
                records.push(record.clone());
            }
        })
    };
    let read = take(format, &mut records);
    let Err(findings) = read else { return Ok(records) };
    let is = |id: &str| findings.iter().any(|finding| finding.code.id == id);
    if is("E107") || is("E106") {
        let guessed = super::delimited::guess_encoding(file);
        format.encoding = encoding_rs::Encoding::for_label(guessed.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        unsure.push(format!("the encoding: `{guessed}` by the look of the bytes; read a few names to be sure"));
    } else if is("E139") {
        let message =
            "the sheet: the workbook has several, and all were looked at; name the one you mean, or `{outlet}`";
        unsure.push(message.to_owned());
        format.sheets = Some(crate::study::FilePattern::any_sheet());
    } else {
        return Err(findings);
    }
    take(format, &mut records)?;
    Ok(records)
}

/// The first row that names at least two fields; else the first with as many cells as most.
fn header_row(records: &[Record]) -> usize {
    let n_known = |record: &Record| {
        record.cells().filter(|cell| Field::ALL.iter().any(|field| heading_score(cell, *field) >= 40)).count()
    };
    let searched = &records[..records.len().min(30)];
    let best = searched.iter().map(n_known).max().unwrap_or(0);
    if best >= 2 {
        return searched.iter().position(|record| n_known(record) == best).unwrap_or(0);
    }
    let widest = searched.iter().map(|record| record.n_cells()).max().unwrap_or(0);
    searched.iter().position(|record| record.n_cells() == widest).unwrap_or(0)
}

/// The column of each field: the pairs of heading and field that speak loudest come first.
fn columns(headings: &[String], contents: &[Content], unsure: &mut Vec<String>) -> BTreeMap<Field, usize> {
    let mut pairs: Vec<(u32, Field, usize)> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        for field in Field::ALL {
            let score = heading_score(heading, field);
            if score > 0 && contents[index].n_filled > 0 && contents[index].may_be(field) {
                pairs.push((score, field, index));
            }
        }
    }
    pairs.sort_by_key(|(score, field, index)| (std::cmp::Reverse(*score), *field, *index));
    let mut found: BTreeMap<Field, usize> = BTreeMap::new();
    for (score, field, index) in pairs {
        if found.contains_key(&field) || found.values().any(|taken| *taken == index) {
            continue;
        }
        if score < 40 {
            unsure.push(format!("`{}` as {}: the heading is only like its usual ones", headings[index], field.word()));
        }
        found.insert(field, index);
    }
    by_content(headings, contents, &mut found, unsure);
    found
}

/// A date that no heading names is found by its cells.
fn by_content(headings: &[String], contents: &[Content], found: &mut BTreeMap<Field, usize>, unsure: &mut Vec<String>) {
    if found.contains_key(&Field::Date) {
        return;
    }
    let dated = contents.iter().position(|content| content.n_filled > 0 && content.may_be(Field::Date));
    if let Some(index) = dated.filter(|index| !found.values().any(|taken| taken == index)) {
        unsure.push(format!("`{}` as date: by its cells, not by its heading", headings[index]));
        found.insert(Field::Date, index);
    }
}

fn settings(file: &InputFile, format: &TableFormat) -> Vec<(String, String)> {
    let mut settings = Vec::new();
    let mut set = |key: &str, value: String| settings.push((key.to_owned(), value));
    if format.encoding != encoding_rs::UTF_8 {
        set("encoding", format!("\"{}\"", format.encoding.name().to_lowercase()));
    }
    if format.header_row > 1 {
        set("header_row", format.header_row.to_string());
    }
    if format.sheets.is_some() {
        set("sheet", "\"*\"".to_owned());
    }
    if !workbook::is_workbook(&file.relative) {
        let is_heading = |cell: &str| Field::ALL.iter().any(|field| heading_score(cell, *field) > 0);
        let opened = open::from_headings(file, format).ok();
        let delimiter = opened.and_then(|mut text| open::detect_delimiter(&mut text.text, &is_heading).ok());
        if let Some(delimiter) = delimiter.filter(|delimiter| *delimiter != b',') {
            set("delimiter", format!("\"{}\"", delimiter_name(delimiter)));
        }
    }
    settings
}

impl Proposal {
    /// How dates and amounts are written.
    fn describe_cells(&mut self, columns: &BTreeMap<Field, usize>, contents: &[Content], headings: &[String]) {
        if let Some(index) = columns.get(&Field::Date).filter(|index| contents[**index].n_typed_dates == 0) {
            let orders = contents[*index].date_orders();
            let word =
                |order: DateOrder| DateOrder::WORDS.iter().find(|(_, o)| *o == order).map_or("ymd", |(word, _)| *word);
            match orders.as_slice() {
                [order] if *order != DateOrder::YearMonthDay => {
                    self.settings.push(("date_order".to_owned(), format!("\"{}\"", word(*order))));
                }
                [first, _, ..] => {
                    self.settings.push(("date_order".to_owned(), format!("\"{}\"", word(*first))));
                    self.unsure.push("the order of day and month: no date tells them apart".to_owned());
                }
                _ => {}
            }
        }
        let Some(index) = columns.get(&Field::Amount) else {
            self.unsure.push("the amounts: no column was found, so every row counts as one appearance".to_owned());
            return;
        };
        let (format, is_sure) = contents[*index].amount(&headings[*index]);
        self.amount = format;
        if !is_sure {
            self.unsure.push(format!("the unit of `{}`: taken for {}", headings[*index], format.word()));
        }
        if contents[*index].n_commas > 0 {
            self.settings.push(("decimal".to_owned(), "\",\"".to_owned()));
        }
    }

    /// Gathers the words of the codebook, and the first and last day, from every row.
    fn gather(
        &mut self,
        file: &InputFile,
        format: &TableFormat,
        columns: &BTreeMap<Field, usize>,
        contents: &[Content],
    ) -> Result<(), Refusal> {
        let gathered =
            [Field::Outlet, Field::Actor, Field::Capacity, Field::Genre, Field::Voice, Field::Tone, Field::Period];
        let order = columns.get(&Field::Date).and_then(|index| contents[*index].date_orders().first().copied());
        let is_heading = |cell: &str| self.columns.values().any(|heading| heading == cell);
        let (mut words, mut days) = (BTreeMap::<Field, BTreeSet<String>>::new(), Vec::new());
        whole::each(file, format, &is_heading, &mut |_, record| {
            if record.line <= format.header_row {
                return;
            }
            for field in gathered {
                let Some(cell) = columns.get(&field).map(|index| record.cell(*index)) else { continue };
                let found = words.entry(field).or_default();
                if !cell.is_empty() && found.len() < MOST_WORDS && !found.contains(cell) {
                    found.insert(cell.to_owned());
                }
            }
            let date = columns.get(&Field::Date).zip(order).and_then(|(index, order)| {
                let kind = record.kind(*index);
                let order = if kind == super::record::Kind::Date { DateOrder::YearMonthDay } else { order };
                super::row::read_date(super::row::time_part(record.cell(*index)).0, order)
            });
            days.extend(date.filter(|date| !days.contains(date)));
        })?;
        self.words = words;
        self.days = days.iter().min().copied().zip(days.iter().max().copied());
        Ok(())
    }

    fn say_what_is_ignored(&mut self) {
        let (first, others) = self.ignored.split_at(self.ignored.len().min(MOST_NAMED));
        let mut names: Vec<String> = first.iter().map(|heading| format!("`{heading}`")).collect();
        if !others.is_empty() {
            names.push(format!("{} more", others.len()));
        }
        if !names.is_empty() {
            let names = names.join(", ");
            self.unsure.push(format!("{names}: no field was found for what stands there; see under `ignore`"));
        }
    }

    fn say_what_lacks(&mut self) {
        for heading in self.ignored.iter().filter(|heading| heading_score(heading, Field::Amount) >= 20) {
            self.unsure.push(format!("`{heading}`: amounts too? then list both columns under [[source.wide]]"));
        }
        for field in [Field::Outlet, Field::Actor] {
            if !self.columns.contains_key(&field) {
                let word = field.word();
                self.unsure.push(format!("the {word}: no column was found; name it, or give it under [source.fixed]"));
            }
        }
        if !self.columns.contains_key(&Field::Date) && !self.columns.contains_key(&Field::Period) {
            self.unsure.push("the date: no column was found; name it, or a `period`".to_owned());
        }
        if self.words.get(&Field::Period).is_some_and(|words| !words.is_empty()) {
            self.unsure.push("the days of each period: the sheet names them only".to_owned());
        }
        for (field, words) in self.words.iter().filter(|(_, words)| words.len() >= MOST_WORDS) {
            self.unsure.push(format!(
                "{}: more than {MOST_WORDS} distinct words, of which {} are listed",
                field.word(),
                words.len()
            ));
        }
        if self.amount.unit() == Unit::Count {
            self.unsure
                .push("what is counted: `appearances` here; rename the quantity if it is clips or stories".to_owned());
        }
    }
}
