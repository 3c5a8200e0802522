//! Tables of figures: for people, and as CSV and JSON for machines.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::phrases::actor_line;
use super::{Alignment, Table};
use crate::measure::{Dimension, Figure, FigureTable, Flag, Form, Interval, Status, Who};
use crate::study::{Allocation, Study};
use crate::unit::{Percent, Share};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.measure/2";

/// What an interval says, printed wherever one is.
pub(crate) const OF_INTERVALS: &str = "Intervals say how much a figure varies from day to day within the monitored outlets; they are no margin of error for all media and hold no coder error.";

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
    fn of(table: &FigureTable) -> Columns {
        let figures = &table.figures;
        let n = |of: &dyn Fn(&Figure) -> String| figures.iter().map(of).collect::<BTreeSet<String>>().len();
        let form = figures.first().map(|figure| figure.form);
        Columns {
            quantity: n(&|figure| figure.quantity.clone()) > 1,
            measure: figures.iter().any(|figure| figure.measure != table.measure),
            of: figures.iter().any(|figure| !figure.of.is_empty()),
            interval: figures.iter().find_map(|figure| figure.estimate.interval).map(|interval| interval.level),
            recorded: figures.iter().any(|figure| figure.estimate.base.completeness.is_some()),
            remarks: figures.iter().any(|figure| !remarks(figure).is_empty()),
            form: form.filter(|form| figures.iter().all(|figure| figure.form == *form)),
        }
    }

    fn headings(&self, table: &FigureTable) -> Vec<(String, Alignment)> {
        use Alignment::{Left, Right};
        let mut columns: Vec<(String, Alignment)> = Vec::new();
        let mut add = |name: &str, alignment, is_there: bool| {
            if is_there {
                columns.push((name.to_owned(), alignment));
            }
        };
        add("quantity", Left, self.quantity);
        for dimension in &table.by {
            add(dimension.word(), Left, true);
        }
        add(if table.who == Who::Group { "group" } else { "actor" }, Left, true);
        add("measure", Left, self.measure);
        add(of_heading(table.measure), Left, self.of);
        let value = match self.form {
            Some(Form::Percent) => "%",
            Some(Form::Points) => "points",
            _ => "value",
        };
        add(value, Right, true);
        if let Some(level) = self.interval {
            add(&format!("{level} % interval"), Right, true);
        }
        for name in ["amount", "of", "items", "outlet-days"] {
            add(name, Right, true);
        }
        add("recorded", Right, self.recorded);
        add("remarks", Left, self.remarks);
        columns
    }
}

/// What the third column of some measures holds.
fn of_heading(measure: &str) -> &'static str {
    match measure {
        "tone" => "tone",
        "gap" => "benchmark",
        "lead" => "ahead of",
        "pools" => "pool:weighting",
        _ => "part",
    }
}

/// A table for people: one row per figure, with its base.
pub fn figure_table(study: &Study, table: &FigureTable) -> Table {
    let pool = study.pool(&table.pool).map(|pool| pool.name.in_language(&study.languages.main)).unwrap_or_default();
    let columns = Columns::of(table);
    let rows = table.figures.iter().map(|figure| row(study, table, figure, &columns));
    let caption = match table.measure {
        "share" => format!("Shares of {pool}, {}", table.weighting),
        "pools" => "Shares under every pool and weighting".to_owned(),
        other => format!("{}, {pool}, {}", super::phrases::capitalised(other), table.weighting),
    };
    let mut notes: Vec<String> = Vec::new();
    if table.figures.is_empty() {
        notes.push("No coverage of this pool was found.".to_owned());
    }
    notes.extend(table.notes.iter().cloned());
    if columns.interval.is_some() {
        notes.push(OF_INTERVALS.to_owned());
    }
    notes.extend(allocations(study));
    let flags: BTreeSet<Flag> = table.figures.iter().flat_map(|figure| figure.estimate.flags.iter().copied()).collect();
    notes.extend(flags.into_iter().map(|flag| format!("{}: {}.", flag.word(), flag.meaning(&study.publishing))));
    let note = (!notes.is_empty()).then(|| notes.join("\n"));
    Table { caption, columns: columns.headings(table), rows: rows.collect(), note }
}

