//! Sheets of codes as variables: units by coders, wide or long.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::ratings::Ratings;
use super::variables::{Unit, Variable};
use crate::diagnostic::{Checked, Diagnostic};
use crate::ingest::{CodeRow, CodeTable, code_table};
use crate::study::{CodeSheet, ColumnName, Layout, Level, Study};

/// The variables of every sheet of codes, beside what is wrong with the sheets.
pub fn sheet_variables(study: &Study) -> Checked<Vec<Variable>> {
    let (mut variables, mut findings) = (Vec::new(), Vec::new());
    for sheet in &study.code_sheets {
        match code_table(study, sheet) {
            Ok(table) => match of_table(sheet, &table) {
                Ok(found) => variables.extend(found),
                Err(finding) => findings.push(*finding),
            },
            Err(found) => findings.extend(found),
        }
    }
    Checked { product: variables, findings }
}

/// Texts that stand many times, kept once.
#[derive(Default)]
struct Words(HashMap<String, Arc<str>, foldhash::fast::FixedState>);

impl Words {
    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let shared: Arc<str> = text.into();
        self.0.insert(text.to_owned(), Arc::clone(&shared));
        shared
    }
}

/// A code and the line it stands on.
type Code = Option<(Arc<str>, u64)>;

fn of_table(sheet: &CodeSheet, table: &CodeTable) -> Result<Vec<Variable>, Box<Diagnostic>> {
    let mut words = Words::default();
    let mut filled = |cell: &str, line: u64| -> Code { (!cell.is_empty()).then(|| (words.shared(cell), line)) };
    match &sheet.layout {
        Layout::Wide { coders, variable, level } => {
            let places: Vec<usize> = coders.iter().map(|coder| table.column(coder)).collect::<Result<_, _>>()?;
            let mut row = |row: &CodeRow| places.iter().map(|place| filled(row.cell(*place), row.line())).collect();
            let units: Vec<Vec<Code>> = table.rows.iter().map(&mut row).collect();
            let names: Vec<String> = (1..=units.len()).map(|unit| unit.to_string()).collect();
            let coders: Vec<String> = coders.iter().map(ToString::to_string).collect();
            Ok(vec![variable_of(sheet, table, (variable, *level), &coders, &names, units)])
        }
        Layout::Long { unit, coder, variables } => {
            let (unit, coder) = (table.column(unit)?, table.column(coder)?);
            let coders: BTreeSet<&str> = table.rows.iter().map(|row| row.cell(coder)).collect();
            let coders: Vec<String> = coders.into_iter().map(str::to_owned).collect();
            let mut found = Vec::new();
            for (name, level) in variables {
                let place = table.column(&ColumnName::Heading(name.clone()))?;
                let mut units: BTreeMap<String, Vec<Code>> = BTreeMap::new();
                for row in &table.rows {
                    let codes = units.entry(row.cell(unit).to_owned()).or_insert_with(|| vec![None; coders.len()]);
                    let who = row.cell(coder);
                    let column = coders.iter().position(|known| *known == who).expect("invariant: just listed");
                    codes[column] = filled(row.cell(place), row.line());
                }
                let (names, units): (Vec<String>, Vec<Vec<Code>>) = units.into_iter().unzip();
                found.push(variable_of(sheet, table, (name, *level), &coders, &names, units));
            }
            Ok(found)
        }
    }
}

fn variable_of(
    sheet: &CodeSheet,
    table: &CodeTable,
    (name, level): (&str, Level),
    coders: &[String],
    names: &[String],
    units: Vec<Vec<Code>>,
) -> Variable {
    let codes: Vec<Vec<Option<Arc<str>>>> = units
        .iter()
        .map(|unit| unit.iter().map(|code| code.as_ref().map(|(text, _)| Arc::clone(text))).collect())
        .collect();
    let order = (!sheet.order.is_empty()).then_some(sheet.order.as_slice());
    let file: Arc<str> = table.printed.as_str().into();
    let place = |code: &Code| code.as_ref().map(|(_, line)| (Arc::clone(&file), *line));
    let unit = |name: &String| Unit {
        outlet: String::new(),
        date: None,
        item: name.clone(),
        actor: String::new(),
        voice: String::new(),
    };
    Variable {
        name: format!("{}/{name}", sheet.id),
        level,
        measured: None,
        coders: coders.to_vec(),
        units: names.iter().map(unit).collect(),
        places: units.iter().map(|codes| codes.iter().map(place).collect()).collect(),
        ratings: Ratings::of_texts(&codes, order),
        codes,
    }
}
