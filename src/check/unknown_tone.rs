//! E213: a tone that is not on the codebook's scale.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E213",
    name: "unknown-tone",
    severity: Severity::Error,
    page: "The tone is not on the codebook's scale. A blank tone is \"not coded\" and is accepted; a word or number \
           that the scale lacks is a slip, or a scale the codebook does not describe.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let Some(dictionary) = sample.dictionaries.get(&Field::Tone) else { return };
    let unknown = dictionary.unknown();
    if unknown.is_empty() {
        return;
    }
    let heading = sample.headings.get(&Field::Tone).map_or("tone", String::as_str);
    let scale = study.codebook.tones.iter().map(|tone| format!("{} ({})", tone.id, tone.own.value));
    let scale = scale.collect::<Vec<_>>().join(", ");
    for (row, number) in sample.numbers(Field::Tone).iter().copied().enumerate() {
        if let Some(number) = number.filter(|number| unknown.contains(number)) {
            let message = format!("`{}` is not on the tone scale, expected {scale}", shown(dictionary.text(number)));
            let hint = "mend the cell, or add the spelling to the tone's `aliases`".to_owned();
            verdicts.find(row, &CODE, heading, message, Some(hint));
        }
    }
}
