//! A figure with what it is made from: for people, as CSV of its rows, as JSON.
//!
//! In: a figure, its rows with their weights. Out: texts. The rows re-add to numerator and denominator; where they did not, nothing
//! would be printed.

use serde_json::{Value, json};

use super::figures::harmless;
use super::rows::{row_cells, row_headings};
use crate::check::RowCounts;
use crate::measure::{BehindRow, Figure, FigureTable, Form, Key, LeftOut, how_made, is_quotient_of_rows};
use crate::study::Study;
use crate::tally::{PlacedRow, key};
use crate::unit::Amount;

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.explain/1";

/// A figure and everything behind it.
#[derive(Debug)]
pub struct Explained<'a> {
    /// The study.
    pub study: &'a Study,
    /// The key asked for.
    pub key: &'a Key,
    /// The table the figure stands in.
    pub table: &'a FigureTable,
    /// The figure.
    pub figure: &'a Figure,
    /// What became of every row.
    pub counts: &'a RowCounts,
    /// Its rows; none for a figure that is made from others.
    pub rows: &'a [BehindRow],
    /// How many used rows are of its place: its quantity, group and days.
    pub n_in_place: u64,
    /// What the pool leaves out of the same place.
    pub left_out: &'a [LeftOut],
    /// The keys of the figures it is made from, where it is no quotient of rows.
    pub made_from: &'a [String],
    /// Are rows of the denominator listed, or those of the numerator?
    pub of_denominator: bool,
}

impl Explained<'_> {
    fn listed(&self) -> impl Iterator<Item = &BehindRow> {
        self.rows.iter().filter(|row| if self.of_denominator { row.below } else { row.above != 0 })
    }

    /// The sums of the rows: above and below the line.
    pub fn sums(&self) -> (i64, i64) {
        let above = self.rows.iter().map(|row| row.above * row.row.amount).sum();
        let below = self.rows.iter().filter(|row| row.below).map(|row| row.row.amount).sum();
        (above, below)
    }

    fn amount(&self, whole: i64) -> String {
        let amount = Amount::new(self.figure.estimate.denominator.unit(), whole);
        format!("{} {}", amount.machine_number(), amount.machine_unit())
    }
}

/// For people: the figure, how it is made, what is left out, and its rows.
pub fn explained_text(explained: &Explained<'_>) -> String {
    let (study, figure) = (explained.study, explained.figure);
    let estimate = &figure.estimate;
    let mut text = format!("{}\n", explained.key.text());
    let printed = super::figures::value(study, figure).unwrap_or_else(|| estimate.status.word().to_owned());
    let sign = match figure.form {
        Form::Percent if estimate.percent.is_some() => "%",
        Form::Points if estimate.percent.is_some() => " points",
        _ => "",
    };
    text += &format!("  = {printed}{sign}\n");
    let is_quotient = is_quotient_of_rows(&explained.key.measure);
    let made = if is_quotient { formula(explained) } else { how_made(&explained.key.measure).to_owned() };
    text += &format!("  {made}\n");
    if let Some(interval) = estimate.interval {
        let words = super::interval_words(study, figure.form, &interval);
        text += &format!("  {}% interval {words} ({})\n", interval.level, interval.method);
    }
    let base = &estimate.base;
    text += &format!("  base: {} items, {} outlet-days, {} outlets", base.n_items, base.n_clusters, base.n_outlets);
    if let Some(hours) = base.completeness {
        text += &format!(", {}% of the planned hours recorded", hours.percent());
    }
    text.push('\n');
    for flag in &estimate.flags {
        text += &format!("  {}: {}\n", flag.word(), super::meaning(study, *flag));
    }
    if is_quotient {
        return text + &exclusions(explained) + &rows(explained);
    }
    if !explained.made_from.is_empty() {
        text += "Made from these figures, each of which `explain` opens:\n";
        text += &explained.made_from.iter().map(|key| format!("  {key}\n")).collect::<String>();
    }
    text
}

/// How the value comes from its two sums.
fn formula(explained: &Explained<'_>) -> String {
    let estimate = &explained.figure.estimate;
    let (above, below) = (estimate.numerator.whole(), estimate.denominator.whole());
    let rule = explained.study.rounding;
    let quotient = format!("{} / {}", explained.amount(above), explained.amount(below));
    let how = match explained.table.weighting {
        "pooled" => quotient,
        other => format!("{other} over outlets of that quotient; all outlets together: {quotient}"),
    };
    format!("{how}; rounded {} to {} decimals", rule.rule.word(), rule.decimals)
}

