//! What the cell reader of a zipped workbook does not tell: how large it unpacks, which rows are hidden, how far it reaches.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::codes::{NOT_READABLE, SPARSE_EXTENT, UNSUPPORTED, WORKBOOK_BOMB};
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place, counted, shown};
use crate::study::PATH_ESCAPE;

/// No part of a workbook of codings unpacks to more, all together.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// Nor, above a few MiB, to more than this many times its packed size.
const MOST_RATIO: u64 = 200;
const RATIO_FROM: u64 = 8 * 1024 * 1024;
/// An ODS sheet is built whole: at most this many cells from its first to its last filled one.
const MOST_CELLS: u64 = 20_000_000;

/// What is hidden in each sheet, and how much there is.
#[derive(Debug, Default)]
pub(super) struct Marks {
    sheets: BTreeMap<String, SheetMarks>,
}

#[derive(Debug, Default, Clone)]
struct SheetMarks {
    n_hidden: u64,
    is_filtered: bool,
    n_filled: u64,
    last_row: u64,
    last_column: u64,
}

impl Marks {
    /// Is the sheet known to hold no filled cell?
    pub(super) fn is_empty(&self, sheet: &str) -> bool {
        self.sheets.get(sheet).is_some_and(|marks| marks.n_filled == 0)
    }

    /// What is hidden in a sheet, in words.
    pub(super) fn hidden_words(&self, sheet: &str, is_hidden: bool) -> Option<String> {
        let marks = self.sheets.get(sheet).cloned().unwrap_or_default();
        let mut parts = Vec::new();
        if is_hidden {
            parts.push("a hidden sheet".to_owned());
        }
        if marks.n_hidden > 0 {
            parts.push(counted(marks.n_hidden, "hidden row"));
        }
        if marks.is_filtered {
            parts.push("an active filter".to_owned());
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Unpacks every part once, without keeping it, and reads the marks of the sheets on the way.
///
/// Errors: a workbook that unpacks to too much, reaches too far, is encrypted or broken.
pub(super) fn scan(file: &InputFile) -> Result<Marks, Refusal> {
    let place = || Place::file(&file.printed);
    let broken = |error: String| {
        let hint = "open it in the program it was made with, and save it again".to_owned();
        vec![Diagnostic::new(&NOT_READABLE, place(), format!("the workbook cannot be read: {error}")).with_hint(hint)]
    };
    let opened = File::open(&file.path).map_err(|error| broken(error.to_string()))?;
    let length = opened.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    let mut archive = ZipArchive::new(BufReader::new(opened)).map_err(|_| {
        let message = "the file is no workbook of its name's kind, or an encrypted one";
        let hint = "save a copy without a password, as .xlsx or .ods".to_owned();
        vec![Diagnostic::new(&UNSUPPORTED, place(), message).with_hint(hint)]
    })?;
    let (mut unpacked, mut plain) = (0, HashSet::new());
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).map_err(|error| broken(error.to_string()))?;
        if part.enclosed_name().is_none() {
            let message = format!(
                "a part of the workbook is named `{}`, outside it",
                shown(&String::from_utf8_lossy(part.name_raw()))
            );
            return Err(vec![Diagnostic::new(&PATH_ESCAPE, place(), message)]);
        }
        let left = MOST_UNPACKED.saturating_sub(unpacked) + 1;
        let mut glance = Glance::default();
        let n_read = io::copy(&mut (&mut part).take(left), &mut glance).map_err(|e| broken(e.to_string()))?;
        if glance.is_plain() {
            plain.insert(String::from_utf8_lossy(part.name_raw()).into_owned());
        }
        unpacked += n_read;
        if unpacked > MOST_UNPACKED || (unpacked > RATIO_FROM && unpacked / length.max(1) > MOST_RATIO) {
            let message = format!(
                "the workbook unpacks from {} KiB to more than {} MiB, expected at most {} MiB and {MOST_RATIO} times",
                length >> 10,
                unpacked >> 20,
                MOST_UNPACKED >> 20
            );
            let hint = "save it anew without pictures and empty formatted rows, or export its sheets as CSV".to_owned();
            return Err(vec![Diagnostic::new(&WORKBOOK_BOMB, place(), message).with_hint(hint)]);
        }
    }
    let marks = if file.relative.to_lowercase().ends_with(".ods") {
        ods_marks(&mut archive)
    } else {
        xlsx_marks(&mut archive, &plain)
    };
    let marks = marks.map_err(|error| broken(error.to_string()))?;
    if file.relative.to_lowercase().ends_with(".ods") {
        refuse_far_cells(file, &marks)?;
    }
    Ok(marks)
}

/// Looks at a part while it is unpacked: does it hold a word that the marks are made of at all?
#[derive(Default)]
struct Glance {
    has_cells: bool,
    may_hide: bool,
    /// The last bytes, for a word may stand across two blocks.
    last: Vec<u8>,
}

impl Glance {
    const LONGEST: usize = 16;

    fn is_plain(&self) -> bool {
        self.has_cells && !self.may_hide
    }

