//! E202: a duration or area that is not written as the source declares.

use super::Verdicts;
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, FaultKind};
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E202",
    name: "not-an-amount",
    severity: Severity::Error,
    page: "The cell is not written as the source's `amount` declares: letters, another clock format, another decimal \
           mark. Evenhand does not guess: `1:30` is ninety seconds in one sheet and ninety minutes in the next. Mend \
           the cell, or declare the way this desk writes (`seconds`, `minutes`, `mm:ss`, `hh:mm:ss`, `cm2`, and `decimal`).",
};

pub(super) fn inspect(sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
    let Some(file) = &sample.file else { return };
    let source = &study.sources[file.source];
    let expected = source.amount.word();
    verdicts.find_faults(
        sample,
        FaultKind::Unreadable,
        |field| field == Field::Amount,
        &CODE,
        |fault| {
            let message = format!("`{}` is no amount, expected {expected}", shown(&fault.text));
            let hint = match fault.text.trim() {
                text if text.contains(':') => "is this sheet's clock declared? `amount = \"mm:ss\"` or `\"hh:mm:ss\"`",
                text if text.contains([',', '.']) => {
                    "is this sheet's decimal mark declared? `decimal = \",\"` or `\".\"`"
                }
                _ => "mend the cell, or declare how this sheet writes amounts",
            };
            (message, Some(format!("{hint} (source `{}`)", source.id)))
        },
    );
}
