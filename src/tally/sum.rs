//! Summing accepted rows by every key.

use std::collections::HashMap;

use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, NamedFrom as _, Series};

use super::items::{ItemCounter, NamedItem};
use super::words::Words;
use super::{APPEARANCE_SUMS, Tally, appearance_columns, key};
use crate::check::AcceptedSample;
use crate::ingest::Groups;
use crate::study::Field;

/// The keys of [`key::ALL`] with the field each comes from, in that order.
const KEYS: [(&str, Field); 14] = [
    (key::QUANTITY, Field::Quantity),
    (key::OUTLET, Field::Outlet),
    (key::DATE, Field::Date),
    (key::PERIOD, Field::Period),
    (key::PROGRAMME, Field::Programme),
    (key::DAYPART, Field::Daypart),
    (key::GENRE, Field::Genre),
    (key::PAGE, Field::Page),
    (key::POSITION, Field::Position),
    (key::ACTOR, Field::Actor),
    (key::CAPACITY, Field::Capacity),
    (key::VOICE, Field::Voice),
    (key::TONE, Field::Tone),
    (key::CODER, Field::Coder),
];

/// How many of [`KEYS`] describe the item; the others describe the appearance.
pub(super) const N_ITEM_KEYS: usize = key::ITEM.len();

/// The keys of a row as numbers: words by [`Words`], a day as [`day_number`], [`NOTHING`] where there is none.
pub(super) type Keys = [u32; KEYS.len()];

/// No value.
pub(super) const NOTHING: u32 = u32::MAX;

/// A day since 1970 as a number in the same order.
fn day_number(day: Option<i32>) -> u32 {
    day.map_or(NOTHING, |day| day.cast_unsigned() ^ (1 << 31))
}

/// The day of a number.
pub(super) fn day_of(number: u32) -> Option<i32> {
    (number != NOTHING).then(|| (number ^ (1 << 31)).cast_signed())
}

/// What is summed by one set of keys.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    pub amount: i64,
    pub n_rows: i64,
    /// Rows without an item id, each an item of its own.
    pub n_unnamed: i64,
}

/// Sums by keys, each with a number. Their order reaches nothing: what is made from them is sorted.
#[derive(Debug, Default)]
pub(super) struct Sums {
    numbers: HashMap<Keys, u32, foldhash::fast::FixedState>,
    sums: Vec<(Keys, Sum)>,
}

impl Sums {
    /// The number of the sum with these keys.
    fn number(&mut self, keys: &Keys) -> u32 {
        if let Some(number) = self.numbers.get(keys) {
            return *number;
        }
        let number = u32::try_from(self.sums.len()).expect("invariant: fewer sums than u32 counts");
        self.numbers.insert(*keys, number);
        self.sums.push((*keys, Sum::default()));
        number
    }

    pub(super) fn keys(&self, number: u32) -> &Keys {
        &self.sums[number as usize].0
    }

    pub(super) fn len(&self) -> usize {
        self.sums.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(Keys, Sum)> {
        self.sums.iter()
    }
}

/// A tally while it grows, chunk by chunk: ids are numbers, so that a row of sums takes some 90 bytes.
#[derive(Debug, Default)]
pub struct Summing {
    sums: Sums,
    items: ItemCounter,
    words: Words,
    dropped: Vec<Field>,
}

impl Summing {
    /// A tally that does not tell apart what `dropped` names.
    pub fn without(dropped: &[Field]) -> Summing {
        Summing { dropped: dropped.to_vec(), ..Summing::default() }
    }

    /// Adds a chunk.
    pub fn add(&mut self, sample: &AcceptedSample) {
        let fields: Vec<Field> = KEYS.iter().map(|(_, field)| *field).filter(|f| !self.dropped.contains(f)).collect();
        let groups = sample.rows().groups(&fields);
        let sums = self.sums_of(sample, &groups);
        let amounts = sample.rows().amounts();
        let n_added = sample.rows().n_added();
        let items = sample.rows().numbers(Field::Item);
        let names = sample.dictionary(Field::Item);
        let (file, outlet_days) = (self.items.file(sample), sample.outlet_days());
        for (row, group) in groups.of_rows.iter().enumerate() {
            let name = items[row].and_then(|number| Some(names?.text(number)));
            let number = sums[*group as usize];
            let sum = &mut self.sums.sums[number as usize].1;
            sum.amount += amounts[row].unwrap_or_default();
            let n_rows = n_added.as_ref().map_or(1, |counts| counts[row].cast_signed());
            sum.n_rows += n_rows;
            match name {
                None => sum.n_unnamed += n_rows,
                Some(name) => {
                    let outlet_day = outlet_days[row];
                    self.items.add(&NamedItem { file, outlet_day, name, sum: number }, &self.sums);
                }
            }
        }
        self.items.pass(sample.passed(), &self.sums, &self.words);
    }

    /// The number of the sum of each group of rows.
    fn sums_of(&mut self, sample: &AcceptedSample, groups: &Groups) -> Vec<u32> {
        let columns = KEYS.map(|(_, field)| {
            let dictionary = sample.dictionary(field).filter(|_| !self.dropped.contains(&field))?;
            let by_word = dictionary.ids().map(|id| id.map_or(NOTHING, |id| self.words.number(id)));
            Some((sample.rows().numbers(field), by_word.collect::<Vec<u32>>()))
        });
        let dates = sample.rows().dates();
        groups.each(|row| {
            let keys = std::array::from_fn(|at| match (&columns[at], KEYS[at].1) {
                (_, Field::Date) => day_number(dates[row]),
                (Some((numbers, by_word)), _) => numbers[row].map_or(NOTHING, |number| by_word[number as usize]),
                (None, _) => NOTHING,
            });
            self.sums.number(&keys)
        })
    }

