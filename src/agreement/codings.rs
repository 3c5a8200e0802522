//! Items that were coded more than once: every coding, with its place.
//!
//! In: [`AcceptedSample`]s, walked twice: the first walk notes which items have a second coding, the second keeps the codings of
//! these. Memory is that of the reliability sample, whatever the length of the study. An item is known by its source,
//! outlet, day and the desk's own id.

use std::collections::{BTreeMap, HashSet};
use std::hash::{Hash as _, Hasher as _};
use std::sync::Arc;

use crate::check::AcceptedSample;
use crate::ingest::CodedSample;
use crate::study::Field;

/// Which items have a second coding, as digests.
#[derive(Debug, Clone, Default)]
pub struct Doubles {
    items: HashSet<u64>,
}

/// The codings of the items of a study that were coded more than once.
#[derive(Debug, Clone, Default)]
pub struct Codings {
    items: BTreeMap<u64, Item>,
}

/// One item and its codings.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// The desk's own id.
    pub name: String,
    /// Id of the outlet.
    pub outlet: String,
    /// Its day, as days since 1970.
    pub date: Option<i32>,
    /// Id of the quantity.
    pub quantity: String,
    /// In the order of pass and coder.
    pub codings: BTreeMap<(i32, String), Coding>,
}

/// What one person made of an item.
#[derive(Debug, Clone, Default)]
pub struct Coding {
    /// Id of the genre.
    pub genre: Option<String>,
    /// The rows.
    pub appearances: Vec<Appearance>,
}

/// One coded row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance {
    /// Id of the actor.
    pub actor: String,
    /// Id of the capacity.
    pub capacity: Option<String>,
    /// Id of the voice.
    pub voice: Option<String>,
    /// Id of the tone.
    pub tone: Option<String>,
    /// Amount in the unit of the quantity.
    pub amount: Option<i64>,
    /// File and physical line.
    pub place: (Arc<str>, u64),
}

impl Doubles {
    /// Notes the items of a chunk that have a second coding.
    pub fn note(&mut self, sample: &AcceptedSample) {
        let copies = sample.copies();
        let keys = Keys::of(copies);
        self.items.extend((0..copies.n_rows()).filter_map(|row| keys.item(row)));
    }

    /// Is there nothing to compare?
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// What makes the rows of a chunk one item.
struct Keys<'a> {
    source: usize,
    outlets: Vec<Option<&'a str>>,
    dates: &'a [Option<i32>],
    items: Vec<Option<&'a str>>,
}

impl<'a> Keys<'a> {
    fn of(sample: &'a CodedSample) -> Self {
        let source = sample.file.as_ref().map_or(0, |file| file.source);
        let (outlets, items) = (sample.ids(Field::Outlet), sample.ids(Field::Item));
        Keys { source, outlets, dates: sample.dates(), items }
    }

    fn item(&self, row: usize) -> Option<u64> {
        let item = self.items[row]?;
        let mut hasher = std::hash::DefaultHasher::new();
        (self.source, self.outlets[row], self.dates[row], item).hash(&mut hasher);
        Some(hasher.finish())
    }
}

impl Codings {
    /// Adds the codings of a chunk that are of noted items.
    pub fn gather(&mut self, doubles: &Doubles, sample: &AcceptedSample) {
        self.add(doubles, sample.rows());
        self.add(doubles, sample.copies());
    }

    fn add(&mut self, doubles: &Doubles, sample: &CodedSample) {
        if sample.n_rows() == 0 {
            return;
        }
        let keys = Keys::of(sample);
        let file: Arc<str> = sample.file.as_ref().map_or("", |file| &file.printed).into();
        let fields =
            [Field::Actor, Field::Capacity, Field::Voice, Field::Tone, Field::Genre, Field::Quantity, Field::Coder];
        let [actors, capacities, voices, tones, genres, quantities, coders] = fields.map(|field| sample.ids(field));
        let (amounts, lines, passes) = (sample.amounts(), sample.lines(), sample.passes());
        let owned = |ids: &[Option<&str>], row: usize| ids[row].map(str::to_owned);
        for row in 0..sample.n_rows() {
            let Some(key) = keys.item(row).filter(|key| doubles.items.contains(key)) else { continue };
            let item = self.items.entry(key).or_insert_with(|| Item {
                name: owned(&keys.items, row).unwrap_or_default(),
                outlet: owned(&keys.outlets, row).unwrap_or_default(),
                date: keys.dates[row],
                quantity: owned(&quantities, row).unwrap_or_default(),
                codings: BTreeMap::new(),
            });
            let pass = passes[row].unwrap_or(1);
            let coder = owned(&coders, row).unwrap_or_else(|| format!("pass {pass}"));
            let coding = item.codings.entry((pass, coder)).or_default();
            coding.genre = coding.genre.take().or_else(|| owned(&genres, row));
            coding.appearances.push(Appearance {
                actor: owned(&actors, row).unwrap_or_default(),
                capacity: owned(&capacities, row),
                voice: owned(&voices, row),
                tone: owned(&tones, row),
                amount: amounts[row],
                place: (Arc::clone(&file), lines[row]),
            });
        }
    }

    /// The items with two codings or more, by outlet, day and id.
    pub fn items(&self) -> Vec<&Item> {
        let mut items: Vec<&Item> = self.items.values().filter(|item| item.codings.len() > 1).collect();
        items.sort_by(|a, b| (&a.outlet, a.date, &a.name).cmp(&(&b.outlet, b.date, &b.name)));
        items
    }

    /// Every coder, by id.
    pub fn coders(&self) -> Vec<&str> {
        let all = self.items.values().flat_map(|item| item.codings.keys().map(|(_, coder)| coder.as_str()));
        let all: std::collections::BTreeSet<&str> = all.collect();
        all.into_iter().collect()
    }
}
