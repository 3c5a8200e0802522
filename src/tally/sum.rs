//! Summing accepted rows by every key.

use std::collections::HashMap;

use polars::prelude::{Column, DataFrame, DataType, IntoColumn as _, IntoLazy as _, NamedFrom as _, Series, col};

use super::items::ItemCounter;
use super::words::Words;
use super::{APPEARANCE_SUMS, Tally, appearance_columns, key, sorted, stacked};
use crate::check::AcceptedSample;
use crate::ingest::column;
use crate::study::Field;

/// The word keys of the tally with the field each comes from.
const WORDS: [(&str, Field); 13] = [
    (key::QUANTITY, Field::Quantity),
    (key::OUTLET, Field::Outlet),
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

/// Sums of this many chunks wait before they are put together: often costs time, never costs memory.
const MOST_PARTS: usize = 32;

/// A tally while it grows, chunk by chunk: ids are numbers, so that a row of sums takes some 76 bytes.
#[derive(Debug, Default)]
pub struct Summing {
    parts: Vec<DataFrame>,
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
        if sample.frame().height() == 0 {
            return;
        }
        let numbers: HashMap<Field, Vec<Option<u32>>> =
            WORDS.iter().map(|(_, field)| (*field, self.numbers(sample, *field))).collect();
        self.items.add(sample, &numbers);
        self.parts.push(appearances(sample, &numbers));
        if self.parts.len() >= MOST_PARTS {
            self.parts = vec![self.together()];
        }
    }

    /// The number of each row's id in a field, the same for all chunks.
    fn numbers(&mut self, sample: &AcceptedSample, field: Field) -> Vec<Option<u32>> {
        let dictionary = sample.dictionary(field).filter(|_| !self.dropped.contains(&field));
        let Some(dictionary) = dictionary else { return vec![None; sample.frame().height()] };
        let by_word: Vec<Option<u32>> =
            dictionary.ids().iter().map(|id| id.as_deref().map(|id| self.words.number(id))).collect();
        sample.numbers(field).into_iter().map(|number| by_word[number? as usize]).collect()
    }

    fn together(&self) -> DataFrame {
        let parts: Vec<&DataFrame> = self.parts.iter().collect();
        stacked(&parts, &key::ALL, &APPEARANCE_SUMS)
    }

    /// The tally of all chunks.
    pub fn finish(self) -> Tally {
        let appearances = if self.parts.is_empty() { empty() } else { self.named(&self.together()) };
        Tally { appearances, items: self.items.finish(&self.words) }
    }

    /// Sums by numbers as sums by ids, in the tally's order.
    fn named(&self, numbers: &DataFrame) -> DataFrame {
        let mut columns: Vec<Column> = Vec::with_capacity(numbers.width());
        for (name, _) in WORDS {
            let column = numbers.column(name).expect("invariant: just made");
            let column = column.u32().expect("invariant: words are u32 numbers");
            let ids: Vec<Option<&str>> =
                column.iter().map(|number| number.map(|number| self.words.id(number))).collect();
            columns.push(Series::new(name.into(), ids).into_column());
        }
        for name in [key::DATE, key::AMOUNT, key::N_APPEARANCES] {
            columns.push(numbers.column(name).expect("invariant: just made").clone());
        }
        let frame = DataFrame::new(numbers.height(), columns).expect("invariant: one value per row");
        let dated = frame.lazy().with_column(col(key::DATE).cast(DataType::Date));
        let dated = dated.select(appearance_columns().map(col)).collect().expect("invariant: days are a date");
        sorted(&dated, &key::ALL)
    }
}

/// The sums of one chunk, by the numbers of ids.
fn appearances(sample: &AcceptedSample, numbers: &HashMap<Field, Vec<Option<u32>>>) -> DataFrame {
    let n_rows = sample.frame().height();
    let mut columns: Vec<Column> =
        WORDS.iter().map(|(name, field)| Series::new((*name).into(), &numbers[field]).into_column()).collect();
    for name in [column::DATE, column::AMOUNT] {
        columns.push(sample.frame().column(name).expect("invariant: a sample has every column").clone());
    }
    columns.push(Series::new(key::N_APPEARANCES.into(), vec![1_i64; n_rows]).into_column());
    let frame = DataFrame::new(n_rows, columns).expect("invariant: one value per row");
    stacked(&[&frame], &key::ALL, &APPEARANCE_SUMS)
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
