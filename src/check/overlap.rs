//! E405: one actor twice at the same time in one outlet.

use std::collections::{BTreeMap, HashMap};

use super::{Verdicts, Watch, words};
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::{CodedSample, column};
use crate::study::{Field, Study};
use crate::unit::Unit;

pub(super) static CODE: Code = Code {
    id: "E405",
    name: "overlap",
    severity: Severity::Error,
    page: "Two rows have one actor on air in one outlet at the same time, so that the seconds they share count \
           twice. One of the starts or lengths is wrong, or one broadcast was coded twice. Other actors may \
           overlap: one picture shows two people. Looked at are rows whose start is written to the second, or whose \
           end is given.",
};

/// The outlet, actor, quantity and voice, and the day.
type Key = (String, i32);

/// An appearance on air: its end, where it was read, and its item.
type Span = (i64, String, Option<String>);

/// What is on air: from start to end and where it was read, by key.
#[derive(Debug, Default)]
pub(super) struct OnAir {
    spans: HashMap<Key, BTreeMap<i64, Span>>,
}

impl Watch for OnAir {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let starts = sample.integers(column::START);
        if starts.iter().all(Option::is_none) {
            return;
        }
        let (ends, dates, passes) =
            (sample.integers(column::END), sample.integers(column::DATE), sample.integers(column::PASS));
        let fields = [Field::Outlet, Field::Actor, Field::Quantity, Field::Voice, Field::Programme];
        let ids = fields.map(|field| sample.ids(field));
        let amounts = sample.amounts();
        // A start to the minute says too little: two items of one minute would seem to overlap.
        let exact = sample.integers(column::START_EXACT);
        let items = sample.ids(Field::Item);
        let is_offset = sample
            .file
            .as_ref()
            .is_some_and(|file| study.sources[file.source].clock != crate::study::Clock::ServiceDay);
        let has_items = sample.headings.contains_key(&Field::Item);
        for row in 0..sample.n_rows() {
            let (Some(start), Some(date), Some(actor)) = (starts[row], dates[row], ids[1][row]) else { continue };
            let is_time = ids[2][row].and_then(|id| study.quantity(id)).is_some_and(|q| q.unit == Unit::Time);
            let end = match (ends[row], amounts[row]) {
                (Some(end), _) => i64::from(end),
                (None, Some(amount)) if exact[row] == Some(1) && is_time => i64::from(start) + amount,
                _ => continue,
            };
            if verdicts.is_decided(row) || passes[row].unwrap_or(1) > 1 {
                continue;
            }
            let programme = if is_offset { ids[4][row] } else { None };
            let parts = [ids[0][row], Some(actor), ids[2][row], ids[3][row], programme];
            let key = parts.map(Option::unwrap_or_default).join("\u{1f}");
            let spans = self.spans.entry((key, date)).or_default();
            let (start, here) = (i64::from(start), verdicts.place(row, sample.heading(Field::Start)));
            let before = spans.range(..=start).next_back().filter(|(_, (other, ..))| *other > start);
            let behind = spans.range(start..).next().filter(|(other, _)| **other < end);
            let found = before.or(behind);
            // The same span under another item is a double import, which W403 says.
            let is_same = found.is_some_and(|(other, (other_end, ..))| (*other, *other_end) == (start, end));
            // The appearances of one item may be parts of it, each with the start of the whole.
            let is_one_item = found.is_some_and(|(_, (.., item))| item.is_some() && item.as_deref() == items[row]);
            if let Some((other_start, (other_end, place, _))) = found.filter(|_| !(is_one_item || is_same && has_items))
            {
                let shared = end.min(*other_end) - start.max(*other_start);
                let message =
                    format!("`{}` is on air twice for {}, here and at {place}", shown(actor), words::time(shared));
                let hint = "mend a start or a length; is one broadcast coded twice?".to_owned();
                verdicts.find(row, &CODE, sample.heading(Field::Start), message, Some(hint));
            } else if !is_same && !is_one_item {
                spans.insert(start, (end, here.address(), items[row].map(str::to_owned)));
            }
        }
    }
}
