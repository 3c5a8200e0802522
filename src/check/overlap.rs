//! E405: one actor twice at the same time in one outlet.

use std::collections::HashMap;
use std::rc::Rc;

use super::spot::{Spot, SpotSheet, digest};
use super::{ByOutletDay, Verdicts, Watch, words};
use crate::diagnostic::{Code, Severity, shown};
use crate::ingest::CodedSample;
use crate::study::{Field, Study};

pub(super) static CODE: Code = Code {
    id: "E405",
    name: "overlap",
    severity: Severity::Error,
    page: "Two rows have one actor on air in one outlet at the same time, so that the seconds they share count \
           twice. One of the starts or lengths is wrong, or one broadcast was coded twice. Other actors may \
           overlap, one picture shows two people, and so may the appearances of one item. Looked at are rows whose start is \
           written to the second, or whose end is given. The row that stands first keeps its place, whichever of them is wrong: \
           under `on_error = \"reject\"` the later one is left out.",
};

/// An appearance on air.
#[derive(Debug)]
struct Span {
    start: i32,
    end: i32,
    /// The line, and the number of the sheet among those of [`OnAir`].
    line: u32,
    sheet: u32,
    /// A digest of its item; 0 where it has none.
    item: u64,
}

/// What is on air on an outlet and day, in the order of starts, by actor, quantity and voice: 24 bytes a row.
#[derive(Debug, Default)]
struct Day {
    numbers: HashMap<u64, usize, foldhash::fast::FixedState>,
    spans: Vec<Spans>,
}

/// Spans in the order of their starts, and how long the longest is: what began before that cannot reach further.
#[derive(Debug, Default)]
struct Spans {
    in_order: Vec<Span>,
    longest: i32,
}

/// So many spans that are on air at the same time are looked at: more are no broadcast.
const MOST_NEAR: usize = 256;

impl Spans {
    /// Those that are on air at the same time, the latest to begin first.
    fn near(&self, span: &Span) -> impl Iterator<Item = &Span> {
        let behind = self.in_order.partition_point(|other| other.start < span.end);
        let (start, earliest) = (span.start, span.start.saturating_sub(self.longest));
        let near = self.in_order[..behind].iter().rev().take_while(move |other| other.start >= earliest);
        near.filter(move |other| other.end > start).take(MOST_NEAR)
    }

    /// One that is on air at the same time and no part of the same. The same span under another item is a double import,
    /// which W403 says; the appearances of one item may be parts of it, each with the start of the whole.
    fn overlapping(&self, span: &Span, has_items: bool) -> Option<&Span> {
        let is_same = |other: &Span| has_items && (other.start, other.end) == (span.start, span.end);
        self.near(span).find(|other| !is_same(other) && (span.item == 0 || span.item != other.item))
    }

    /// Remembers a span; the same of the same item once.
    fn add(&mut self, span: Span) {
        let is_equal = |other: &Span| (other.item, other.start, other.end) == (span.item, span.start, span.end);
        if !self.near(&span).any(is_equal) {
            self.longest = self.longest.max(span.end.saturating_sub(span.start));
            let at = self.in_order.partition_point(|other| other.start <= span.start);
            self.in_order.insert(at, span);
        }
    }
}

impl Day {
    /// The number of the spans of a digest.
    fn number(&mut self, digest: u64) -> usize {
        let number = *self.numbers.entry(digest).or_insert(self.spans.len());
        if number == self.spans.len() {
            self.spans.push(Spans::default());
        }
        number
    }
}

/// What is on air, by outlet and day.
#[derive(Debug, Default)]
pub(super) struct OnAir {
    days: ByOutletDay<Day>,
    sheets: Vec<Rc<SpotSheet>>,
}

impl OnAir {
    /// The number of a sheet: chunks of one sheet come together.
    fn sheet(&mut self, sheet: &Rc<SpotSheet>) -> u32 {
        if self.sheets.last().is_none_or(|last| (&last.file, &last.name) != (&sheet.file, &sheet.name)) {
            self.sheets.push(Rc::clone(sheet));
        }
        u32::try_from(self.sheets.len() - 1).expect("invariant: fewer sheets than u32 counts")
    }
}

