//! W314: a time cell that holds a day or more.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "W314",
    name: "longer-than-a-day",
    severity: Severity::Warning,
    page: "The cell is formatted as a clock and holds 24 hours or more. Formatted `h:mm:ss`, a spreadsheet shows it \
           without its days: 25:30:00 as 1:30:00. What it holds was read: look whether what it shows was meant.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::LongerThanDay,
        |_| true,
        &CODE,
        |fault| {
            let message = format!("the cell holds {}, and may show less", shown(&fault.text));
            (message, Some("format the cell `[h]:mm:ss` and look whether it is what was meant".to_owned()))
        },
    );
}
