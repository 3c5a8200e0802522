//! Counting items: an item counts once, however many actors share it.

use std::collections::HashMap;
use std::hash::{Hash as _, Hasher as _};

use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, Series};

use super::words::Words;
use super::{item_keys, key, sorted};
use crate::check::AcceptedSample;
use crate::ingest::column;
use crate::study::Field;

/// The word keys of an item, in the order of [`ItemKeys::words`].
const WORDS: [(&str, Field); 8] = [
    (key::QUANTITY, Field::Quantity),
    (key::OUTLET, Field::Outlet),
    (key::PERIOD, Field::Period),
    (key::PROGRAMME, Field::Programme),
    (key::DAYPART, Field::Daypart),
    (key::GENRE, Field::Genre),
    (key::PAGE, Field::Page),
    (key::POSITION, Field::Position),
];
const CAST: [Field; 5] = [Field::Actor, Field::Capacity, Field::Voice, Field::Tone, Field::Coder];

/// What describes an item, its words as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct ItemKeys {
    date: Option<i32>,
    words: [Option<u32>; 8],
}

/// One appearance in an item: actor, capacity, voice, tone, coder.
type Member = [Option<u32>; 5];

/// What makes two rows the same item: a digest of file, quantity, outlet, day and the desk's own id.
type Same = u64;

/// The items seen so far. An item with an id of its own takes about 100 bytes; the others are counts.
#[derive(Debug, Default)]
pub(super) struct ItemCounter {
    named: HashMap<Same, (ItemKeys, Vec<Member>)>,
    unnamed: HashMap<(ItemKeys, Member), i64>,
}

impl ItemCounter {
    /// Adds the items of a chunk. A row without an item id is an item of its own.
    pub(super) fn add(&mut self, sample: &AcceptedSample, numbers: &HashMap<Field, Vec<Option<u32>>>) {
        let file = sample.file().map(|file| (file.relative.as_str(), file.sheet.as_deref()));
        let dates = sample.integers(column::DATE);
        let of = |field: Field, row: usize| numbers.get(&field).and_then(|numbers| numbers[row]);
        let items = sample.numbers(Field::Item);
        for row in 0..dates.len() {
            let keys = ItemKeys { date: dates[row], words: WORDS.map(|(_, field)| of(field, row)) };
            let member = CAST.map(|field| of(field, row));
            let item = items[row].and_then(|number| Some(sample.dictionary(Field::Item)?.text(number)));
            let Some(item) = item else {
                *self.unnamed.entry((keys, member)).or_default() += 1;
                continue;
            };
            let mut hasher = std::hash::DefaultHasher::new();
            (file, keys.date, keys.words[0], keys.words[1], item).hash(&mut hasher);
            let (_, cast) = self.named.entry(hasher.finish()).or_insert_with(|| (keys, Vec::with_capacity(1)));
            if !cast.contains(&member) {
                cast.push(member);
            }
        }
    }

    /// The table of items by [`key::ITEM`] and cast.
    pub(super) fn finish(self, words: &Words) -> DataFrame {
        let text = |member: &Member| member.map(|number| number.map_or("", |number| words.id(number))).join("|");
        let mut counts: HashMap<(ItemKeys, String), i64> = HashMap::new();
        for ((keys, member), n_items) in &self.unnamed {
            *counts.entry((*keys, text(member))).or_default() += n_items;
        }
        for (keys, cast) in self.named.values() {
            let mut cast: Vec<String> = cast.iter().map(text).collect();
            cast.sort();
            *counts.entry((*keys, cast.join(";"))).or_default() += 1;
        }
        // The table is sorted below: the order of the map reaches nothing.
        let rows: Vec<((ItemKeys, String), i64)> = counts.into_iter().collect();
        let word = |number: usize| -> Vec<Option<&str>> {
            rows.iter().map(|((keys, _), _)| keys.words[number].map(|word| words.id(word))).collect()
        };
        let mut columns: Vec<Column> =
            WORDS.iter().enumerate().map(|(n, (name, _))| Series::new((*name).into(), word(n)).into_column()).collect();
        let dates: Vec<Option<i32>> = rows.iter().map(|((keys, _), _)| keys.date).collect();
        let dates = Series::new(key::DATE.into(), dates).cast(&DataType::Date).expect("invariant: days are a date");
        let cast: Vec<&str> = rows.iter().map(|((_, cast), _)| cast.as_str()).collect();
        let n_items: Vec<i64> = rows.iter().map(|(_, n_items)| *n_items).collect();
        columns.push(dates.into_column());
        columns.push(Series::new(key::CAST.into(), cast).into_column());
        columns.push(Series::new(key::N_ITEMS.into(), n_items).into_column());
        let keys = item_keys();
        let order: Vec<&str> = keys.iter().copied().chain([key::N_ITEMS]).collect();
        let frame = DataFrame::new(rows.len(), columns).and_then(|frame| frame.select(order));
        sorted(&frame.expect("invariant: one value per row"), &keys)
    }
}
