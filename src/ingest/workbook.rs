//! Workbooks: the cells of XLSX, XLSB, XLS and ODS sheets as records.

use std::fs::File;
use std::io::{BufReader, Cursor, Read as _};

use calamine::{CellErrorType, DataRef, Dimensions, ExcelDateTime, Reader, Sheet, SheetVisible, Xls, Xlsb, Xlsx};

use super::codes::{
    DATES_FROM_1904, DAY_FRACTIONS, FORMULAS, HIDDEN_ROWS, NOT_READABLE, SPARSE_EXTENT, UNSUPPORTED, WHICH_SHEET,
};
use super::marks::{self, Marks};
use super::record::{Kind, Record};
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place, column_letters, counted, shown};
use crate::study::TableFormat;

/// A workbook's file that is larger than this is not opened: XLS sheets are built whole in memory.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Does the name say that the file is a workbook?
pub(super) fn is_workbook(name: &str) -> bool {
    matches!(extension(name).as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods")
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

/// Takes what a sheet holds, in the order of its rows.
pub(super) trait TakeSheet {
    /// A sheet begins; its merged regions are rows and columns from 0.
    fn begin(&mut self, name: &str, merged: Vec<Dimensions>);
    /// The next row with a cell.
    fn record(&mut self, record: &Record);
    /// The sheet ends; what was found that is about it as a whole.
    fn end(&mut self, findings: Refusal);
}

/// Reads the chosen sheets of a workbook, one after the other.
///
/// Errors: what is wrong with the file as a whole.
pub(super) fn read(file: &InputFile, format: &TableFormat, take: &mut dyn TakeSheet) -> Result<(), Refusal> {
    let unreadable = |error: String| {
        let place = Place::file(&file.printed);
        if error.to_lowercase().contains("password") {
            let message = "the workbook is encrypted, expected one that opens without a password";
            let hint = "save a copy without a password".to_owned();
            return vec![Diagnostic::new(&UNSUPPORTED, place, message).with_hint(hint)];
        }
        let hint = "open it in the program it was made with, and save it again".to_owned();
        vec![Diagnostic::new(&NOT_READABLE, place, format!("the workbook cannot be read: {error}")).with_hint(hint)]
    };
    let is_zip = matches!(extension(&file.relative).as_str(), "xlsx" | "xlsm" | "xlsb" | "ods");
    let marks = if is_zip { marks::scan(file)? } else { Marks::default() };
    let length = file.path.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    if length > MOST_BYTES {
        return Err(unreadable(format!("it has {} MiB, at most {} are read", length >> 20, MOST_BYTES >> 20)));
    }
    let opened = File::open(&file.path).map_err(|error| unreadable(error.to_string()))?;
    let input = BufReader::new(opened);
    match extension(&file.relative).as_str() {
        "xlsx" | "xlsm" => {
            let mut workbook = Xlsx::new(input).map_err(|error| unreadable(error.to_string()))?;
            read_xlsx(file, format, &mut workbook, &marks, take).map_err(|found| found.or_else_say(unreadable))
        }
        "xlsb" => {
            let mut workbook = Xlsb::new(input).map_err(|error| unreadable(error.to_string()))?;
            read_whole(file, format, &mut workbook, |_, _| Vec::new(), &marks, take, unreadable)
        }
        "ods" => {
            let mut workbook = calamine::Ods::new(input).map_err(|error| unreadable(error.to_string()))?;
            read_whole(file, format, &mut workbook, |_, _| Vec::new(), &marks, take, unreadable)
        }
        _ => {
            let mut bytes = Vec::new();
            let mut input = input;
            input.read_to_end(&mut bytes).map_err(|error| unreadable(error.to_string()))?;
            let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| unreadable(error.to_string()))?;
            let merged = |workbook: &Xls<_>, sheet: &str| workbook.merge_cells_by_sheet_name(sheet).unwrap_or_default();
            read_whole(file, format, &mut workbook, merged, &marks, take, unreadable)
        }
    }
}

/// Why a sheet could not be read.
enum Stop {
    Found(Refusal),
    Broken(String),
}

impl Stop {
    fn or_else_say(self, say: impl Fn(String) -> Refusal) -> Refusal {
        match self {
            Stop::Found(findings) => findings,
            Stop::Broken(why) => say(why),
        }
    }
}

/// XLSX streams its cells, so that a far cell costs nothing and a large sheet little.
fn read_xlsx(
    file: &InputFile,
    format: &TableFormat,
    workbook: &mut Xlsx<BufReader<File>>,
    marks: &Marks,
    take: &mut dyn TakeSheet,
) -> Result<(), Stop> {
    for sheet in chosen(file, format, workbook.sheets_metadata(), |name| marks.is_empty(name))? {
        let merged =
            workbook.merge_cells_by_sheet_name(&sheet.name).map_err(|error| Stop::Broken(error.to_string()))?;
        take.begin(&sheet.name, merged);
        let mut rows = RowBuilder::new(file, &sheet, format.most_columns);
        let mut cells =
            workbook.worksheet_cells_reader(&sheet.name).map_err(|error| Stop::Broken(error.to_string()))?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|e| Stop::Broken(e.to_string()))? {
            let is_formula = cell.formula.is_some();
            rows.cell(cell.pos, &cell.value, is_formula, take).map_err(Stop::Found)?;
        }
        let findings = rows.finish(marks, take);
        take.end(findings);
    }
    Ok(())
}

