//! Workbooks: the cells of XLSX, XLSB, XLS and ODS sheets as records.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufReader, Cursor, Read as _};

use calamine::{DataRef, Dimensions, Reader, Sheet, SheetVisible, Xls, Xlsb, Xlsx};

use super::cells::{RowBuilder, Size};
use super::codes::{SPARSE_EXTENT, UNSUPPORTED, WHICH_SHEET};
use super::damaged::calmly;
use super::far::far_cell;
use super::marks::{self, Marks};
use super::record::Record;
use super::{InputFile, Refusal};
use crate::diagnostic::{Diagnostic, Place, column_letters, shown};
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
    /// The next row with a cell; its memory may be taken along.
    fn record(&mut self, record: &mut Record);
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
        marks::unreadable(file, &error)
    };
    let is_zip = matches!(extension(&file.relative).as_str(), "xlsx" | "xlsm" | "xlsb" | "ods");
    let marks = if is_zip { marks::scan(file)? } else { Marks::default() };
    let length = file.path.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    if length > MOST_BYTES {
        return Err(unreadable(format!("it has {} MiB, at most {} are read", length >> 20, MOST_BYTES >> 20)));
    }
    let opened = File::open(&file.path).map_err(|error| unreadable(error.to_string()))?;
    let input = BufReader::new(opened);
    let sheets = SheetsOf { file, format, marks: &marks };
    let read = match extension(&file.relative).as_str() {
        "xlsx" | "xlsm" => {
            calmly(|| Xlsx::new(input)).map_err(Stop::Broken).and_then(|mut it| sheets.xlsx(&mut it, take))
        }
        "xlsb" => calmly(|| Xlsb::new(input)).map_err(Stop::Broken).and_then(|mut it| sheets.xlsb(&mut it, take)),
        "ods" => {
            calmly(|| calamine::Ods::new(input)).map_err(Stop::Broken).and_then(|mut it| sheets.ods(&mut it, take))
        }
        _ => sheets.xls(input, take),
    };
    read.map_err(|stop| stop.or_else_say(unreadable))
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

/// A workbook of which some sheets are read.
struct SheetsOf<'f> {
    file: &'f InputFile,
    format: &'f TableFormat,
    marks: &'f Marks,
}

