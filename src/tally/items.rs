//! Counting items: an item counts once, however many actors share it.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, Series};

use super::{item_keys, key, sorted};
use crate::check::AcceptedSample;
use crate::ingest::column;
use crate::study::Field;

/// The word keys of an item, in the order of [`ItemKeys::words`].
const WORDS: [(&str, Field); 6] = [
    (key::QUANTITY, Field::Quantity),
    (key::OUTLET, Field::Outlet),
    (key::PERIOD, Field::Period),
    (key::PROGRAMME, Field::Programme),
    (key::DAYPART, Field::Daypart),
    (key::GENRE, Field::Genre),
];
const CAST: [Field; 4] = [Field::Actor, Field::Capacity, Field::Voice, Field::Tone];

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct ItemKeys {
    date: Option<i32>,
    words: [Option<String>; 6],
}

/// The items seen so far, by what makes them the same item: file, quantity, outlet, day and the desk's own id.
#[derive(Debug, Default)]
pub(super) struct ItemCounter {
    named: BTreeMap<(String, ItemKeysOfSameItem, String), (ItemKeys, BTreeSet<String>)>,
    unnamed: BTreeMap<(ItemKeys, String), i64>,
}

/// Date, quantity and outlet.
type ItemKeysOfSameItem = (Option<i32>, Option<String>, Option<String>);

impl ItemCounter {
    /// Adds the items of a chunk. A row without an item id is an item of its own.
    pub(super) fn add(&mut self, sample: &AcceptedSample) {
        let file = sample.file().map(|file| file.relative.clone()).unwrap_or_default();
        let dates = sample.integers(column::DATE);
        let words = WORDS.map(|(_, field)| (field, sample.numbers(field)));
        let cast = CAST.map(|field| (field, sample.numbers(field)));
        let items = sample.numbers(Field::Item);
        let id = |(field, numbers): &(Field, Vec<Option<u32>>), row: usize| {
            sample.dictionary(*field)?.id(numbers[row]?).map(str::to_owned)
        };
        for row in 0..dates.len() {
            let keys = ItemKeys { date: dates[row], words: words.each_ref().map(|column| id(column, row)) };
            let member = cast.each_ref().map(|column| id(column, row).unwrap_or_default()).join("|");
            let named = items[row].and_then(|number| Some(sample.dictionary(Field::Item)?.text(number).to_owned()));
            match named {
                Some(item) => {
                    let same = (keys.date, keys.words[0].clone(), keys.words[1].clone());
                    let entry = self.named.entry((file.clone(), same, item));
                    entry.or_insert_with(|| (keys, BTreeSet::new())).1.insert(member);
                }
                None => *self.unnamed.entry((keys, member)).or_default() += 1,
            }
        }
    }

    /// The table of items by [`key::ITEM`] and cast.
    pub(super) fn finish(self) -> DataFrame {
        let mut counts = self.unnamed;
        for (keys, cast) in self.named.into_values() {
            let cast: Vec<String> = cast.into_iter().collect();
            *counts.entry((keys, cast.join(";"))).or_default() += 1;
        }
        let rows: Vec<((ItemKeys, String), i64)> = counts.into_iter().collect();
        let word = |number: usize| -> Vec<Option<&str>> {
            rows.iter().map(|((keys, _), _)| keys.words[number].as_deref()).collect()
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