/// The older formats and ODS give a sheet whole.
fn read_whole<R: Reader<RS>, RS: std::io::Read + std::io::Seek>(
    file: &InputFile,
    format: &TableFormat,
    workbook: &mut R,
    merged: impl Fn(&R, &str) -> Vec<Dimensions>,
    marks: &Marks,
    take: &mut dyn TakeSheet,
    unreadable: impl Fn(String) -> Refusal,
) -> Result<(), Refusal>
where
    R::Error: std::fmt::Display,
{
    let metadata = workbook.sheets_metadata().to_vec();
    let mut empty = Vec::new();
    for sheet in &metadata {
        let range = workbook.worksheet_range(&sheet.name).map_err(|error| unreadable(error.to_string()))?;
        if range.is_empty() {
            empty.push(sheet.name.clone());
        }
    }
    let is_empty = |name: &str| empty.iter().any(|empty| empty == name);
    for sheet in chosen(file, format, &metadata, is_empty).map_err(|stop| stop.or_else_say(&unreadable))? {
        let range = workbook.worksheet_range(&sheet.name).map_err(|error| unreadable(error.to_string()))?;
        let formulas = workbook.worksheet_formula(&sheet.name).unwrap_or_default();
        take.begin(&sheet.name, merged(workbook, &sheet.name));
        let mut rows = RowBuilder::new(file, &sheet, format.most_columns);
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let at = (top + index(row), left + index(column));
            let is_formula = formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
            rows.cell(at, &DataRef::from_data(value), is_formula, take)?;
        }
        let findings = rows.finish(marks, take);
        take.end(findings);
    }
    Ok(())
}

fn index(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// The same value, borrowed or not, in one type.
trait FromData {
    fn from_data(data: &calamine::Data) -> Self;
}

impl FromData for DataRef<'_> {
    fn from_data(data: &calamine::Data) -> Self {
        match data.clone() {
            calamine::Data::Int(number) => DataRef::Int(number),
            calamine::Data::Float(number) => DataRef::Float(number),
            calamine::Data::String(text) => DataRef::String(text),
            calamine::Data::Bool(yes) => DataRef::Bool(yes),
            calamine::Data::DateTime(date) => DataRef::DateTime(date),
            calamine::Data::DateTimeIso(text) => DataRef::DateTimeIso(text),
            calamine::Data::DurationIso(text) => DataRef::DurationIso(text),
            calamine::Data::Error(error) => DataRef::Error(error),
            _ => DataRef::Empty,
        }
    }
}

