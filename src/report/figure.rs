//! A figure as a set: PNG, SVG, the plotted numbers as CSV, and the text for those who cannot see it.

use super::folder::OutputFile;
use super::phrases::{NBSP, actor, actors, capitalised, counted, days, days_of, outlets, place};
use super::tables::{figure_csv, interval_words};
use crate::agreement::Reliability;
use crate::audit::Record;
use crate::chart::{
    Lettering, MissingGlyphs, Reference, Scene, ShareBar, ShareChart, Size, png, refuse_missing_glyphs, svg,
};
use crate::diagnostic::{Code, Severity};
use crate::measure::{Dimension, Form, Ranking, ShareRow, ShareTable, Who, description, ranking};
use crate::study::{Benchmark, BenchmarkKind, Pool, Study};
use crate::unit::{Amount, Percent, Share, Unit};

/// E702: a character that no embedded font can draw.
pub static MISSING_GLYPHS: Code = Code {
    id: "E702",
    name: "missing-glyph",
    severity: Severity::Error,
    page: "A name holds a character that none of the embedded fonts has. It would be dropped from the figure without a \
           trace, so the figure is refused. Give the name in another script for the report's language in the codebook.",
};

/// A figure that is not drawn.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// E702.
    #[error("E702 missing-glyph in figure `{figure}`")]
    MissingGlyphs {
        /// Which figure.
        figure: String,
        /// Which characters.
        source: MissingGlyphs,
    },
    /// Fewer than two actors, or none with coverage.
    #[error("figure `{figure}`: {why}")]
    NothingToShow {
        /// Which figure.
        figure: String,
        /// Why.
        why: &'static str,
    },
    /// The picture cannot be made.
    #[error("figure `{figure}`")]
    Picture {
        /// Which figure.
        figure: String,
        /// Why.
        source: crate::chart::Failure,
    },
}

/// A drawn figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Number in the report, from 1.
    pub number: usize,
    /// File name without its ending.
    pub stem: String,
    /// The message or neutral title.
    pub title: String,
    /// The text for those who cannot see it.
    pub alt: String,
    /// Width and height in pixels.
    pub pixels: (f64, f64),
    /// How wide it is printed.
    pub size: Size,
    /// The numbers as a table of the document: `%` and amount by actor.
    pub table: super::Table,
    svg: String,
    png: Vec<u8>,
    csv: String,
}

impl Figure {
    /// PNG, SVG, CSV and alternative text.
    pub fn files(&self, folder: &str) -> Vec<OutputFile> {
        let file = |ending: &str, bytes: Vec<u8>| OutputFile { path: format!("{folder}{}.{ending}", self.stem), bytes };
        vec![
            file("png", self.png.clone()),
            file("svg", self.svg.clone().into_bytes()),
            file("csv", self.csv.clone().into_bytes()),
            file("alt.txt", format!("{}\n", self.alt).into_bytes()),
        ]
    }

    /// The bytes of the PNG.
    pub fn png(&self) -> &[u8] {
        &self.png
    }
}

/// What a share figure shows: one group of a table.
#[derive(Debug, Clone, Copy)]
pub struct FigureRequest<'a> {
    /// The table.
    pub table: &'a ShareTable,
    /// The cells of one quantity and group.
    pub rows: &'a [&'a ShareRow],
    /// The cells of the figures it stands beside, which share its scale.
    pub beside: &'a [&'a ShareRow],
}

/// What every figure needs beside its table.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'a> {
    /// The study.
    pub study: &'a Study,
    /// What it was made from.
    pub record: &'a Record,
    /// What is known of the agreement between coders.
    pub reliability: &'a Reliability,
    /// How wide it is printed.
    pub size: Size,
    /// Its number, from 1.
    pub number: usize,
}

impl<'a> Drawing<'a> {
    pub(super) fn pool(&self, id: &str) -> &'a Pool {
        self.study.pool(id).expect("invariant: tables are of the study's pools")
    }

    /// `fig01_share_contestants_print_20111130-20111210_en_170mm`
    pub(super) fn stem(&self, kind: &str, pool: &Pool, by: &[Dimension], group: &[String]) -> String {
        let joined = group.join("-");
        let joined = if joined.is_empty() { "all".to_owned() } else { joined };
        let id: String =
            joined.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        let (from, to) = days_of(self.study, pool, by, group);
        let (from, to) = (from.format("%Y%m%d"), to.format("%Y%m%d"));
        let (pool, language) = (&pool.id, &self.study.languages.main);
        format!("fig{:02}_{kind}_{pool}_{id}_{from}-{to}_{language}_{}", self.number, self.size.word())
    }

    /// The picture of a scene, with its numbers.
    pub(super) fn drawn(
        &self,
        scene: &Scene,
        stem: String,
        csv: String,
        table: super::Table,
    ) -> Result<Figure, Failure> {
        refuse_missing_glyphs(scene).map_err(|source| Failure::MissingGlyphs { figure: stem.clone(), source })?;
        let svg = svg(scene);
        let png = png(scene, &svg).map_err(|source| Failure::Picture { figure: stem.clone(), source })?;
        let (title, alt) = (scene.title.clone(), scene.alt.clone());
        let pixels = (scene.width, scene.height);
        Ok(Figure { number: self.number, stem, title, alt, pixels, size: self.size, table, svg, png, csv })
    }
}

