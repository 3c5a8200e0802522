//! E222: a position that is no whole number from 1.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E222",
    name: "not-a-position",
    severity: Severity::Error,
    page: "The position is the place of an item in its bulletin: 1 for the first. Mean positions are made of it, and a letter \
           or a zero has no place among them.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::Unreadable,
        |field| field == Field::Position,
        &CODE,
        |fault| {
            let message = format!("`{}` is no place in a bulletin, expected 1, 2 ...", shown(&fault.text));
            (message, Some("leave the cell blank where the place is not known".to_owned()))
        },
    );
}