impl SheetsOf<'_> {
    /// XLSX streams its cells, so that a far cell costs nothing and a large sheet little.
    fn xlsx(&self, workbook: &mut Xlsx<BufReader<File>>, take: &mut dyn TakeSheet) -> Result<(), Stop> {
        let mut size = Size::default();
        for sheet in chosen(self.file, self.format, workbook.sheets_metadata(), |name| self.marks.is_empty(name))? {
            let merged = match self.marks.is_unmerged(&sheet.name) {
                true => Vec::new(),
                false => calmly(|| workbook.merge_cells_by_sheet_name(&sheet.name)).map_err(Stop::Broken)?,
            };
            take.begin(&sheet.name, merged);
            let mut rows = RowBuilder::new(self.file, &sheet, self.format, &mut size);
            let mut cells = calmly(|| workbook.worksheet_cells_reader(&sheet.name)).map_err(Stop::Broken)?;
            while let Some(cell) = calmly(|| cells.next_cell_with_formula_metadata()).map_err(Stop::Broken)? {
                let is_formula = cell.formula.is_some();
                rows.cell(cell.pos, &cell.value, is_formula, take).map_err(Stop::Found)?;
            }
            let findings = rows.finish(self.marks, take);
            take.end(findings);
        }
        Ok(())
    }

    /// So does XLSB, whose formulas are walked through before its cells.
    fn xlsb(&self, workbook: &mut Xlsb<BufReader<File>>, take: &mut dyn TakeSheet) -> Result<(), Stop> {
        let metadata = workbook.sheets_metadata().to_vec();
        let (mut size, mut empty) = (Size::default(), HashSet::new());
        for sheet in &metadata {
            let first = calmly(|| workbook.worksheet_cells_reader(&sheet.name)?.next_cell()).map_err(Stop::Broken)?;
            if first.is_none() {
                empty.insert(sheet.name.clone());
            }
        }
        for sheet in chosen(self.file, self.format, &metadata, |name| empty.contains(name))? {
            let formulas = formulas_of(workbook, &sheet.name).map_err(Stop::Broken)?;
            take.begin(&sheet.name, Vec::new());
            let mut rows = RowBuilder::new(self.file, &sheet, self.format, &mut size);
            let mut cells = calmly(|| workbook.worksheet_cells_reader(&sheet.name)).map_err(Stop::Broken)?;
            while let Some(cell) = calmly(|| cells.next_cell()).map_err(Stop::Broken)? {
                let at = cell.get_position();
                rows.cell(at, cell.get_value(), formulas.contains(&at), take).map_err(Stop::Found)?;
            }
            let findings = rows.finish(self.marks, take);
            take.end(findings);
        }
        Ok(())
    }

    fn ods(&self, workbook: &mut calamine::Ods<BufReader<File>>, take: &mut dyn TakeSheet) -> Result<(), Stop> {
        self.whole(workbook, |_, _| Vec::new(), take)
    }

    fn xls(&self, mut input: BufReader<File>, take: &mut dyn TakeSheet) -> Result<(), Stop> {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(|error| Stop::Broken(error.to_string()))?;
        if let Some((row, column)) = far_cell(&bytes).map_err(Stop::Broken)? {
            let place = Place::line(&self.file.printed, u64::from(row) + 1);
            let place = Place { letters: Some(column_letters(column as usize)), ..place };
            let message = "the sheet reaches to here, which is beyond the rows and columns of its kind";
            return Err(Stop::Found(vec![Diagnostic::new(&SPARSE_EXTENT, place, message)]));
        }
        let mut workbook = calmly(|| Xls::new(Cursor::new(bytes))).map_err(Stop::Broken)?;
        let merged = |workbook: &Xls<_>, sheet: &str| workbook.merge_cells_by_sheet_name(sheet).unwrap_or_default();
        self.whole(&mut workbook, merged, take)
    }

    /// XLS and ODS give a sheet whole.
    fn whole<R: Reader<RS>, RS: std::io::Read + std::io::Seek>(
        &self,
        workbook: &mut R,
        merged: impl Fn(&R, &str) -> Vec<Dimensions>,
        take: &mut dyn TakeSheet,
    ) -> Result<(), Stop>
    where
        R::Error: std::fmt::Display,
    {
        let metadata = workbook.sheets_metadata().to_vec();
        let (mut size, mut empty) = (Size::default(), HashSet::new());
        for sheet in &metadata {
            if calmly(|| workbook.worksheet_range(&sheet.name)).map_err(Stop::Broken)?.is_empty() {
                empty.insert(sheet.name.clone());
            }
        }
        for sheet in chosen(self.file, self.format, &metadata, |name| empty.contains(name))? {
            let range = calmly(|| workbook.worksheet_range(&sheet.name)).map_err(Stop::Broken)?;
            let formulas = calmly(|| workbook.worksheet_formula(&sheet.name)).unwrap_or_default();
            take.begin(&sheet.name, merged(workbook, &sheet.name));
            let mut rows = RowBuilder::new(self.file, &sheet, self.format, &mut size);
            let (top, left) = range.start().unwrap_or((0, 0));
            for (row, column, value) in range.used_cells() {
                let at = (top.saturating_add(index(row)), left.saturating_add(index(column)));
                let is_formula = formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
                rows.cell(at, &DataRef::from_data(value), is_formula, take).map_err(Stop::Found)?;
            }
            let findings = rows.finish(self.marks, take);
            take.end(findings);
        }
        Ok(())
    }
}

/// Where an XLSB sheet has formulas.
fn formulas_of(workbook: &mut Xlsb<BufReader<File>>, sheet: &str) -> Result<HashSet<(u32, u32)>, String> {
    let mut found = HashSet::new();
    let mut cells = calmly(|| workbook.worksheet_cells_reader(sheet))?;
    while let Some(cell) = calmly(|| cells.next_formula())? {
        if !cell.get_value().is_empty() {
            found.insert(cell.get_position());
        }
    }
    Ok(found)
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
