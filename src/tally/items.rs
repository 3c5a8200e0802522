//! Counting items: an item counts once, however many actors share it.

use std::collections::HashMap;
use std::hash::BuildHasher as _;

use polars::prelude::{DataFrame, IntoColumn as _, NamedFrom as _, Series};

use super::sum::{Keys, N_ITEM_KEYS, NOTHING, Sums, key_columns, sort_by_keys, sorting};
use super::words::{Words, ranks};
use super::{item_keys, key};
use crate::check::AcceptedSample;

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
    pub name: &'a str,
    /// The number of its sum.
    pub sum: u32,
}

/// The items with an id that were seen so far, some 20 bytes each; rows without one are counted with the sums.
#[derive(Debug, Default)]
pub(super) struct ItemCounter {
    /// The sum that the first row of each is part of: it says what the item is, and who its first member.
    named: HashMap<Same, u32, foldhash::fast::FixedState>,
    /// The other members, of those that have several.
    others: HashMap<Same, Vec<Member>, foldhash::fast::FixedState>,
}

impl ItemCounter {
    /// A digest of a chunk's file.
    pub(super) fn file(&self, sample: &AcceptedSample) -> u64 {
        DIGESTS.hash_one(sample.file().map(|file| (file.relative.as_str(), file.sheet.as_deref())))
    }

    pub(super) fn n_named(&self) -> usize {
        self.named.len()
    }

    /// Adds a row of an item.
    pub(super) fn add(&mut self, row: &NamedItem<'_>, sums: &Sums) {
        let keys = sums.keys(row.sum);
        let ([quantity, outlet, date, ..], member) = parts(keys);
        let same = DIGESTS.hash_one((row.file, date, quantity, outlet, row.name));
        let first = *self.named.entry(same).or_insert(row.sum);
        if first == row.sum || parts(sums.keys(first)).1 == member {
            return;
        }
        let others = self.others.entry(same).or_default();
        if !others.contains(&member) {
            others.push(member);
        }
    }

    /// The table of items by [`key::ITEM`] and cast; `sums` holds those without an id.
    pub(super) fn finish(self, sums: &Sums, words: &Words, order: &[u32]) -> DataFrame {
        let mut casts = Casts::new(words);
        let mut counts: HashMap<(ItemKeys, u32), i64, foldhash::fast::FixedState> = HashMap::default();
        // Items of one member are as many as their sum says; of the others each has a cast of its own.
        let mut n_alone: Vec<i64> = sums.iter().map(|(_, sum)| sum.n_unnamed).collect();
        for (same, number) in &self.named {
            let Some(others) = self.others.get(same) else {
                n_alone[*number as usize] += 1;
                continue;
            };
            let (keys, first) = parts(sums.keys(*number));
            *counts.entry((keys, casts.of_several(first, others))).or_default() += 1;
        }
        for ((keys, _), n_items) in sums.iter().zip(n_alone).filter(|(_, n_items)| *n_items > 0) {
            let (keys, member) = parts(keys);
            *counts.entry((keys, casts.of_one(member))).or_default() += n_items;
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
struct Casts<'w> {
    words: &'w Words,
    texts: Vec<String>,
    by_text: HashMap<String, u32, foldhash::fast::FixedState>,
    by_member: HashMap<Member, u32, foldhash::fast::FixedState>,
}

impl<'w> Casts<'w> {
    fn new(words: &'w Words) -> Self {
        Casts { words, texts: Vec::new(), by_text: HashMap::default(), by_member: HashMap::default() }
    }

    fn text(&self, cast: u32) -> &str {
        &self.texts[cast as usize]
    }

    fn member(&self, member: &Member) -> String {
        member.map(|number| if number == NOTHING { "" } else { self.words.id(number) }).join("|")
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

    fn of_one(&mut self, member: Member) -> u32 {
        if let Some(number) = self.by_member.get(&member) {
            return *number;
        }
        let number = self.number(self.member(&member));
        self.by_member.insert(member, number);
        number
    }

    fn of_several(&mut self, first: Member, others: &[Member]) -> u32 {
        let members = std::iter::once(&first).chain(others);
        let mut texts: Vec<String> = members.map(|member| self.member(member)).collect();
        texts.sort();
        self.number(texts.join(";"))
    }
}

/// The keys of the item, and those of the appearance.
fn parts(keys: &Keys) -> (ItemKeys, Member) {
    let (item, member) = keys.split_at(N_ITEM_KEYS);
    (item.try_into().expect("invariant: the first keys"), member.try_into().expect("invariant: the other keys"))
}
