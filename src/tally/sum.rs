//! Summing accepted rows by every key.

use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, IntoLazy as _, NamedFrom as _, Series, col, len};

use super::items::ItemCounter;
use super::{APPEARANCE_SUMS, Tally, appearance_columns, key, summed};
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

/// Sums of this many chunks wait before they are put together: often costs time, never costs memory.
const MOST_PARTS: usize = 32;

/// A tally while it grows, chunk by chunk.
#[derive(Debug, Default)]
pub struct Summing {
    parts: Vec<DataFrame>,
    items: ItemCounter,
}

impl Summing {
    /// Adds a chunk.
    pub fn add(&mut self, sample: &AcceptedSample) {
        if sample.frame().height() == 0 {
            return;
        }
        self.items.add(sample);
        self.parts.push(appearances(sample));
        if self.parts.len() >= MOST_PARTS {
            self.parts = vec![self.together()];
        }
    }

    fn together(&self) -> DataFrame {
        let parts: Vec<&DataFrame> = self.parts.iter().collect();
        summed(&parts, &key::ALL, &APPEARANCE_SUMS)
    }

    /// The tally of all chunks.
    pub fn finish(self) -> Tally {
        let appearances = if self.parts.is_empty() { empty() } else { self.together() };
        Tally { appearances, items: self.items.finish() }
    }
}

/// The sums of one chunk by the numbers of words, named by the ids they stand for. Several words may stand for one id: the
/// rows are summed once more when chunks are put together.
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
    let dated = frame.lazy().with_column(col(column::DATE).cast(DataType::Date)).select(appearance_columns().map(col));
    dated.collect().expect("invariant: days are a date")
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
    DataFrame::new(0, columns)
        .and_then(|frame| frame.select(appearance_columns()))
        .expect("invariant: every column is empty")
}
