//! E216: a part that is larger than its whole: direct speech than airtime. E223: parts that do not make up their whole.

use std::collections::BTreeMap;

use super::{Verdicts, Watch, words};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Quantity, Study};

pub(super) static CODE: Code = Code {
    id: "E216",
    name: "part-exceeds-whole",
    severity: Severity::Error,
    page: "The study says that one quantity lies within another (`within`): a candidate's speech within the time \
           about the candidate. Here the part is larger than the whole, so that columns were swapped or one of the \
           two cells is wrong.",
};

/// E223: parts that do not add up to their whole.
pub(super) static PARTS: Code = Code {
    id: "E223",
    name: "parts-differ-from-whole",
    severity: Severity::Error,
    page: "The study says that one quantity is made up of others (`parts`): speaking time and news time make airtime. Here their \
           exact sum is another amount than the whole as coded, so that one of the cells is wrong or a part is missing.",
};

const SAME: [Field; 6] = [Field::Outlet, Field::Actor, Field::Period, Field::Programme, Field::Item, Field::Daypart];

/// The sum of each quantity, and where it begins.
type ByQuantity = BTreeMap<String, (i64, Place)>;

/// The sums of each quantity by outlet, actor, day, item and daypart.
#[derive(Debug, Default)]
pub(super) struct Sums {
    sums: BTreeMap<(String, Option<i32>), ByQuantity>,
}

impl Watch for Sums {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        if study.quantities.iter().all(|quantity| quantity.within.is_none() && quantity.parts.is_empty()) {
            return;
        }
        let ids = SAME.map(|field| sample.ids(field));
        let (quantities, amounts) = (sample.ids(Field::Quantity), sample.amounts());
        let (dates, passes) = (sample.dates(), sample.passes());
        for row in 0..sample.n_rows() {
            let (Some(quantity), Some(amount)) = (quantities[row], amounts[row]) else { continue };
            if verdicts.is_decided(row) || passes[row].unwrap_or(1) > 1 {
                continue;
            }
            let key = ids.iter().map(|ids| ids[row].unwrap_or_default()).collect::<Vec<_>>().join("\u{1f}");
            let sums = self.sums.entry((key, dates[row])).or_default();
            let place = verdicts.place(row, sample.heading(Field::Amount));
            sums.entry(quantity.to_owned()).or_insert((0, place)).0 += amount;
        }
    }

    fn finish(&mut self, study: &Study, findings: &mut Vec<Diagnostic>) {
        for ((key, _), sums) in &self.sums {
            for quantity in &study.quantities {
                findings.extend(parts_differ(key, quantity, sums));
                let Some(whole_id) = &quantity.within else { continue };
                let (Some((part, place)), Some((whole, _))) = (sums.get(&quantity.id), sums.get(whole_id)) else {
                    continue;
                };
                if part > whole {
                    let actor = key.split('\u{1f}').nth(1).unwrap_or_default();
                    let [part, whole] = [part, whole].map(|amount| words::amount(quantity.unit, *amount));
                    let message =
                        format!("`{}`: {part} of `{}`, within {whole} of `{whole_id}`", shown(actor), quantity.id);
                    let hint = "are two columns or rows swapped?".to_owned();
                    findings.push(Diagnostic::new(&CODE, place.clone(), message).with_hint(hint));
                }
            }
        }
    }
}

/// A whole that is not the sum of its parts. Where no part is coded nothing is said of them.
fn parts_differ(key: &str, quantity: &Quantity, sums: &ByQuantity) -> Option<Diagnostic> {
    let (whole, place) = sums.get(&quantity.id).filter(|_| !quantity.parts.is_empty())?;
    let coded: Vec<i64> = quantity.parts.iter().filter_map(|part| sums.get(part)).map(|(sum, _)| *sum).collect();
    let sum: i64 = coded.iter().sum();
    if coded.is_empty() || sum == *whole {
        return None;
    }
    let actor = key.split('\u{1f}').nth(1).unwrap_or_default();
    let [sum, whole] = [sum, *whole].map(|amount| words::amount(quantity.unit, amount));
    let parts = quantity.parts.join("` and `");
    let message = format!("`{}`: `{parts}` make {sum}, and `{}` is {whole}", shown(actor), quantity.id);
    let hint = "mend the cell that is wrong, or code the part that is missing".to_owned();
    Some(Diagnostic::new(&PARTS, place.clone(), message).with_hint(hint))
}
