//! The headings: which column holds which field.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codes::{
    DUPLICATE_COLUMN, MISLABELLED_PAIR, MISSING_COLUMN, PADDED_HEADING, TOO_MANY_COLUMNS, UNUSED_COLUMN,
    WRONG_DELIMITER,
};
use super::lookup::LookupTable;
use super::{InputFile, Refusal};
use crate::codebook::folded;
use crate::diagnostic::{Diagnostic, Place, did_you_mean, shown};
use crate::study::{ByField, ColumnName, Field, Source};
use crate::unit::AmountFormat;

/// Where a cell stands: in the sheet, or in a look-up table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Cell(usize),
    Looked { lookup: usize, column: usize },
}

/// Where a field's text comes from.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// The cell in this column.
    Column(Slot),
    /// The same text for the whole file.
    Constant(String),
}

/// One amount column and what its heading says.
#[derive(Debug, Clone)]
pub(super) struct AmountColumn {
    /// Its column; `None` where the amount has none of its own.
    pub slot: Option<Slot>,
    /// Its heading, for findings.
    pub heading: String,
    /// The column of the printed percentage.
    pub percent: Option<Slot>,
    /// Its heading, for findings.
    pub percent_heading: String,
    /// What the heading says of the appearance.
    pub sets: Vec<(Field, String)>,
    /// A total that stands on every row of the same fields.
    pub once_per: Vec<Field>,
    /// How it is written.
    pub format: AmountFormat,
}

/// A line that names a field for the rows below it.
#[derive(Debug, Clone)]
pub(super) struct BlockLine {
    pub field: Field,
    pub name: Slot,
    pub blank: Vec<Slot>,
}

/// How a row of this file becomes appearances.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub origins: ByField<Origin>,
    pub amounts: Vec<AmountColumn>,
    /// The heading of each field's column, for findings.
    pub headings: BTreeMap<Field, String>,
    /// Columns whose cells can take a row out of scope, with what they then hold.
    pub leave_out: Vec<(Slot, Vec<glob::Pattern>)>,
    pub blocks: Vec<BlockLine>,
    /// The key column of each look-up.
    pub keys: Vec<Slot>,
    pub lookups: Arc<Vec<LookupTable>>,
    /// The headings, trimmed.
    pub names: Vec<String>,
    /// The columns without one.
    pub unnamed: Vec<usize>,
    /// Up to the last column with a heading.
    pub n_columns: usize,
    /// The columns that are read.
    pub used: BTreeSet<usize>,
}

/// The heading row as it stands in its file.
pub(super) struct HeadingRow {
    /// As written, with the blanks around them.
    pub written: Vec<String>,
    pub place: Place,
    /// Of a text file.
    pub delimiter: Option<u8>,
}

