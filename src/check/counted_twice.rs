//! E412: where items are counted, an actor that stands twice in one item.

use std::collections::HashMap;

use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};
use crate::unit::AmountFormat;

pub(super) static CODE: Code = Code {
    id: "E412",
    name: "counted-twice",
    severity: Severity::Error,
    page: "Where every row counts one item, an actor may stand in an item once. A second row of the same actor in the \
           same item and pass would count the item twice.",
};

/// File, item, actor and pass of every row so far, with its line.
#[derive(Debug, Default)]
pub(super) struct Seen {
    lines: HashMap<(String, String, String, i32), u64>,
}

impl Watch for Seen {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let Some(file) = &sample.file else { return };
        if study.sources[file.source].amount != AmountFormat::OnePerRow {
            return;
        }
        let dictionaries = (sample.dictionaries.get(&Field::Item), sample.dictionaries.get(&Field::Actor));
        let (Some(items), Some(actors)) = dictionaries else { return };
        let heading = sample.headings.get(&Field::Item).map_or("item", String::as_str);
        let (lines, passes) = (sample.lines(), sample.passes());
        let pairs = sample.numbers(Field::Item).iter().copied().zip(sample.numbers(Field::Actor).iter().copied());
        for (row, (item, actor)) in pairs.enumerate() {
            let (Some(item), Some(actor)) = (item, actor.and_then(|actor| actors.id(actor))) else { continue };
            let item = items.text(item);
            let key = (file.relative.clone(), item.to_owned(), actor.to_owned(), passes[row].unwrap_or(1));
            let first = *self.lines.entry(key).or_insert(lines[row]);
            if first != lines[row] && !verdicts.is_decided(row) {
                let message = format!("`{actor}` already stands in item `{}`, at line {first}", shown(item));
                let hint = "give the second item its own id, or remove the row".to_owned();
                verdicts.find(row, &CODE, heading, message, Some(hint));
            }
        }
    }
}
