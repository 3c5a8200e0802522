//! E501: a name the codebook does not know.

use super::Verdicts;
use super::total_row::is_total;
use crate::codebook::{Codebook, Register, folded};
use crate::diagnostic::{Code, Severity, nearest, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E501",
    name: "unknown-name",
    severity: Severity::Error,
    page: "An outlet, actor, genre or other coded word is in the sheet and not in the codebook. Left alone it would be \
           an actor of its own, or fall out of every pool. If it is a spelling of a known one, add it to that entry's \
           `aliases`; if it is new, add the entry. Case, blanks and quotation marks do not matter; letters that only \
           look alike (a Latin H for a Cyrillic Н) do, and are worth finding.",
};

/// The fields whose words the codebook or the study must know, with what they are called.
const FIELDS: [(Field, &str); 8] = [
    (Field::Outlet, "outlet"),
    (Field::Actor, "actor"),
    (Field::Capacity, "capacity"),
    (Field::Genre, "genre"),
    (Field::Voice, "voice"),
    (Field::Daypart, "daypart"),
    (Field::Period, "period"),
    (Field::Quantity, "quantity"),
];

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    for (field, what) in FIELDS {
        let Some(dictionary) = sample.dictionaries.get(&field) else { continue };
        let unknown: Vec<u32> = dictionary.unknown().into_iter().filter(|n| !is_total(dictionary.text(*n))).collect();
        if unknown.is_empty() {
            continue;
        }
        let heading = sample.headings.get(&field).map_or(what, String::as_str);
        for (row, number) in sample.numbers(field).into_iter().enumerate() {
            let Some(number) = number.filter(|number| unknown.contains(number)) else { continue };
            let word = dictionary.text(number);
            let message = format!("unknown {what} `{}`", shown(word));
            verdicts.reject(row, &CODE, heading, message, Some(hint(field, what, word, study)));
        }
    }
}

fn hint(field: Field, what: &str, word: &str, study: &Study) -> String {
    let Codebook { outlets, actors, capacities, genres, voices, dayparts, .. } = &study.codebook;
    let near = match field {
        Field::Outlet => nearest_ids(outlets, word),
        Field::Actor => nearest_ids(actors, word),
        Field::Capacity => nearest_ids(capacities, word),
        Field::Genre => nearest_ids(genres, word),
        Field::Voice => nearest_ids(voices, word),
        Field::Daypart => nearest_ids(dayparts, word),
        Field::Period => nearest(word, study.periods.iter().map(|period| period.id.as_str()), 3),
        _ => nearest(word, study.quantities.iter().map(|quantity| quantity.id.as_str()), 3),
    };
    let file = match field {
        Field::Period | Field::Quantity => "study.toml",
        _ => &study.codebook_file,
    };
    if near.is_empty() {
        return format!("add the {what} to {file}, or its spelling to `aliases`");
    }
    let named: Vec<String> = near.iter().map(|id| format!("`{id}`")).collect();
    format!("did you mean {}? Else add it to {file}", named.join(" or "))
}

/// The entries whose spellings are nearest, nearest first, each once.
fn nearest_ids<'a, T>(register: &'a Register<T>, word: &str) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::new();
    for spelling in nearest(&folded(word), register.spellings(), 9) {
        let id = register.find(spelling).map(|entry| entry.id.as_str());
        ids.extend(id.filter(|id| !ids.contains(id)));
    }
    ids.truncate(3);
    ids
}
