//! W204: an appearance of no length.

use super::Verdicts;
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "W204",
    name: "zero-amount",
    severity: Severity::Warning,
    page: "A dated appearance of zero seconds or cm². It is kept and counts as an item, and adds nothing to a share. Often the \
           length was to be filled in later. Published statements list zeros on purpose and are not warned of.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    if sample.is_summed() {
        return;
    }
    let heading = sample.headings.get(&Field::Amount).map_or("amount", String::as_str);
    let dates = sample.dates();
    for (row, amount) in sample.amounts().iter().copied().enumerate() {
        if amount == Some(0) && dates[row].is_some() && !verdicts.is_decided(row) {
            let hint = "was the length to be filled in later?".to_owned();
            verdicts.find(row, &CODE, heading, "the appearance has no length".to_owned(), Some(hint));
        }
    }
}
