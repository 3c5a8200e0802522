//! What the cell reader of a zipped workbook does not tell: how large it unpacks, which rows are hidden, how far it reaches.

use std::collections::{BTreeMap, HashMap};
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
pub(super) const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// Nor, above a few MiB, to more than this many times its packed size.
const MOST_RATIO: u64 = 200;
const RATIO_FROM: u64 = 8 * 1024 * 1024;
/// The sheets of an ODS workbook are built whole: at most this many cells from the first to the last filled one of each.
const MOST_CELLS: u64 = 20_000_000;

/// Each format of a cell takes some hundred bytes once it is read; no spreadsheet has more than 65,490.
const MOST_FORMATS: u64 = 200_000;

/// What is hidden in each sheet, and how much there is.
#[derive(Debug, Default)]
pub(super) struct Marks {
    sheets: BTreeMap<String, SheetMarks>,
}

#[derive(Debug, Default, Clone)]
struct SheetMarks {
    n_hidden: u64,
    is_filtered: bool,
    is_unmerged: bool,
    n_filled: u64,
    last_row: u64,
    last_column: u64,
    /// What the texts of its cells take, each as often as it is repeated.
    n_bytes: u64,
}

impl Marks {
    /// Is the sheet known to hold no filled cell?
    pub(super) fn is_empty(&self, sheet: &str) -> bool {
        self.sheets.get(sheet).is_some_and(|marks| marks.n_filled == 0)
    }

    /// Is the sheet known to hold no merged cells? To ask for them takes a walk through all others.
    pub(super) fn is_unmerged(&self, sheet: &str) -> bool {
        self.sheets.get(sheet).is_some_and(|marks| marks.is_unmerged)
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

/// The finding that a workbook cannot be read, and why.
pub(super) fn unreadable(file: &InputFile, error: &str) -> Refusal {
    let hint = "open it in the program it was made with, and save it again".to_owned();
    let message = format!("the workbook cannot be read: {error}");
    vec![Diagnostic::new(&NOT_READABLE, Place::file(&file.printed), message).with_hint(hint)]
}

/// Unpacks every part once, without keeping it, and reads the marks of the sheets on the way.
///
/// Errors: a workbook that unpacks to too much, reaches too far, is encrypted or broken.
pub(super) fn scan(file: &InputFile) -> Result<Marks, Refusal> {
    let place = || Place::file(&file.printed);
    let broken = |error: String| unreadable(file, &error);
    let opened = File::open(&file.path).map_err(|error| broken(error.to_string()))?;
    let length = opened.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    let mut archive = ZipArchive::new(BufReader::new(opened)).map_err(|_| {
        let message = "the file is no workbook of its name's kind, or an encrypted one";
        let hint = "save a copy without a password, as .xlsx or .ods".to_owned();
        vec![Diagnostic::new(&UNSUPPORTED, place(), message).with_hint(hint)]
    })?;
    let (mut unpacked, mut glances, mut texts) = (0, HashMap::new(), Vec::new());
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).map_err(|error| broken(error.to_string()))?;
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        if part.enclosed_name().is_none() || name.starts_with(['/', '\\']) || name.contains(':') {
            let message = format!("a part of the workbook is named `{}`, outside it", shown(&name));
            return Err(vec![Diagnostic::new(&PATH_ESCAPE, place(), message)]);
        }
        let left = MOST_UNPACKED.saturating_sub(unpacked) + 1;
        let mut glance = Glance::default();
        let n_read = io::copy(&mut (&mut part).take(left), &mut glance).map_err(|e| broken(e.to_string()))?;
        if name.to_lowercase().ends_with("sharedstrings.xml") {
            texts.push((name.clone(), n_read));
        }
        if glance.n_formats > MOST_FORMATS {
            let message = format!("the workbook declares more than {MOST_FORMATS} formats of cells");
            let hint =
                "copy the cells without their formats into a new workbook, or export its sheets as CSV".to_owned();
            return Err(vec![Diagnostic::new(&WORKBOOK_BOMB, place(), message).with_hint(hint)]);
        }
        glances.insert(name, glance);
        unpacked += n_read;
        if unpacked > MOST_UNPACKED || (unpacked > RATIO_FROM && unpacked / length.max(1) > MOST_RATIO) {
            let most = if unpacked > MOST_UNPACKED {
                format!("{} MiB", MOST_UNPACKED >> 20)
            } else {
                format!("{MOST_RATIO} times its size of {} KiB", length >> 10)
            };
            let message = format!("the workbook unpacks to more than {most}");
            let hint = "save it anew without pictures and empty formatted rows, or export its sheets as CSV".to_owned();
            return Err(vec![Diagnostic::new(&WORKBOOK_BOMB, place(), message).with_hint(hint)]);
        }
    }
    refuse_lying_counts(&mut archive, &texts).map_err(|error| broken(error.to_string()))?;
    let marks = if file.relative.to_lowercase().ends_with(".ods") {
        ods_marks(&mut archive)
    } else {
        xlsx_marks(&mut archive, &glances)
    };
    let marks = marks.map_err(|error| broken(error.to_string()))?;
    if file.relative.to_lowercase().ends_with(".ods") {
        refuse_what_is_built_whole(file, &marks)?;
    }
    Ok(marks)
}

