//! Summing accepted rows by every key.

use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, IntoLazy as _, NamedFrom as _, Series, col, len};

use super::items::ItemCounter;
use super::{Tally, key, sorted};
use crate::check::AcceptedSample;
use crate::ingest::column;
use crate::study::Field;

/// The word keys of the tally with the field each comes from.
const WORDS: [(&str, Field); 10] = [
    (key::QUANTITY, Field::Quantity),
    (key::OUTLET, Field::Outlet),
    (key::PERIOD, Field::Period),
    (key::PROGRAMME, Field::Programme),
    (key::DAYPART, Field::Daypart),
    (key::GENRE, Field::Genre),
    (key::ACTOR, Field::Actor),
    (key::CAPACITY, Field::Capacity),
    (key::VOICE, Field::Voice),
    (key::TONE, Field::Tone),
];

/// A tally while it grows, chunk by chunk.
#[derive(Debug, Default)]
pub struct Summing {
    parts: Option<DataFrame>,
    items: ItemCounter,
}

impl Summing {
    /// Adds a chunk.
    pub fn add(&mut self, sample: &AcceptedSample) {
        if sample.frame().height() == 0 {
            return;
        }
        self.items.add(sample);
        let part = appearances(sample);
        self.parts = Some(match self.parts.take() {
            Some(sums) => super::add(&sums, &part, &key::ALL, &[key::AMOUNT, key::N_APPEARANCES]),
            None => part,
        });
    }

    /// The tally of all chunks.
    pub fn finish(self) -> Tally {
        let appearances = self.parts.unwrap_or_else(empty);
        Tally { appearances, items: self.items.finish() }
    }
}

/// The sums of one chunk: first by the numbers of words, then by the ids they stand for.
fn appearances(sample: &AcceptedSample) -> DataFrame {
    let mut keys: Vec<&str> = WORDS.iter().map(|(_, field)| field.word()).collect();
    keys.push(column::DATE);
    let numbers = sample
        .frame()
        .clone()
        .lazy()
        .group_by(keys.iter().map(|key| col(*key)).collect::<Vec<_>>())
        .agg([col(column::AMOUNT).sum(), len().cast(DataType::Int64).alias(key::N_APPEARANCES)])
        .collect()
        .expect("invariant: a sample has every column");
    let mut columns: Vec<Column> = WORDS.iter().map(|(name, field)| ids(sample, &numbers, name, *field)).collect();
    for name in [column::DATE, column::AMOUNT, key::N_APPEARANCES] {
        columns.push(numbers.column(name).expect("invariant: just made").clone());
    }
    let frame = DataFrame::new(numbers.height(), columns).expect("invariant: one value per row");
    let dated = frame.lazy().with_column(col(column::DATE).cast(DataType::Date));
    let summed = dated
        .group_by(key::ALL.map(col))
        .agg([col(column::AMOUNT).sum().alias(key::AMOUNT), col(key::N_APPEARANCES).sum()])
        .collect()
        .expect("invariant: just made");
    sorted(&summed, &key::ALL)
}

/// The ids behind a column of numbers.
fn ids(sample: &AcceptedSample, numbers: &DataFrame, name: &str, field: Field) -> Column {
    let column = numbers.column(field.word()).expect("invariant: a sample has every column");
    let column = column.u32().expect("invariant: words are u32 numbers");
    let ids: Vec<Option<&str>> = column.iter().map(|number| sample.dictionary(field)?.id(number?)).collect();
    Series::new(name.into(), ids).into_column()
}

fn empty() -> DataFrame {
    let words = WORDS.map(|(name, _)| Series::new(name.into(), Vec::<Option<String>>::new()).into_column());
    let sums = [key::AMOUNT, key::N_APPEARANCES].map(|name| Series::new(name.into(), Vec::<i64>::new()).into_column());
    let date = Series::new(key::DATE.into(), Vec::<i32>::new()).cast(&DataType::Date);
    let date = date.expect("invariant: no value to cast").into_column();
    let columns: Vec<Column> = words.into_iter().chain([date]).chain(sums).collect();
    let order: Vec<&str> = key::ALL.into_iter().chain([key::AMOUNT, key::N_APPEARANCES]).collect();
    DataFrame::new(0, columns).and_then(|frame| frame.select(order)).expect("invariant: every column is empty")
}