    fn look(&mut self, bytes: &[u8]) {
        let holds = |word: &str| memchr::memmem::find(bytes, word.as_bytes()).is_some();
        self.may_hide = self.may_hide || holds("hidden") || holds("filterColumn");
        self.has_cells = self.has_cells || holds("<v>") || holds("<is>");
    }
}

impl io::Write for Glance {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.last.extend_from_slice(&bytes[..bytes.len().min(Self::LONGEST)]);
        let joint = std::mem::take(&mut self.last);
        self.look(&joint);
        self.look(bytes);
        let both = if bytes.len() < Self::LONGEST { joint.as_slice() } else { bytes };
        self.last = both[both.len().saturating_sub(Self::LONGEST)..].to_vec();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn refuse_far_cells(file: &InputFile, marks: &Marks) -> Result<(), Refusal> {
    for (name, sheet) in &marks.sheets {
        if sheet.last_row.saturating_mul(sheet.last_column) > MOST_CELLS {
            let message = format!("the sheet reaches to row {}, column {}", sheet.last_row, sheet.last_column);
            let hint = "clear the cells far below or beside the table".to_owned();
            let place = Place::file(&file.printed).in_sheet(Some(name.clone()));
            return Err(vec![Diagnostic::new(&SPARSE_EXTENT, place, message).with_hint(hint)]);
        }
    }
    Ok(())
}

type Archive = ZipArchive<BufReader<File>>;
type Xml<'a> = Reader<BufReader<zip::read::ZipFile<'a, BufReader<File>>>>;

fn xml<'a>(archive: &'a mut Archive, name: &str) -> io::Result<Xml<'a>> {
    let part = archive.by_name(name).map_err(io::Error::other)?;
    Ok(Reader::from_reader(BufReader::new(part)))
}

/// Hands every opening tag to `take`, and whether it is also its end.
fn tags<R: BufRead>(mut xml: Reader<R>, mut take: impl FnMut(&BytesStart<'_>, bool)) -> io::Result<()> {
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(io::Error::other)? {
            Event::Start(tag) => take(&tag, false),
            Event::Empty(tag) => take(&tag, true),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

fn is_named(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let text = found.value.into_owned();
    Some(quick_xml::escape::unescape(&text).map(std::borrow::Cow::into_owned).unwrap_or(text))
}

fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// `plain` parts have cells and nothing hidden: they need not be taken apart.
fn xlsx_marks(archive: &mut Archive, plain: &HashSet<String>) -> io::Result<Marks> {
    let mut sheets = Vec::new();
    let Ok(workbook) = xml(archive, "xl/workbook.xml") else { return Ok(Marks::default()) };
    tags(workbook, |tag, _| {
        if is_named(tag, "sheet") {
            sheets.push((attribute(tag, "name").unwrap_or_default(), attribute(tag, "id").unwrap_or_default()));
        }
    })?;
    let mut targets = BTreeMap::new();
    tags(xml(archive, "xl/_rels/workbook.xml.rels")?, |tag, _| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            targets.insert(id, target);
        }
    })?;
    let mut marks = Marks::default();
    for (name, id) in sheets {
        let target = targets.get(&id).cloned().unwrap_or_default();
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        if plain.contains(&path) {
            marks.sheets.insert(name, SheetMarks { n_filled: 1, ..SheetMarks::default() });
            continue;
        }
        let Ok(sheet) = xml(archive, &path) else { continue };
        let mut found = SheetMarks::default();
        tags(sheet, |tag, _| {
            if is_named(tag, "row") {
                let is_hidden = attribute(tag, "hidden").is_some_and(|text| text == "1" || text == "true");
                found.n_hidden += u64::from(is_hidden);
            } else if is_named(tag, "filterColumn") {
                found.is_filtered = true;
            } else if is_named(tag, "v") || is_named(tag, "is") || is_named(tag, "f") {
                found.n_filled += 1;
            }
        })?;
        marks.sheets.insert(name, found);
    }
    Ok(marks)
}

fn ods_marks(archive: &mut Archive) -> io::Result<Marks> {
    let mut marks = Marks::default();
    let (mut name, mut row, mut column, mut repeat) = (String::new(), 0, 0, 1);
    tags(xml(archive, "content.xml")?, |tag, is_empty| {
        if is_named(tag, "table") {
            (name, row, repeat) = (attribute(tag, "name").unwrap_or_default(), 0, 1);
            marks.sheets.entry(name.clone()).or_default();
        } else if is_named(tag, "table-row") {
            row = u64::saturating_add(row, repeat);
            (column, repeat) = (0, number(tag, "number-rows-repeated"));
            let is_hidden = attribute(tag, "visibility").is_some_and(|text| text != "visible");
            let sheet = marks.sheets.entry(name.clone()).or_default();
            sheet.n_hidden = sheet.n_hidden.saturating_add(if is_hidden { repeat } else { 0 });
            sheet.is_filtered |= attribute(tag, "visibility").is_some_and(|text| text == "filter");
        } else if is_named(tag, "table-cell") || is_named(tag, "covered-table-cell") {
            let repeated = number(tag, "number-columns-repeated");
            if attribute(tag, "value-type").is_some() || !is_empty {
                let sheet = marks.sheets.entry(name.clone()).or_default();
                sheet.n_filled += 1;
                sheet.last_row = sheet.last_row.max(row.saturating_add(repeat));
                sheet.last_column = sheet.last_column.max(u64::saturating_add(column, repeated));
            }
            column = u64::saturating_add(column, repeated);
        }
    })?;
    Ok(marks)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_word_across_two_blocks_is_seen() {
        let text = b"<sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"/></sheetData>";
        for at in 0..text.len() {
            for width in [1, 2, 5, text.len()] {
                let mut glance = Glance::default();
                glance.write_all(&text[..at]).unwrap();
                text[at..].chunks(width).for_each(|block| glance.write_all(block).unwrap());
                assert!(glance.has_cells && glance.may_hide, "{at} {width}");
            }
        }
    }
}