/// Looks at a part while it is unpacked: does it hold a word that the marks are made of at all?
#[derive(Default)]
struct Glance {
    has_cells: bool,
    may_hide: bool,
    may_merge: bool,
    n_formats: u64,
    /// The last bytes, for a word may stand across two blocks.
    last: Vec<u8>,
}

impl Glance {
    const LONGEST: usize = 16;

    fn is_plain(&self) -> bool {
        self.has_cells && !self.may_hide
    }

    /// Text in which cells are seen would show merged ones too.
    fn is_unmerged(&self) -> bool {
        self.has_cells && !self.may_merge
    }

    fn look(&mut self, bytes: &[u8]) {
        let holds = |word: &str| memchr::memmem::find(bytes, word.as_bytes()).is_some();
        self.may_hide = self.may_hide || holds("hidden") || holds("filterColumn");
        self.may_merge = self.may_merge || holds("mergeCell");
        self.has_cells = self.has_cells || holds("<v>") || holds("<is>");
        self.n_formats += memchr::memmem::find_iter(bytes, b"<xf").count() as u64;
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

fn refuse_what_is_built_whole(file: &InputFile, marks: &Marks) -> Result<(), Refusal> {
    let mut n_cells: u64 = 0;
    for (name, sheet) in &marks.sheets {
        let place = Place::file(&file.printed).in_sheet(Some(name.clone()));
        n_cells = n_cells.saturating_add(sheet.last_row.saturating_mul(sheet.last_column));
        if n_cells > MOST_CELLS {
            let message = format!("the sheet reaches to row {}, column {}", sheet.last_row, sheet.last_column);
            let hint = "clear the cells far below or beside the table".to_owned();
            return Err(vec![Diagnostic::new(&SPARSE_EXTENT, place, message).with_hint(hint)]);
        }
        if sheet.n_bytes > MOST_UNPACKED {
            let message =
                format!("repeated cells of the sheet hold more than {} MiB of text together", MOST_UNPACKED >> 20);
            let hint = "remove repeated rows and long blanks, or export its sheets as CSV".to_owned();
            return Err(vec![Diagnostic::new(&WORKBOOK_BOMB, place, message).with_hint(hint)]);
        }
    }
    Ok(())
}

/// A list of texts says first how many it holds, and room is made for as many. Each takes some bytes, so that a list can be too
/// short for what it says.
fn refuse_lying_counts(archive: &mut Archive, lists: &[(String, u64)]) -> io::Result<()> {
    const SHORTEST: u64 = "<si/>".len() as u64;
    for (name, n_bytes) in lists {
        let (mut list, mut buffer) = (xml(archive, name)?, Vec::new());
        let first = loop {
            match list.read_event_into(&mut buffer).map_err(io::Error::other)? {
                Event::Start(tag) | Event::Empty(tag) => break number(&tag, "uniqueCount"),
                Event::Eof => break 0,
                _ => buffer.clear(),
            }
        };
        if first > n_bytes / SHORTEST + 1 {
            return Err(io::Error::other("its list of texts says that it holds more than it does"));
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

/// Hands every event to `take`.
///
/// Errors: XML that is none, or that ends inside an element: calamine would wait for the end of a table of an ODS for ever.
fn events<R: BufRead>(mut xml: Reader<R>, mut take: impl FnMut(&Event<'_>)) -> io::Result<()> {
    let (mut buffer, mut n_open) = (Vec::new(), 0_u64);
    loop {
        let event = xml.read_event_into(&mut buffer).map_err(io::Error::other)?;
        take(&event);
        match event {
            Event::Start(_) => n_open += 1,
            Event::End(_) => n_open = n_open.saturating_sub(1),
            Event::Eof if n_open > 0 => return Err(io::Error::other("it ends inside an element")),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// Hands every opening tag to `take`.
///
/// Errors: as [`events`].
fn tags<R: BufRead>(xml: Reader<R>, mut take: impl FnMut(&BytesStart<'_>)) -> io::Result<()> {
    events(xml, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            take(tag);
        }
    })
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

/// Parts that have cells and nothing hidden, at a glance, need not be taken apart.
fn xlsx_marks(archive: &mut Archive, glances: &HashMap<String, Glance>) -> io::Result<Marks> {
    let mut sheets = Vec::new();
    let Ok(workbook) = xml(archive, "xl/workbook.xml") else { return Ok(Marks::default()) };
    tags(workbook, |tag| {
        if is_named(tag, "sheet") {
            sheets.push((attribute(tag, "name").unwrap_or_default(), attribute(tag, "id").unwrap_or_default()));
        }
    })?;
    let mut targets = BTreeMap::new();
    tags(xml(archive, "xl/_rels/workbook.xml.rels")?, |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            targets.insert(id, target);
        }
    })?;
    let mut marks = Marks::default();
    for (name, id) in sheets {
        let target = targets.get(&id).cloned().unwrap_or_default();
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let glance = glances.get(&path);
        let is_unmerged = glance.is_some_and(Glance::is_unmerged);
        let mut found = SheetMarks { is_unmerged, ..SheetMarks::default() };
        if glance.is_some_and(Glance::is_plain) {
            marks.sheets.insert(name, SheetMarks { n_filled: 1, ..found });
            continue;
        }
        let Ok(sheet) = xml(archive, &path) else { continue };
        tags(sheet, |tag| {
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
    let mut walk = OdsWalk { repeat: 1, ..OdsWalk::default() };
    events(xml(archive, "content.xml")?, |event| match event {
        Event::Start(tag) => walk.tag(tag, false),
        Event::Empty(tag) => walk.tag(tag, true),
        Event::End(tag) => walk.is_in_cell &= !tag.local_name().as_ref().ends_with("table-cell"),
        Event::Text(text) => walk.text(text.len() as u64),
        Event::CData(text) => walk.text(text.len() as u64),
        _ => {}
    })?;
    Ok(walk.marks)
}

/// Where a walk through the sheets of an ODS workbook is.
#[derive(Default)]
struct OdsWalk {
    marks: Marks,
    name: String,
    row: u64,
    column: u64,
    /// How often the row is there.
    repeat: u64,
    /// How often the cell is.
    repeated: u64,
    is_in_cell: bool,
}

impl OdsWalk {
    fn sheet(&mut self) -> &mut SheetMarks {
        self.marks.sheets.entry(self.name.clone()).or_default()
    }

    fn tag(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        // Attributes by their whole names, as they are read later: one of another prefix says nothing.
        let of = |name: &str| tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
        let number = |name: &str| of(name).and_then(|it| it.value.parse::<u64>().ok()).unwrap_or(1);
        if is_named(tag, "table") {
            (self.name, self.row, self.repeat) = (attribute(tag, "name").unwrap_or_default(), 0, 1);
            self.sheet();
        } else if is_named(tag, "table-row") {
            self.row = self.row.saturating_add(self.repeat);
            (self.column, self.repeat) = (0, number("table:number-rows-repeated"));
            let (visibility, repeat) = (attribute(tag, "visibility"), self.repeat);
            let sheet = self.sheet();
            let is_hidden = visibility.as_ref().is_some_and(|text| text != "visible");
            sheet.n_hidden = sheet.n_hidden.saturating_add(if is_hidden { repeat } else { 0 });
            sheet.is_filtered |= visibility.is_some_and(|text| text == "filter");
        } else if is_named(tag, "table-cell") || is_named(tag, "covered-table-cell") {
            self.repeated = number("table:number-columns-repeated");
            if !is_empty || tag.attributes().flatten().any(|it| it.key.as_ref().starts_with("office:")) {
                let (row, column) = (self.row.saturating_add(self.repeat), self.column.saturating_add(self.repeated));
                let sheet = self.sheet();
                sheet.n_filled += 1;
                sheet.last_row = sheet.last_row.max(row);
                sheet.last_column = sheet.last_column.max(column);
                self.is_in_cell = true;
                self.text(tag.len() as u64);
            }
            self.is_in_cell = !is_empty;
            self.column = self.column.saturating_add(self.repeated);
        } else if is_named(tag, "s") {
            self.text(number("text:c"));
        }
    }

    /// Text of the cell that was begun last; what stands between cells is layout.
    fn text(&mut self, n_bytes: u64) {
        if !self.is_in_cell {
            return;
        }
        let n_bytes = n_bytes.saturating_mul(self.repeat).saturating_mul(self.repeated);
        let sheet = self.sheet();
        sheet.n_bytes = sheet.n_bytes.saturating_add(n_bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_word_across_two_blocks_is_seen() {
        let text = b"<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"/></sheetData><mergeCells count=\"1\">";
        for at in 0..text.len() {
            for width in [1, 2, 5, text.len()] {
                let mut glance = Glance::default();
                glance.write_all(&text[..at]).unwrap();
                text[at..].chunks(width).for_each(|block| glance.write_all(block).unwrap());
                assert!(glance.has_cells && glance.may_hide && glance.may_merge, "{at} {width}");
            }
        }
    }
}
