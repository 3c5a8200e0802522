//! Cells of a workbook's sheet become rows, each cell a text with the kind it had.

use calamine::{CellErrorType, DataRef, ExcelDateTime, Sheet, SheetVisible};

use super::codes::{DATES_FROM_1904, DAY_FRACTIONS, FORMULAS, HIDDEN_ROWS, NOT_READABLE, SPARSE_EXTENT, WORKBOOK_BOMB};
use super::marks::{MOST_UNPACKED, Marks};
use super::record::{Kind, Record};
use super::workbook::TakeSheet;
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place, column_letters, counted};
use crate::study::TableFormat;

/// The rows that a sheet of any spreadsheet has.
const MOST_ROWS: u32 = 1_048_576;

/// How much of a workbook was read so far.
#[derive(Debug, Default)]
pub(super) struct Size {
    n_bytes: u64,
}

/// Gathers cells into rows, and counts what has to be said of a sheet.
pub(super) struct RowBuilder<'f> {
    file: &'f InputFile,
    sheet: &'f Sheet,
    format: &'f TableFormat,
    size: &'f mut Size,
    record: Record,
    row: u32,
    n_formulas: u64,
    first_formula: Option<(u32, u32)>,
    n_durations: u64,
    dates_from_1904: bool,
}

impl<'f> RowBuilder<'f> {
    pub(super) fn new(file: &'f InputFile, sheet: &'f Sheet, format: &'f TableFormat, size: &'f mut Size) -> Self {
        RowBuilder {
            file,
            sheet,
            format,
            size,
            record: Record::default(),
            row: 0,
            n_formulas: 0,
            first_formula: None,
            n_durations: 0,
            dates_from_1904: false,
        }
    }

    fn place(&self, (row, column): (u32, u32)) -> Place {
        let place = Place::line(&self.file.printed, u64::from(row) + 1).in_sheet(Some(self.sheet.name.clone()));
        Place { letters: Some(column_letters(column as usize)), ..place }
    }

    /// A cell; they come row by row.
    ///
    /// Errors: cells that are out of order, too far away, too long, or too many.
    pub(super) fn cell(
        &mut self,
        at: (u32, u32),
        value: &DataRef<'_>,
        is_formula: bool,
        take: &mut dyn TakeSheet,
    ) -> Result<(), Refusal> {
        if *value == DataRef::Empty && !is_formula {
            return Ok(());
        }
        let column = at.1 as usize;
        if column >= self.format.most_columns {
            let message =
                format!("a cell is filled in column {}, at most {} are read", column + 1, self.format.most_columns);
            let hint = "clear the cells far to the right of the table, or raise `most_columns` of the source";
            return Err(vec![Diagnostic::new(&SPARSE_EXTENT, self.place(at), message).with_hint(hint.to_owned())]);
        }
        if at.0 >= MOST_ROWS {
            let message = format!("a cell is filled in row {}, a sheet has {MOST_ROWS} at most", u64::from(at.0) + 1);
            return Err(vec![Diagnostic::new(&SPARSE_EXTENT, self.place(at), message)]);
        }
        if at.0 < self.row || (at.0 == self.row && self.record.n_cells() > column) {
            let message = "the rows of the sheet are not in order";
            return Err(vec![Diagnostic::new(&NOT_READABLE, self.place(at), message)]);
        }
        if at.0 > self.row {
            self.give(take);
            self.row = at.0;
        }
        while self.record.n_cells() < column {
            self.record.push("", Kind::Text);
        }
        if is_formula && !matches!(value, DataRef::Empty | DataRef::Error(_)) {
            self.n_formulas += 1;
            self.first_formula.get_or_insert(at);
        }
        self.push(value, is_formula);
        self.refuse_what_fills_memory(at)
    }

    /// A text of a workbook may stand in a million cells and be kept once: here it would be kept a million times.
    fn refuse_what_fills_memory(&mut self, at: (u32, u32)) -> Result<(), Refusal> {
        let n_bytes = self.record.refuse_long_cell(self.format.most_cell_bytes, || self.place(at))?;
        self.size.n_bytes += n_bytes;
        if self.size.n_bytes > MOST_UNPACKED {
            let message = format!("the cells up to here hold more than {} MiB of text", MOST_UNPACKED >> 20);
            let hint =
                "remove columns of long texts, or export the sheet as CSV, which is read piece by piece".to_owned();
            return Err(vec![Diagnostic::new(&WORKBOOK_BOMB, self.place(at), message).with_hint(hint)]);
        }
        Ok(())
    }

    fn push(&mut self, value: &DataRef<'_>, is_formula: bool) {
        let record = &mut self.record;
        match value {
            DataRef::Int(number) => record.push(&number.to_string(), Kind::Number),
            DataRef::Float(number) => record.push(&number.to_string(), Kind::Number),
            DataRef::String(text) if text.is_empty() && is_formula => record.push("", Kind::NoValue),
            DataRef::String(text) => record.push(text, Kind::Text),
            DataRef::SharedString(text) => record.push(text, Kind::Text),
            DataRef::Bool(yes) => record.push(if *yes { "TRUE" } else { "FALSE" }, Kind::Boolean),
            DataRef::DateTime(date) => {
                let (text, kind) = date_text(date);
                self.n_durations += u64::from(kind == Kind::Duration);
                self.dates_from_1904 |= kind == Kind::Date && is_1904(date);
                record.push(&text, kind);
            }
            DataRef::DateTimeIso(text) => record.push(&text.replace('T', " "), Kind::Date),
            DataRef::DurationIso(text) => {
                self.n_durations += 1;
                record.push(&iso_duration(text).unwrap_or_else(|| text.clone()), Kind::Duration);
            }
            DataRef::Error(error) => record.push(error_text(error), Kind::Error),
            DataRef::Empty => record.push("", Kind::NoValue),
        }
    }

