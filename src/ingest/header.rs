//! The heading row: which column holds which field.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::codes::{DUPLICATE_COLUMN, MISSING_COLUMN, UNUSED_COLUMN, WRONG_DELIMITER};
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::study::{Field, Source};

/// Where a field's text comes from.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// The cell in this column.
    Cell(usize),
    /// The same text for the whole file.
    Constant(String),
}

/// One amount column and what its heading says.
#[derive(Debug, Clone)]
pub(super) struct AmountColumn {
    /// Its column; `None` where every row is one appearance.
    pub index: Option<usize>,
    /// Its heading, for findings.
    pub heading: String,
    /// What the heading says of the appearance.
    pub sets: Vec<(Field, String)>,
}

/// How a row of this file becomes appearances.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub origins: BTreeMap<Field, Origin>,
    pub amounts: Vec<AmountColumn>,
    pub headings: BTreeMap<Field, String>,
    /// Columns whose cells can take a row out of scope, with what they then hold.
    pub leave_out: Vec<(usize, Vec<glob::Pattern>)>,
    pub n_columns: usize,
}

impl Layout {
    /// Finds every mapped column in the heading row.
    ///
    /// Out: the layout beside warnings; or all that is wrong with the headings.
    pub(super) fn find(
        source: &Source,
        file: &InputFile,
        headings: &StringRecord,
        line: u64,
        delimiter: u8,
    ) -> Result<(Layout, Refusal), Refusal> {
        let names: Vec<&str> = headings.iter().map(str::trim).collect();
        let place = || {
            Place::line(&file.printed, line)
                .with_excerpt(headings.iter().collect::<Vec<_>>().join(&delimiter_text(delimiter)))
        };
        let mut findings = wrong_delimiter(source, delimiter, &names, &place());
        if !findings.is_empty() {
            return Err(findings);
        }
        findings.extend(duplicates(&names, &place()));
        let mut layout = Layout {
            origins: constants(source, file),
            amounts: Vec::new(),
            headings: BTreeMap::new(),
            leave_out: Vec::new(),
            n_columns: names.len(),
        };
        for (field, heading) in &source.columns {
            match names.iter().position(|name| name == heading) {
                Some(index) if *field == Field::Amount => {
                    layout.amounts.push(AmountColumn {
                        index: Some(index),
                        heading: heading.clone(),
                        sets: Vec::new(),
                    });
                }
                Some(index) => {
                    layout.origins.insert(*field, Origin::Cell(index));
                }
                None => findings.push(missing(heading, &names, place())),
            }
            layout.headings.insert(*field, heading.clone());
        }
        for rule in &source.leave_out {
            match names.iter().position(|name| *name == rule.heading) {
                Some(index) => layout.leave_out.push((index, rule.matches.clone())),
                None => findings.push(missing(&rule.heading, &names, place())),
            }
        }
        layout.find_wide(source, &names, place(), &mut findings);
        if source.amount == crate::unit::AmountFormat::OnePerRow {
            layout.amounts.push(AmountColumn { index: None, heading: String::new(), sets: Vec::new() });
        }
        let unused = unused(source, &names, &place());
        if findings.is_empty() { Ok((layout, unused)) } else { Err(findings) }
    }

    /// Does a rule of the source take this record out of scope?
    pub(super) fn leaves_out(&self, record: &StringRecord) -> bool {
        let options = glob::MatchOptions { case_sensitive: false, ..glob::MatchOptions::default() };
        self.leave_out.iter().any(|(index, patterns)| {
            let cell = record.get(*index).map(str::trim).unwrap_or_default();
            patterns.iter().any(|pattern| pattern.matches_with(cell, options))
        })
    }

    /// A file may hold some of the declared wide columns, but not none of them.
    fn find_wide(&mut self, source: &Source, names: &[&str], place: Place, findings: &mut Refusal) {
        for wide in &source.wide {
            if let Some(index) = names.iter().position(|name| *name == wide.heading) {
                let sets = wide.sets.clone();
                self.amounts.push(AmountColumn { index: Some(index), heading: wide.heading.clone(), sets });
            }
        }
        if !source.wide.is_empty() && self.amounts.is_empty() {
            findings.push(missing(&source.wide[0].heading, names, place));
        }
    }
}

fn constants(source: &Source, file: &InputFile) -> BTreeMap<Field, Origin> {
    let fixed = source.fixed.iter().map(|(field, text)| (*field, text.clone()));
    let captured = source.files.captured(&file.relative);
    fixed.chain(captured).map(|(field, text)| (field, Origin::Constant(text))).collect()
}

fn mapped(source: &Source) -> impl Iterator<Item = &str> {
    let wide = source.wide.iter().map(|wide| &wide.heading);
    let rules = source.leave_out.iter().map(|rule| &rule.heading);
    source.columns.values().chain(wide).chain(rules).map(String::as_str)
}

fn wrong_delimiter(source: &Source, delimiter: u8, names: &[&str], place: &Place) -> Refusal {
    let known = |name: &&str| mapped(source).any(|heading| heading == *name);
    if names.iter().any(known) {
        return Vec::new();
    }
    let line = place.excerpt.clone().unwrap_or_default();
    let better = [b',', b';', b'\t', b'|']
        .into_iter()
        .filter(|other| *other != delimiter)
        .find(|other| line.split(char::from(*other)).any(|name| known(&name.trim().trim_matches('"'))));
    let Some(better) = better else { return Vec::new() };
    let (declared, better) = (delimiter_name(delimiter), delimiter_name(better));
    let message = format!("the headings do not come apart at `{declared}`, expected `{better}`");
    let hint = format!("declare `delimiter = \"{better}\"` in source `{}`", source.id);
    vec![Diagnostic::new(&WRONG_DELIMITER, place.clone(), message).with_hint(hint)]
}

fn delimiter_text(delimiter: u8) -> String {
    char::from(delimiter).to_string()
}

fn delimiter_name(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => ";",
        b'\t' => "tab",
        b'|' => "|",
        _ => ",",
    }
}

fn duplicates(names: &[&str], place: &Place) -> Refusal {
    let twice = names.iter().enumerate().filter(|(index, name)| !name.is_empty() && names[..*index].contains(name));
    twice
        .map(|(_, name)| {
            let place = place.clone().in_column(*name);
            Diagnostic::new(&DUPLICATE_COLUMN, place, format!("two columns have the heading `{}`", shown(name)))
                .with_hint("give each column its own heading".to_owned())
        })
        .collect()
}

fn missing(heading: &str, names: &[&str], place: Place) -> Diagnostic {
    let hint = did_you_mean(heading, names.iter().copied());
    let listed: Vec<String> = names.iter().take(20).map(|name| shown(name)).collect();
    let hint = hint.unwrap_or_else(|| format!("the sheet has: {}", listed.join(", ")));
    Diagnostic::new(&MISSING_COLUMN, place, format!("no column has the heading `{}`", shown(heading))).with_hint(hint)
}

fn unused(source: &Source, names: &[&str], place: &Place) -> Refusal {
    let is_used = |name: &&str| mapped(source).any(|heading| heading == *name);
    let is_ignored = |name: &&str| source.ignore.iter().any(|pattern| pattern.matches(name));
    names
        .iter()
        .filter(|name| !name.is_empty() && !is_used(name) && !is_ignored(name))
        .map(|name| {
            let place = place.clone().in_column(*name);
            Diagnostic::new(&UNUSED_COLUMN, place, format!("column `{}` is not used", shown(name)))
                .with_hint(format!("map it, or list it in `ignore` of source `{}`", source.id))
        })
        .collect()
}
