//! W108: characters that were lost before the file reached us.

use std::collections::BTreeMap;

use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, counted, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W108",
    name: "characters-lost",
    severity: Severity::Warning,
    page: "The column holds U+FFFD, which a program writes where it could not read a character, or letters that \
           come of reading text in the wrong encoding (`ÐÑ`, `Ã©`). They were lost before the file reached us: two \
           names may have become one. Ask for the file in its first encoding.",
};

/// How many rows of each file and field hold such characters, and where the first is.
#[derive(Debug, Default)]
pub(super) struct Lost {
    found: BTreeMap<(String, Field), (u64, Place, String)>,
}

/// Does the text hold characters that a wrong reading leaves?
pub(super) fn is_damaged(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let n_pairs = text
        .chars()
        .zip(text.chars().skip(1))
        .filter(|(a, b)| matches!(a, 'Ð' | 'Ñ' | 'Ã' | 'Â') && !b.is_ascii_alphabetic())
        .count();
    text.contains('\u{fffd}') || n_pairs >= 2 || text.contains("Ã©") || text.contains("Ã¨")
}

impl Watch for Lost {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        let Some(file) = &sample.file else { return };
        for (field, dictionary) in &sample.dictionaries {
            let numbers = (0..).take(dictionary.n_texts());
            let damaged: Vec<bool> = numbers.map(|number| is_damaged(dictionary.text(number))).collect();
            if !damaged.contains(&true) {
                continue;
            }
            let n_added = sample.n_added();
            for (row, number) in sample.numbers(*field).iter().copied().enumerate() {
                let Some(number) = number.filter(|number| damaged[*number as usize]) else { continue };
                if verdicts.is_decided(row) {
                    continue;
                }
                let first = || (0, verdicts.place(row, sample.heading(*field)), dictionary.text(number).to_owned());
                let found = self.found.entry((file.printed.clone(), *field)).or_insert_with(first);
                found.0 += n_added.as_ref().map_or(1, |counts| counts[row]);
            }
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        for (n_rows, place, text) in self.found.values() {
            let message = format!("characters were lost in {}, as in `{}`", counted(*n_rows, "row"), shown(text));
            let hint = "ask for the file in its first encoding; two names may have become one".to_owned();
            findings.push(Diagnostic::new(&CODE, place.clone(), message).with_hint(hint));
        }
    }
}
