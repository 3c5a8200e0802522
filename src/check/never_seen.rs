//! N507: actors of the codebook that no row names.

use std::collections::BTreeSet;

use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "N507",
    name: "actor-never-seen",
    severity: Severity::Note,
    page: "The codebook lists the actor, and no row names it. It is shown with 0 in every pool that holds it, which \
           is a finding of its own; if it should have been seen, look for a spelling that went to another actor.",
};

/// The actors seen so far.
#[derive(Debug, Default)]
pub(super) struct Actors {
    seen: BTreeSet<String>,
}

impl Watch for Actors {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, _: &mut Verdicts) {
        let Some(dictionary) = sample.dictionaries.get(&Field::Actor) else { return };
        for id in dictionary.ids().flatten() {
            if !self.seen.contains(id) {
                self.seen.insert(id.to_owned());
            }
        }
    }

    fn absent(&mut self, study: &Study, _: bool, findings: &mut Vec<Diagnostic>) {
        if self.seen.is_empty() {
            return;
        }
        let place = Place::file(crate::study::printed_path(&study.folder.join(&study.codebook_file)));
        for actor in study.codebook.actors.iter().filter(|actor| !self.seen.contains(&actor.id)) {
            let name = actor.name.in_language(&study.languages.main);
            let message = format!("no row names `{}` ({name})", actor.id);
            findings.push(Diagnostic::new(&CODE, place.clone(), message));
        }
    }
}
