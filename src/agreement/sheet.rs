//! Sheets of codes as variables: units by coders, wide or long.

use std::collections::HashMap;

use super::codes::{BAD_ROW, MORE_CODERS, NO_ORDER, OFF_SCALE, UNIT_TWICE};
use super::ratings::Ratings;
use super::variables::Variable;
use crate::diagnostic::{Checked, Code as Finding, Diagnostic, Place, did_you_mean, shown};
use crate::ingest::{CodeRow, Dictionary, TOO_MANY_COLUMNS, code_rows};
use crate::study::{CodeSheet, ColumnName, Layout, Level, Study};
use crate::unit::count;

/// The variables of every sheet of codes, beside what is wrong with the sheets.
pub fn sheet_variables(study: &Study) -> Checked<Vec<Variable>> {
    let (mut variables, mut findings) = (Vec::new(), Vec::new());
    for sheet in &study.code_sheets {
        let read = read(study, sheet);
        findings.extend(read.findings);
        if let Some((units, coders)) = read.product {
            variables.extend(units.iter().map(|units| units.variable(sheet, &coders)));
        }
    }
    Checked { product: variables, findings }
}

/// What is wrong with the sheets of codes.
pub fn sheet_findings(study: &Study) -> Vec<Diagnostic> {
    study.code_sheets.iter().flat_map(|sheet| read(study, sheet).findings).collect()
}

/// The units of each variable of a sheet and its coders, where nothing is wrong with it.
fn read<'s>(study: &Study, sheet: &'s CodeSheet) -> Checked<Option<(Vec<Units<'s>>, Vec<String>)>> {
    let mut reading = Reading::of(sheet);
    let read = match &sheet.layout {
        Layout::Wide { coders, .. } => reading.wide(study, coders),
        Layout::Long { unit, coder, variables } => reading.long(study, (unit, coder), variables),
    };
    let Reading { units, mut findings, .. } = reading;
    let coders = read.map_err(|found| findings.extend(found)).ok();
    let is_sound = !findings.iter().any(Diagnostic::is_error);
    Checked { product: coders.filter(|_| is_sound).map(|coders| (units, coders)), findings }
}

/// More coders than these are a column of something else; each is compared with each other one.
const MOST_CODERS: usize = 200;

/// Of one sheet no more findings are kept.
const MOST_FINDINGS: usize = 1_000;

/// A code as the number of its text; none where a coder gave none.
type Code = Option<u32>;

/// The units of a variable, those that were coded alike counted together: many units are, and few are unlike.
struct Units<'s> {
    name: &'s str,
    level: Level,
    words: Dictionary,
    n_alike: HashMap<Vec<Code>, usize, foldhash::fast::FixedState>,
    /// Was it said that nobody says how its words rank?
    has_no_order: bool,
}

impl<'s> Units<'s> {
    fn of(name: &'s str, level: Level) -> Self {
        Units { name, level, words: Dictionary::default(), n_alike: HashMap::default(), has_no_order: false }
    }

    fn add(&mut self, unit: &[Code]) {
        match self.n_alike.get_mut(unit) {
            Some(n) => *n += 1,
            None => drop(self.n_alike.insert(unit.to_vec(), 1)),
        }
    }

    fn variable(&self, sheet: &CodeSheet, coders: &[String]) -> Variable {
        let texts = |unit: &Vec<Code>| unit.iter().map(|code| code.map(|code| self.words.text(code))).collect();
        let (units, times): (Vec<Vec<Option<&str>>>, Vec<f64>) =
            self.n_alike.iter().map(|(unit, n)| (texts(unit), count(*n))).unzip();
        Variable {
            name: format!("{}/{}", sheet.id, self.name),
            level: self.level,
            measured: None,
            coders: coders.to_vec(),
            units: Vec::new(),
            codes: Vec::new(),
            places: Vec::new(),
            ratings: Ratings::of_texts(&units, self.order(sheet)).standing_for(times).alike(),
        }
    }

