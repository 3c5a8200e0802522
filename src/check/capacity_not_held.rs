//! E508: an actor coded in a capacity that the codebook does not give it.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E508",
    name: "capacity-not-held",
    severity: Severity::Error,
    page: "The codebook lists the capacities in which this actor may appear, and the coded one is not among them: a \
           party coded as an office holder, say. Shares by capacity would count it on the wrong side.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let dictionaries = (sample.dictionaries.get(&Field::Actor), sample.dictionaries.get(&Field::Capacity));
    let (Some(actors), Some(capacities)) = dictionaries else { return };
    let entries: Vec<_> = actors.ids().map(|id| study.codebook.actors.by_id(id?)).collect();
    if entries.iter().flatten().all(|entry| entry.own.capacities.is_empty()) {
        return;
    }
    let heading = sample.headings.get(&Field::Capacity).map_or("capacity", String::as_str);
    let pairs = sample.numbers(Field::Actor).iter().copied().zip(sample.numbers(Field::Capacity).iter().copied());
    for (row, (actor, capacity)) in pairs.enumerate() {
        let (Some(actor), Some(capacity)) = (actor, capacity) else { continue };
        let (Some(entry), Some(capacity)) = (entries[actor as usize], capacities.id(capacity)) else { continue };
        let actor = &entry.id;
        if !entry.own.capacities.is_empty() && !entry.own.capacities.iter().any(|held| held == capacity) {
            let message =
                format!("`{actor}` does not appear as `{capacity}`, expected {}", entry.own.capacities.join(", "));
            let hint = "correct the row, or the actor's `capacities` in the codebook".to_owned();
            verdicts.find(row, &CODE, heading, message, Some(hint));
        }
    }
}
