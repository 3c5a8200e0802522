//! W409 and E410: second codings without a first, and second codings by the same coder.

use std::collections::HashMap;

use super::spot::digest;
use super::{ByOutletDay, Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static ONE_COPY: Code = Code {
    id: "W409",
    name: "one-copy-only",
    severity: Severity::Warning,
    page: "The item has a second coding and no first, so that there is nothing to compare it with, and no figure \
           counts it. Was the first coding left out, or is `pass` wrong? Three codings and more are accepted.",
};

pub(super) static SAME_CODER: Code = Code {
    id: "E410",
    name: "same-coder-twice",
    severity: Severity::Error,
    page: "Both codings of an item are by one coder. The two agree because one person made them: agreement would \
           say nothing about the codebook. Give the second coding to somebody else, or leave it out.",
};

/// A coder as a number.
type Coder = u32;

/// Nobody is named.
const NOBODY: Coder = 0;

/// The second codings of an item: by whom, and where the first of them stands.
#[derive(Debug)]
struct Second {
    coders: Vec<Coder>,
    place: Place,
    name: String,
}

/// The codings of the items of an outlet and day, by a digest of source, item, outlet and day. Nearly all items were coded once, by
/// one: 16 bytes each.
#[derive(Debug, Default)]
struct Day {
    first: HashMap<u64, Coder, foldhash::fast::FixedState>,
    /// First codings by others than the first of them.
    others: HashMap<u64, Vec<Coder>, foldhash::fast::FixedState>,
    second: HashMap<u64, Second, foldhash::fast::FixedState>,
}

/// What became of the second codings of an item.
#[derive(Debug)]
struct Judged {
    item: u64,
    second: Second,
    has_first: bool,
    /// Who made one of the first and one of the second.
    both: Option<Coder>,
}

/// The codings of items in sources that mark them.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// The names of coders; the first has the number 1.
    coders: Vec<String>,
    numbers: HashMap<String, Coder, foldhash::fast::FixedState>,
    days: ByOutletDay<Day>,
    judged: Vec<Judged>,
}

impl Day {
    fn judge(self) -> impl Iterator<Item = Judged> {
        let Day { first, others, second } = self;
        second.into_iter().map(move |(item, second)| {
            let others = others.get(&item).map(Vec::as_slice).unwrap_or_default();
            let has_coded = |coder: &Coder| first.get(&item) == Some(coder) || others.contains(coder);
            let both = second.coders.iter().copied().find(|coder| *coder != NOBODY && has_coded(coder));
            Judged { item, second, has_first: first.contains_key(&item), both }
        })
    }
}

impl Watch for Items {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        if !sample.headings.contains_key(&Field::Pass) {
            return;
        }
        let Some(file) = &sample.file else { return };
        let (items, outlets) = (sample.numbers(Field::Item), sample.id_digests(Field::Outlet));
        let digests = sample.id_digests(Field::Item);
        let coders = self.of_rows(sample);
        let (passes, dates) = (sample.passes(), sample.dates());
        for row in 0..sample.n_rows() {
            if items[row].is_none() {
                continue;
            }
            let item = digest((file.source, digests.of(row), outlets.of(row), dates[row]));
            let day = self.days.at(verdicts.outlet_day(row));
            if passes[row].unwrap_or(1) > 1 {
                let second = day.second.entry(item).or_insert_with(|| Second {
                    coders: Vec::new(),
                    place: verdicts.place(row, sample.heading(Field::Pass)),
                    name: sample.id(Field::Item, row).unwrap_or_default().to_owned(),
                });
                note(&mut second.coders, coders[row]);
            } else {
                let first = *day.first.entry(item).or_insert(coders[row]);
                if first != coders[row] {
                    note(day.others.entry(item).or_default(), coders[row]);
                }
            }
        }
    }

    fn pass(&mut self, outlet_days: &[u32]) {
        self.judged.extend(self.days.take(outlet_days).into_iter().flat_map(Day::judge));
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        self.judged.extend(self.days.take_all().flat_map(Day::judge));
        self.judged.sort_by(|a, b| a.second.place.cmp(&b.second.place).then_with(|| a.item.cmp(&b.item)));
        for Judged { second, both, .. } in &self.judged {
            let Some(coder) = both else { continue };
            let coder = &self.coders[*coder as usize - 1];
            let message = format!("`{}` coded item `{}` both times", shown(coder), shown(&second.name));
            let hint = "have somebody else code it, or remove this coding".to_owned();
            findings.push(Diagnostic::new(&SAME_CODER, second.place.clone(), message).with_hint(hint));
        }
    }

    fn absent(&mut self, _: &Study, is_all_sound: bool, findings: &mut Vec<Diagnostic>) {
        if !is_all_sound {
            return;
        }
        for Judged { second, .. } in self.judged.iter().filter(|judged| !judged.has_first) {
            let message = format!("item `{}` has a second coding and no first", shown(&second.name));
            let hint = "was the first coding left out, or is `pass` wrong?".to_owned();
            findings.push(Diagnostic::new(&ONE_COPY, second.place.clone(), message).with_hint(hint));
        }
    }
}

impl Items {
    /// The number of each row's coder, the same for all chunks.
    fn of_rows(&mut self, sample: &CodedSample) -> Vec<Coder> {
        let Some(dictionary) = sample.dictionaries.get(&Field::Coder) else { return vec![NOBODY; sample.n_rows()] };
        let by_word: Vec<Coder> = dictionary.ids().map(|id| self.number(id)).collect();
        let numbers = sample.numbers(Field::Coder).iter();
        numbers.map(|number| number.map_or(NOBODY, |number| by_word[number as usize])).collect()
    }

    fn number(&mut self, coder: Option<&str>) -> Coder {
        let Some(coder) = coder else { return NOBODY };
        if let Some(number) = self.numbers.get(coder) {
            return *number;
        }
        self.coders.push(coder.to_owned());
        let number = u32::try_from(self.coders.len()).expect("invariant: fewer coders than u32 counts");
        self.numbers.insert(coder.to_owned(), number);
        number
    }
}

fn note(coders: &mut Vec<Coder>, coder: Coder) {
    if !coders.contains(&coder) {
        coders.push(coder);
    }
}
