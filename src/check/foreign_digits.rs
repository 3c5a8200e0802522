//! N208: digits of another script.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "N208",
    name: "digits-of-another-script",
    severity: Severity::Note,
    page: "The cell is written with Arabic-Indic, Devanagari, full-width or other digits. They were read as 0 to 9.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::ForeignDigits,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("`{}` was read with digits of another script", shown(&fault.text));
            (message, Some("nothing need be done; decimal marks are still as declared".to_owned()))
        },
    );
}
