//! Entries that need no more than a name: groups and capacities.

use crate::declaration::Table;

/// A group of actors: registered parties, office holders.
#[derive(Debug, Clone)]
pub struct Group;

/// In which role a person appears: candidate, minister, party leader.
#[derive(Debug, Clone)]
pub struct Capacity;

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