/// How sources divide the amount of a cell that names several actors; nothing is said where every actor has its own row.
pub(crate) fn allocations(study: &Study) -> Option<String> {
    let shared = study.sources.iter().filter(|source| source.allocation != Allocation::AsCoded);
    let words: Vec<String> = shared
        .map(|source| match source.allocation {
            Allocation::EqualSplit => format!("{}: equal parts of it", source.id),
            _ => format!("{}: the whole of it", source.id),
        })
        .collect();
    (!words.is_empty())
        .then(|| format!("Where several actors share an amount, each counts with ({}).", words.join("; ")))
}

fn row(study: &Study, table: &FigureTable, figure: &Figure, columns: &Columns) -> Vec<String> {
    let estimate = &figure.estimate;
    let quantity = study.quantity(&figure.quantity).map(|quantity| quantity.name.in_language(&study.languages.main));
    let mut cells: Vec<String> = quantity.filter(|_| columns.quantity).map(str::to_owned).into_iter().collect();
    cells.extend(table.by.iter().zip(&figure.group).map(|(dimension, value)| dimension.label(value, study).to_owned()));
    cells.push(name(study, table.who, &figure.actor));
    cells.extend(columns.measure.then(|| figure.measure.to_owned()));
    cells.extend(columns.of.then(|| of_name(study, table, &figure.of)));
    let printed = value(figure).map(|value| match (columns.form, figure.form) {
        (None, Form::Percent) => format!("{value} %"),
        (None, Form::Points) => format!("{value} points"),
        _ => value,
    });
    cells.push(printed.unwrap_or_else(|| "–".to_owned()));
    if columns.interval.is_some() {
        cells
            .push(estimate.interval.map_or_else(String::new, |interval| interval_words(study, figure.form, &interval)));
    }
    let is_quotient = figure.number.is_none() && figure.measure != "range";
    cells.push(if is_quotient { estimate.numerator.to_string() } else { String::new() });
    cells.push(if figure.measure == "range" { String::new() } else { estimate.denominator.to_string() });
    cells.extend([estimate.base.n_items, estimate.base.n_clusters].map(|n| n.to_string()));
    if columns.recorded {
        cells.push(estimate.base.completeness.map_or_else(String::new, |hours| format!("{} %", hours.percent())));
    }
    cells.extend(columns.remarks.then(|| remarks(figure)));
    cells
}

fn name(study: &Study, who: Who, id: &str) -> String {
    match who {
        Who::Actor => actor_line(study, id),
        Who::Group => study.codebook.groups.label(id, &study.languages.main).to_owned(),
    }
}

/// What else a figure is of, in words where the study has some.
fn of_name(study: &Study, table: &FigureTable, of: &str) -> String {
    let language = &study.languages.main;
    match table.measure {
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
fn value(figure: &Figure) -> Option<String> {
    match figure.form {
        Form::Percent => figure.estimate.percent.map(|percent| percent.to_string()),
        Form::Points => figure.estimate.percent.map(Percent::signed),
        Form::Number(decimals) => number(figure).map(|number| decimal(number, decimals)),
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
    let printed = |limit: f64| match form {
        Form::Number(decimals) => decimal(limit, decimals),
        Form::Percent | Form::Points => {
            let percent = Share::approximate(limit).map(|share| study.rounding.percent(&share));
            percent
                .map(|percent| if form == Form::Points { percent.signed() } else { percent.to_string() })
                .unwrap_or_default()
        }
    };
    format!("{} to {}", printed(interval.low), printed(interval.high))
}

/// The words beside a figure: its status where it is no plain figure, and its flags.
pub(crate) fn remarks(figure: &Figure) -> String {
    let estimate = &figure.estimate;
    let status = (!matches!(estimate.status, Status::Stated | Status::ZeroNumerator)).then(|| estimate.status.word());
    status.into_iter().chain(estimate.flags.iter().map(|flag| flag.word())).collect::<Vec<_>>().join(", ")
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
        let mut cells = vec![table.key(figure), figure.measure.to_owned(), figure.quantity.clone()];
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
            "key": table.key(figure),
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
            "recorded_percent": estimate.base.completeness.map(crate::measure::Completeness::percent),
            "status": estimate.status.word(),
            "flags": estimate.flags.iter().map(|flag| flag.word()).collect::<Vec<_>>(),
        })
    });
    json!({
        "schema": SCHEMA,
        "measure": table.measure,
        "study": study.id,
        "pool": table.pool,
        "weighting": table.weighting,
        "rows": rows.collect::<Vec<_>>(),
        "notes": table.notes,
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
