//! E307: a start that is no time of the service day.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E307",
    name: "not-a-time",
    severity: Severity::Error,
    page: "A start is written `hh:mm` or `hh:mm:ss` on the service day, which runs past midnight to 30:00: a programme \
           at half past one in the night belongs to the evening before and starts at 25:30.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::Unreadable,
        |field| matches!(field, Field::Start | Field::End),
        &CODE,
        |fault| {
            let message = format!("`{}` is no time of day, expected hh:mm up to 30:00", shown(&fault.text));
            (message, Some("after midnight the service day goes on: 01:30 is 25:30".to_owned()))
        },
    );
}
