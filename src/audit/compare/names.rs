//! One side's ids in the words of the other's codebook.

use std::collections::BTreeMap;

use crate::codebook::Register;
use crate::study::Study;
use crate::tally::{PlacedRow, SumRow, key};

/// What the right side calls by another id than the left one.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// By the place of the key: the right side's id and the left side's.
    renamed: BTreeMap<usize, BTreeMap<String, String>>,
    /// Kinds and ids of the right side that the left codebook does not know under any spelling.
    pub unknown: Vec<(&'static str, String)>,
    /// Kinds, and two ids of the right side that are one entry of the left codebook.
    pub merged: Vec<(&'static str, String, String)>,
}

impl Names {
    /// An entry of the right codebook is the left entry of the same id; else the one that has its name among its spellings.
    pub fn of(left: &Study, right: &Study) -> Names {
        let (l, r) = (&left.codebook, &right.codebook);
        let mut names = Names::default();
        names.take(key::OUTLET, &l.outlets, &r.outlets);
        names.take(key::ACTOR, &l.actors, &r.actors);
        names.take(key::GENRE, &l.genres, &r.genres);
        names.take(key::CAPACITY, &l.capacities, &r.capacities);
        names.take(key::TONE, &l.tones, &r.tones);
        names.take(key::VOICE, &l.voices, &r.voices);
        names.take(key::DAYPART, &l.dayparts, &r.dayparts);
        names
    }

    fn take<T>(&mut self, kind: &'static str, left: &Register<T>, right: &Register<T>) {
        let at = key::place(kind).expect("invariant: a key of the tally");
        let mut taken: BTreeMap<String, String> = right
            .iter()
            .filter(|entry| left.by_id(&entry.id).is_some())
            .map(|e| (e.id.clone(), e.id.clone()))
            .collect();
        for entry in right.iter().filter(|entry| left.by_id(&entry.id).is_none()) {
            let found = std::iter::once(entry.id.as_str()).chain(entry.name.all()).find_map(|name| left.find(name));
            match found {
                Some(found) => {
                    if let Some(other) = taken.insert(found.id.clone(), entry.id.clone()) {
                        self.merged.push((kind, other, entry.id.clone()));
                    }
                    self.renamed.entry(at).or_default().insert(entry.id.clone(), found.id.clone());
                }
                None => self.unknown.push((kind, entry.id.clone())),
            }
        }
    }

    /// An id of the right side in the left side's words.
    pub fn in_left<'a>(&'a self, kind: &str, id: &'a str) -> &'a str {
        let renamed = key::place(kind).and_then(|at| self.renamed.get(&at)?.get(id));
        renamed.map_or(id, String::as_str)
    }

    fn rename(&self, keys: &mut [String]) {
        for (at, names) in &self.renamed {
            if let Some(name) = names.get(&keys[*at]) {
                keys[*at].clone_from(name);
            }
        }
    }

    /// A row of the right side in the left side's words.
    #[must_use]
    pub fn of_row(&self, row: &PlacedRow) -> PlacedRow {
        let mut row = row.clone();
        self.rename(&mut row.keys);
        row
    }

    /// Sums of the right side in the left side's words.
    #[must_use]
    pub fn of_sums(&self, mut sums: Vec<SumRow>) -> Vec<SumRow> {
        sums.iter_mut().for_each(|sum| self.rename(&mut sum.keys));
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_said_in_the_words_of_the_left_side() {
        let mut names = Names::default();
        let at = key::place(key::ACTOR).unwrap();
        names.renamed.entry(at).or_default().insert("hu".to_owned(), "harvest-union".to_owned());
        let sum = |actor: &str| {
            let mut keys = vec!["hu".to_owned(); key::ALL.len()];
            keys[at] = actor.to_owned();
            SumRow { keys, amount: 1, n_rows: 1 }
        };
        assert_eq!(names.of_sums(vec![sum("hu"), sum("cb")]), [sum("harvest-union"), sum("cb")]);
    }
}