fn exclusions(explained: &Explained<'_>) -> String {
    let counts = explained.counts;
    let by_code = |counts: &std::collections::BTreeMap<&'static str, u64>| {
        counts.iter().map(|(code, n)| format!(" {n} ({code})")).collect::<Vec<_>>().join(",")
    };
    let mut text = format!("Of {} rows read, {} are used", counts.read, counts.used);
    if !counts.out_of_scope.is_empty() {
        text += &format!("; out of scope:{}", by_code(&counts.out_of_scope));
    }
    if !counts.rejected.is_empty() {
        text += &format!("; rejected:{}", by_code(&counts.rejected));
    }
    text.push('\n');
    text += &format!("Of those, {} are of its place: {}\n", explained.n_in_place, place_of(explained));
    for left_out in explained.left_out {
        let respect = explained.study.wording.word("respect", left_out.what.word());
        let holds = crate::measure::description(
            explained.study,
            explained.study.pool(explained.key.pool_of_rows()).expect("invariant: the figure is of a pool"),
        );
        let holds = holds.into_iter().find(|holding| holding.what == left_out.what).map(|holding| holding.words);
        text += &format!(
            "Left out by {respect} ({}): {} rows, {}\n",
            holds.unwrap_or_default(),
            left_out.n_rows,
            explained.amount(left_out.amount)
        );
    }
    text
}

/// Quantity, group and days that a row must have to be where the figure is.
fn place_of(explained: &Explained<'_>) -> String {
    let key = explained.key;
    let window = explained.study.window;
    let group = key.group.iter().map(|(by, value)| format!("{}={value}", by.word()));
    let several = key.scope.conditions.iter().map(|c| format!("{}={}", c.dimension.word(), c.values.join(" or ")));
    let days = format!("{} to {}", window.from, window.to);
    std::iter::once(key.quantity.clone()).chain(group).chain(several).chain([days]).collect::<Vec<_>>().join(", ")
}

fn rows(explained: &Explained<'_>) -> String {
    let (above, below) = explained.sums();
    let (name, sum) = if explained.of_denominator { ("Denominator", below) } else { ("Numerator", above) };
    let mut text = format!("{name}: {} rows\n", explained.listed().count());
    for row in explained.listed() {
        let times = match row.above {
            _ if explained.of_denominator => String::new(),
            1 => String::new(),
            -1 => "  taken away".to_owned(),
            times => format!("  times {times}"),
        };
        text += &format!("  {}  {}{times}\n", row.row.address(), words(explained, &row.row));
    }
    text + &format!("  sum: {}\n", explained.amount(sum))
}

fn words(explained: &Explained<'_>, row: &PlacedRow) -> String {
    let when = if row.key(key::DATE).is_empty() { row.key(key::PERIOD) } else { row.key(key::DATE) };
    let item = row.item.as_ref().map_or_else(String::new, |item| format!("item {item}"));
    let parts = [
        when,
        row.key(key::OUTLET),
        &item,
        row.key(key::ACTOR),
        row.key(key::GENRE),
        row.key(key::VOICE),
        row.key(key::TONE),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|part| !part.is_empty()).map(|part| crate::diagnostic::shown(part)).collect();
    format!("{}  {}", parts.join(" · "), explained.amount(row.amount))
}

/// The rows alone: their place, what they are, and how often each counts above and below the line.
pub fn explained_csv(explained: &Explained<'_>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let headings = ["key", "above", "below"].into_iter().chain(row_headings());
    writer.write_record(headings).expect("invariant: writing to memory cannot fail");
    let key = explained.key.text();
    for row in explained.listed() {
        let weights = [harmless(&key), row.above.to_string(), u8::from(row.below).to_string()];
        let cells = weights.into_iter().chain(row_cells(explained.study, &row.row));
        writer.write_record(cells).expect("invariant: every row has a cell per heading");
    }
    let bytes = writer.into_inner().expect("invariant: writing to memory cannot fail");
    String::from_utf8(bytes).expect("invariant: cells are UTF-8")
}

/// The figure as `measure` gives it, with what it is made from.
pub fn explained_json(explained: &Explained<'_>) -> Value {
    let one = FigureTable { figures: vec![explained.figure.clone()], notes: Vec::new(), ..explained.table.clone() };
    let figure = super::figure_json(explained.study, &one)["rows"][0].clone();
    let rows = explained.listed().map(|row| {
        json!({
            "file": row.row.file, "sheet": row.row.sheet, "line": row.row.line, "item": row.row.item,
            "above": row.above, "below": row.below, "amount": row.row.amount,
            "keys": key::ALL.iter().zip(&row.row.keys).filter(|(_, value)| !value.is_empty()).collect::<std::collections::BTreeMap<_, _>>(),
        })
    });
    let (above, below) = explained.sums();
    json!({
        "schema": SCHEMA,
        "key": explained.key.text(),
        "figure": figure,
        "weighting": explained.table.weighting,
        "rounding": explained.study.rounding.rule.word(),
        "made_from": explained.made_from,
        "rows_read": explained.counts.read,
        "out_of_scope": explained.counts.out_of_scope,
        "rejected": explained.counts.rejected,
        "rows_in_place": explained.n_in_place,
        "left_out": explained.left_out.iter().map(|left_out| json!({
            "respect": left_out.what.word(), "rows": left_out.n_rows, "amount": left_out.amount,
        })).collect::<Vec<_>>(),
        "unit": explained.figure.estimate.denominator.unit().machine_name(),
        "sum_above": above,
        "sum_below": below,
        "listed": if explained.of_denominator { "denominator" } else { "numerator" },
        "rows": rows.collect::<Vec<_>>(),
    })
}
