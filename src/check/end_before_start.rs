//! E308: an end before its start.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::Study;

pub(super) static CODE: Code = Code {
    id: "E308",
    name: "end-before-start",
    severity: Severity::Error,
    page: "The appearance ends before it starts. Where broadcasts run past midnight and are written so (23:50 to \
           0:20), say `crosses_midnight = true` in the source; the service day may also be written on, to 30:00 \
           (23:50 to 24:20).",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::EndBeforeStart,
        |_| true,
        &CODE,
        |fault| {
            let (start, end) = fault.text.split_once('\u{1f}').unwrap_or((&fault.text, ""));
            let message = format!("it ends at {}, before its start at {}", shown(end), shown(start));
            (message, Some("say `crosses_midnight = true` in the source, or mend the cell".to_owned()))
        },
    );
}
