//! E506: a coalition and its member, both counted in one item.

use std::collections::{BTreeSet, HashMap};

use super::{ByOutletDay, Verdicts, Watch};
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E506",
    name: "coalition-and-member",
    severity: Severity::Error,
    page: "One item is coded for a coalition and for one of its `members` too, so that the same seconds count \
           twice. Code the coalition where it acts as one, the member where it acts alone.",
};

/// The coalitions and members seen in each item, by outlet and day.
#[derive(Debug, Default)]
pub(super) struct Items {
    items: ByOutletDay<HashMap<String, BTreeSet<String>>>,
}

impl Watch for Items {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let coalitions: Vec<_> = study.codebook.actors.iter().filter(|actor| !actor.own.members.is_empty()).collect();
        if coalitions.is_empty() {
            return;
        }
        let ids = [Field::Actor, Field::Item, Field::Outlet, Field::Voice, Field::Quantity].map(|f| sample.ids(f));
        let (dates, passes) = (sample.dates(), sample.passes());
        for row in 0..sample.n_rows() {
            let (Some(actor), Some(item)) = (ids[0][row], ids[1][row]) else { continue };
            let related = coalitions.iter().filter(|coalition| {
                coalition.id == actor || coalition.own.members.iter().any(|member| member == actor)
            });
            for coalition in related {
                let rest = [ids[2][row], ids[3][row], ids[4][row]].map(Option::unwrap_or_default).join("\u{1f}");
                let key =
                    format!("{}\u{1f}{item}\u{1f}{rest}\u{1f}{:?}\u{1f}{:?}", coalition.id, dates[row], passes[row]);
                let seen = self.items.at(verdicts.outlet_day(row)).entry(key).or_default();
                let other = seen.iter().find(|other| (**other == coalition.id) != (actor == coalition.id));
                if let Some(other) = other.filter(|_| !verdicts.is_decided(row)) {
                    let message = format!("item `{}` is coded for `{actor}` and for `{other}`", shown(item));
                    let hint = format!("`{}` holds both: code the one that acts", coalition.id);
                    verdicts.find(row, &CODE, sample.heading(Field::Actor), message, Some(hint));
                }
                seen.insert(actor.to_owned());
            }
        }
    }

    fn pass(&mut self, outlet_days: &[u32]) {
        self.items.take(outlet_days);
    }
}