/// Characters of a title that is read at a glance; a longer message gives way to the neutral title.
pub(super) const LONGEST_TITLE: usize = 75;

/// The largest number of bars that stand alone.
const MOST_BARS: usize = 12;

/// Draws the shares of one group.
///
/// Errors: [`Failure`].
pub fn share_figure(drawing: Drawing<'_>, request: FigureRequest<'_>) -> Result<Figure, Failure> {
    let (study, pool) = (drawing.study, drawing.pool(&request.table.pool));
    let none = Vec::new();
    let group = request.rows.first().map_or(&none, |row| &row.group);
    let stem = drawing.stem("share", pool, &request.table.by, group);
    let refused = |why| Failure::NothingToShow { figure: stem.clone(), why };
    if request.rows.len() < 2 {
        return Err(refused("a share of fewer than two actors says nothing"));
    }
    if request.rows.iter().all(|row| row.estimate.numerator.whole() == 0) {
        return Err(refused("no actor of the pool has coverage"));
    }
    if request.rows.iter().all(|row| row.estimate.share.is_none()) {
        return Err(refused("the study withholds every share of it"));
    }
    let ranked = ranking(study, request.rows, MOST_BARS);
    let chart = chart(drawing, pool, request, &ranked, &stem);
    let csv = figure_csv(study, &request.table.some(request.rows).figures(Who::Actor));
    drawing.drawn(&chart.scene(drawing.size), stem, csv, numbers_table(study, &chart, &ranked))
}

fn chart(
    drawing: Drawing<'_>,
    pool: &Pool,
    request: FigureRequest<'_>,
    ranked: &Ranking<'_>,
    stem: &str,
) -> ShareChart {
    let (study, record) = (drawing.study, drawing.record);
    let first = ranked.leading[0];
    let by = &request.table.by;
    let place = place(study, by, &first.group);
    let quantity = study.quantity(&first.quantity).expect("invariant: tables are of the study's quantities");
    let language = &study.languages.main;
    let quantity_name = quantity.name.in_language(language);
    let reference = reference(study, pool, request.rows);
    let (from, to) = days_of(study, pool, by, &first.group);
    let (dates, n_actors) = (days(from, to), request.rows.len());
    ShareChart {
        lettering: Lettering {
            title: title(study, pool, first, &place),
            subtitle: vec![
                format!("Share of {quantity_name} among {}, %{}", actors(study, pool, n_actors), with_interval(ranked)),
                format!(
                    "{}, {dates}",
                    capitalised(&outlets_of(study, by, &first.group, first.estimate.base.n_outlets))
                ),
            ],
            notice: study.notice.clone(),
            notes: notes(
                study,
                pool,
                ranked,
                reference.as_ref().map(|(_, source)| source.clone()),
                (record.rejected_words(), drawing.reliability),
            ),
            provenance: provenance(record, drawing.number, stem),
            alt: alt(study, pool, ranked, n_actors, &place, &format!("{dates}. Data: {stem}.csv")),
        },
        interval_heading: interval_heading(ranked),
        bars: bars(study, ranked),
        reference: reference.as_ref().map(|(line, _)| line.clone()),
        reach: request
            .beside
            .iter()
            .filter_map(|row| row.estimate.share.as_ref())
            .map(Share::as_f64)
            .fold(0.0, f64::max),
        unit: first.estimate.denominator.unit().printed_name().to_owned(),
    }
}

pub(super) fn provenance(record: &Record, number: usize, stem: &str) -> String {
    format!("Fig.{NBSP}{number} · {} · data sha256 {} · {stem}.csv", record.tool, record.short_digest())
}

/// `, with 95% interval`, where the bars have one.
fn with_interval(ranked: &Ranking<'_>) -> String {
    let heading = interval_heading(ranked);
    if heading.is_empty() { heading } else { format!(", with {heading}") }
}

