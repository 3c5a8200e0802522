//! Tables of figures: for people, and as CSV and JSON for machines.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::phrases::{DASH, actor_line, capitalised, meaning, percent_number, points, status};
use super::{Alignment, Table};
use crate::measure::{Completeness, Dimension, Figure, FigureTable, Flag, Form, Interval, Status, Who};
use crate::study::{Allocation, Study};
use crate::unit::Share;
use crate::wording::{Wording, say};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.measure/2";

/// The columns of a table for people that not every table has.
struct Columns {
    quantity: bool,
    measure: bool,
    of: bool,
    interval: Option<u8>,
    recorded: bool,
    remarks: bool,
    /// The one form of all figures.
    form: Option<Form>,
}

impl Columns {
    fn of(study: &Study, table: &FigureTable) -> Columns {
        let figures = &table.figures;
        let n = |of: &dyn Fn(&Figure) -> String| figures.iter().map(of).collect::<BTreeSet<String>>().len();
        let form = figures.first().map(|figure| figure.form);
        Columns {
            quantity: n(&|figure| figure.quantity.clone()) > 1,
            measure: figures.iter().any(|figure| figure.measure != table.measure),
            of: figures.iter().any(|figure| !figure.of.is_empty()),
            interval: figures.iter().find_map(|figure| figure.estimate.interval).map(|interval| interval.level),
            recorded: figures.iter().any(|figure| figure.estimate.base.completeness.is_some()),
            remarks: figures.iter().any(|figure| !remarks(study, figure).is_empty()),
            form: form.filter(|form| figures.iter().all(|figure| figure.form == *form)),
        }
    }

    fn headings(&self, study: &Study, table: &FigureTable) -> Vec<(String, Alignment)> {
        use Alignment::{Left, Right};
        let mut columns: Vec<(String, Alignment)> = Vec::new();
        let mut add = |heading: String, alignment, is_there: bool| {
            if is_there {
                columns.push((heading, alignment));
            }
        };
        add(say!(study, "dimension-quantity"), Left, self.quantity);
        for dimension in &table.by {
            add(study.wording.word("dimension", dimension.word()), Left, true);
        }
        let who = match table.who {
            Who::Group => say!(study, "dimension-group"),
            Who::Actor => say!(study, "dimension-actor"),
        };
        add(who, Left, true);
        add(say!(study, "column-measure"), Left, self.measure);
        add(of_heading(study, table.measure), Left, self.of);
        let value = match self.form {
            Some(Form::Percent) => say!(study, "column-percent"),
            Some(Form::Points) => say!(study, "column-points"),
            _ => say!(study, "column-value"),
        };
        add(value, Right, true);
        let level = self.interval.unwrap_or_default();
        add(say!(study, "column-interval", level = level), Right, self.interval.is_some());
        add(say!(study, "column-amount"), Right, true);
        add(say!(study, "column-of"), Right, true);
        add(say!(study, "column-items"), Right, true);
        add(say!(study, "column-outlet-days"), Right, true);
        add(say!(study, "column-recorded"), Right, self.recorded);
        add(say!(study, "column-remarks"), Left, self.remarks);
        columns
    }
}

/// What the third column of some measures holds.
fn of_heading(study: &Study, measure: &str) -> String {
    match measure {
        "tone" => say!(study, "dimension-tone"),
        "gap" => say!(study, "column-benchmark"),
        "lead" => say!(study, "column-ahead-of"),
        "pools" => say!(study, "column-pool-and-weighting"),
        _ => say!(study, "column-part"),
    }
}

