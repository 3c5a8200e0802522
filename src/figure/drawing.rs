//! What every figure has: its set of files, its number and name, and the words that always stand around it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::agreement::Reliability;
use crate::audit::{OutputFile, Record};
use crate::chart::{Hue, Lettering, Look, MissingGlyphs, Palette, Scene, Size, png, refuse_missing_glyphs, svg};
use crate::diagnostic::{Code, Severity};
use crate::measure::{Condition, Dimension, Estimate, Flag, Holding, What, description};
use crate::study::{IntervalMethod, OfficeHolders, Pool, Study, Weighting};
use crate::table::{Table, agreement_on, capitalised, days_of, meaning, outlets, percent_number, place, plain};
use crate::unit::{Amount, Unit};
use crate::wording::say;

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
    /// There is nothing of its kind to show, and `why` says in which respect.
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
    /// The numbers it shows, as a table of the document.
    pub table: Table,
    svg: String,
    /// What the picture is painted from.
    unpainted: Unpainted,
    png: OnceLock<Vec<u8>>,
    csv: String,
}

/// A picture before its pixels.
#[derive(Debug, Clone, PartialEq)]
struct Unpainted {
    scene: Scene,
    svg: String,
    source: String,
}

impl Figure {
    /// PNG, SVG, CSV and alternative text.
    pub fn files(&self, folder: &str) -> Vec<OutputFile> {
        let file = |ending: &str, bytes: Vec<u8>| OutputFile { path: format!("{folder}{}.{ending}", self.stem), bytes };
        vec![
            file("png", self.png().to_vec()),
            file("svg", self.svg.clone().into_bytes()),
            file("csv", self.csv.clone().into_bytes()),
            file("alt.txt", format!("{}\n", self.alt).into_bytes()),
        ]
    }

    /// The figure as SVG, for a document that is set in the same fonts.
    #[cfg(feature = "pdf")]
    pub(crate) fn svg(&self) -> &str {
        &self.svg
    }

    /// The bytes of the PNG, once it was painted.
    pub fn png(&self) -> &[u8] {
        self.png.get().expect("invariant: figures are painted before they are written")
    }

    fn paint(&self) -> Result<(), Failure> {
        let Unpainted { scene, svg, source } = &self.unpainted;
        let png = png(scene, svg, source).map_err(|source| Failure::Picture { figure: self.stem.clone(), source })?;
        let _ = self.png.set(png);
        Ok(())
    }
}

/// Paints figures, several at a time: pixels take longer than all the rest of a report.
///
/// Errors: that of the first figure that cannot be painted.
pub fn paint(figures: &[Figure]) -> Result<(), Failure> {
    let painted: Vec<Result<(), Failure>> = figures.par_iter().map(Figure::paint).collect();
    painted.into_iter().collect()
}

/// What a figure is narrowed to beyond its pool. A figure's group names some of it; the rest stands in its notes and file name.
#[derive(Debug, Default)]
pub struct Narrowing {
    /// Rows of these values only.
    pub conditions: Vec<Condition>,
    /// Only days that were recorded whole at every outlet.
    pub common_days: bool,
    /// Outlets with coverage, where the figure's own cells do not say.
    pub n_outlets: Option<i64>,
}

impl Narrowing {
    /// The conditions that a title does not name.
    fn beyond<'n>(&'n self, named: &'n [Dimension]) -> impl Iterator<Item = &'n Condition> {
        self.conditions.iter().filter(|condition| !named.contains(&condition.dimension))
    }
}

/// Nothing is narrowed.
pub static WHOLE: Narrowing = Narrowing { conditions: Vec::new(), common_days: false, n_outlets: None };

