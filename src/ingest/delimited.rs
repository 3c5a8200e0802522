//! A delimited text file, record by record.

use std::fs::File;
use std::io::{self, Read};

use super::codes::{
    BAD_QUOTE, BOM_SKIPPED, INVALID_TEXT, LONG_CELL, MIXED_LINE_ENDS, NOT_READABLE, NUL_BYTE, SEPARATOR_LINE,
    TOO_MANY_COLUMNS, UNCLOSED_QUOTE, UTF16,
};
use super::decode::{InvalidText, guess, is_utf8};
use super::open::{self, Nature};
use super::record::{Record, Records};
use super::split::{BadText, Splitter};
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place};
use crate::study::TableFormat;

/// An open text file.
pub(super) struct Delimited {
    file: InputFile,
    format: TableFormat,
    pub(super) records: Splitter<Box<dyn Read + Send>>,
    /// What stands between its cells.
    pub delimiter: u8,
}

impl Delimited {
    /// Opens a file at its headings. Out: the reader beside notes.
    ///
    /// Errors: what is wrong with the file as a whole.
    pub(super) fn open(
        file: &InputFile,
        format: &TableFormat,
        is_heading: &dyn Fn(&str) -> bool,
    ) -> Result<(Delimited, Refusal), Refusal> {
        let refuse = |error: io::Error| vec![unreadable(file, format, &error)];
        let mut opened = open::from_headings(file, format).map_err(refuse)?;
        let delimiter = match opened.declared_delimiter.or(format.delimiter) {
            Some(delimiter) => delimiter,
            None => open::detect_delimiter(&mut opened.text, is_heading).map_err(refuse)?,
        };
        let records = Splitter::new(opened.text, delimiter, opened.n_passed, format.most_cell_bytes);
        let mut notes = Vec::new();
        if open::nature(file) == Nature::MarkedText {
            let message = "a byte order mark was passed over";
            notes.push(Diagnostic::new(&BOM_SKIPPED, Place::file(&file.printed), message));
        }
        if opened.declared_delimiter.is_some() {
            let message = format!("`sep={}` was taken at its word", char::from(delimiter));
            notes.push(Diagnostic::new(&SEPARATOR_LINE, Place::line(&file.printed, 1), message));
        }
        Ok((Delimited { file: file.clone(), format: format.clone(), records, delimiter }, notes))
    }

    /// Takes off whole lines as a text of its own; nothing where fewer bytes are left.
    pub(super) fn take_piece(&mut self, n_bytes: usize, spare: String) -> Option<Delimited> {
        let records = self.records.take_piece(n_bytes, spare)?;
        Some(Delimited { file: self.file.clone(), format: self.format.clone(), records, delimiter: self.delimiter })
    }
}

impl Records for Delimited {
    /// Errors: text that is none, or that a lenient reader would have misread.
    fn next(&mut self, record: &mut Record) -> Result<bool, Refusal> {
        self.records.next(record).map_err(|error| vec![unreadable(&self.file, &self.format, &error)])
    }

    fn last_notes(&self) -> Refusal {
        let ends = self.records.ends();
        let names = [(ends.newline, "LF"), (ends.return_newline, "CRLF"), (ends.lone_return, "CR")];
        let seen: Vec<&str> = names.iter().filter(|(is_seen, _)| *is_seen).map(|(_, name)| *name).collect();
        if seen.len() < 2 && !ends.lone_return {
            return Vec::new();
        }
        let message = format!("its lines end in {}", seen.join(" and "));
        vec![Diagnostic::new(&MIXED_LINE_ENDS, Place::file(&self.file.printed), message)]
    }
}

/// The finding that a text cannot be read.
pub(super) fn unreadable(file: &InputFile, format: &TableFormat, error: &io::Error) -> Diagnostic {
    let place = Place::file(&file.printed);
    let inner = error.get_ref();
    if let Some(invalid) = inner.and_then(|inner| inner.downcast_ref::<InvalidText>()) {
        return invalid_text(file, format, place, invalid);
    }
    if let Some(bad) = inner.and_then(|inner| inner.downcast_ref::<BadText>()) {
        return bad_text(file, place, *bad);
    }
    Diagnostic::new(&NOT_READABLE, place, format!("cannot be read: {error}"))
        .with_hint("check the file's permissions and that it is whole".to_owned())
}

/// The encoding that a file's first bytes look like.
pub(super) fn guess_encoding(file: &InputFile) -> &'static str {
    guess(&first_bytes(file))
}

fn first_bytes(file: &InputFile) -> Vec<u8> {
    let mut sample = Vec::new();
    let opened = File::open(&file.path).and_then(|input| input.take(64 * 1024).read_to_end(&mut sample));
    if opened.is_err() {
        sample.clear();
    }
    sample
}

fn invalid_text(file: &InputFile, format: &TableFormat, place: Place, invalid: &InvalidText) -> Diagnostic {
    let guessed = guess(&first_bytes(file));
    if guessed.starts_with("utf-16") {
        return utf16(place, guessed);
    }
    let hint = if is_utf8(format.encoding) {
        format!("declare `encoding = \"{guessed}\"` where the study names this file, if it was saved so")
    } else {
        "check `encoding` where the study names this file".to_owned()
    };
    let damaged = if file.relative.ends_with(".gz") { "; or is the archive damaged? `gzip -t` tells" } else { "" };
    let hint = format!("{hint}{damaged}");
    Diagnostic::new(&INVALID_TEXT, place, format!("{invalid}; nothing below was read")).with_hint(hint)
}

fn utf16(place: Place, encoding: &str) -> Diagnostic {
    let hint = format!("declare `encoding = \"{encoding}\"` where the study names this file");
    Diagnostic::new(&UTF16, place, "the file is UTF-16 text, expected UTF-8").with_hint(hint)
}

fn bad_text(file: &InputFile, mut place: Place, bad: BadText) -> Diagnostic {
    let (code, line, hint) = match bad {
        BadText::UnclosedQuote { line } => (&UNCLOSED_QUOTE, line, "close it, or remove it"),
        BadText::BadQuote { line, .. } => {
            (&BAD_QUOTE, line, "a quotation mark inside a quoted cell is written twice: \"\"")
        }
        BadText::LongCell { line, .. } => {
            (&LONG_CELL, line, "is a quotation mark missing? `most_cell_kib` of the source allows longer cells")
        }
        BadText::LongRow { line } | BadText::HugeRow { line, .. } => {
            (&TOO_MANY_COLUMNS, line, "is this the right delimiter, and the right file?")
        }
        BadText::Nul { line } => {
            let guessed = guess(&first_bytes(file));
            if guessed.starts_with("utf-16") {
                return utf16(place, guessed);
            }
            (&NUL_BYTE, line, "was the file cut off or written by a failing disk? Save the sheet again")
        }
    };
    place.line = Some(line);
    Diagnostic::new(code, place, format!("{bad}; nothing below was read")).with_hint(hint.to_owned())
}