/// A table for people: one row per figure, with its base.
pub fn figure_table(study: &Study, table: &FigureTable) -> Table {
    let pool = study.pool(&table.pool).map(|pool| pool.name.in_language(&study.languages.main)).unwrap_or_default();
    let weighting = study.wording.word("weighting", table.weighting);
    let columns = Columns::of(study, table);
    let rows = table.figures.iter().map(|figure| row(study, table, figure, &columns));
    let caption = match table.measure {
        "share" => say!(study, "table-shares-caption", pool = pool, weighting = weighting),
        "pools" => say!(study, "table-pools-caption"),
        other => {
            let measure = capitalised(&study.wording.word("measure", other));
            say!(study, "table-caption", measure = measure, pool = pool, weighting = weighting)
        }
    };
    let mut notes: Vec<String> = Vec::new();
    if table.figures.is_empty() {
        notes.push(say!(study, "table-no-coverage"));
    }
    notes.extend(table.notes.iter().map(|note| note.say(&study.wording)));
    if columns.interval.is_some() {
        notes.push(say!(study, "of-intervals"));
    }
    notes.extend(allocations(study));
    let flags: BTreeSet<Flag> = table.figures.iter().flat_map(|figure| figure.estimate.flags.iter().copied()).collect();
    let of_flag = |flag: Flag| say!(study, "table-flag", flag = flag.word(), meaning = meaning(study, flag));
    notes.extend(flags.into_iter().map(of_flag));
    let note = (!notes.is_empty()).then(|| notes.join("\n"));
    Table { caption, columns: columns.headings(study, table), rows: rows.collect(), note }
}

/// How sources divide the amount of a cell that names several actors; nothing is said where every actor has its own row.
pub(crate) fn allocations(study: &Study) -> Option<String> {
    let shared = study.sources.iter().filter(|source| source.allocation != Allocation::AsCoded);
    let words: Vec<String> = shared
        .map(|source| match source.allocation {
            Allocation::EqualSplit => say!(study, "allocation-equal", source = &source.id),
            _ => say!(study, "allocation-whole", source = &source.id),
        })
        .collect();
    (!words.is_empty()).then(|| say!(study, "allocations", sources = study.wording.semicolons(&words)))
}

fn row(study: &Study, table: &FigureTable, figure: &Figure, columns: &Columns) -> Vec<String> {
    let estimate = &figure.estimate;
    let quantity = study.quantity(&figure.quantity).map(|quantity| quantity.name.in_language(&study.languages.main));
    let mut cells: Vec<String> = quantity.filter(|_| columns.quantity).map(str::to_owned).into_iter().collect();
    cells.extend(table.by.iter().zip(&figure.group).map(|(dimension, value)| dimension.label(value, study)));
    cells.push(name(study, table.who, &figure.actor));
    cells.extend(columns.measure.then(|| study.wording.word("measure", figure.measure)));
    cells.extend(columns.of.then(|| of_name(study, table, figure)));
    let printed = value(study, figure).map(|value| match (columns.form, figure.form) {
        (None, Form::Percent) => say!(study, "table-percent", percent = value),
        (None, Form::Points) => say!(study, "table-points", points = value),
        _ => value,
    });
    cells.push(printed.unwrap_or_else(|| DASH.to_owned()));
    if columns.interval.is_some() {
        cells
            .push(estimate.interval.map_or_else(String::new, |interval| interval_words(study, figure.form, &interval)));
    }
    let is_quotient = figure.number.is_none() && figure.measure != "range";
    let amount = |amount, is_there: bool| if is_there { study.wording.amount(amount) } else { String::new() };
    cells.push(amount(estimate.numerator, is_quotient));
    cells.push(amount(estimate.denominator, figure.measure != "range"));
    cells.extend([estimate.base.n_items, estimate.base.n_clusters].map(|n| n.to_string()));
    if columns.recorded {
        let recorded = |hours: Completeness| say!(study, "table-percent", percent = hours.percent());
        cells.push(estimate.base.completeness.map_or_else(String::new, recorded));
    }
    cells.extend(columns.remarks.then(|| remarks(study, figure)));
    cells
}

fn name(study: &Study, who: Who, id: &str) -> String {
    match who {
        Who::Actor => actor_line(study, id),
        Who::Group => study.codebook.groups.label(id, &study.languages.main).to_owned(),
    }
}

/// What else a figure is of, in words where the study has some.
fn of_name(study: &Study, table: &FigureTable, figure: &Figure) -> String {
    let (language, of) = (&study.languages.main, figure.of.as_str());
    match table.measure {
        "tone" if figure.measure == "tone-kind" && study.codebook.tones.by_id(of).is_none() => {
            study.wording.word("tone-kind", of)
        }
        "tone" => study.codebook.tones.label(of, language).to_owned(),
        "lead" => name(study, table.who, of),
        "gap" => {
            let found = study.benchmarks.iter().find(|benchmark| benchmark.id == of);
            found.map_or(of, |benchmark| benchmark.name.in_language(language)).to_owned()
        }
        _ => of.to_owned(),
    }
}