    /// How many sums there are so far, or items where they are more.
    pub(crate) fn n_sums(&self) -> usize {
        self.sums.sums.len().max(self.items.n_named())
    }

    /// The tally of all chunks.
    pub fn finish(self) -> Tally {
        let (order, n_sums) = (self.words.in_order(), self.n_sums());
        let Summing { sums, items, words, .. } = self;
        let (items, appearances) =
            at_once(n_sums, || items.finish(&sums, &words, &order), || appearances(&sums, &words, &order));
        Tally { appearances, items }
    }
}

/// Below so many rows a thread takes longer to begin than it saves.
pub(crate) const MANY_ROWS: usize = 4_096;

/// Makes two things of so many rows: at once where they are many.
pub(crate) fn at_once<A: Send, B: Send>(
    n_rows: usize,
    a: impl FnOnce() -> A + Send,
    b: impl FnOnce() -> B + Send,
) -> (A, B) {
    if n_rows < MANY_ROWS { (a(), b()) } else { rayon::join(a, b) }
}

/// The table of amounts and rows by every key.
fn appearances(sums: &Sums, words: &Words, order: &[u32]) -> DataFrame {
    let mut rows: Vec<&(Keys, Sum)> = sums.iter().collect();
    sort_by_keys(&mut rows, |(keys, _)| sorting(keys, order));
    let mut columns = key_columns(&KEYS.map(|(name, _)| name), rows.iter().map(|(keys, _)| keys.as_slice()), words);
    let [amount, n_rows] = APPEARANCE_SUMS;
    let of = |part: fn(&Sum) -> i64| rows.iter().map(|(_, sum)| part(sum)).collect::<Vec<i64>>();
    columns.push(Series::new(amount.into(), of(|sum| sum.amount)).into_column());
    columns.push(Series::new(n_rows.into(), of(|sum| sum.n_rows)).into_column());
    let frame = DataFrame::new(rows.len(), columns).and_then(|frame| frame.select(appearance_columns()));
    frame.expect("invariant: one value per row")
}

/// Sorts rows by their keys: as one number each where the keys are small enough together, which is compared at one stroke.
pub(super) fn sort_by_keys<T, const N: usize>(rows: &mut [T], keys: impl Fn(&T) -> [u32; N]) {
    let mut largest = [0; N];
    for row in rows.iter() {
        largest.iter_mut().zip(keys(row)).for_each(|(largest, key)| *largest = key.max(*largest));
    }
    let bits = largest.map(|largest: u32| u32::BITS - largest.leading_zeros());
    if bits.iter().sum::<u32>() > u128::BITS {
        rows.sort_by_cached_key(keys);
        return;
    }
    let packed =
        |keys: [u32; N]| keys.iter().zip(bits).fold(0_u128, |all, (key, bits)| (all << bits) | u128::from(*key));
    rows.sort_by_cached_key(|row| packed(keys(row)));
}

/// Keys in the order of their texts, what is missing first: a tally's order.
pub(super) fn sorting<const N: usize>(keys: &[u32; N], order: &[u32]) -> [u32; N] {
    std::array::from_fn(|at| match keys[at] {
        NOTHING => 0,
        day if KEYS[at].0 == key::DATE => day.saturating_add(1),
        word => order[word as usize] + 1,
    })
}

/// Columns of texts, and one of days, from rows of numbers.
pub(super) fn key_columns<'a>(
    names: &[&str],
    rows: impl Iterator<Item = &'a [u32]> + Clone,
    words: &Words,
) -> Vec<Column> {
    let column = |(at, name): (usize, &&str)| {
        let numbers = rows.clone().map(|row| row[at]);
        if *name == key::DATE {
            let days: Vec<Option<i32>> = numbers.map(day_of).collect();
            let days = Series::new((*name).into(), days).cast(&DataType::Date);
            return days.expect("invariant: days are a date").into_column();
        }
        let ids: Vec<Option<&str>> = numbers.map(|word| (word != NOTHING).then(|| words.id(word))).collect();
        Series::new((*name).into(), ids).into_column()
    };
    names.iter().enumerate().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn keys_packed_or_not_have_one_order(
            rows in proptest::collection::vec(proptest::array::uniform5(0..4_u32), 0..40),
            shift in 0..31_u32,
        ) {
            // From a shift of 24 on, five keys of two bits fill more than 128.
            let keys = |row: &[u32; 5]| row.map(|key| key << shift);
            let (mut sorted, mut expected) = (rows.clone(), rows);
            sort_by_keys(&mut sorted, keys);
            expected.sort_by_key(keys);
            proptest::prop_assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn what_is_missing_comes_before_the_first_word_and_the_first_day() {
        let at = |name: &str| KEYS.iter().position(|(known, _)| *known == name).unwrap();
        let missing = [NOTHING; KEYS.len()];
        for name in [key::OUTLET, key::ACTOR, key::DATE] {
            let [first, second] = [0, 1].map(|number| {
                let mut keys = missing;
                keys[at(name)] = number;
                keys
            });
            let order = [missing, first, second].map(|keys| sorting(&keys, &[0, 1]));
            assert!(order[0] < order[1] && order[1] < order[2], "{name}: {order:?}");
        }
    }
}