impl Layout {
    /// Finds every mapped column.
    ///
    /// Out: the layout beside warnings; or all that is wrong with the headings.
    pub(super) fn find(
        source: &Source,
        file: &InputFile,
        row: &HeadingRow,
        lookups: &Arc<Vec<LookupTable>>,
    ) -> Result<(Layout, Refusal), Refusal> {
        let names: Vec<String> = row.written.iter().map(|name| name.trim().to_owned()).collect();
        let mut finder = Finder {
            names: &names,
            lookups,
            findings: Vec::new(),
            place: &row.place,
            used: BTreeSet::new(),
            n_lookups: 0,
            width: row.written.len(),
        };
        finder.findings = wrong_delimiter(source, row, &names);
        if !finder.findings.is_empty() {
            return Err(finder.findings);
        }
        if names.len() > source.format.most_columns {
            let message = format!("the row has {} cells, at most {} are read", names.len(), source.format.most_columns);
            let hint = "is this the right file? `most_columns` of the source allows more".to_owned();
            return Err(vec![Diagnostic::new(&TOO_MANY_COLUMNS, row.place.clone(), message).with_hint(hint)]);
        }
        finder.findings.extend(duplicates(source, &names, &row.place));
        let mut layout = Layout {
            origins: constants(source, file),
            amounts: Vec::new(),
            headings: BTreeMap::new(),
            leave_out: Vec::new(),
            blocks: Vec::new(),
            keys: Vec::new(),
            lookups: Arc::clone(lookups),
            n_columns: names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1),
            unnamed: (0..names.len()).filter(|index| names[*index].is_empty()).collect(),
            names: names.clone(),
            used: BTreeSet::new(),
        };
        if source.format.header_row == 0 {
            layout.n_columns = names.len();
            finder.names = &[];
        }
        layout.find_fields(source, &mut finder);
        layout.find_wide(source, &mut finder);
        layout.used = std::mem::take(&mut finder.used);
        let mut warnings = unused(source, &layout, &row.place);
        warnings.extend(mislabelled(source, &layout, &row.place));
        warnings.extend(padded(row));
        if finder.findings.is_empty() { Ok((layout, warnings)) } else { Err(finder.findings) }
    }

    fn find_fields(&mut self, source: &Source, finder: &mut Finder<'_>) {
        for lookup in &source.lookups {
            finder.n_lookups = self.keys.len();
            let found = finder.find(&lookup.by);
            self.keys.push(found.unwrap_or(Slot::Cell(usize::MAX)));
        }
        finder.n_lookups = source.lookups.len();
        for (field, column) in &source.columns {
            let Some(slot) = finder.find(column) else { continue };
            if *field == Field::Amount {
                let percent = source.columns.get(&Field::Percent).and_then(|column| finder.find(column));
                self.amounts.push(AmountColumn {
                    slot: Some(slot),
                    heading: column.to_string(),
                    percent,
                    percent_heading: source.columns.get(&Field::Percent).map(ToString::to_string).unwrap_or_default(),
                    sets: Vec::new(),
                    once_per: Vec::new(),
                    format: source.amount,
                });
            } else {
                self.origins.insert(*field, Origin::Column(slot));
            }
            self.headings.insert(*field, column.to_string());
        }
        for rule in &source.leave_out {
            if let Some(slot) = finder.find(&rule.column) {
                self.leave_out.push((slot, rule.matches.clone()));
            }
        }
        for block in &source.blocks {
            let name = finder.find(&block.column);
            let blank: Vec<Slot> = block.blank.iter().filter_map(|column| finder.find(column)).collect();
            if let Some(name) = name {
                self.blocks.push(BlockLine { field: block.field, name, blank });
            }
        }
    }

    /// A file may hold some of the declared wide columns, but not none of them.
    fn find_wide(&mut self, source: &Source, finder: &mut Finder<'_>) {
        for wide in &source.wide {
            if let Some(slot) = finder.look(&wide.column) {
                let percent = wide.percent.as_ref().and_then(|column| finder.find(column));
                self.amounts.push(AmountColumn {
                    slot: Some(slot),
                    heading: wide.column.to_string(),
                    percent,
                    percent_heading: wide.percent.as_ref().map(ToString::to_string).unwrap_or_default(),
                    sets: wide.sets.clone(),
                    once_per: wide.once_per.clone(),
                    format: wide.amount.unwrap_or(source.amount),
                });
            }
        }
        if !source.wide.is_empty() && self.amounts.is_empty() {
            finder.find(&source.wide[0].column);
        }
        if source.amount.is_columnless() {
            let field = if source.amount.is_product() { Field::Width } else { Field::End };
            let heading = self.headings.get(&field).cloned().unwrap_or_default();
            let (sets, once_per) = (Vec::new(), Vec::new());
            let format = source.amount;
            let percent_heading = String::new();
            self.amounts.push(AmountColumn {
                slot: None,
                heading,
                percent: None,
                percent_heading,
                sets,
                once_per,
                format,
            });
        }
    }
}

