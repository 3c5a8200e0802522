//! E218: a pass that is no whole number.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E218",
    name: "not-a-pass",
    severity: Severity::Error,
    page: "The pass says whether a row is the coding that counts (1) or a copy made to test agreement (2 and up). \
           Anything else leaves open whether the row counts once or twice.",
};

pub(super) fn inspect(sample: &CodedSample, _: &Study, verdicts: &mut Verdicts) {
    verdicts.find_faults(
        sample,
        FaultKind::Unreadable,
        |field| field == Field::Pass,
        &CODE,
        |fault| {
            let message = format!("`{}` is no coding pass, expected 1, 2 ...", shown(&fault.text));
            (message, Some("1 counts, 2 and up are copies for testing agreement".to_owned()))
        },
    );
}