/// What every figure needs beside its table.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'a> {
    /// The study.
    pub study: &'a Study,
    /// What it was made from.
    pub record: &'a Record,
    /// What is known of the agreement between coders.
    pub reliability: &'a Reliability,
    /// What was narrowed before it was measured.
    pub narrowing: &'a Narrowing,
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

    /// What was narrowed and stands nowhere else.
    fn narrowed(&self, named: &[Dimension]) -> String {
        let study = self.study;
        let conditions = self.narrowing.beyond(named).map(|condition| {
            let values = condition.values.iter().map(|value| condition.dimension.label(value, study));
            let values = study.wording.commas(&values.collect::<Vec<_>>());
            let dimension = study.wording.word("dimension", condition.dimension.word());
            say!(study, "chart-only-values", dimension = dimension, values = values)
        });
        let common = self.narrowing.common_days.then(|| say!(study, "chart-only-common-days"));
        let words: Vec<String> = conditions.chain(common).collect();
        if words.is_empty() {
            String::new()
        } else {
            say!(study, "chart-only", conditions = study.wording.semicolons(&words))
        }
    }

    /// Where a group is: `in print`; measures that not every outlet has are named.
    pub(super) fn place(&self, quantity: &str, by: &[Dimension], group: &[String]) -> String {
        let study = self.study;
        let is_time = |dimension: &Dimension| matches!(dimension, Dimension::Day | Dimension::Week | Dimension::Period);
        let is_everywhere = by.iter().zip(group).all(|(dimension, _)| is_time(dimension));
        if study.quantities.len() > 1 && is_everywhere {
            let name = study.quantity(quantity).map_or("", |quantity| quantity.name.in_language(&study.languages.main));
            say!(study, "chart-everywhere-measured-by", quantity = name)
        } else {
            place(study, by, group)
        }
    }

    /// `5 newspapers`, or the outlet's name.
    pub(super) fn outlets(&self, by: &[Dimension], group: &[String], n: i64) -> String {
        outlets_of(self.study, by, group, self.narrowing.n_outlets.unwrap_or(n))
    }

    /// What the denominator holds, where it is not everything: genres, capacities, dayparts, office holders, weighting. What is
    /// narrowed further is said elsewhere.
    pub(super) fn included(&self, pool: &Pool) -> String {
        let study = self.study;
        let is_narrowed = |what: What| {
            let narrowed = self.narrowing.conditions.iter().map(|condition| condition.dimension);
            narrowed.into_iter().any(|dimension| match dimension {
                Dimension::Genre => what == What::Genres,
                Dimension::Capacity => what == What::Capacities,
                Dimension::Daypart => what == What::Dayparts,
                _ => false,
            })
        };
        let said = description(study, pool).into_iter().filter(|holding| match holding.what {
            What::Actors | What::Outlets | What::Days => false,
            What::Weighting => !matches!(pool.weighting, Weighting::Pooled),
            What::OfficeHolders => pool.office_holders != OfficeHolders::Separate,
            what => !holding.is_all && !is_narrowed(what),
        });
        let sentence = |holding: Holding| {
            let what = capitalised(&study.wording.word("respect", holding.what.word()));
            format!(" {}", say!(study, "chart-included", what = what, words = holding.words))
        };
        said.map(sentence).collect()
    }

    /// `Fig. 1 · evenhand 0.1.0 · data sha256 c3b17bb8…f72e`, and the file of its numbers where there is room.
    fn provenance(&self, stem: &str) -> String {
        let (study, n) = (self.study, self.number);
        let (tool, digest) = (&self.record.tool, self.record.short_digest());
        if self.look.size == Size::Social {
            return say!(study, "chart-provenance", n = n, tool = tool, digest = digest);
        }
        let file = format!("{stem}.csv");
        say!(study, "chart-provenance-with-file", n = n, tool = tool, digest = digest, file = file)
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
        let beyond = self.narrowing.beyond(by).flat_map(|condition| condition.values.iter().cloned());
        let common = self.narrowing.common_days.then(|| "common-days".to_owned());
        let joined = std::iter::once(joined).chain(beyond).chain(common).collect::<Vec<_>>().join("-");
        let id: String =
            joined.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        self.stem_of(&format!("{kind}_{}_{id}", pool.id), days_of(self.study, pool, by, group))
    }

    /// The words around a figure: what it says of itself, with notice, source and provenance.
    pub(super) fn lettering(&self, stem: &str, said: Said) -> Lettering {
        let study = self.study;
        let rejected = self.record.rejected().map(|(n, read)| say!(study, "rows-rejected", n = n, read = read));
        let publisher = study.publisher();
        let mut brief: Vec<String> = vec![said.brief];
        brief.extend(rejected.clone());
        brief.push(say!(study, "chart-source", publisher = publisher));
        let mut notes = said.notes;
        notes.push(self.narrowed(&said.named));
        if let (Some(first), Some(rejected)) = (notes.first_mut(), rejected) {
            *first += &format!(" {rejected}");
        }
        let version = &study.codebook.version;
        notes.push(say!(study, "chart-source-and-codebook", publisher = publisher, version = version));
        notes.retain(|note| !note.is_empty());
        Lettering {
            title: said.title,
            subtitle: said.subtitle,
            notice: study.notice().map(str::to_owned),
            notes,
            brief: brief.join(" "),
            provenance: self.provenance(stem),
            alt: format!("{} {}", said.alt, say!(study, "chart-alt-data", file = format!("{stem}.csv"))),
            wording: study.wording.clone(),
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
        let source = format!("figure={stem} data-sha256={}", self.record.data_sha256);
        let unpainted = Unpainted { scene: scene.clone(), svg: svg.clone(), source };
        let (title, alt, table) = (plain(&scene.title), plain(&scene.alt), table.made_plain());
        let pixels = (scene.width, scene.height);
        let svg = match self.look.size {
            Size::Social => svg,
            _ => in_millimetres(&svg, pixels),
        };
        Ok(Figure {
            number: self.number,
            stem,
            title,
            alt,
            pixels,
            look: self.look,
            table,
            svg,
            unpainted,
            png: OnceLock::new(),
            csv,
        })
    }
}

