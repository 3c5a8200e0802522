//! What every figure has: its set of files, its number and name, and the words that always stand around it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::agreement::Reliability;
use crate::audit::{OutputFile, Record};
use crate::chart::{Hue, Lettering, Look, MissingGlyphs, Palette, Scene, Size, png, refuse_missing_glyphs, svg};
use crate::diagnostic::{Code, Severity};
use crate::measure::{Dimension, Flag, description};
use crate::study::{NotRecorded, Pool, Study};
use crate::table::{NBSP, Table, capitalised, days_of, outlets, short_day};
use crate::unit::{Amount, Unit};

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
    /// Its texts do not fit its size: it is refused, not shrunk.
    #[error("figure `{figure}` does not fit {size}: {}; choose another size, or narrow it to fewer rows", some(faults))]
    DoesNotFit {
        /// Which figure.
        figure: String,
        /// `85mm`
        size: &'static str,
        /// What overlaps or leaves the frame.
        faults: Vec<String>,
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

/// The first of some faults, and how many more there are.
fn some(faults: &[String]) -> String {
    let more = if faults.len() > 1 { format!(", and {} more of the kind", faults.len() - 1) } else { String::new() };
    faults.first().map_or_else(String::new, |first| format!("{first}{more}"))
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
    /// How it looks.
    pub look: Look,
    /// The numbers as a table of the document: `%` and amount by actor.
    pub table: Table,
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

/// What every figure needs beside its table.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'a> {
    /// The study.
    pub study: &'a Study,
    /// What it was made from.
    pub record: &'a Record,
    /// What is known of the agreement between coders.
    pub reliability: &'a Reliability,
    /// How it is to look.
    pub look: Look,
    /// Its number, from 1.
    pub number: usize,
}

impl<'a> Drawing<'a> {
    pub(super) fn pool(&self, id: &str) -> &'a Pool {
        self.study.pool(id).expect("invariant: tables are of the study's pools")
    }

    /// `fig01_calendar_20111130-20111210_en_170mm`, for what is of no pool.
    pub(super) fn stem_of_study(&self, kind: &str) -> String {
        let window = &self.study.window;
        self.stem_of(kind, (window.from, window.to))
    }

    /// `Fig. 1 · evenhand 0.1.0 · data sha256 c3b17bb8…f72e`, and the file of its numbers where there is room.
    fn provenance(&self, stem: &str) -> String {
        let (tool, digest) = (&self.record.tool, self.record.short_digest());
        let file = if self.look.size == Size::Social { String::new() } else { format!(" · {stem}.csv") };
        format!("Fig.{NBSP}{} · {tool} · data sha256 {digest}{file}", self.number)
    }

    fn stem_of(&self, what: &str, (from, to): (NaiveDate, NaiveDate)) -> String {
        let (from, to) = (from.format("%Y%m%d"), to.format("%Y%m%d"));
        let palette = match self.look.palette {
            Palette::Colour => String::new(),
            other => format!("_{}", other.word()),
        };
        let (language, size) = (&self.study.languages.main, self.look.size.word());
        format!("fig{:02}_{what}_{from}-{to}_{language}_{size}{palette}", self.number)
    }

    /// `fig01_share_contestants_print_20111130-20111210_en_170mm`
    pub(super) fn stem(&self, kind: &str, pool: &Pool, by: &[Dimension], group: &[String]) -> String {
        let joined = group.join("-");
        let joined = if joined.is_empty() { "all".to_owned() } else { joined };
        let id: String =
            joined.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        self.stem_of(&format!("{kind}_{}_{id}", pool.id), days_of(self.study, pool, by, group))
    }

    /// The words around a figure: what it says of itself, with notice, source and provenance.
    pub(super) fn lettering(&self, stem: &str, said: Said) -> Lettering {
        let study = self.study;
        let rejected = self.record.rejected_words();
        let source = format!("Source: {}, codebook {}.", study.publisher, study.codebook.version);
        let mut brief: Vec<String> = vec![said.brief];
        brief.extend(rejected.clone());
        brief.push(format!("Source: {}.", study.publisher));
        let mut notes = said.notes;
        if let (Some(first), Some(rejected)) = (notes.first_mut(), rejected) {
            *first += &format!(" {rejected}");
        }
        notes.push(source);
        notes.retain(|note| !note.is_empty());
        Lettering {
            title: said.title,
            subtitle: said.subtitle,
            notice: study.notice.clone(),
            notes,
            brief: brief.join(" "),
            provenance: self.provenance(stem),
            alt: format!("{} Data: {stem}.csv", said.alt),
            // The words are English, whatever the language of names.
            right_to_left: false,
        }
    }

    /// The picture of a scene, with its numbers.
    pub(super) fn drawn(&self, scene: &Scene, stem: String, csv: String, table: Table) -> Result<Figure, Failure> {
        refuse_missing_glyphs(scene).map_err(|source| Failure::MissingGlyphs { figure: stem.clone(), source })?;
        let faults = scene.layout_faults();
        if !faults.is_empty() {
            return Err(Failure::DoesNotFit { figure: stem, size: self.look.size.word(), faults });
        }
        let svg = svg(scene);
        let png = png(scene, &svg).map_err(|source| Failure::Picture { figure: stem.clone(), source })?;
        let (title, alt) = (scene.title.clone(), scene.alt.clone());
        let pixels = (scene.width, scene.height);
        Ok(Figure { number: self.number, stem, title, alt, pixels, look: self.look, table, svg, png, csv })
    }
}

