//! Counting items: an item counts once, however many actors share it.

use std::collections::HashMap;
use std::hash::BuildHasher as _;

use polars::prelude::{DataFrame, IntoColumn as _, NamedFrom as _, Series};

use super::sum::{Keys, N_ITEM_KEYS, NOTHING, Sums, key_columns, sort_by_keys, sorting};
use super::words::{Words, ranks};
use super::{item_keys, key};
use crate::check::{AcceptedSample, ByOutletDay};

/// What describes an item, as numbers.
type ItemKeys = [u32; N_ITEM_KEYS];

/// One appearance in an item: actor, capacity, voice, tone, coder.
type Member = [u32; key::APPEARANCE.len()];

/// What makes two rows the same item: a digest of file, quantity, outlet, day and the desk's own id.
type Same = u64;

const DIGESTS: foldhash::quality::FixedState = foldhash::quality::FixedState::with_seed(0x69_74_65_6d);

/// A row of an item that has an id.
pub(super) struct NamedItem<'a> {
    /// A digest of the file.
    pub file: u64,
    /// The number of its outlet and day.
    pub outlet_day: u32,
    pub name: &'a str,
    /// The number of its sum.
    pub sum: u32,
}

/// The items of an outlet and day that have an id, some 20 bytes each.
#[derive(Debug, Default)]
struct Day {
    /// The sum that the first row of each is part of: it says what the item is, and who its first member.
    first: HashMap<Same, u32, foldhash::fast::FixedState>,
    /// The other members, of those that have several.
    others: HashMap<Same, Vec<Member>, foldhash::fast::FixedState>,
}

/// The items seen so far; rows without an id are counted with the sums.
#[derive(Debug, Default)]
pub(super) struct ItemCounter {
    days: ByOutletDay<Day>,
    n_named: usize,
    /// Of the days that are passed: how many items are of one member alone, by the number of its sum, and of the others by what
    /// they are and their cast.
    n_alone: Vec<i64>,
    counts: HashMap<(ItemKeys, u32), i64, foldhash::fast::FixedState>,
    casts: Casts,
}

impl ItemCounter {
    /// A digest of a chunk's file.
    pub(super) fn file(&self, sample: &AcceptedSample) -> u64 {
        DIGESTS.hash_one(sample.file().map(|file| (file.relative.as_str(), file.sheet.as_deref())))
    }

    pub(super) fn n_named(&self) -> usize {
        self.n_named
    }

    /// Adds a row of an item.
    pub(super) fn add(&mut self, row: &NamedItem<'_>, sums: &Sums) {
        let keys = sums.keys(row.sum);
        let ([quantity, outlet, date, ..], member) = parts(keys);
        let same = DIGESTS.hash_one((row.file, date, quantity, outlet, row.name));
        let day = self.days.at(row.outlet_day);
        let n_before = day.first.len();
        let first = *day.first.entry(same).or_insert(row.sum);
        self.n_named += day.first.len() - n_before;
        if first == row.sum || parts(sums.keys(first)).1 == member {
            return;
        }
        let others = day.others.entry(same).or_default();
        if !others.contains(&member) {
            others.push(member);
        }
    }

    /// Counts the items of outlets and days that are passed.
    pub(super) fn pass(&mut self, outlet_days: &[u32], sums: &Sums, words: &Words) {
        for day in self.days.take(outlet_days) {
            self.count(day, sums, words);
        }
    }

    fn count(&mut self, day: Day, sums: &Sums, words: &Words) {
        self.n_alone.resize(sums.len(), 0);
        for (same, number) in day.first {
            let Some(others) = day.others.get(&same) else {
                self.n_alone[number as usize] += 1;
                continue;
            };
            let (keys, first) = parts(sums.keys(number));
            *self.counts.entry((keys, self.casts.of_several(first, others, words))).or_default() += 1;
        }
    }

    /// The table of items by [`key::ITEM`] and cast; `sums` holds those without an id.
    pub(super) fn finish(mut self, sums: &Sums, words: &Words, order: &[u32]) -> DataFrame {
        for day in self.days.take_all() {
            self.count(day, sums, words);
        }
        let ItemCounter { mut n_alone, mut counts, mut casts, .. } = self;
        n_alone.resize(sums.len(), 0);
        for ((keys, sum), n_alone) in sums.iter().zip(n_alone) {
            let n_items = sum.n_unnamed + n_alone;
            if n_items > 0 {
                let (keys, member) = parts(keys);
                *counts.entry((keys, casts.of_one(member, words))).or_default() += n_items;
            }
        }
        let ranks = ranks(&casts.texts);
        let mut rows: Vec<((ItemKeys, u32), i64)> = counts.into_iter().collect();
        sort_by_keys(&mut rows, |((keys, cast), _)| {
            let keys = sorting(keys, order);
            std::array::from_fn::<u32, { N_ITEM_KEYS + 1 }, _>(|at| {
                keys.get(at).copied().unwrap_or(ranks[*cast as usize])
            })
        });
        let mut columns = key_columns(&key::ITEM, rows.iter().map(|((keys, _), _)| keys.as_slice()), words);
        let cast: Vec<&str> = rows.iter().map(|((_, cast), _)| casts.text(*cast)).collect();
        let n_items: Vec<i64> = rows.iter().map(|(_, n_items)| *n_items).collect();
        columns.push(Series::new(key::CAST.into(), cast).into_column());
        columns.push(Series::new(key::N_ITEMS.into(), n_items).into_column());
        let names: Vec<&str> = item_keys().into_iter().chain([key::N_ITEMS]).collect();
        let frame = DataFrame::new(rows.len(), columns).and_then(|frame| frame.select(names));
        frame.expect("invariant: one value per row")
    }
}

/// The casts of items as numbers: most items have one of few.
#[derive(Debug, Default)]
struct Casts {
    texts: Vec<String>,
    by_text: HashMap<String, u32, foldhash::fast::FixedState>,
    by_member: HashMap<Member, u32, foldhash::fast::FixedState>,
}

impl Casts {
    fn text(&self, cast: u32) -> &str {
        &self.texts[cast as usize]
    }

    fn number(&mut self, text: String) -> u32 {
        if let Some(number) = self.by_text.get(&text) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).expect("invariant: fewer casts than u32 counts");
        self.by_text.insert(text.clone(), number);
        self.texts.push(text);
        number
    }

    fn of_one(&mut self, member: Member, words: &Words) -> u32 {
        if let Some(number) = self.by_member.get(&member) {
            return *number;
        }
        let number = self.number(written(&member, words));
        self.by_member.insert(member, number);
        number
    }

    fn of_several(&mut self, first: Member, others: &[Member], words: &Words) -> u32 {
        let members = std::iter::once(&first).chain(others);
        let mut texts: Vec<String> = members.map(|member| written(member, words)).collect();
        texts.sort();
        self.number(texts.join(";"))
    }
}

/// A member as a cast names it.
fn written(member: &Member, words: &Words) -> String {
    member.map(|number| if number == NOTHING { "" } else { words.id(number) }).join("|")
}

/// The keys of the item, and those of the appearance.
fn parts(keys: &Keys) -> (ItemKeys, Member) {
    let (item, member) = keys.split_at(N_ITEM_KEYS);
    (item.try_into().expect("invariant: the first keys"), member.try_into().expect("invariant: the other keys"))
}
