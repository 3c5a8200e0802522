//! Entries that need little more than a name: groups, capacities, programmes.

use crate::declaration::{Table, WRONG_VALUE};
use crate::unit::clock_duration;

/// A group of actors: registered parties, office holders.
#[derive(Debug, Clone)]
pub struct Group;

/// In which role a person appears: candidate, minister, party leader.
#[derive(Debug, Clone)]
pub struct Capacity;

/// A programme that is known by name. Sheets may name others too.
#[derive(Debug, Clone)]
pub struct Programme {
    /// How long one broadcast lasts, in milliseconds.
    pub length: Option<i64>,
    /// How many broadcasts a day has.
    pub per_day: i64,
}

impl Programme {
    pub(super) fn read(table: &Table<'_>) -> Option<Programme> {
        let written = table.text("length");
        let length = written.as_ref().and_then(|text| clock_duration(&text.value).ok());
        if let (Some(written), None) = (written, length) {
            let message = format!("`{}` is no length, expected h:mm:ss", written.value);
            table.document().report(&WRONG_VALUE, written.span, message, None);
        }
        let per_day = table.integer("per_day", 1..=96).map_or(1, |number| number.value);
        Some(Programme { length: length.map(crate::unit::Amount::whole), per_day })
    }
}

impl Group {
    pub(super) fn read(_: &Table<'_>) -> Option<Group> {
        Some(Group)
    }
}

impl Capacity {
    pub(super) fn read(_: &Table<'_>) -> Option<Capacity> {
        Some(Capacity)
    }
}
