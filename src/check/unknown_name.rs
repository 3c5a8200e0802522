//! E501: a name the codebook does not know.

use std::collections::BTreeMap;

use super::Verdicts;
use super::total_row::is_total;
use crate::codebook::{Codebook, Register, UNSEEN, folded};
use crate::diagnostic::{Code, Severity, is_unseen, nearest, shown};
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

pub(super) static CONFUSABLE: Code = Code {
    id: "E502",
    name: "confusable-name",
    severity: Severity::Error,
    page: "The name looks like one of the codebook's and is typed with other letters: a Latin H for a Cyrillic Н, a \
           zero for an O. Two names that look the same would be two actors, and nobody would see it. Type the name \
           again.",
};

pub(super) static LOST: Code = Code {
    id: "E108",
    name: "name-with-lost-characters",
    severity: Severity::Error,
    page: "The name holds U+FFFD, which a program writes where it could not read a character: which name it was, \
           nobody can know. Ask for the file in its first encoding, or list the damaged spelling under `aliases` if \
           it can be one entry only.",
};

pub(super) static FORMULA: Code = Code {
    id: "E220",
    name: "formula-error-as-name",
    severity: Severity::Error,
    page: "Where a name should stand there is the message of a spreadsheet (`#NAME?`, `#NOME?`, `#N/A`): a name \
           that began with `=`, `+` or `-` was taken for a formula, or a look-up failed. What stood there, only the \
           first file tells.",
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
        // A line of totals is E135's, which looks at these two.
        let is_elsewhere = |n: u32| matches!(field, Field::Actor | Field::Outlet) && is_total(dictionary.text(n));
        let unknown = dictionary.unknown().into_iter().filter(|n| !is_elsewhere(*n));
        let said: BTreeMap<u32, _> = unknown.map(|n| (n, say(field, what, dictionary.text(n), study))).collect();
        if said.is_empty() {
            continue;
        }
        let heading = sample.headings.get(&field).map_or(what, String::as_str);
        for (row, number) in sample.numbers(field).iter().copied().enumerate() {
            let Some((code, message, hint)) = number.and_then(|number| said.get(&number)) else { continue };
            verdicts.find(row, code, heading, message.clone(), Some(hint.clone()));
        }
    }
}

/// The code of an unknown word, what to say of it, and the remedy.
fn say(field: Field, what: &str, word: &str, study: &Study) -> (&'static Code, String, String) {
    if word.chars().any(is_unseen) {
        let message = format!("{what} `{}` holds characters that cannot be seen", shown(word));
        return (&UNSEEN, message, "type the name again".to_owned());
    }
    if is_formula_error(word) {
        let message = format!("`{}` is a spreadsheet's message, expected the name of one {what}", shown(word));
        return (
            &FORMULA,
            message,
            "look the name up in the first file, and type it with an apostrophe before it".to_owned(),
        );
    }
    if word.contains('\u{fffd}') {
        let message = format!("{what} `{}` holds characters that were lost", shown(word));
        return (&LOST, message, "ask for the file in its first encoding".to_owned());
    }
    if let Some(known) = looks_like(field, word, study) {
        let odd: Vec<String> = word
            .chars()
            .filter(|letter| !known.contains(*letter))
            .map(|letter| format!("`{letter}` U+{:04X}", letter as u32))
            .collect();
        let message = format!(
            "{what} `{}` looks like `{known}` and is typed with other letters: {}",
            shown(word),
            odd.join(", ")
        );
        return (&CONFUSABLE, message, "type the name again, with one keyboard".to_owned());
    }
    (&CODE, format!("unknown {what} `{}`", shown(word)), hint(field, what, word, study))
}

/// Excel, LibreOffice and their translations write errors as `#NAME?`, `#DIV/0!`, `#N/A`.
fn is_formula_error(word: &str) -> bool {
    let inner = word.strip_prefix('#').map(|rest| rest.trim_end_matches(['?', '!']));
    inner.is_some_and(|inner| {
        !inner.is_empty() && (inner.len() + 1 < word.len() || inner.contains('/')) && !inner.contains(' ')
    })
}

/// The spelling of the codebook that looks the same on paper.
fn looks_like<'a>(field: Field, word: &str, study: &'a Study) -> Option<&'a str> {
    let Codebook { outlets, actors, genres, .. } = &study.codebook;
    // Letters look alike as capitals that do not as small ones (H and Н), and the other way round.
    let skeletons = |text: &str| {
        let small = folded(text);
        let capital = small.to_uppercase();
        [small, capital].map(|text| unicode_security::skeleton(&text).collect::<String>())
    };
    let as_written: String = unicode_security::skeleton(word.trim()).collect();
    let wanted = skeletons(word);
    let is_it = |known: &&str| {
        let is_as_written = unicode_security::skeleton(known).eq(as_written.chars());
        is_as_written || skeletons(known).iter().zip(&wanted).any(|(known, wanted)| known == wanted)
    };
    match field {
        Field::Outlet => outlets.written().find(is_it),
        Field::Actor => actors.written().find(is_it),
        Field::Genre => genres.written().find(is_it),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::is_formula_error;

    #[test]
    fn a_spreadsheets_message_is_no_name() {
        assert!(["#NOME?", "#NAME?", "#N/A", "#REF!", "#ИМЯ?"].into_iter().all(is_formula_error));
        assert!(!["#metoo", "# 1", "Nur Otan", "#"].into_iter().any(is_formula_error));
    }
}
