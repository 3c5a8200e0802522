//! N503 and W214: words that are known under another spelling.

use std::collections::BTreeMap;

use super::{Verdicts, Watch};
use crate::codebook::{Codebook, folded};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "N503",
    name: "spelling-taken-as-known",
    severity: Severity::Note,
    page: "The sheet writes a name with other capitals or another composition of letters than the \
           codebook. It was taken for the codebook's entry. Add the spelling to its `aliases` if it is one of \
           yours.",
};

pub(super) static TONE: Code = Code {
    id: "W214",
    name: "tone-spelling",
    severity: Severity::Warning,
    page: "A tone is written with other capitals or blanks than the codebook's. It was taken for it. A coder who \
           writes `Neutral` in one row and `neutral` in the next may have typed the words instead of choosing them \
           from the list.",
};

const FIELDS: [Field; 6] = [Field::Outlet, Field::Actor, Field::Capacity, Field::Genre, Field::Voice, Field::Tone];

/// How many rows have each other spelling, and where the first is.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    found: BTreeMap<(Field, String, String), (u64, Place)>,
}

impl Watch for Spellings {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let Some(source) = sample.file.as_ref().map(|file| &study.sources[file.source]) else { return };
        for field in FIELDS {
            let Some(dictionary) = sample.dictionaries.get(&field) else { continue };
            let values = source.values.get(&field);
            let is_other = |number: u32| {
                let text = dictionary.text(number);
                let is_mapped = values.is_some_and(|values| values.contains_key(&folded(text)));
                dictionary.id(number).is_some() && !is_mapped && !is_written_so(&study.codebook, field, text)
            };
            let others: Vec<bool> = (0..).take(dictionary.n_texts()).map(is_other).collect();
            if !others.contains(&true) {
                continue;
            }
            let n_added = sample.n_added();
            for (row, number) in sample.numbers(field).iter().copied().enumerate() {
                let Some(number) = number.filter(|number| others[*number as usize]) else { continue };
                let id = dictionary.id(number).unwrap_or_default().to_owned();
                let key = (field, dictionary.text(number).to_owned(), id);
                let place = || verdicts.place(row, sample.heading(field));
                self.found.entry(key).or_insert_with(|| (0, place())).0 +=
                    n_added.as_ref().map_or(1, |counts| counts[row]);
            }
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        for ((field, text, id), (n_rows, place)) in &self.found {
            let code = if *field == Field::Tone { &TONE } else { &CODE };
            let rows = if *n_rows == 1 { "this row".to_owned() } else { format!("{n_rows} rows, this the first") };
            let message = format!("`{}` was taken for `{id}` in {rows}", shown(text));
            let hint = "add the spelling to its `aliases`, if it is one of yours".to_owned();
            findings.push(Diagnostic::new(code, place.clone(), message).with_hint(hint));
        }
    }
}

fn is_written_so(codebook: &Codebook, field: Field, text: &str) -> bool {
    match field {
        Field::Outlet => codebook.outlets.is_written_so(text),
        Field::Actor => codebook.actors.is_written_so(text),
        Field::Capacity => codebook.capacities.is_written_so(text),
        Field::Genre => codebook.genres.is_written_so(text),
        Field::Voice => codebook.voices.is_written_so(text),
        _ => codebook.tones.is_written_so(text),
    }
}
