//! W217: a percentage in the sheet that its amounts do not give.

use std::collections::BTreeMap;

use super::{Verdicts, Watch};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::ingest::{CodedSample, Printed};
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W217",
    name: "printed-percent-differs",
    severity: Severity::Warning,
    page: "The sheet prints a percentage beside the amount (`percent`), and it is not the share that the amounts of \
           its group give, by more than one unit of its last decimal. A column is mislabelled, a row is missing, or \
           the percentage has another denominator.",
};

/// Rows of one group have all of these in common; the actors share the whole.
const GROUP: [Field; 8] = [
    Field::Outlet,
    Field::Period,
    Field::Programme,
    Field::Daypart,
    Field::Genre,
    Field::Voice,
    Field::Capacity,
    Field::Quantity,
];

/// A percentage beside its amount.
#[derive(Debug)]
struct Percent {
    amount: i64,
    value: i64,
    step: i64,
    place: Place,
}

/// The amounts of each group of a file, and what is printed beside them.
#[derive(Debug, Default)]
pub(super) struct Groups {
    file: String,
    groups: BTreeMap<(String, Option<i32>), (i64, Vec<Percent>)>,
}

impl Groups {
    fn end_file(&mut self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (sum, mut printed) in std::mem::take(&mut self.groups).into_values().filter(|(sum, _)| *sum > 0) {
            // A spreadsheet keeps 60 % as 0.6: where the column adds up to one, it is written in parts of one.
            let total: i128 = printed.iter().map(|row| i128::from(row.value)).sum();
            if (980_000..=1_020_000).contains(&total) && printed.len() > 1 {
                printed.iter_mut().for_each(|row| (row.value, row.step) = (row.value * 100, row.step * 100));
            }
            for row in printed {
                // Both sides in millionths of a point times the sum: no division, so no rounding.
                let ours = i128::from(row.amount) * 100_000_000;
                let theirs = i128::from(row.value) * i128::from(sum);
                if (ours - theirs).abs() > i128::from(row.step) * i128::from(sum) {
                    let decimals = 6_usize.saturating_sub(row.step.checked_ilog10().unwrap_or(0) as usize);
                    #[expect(clippy::cast_precision_loss, reason = "for the message only")]
                    let [ours, theirs] = [ours as f64 / sum as f64 / 1e6, row.value as f64 / 1e6];
                    let message =
                        format!("the sheet prints {theirs:.decimals$} %, its amounts give {ours:.decimals$} %");
                    let hint = "is the column mislabelled, or a row missing?".to_owned();
                    findings.push(Diagnostic::new(&CODE, row.place, message).with_hint(hint));
                }
            }
        }
        findings
    }
}

impl Watch for Groups {
    fn inspect(&mut self, sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
        let printed = sample.printed();
        let Some(file) = sample.file.as_ref().map(|file| format!("{}\u{1f}{:?}", file.relative, file.sheet)) else {
            return;
        };
        if file != self.file {
            verdicts.say(self.end_file());
            self.file = file;
        }
        if printed.iter().all(Option::is_none) && self.groups.is_empty() {
            return;
        }
        let ids = GROUP.map(|field| sample.ids(field));
        let (amounts, dates) = (sample.amounts(), sample.dates());
        for row in 0..sample.n_rows() {
            let Some(amount) = amounts[row].filter(|_| !verdicts.is_decided(row)) else { continue };
            let key = ids.iter().map(|ids| ids[row].unwrap_or_default()).collect::<Vec<_>>().join("\u{1f}");
            let (sum, rows) = self.groups.entry((key, dates[row])).or_default();
            *sum += amount;
            if let Some(Printed { value, step }) = printed[row] {
                rows.push(Percent { amount, value, step, place: verdicts.place(row, sample.heading(Field::Amount)) });
            }
        }
    }

    fn finish(&mut self, _: &Study, findings: &mut Vec<Diagnostic>) {
        findings.extend(self.end_file());
    }
}
