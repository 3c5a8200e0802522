//! Look-up tables in memory: key to cells.

use std::collections::HashMap;

use super::codes::{LOOKUP_KEY_TWICE, MISSING_COLUMN, NOT_FOUND};
use super::record::Record;
use super::{InputFile, Refusal, find, whole};
use crate::codebook::folded;
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::study::{ColumnName, Lookup, Source, Study};

/// A look-up table: its headings, and its cells by folded key.
#[derive(Debug, Clone, Default)]
pub(super) struct LookupTable {
    /// The file, as findings name it.
    pub printed: String,
    /// Its headings, with the declared prefix.
    pub headings: Vec<String>,
    rows: HashMap<String, Vec<String>>,
}

impl LookupTable {
    /// The cells of a key.
    pub(super) fn row(&self, key: &str) -> Option<&[String]> {
        self.rows.get(&folded(key)).map(Vec::as_slice)
    }
}

/// The source and path of every look-up table of a study, each path once.
pub fn find_lookups(study: &Study) -> Vec<(String, String)> {
    let all = study.sources.iter().flat_map(|source| source.lookups.iter().map(move |lookup| (source, lookup)));
    let mut found: Vec<(String, String)> = Vec::new();
    for (source, lookup) in all {
        if found.iter().all(|(_, path)| *path != lookup.file.written) {
            found.push((source.id.clone(), lookup.file.written.clone()));
        }
    }
    found
}

/// Reads the look-up tables of a source.
///
/// Out: the tables, as far as they can be used, beside what is wrong with them.
pub(super) fn read(study: &Study, source: &Source, number: usize) -> (Vec<LookupTable>, Refusal) {
    let mut findings = Vec::new();
    let tables = source.lookups.iter().map(|lookup| match one(study, lookup, number) {
        Ok((table, found)) => {
            findings.extend(found);
            table
        }
        Err(found) => {
            findings.extend(found);
            LookupTable::default()
        }
    });
    (tables.collect(), findings)
}

fn one(study: &Study, lookup: &Lookup, source: usize) -> Result<(LookupTable, Refusal), Refusal> {
    let path = study.folder.join(&lookup.file.written);
    let file = InputFile {
        source,
        printed: crate::study::printed_path(&path),
        relative: lookup.file.written.clone(),
        path,
        sheet: None,
    };
    if !file.path.is_file() {
        let finding =
            Diagnostic::new(&NOT_FOUND, Place::file(&file.printed), "no file is there, expected a look-up table")
                .with_hint("check `file` of the look-up in study.toml".to_owned());
        return Err(vec![finding]);
    }
    find::refuse_odd_file(&file)?;
    let is_key = |heading: &str| matches!(&lookup.key, ColumnName::Heading(name) if name == heading);
    let records = whole::records(&file, &lookup.format, &is_key)?;
    table(lookup, &file, &records)
}

fn table(lookup: &Lookup, file: &InputFile, records: &[Record]) -> Result<(LookupTable, Refusal), Refusal> {
    let first = records.iter().position(|record| !record.is_blank() && record.line >= lookup.format.header_row);
    let headings: Vec<String> = match first {
        Some(first) if lookup.format.header_row > 0 => {
            records[first].cells().map(|name| name.trim().to_owned()).collect()
        }
        _ => Vec::new(),
    };
    let key = match &lookup.key {
        ColumnName::Position(position) => Some(position - 1),
        ColumnName::Heading(heading) => headings.iter().position(|name| name == heading),
    };
    let Some(key) = key else {
        let wanted = lookup.key.to_string();
        let hint = did_you_mean(&wanted, headings.iter().map(String::as_str));
        let message = format!("no column has the heading `{}`, which should hold the key", shown(&wanted));
        let place = Place::file(&file.printed);
        return Err(vec![Diagnostic::new(&MISSING_COLUMN, place, message).with_hint(hint)]);
    };
    let skipped = if lookup.format.header_row > 0 { first.map_or(0, |first| first + 1) } else { 0 };
    let (mut rows, mut findings) = (HashMap::new(), Vec::new());
    for record in records[skipped..].iter().filter(|record| !record.cell(key).is_empty()) {
        let cells: Vec<String> = record.cells().map(|cell| cell.trim().to_owned()).collect();
        let known = rows.entry(folded(record.cell(key))).or_insert_with(|| cells.clone());
        // The key itself may be written in several ways.
        let others = |cells: &[String]| {
            cells.iter().enumerate().filter(|(n, _)| *n != key).map(|(_, c)| c.clone()).collect::<Vec<_>>()
        };
        if others(known) != others(&cells) {
            let place = Place::line(&file.printed, record.line);
            let message = format!("the key `{}` stands twice, with different cells", shown(record.cell(key)));
            let hint = "remove the one that is wrong".to_owned();
            findings.push(Diagnostic::new(&LOOKUP_KEY_TWICE, place, message).with_hint(hint));
        }
    }
    let headings = headings.into_iter().map(|name| format!("{}{name}", lookup.prefix)).collect();
    Ok((LookupTable { printed: file.printed.clone(), headings, rows }, findings))
}
