//! E211: an item that outlasts its programme; E406, where one speaks at a time, all of them together.

use std::collections::BTreeMap;

use super::{Verdicts, Watch, words};
use crate::codebook::folded;
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};
use crate::unit::Unit;

pub(super) static CODE: Code = Code {
    id: "E211",
    name: "longer-than-programme",
    severity: Severity::Error,
    page: "The appearance lasts longer than its programme, whose `length` the codebook gives. Usually the cell is \
           written in another unit than the source declares: seconds as hours, minutes as seconds.",
};

pub(super) static TOGETHER: Code = Code {
    id: "E406",
    name: "longer-together-than-programme",
    severity: Severity::Error,
    page: "The source says that only one actor speaks at a time (`exclusive = true`), and the appearances of one \
           broadcast add up to more than its programme lasts. A block was coded twice, the programme has more broadcasts a day than its `per_day` says, or lengths are in another \
           unit.",
};

/// What is coded in each broadcast of an exclusive source: by outlet, day and programme.
#[derive(Debug, Default)]
pub(super) struct Broadcasts {
    sums: BTreeMap<(String, i32, String), (i64, Place)>,
}

impl Watch for Broadcasts {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let Some(programmes) = sample.dictionaries.get(&Field::Programme) else { return };
        let Some(source) = sample.file.as_ref().map(|file| &study.sources[file.source]) else { return };
        let (outlets, quantities) = (sample.ids(Field::Outlet), sample.ids(Field::Quantity));
        let (amounts, dates) = (sample.amounts(), sample.dates());
        let passes = sample.passes();
        let length = |number: u32| study.codebook.programmes.find(programmes.text(number))?.own.length;
        let lengths: Vec<Option<i64>> = (0..).take(programmes.n_texts()).map(length).collect();
        if lengths.iter().all(Option::is_none) {
            return;
        }
        // A part of another quantity is counted there.
        let is_part = |id: Option<&str>| id.and_then(|id| study.quantity(id)).is_some_and(|q| q.within.is_some());
        for (row, number) in sample.numbers(Field::Programme).iter().copied().enumerate() {
            let (Some(number), Some(amount)) = (number, amounts[row]) else { continue };
            let Some(length) = lengths[number as usize] else { continue };
            let text = programmes.text(number);
            let is_time = quantities[row].and_then(|id| study.quantity(id)).is_some_and(|q| q.unit == Unit::Time);
            if !is_time || verdicts.is_decided(row) {
                continue;
            }
            if amount > length {
                let (item, programme) = (words::time(amount), words::time(length));
                let message = format!("item lasts {item}, its programme `{}` {programme}", shown(text));
                let hint = format!("amounts here are {}; was this written otherwise?", source.amount.word());
                verdicts.find(row, &CODE, sample.heading(Field::Amount), message, Some(hint));
            } else if let (true, Some(date), 1, false) =
                (source.is_exclusive, dates[row], passes[row].unwrap_or(1), is_part(quantities[row]))
            {
                let programme = format!("{}\u{1f}{}", quantities[row].unwrap_or_default(), folded(text));
                let key = (outlets[row].unwrap_or_default().to_owned(), date, programme);
                let place = verdicts.place(row, sample.heading(Field::Amount));
                self.sums.entry(key).or_insert((0, place)).0 += amount;
            }
        }
    }

    fn finish(&mut self, study: &Study, findings: &mut Vec<Diagnostic>) {
        for ((_, _, programme), (sum, place)) in &self.sums {
            let name = programme.split('\u{1f}').nth(1).unwrap_or_default();
            let Some(known) = study.codebook.programmes.find(name) else { continue };
            let length = known.own.length.map(|length| length * known.own.per_day);
            let Some(length) = length.filter(|length| sum > length) else { continue };
            let programme = known.name.in_language(&study.languages.main);
            let (sum, length) = (words::time(*sum), words::time(length));
            let message = format!("`{}` lasts {length}, and {sum} of it are coded from here on", shown(programme));
            let hint = "was a block coded twice, or does more than one actor speak at a time?".to_owned();
            findings.push(Diagnostic::new(&TOGETHER, place.clone(), message).with_hint(hint));
        }
    }
}