    /// How its codes rank, where the sheet says so: it speaks of ordinal variables alone.
    fn order<'a>(&self, sheet: &'a CodeSheet) -> Option<&'a [String]> {
        (self.level == Level::Ordinal && !sheet.order.is_empty()).then_some(sheet.order.as_slice())
    }

    /// What is wrong with a code of this variable: the first time that it stands anywhere.
    fn odd_code(&self, sheet: &CodeSheet, code: &str) -> Option<(&'static Finding, String, Option<String>)> {
        let is_number = |code: &str| code.parse::<f64>().is_ok_and(f64::is_finite);
        let (name, code_shown) = (self.name, shown(code));
        if let Some(order) = self.order(sheet) {
            return (!order.iter().any(|known| known == code)).then(|| {
                let message = format!("`{code_shown}` of `{name}` is not in `order`, the first here");
                (&OFF_SCALE, message, did_you_mean(code, order.iter().map(String::as_str)))
            });
        }
        match self.level {
            Level::Nominal => None,
            _ if is_number(code) => None,
            Level::Ordinal => {
                let message = format!("`{code_shown}` of `{name}` is no number, and no `order` says how it ranks");
                let hint = "list the codes in `order`, from the lowest to the highest".to_owned();
                Some((&NO_ORDER, message, Some(hint)))
            }
            Level::Interval | Level::Ratio => {
                let message = format!("`{code_shown}` of `{name}` is no number, the first here");
                let is_comma = is_number(&code.replace(',', "."));
                let hint =
                    if is_comma { "write decimals with a dot" } else { "leave the cell blank where nothing was coded" };
                Some((&OFF_SCALE, message, Some(hint.to_owned())))
            }
        }
    }
}

/// A sheet while it is read.
struct Reading<'s> {
    sheet: &'s CodeSheet,
    units: Vec<Units<'s>>,
    findings: Vec<Diagnostic>,
}

impl<'s> Reading<'s> {
    fn of(sheet: &'s CodeSheet) -> Self {
        let units = match &sheet.layout {
            Layout::Wide { variable, level, .. } => vec![Units::of(variable, *level)],
            Layout::Long { variables, .. } => variables.iter().map(|(name, level)| Units::of(name, *level)).collect(),
        };
        Reading { sheet, units, findings: Vec::new() }
    }

    fn find(&mut self, code: &'static Finding, place: Place, message: String, hint: Option<String>) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Diagnostic::new(code, place, message).with_hint(hint));
        }
    }

    fn place(&self, study: &Study) -> Place {
        Place::file(crate::study::printed_path(&study.folder.join(&self.sheet.file.written)))
    }

    fn refuse_many(&self, study: &Study, n_coders: usize) -> Result<(), Vec<Diagnostic>> {
        if n_coders <= MOST_CODERS {
            return Ok(());
        }
        let message = format!("the sheet names {n_coders} coders, and {MOST_CODERS} at most are compared");
        let hint = "is `coder` the column of whoever coded, and not of what was coded?".to_owned();
        Err(vec![Diagnostic::new(&TOO_MANY_COLUMNS, self.place(study), message).with_hint(hint)])
    }

    /// The code in a cell of a variable; what is wrong with it is said once.
    fn code(&mut self, variable: usize, row: &CodeRow<'_>, column: usize) -> Code {
        let cell = row.cell(column);
        if let Some(message) = row.broken_cell(column) {
            self.find(&BAD_ROW, row.place(), message.to_owned(), None);
            return None;
        }
        if cell.is_empty() {
            return None;
        }
        let units = &mut self.units[variable];
        let n_before = units.words.n_texts();
        let number = units.words.number(cell, |_| None);
        if units.words.n_texts() > n_before
            && let Some((code, message, hint)) = units.odd_code(self.sheet, cell)
        {
            // Where there is no order, it lacks for every word.
            if !std::mem::replace(&mut units.has_no_order, code.id == NO_ORDER.id) {
                self.find(code, row.place(), message, hint);
            }
        }
        Some(number)
    }

    /// A row per unit, a column per coder. Out: the coders.
    fn wide(&mut self, study: &Study, coders: &[ColumnName]) -> Result<Vec<String>, Vec<Diagnostic>> {
        self.refuse_many(study, coders.len())?;
        let mut unit = Vec::new();
        code_rows(study, self.sheet, coders, &mut |row| {
            if let Some(message) = row.odd_shape() {
                self.find(&BAD_ROW, row.place(), message, None);
                return;
            }
            unit.clear();
            unit.extend((0..coders.len()).map(|coder| self.code(0, row, coder)));
            self.units[0].add(&unit);
        })?;
        Ok(coders.iter().map(ToString::to_string).collect())
    }

    /// A row per unit and coder, a column per variable. Out: the coders.
    fn long(
        &mut self,
        study: &Study,
        (unit, coder): (&ColumnName, &ColumnName),
        variables: &[(String, Level)],
    ) -> Result<Vec<String>, Vec<Diagnostic>> {
        let mut columns = vec![unit.clone(), coder.clone()];
        columns.extend(variables.iter().map(|(name, _)| ColumnName::Heading(name.clone())));
        let mut table = LongTable::default();
        code_rows(study, self.sheet, &columns, &mut |row| {
            if let Some((code, message)) = table.begin(row) {
                let hint = (code.id == UNIT_TWICE.id).then(|| "remove the one that was corrected".to_owned());
                self.find(code, row.place(), message, hint);
                return;
            }
            table.codes.extend((0..variables.len()).map(|variable| self.code(variable, row, variable + 2)));
        })?;
        let (n_units, n_coders) = (table.units.n_texts(), table.coders.n_texts());
        self.refuse_many(study, n_coders)?;
        if n_coders > n_units.max(2) {
            let message = format!("{n_coders} coders coded {n_units} units");
            let hint = "are `unit` and `coder` swapped?".to_owned();
            self.findings.push(Diagnostic::new(&MORE_CODERS, self.place(study), message).with_hint(hint));
        }
        for (variable, units) in self.units.iter_mut().enumerate() {
            table.each_unit(variable, variables.len(), |unit| units.add(unit));
        }
        Ok(table.names())
    }
}

