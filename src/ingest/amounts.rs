//! The amount of a row: from its cell, from two cells, or from its start and end; and the percentage printed beside it.

use std::borrow::Cow;

use super::FaultKind;
use super::chunk::{Carried, Chunk};
use super::columns::Printed;
use super::part::Part;
use super::record::{AddedRows, Kind};
use super::shape::Looked;
use crate::study::{Allocation, Field};
use crate::unit::{Amount, AmountFormat, AmountSizes, Decimal, DecimalMark, UnreadableAmount, clock_duration};

impl Chunk<'_> {
    pub(super) fn add_amount(&mut self, looked: &Looked<'_>, part: &Part<'_>, carried: &Carried) {
        let format = part.amount.format;
        let of = |field: Field| self.text(field, &part.given, looked, carried);
        let (cell, kind) = match part.amount.slot {
            Some(slot) => {
                let (cell, kind) = looked.cell(slot);
                (Cow::Borrowed(cell), kind)
            }
            None if format.is_product() => of(Field::Width),
            None => (Cow::Borrowed(""), Kind::Text),
        };
        let (height, height_kind) = if format.is_product() { of(Field::Height) } else { (Cow::Borrowed(""), kind) };
        // Both sides of a product are read by one rule: a typed number has a dot.
        let height = if (kind, height_kind) == (Kind::Number, Kind::Text) && self.source.decimal == DecimalMark::Comma {
            Cow::Owned(height.replace(',', "."))
        } else if (kind, height_kind) == (Kind::Text, Kind::Number) && self.source.decimal == DecimalMark::Comma {
            Cow::Owned(height.replace('.', ","))
        } else {
            height
        };
        let read = if format == AmountFormat::StartEnd {
            self.amount_between()
        } else {
            self.amount_of(format, [&cell, &height], kind)
        };
        match read {
            Ok(amount) => {
                let is_split = self.source.allocation == Allocation::EqualSplit;
                let whole = if is_split { part.turn.part_of(amount.whole()) } else { amount.whole() };
                self.columns.amounts.push(Some(whole));
                self.refuse_other_unit(looked.record.line, part, format);
            }
            Err(fault) => {
                self.columns.amounts.push(None);
                if let Some(fault) = fault {
                    self.fault(looked.record.line, Field::Amount, part.amount.heading.clone(), &cell, fault);
                }
            }
        }
        if kind == Kind::Duration && self.columns.amounts.last().copied().flatten().is_some_and(|ms| ms >= 86_400_000) {
            let heading = part.amount.heading.clone();
            self.fault(looked.record.line, Field::Amount, heading, &cell, FaultKind::LongerThanDay);
        }
        self.note_foreign_digits(looked.record.line, Field::Amount, &cell);
    }

    /// Adds the rows that an engine added up: their sum as one row.
    pub(super) fn add_sum(&mut self, looked: &Looked<'_>, added: &AddedRows, part: &Part<'_>, carried: &mut Carried) {
        let (n_rows, sum) = added.sum(part.amount.slot);
        self.n_blank += added.n_rows - n_rows;
        if n_rows == 0 {
            return;
        }
        self.columns.lines.push(looked.record.line);
        self.columns.n_added.push(n_rows);
        self.columns.digests.push(None);
        self.add_cells(looked, part, carried);
        self.columns.amounts.push(Some(sum));
        self.refuse_other_unit(looked.record.line, part, part.amount.format);
        self.columns.printed.push(None);
    }

    /// Seconds are no area, whatever quantity a heading, path or cell names.
    pub(super) fn refuse_other_unit(&mut self, line: u64, part: &Part<'_>, format: AmountFormat) {
        let number = self.columns.words.get(Field::Quantity).and_then(|words| words.last().copied().flatten());
        if self.sound_unit == Some((number, format)) {
            return;
        }
        let id = number.and_then(|number| self.dictionaries.get(Field::Quantity)?.id(number));
        let quantity = id.and_then(|id| self.study.quantity(id));
        if let Some(quantity) = quantity.filter(|quantity| quantity.unit != format.unit()) {
            let text = format!("{}\u{1f}{}", format.word(), quantity.id);
            self.fault(line, Field::Amount, part.amount.heading.clone(), &text, FaultKind::OtherUnit);
        } else {
            self.sound_unit = Some((number, format));
        }
    }

    /// An amount by its cells; no fault where another column was to blame and has one.
    fn amount_of(&self, format: AmountFormat, cells: [&str; 2], kind: Kind) -> Result<Amount, Option<FaultKind>> {
        let is_time = format.unit() == crate::unit::Unit::Time;
        let read = match kind {
            // A spreadsheet takes a typed `5:12` for hours and minutes.
            Kind::Duration if format == AmountFormat::MinutesSeconds => return Err(Some(FaultKind::OtherClock)),
            Kind::Duration if is_time => clock_duration(cells[0]),
            Kind::Text => format.parse(cells, self.source.decimal, self.sizes(format)),
            Kind::Number if !matches!(format, AmountFormat::HoursMinutesSeconds | AmountFormat::MinutesSeconds) => {
                format.parse(cells, DecimalMark::Dot, self.sizes(format))
            }
            other => return Err(Some(wrong_kind(other))),
        };
        read.map_err(|why| {
            Some(match why {
                UnreadableAmount::Missing => FaultKind::Missing,
                UnreadableAmount::Unreadable => FaultKind::Unreadable,
                UnreadableAmount::NotFinite => FaultKind::NotFinite,
                UnreadableAmount::Negative => FaultKind::Negative,
                UnreadableAmount::OutOfRange => FaultKind::OutOfRange,
                UnreadableAmount::OtherMark => FaultKind::OtherMark,
                UnreadableAmount::OtherClock => FaultKind::OtherClock,
                UnreadableAmount::NoSize => FaultKind::NoSize,
            })
        })
    }

    /// The sizes of the outlet of the row that is being added, where the format needs them.
    fn sizes(&self, format: AmountFormat) -> AmountSizes {
        if !format.needs_sizes() {
            return AmountSizes::default();
        }
        let number = self.columns.words.get(Field::Outlet).and_then(|words| words.last().copied().flatten());
        let id = number.and_then(|number| self.dictionaries.get(Field::Outlet)?.id(number));
        let outlet = id.and_then(|id| self.study.codebook.outlets.by_id(id)).map(|outlet| &outlet.own);
        AmountSizes {
            clip: self.source.clip,
            column_cm: outlet.and_then(|outlet| outlet.column_cm),
            page_cm2: outlet.and_then(|outlet| outlet.page_cm2),
        }
    }

    fn amount_between(&self) -> Result<Amount, Option<FaultKind>> {
        let (start, end) = (self.columns.starts.last().copied().flatten(), self.columns.ends.last().copied().flatten());
        let row = self.row();
        let is_blamed = self.faults.iter().rev().take_while(|fault| fault.row == row);
        let is_blamed = is_blamed.into_iter().any(|fault| matches!(fault.field, Field::Start | Field::End));
        match (start, end) {
            (Some(start), Some(end)) => {
                AmountFormat::StartEnd.bounded(i64::from(end - start)).map_err(|_| Some(FaultKind::Negative))
            }
            _ if is_blamed => Err(None),
            _ => Err(Some(FaultKind::Missing)),
        }
    }

    pub(super) fn add_percent(&mut self, looked: &Looked<'_>, part: &Part<'_>) {
        let Some(slot) = part.amount.percent else {
            self.columns.printed.push(None);
            return;
        };
        let cell = looked.cell(slot).0;
        let number = cell.trim_end_matches('%').trim();
        let is_none = number.is_empty() || number.chars().all(|c| matches!(c, '-' | '–' | '—'));
        let mark = if number.contains(',') { DecimalMark::Comma } else { DecimalMark::Dot };
        let printed = Decimal::parse(number, mark).ok().and_then(Printed::of);
        if printed.is_none() && !is_none {
            let heading = part.amount.percent_heading.clone();
            self.fault(looked.record.line, Field::Percent, heading, cell, FaultKind::Unreadable);
        }
        self.columns.printed.push(printed.filter(|_| !is_none));
    }
}

/// A cell of another kind than its column's.
pub(super) fn wrong_kind(kind: Kind) -> FaultKind {
    match kind {
        Kind::Error => FaultKind::FormulaError,
        Kind::NoValue => FaultKind::NoValue,
        _ => FaultKind::OtherKind,
    }
}
