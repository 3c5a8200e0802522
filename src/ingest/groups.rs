//! Rows of a chunk that are alike in some fields, found column by column: what hangs on those fields is looked up once per group.

use std::collections::HashMap;
use std::hash::BuildHasher as _;

use super::{CodedSample, DIGESTS, Dictionary};
use crate::study::Field;

/// The groups of a chunk's rows, numbered from 0 in the order of their first rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// The number of each row's group.
    pub of_rows: Vec<u32>,
    /// The first row of each group.
    pub first_rows: Vec<usize>,
}

impl Groups {
    /// Something for every group, by the first row of each.
    pub fn each<T>(&self, of: impl FnMut(usize) -> T) -> Vec<T> {
        self.first_rows.iter().copied().map(of).collect()
    }
}

impl CodedSample {
    /// The groups of rows that are alike in these fields: words by the ids they stand for, [`Field::Date`] by the day. Rows that
    /// have no value are alike.
    pub fn groups(&self, fields: &[Field]) -> Groups {
        let mut cells = Cells { numbers: vec![0; self.n_rows()], n_possible: 1 };
        for field in fields {
            if *field == Field::Date {
                cells.add_days(self.dates());
            } else if let Some(dictionary) = self.dictionaries.get(field) {
                cells.add_words(self.numbers(*field), dictionary);
            }
        }
        cells.groups()
    }
}

/// The rows by the fields looked at so far: rows with equal numbers are alike in all of them.
struct Cells {
    numbers: Vec<u64>,
    /// The numbers are below this.
    n_possible: u64,
}

/// Up to so many possible numbers, a table with a place for each of them is faster than one that is searched.
const MOST_PLACES: u64 = 1 << 16;

impl Cells {
    fn add_words(&mut self, words: &[Option<u32>], dictionary: &Dictionary) {
        // Several words may stand for one id; 0 is none.
        let mut by_id = HashMap::<&str, u64, foldhash::fast::FixedState>::default();
        let mut numbers = Vec::with_capacity(dictionary.n_texts());
        for id in dictionary.ids() {
            let next = by_id.len() as u64 + 1;
            numbers.push(id.map_or(0, |id| *by_id.entry(id).or_insert(next)));
        }
        self.add(by_id.len() as u64 + 1, words.iter().map(|word| word.map_or(0, |word| numbers[word as usize])));
    }

    fn add_days(&mut self, days: &[Option<i32>]) {
        let first = days.iter().flatten().min().copied().unwrap_or_default();
        let last = days.iter().flatten().max().copied().unwrap_or_default();
        let number = |day: &Option<i32>| day.map_or(0, |day| u64::from(day.abs_diff(first)) + 1);
        self.add(u64::from(last.abs_diff(first)) + 2, days.iter().map(number));
    }

    /// Looks at one more field, whose values have numbers below `n_values`.
    fn add(&mut self, n_values: u64, values: impl Iterator<Item = u64>) {
        if n_values == 1 {
            return;
        }
        if self.n_possible.checked_mul(n_values).is_none() {
            // Far more are possible than there are rows.
            let groups = self.groups();
            self.n_possible = groups.first_rows.len() as u64;
            self.numbers = groups.of_rows.into_iter().map(u64::from).collect();
        }
        self.n_possible *= n_values;
        self.numbers.iter_mut().zip(values).for_each(|(number, value)| *number = *number * n_values + value);
    }

    fn groups(&self) -> Groups {
        match usize::try_from(self.n_possible) {
            Ok(n_possible) if self.n_possible <= MOST_PLACES => {
                let mut places = vec![u32::MAX; n_possible];
                self.groups_by(|number, next| {
                    let place = usize::try_from(number).expect("invariant: a number is below those possible");
                    let known = &mut places[place];
                    if *known == u32::MAX {
                        *known = next;
                    }
                    *known
                })
            }
            _ => {
                let mut known = HashMap::<u64, u32, foldhash::fast::FixedState>::default();
                self.groups_by(|number, next| *known.entry(number).or_insert(next))
            }
        }
    }

    /// `of` says the number of a group, the one it is given where the group is new.
    fn groups_by(&self, mut of: impl FnMut(u64, u32) -> u32) -> Groups {
        let mut groups = Groups { of_rows: Vec::with_capacity(self.numbers.len()), first_rows: Vec::new() };
        let mut next = 0;
        for (row, number) in self.numbers.iter().enumerate() {
            let group = of(*number, next);
            if group == next {
                groups.first_rows.push(row);
                next += 1;
            }
            groups.of_rows.push(group);
        }
        groups
    }
}

/// A digest of the id that each row has in a field: the same id has the same in every chunk, rows without one have 0.
#[derive(Debug)]
pub struct IdDigests<'s> {
    words: &'s [Option<u32>],
    by_word: Vec<u64>,
}

impl IdDigests<'_> {
    /// The digest of a row's id.
    #[inline]
    pub fn of(&self, row: usize) -> u64 {
        self.words[row].map_or(0, |word| self.by_word[word as usize])
    }
}

impl CodedSample {
    /// The digests of the ids of a field.
    pub fn id_digests(&self, field: Field) -> IdDigests<'_> {
        let ids = self.dictionaries.get(&field).into_iter().flat_map(Dictionary::ids);
        let by_word = ids.map(|id| id.map_or(0, |id| DIGESTS.hash_one(id))).collect();
        IdDigests { words: self.numbers(field), by_word }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn rows_are_of_one_group_where_they_are_alike_in_every_field(
            rows in proptest::collection::vec((0..3_u64, 0..4_u64, 0..2_u64), 0..30),
            stride in proptest::sample::select(vec![1, 1 << 15, 1 << 30, 1 << 40]),
        ) {
            // Numbers far apart are searched for, and those that no u64 holds together are numbered anew.
            let mut cells = Cells { numbers: vec![0; rows.len()], n_possible: 1 };
            cells.add(2 * stride + 1, rows.iter().map(|row| row.0 * stride));
            cells.add(3 * stride + 1, rows.iter().map(|row| row.1 * stride));
            cells.add(stride + 1, rows.iter().map(|row| row.2 * stride));
            let mut expected = Groups::default();
            for (row, value) in rows.iter().enumerate() {
                let known = expected.first_rows.iter().position(|first| rows[*first] == *value);
                expected.of_rows.push(u32::try_from(known.unwrap_or(expected.first_rows.len())).unwrap());
                if known.is_none() {
                    expected.first_rows.push(row);
                }
            }
            proptest::prop_assert_eq!(cells.groups(), expected);
        }
    }

    #[test]
    fn words_of_one_id_and_rows_without_a_value_are_alike() {
        let mut dictionary = Dictionary::default();
        let resolve = |text| match text {
            "Reds" | "The Reds" => Some(std::borrow::Cow::from("reds")),
            "nobody" => None,
            own => Some(std::borrow::Cow::from(own)),
        };
        let words = ["Reds", "The Reds", "nobody", "greens"].map(|text| Some(dictionary.number(text, resolve)));
        let mut cells = Cells { numbers: vec![0; 5], n_possible: 1 };
        cells.add_words(&[words[0], words[1], words[2], None, words[3]], &dictionary);
        assert_eq!(cells.groups().of_rows, [0, 0, 1, 1, 2]);
        cells.add_days(&[Some(9), Some(9), None, None, Some(7)]);
        assert_eq!(cells.groups().of_rows, [0, 0, 1, 1, 2]);
        cells.add_days(&[Some(i32::MAX), Some(i32::MIN), None, None, None]);
        assert_eq!(cells.groups().of_rows, [0, 1, 2, 2, 3]);
    }
}
