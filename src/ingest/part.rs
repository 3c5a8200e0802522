//! One appearance of a record: what its heading, its place in a split cell and its file give it.

use std::borrow::Cow;

use super::header::AmountColumn;
use crate::study::Field;

/// One appearance of a record: its amount column, and the fields that its heading and its place in a split cell give.
pub(super) struct Part<'a> {
    pub amount: &'a AmountColumn,
    pub given: Given<'a>,
    pub number: usize,
    pub turn: Turn,
}

/// The fields that a heading and a split cell give an appearance.
#[derive(Debug, Clone, Default)]
pub(super) struct Given<'a> {
    pub of_heading: &'a [(Field, String)],
    pub of_split: Vec<(Field, Cow<'a, str>)>,
}

impl<'a> Given<'a> {
    pub(super) fn get(&self, field: Field) -> Option<Cow<'a, str>> {
        let of_heading =
            self.of_heading.iter().find(|(set, _)| *set == field).map(|(_, text)| Cow::Borrowed(&text[..]));
        of_heading.or_else(|| self.of_split.iter().find(|(set, _)| *set == field).map(|(_, text)| text.clone()))
    }
}

/// Which of the actors of one cell this is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub number: usize,
    pub of: usize,
}

/// What the values of split cells give one appearance.
pub(super) type Split<'a> = (Vec<(Field, Cow<'a, str>)>, Turn);

impl Turn {
    /// The part of an amount that is this actor's: equal parts, the units that are over to the first, so that they add up.
    pub(super) fn part_of(self, whole: i64) -> i64 {
        let [number, of] = [self.number, self.of].map(|n| i64::try_from(n).expect("invariant: a cell holds few names"));
        whole / of + i64::from(number < whole % of)
    }
}

/// A row without these says nothing.
pub(super) const NEEDED: [Field; 3] = [Field::Outlet, Field::Actor, Field::Quantity];
