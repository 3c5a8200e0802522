//! E412: where items are counted, an actor that stands twice in one item.

use std::collections::HashMap;

use super::spot::digest;
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

/// The lines of the file being read, by a digest of item, actor and pass: 16 bytes a row.
#[derive(Debug, Default)]
pub(super) struct Seen {
    file: String,
    lines: HashMap<u64, u64, foldhash::fast::FixedState>,
}

impl Watch for Seen {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let Some(file) = &sample.file else { return };
        if study.sources[file.source].amount != AmountFormat::OnePerRow {
            return;
        }
        let dictionaries = (sample.dictionaries.get(&Field::Item), sample.dictionaries.get(&Field::Actor));
        let (Some(items), Some(actors)) = dictionaries else { return };
        if self.file != file.relative {
            self.file.clone_from(&file.relative);
            self.lines.clear();
        }
        let heading = sample.headings.get(&Field::Item).map_or("item", String::as_str);
        let (lines, passes) = (sample.lines(), sample.passes());
        let pairs = sample.numbers(Field::Item).iter().copied().zip(sample.numbers(Field::Actor).iter().copied());
        for (row, (item, actor)) in pairs.enumerate() {
            let (Some(item), Some(actor)) = (item, actor.and_then(|actor| actors.id(actor))) else { continue };
            let item = items.text(item);
            let key = digest((item, actor, passes[row].unwrap_or(1)));
            let first = *self.lines.entry(key).or_insert(lines[row]);
            if first != lines[row] && !verdicts.is_decided(row) {
                let message = format!("`{actor}` already stands in item `{}`, at line {first}", shown(item));
                let hint = "give the second item its own id, or remove the row".to_owned();
                verdicts.find(row, &CODE, heading, message, Some(hint));
            }
        }
    }
}