/// `95% interval`; empty where no bar has one.
fn interval_heading(ranked: &Ranking<'_>) -> String {
    let interval = ranked.leading.iter().find_map(|row| row.estimate.interval);
    interval.map_or_else(String::new, |interval| format!("{}% interval", interval.level))
}

/// A message where the exact figures bear it, else a neutral title. Every condition is tested on exact shares.
fn title(study: &Study, pool: &Pool, first: &ShareRow, place: &str) -> String {
    let name = actor(study, &first.actor).0;
    let pool_name = pool.name.in_language(&study.languages.main);
    let half = Share::of(1, 2).expect("invariant: two is not zero");
    let message = match &first.estimate.share {
        Some(share) if share.is_whole() => Some(format!("{name} received all of {pool_name} {place}")),
        Some(share) if *share > half => Some(format!("{name} received more than half of {pool_name} {place}")),
        _ => None,
    };
    let fitting = message.filter(|message| message.chars().count() <= LONGEST_TITLE);
    fitting.unwrap_or_else(|| format!("{}: shares {place}", capitalised(pool_name)))
}

pub(super) fn outlets_of(study: &Study, by: &[Dimension], group: &[String], n: i64) -> String {
    let value =
        |wanted| by.iter().zip(group).find(|(dimension, _)| **dimension == wanted).map(|(_, value)| value.as_str());
    if let Some(outlet) = value(Dimension::Outlet) {
        let owner = study.codebook.outlets.by_id(outlet).and_then(|entry| entry.own.ownership.clone());
        let name = Dimension::Outlet.label(outlet, study);
        return owner.map_or_else(|| name.to_owned(), |owner| format!("{name} ({owner})"));
    }
    let counted = outlets(n, value(Dimension::Medium));
    value(Dimension::Ownership).map_or(counted.clone(), |owner| counted.replacen(NBSP, &format!("{NBSP}{owner} "), 1))
}

fn bars(study: &Study, ranked: &Ranking<'_>) -> Vec<ShareBar> {
    let leader = ranked.leading.first().map(|row| row.actor.as_str());
    let focus = study.report.focus.as_deref().or(leader);
    let bar = |row: &&ShareRow| {
        let (label, beside) = actor(study, &row.actor);
        ShareBar {
            label,
            beside,
            share: row.estimate.share.as_ref().map_or(0.0, Share::as_f64),
            limits: row.estimate.interval.map(|interval| (interval.low, interval.high)),
            percent: printed(row),
            interval: row.estimate.interval.map_or_else(String::new, |interval| {
                interval_words(study, Form::Percent, &interval).replace(" to ", "–")
            }),
            amount: row.estimate.numerator.printed_number(),
            is_focus: focus == Some(row.actor.as_str()),
        }
    };
    let others = ranked.others.iter().map(|others| ShareBar {
        label: format!("others ({})", others.n_actors),
        beside: None,
        share: others.share.as_f64(),
        limits: None,
        percent: others.percent.to_string(),
        interval: String::new(),
        amount: others.amount.printed_number(),
        is_focus: false,
    });
    ranked.leading.iter().map(bar).chain(others).collect()
}

/// The line of equal shares, where the study declares that benchmark, with the sentence that explains it.
fn reference(study: &Study, pool: &Pool, rows: &[&ShareRow]) -> Option<(Reference, String)> {
    let applies = |benchmark: &&Benchmark| {
        benchmark.kind == BenchmarkKind::Equal && benchmark.pool.as_ref().is_none_or(|id| *id == pool.id)
    };
    let benchmark = study.benchmarks.iter().find(applies)?;
    let share = benchmark.share_of(&rows.first()?.actor, rows.len())?;
    let percent = study.rounding.percent(&share);
    let name = benchmark.name.in_language(&study.languages.main);
    let line = Reference { label: format!("{name} {percent}%"), share: share.as_f64() };
    let source = format!(
        "{} = 100% ÷ {}: {}; for orientation, not a standard of fairness.",
        capitalised(name),
        actors(study, pool, rows.len()),
        benchmark.source
    );
    Some((line, source))
}

fn notes(
    study: &Study,
    pool: &Pool,
    ranked: &Ranking<'_>,
    reference: Option<String>,
    (rejected, reliability): (Option<String>, &Reliability),
) -> Vec<String> {
    let estimate = &ranked.leading[0].estimate;
    let base = &estimate.base;
    let shown = ranked.leading.iter().filter_map(|row| row.estimate.percent);
    let sums = shown.chain(ranked.others.as_ref().map(|others| others.percent)).sum::<Percent>();
    let rounding = if sums.is_hundred() { "" } else { " Rows may not sum to 100." };
    let base = format!(
        "Base: {} in {}, {}.{}{rounding}",
        estimate.denominator,
        counted(base.n_items, "item"),
        counted(base.n_clusters, "outlet-day"),
        included(study, pool),
    );
    let sureness = sureness(study, ranked.leading[0], reliability);
    let source = format!("Source: {}, codebook {}.", study.publisher, study.codebook.version);
    let source = reference.map_or(source.clone(), |reference| format!("{source} {reference}"));
    let base = rejected.map_or(base.clone(), |rejected| format!("{base} {rejected}"));
    vec![base, sureness, source]
}