/// Finds columns, and remembers which are used and which are missing.
struct Finder<'a> {
    names: &'a [String],
    lookups: &'a [LookupTable],
    findings: Refusal,
    place: &'a Place,
    used: BTreeSet<usize>,
    /// Only the first so many look-ups are searched: a key cannot come from its own table.
    n_lookups: usize,
    width: usize,
}

impl Finder<'_> {
    /// The slot of a column, if there is one.
    fn look(&mut self, column: &ColumnName) -> Option<Slot> {
        let slot = match column {
            ColumnName::Position(position) => (*position <= self.width).then(|| Slot::Cell(position - 1)),
            ColumnName::Heading(heading) => {
                let own = self.names.iter().position(|name| name == heading).map(Slot::Cell);
                own.or_else(|| {
                    let mut tables = self.lookups.iter().take(self.n_lookups).enumerate();
                    tables.find_map(|(lookup, table)| {
                        Some(Slot::Looked { lookup, column: table.headings.iter().position(|name| name == heading)? })
                    })
                })
            }
        };
        if let Some(Slot::Cell(index)) = slot {
            self.used.insert(index);
        }
        slot
    }

    /// The same; a column that is not there is a finding.
    fn find(&mut self, column: &ColumnName) -> Option<Slot> {
        let slot = self.look(column);
        if slot.is_none() {
            let names = self.names.iter().chain(self.lookups.iter().flat_map(|table| &table.headings));
            let names: Vec<&str> = names.map(String::as_str).collect();
            self.findings.push(missing(&column.to_string(), &names, self.place.clone()));
        }
        slot
    }
}

fn constants(source: &Source, file: &InputFile) -> ByField<Origin> {
    let fixed = source.fixed.iter().map(|(field, text)| (*field, text.clone()));
    let captured = source.files.captured(&file.relative);
    let of_sheet = source.format.sheets.as_ref().zip(file.sheet.as_ref());
    let of_sheet = of_sheet.and_then(|(pattern, name)| pattern.sheet(name)).flatten();
    let all = fixed.chain(captured).chain(of_sheet);
    all.map(|(field, text)| (field, Origin::Constant(text))).collect()
}

/// The headings that the source maps.
fn mapped_headings(source: &Source) -> impl Iterator<Item = &str> {
    let wide = source.wide.iter().flat_map(|wide| std::iter::once(&wide.column).chain(&wide.percent));
    let rules = source.leave_out.iter().map(|rule| &rule.column);
    let blocks = source.blocks.iter().flat_map(|block| std::iter::once(&block.column).chain(&block.blank));
    let lookups = source.lookups.iter().map(|lookup| &lookup.by);
    let all = source.columns.values().chain(wide).chain(rules).chain(blocks).chain(lookups);
    all.filter_map(|column| match column {
        ColumnName::Heading(heading) => Some(heading.as_str()),
        ColumnName::Position(_) => None,
    })
}

/// Is it the heading of a column that the source maps?
pub(super) fn is_mapped(source: &Source, heading: &str) -> bool {
    mapped_headings(source).any(|mapped| mapped == heading)
}

fn wrong_delimiter(source: &Source, row: &HeadingRow, names: &[String]) -> Refusal {
    let Some(delimiter) = row.delimiter else { return Vec::new() };
    if source.format.header_row == 0 || names.iter().any(|name| is_mapped(source, name)) {
        return Vec::new();
    }
    let line = row.place.excerpt.clone().unwrap_or_default();
    let better = [b',', b';', b'\t', b'|']
        .into_iter()
        .filter(|other| *other != delimiter)
        .find(|other| line.split(char::from(*other)).any(|name| is_mapped(source, name.trim().trim_matches('"'))));
    let Some(better) = better else { return Vec::new() };
    let (declared, better) = (delimiter_name(delimiter), delimiter_name(better));
    let message = format!("the headings do not come apart at `{declared}`, expected `{better}`");
    let hint = format!("declare `delimiter = \"{better}\"` in source `{}`", source.id);
    vec![Diagnostic::new(&WRONG_DELIMITER, row.place.clone(), message).with_hint(hint)]
}