/// Which sheets the format names; without a name, the only one that is neither hidden nor empty.
fn chosen(
    file: &InputFile,
    format: &TableFormat,
    sheets: &[Sheet],
    is_empty: impl Fn(&str) -> bool,
) -> Result<Vec<Sheet>, Stop> {
    let filled = || sheets.iter().filter(|sheet| !is_empty(&sheet.name));
    let (found, message): (Vec<&Sheet>, _) = match &format.sheets {
        Some(pattern) => {
            let message = format!("no sheet with a filled cell is named `{}`", shown(&pattern.written));
            (filled().filter(|sheet| pattern.sheet(&sheet.name).is_some()).collect(), message)
        }
        None => {
            let visible: Vec<&Sheet> = filled().filter(|sheet| sheet.visible == SheetVisible::Visible).collect();
            let message = format!("the workbook has {} sheets with filled cells, expected one", visible.len());
            (if visible.len() == 1 { visible } else { Vec::new() }, message)
        }
    };
    if found.is_empty() {
        let names: Vec<String> = sheets.iter().take(12).map(|sheet| format!("`{}`", shown(&sheet.name))).collect();
        let hint = format!("name it with `sheet`, or several with `*` or `{{outlet}}`: it has {}", names.join(", "));
        let finding = Diagnostic::new(&WHICH_SHEET, Place::file(&file.printed), message).with_hint(hint);
        return Err(Stop::Found(vec![finding]));
    }
    Ok(found.into_iter().cloned().collect())
}

/// Gathers cells into rows, and counts what has to be said of a sheet.
struct RowBuilder<'f> {
    file: &'f InputFile,
    sheet: &'f Sheet,
    most_columns: usize,
    record: Record,
    row: u32,
    n_formulas: u64,
    first_formula: Option<(u32, u32)>,
    n_durations: u64,
    dates_from_1904: bool,
}

impl<'f> RowBuilder<'f> {
    fn new(file: &'f InputFile, sheet: &'f Sheet, most_columns: usize) -> Self {
        RowBuilder {
            file,
            sheet,
            most_columns,
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

    fn cell(
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
        if column >= self.most_columns {
            let message = format!("a cell is filled in column {}, at most {} are read", column + 1, self.most_columns);
            let hint = "clear the cells far to the right of the table, or raise `most_columns` of the source";
            return Err(vec![Diagnostic::new(&SPARSE_EXTENT, self.place(at), message).with_hint(hint.to_owned())]);
        }
        if at.0 < self.row || (at.0 == self.row && self.record.cells.len() > column) {
            let message = "the rows of the sheet are not in order";
            return Err(vec![Diagnostic::new(&NOT_READABLE, self.place(at), message)]);
        }
        if at.0 > self.row {
            self.give(take);
            self.row = at.0;
        }
        while self.record.cells.len() < column {
            self.record.push("", Kind::Text);
        }
        if is_formula && !matches!(value, DataRef::Empty | DataRef::Error(_)) {
            self.n_formulas += 1;
            self.first_formula.get_or_insert(at);
        }
        self.push(value, is_formula);
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
        if !self.record.cells.is_empty() {
            self.record.line = u64::from(self.row) + 1;
            take.record(&self.record);
            self.record.clear();
        }
    }

    fn finish(mut self, marks: &Marks, take: &mut dyn TakeSheet) -> Refusal {
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
    if date.is_duration() || days < FIRST_DATE {
        return (clock_text(days), Kind::Duration);
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let clock =
        if (hour, minute, second) == (0, 0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}:{second:02}") };
    (format!("{year:04}-{month:02}-{day:02}{clock}"), Kind::Date)
}

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

/// ODS writes `PT25H30M00S`.
fn iso_duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let (seconds, part) = seconds.split_once('.').unwrap_or((&seconds, ""));
    let part = part.trim_end_matches('0');
    let clock = format!("{}:{minutes:0>2}:{seconds:0>2}", hours.trim_start_matches('0').parse::<u32>().unwrap_or(0));
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
    }
}
