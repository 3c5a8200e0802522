//! How agreement between coders is measured, and sheets of codes that are about nothing else.

use super::{ColumnName, FilePattern, TableFormat};
use crate::declaration::{Table, WRONG_VALUE};

/// What the codes of a variable are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Names without order.
    Nominal,
    /// An order without distances.
    Ordinal,
    /// Numbers whose differences count.
    Interval,
    /// Numbers whose ratios count: durations, areas.
    Ratio,
}

impl Level {
    /// Every level with its word.
    pub const WORDS: [(&'static str, Level); 4] = [
        ("nominal", Level::Nominal),
        ("ordinal", Level::Ordinal),
        ("interval", Level::Interval),
        ("ratio", Level::Ratio),
    ];

    /// The word that declares it.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, level)| *level == self);
        found.expect("invariant: WORDS names every level").0
    }
}

/// How agreement is measured.
#[derive(Debug, Clone)]
pub struct AgreementPlan {
    /// The level of tone: ordinal unless the study says that its distances count.
    pub tone: Level,
    /// Durations no further apart than this many milliseconds agree.
    pub tolerance_ms: i64,
    /// Areas no further apart than this many mm² agree.
    pub tolerance_mm2: i64,
    /// Replicates behind the interval of alpha.
    pub replicates: u32,
    /// Thousandths of alpha from which on a variable is reliable.
    pub reliable: i64,
}

impl Default for AgreementPlan {
    fn default() -> Self {
        AgreementPlan {
            tone: Level::Ordinal,
            tolerance_ms: 1_000,
            tolerance_mm2: 100,
            replicates: 1_000,
            reliable: 800,
        }
    }
}

impl AgreementPlan {
    pub(super) fn read(table: &Table<'_>) -> AgreementPlan {
        let default = AgreementPlan::default();
        let whole = |key, factor, default: i64| {
            table.decimal(key).and_then(|number| number.value.times(factor).ok()).filter(|n| *n >= 0).unwrap_or(default)
        };
        AgreementPlan {
            tone: table.choice("tone", &Level::WORDS).unwrap_or(default.tone),
            tolerance_ms: whole("tolerance_seconds", 1_000, default.tolerance_ms),
            tolerance_mm2: whole("tolerance_cm2", 100, default.tolerance_mm2),
            replicates: table
                .integer("replicates", 100..=1_000_000)
                .and_then(|n| u32::try_from(n.value).ok())
                .unwrap_or(default.replicates),
            reliable: whole("reliable", 1_000, default.reliable),
        }
    }
}

/// How a sheet of codes is laid out.
#[derive(Debug, Clone)]
pub enum Layout {
    /// A row per unit, a column per coder.
    Wide {
        /// The coders' columns.
        coders: Vec<ColumnName>,
        /// What they coded.
        variable: String,
        /// Of which level.
        level: Level,
    },
    /// A row per unit and coder, a column per variable.
    Long {
        /// The column of the unit.
        unit: ColumnName,
        /// The column of the coder.
        coder: ColumnName,
        /// The columns of the variables, with their level.
        variables: Vec<(String, Level)>,
    },
}

/// A sheet of codes, for agreement alone.
#[derive(Debug, Clone)]
pub struct CodeSheet {
    /// Its id.
    pub id: String,
    /// Its file, below the study's folder.
    pub file: FilePattern,
    /// How it is read.
    pub format: TableFormat,
    /// Where its units, coders and codes stand.
    pub layout: Layout,
    /// The categories from low to high, where they are names in an order.
    pub order: Vec<String>,
}

impl CodeSheet {
    pub(super) fn read(table: &Table<'_>) -> Option<CodeSheet> {
        let id = crate::codebook::read_id(table);
        let file = table.require("file", table.text("file")).and_then(|f| FilePattern::read(table.document(), f));
        let layout = if table.has("coders") { wide(table) } else { long(table) };
        let order = table.texts("order").into_iter().map(|word| word.value).collect();
        let format = TableFormat::read(table);
        Some(CodeSheet { id: id?.value, file: file?, format, layout: layout?, order })
    }
}

fn wide(table: &Table<'_>) -> Option<Layout> {
    let coders: Vec<ColumnName> =
        table.texts("coders").into_iter().map(|heading| ColumnName::Heading(heading.value)).collect();
    if coders.len() < 2 {
        let message = "`coders` names fewer than two columns: nobody could disagree";
        table.document().report(&WRONG_VALUE, table.span(), message, None);
    }
    if let Some((_, twice)) = coders.iter().enumerate().find(|(n, coder)| coders[..*n].contains(coder)) {
        let message = format!("`coders` names the column `{twice}` twice: it would agree with itself");
        table.document().report(&WRONG_VALUE, table.span(), message, None);
    }
    let variable = table.require("variable", table.text("variable"));
    let level = table.require("level", table.choice("level", &Level::WORDS));
    Some(Layout::Wide { coders, variable: variable?.value, level: level? })
}

fn long(table: &Table<'_>) -> Option<Layout> {
    let unit = table.require("unit", ColumnName::read(table, "unit"));
    let coder = table.require("coder", ColumnName::read(table, "coder"));
    if unit.is_some() && unit == coder {
        let message = "`unit` and `coder` name one column: every unit would have one code";
        table.document().report(&WRONG_VALUE, table.span(), message, None);
    }
    let mut variables = Vec::new();
    for (heading, level) in table.words("variables") {
        match Level::WORDS.iter().find(|(word, _)| *word == level.value) {
            Some((_, level)) => variables.push((heading.value, *level)),
            None => {
                let words = Level::WORDS.map(|(word, _)| word);
                table.document().report_unknown(level.span, "level", &level.value, &words);
            }
        }
    }
    table.require("variables", (!variables.is_empty()).then_some(()));
    Some(Layout::Long { unit: unit?, coder: coder?, variables })
}