/// Unit and coder of each row, and its codes.
#[derive(Default)]
struct LongTable {
    units: Dictionary,
    coders: Dictionary,
    rows: Vec<(u32, u32)>,
    codes: Vec<Code>,
    /// The line of each unit and coder.
    lines: HashMap<(u32, u32), u64, foldhash::fast::FixedState>,
}

impl LongTable {
    /// Begins a row; what forbids it comes back.
    fn begin(&mut self, row: &CodeRow<'_>) -> Option<(&'static Finding, String)> {
        let (unit, coder) = (row.cell(0), row.cell(1));
        let odd = row.odd_shape();
        let odd = odd.or_else(|| unit.is_empty().then(|| "the row does not say what was coded".to_owned()));
        let odd = odd.or_else(|| coder.is_empty().then(|| "the row does not say who coded".to_owned()));
        if let Some(message) = odd {
            return Some((&BAD_ROW, message));
        }
        let key = (self.units.number(unit, |_| None), self.coders.number(coder, |_| None));
        if let Some(first) = self.lines.insert(key, row.line()) {
            let message = format!("`{}` already coded unit `{}` on line {first}", shown(coder), shown(unit));
            return Some((&UNIT_TWICE, message));
        }
        self.rows.push(key);
        None
    }

    /// The coders by name.
    fn in_order(&self) -> Vec<u32> {
        let mut coders: Vec<u32> = (0..).take(self.coders.n_texts()).collect();
        coders.sort_by_key(|coder| self.coders.text(*coder));
        coders
    }

    fn names(&self) -> Vec<String> {
        self.in_order().into_iter().map(|coder| self.coders.text(coder).to_owned()).collect()
    }

    /// Each unit: the codes of a variable by coder.
    fn each_unit(&self, variable: usize, n_variables: usize, take: impl FnMut(&[Code])) {
        let n_coders = self.coders.n_texts();
        let mut places = vec![0; n_coders];
        self.in_order().iter().enumerate().for_each(|(place, coder)| places[*coder as usize] = place);
        let mut cells: Vec<Code> = vec![None; self.units.n_texts() * n_coders];
        for (row, (unit, coder)) in self.rows.iter().enumerate() {
            cells[*unit as usize * n_coders + places[*coder as usize]] = self.codes[row * n_variables + variable];
        }
        cells.chunks_exact(n_coders.max(1)).for_each(take);
    }
}
