//! Amount columns that hold the same in every row: one was pasted over the other.

use std::hash::BuildHasher as _;

use super::codes::IDENTICAL_COLUMNS;
use super::header::{AmountColumn, Layout, Slot};
use super::record::Record;
use super::{DIGESTS, InputFile};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::study::{Field, Study};

/// Columns with fewer filled cells, or always the same one, may be alike by chance.
const FEWEST_FILLED: u64 = 10;
const FEWEST_CHANGES: u64 = 5;

/// What an amount column holds, as a whole: columns with equal digests hold the same.
#[derive(Debug, Clone, Copy, Default)]
struct Content {
    digest: u64,
    n_filled: u64,
    /// How often a filled cell is another than the one above it; the first is.
    n_changes: u64,
    /// The digests of the first and the last filled cell.
    first: u64,
    last: u64,
}

impl Content {
    fn add(&mut self, line: u64, cell: &str) {
        self.digest = self.digest.wrapping_add(DIGESTS.hash_one((line, cell)));
        if cell.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
            let digest = DIGESTS.hash_one(cell);
            self.n_filled += 1;
            self.n_changes += u64::from(digest != self.last);
            self.last = digest;
            if self.n_filled == 1 {
                self.first = digest;
            }
        }
    }

    /// Adds what the column holds in the rows below.
    fn go_on(&mut self, below: &Content) {
        self.digest = self.digest.wrapping_add(below.digest);
        if below.n_filled == 0 {
            return;
        }
        let is_change = self.n_filled == 0 || self.last != below.first;
        self.n_changes += below.n_changes - u64::from(!is_change);
        if self.n_filled == 0 {
            self.first = below.first;
        }
        self.n_filled += below.n_filled;
        self.last = below.last;
    }
}

/// What each of several amount columns of a table holds.
#[derive(Debug, Default)]
pub(super) struct Alike {
    contents: Vec<Content>,
    /// Is it known that no two hold the same?
    are_told: bool,
}

impl Alike {
    /// Looks at a row.
    pub(super) fn note(&mut self, layout: &Layout, record: &Record) {
        // Rows that were added up hold sums, not cells.
        if layout.amounts.len() < 2 || self.are_told || record.added.is_some() {
            return;
        }
        self.contents.resize(layout.amounts.len(), Content::default());
        for (content, amount) in self.contents.iter_mut().zip(&layout.amounts) {
            if let Some(Slot::Cell(index)) = amount.slot {
                content.add(record.line, record.cell(index));
            }
        }
        self.tell();
    }

    /// Columns that differ in one row are never alike again.
    fn tell(&mut self) {
        let mut digests: Vec<u64> = self.contents.iter().map(|content| content.digest).collect();
        digests.sort_unstable();
        self.are_told |= digests.windows(2).all(|pair| pair[0] != pair[1]);
    }

    /// Adds what was noted of the rows below.
    pub(super) fn go_on(&mut self, below: &Alike) {
        self.are_told |= below.are_told;
        if self.are_told || below.contents.is_empty() {
            return;
        }
        self.contents.resize(below.contents.len(), Content::default());
        self.contents.iter_mut().zip(&below.contents).for_each(|(content, below)| content.go_on(below));
        self.tell();
    }

    /// What is to be said of the table, once it is read.
    pub(super) fn findings(&self, study: &Study, file: &InputFile, layout: &Layout) -> Vec<Diagnostic> {
        if self.are_told {
            return Vec::new();
        }
        let is_whole_day = |amount: &AmountColumn| {
            amount.sets.iter().any(|(field, text)| {
                let daypart = (*field == Field::Daypart).then(|| study.codebook.dayparts.find(text)).flatten();
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
                let place = Place::file(&file.printed).in_sheet(file.sheet.clone());
                let hint = "was one pasted over the other?".to_owned();
                found.push(Diagnostic::new(&IDENTICAL_COLUMNS, place, message).with_hint(hint));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_column_in_parts_is_the_column(
            cells in proptest::collection::vec(proptest::sample::select(vec!["", "0", "7", "8"]), 0..20),
            cut in 0..20_usize,
        ) {
            let content = |cells: &[&str], above: u64| {
                let mut content = Content::default();
                cells.iter().zip(above..).for_each(|(cell, line)| content.add(line, cell));
                content
            };
            let (first, second) = cells.split_at(cut.min(cells.len()));
            let mut parts = content(first, 0);
            parts.go_on(&content(second, first.len() as u64));
            let whole = content(&cells, 0);
            let of = |c: &Content| (c.digest, c.n_filled, c.n_changes, c.first, c.last);
            proptest::prop_assert_eq!(of(&parts), of(&whole));
        }
    }
}