    /// Gives the row gathered so far.
    fn give(&mut self, take: &mut dyn TakeSheet) {
        if self.record.n_cells() > 0 {
            self.record.line = u64::from(self.row) + 1;
            take.record(&mut self.record);
            self.record.clear();
        }
    }

    pub(super) fn finish(mut self, marks: &Marks, take: &mut dyn TakeSheet) -> Refusal {
        self.give(take);
        let whole = Place::file(&self.file.printed).in_sheet(Some(self.sheet.name.clone()));
        let mut findings = Vec::new();
        if let Some(at) = self.first_formula {
            let message =
                format!("{} read by the value saved with it, this the first", counted(self.n_formulas, "formula"));
            findings.push(Diagnostic::new(&FORMULAS, self.place(at), message));
        }
        let hidden = marks.hidden_words(&self.sheet.name, self.sheet.visible != SheetVisible::Visible);
        if let Some(words) = hidden {
            let hint = "was something hidden because it does not count? Remove it, or leave it out by rule".to_owned();
            let message = format!("{words}: all of it was read");
            findings.push(Diagnostic::new(&HIDDEN_ROWS, whole.clone(), message).with_hint(hint));
        }
        if self.dates_from_1904 {
            let message = "the workbook counts its days from 1904, and so its dates were read";
            findings.push(Diagnostic::new(&DATES_FROM_1904, whole.clone(), message));
        }
        if self.n_durations > 0 {
            let message = format!("{} kept as a part of a day read as a clock", counted(self.n_durations, "time"));
            findings.push(Diagnostic::new(&DAY_FRACTIONS, whole, message));
        }
        findings
    }
}

/// Below this many days a date cell is a length or a time of day: nothing coded lies in the year 1900.
const FIRST_DATE: f64 = 366.0;

fn date_text(date: &ExcelDateTime) -> (String, Kind) {
    let days = date.as_f64();
    if !(FEWEST_DAYS..MOST_DAYS).contains(&days) {
        return (days.to_string(), Kind::Number);
    }
    if date.is_duration() || days < FIRST_DATE {
        return (clock_text(days), Kind::Duration);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let clock =
        if (hour, minute, second) == (0, 0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}:{second:02}") };
    (format!("{year:04}-{month:02}-{day:02}{clock}"), Kind::Date)
}

/// Day numbers of the years 1 to 9999, as far as a workbook's calendar goes; what is beyond is no date.
const FEWEST_DAYS: f64 = -693_593.0;
const MOST_DAYS: f64 = 2_958_466.0;

/// A part of a day as `h:mm:ss`, to the millisecond.
fn clock_text(days: f64) -> String {
    const DAY: f64 = 86_400_000.0;
    let sign = if days < 0.0 { "-" } else { "" };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float becomes the nearest millisecond"
    )]
    let milliseconds = (days.abs() * DAY).round() as u64;
    let (seconds, part) = (milliseconds / 1_000, milliseconds % 1_000);
    let clock = format!("{sign}{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if part == 0 { clock } else { format!("{clock}.{part:03}") }
}

/// Does the date count from 1904? The same serial number then lies 1,462 days later.
fn is_1904(date: &ExcelDateTime) -> bool {
    let plain = ExcelDateTime::new(date.as_f64(), calamine::ExcelDateTimeType::DateTime, false);
    plain.to_ymd_hms_milli() != date.to_ymd_hms_milli()
}

/// ODS writes `PT25H30M00S`, and a `-` before what is less than nothing.
fn iso_duration(text: &str) -> Option<String> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let (seconds, part) = seconds.split_once('.').unwrap_or((&seconds, ""));
    let part = part.trim_end_matches('0');
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if ![hours, minutes, seconds].into_iter().all(is_number) || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours = hours.trim_start_matches('0');
    let clock = format!("{sign}{}:{minutes:0>2}:{seconds:0>2}", if hours.is_empty() { "0" } else { hours });
    Some(if part.is_empty() { clock } else { format!("{clock}.{part}") })
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        _ => "#VALUE!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_day_is_a_clock() {
        assert_eq!(clock_text(1.062_5), "25:30:00");
        assert_eq!(clock_text(1.0 / 86_400.0), "0:00:01");
        assert_eq!(clock_text(0.5 / 86_400.0), "0:00:00.500");
        assert_eq!(iso_duration("PT25H30M07S").as_deref(), Some("25:30:07"));
        assert_eq!(iso_duration("PT00H00M12.5000000S").as_deref(), Some("0:00:12.5"));
        assert_eq!(iso_duration("-PT01H00M00S").as_deref(), Some("-1:00:00"));
        assert_eq!(iso_duration("PT99999999999H00M00S").as_deref(), Some("99999999999:00:00"));
        assert_eq!(iso_duration("PT-1H00M00S"), None);
    }
}