/// An SVG that a layout program places at the width it is made for.
fn in_millimetres(svg: &str, (width, height): (f64, f64)) -> String {
    let pixels = format!("width=\"{width}\" height=\"{height}\"");
    let mm = |pixels: f64| pixels * 25.4 / 300.0;
    svg.replacen(&pixels, &format!("width=\"{:.2}mm\" height=\"{:.2}mm\"", mm(width), mm(height)), 1)
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
    /// The dimensions whose value its words name.
    pub named: Vec<Dimension>,
}

/// Characters of a title that is read at a glance; a longer message gives way to the neutral title.
const LONGEST_TITLE: usize = 75;

/// The message where it is short enough, else the neutral title.
pub(super) fn title(message: Option<String>, neutral: String) -> String {
    message.filter(|message| message.chars().count() <= LONGEST_TITLE).unwrap_or(neutral)
}

/// The number of a percentage, without a sign for it; empty where there is none.
pub(super) fn printed_percent(study: &Study, estimate: &Estimate) -> String {
    estimate.percent.map(|percent| percent_number(study, percent)).unwrap_or_default()
}

/// Why a figure has no interval.
pub(super) fn no_interval(study: &Study, estimate: &Estimate) -> String {
    if study.uncertainty.method == IntervalMethod::None {
        say!(study, "chart-no-interval-asked-for")
    } else if estimate.flags.contains(&Flag::FewClusters) || estimate.base.n_clusters < 2 {
        say!(study, "chart-no-interval-of-few-days")
    } else {
        say!(study, "chart-no-interval-of-equal-days")
    }
}

/// Who is left out of a figure, and for which reason: ` Not shown: Adilet, Auyl (fewer than 30 items).`
pub(super) fn left_out<'f>(study: &Study, cells: impl Iterator<Item = (String, &'f Estimate)>) -> String {
    let mut by_reason: Vec<(String, Vec<String>)> = Vec::new();
    for (name, estimate) in cells {
        let reasons: Vec<String> = estimate.flags.iter().map(|flag| meaning(study, *flag)).collect();
        let reason =
            if reasons.is_empty() { say!(study, "chart-no-such-coverage") } else { study.wording.semicolons(&reasons) };
        match by_reason.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => by_reason.push((reason, vec![name])),
        }
    }
    let words = by_reason.into_iter().map(|(reason, names)| {
        say!(study, "chart-names-and-reason", names = study.wording.commas(&names), reason = reason)
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(" {}", say!(study, "chart-not-shown", names = study.wording.semicolons(&words)))
    }
}

