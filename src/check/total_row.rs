//! E135: a line of totals among the rows.

use super::Verdicts;
use crate::codebook::folded;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E135",
    name: "total-row-suspected",
    severity: Severity::Error,
    page: "The actor or outlet of this row is a word for a total. Summed with the rows it totals, it would halve every \
           share. Leave such rows out by rule: `[[source.leave_out]]` with the `column` and what it `matches`.",
};

/// Words for a total, folded, in the languages sheets come in.
const WORDS: [&str; 24] = [
    "total",
    "totals",
    "totale",
    "totaal",
    "totalt",
    "grand total",
    "sum",
    "summe",
    "gesamt",
    "somme",
    "ensemble",
    "suma",
    "razem",
    "ogolem",
    "ogółem",
    "ukupno",
    "toplam",
    "итого",
    "всего",
    "усього",
    "разом",
    "барлығы",
    "жалпы",
    "ընդամենը",
];

/// Is the word one for a total: alone, or followed by what it totals?
pub(super) fn is_total(word: &str) -> bool {
    let word = folded(word);
    WORDS
        .iter()
        .any(|total| word.strip_prefix(total).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':'])))
}

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    for field in [Field::Actor, Field::Outlet] {
        let Some(dictionary) = sample.dictionaries.get(&field) else { continue };
        let totals: Vec<u32> = dictionary.unknown().into_iter().filter(|n| is_total(dictionary.text(*n))).collect();
        if totals.is_empty() {
            continue;
        }
        let heading = sample.headings.get(&field).map_or(field.word(), String::as_str);
        for (row, number) in sample.numbers(field).iter().copied().enumerate() {
            if let Some(number) = number.filter(|number| totals.contains(number)) {
                let message = format!(
                    "`{}` looks like a line of totals, expected one {}",
                    shown(dictionary.text(number)),
                    field.word()
                );
                let hint =
                    format!("leave it out: `[[source.leave_out]]` with column = \"{heading}\" and what it matches");
                verdicts.find(row, &CODE, heading, message, Some(hint));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_total;

    #[test]
    fn a_total_is_a_word_of_its_own() {
        assert!(is_total("Total candidats") && is_total(" ИТОГО: ") && is_total("Total"));
        assert!(!is_total("Totalny Front") && !is_total("Sumar"));
    }
}
