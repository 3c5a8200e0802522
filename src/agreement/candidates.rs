//! Every item of a study with its coder: what may be coded a second time.

use std::collections::BTreeMap;

use crate::check::AcceptedSample;
use crate::study::Field;

/// An item that one person coded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Id of the outlet.
    pub outlet: String,
    /// The coder; empty where the sheet does not say.
    pub coder: String,
    /// Its day, as days since 1970.
    pub date: Option<i32>,
    /// The desk's own id.
    pub item: String,
    /// File and first physical line.
    pub place: (String, u64),
}

/// Who coded an item and where; was it coded twice?
#[derive(Debug, Clone, Default)]
struct Known {
    coder: String,
    place: (String, u64),
    is_double: bool,
}

/// The items of a study, while rows pass.
#[derive(Debug, Clone, Default)]
pub struct Candidates {
    items: BTreeMap<(String, Option<i32>, String), Known>,
}

impl Candidates {
    /// Adds a chunk; items that were coded twice already are left out at the end.
    pub fn add(&mut self, sample: &AcceptedSample) {
        for (sample, is_copy) in [(sample.rows(), false), (sample.copies(), true)] {
            let [outlets, items, coders] = [Field::Outlet, Field::Item, Field::Coder].map(|field| sample.ids(field));
            let (dates, lines) = (sample.dates(), sample.lines());
            let file = sample.file.as_ref().map(|file| file.printed.clone()).unwrap_or_default();
            for row in 0..sample.n_rows() {
                let (Some(outlet), Some(item)) = (outlets[row], items[row]) else { continue };
                let key = (outlet.to_owned(), dates[row], item.to_owned());
                let coder = coders[row].unwrap_or_default().to_owned();
                let place = (file.clone(), lines[row]);
                let known = self.items.entry(key).or_insert_with(|| Known { coder, place, is_double: false });
                known.is_double |= is_copy;
            }
        }
    }

    /// The items coded once, in the order of outlet, coder, day and id.
    pub fn finish(self) -> Vec<Candidate> {
        let once = self.items.into_iter().filter(|(_, known)| !known.is_double);
        let mut found: Vec<Candidate> = once
            .map(|((outlet, date, item), Known { coder, place, .. })| Candidate { outlet, coder, date, item, place })
            .collect();
        found.sort();
        found
    }
}
