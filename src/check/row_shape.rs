//! E131, E132, E133, E143, E144, E145, E149: a row or cell that the file itself spoils. The codes belong to the file's shape, so
//! `ingest` declares them.

use super::Verdicts;
use crate::diagnostic::{Code, shown};
use crate::ingest::{
    CodedSample, EXTRA_CELL, FORMULA_ERROR, FORMULA_WITHOUT_VALUE, Fault, FaultKind, MERGED, MISSING_CELL, OTHER_KIND,
    ROWS_IN_CELL,
};
use crate::study::Study;

/// A fault with its code, its words and the remedy.
type Shape = (FaultKind, &'static Code, fn(&Fault) -> String, &'static str);

const SHAPES: [Shape; 8] = [
    (FaultKind::Short, &MISSING_CELL, has, "is a delimiter missing, or was the row cut off?"),
    (
        FaultKind::ShortAcrossLines,
        &MISSING_CELL,
        has,
        "a quotation mark opens on this line and closes on another: is one missing?",
    ),
    (
        FaultKind::RowsInCell,
        &ROWS_IN_CELL,
        |_| "a cell in quotation marks goes on over rows of the sheet".to_owned(),
        "a quotation mark that opens on this line is closed too late: close it, or write it twice",
    ),
    (FaultKind::Extra, &EXTRA_CELL, has, "does a delimiter stand inside a text that is not quoted?"),
    (
        FaultKind::Merged,
        &MERGED,
        |fault| format!("the cells {} are merged, expected one value in each", fault.text),
        "unmerge them, or say in `fill_down` of the source that a blank cell means the one above",
    ),
    (
        FaultKind::FormulaError,
        &FORMULA_ERROR,
        |fault| format!("the formula gave `{}`, expected a value", shown(&fault.text)),
        "mend the formula, or type the value",
    ),
    (
        FaultKind::NoValue,
        &FORMULA_WITHOUT_VALUE,
        |_| "the formula was saved without its value".to_owned(),
        "open the workbook in a program that computes it, and save it",
    ),
    (
        FaultKind::OtherKind,
        &OTHER_KIND,
        |fault| format!("the cell holds `{}`, another kind of value than its column", shown(&fault.text)),
        "did the program take it for a date or a number? Look up what was typed, and mend the cell",
    ),
];

fn has(fault: &Fault) -> String {
    format!("the row has {}", fault.text)
}

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    for (kind, code, words, hint) in SHAPES {
        verdicts.find_faults(sample, kind, |_| true, code, |fault| (words(fault), Some(hint.to_owned())));
    }
}