/// When each row is on air, where it says so exactly: a start to the minute says too little, for two items of one minute
/// would seem to overlap. Nothing of no length.
fn on_air(sample: &CodedSample, study: &Study) -> Vec<Option<(i32, i32)>> {
    let (starts, ends, exact) = (sample.starts(), sample.ends(), sample.are_starts_exact());
    let (dates, amounts, are_times) = (sample.dates(), sample.amounts(), sample.are_times(study));
    let span = |row: usize| {
        let (start, _) = (starts[row]?, dates[row]?);
        let end = match (ends[row], amounts[row]) {
            (Some(end), _) => i64::from(end),
            (None, Some(amount)) if exact[row] && are_times[row] => i64::from(start) + amount,
            _ => return None,
        };
        let end = i32::try_from(end).unwrap_or(i32::MAX);
        (start < end).then_some((start, end))
    };
    (0..sample.n_rows()).map(span).collect()
}

impl Watch for OnAir {
    fn inspect(&mut self, sample: &CodedSample, study: &Study, verdicts: &mut Verdicts) {
        let starts = sample.starts();
        if starts.iter().all(Option::is_none) {
            return;
        }
        let (on_air, passes) = (on_air(sample, study), sample.passes());
        let items = sample.id_digests(Field::Item);
        let is_offset = sample
            .file
            .as_ref()
            .is_some_and(|file| study.sources[file.source].clock != crate::study::Clock::ServiceDay);
        let fields = [Field::Actor, Field::Quantity, Field::Voice, Field::Programme];
        // Where the clock is that of the recording, each programme has its own.
        let groups = sample.groups(&[&[Field::Outlet, Field::Date], &fields[..if is_offset { 4 } else { 3 }]].concat());
        let [actors, quantities, voices, programmes] = fields.map(|field| sample.id_digests(field));
        let programme = |row: usize| is_offset.then(|| programmes.of(row));
        let alike = |row: usize| digest((actors.of(row), quantities.of(row), voices.of(row), programme(row)));
        let mut numbers: Vec<Option<usize>> = vec![None; groups.first_rows.len()];
        let has_items = sample.headings.contains_key(&Field::Item);
        let sheet = self.sheet(&verdicts.spot(0).sheet);
        for row in 0..sample.n_rows() {
            let Some((start, end)) = on_air[row] else { continue };
            if verdicts.is_decided(row) || passes[row].unwrap_or(1) > 1 || actors.of(row) == 0 {
                continue;
            }
            let line = u32::try_from(sample.lines()[row]).unwrap_or(u32::MAX);
            let span = Span { start, end, line, sheet, item: items.of(row) };
            let day = self.days.at(verdicts.outlet_day(row));
            let number = numbers[groups.of_rows[row] as usize].get_or_insert_with(|| day.number(alike(row)));
            let spans = &mut day.spans[*number];
            let Some(other) = spans.overlapping(&span, has_items) else {
                spans.add(span);
                continue;
            };
            let shared = i64::from(span.end.min(other.end)) - i64::from(span.start.max(other.start));
            let sheet = Rc::clone(&self.sheets[other.sheet as usize]);
            let place = Spot { sheet, line: u64::from(other.line) }.place().address();
            let actor = sample.id(Field::Actor, row).unwrap_or_default();
            let message =
                format!("`{}` is on air twice for {}, here and at {place}", shown(actor), words::time(shared));
            let hint = "mend a start or a length; is one broadcast coded twice?".to_owned();
            verdicts.find(row, &CODE, sample.heading(Field::Start), message, Some(hint));
            // A study may let both count.
            if !verdicts.is_decided(row) {
                spans.add(span);
            }
        }
    }

    fn pass(&mut self, outlet_days: &[u32]) {
        self.days.take(outlet_days);
    }
}