/// The printed value: in percent, signed points or a number.
pub(super) fn value(study: &Study, figure: &Figure) -> Option<String> {
    match figure.form {
        Form::Percent => figure.estimate.percent.map(|percent| percent_number(study, percent)),
        Form::Points => figure.estimate.percent.map(|percent| points(study, percent)),
        Form::Number(decimals) => number(figure).map(|number| study.wording.number(&decimal(number, decimals))),
    }
}

fn number(figure: &Figure) -> Option<f64> {
    figure.number.or_else(|| figure.estimate.share.as_ref().map(Share::as_f64))
}

/// A number with so many decimals, a half up, and no minus before zero.
fn decimal(number: f64, decimals: u8) -> String {
    let text = format!("{number:.*}", usize::from(decimals));
    if text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.')) {
        return text.trim_start_matches('-').to_owned();
    }
    text
}

/// `48.1 to 55.9`, rounded as the figure is.
pub(crate) fn interval_words(study: &Study, form: Form, interval: &Interval) -> String {
    let (low, high) = limits(study, form, interval);
    say!(study, "interval", low = low, high = high)
}

/// The same where there is little room: `48.1–55.9`.
pub(crate) fn interval_range(study: &Study, form: Form, interval: &Interval) -> String {
    let (low, high) = limits(study, form, interval);
    say!(study, "interval-range", low = low, high = high)
}

fn limits(study: &Study, form: Form, interval: &Interval) -> (String, String) {
    let printed = |limit: f64| match form {
        Form::Number(decimals) => study.wording.number(&decimal(limit, decimals)),
        Form::Percent | Form::Points => {
            let percent = Share::approximate(limit).map(|share| study.rounding.percent(&share));
            let printed = if form == Form::Points { points } else { percent_number };
            percent.map(|percent| printed(study, percent)).unwrap_or_default()
        }
    };
    (printed(interval.low), printed(interval.high))
}

/// The words beside a figure: its status where it is no plain figure, and its flags.
fn remarks(study: &Study, figure: &Figure) -> String {
    let estimate = &figure.estimate;
    let is_plain = matches!(estimate.status, Status::Stated | Status::ZeroNumerator);
    let status = (!is_plain).then(|| status(study, estimate.status));
    status.into_iter().chain(estimate.flags.iter().map(|flag| flag.word().to_owned())).collect::<Vec<_>>().join(", ")
}

/// The figures as tidy CSV: one row a figure, dots, ISO dates, seconds and cm², never localised.
pub fn figure_csv(study: &Study, table: &FigureTable) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let dimensions = csv_dimensions();
    let mut heading = vec!["key", "measure", "quantity", "unit", "pool", "weighting"];
    heading.extend(dimensions.iter().map(|dimension| dimension.word()));
    heading.extend([
        "actor",
        "actor_name",
        "of",
        "numerator",
        "denominator",
        "share",
        "percent",
        "low",
        "high",
        "method",
    ]);
    heading.extend(["n_items", "n_clusters", "n_outlets", "recorded", "design_effect", "status", "flags"]);
    writer.write_record(&heading).expect("invariant: writing to memory cannot fail");
    for figure in &table.figures {
        let estimate = &figure.estimate;
        let base = &estimate.base;
        let mut cells = vec![table.key(study, figure), figure.measure.to_owned(), figure.quantity.clone()];
        cells.extend([estimate.numerator.machine_unit().to_owned(), table.pool.clone(), table.weighting.to_owned()]);
        cells.extend(dimensions.iter().map(|dimension| harmless(dimension_value(table, figure, *dimension))));
        cells.extend([figure.actor.clone(), harmless(&plain_name(study, table.who, &figure.actor)), figure.of.clone()]);
        cells.extend([estimate.numerator.machine_number(), estimate.denominator.machine_number()]);
        cells.push(number(figure).map(|number| number.to_string()).unwrap_or_default());
        cells.push(estimate.percent.map(|percent| percent.to_string()).unwrap_or_default());
        let limits = |limit: fn(&Interval) -> f64| estimate.interval.as_ref().map(|i| limit(i).to_string());
        cells.extend([limits(|i| i.low), limits(|i| i.high)].map(Option::unwrap_or_default));
        cells.push(estimate.interval.map_or("exact", |interval| interval.method).to_owned());
        cells.extend([base.n_items, base.n_clusters, base.n_outlets].map(|n| n.to_string()));
        cells.push(base.completeness.map(|hours| hours.percent().to_string()).unwrap_or_default());
        let effect = estimate.interval.and_then(|interval| interval.design_effect);
        cells.push(effect.map(|effect| effect.to_string()).unwrap_or_default());
        cells.push(estimate.status.word().to_owned());
        cells.push(estimate.flags.iter().map(|flag| flag.word()).collect::<Vec<_>>().join(";"));
        writer.write_record(&cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

fn plain_name(study: &Study, who: Who, id: &str) -> String {
    let language = &study.languages.main;
    match who {
        _ if id.is_empty() => String::new(),
        Who::Actor => study.codebook.actors.label(id, language).to_owned(),
        Who::Group => study.codebook.groups.label(id, language).to_owned(),
    }
}

/// Every dimension but those that have a column of their own.
fn csv_dimensions() -> Vec<Dimension> {
    let own = [Dimension::Quantity, Dimension::Actor, Dimension::Group];
    Dimension::WORDS.map(|(_, dimension)| dimension).into_iter().filter(|dimension| !own.contains(dimension)).collect()
}

/// The value of a dimension in a row; empty where the table is not broken down by it.
fn dimension_value<'a>(table: &FigureTable, figure: &'a Figure, wanted: Dimension) -> &'a str {
    let found = table.by.iter().zip(&figure.group).find(|(dimension, _)| **dimension == wanted);
    found.map_or("", |(_, value)| value.as_str())
}

