//! W212: an area larger than the page it is on.

use super::{Verdicts, words};
use crate::diagnostic::{Code, Severity};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};
use crate::unit::Unit;

pub(super) static CODE: Code = Code {
    id: "W212",
    name: "beyond-page",
    severity: Severity::Warning,
    page: "The area is larger than a page of the outlet (`page_cm2` in the codebook). An item may run over two \
           pages; more often the cell holds mm², or width and height in mm.",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    if sample.is_summed() || study.codebook.outlets.iter().all(|outlet| outlet.own.page_cm2.is_none()) {
        return;
    }
    let (outlets, quantities) = (sample.ids(Field::Outlet), sample.ids(Field::Quantity));
    for (row, amount) in sample.amounts().iter().copied().enumerate() {
        let page = outlets[row].and_then(|id| study.codebook.outlets.by_id(id)?.own.page_cm2?.times(100).ok());
        let is_area = quantities[row].and_then(|id| study.quantity(id)).is_some_and(|q| q.unit == Unit::Area);
        let (Some(amount), Some(page), true) = (amount, page, is_area) else { continue };
        if amount > page && !verdicts.is_decided(row) {
            let [item, page] = [amount, page].map(|area| words::amount(Unit::Area, area));
            let message = format!("item has {item}, a page of `{}` {page}", outlets[row].unwrap_or_default());
            let hint = "is the cell in mm², or does the item run over two pages?".to_owned();
            verdicts.find(row, &CODE, sample.heading(Field::Amount), message, Some(hint));
        }
    }
}