/// What a figure says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    /// The message, or a neutral title.
    pub title: String,
    /// Measure, outlets, period: one entry a line.
    pub subtitle: Vec<String>,
    /// Base, intervals, agreement: one entry a paragraph.
    pub notes: Vec<String>,
    /// The base in a few words, where there is room for no more.
    pub brief: String,
    /// Kind of chart, of what, and what it shows.
    pub alt: String,
}

/// Characters of a title that is read at a glance; a longer message gives way to the neutral title.
const LONGEST_TITLE: usize = 75;

/// The message where it is short enough, else the neutral title.
pub(super) fn title(message: Option<String>, neutral: String) -> String {
    message.filter(|message| message.chars().count() <= LONGEST_TITLE).unwrap_or(neutral)
}

/// What hollow dots mean, where some figure is to be read with care.
pub(super) fn care<'f>(study: &Study, flags: impl Iterator<Item = &'f Flag>) -> String {
    let flags: BTreeSet<&Flag> = flags.collect();
    let meanings: Vec<String> = flags.into_iter().map(|flag| flag.meaning(&study.publishing)).collect();
    if meanings.is_empty() {
        String::new()
    } else {
        format!("Hollow dot, to be read with care: {}.", meanings.join("; "))
    }
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

/// What was lost, in words: a day that failed at every outlet is named once.
pub(super) fn losses(study: &Study, is_wanted: impl Fn(&NotRecorded) -> bool) -> Vec<String> {
    let mut lost: Vec<(NaiveDate, &str, Vec<&str>)> = Vec::new();
    for loss in study.not_recorded.iter().filter(|loss| is_wanted(loss)) {
        match lost.iter_mut().find(|(date, reason, _)| *date == loss.date && *reason == loss.reason) {
            Some((.., outlets)) => outlets.push(&loss.outlet),
            None => lost.push((loss.date, &loss.reason, vec![&loss.outlet])),
        }
    }
    let all = study.codebook.outlets.ids().len();
    let words = lost.into_iter().map(|(date, reason, outlets)| {
        let names: Vec<&str> = outlets.iter().map(|id| Dimension::Outlet.label(id, study)).collect();
        let names = if all > 1 && outlets.len() == all { "every outlet".to_owned() } else { names.join(", ") };
        format!("{names} {} ({reason})", short_day(date))
    });
    words.collect()
}

/// The colours of the actors that a figure names: their own from the codebook; else the palette's, where the first actors of
/// the pool have the same in every figure, and others take what is left.
pub(super) fn hues(study: &Study, pool: &Pool, actors: &[&str]) -> Vec<Hue> {
    const PLACES: usize = 4;
    let of_pool: Vec<&str> = pool.listed_actors(&study.codebook).take(PLACES).collect();
    let fixed = |id: &str| of_pool.iter().position(|known| *known == id);
    let mut free = (0..).filter(|place| !actors.iter().any(|id| fixed(id) == Some(*place)));
    let mut hue = |id: &&str| Hue {
        place: fixed(id).or_else(|| free.next()).unwrap_or(PLACES),
        own: study.codebook.actors.by_id(id).and_then(|actor| Some(actor.own.colour.as_ref()?.value)),
    };
    actors.iter().map(&mut hue).collect()
}
