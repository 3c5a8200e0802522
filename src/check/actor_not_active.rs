//! E509: an actor coded on a day on which it was none.

use super::Verdicts;
use super::outside_window::date;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E509",
    name: "actor-not-active",
    severity: Severity::Error,
    page: "The codebook gives the actor a first or last day (`from`, `to`), and the row lies outside. A party is \
           registered late or struck off; a candidate withdraws. Correct the row, or the dates in the codebook.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let Some(dictionary) = sample.dictionaries.get(&Field::Actor) else { return };
    let actors: Vec<_> = dictionary.ids().map(|id| study.codebook.actors.by_id(id?)).collect();
    if actors.iter().flatten().all(|actor| actor.own.from.is_none() && actor.own.to.is_none()) {
        return;
    }
    let heading = sample.headings.get(&Field::Actor).map_or("actor", String::as_str);
    let dates = sample.dates();
    for (row, number) in sample.numbers(Field::Actor).iter().copied().enumerate() {
        let Some(actor) = number.and_then(|number| actors[number as usize]) else { continue };
        let Some(day) = dates[row].and_then(date).filter(|day| !actor.own.is_active_on(*day)) else { continue };
        if !verdicts.is_decided(row) {
            let message = format!("`{}` is no actor on {day}", shown(&actor.id));
            let hint = format!("correct the row, or `from` and `to` of `{}` in the codebook", actor.id);
            verdicts.find(row, &CODE, heading, message, Some(hint));
        }
    }
}