/// The percentage, or the word that stands in its place.
fn printed(row: &ShareRow) -> String {
    let estimate = &row.estimate;
    estimate.percent.map_or_else(|| estimate.status.word().to_owned(), |percent| percent.to_string())
}

/// How much the largest share varies from day to day, what stands beside it, and that agreement was not measured.
fn sureness(study: &Study, first: &ShareRow, reliability: &Reliability) -> String {
    let estimate = &first.estimate;
    let interval = estimate.interval.map_or_else(
        || "Interval: none, for the base is too small or no day is known; the figure is the share of what was coded.".to_owned(),
        |interval| {
            let name = actor(study, &first.actor).0;
            let limits = interval_words(study, Form::Percent, &interval);
            let level = interval.level;
            format!("{level}% interval: {name} {limits}%, from day to day within these outlets; not a margin of error for all media.")
        },
    );
    let flags: Vec<String> = estimate.flags.iter().map(|flag| capitalised(&flag.meaning(&study.publishing))).collect();
    let flags = if flags.is_empty() { String::new() } else { format!(" {}.", flags.join(". ")) };
    format!("{interval}{flags} {}", agreement_words(reliability, &["actor", &format!("amount/{}", first.quantity)]))
}

/// What is known of the agreement on the variables of a figure.
pub(super) fn agreement_words(reliability: &Reliability, variables: &[&str]) -> String {
    let known: Vec<&str> = variables.iter().filter_map(|variable| reliability.words(variable)).collect();
    if known.is_empty() {
        "Coder agreement: not measured.".to_owned()
    } else {
        format!("Coder agreement: {}.", known.join("; "))
    }
}

/// An amount in the unit it is printed in, for the length of a bar.
pub(super) fn length(amount: Amount) -> f64 {
    let per_unit = match amount.unit() {
        Unit::Time => 60_000.0,
        Unit::Area => 100.0,
        Unit::Count => 1.0,
    };
    crate::unit::float(amount.whole()) / per_unit
}

/// What the denominator holds, where it is not everything: genres, capacities, dayparts, office holders, weighting.
pub(super) fn included(study: &Study, pool: &Pool) -> String {
    let said = description(study, pool).into_iter().filter(|(what, words)| match *what {
        "actors" | "outlets" | "days" => false,
        "weighting of outlets" => words != "pooled",
        "office holders" => words.starts_with("counted"),
        _ => words != "all",
    });
    said.map(|(what, words)| format!(" {}: {words}.", capitalised(what))).collect()
}

fn alt(study: &Study, pool: &Pool, ranked: &Ranking<'_>, n_actors: usize, place: &str, end: &str) -> String {
    let said = |row: &ShareRow| {
        let percent = row.estimate.percent.map(|percent| percent.to_string()).unwrap_or_default();
        format!("{} {percent}%", actor(study, &row.actor).0)
    };
    let shown = ranked.leading.iter().map(|row| said(row)).collect::<Vec<_>>().join(", ");
    let pool_name = pool.name.in_language(&study.languages.main);
    format!("Bar chart of the shares of {n_actors} actors in {pool_name} {place}, from the largest: {shown}. {end}")
}

fn numbers_table(study: &Study, chart: &ShareChart, ranked: &Ranking<'_>) -> super::Table {
    use super::Alignment::{Left, Right};
    let intervals = ranked.leading.iter().map(|row| row.estimate.interval).chain([None]);
    let has_intervals = ranked.leading.iter().any(|row| row.estimate.interval.is_some());
    let rows = chart.bars.iter().zip(intervals).map(|(bar, interval)| {
        let mut cells = vec![bar.label.clone(), bar.percent.clone()];
        let words =
            || interval.map_or_else(|| "–".to_owned(), |interval| interval_words(study, Form::Percent, &interval));
        cells.extend(has_intervals.then(words));
        cells.push(bar.amount.clone());
        cells
    });
    super::Table {
        caption: format!("Numbers of the figure: {}", chart.lettering.title),
        columns: vec![("Actor".to_owned(), Left), ("%".to_owned(), Right), (chart.unit.clone(), Right)],
        rows: rows.collect(),
        note: None,
    }
}
