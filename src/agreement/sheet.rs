//! Sheets of codes as variables: units by coders, wide or long.

use std::collections::HashMap;

use super::ratings::Ratings;
use super::variables::Variable;
use crate::diagnostic::{Checked, Diagnostic};
use crate::ingest::{Dictionary, code_rows};
use crate::study::{CodeSheet, ColumnName, Layout, Level, Study};
use crate::unit::count;

/// The variables of every sheet of codes, beside what is wrong with the sheets.
pub fn sheet_variables(study: &Study) -> Checked<Vec<Variable>> {
    let (mut variables, mut findings) = (Vec::new(), Vec::new());
    for sheet in &study.code_sheets {
        let found = match &sheet.layout {
            Layout::Wide { coders, variable, level } => wide(study, sheet, coders, (variable, *level)),
            Layout::Long { unit, coder, variables } => long(study, sheet, (unit, coder), variables),
        };
        match found {
            Ok(found) => variables.extend(found),
            Err(found) => findings.extend(found),
        }
    }
    Checked { product: variables, findings }
}

/// A code as the number of its text; none where a coder gave none.
type Code = Option<u32>;

/// The units of a sheet, those that were coded alike counted together: many units are, and few are unlike.
#[derive(Default)]
struct Units {
    words: Dictionary,
    n_alike: HashMap<Vec<Code>, usize, foldhash::fast::FixedState>,
}

impl Units {
    fn code(&mut self, cell: &str) -> Code {
        (!cell.is_empty()).then(|| self.words.number(cell, |_| None))
    }

    fn add(&mut self, unit: &[Code]) {
        match self.n_alike.get_mut(unit) {
            Some(n) => *n += 1,
            None => drop(self.n_alike.insert(unit.to_vec(), 1)),
        }
    }

    fn variable(&self, sheet: &CodeSheet, (name, level): (&str, Level), coders: Vec<String>) -> Variable {
        let texts = |unit: &Vec<Code>| unit.iter().map(|code| code.map(|code| self.words.text(code))).collect();
        let (units, times): (Vec<Vec<Option<&str>>>, Vec<f64>) =
            self.n_alike.iter().map(|(unit, n)| (texts(unit), count(*n))).unzip();
        let order = (!sheet.order.is_empty()).then_some(sheet.order.as_slice());
        Variable {
            name: format!("{}/{name}", sheet.id),
            level,
            measured: None,
            coders,
            units: Vec::new(),
            codes: Vec::new(),
            places: Vec::new(),
            ratings: Ratings::of_texts(&units, order).standing_for(times).alike(),
        }
    }
}

fn wide(
    study: &Study,
    sheet: &CodeSheet,
    coders: &[ColumnName],
    variable: (&str, Level),
) -> Result<Vec<Variable>, Vec<Diagnostic>> {
    let (mut units, mut unit) = (Units::default(), Vec::new());
    code_rows(study, sheet, coders, &mut |row| {
        unit.clear();
        unit.extend((0..coders.len()).map(|coder| units.code(row.cell(coder))));
        units.add(&unit);
    })?;
    Ok(vec![units.variable(sheet, variable, coders.iter().map(ToString::to_string).collect())])
}

fn long(
    study: &Study,
    sheet: &CodeSheet,
    (unit, coder): (&ColumnName, &ColumnName),
    variables: &[(String, Level)],
) -> Result<Vec<Variable>, Vec<Diagnostic>> {
    let mut columns = vec![unit.clone(), coder.clone()];
    columns.extend(variables.iter().map(|(name, _)| ColumnName::Heading(name.clone())));
    let (mut named, mut coders) = (Dictionary::default(), Dictionary::default());
    let mut found: Vec<Units> = variables.iter().map(|_| Units::default()).collect();
    // Unit and coder of each row, and its code of each variable.
    let (mut rows, mut codes): (Vec<(u32, u32)>, Vec<Code>) = Default::default();
    code_rows(study, sheet, &columns, &mut |row| {
        rows.push((named.number(row.cell(0), |_| None), coders.number(row.cell(1), |_| None)));
        codes.extend(found.iter_mut().enumerate().map(|(at, units)| units.code(row.cell(at + 2))));
    })?;
    let (n_units, n_coders) = (named.n_texts(), coders.n_texts());
    let mut in_order: Vec<u32> = (0..).take(n_coders).collect();
    in_order.sort_by_key(|coder| coders.text(*coder));
    let mut columns = vec![0; n_coders];
    in_order.iter().enumerate().for_each(|(place, coder)| columns[*coder as usize] = place);
    let names: Vec<String> = in_order.iter().map(|coder| coders.text(*coder).to_owned()).collect();
    for (at, units) in found.iter_mut().enumerate() {
        let mut cells: Vec<Code> = vec![None; n_units * n_coders];
        for (row, (unit, coder)) in rows.iter().enumerate() {
            // A unit that one coder has twice is what the last row says.
            cells[*unit as usize * n_coders + columns[*coder as usize]] = codes[row * variables.len() + at];
        }
        cells.chunks_exact(n_coders.max(1)).for_each(|unit| units.add(unit));
    }
    let variable = |(units, (name, level)): (&Units, &(String, Level))| {
        units.variable(sheet, (name.as_str(), *level), names.clone())
    };
    Ok(found.iter().zip(variables).map(variable).collect())
}