/// A delimiter as a study declares it.
pub(super) fn delimiter_name(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => ";",
        b'\t' => "tab",
        b'|' => "|",
        _ => ",",
    }
}

fn duplicates(source: &Source, names: &[String], place: &Place) -> Refusal {
    let alike: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let twice = names.iter().enumerate().filter(|(index, name)| {
        !name.is_empty() && is_mapped_alike(source, name) && alike[..*index].contains(&alike[*index])
    });
    twice
        .map(|(_, name)| {
            let place = place.clone().in_column(name);
            Diagnostic::new(&DUPLICATE_COLUMN, place, format!("two columns have the heading `{}`", shown(name)))
                .with_hint("give each column its own heading, or map them by position".to_owned())
        })
        .collect()
}

/// Is a column mapped under this heading, case aside? Other columns may be called alike: nothing reads them by name.
fn is_mapped_alike(source: &Source, name: &str) -> bool {
    let wanted = folded(name);
    mapped_headings(source).any(|heading| folded(heading) == wanted)
}

fn missing(heading: &str, names: &[&str], place: Place) -> Diagnostic {
    let hint = did_you_mean(heading, names.iter().copied());
    let listed: Vec<String> = names.iter().take(20).map(|name| shown(name)).collect();
    let hint = hint.unwrap_or_else(|| format!("the sheet has: {}", listed.join(", ")));
    Diagnostic::new(&MISSING_COLUMN, place, format!("no column has the heading `{}`", shown(heading))).with_hint(hint)
}

fn unused(source: &Source, layout: &Layout, place: &Place) -> Refusal {
    if source.format.header_row == 0 {
        return Vec::new();
    }
    let is_ignored = |name: &str| source.ignore.iter().any(|pattern| pattern.matches(name));
    let names = layout.names.iter().enumerate();
    names
        .filter(|(index, name)| !name.is_empty() && !layout.used.contains(index) && !is_ignored(name))
        .map(|(_, name)| {
            let place = place.clone().in_column(name);
            Diagnostic::new(&UNUSED_COLUMN, place, format!("column `{}` is not used", shown(name)))
                .with_hint(format!("map it, or list it in `ignore` of source `{}`", source.id))
        })
        .collect()
}

fn padded(row: &HeadingRow) -> Option<Diagnostic> {
    let padded: Vec<String> = row
        .written
        .iter()
        .filter(|name| name.trim() != name.as_str())
        .map(|name| format!("`{}`", shown(name)))
        .collect();
    let message = format!("blanks around {} were taken away", padded.join(", "));
    (!padded.is_empty()).then(|| Diagnostic::new(&PADDED_HEADING, row.place.clone(), message))
}

/// An amount and its percentage whose headings name different numbers: hours, weeks.
fn mislabelled(source: &Source, layout: &Layout, place: &Place) -> Refusal {
    let numbers = |text: &str| {
        text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map(str::to_owned).collect::<Vec<String>>()
    };
    let read = |wide: &&crate::study::WideColumn| {
        layout.amounts.iter().any(|amount| amount.heading == wide.column.to_string())
    };
    let pairs = source.wide.iter().filter(read).filter_map(|wide| Some((&wide.column, wide.percent.as_ref()?)));
    pairs
        .filter_map(|pair| match pair {
            (ColumnName::Heading(amount), ColumnName::Heading(percent))
                if !numbers(percent).is_empty()
                    && !numbers(amount).is_empty()
                    && numbers(amount) != numbers(percent) =>
            {
                let message = format!("`{}` stands beside `{}`", shown(percent), shown(amount));
                let hint = "is one of the two headings wrong? Compare the percentages with the amounts".to_owned();
                let place = place.clone().in_column(percent);
                Some(Diagnostic::new(&MISLABELLED_PAIR, place, message).with_hint(hint))
            }
            _ => None,
        })
        .collect()
}
