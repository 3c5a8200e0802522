//! W409 and E410: second codings without a first, and second codings by the same coder.

use std::collections::BTreeMap;

use super::{Verdicts, Watch};
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

/// The coder of each pass of an item, and where its second coding stands.
#[derive(Debug, Default)]
struct Copies {
    coders: Vec<(i32, Option<String>)>,
    second: Option<Place>,
    name: String,
}

/// The codings of each item, in sources that mark them.
#[derive(Debug, Default)]
pub(super) struct Items {
    items: BTreeMap<(usize, String), Copies>,
}

impl Watch for Items {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        if !sample.headings.contains_key(&Field::Pass) {
            return;
        }
        let Some(file) = &sample.file else { return };
        let keys = [Field::Item, Field::Outlet, Field::Coder].map(|field| sample.ids(field));
        let (passes, dates) = (sample.passes(), sample.dates());
        for row in 0..sample.n_rows() {
            let Some(item) = keys[0][row] else { continue };
            let key = (file.source, format!("{item}\u{1f}{:?}\u{1f}{:?}", keys[1][row], dates[row]));
            let (pass, coder) = (passes[row].unwrap_or(1), keys[2][row].map(str::to_owned));
            let copies = self.items.entry(key).or_default();
            if !copies.coders.contains(&(pass, coder.clone())) {
                copies.coders.push((pass, coder));
            }
            if pass > 1 && copies.second.is_none() {
                copies.second = Some(verdicts.place(row, sample.heading(Field::Pass)));
                item.clone_into(&mut copies.name);
            }
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        for copies in self.items.values() {
            let first = copies.coders.iter().filter(|(pass, _)| *pass == 1).filter_map(|(_, coder)| coder.as_ref());
            let mut second = copies.coders.iter().filter(|(pass, _)| *pass > 1).filter_map(|(_, coder)| coder.as_ref());
            let first: Vec<&String> = first.collect();
            let (Some(coder), Some(place)) = (second.find(|coder| first.contains(coder)), &copies.second) else {
                continue;
            };
            let message = format!("`{}` coded item `{}` both times", shown(coder), shown(&copies.name));
            let hint = "have somebody else code it, or remove this coding".to_owned();
            findings.push(Diagnostic::new(&SAME_CODER, place.clone(), message).with_hint(hint));
        }
    }

    fn absent(&mut self, _: &Study, is_all_sound: bool, findings: &mut Vec<Diagnostic>) {
        if !is_all_sound {
            return;
        }
        for copies in self.items.values() {
            let has_first = copies.coders.iter().any(|(pass, _)| *pass == 1);
            if let (Some(place), false) = (&copies.second, has_first) {
                let message = format!("item `{}` has a second coding and no first", shown(&copies.name));
                let hint = "was the first coding left out, or is `pass` wrong?".to_owned();
                findings.push(Diagnostic::new(&ONE_COPY, place.clone(), message).with_hint(hint));
            }
        }
    }
}
