//! A row's place in little memory: checks that remember many rows keep one for each.

use std::hash::{BuildHasher as _, Hash};
use std::rc::Rc;

use crate::diagnostic::Place;
use crate::ingest::DIGESTS;

/// Where a row stands.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) sheet: Rc<SpotSheet>,
    pub(super) line: u64,
}

/// The file and sheet of a chunk.
#[derive(Debug)]
pub(super) struct SpotSheet {
    pub(super) file: String,
    pub(super) name: Option<String>,
}

impl Spot {
    /// The place, in full.
    pub(super) fn place(&self) -> Place {
        let place = match self.line {
            // Rows that were added up elsewhere.
            0 => Place::file(&self.sheet.file),
            line => Place::line(&self.sheet.file, line),
        };
        place.in_sheet(self.sheet.name.clone())
    }
}

/// A digest of what makes rows alike: the same in every run.
pub(super) fn digest(parts: impl Hash) -> u64 {
    DIGESTS.hash_one(parts)
}