/// What some figures without dots are to be read with.
pub(super) fn care_without_dots<'f>(study: &Study, flags: impl Iterator<Item = &'f Flag>) -> String {
    meanings(study, flags).map_or_else(String::new, |meanings| say!(study, "chart-care", meanings = meanings))
}

/// What hollow dots mean, where some figure is to be read with care.
pub(super) fn care<'f>(study: &Study, flags: impl Iterator<Item = &'f Flag>) -> String {
    meanings(study, flags).map_or_else(String::new, |meanings| say!(study, "chart-care-hollow", meanings = meanings))
}

/// What flags mean, each once; `None` without flags.
fn meanings<'f>(study: &Study, flags: impl Iterator<Item = &'f Flag>) -> Option<String> {
    let flags: BTreeSet<&Flag> = flags.collect();
    let meanings: Vec<String> = flags.into_iter().map(|flag| meaning(study, *flag)).collect();
    (!meanings.is_empty()).then(|| study.wording.semicolons(&meanings))
}

fn outlets_of(study: &Study, by: &[Dimension], group: &[String], n: i64) -> String {
    let value =
        |wanted| by.iter().zip(group).find(|(dimension, _)| **dimension == wanted).map(|(_, value)| value.as_str());
    if let Some(outlet) = value(Dimension::Outlet) {
        let owner = study.codebook.outlets.by_id(outlet).and_then(|entry| entry.own.ownership.clone());
        let name = Dimension::Outlet.label(outlet, study);
        let Some(owner) = owner else { return name };
        return say!(study, "chart-outlet-of-owner", outlet = name, owner = study.wording.word("ownership", &owner));
    }
    let medium = value(Dimension::Medium);
    let Some(id) = value(Dimension::Ownership) else { return outlets(study, n, medium) };
    let (owner, medium) = (study.wording.word("ownership", id), medium.unwrap_or_default());
    say!(study, "chart-outlets-of-owner", n = n, owner = owner, ownerid = id, medium = medium)
}

/// What is known of the agreement on the variables of a figure.
pub(super) fn agreement_words(study: &Study, reliability: &Reliability, variables: &[&str]) -> String {
    let known = variables.iter().filter_map(|variable| agreement_on(study, reliability, variable));
    let known: Vec<String> = known.collect();
    if known.is_empty() {
        say!(study, "chart-agreement-not-measured")
    } else {
        say!(study, "chart-agreement", variables = study.wording.semicolons(&known))
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

/// The colours of the actors that a figure names: their own from the codebook; else the palette's, where the first actors of
/// the pool have the same in every figure, and others take what is left.
///
/// In grey and in print light and dark alternate in the order of the figure instead: nobody tells five greys apart by name.
pub(super) fn hues(drawing: &Drawing<'_>, pool: &Pool, actors: &[&str]) -> Vec<Hue> {
    const PLACES: usize = 4;
    let study = drawing.study;
    if drawing.look.palette != Palette::Colour {
        return (0..actors.len()).map(|place| Hue { place, own: None }).collect();
    }
    let of_pool: Vec<&str> = pool.listed_actors(&study.codebook).take(PLACES).collect();
    let fixed = |id: &str| of_pool.iter().position(|known| *known == id);
    let mut free = (0..).filter(|place| !actors.iter().any(|id| fixed(id) == Some(*place)));
    let mut hue = |id: &&str| Hue {
        place: fixed(id).or_else(|| free.next()).unwrap_or(PLACES),
        own: study.codebook.actors.by_id(id).and_then(|actor| Some(actor.own.colour.as_ref()?.value)),
    };
    actors.iter().map(&mut hue).collect()
}
