//! W305: many rows outside the window.

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::study::Study;

use super::RowCounts;

pub(super) static CODE: Code = Code {
    id: "W305",
    name: "many-outside-window",
    severity: Severity::Warning,
    page: "More than one row in twenty lies outside the window and was left out. Either the sheets hold more than \
           was meant, or the window is wrong.",
};

pub(super) fn finish(counts: &RowCounts, study: &Study) -> Option<Diagnostic> {
    let n_outside = counts.out_of_scope.get(super::outside_window::LEFT_OUT.id).copied().unwrap_or(0);
    let place = Place::file(crate::study::printed_path(&study.folder.join("study.toml")));
    let message = format!("{n_outside} of {} rows lie outside the window and were left out", counts.read);
    let hint = "is the window right?".to_owned();
    (n_outside * 20 > counts.read).then(|| Diagnostic::new(&CODE, place, message).with_hint(hint))
}