/// A text that a spreadsheet would take for a formula, made a text.
pub(crate) fn harmless(text: &str) -> String {
    let starts = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    if starts { format!("'{text}") } else { text.to_owned() }
}

/// The study with its words in English, for what machines read; names stay in the study's language.
pub(crate) fn in_english(study: &Study) -> Study {
    Study { wording: Wording::english(), ..study.clone() }
}

/// The table for people, as Markdown.
pub fn figure_markdown(study: &Study, table: &FigureTable) -> String {
    super::markdown::markdown_table(&figure_table(study, table))
}

/// The figures as JSON.
pub fn figure_json(study: &Study, table: &FigureTable) -> Value {
    let rows = table.figures.iter().map(|figure| {
        let estimate = &figure.estimate;
        let pairs = table.by.iter().zip(&figure.group);
        let group: serde_json::Map<String, Value> = pairs
            .map(|(dimension, value)| {
                (dimension.word().to_owned(), if value.is_empty() { Value::Null } else { json!(value) })
            })
            .collect();
        let interval = estimate.interval.map(|interval| {
            json!({
                "low": interval.low,
                "high": interval.high,
                "level": interval.level,
                "method": interval.method,
                "degrees_of_freedom": interval.degrees_of_freedom,
                "design_effect": interval.design_effect,
            })
        });
        json!({
            "key": table.key(study, figure),
            "measure": figure.measure,
            "quantity": figure.quantity,
            "unit": estimate.numerator.machine_unit(),
            "group": group,
            "actor": figure.actor,
            "of": if figure.of.is_empty() { Value::Null } else { json!(figure.of) },
            "numerator": estimate.numerator.machine_number(),
            "denominator": estimate.denominator.machine_number(),
            "share": number(figure),
            "percent": estimate.percent.map(|percent| percent.to_string()),
            "interval": interval,
            "n_items": estimate.base.n_items,
            "n_clusters": estimate.base.n_clusters,
            "n_outlets": estimate.base.n_outlets,
            "recorded_percent": estimate.base.completeness.map(Completeness::percent),
            "status": estimate.status.word(),
            "flags": estimate.flags.iter().map(|flag| flag.word()).collect::<Vec<_>>(),
        })
    });
    let english = Wording::english();
    json!({
        "schema": SCHEMA,
        "measure": table.measure,
        "study": study.id,
        "pool": table.pool,
        "weighting": table.weighting,
        "rows": rows.collect::<Vec<_>>(),
        "notes": table.notes.iter().map(|note| note.say(&english)).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_name_that_looks_like_a_formula_stays_a_name() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("+Europa"), "'+Europa");
        assert_eq!(harmless("Nur Otan"), "Nur Otan");
    }
}
