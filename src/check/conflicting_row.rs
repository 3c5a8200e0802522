//! E402: two rows under one id, with different cells.

use std::collections::HashMap;

use super::spot::{Spot, digest as key_of};
use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E402",
    name: "conflicting-duplicate",
    severity: Severity::Error,
    page: "Two rows of a source have one id, and their cells differ: a row was corrected and the old one left, or \
           two people numbered alike. Which of them counts, the sheet does not say.",
};

/// The digest and place of each id: some 40 bytes a row, and never forgotten, for an id may stand on any day.
#[derive(Debug, Default)]
pub(super) struct Seen {
    first: HashMap<u64, (u64, Spot), foldhash::fast::FixedState>,
}

impl Watch for Seen {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        let (Some(file), Some(dictionary)) = (&sample.file, sample.dictionaries.get(&Field::Id)) else { return };
        let digests = sample.digests();
        for (row, id) in sample.numbers(Field::Id).iter().copied().enumerate() {
            let (Some(id), Some(digest)) = (id.map(|id| dictionary.text(id)), digests[row]) else { continue };
            let (first, spot) =
                self.first.entry(key_of((file.source, id))).or_insert_with(|| (digest, verdicts.spot(row)));
            if *first != digest && !verdicts.is_decided(row) {
                let place = spot.place().address();
                let message = format!("id `{}` already stands at {place}, with other cells", shown(id));
                let hint = "remove the row that was corrected, or give the second its own id".to_owned();
                verdicts.find(row, &CODE, sample.heading(Field::Id), message, Some(hint));
            }
        }
    }
}
