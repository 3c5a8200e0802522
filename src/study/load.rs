//! From a folder to a valid study, with every mistake in its two files.

use std::path::{Path, PathBuf};

use chrono::{Offset as _, TimeZone as _};
use chrono_tz::Tz;

use super::codes::{CLOCK_CHANGES, NO_NAME};
use super::severity::read_severities;
use super::weighting::read_weighting;
use super::{
    AgreementPlan, Benchmark, CodeSheet, Correction, Event, Languages, Monitored, NotRecorded, OnError, Period, Pool,
    Publishing, Quantity, ReportPlan, SamplingPlan, Silence, Source, Study, Uncertainty, Window, is_language_tag,
};
use crate::codebook::{Codebook, Label};
use crate::declaration::{Document, Table, UNKNOWN_WORD, WRONG_VALUE};
use crate::diagnostic::{Checked, Diagnostic, Place, did_you_mean};
use crate::unit::{Rounding, RoundingRule};
use crate::wording::Wording;

/// The study cannot even be looked at.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No such folder, or no `study.toml` in it.
    #[error("`{}` holds no study.toml; a study is a folder with study.toml, codebook.toml and the coded sheets", .0.display())]
    NoStudy(PathBuf),
    /// A file of the study cannot be read.
    #[error("`{}` cannot be read", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file of the study is not UTF-8.
    #[error("`{}` is not UTF-8 text (byte {byte})", path.display())]
    NotUtf8 {
        /// Which file.
        path: PathBuf,
        /// The first byte that is not.
        byte: usize,
    },
    /// The codebook is elsewhere.
    #[error("`{0}` leaves the study's folder, expected a file name in it")]
    PathEscape(String),
}

/// Reads and validates the study in `folder`.
///
/// Out: the study, or `None` where a mistake forbids one; beside it every finding in `study.toml` and the codebook.
/// Errors: [`Failure`] where a file is missing or unreadable.
pub fn load(folder: &Path) -> Result<Checked<Option<Study>>, Failure> {
    load_in(folder, None)
}

/// The same in another language than the study's own.
///
/// Errors: [`Failure`] where a file is missing or unreadable.
pub fn load_in(folder: &Path, language: Option<&str>) -> Result<Checked<Option<Study>>, Failure> {
    let study_path = folder.join("study.toml");
    if !study_path.is_file() {
        return Err(Failure::NoStudy(folder.to_owned()));
    }
    let document = Document::new(printed_path(&study_path), read_text(&study_path)?);
    let codebook_file = document.peek_text("codebook").unwrap_or_else(|| "codebook.toml".to_owned());
    if codebook_file.contains(['/', '\\', ':']) {
        return Err(Failure::PathEscape(codebook_file));
    }
    let spoken = spoken(&document, folder, language)?;
    let codebook_path = folder.join(&codebook_file);
    let codebook_document = Document::new(printed_path(&codebook_path), read_text(&codebook_path)?);
    let study = if let Some(codebook) = Codebook::read(&codebook_document) {
        document.read(|table| from_table(table, &codebook, (folder, &codebook_file), &spoken)).flatten()
    } else {
        // Ids cannot be checked without a codebook: every one of them would be unknown.
        document.check_syntax();
        None
    };
    let mut findings = codebook_document.take_findings();
    findings.extend(document.take_findings());
    findings.extend(spoken.findings);
    findings.extend(
        study.iter().flat_map(|study| unnamed(&study.codebook, &study.languages, &printed_path(&codebook_path))),
    );
    let usable = study.filter(|_| !findings.iter().any(crate::diagnostic::Diagnostic::is_error));
    Ok(Checked::new(usable, findings))
}

/// A path as its user would type it.
pub fn printed_path(path: &Path) -> String {
    let inner = path.strip_prefix(".").unwrap_or(path);
    // The folder one is in has no other name.
    if inner.as_os_str().is_empty() { path } else { inner }.display().to_string()
}

/// The folder that holds a path.
pub fn parent_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The bytes of a regular file: a pipe would be waited for, and a device may never end.
///
/// Errors: those of the system, and what is no regular file.
pub fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.metadata()?.is_file() { std::fs::read(path) } else { Err(std::io::Error::other("it is no regular file")) }
}

/// The same as text.
///
/// Errors: also what is not UTF-8.
pub fn read_text_file(path: &Path) -> std::io::Result<String> {
    String::from_utf8(read_file(path)?).map_err(|_| std::io::Error::other("it is not UTF-8 text"))
}

fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = read_file(path).map_err(|source| Failure::Unreadable { path: path.to_owned(), source })?;
    String::from_utf8(bytes)
        .map_err(|error| Failure::NotUtf8 { path: path.to_owned(), byte: error.utf8_error().valid_up_to() })
}

/// The folder's own name, for `.` and `..` too.
fn study_id(folder: &Path) -> String {
    let absolute = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = absolute.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let id: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    if id.is_empty() { "study".to_owned() } else { id }
}

/// In which language the study is said, and what is wrong with that.
struct Spoken<'a> {
    asked: Option<&'a str>,
    wording: Wording,
    findings: Vec<Diagnostic>,
}

/// The wording of the language that was asked for, or of the study's, with the study's own catalogue.
fn spoken<'a>(document: &Document, folder: &Path, asked: Option<&'a str>) -> Result<Spoken<'a>, Failure> {
    let own = document.peek_text("words");
    if let Some(file) = own.as_ref().filter(|file| file.contains(['/', '\\', ':'])) {
        return Err(Failure::PathEscape(file.clone()));
    }
    let catalogue = match &own {
        Some(file) => Some((printed_path(&folder.join(file)), read_text(&folder.join(file))?)),
        None => None,
    };
    let language = asked.map(str::to_owned).or_else(|| document.peek_text("language"));
    // What is no tag is a finding of its own.
    let language = language.filter(|tag| is_language_tag(tag));
    let catalogue = catalogue.as_ref().map(|(place, text)| (place.as_str(), text.as_str()));
    let (wording, findings) = Wording::of(language.as_deref().unwrap_or("en"), catalogue);
    Ok(Spoken { asked, wording, findings })
}

/// W741: every name of the codebook that the language of the report lacks.
fn unnamed(codebook: &Codebook, languages: &Languages, place: &str) -> Vec<Diagnostic> {
    let language = &languages.main;
    let outlets = codebook.outlets.iter().map(|entry| (&entry.id, &entry.name));
    let actors = codebook.actors.iter().map(|entry| (&entry.id, &entry.name));
    let lacking = outlets.chain(actors).filter(|(_, name)| !name.speaks(language));
    let findings = lacking.map(|(id, name)| {
        let message = format!("`{id}` has no name in `{language}`; printed is `{}`", name.in_language(language));
        Diagnostic::new(&NO_NAME, Place::file(place), message)
    });
    findings.collect()
}

fn from_table(
    table: &Table<'_>,
    codebook: &Codebook,
    (folder, codebook_file): (&Path, &str),
    spoken: &Spoken<'_>,
) -> Option<Study> {
    table.text("codebook");
    let words_file = table.text("words").map(|file| file.value);
    let title = table.require("title", Label::read_key(table, "title"));
    let publisher = table.require("publisher", Label::read_key(table, "publisher"));
    let languages = Languages::read(table, spoken.asked);
    let window = table.require("window", table.table("window", Window::read)).flatten();
    let periods = table.tables("period", Period::read);
    let quantities = [Quantity::built_in(&spoken.wording), table.tables("quantity", Quantity::read)].concat();
    let sources = table.tables("source", |source| Source::read(source, &quantities));
    let weighting = read_weighting(table, codebook);
    let pools = table.tables("pool", |pool| Pool::read(pool, codebook, &weighting));
    let pools: Vec<Pool> = pools.into_iter().flat_map(|pool| pool.with_its_twin(&spoken.wording)).collect();
    let pool_ids: Vec<&str> = pools.iter().map(|pool| pool.id.as_str()).collect();
    let benchmarks = table.tables("benchmark", |entry| Benchmark::read(entry, codebook, &pool_ids, &periods));
    let rounding = table.table("rounding", read_rounding).unwrap_or_default();
    let report = table
        .table("report", |report| ReportPlan::read(Some(report), &pools, codebook))
        .unwrap_or_else(|| ReportPlan::read(None, &pools, codebook));
    let zone = read_zone(table, codebook, window.as_ref());
    refuse_within(table, &quantities);
    window.iter().for_each(|window| benchmarks.iter().for_each(|b| b.refuse_later_than(window, table)));
    let code_sheets = table.tables("reliability", CodeSheet::read);
    refuse_all_twins(table, (&sources, &pools, &benchmarks), (&periods, &quantities, &code_sheets));
    table.require("source", (!sources.is_empty()).then_some(()));
    table.require("pool", (!pools.is_empty()).then_some(()));
    Some(Study {
        id: study_id(folder),
        reported: None,
        folder: folder.to_owned(),
        codebook_file: codebook_file.to_owned(),
        words_file,
        title: title?,
        publisher: publisher?,
        notice: Label::read_key(table, "notice"),
        languages,
        wording: spoken.wording.clone(),
        on_error: OnError::read(table),
        severities: read_severities(table),
        zone,
        monitored: table.tables("monitored", |entry| Monitored::read(entry, codebook)),
        not_recorded: table.tables("not_recorded", |entry| NotRecorded::read(entry, codebook)),
        silence: table.tables("silence", Silence::read),
        window: window?,
        events: table.tables("event", Event::read),
        corrections: table.tables("correction", Correction::read),
        periods,
        quantities,
        sources,
        part: None,
        pools,
        rounding,
        uncertainty: table.table("uncertainty", |t| Uncertainty::read(t, codebook)).unwrap_or_default(),
        publishing: table.table("publishing", Publishing::read).unwrap_or_default(),
        agreement: table.table("agreement", AgreementPlan::read).unwrap_or_default(),
        plan: table.table("plan", SamplingPlan::read).unwrap_or_default(),
        code_sheets,
        benchmarks,
        report,
        codebook: codebook.clone(),
    })
}

/// The clock of outlets that name none. Where it is put forward or back inside the window, every outlet must name its own:
/// the clocks of a country change together only by law.
fn read_zone(table: &Table<'_>, codebook: &Codebook, window: Option<&Window>) -> Option<Tz> {
    let written = table.text("zone")?;
    let Ok(zone) = written.value.parse::<Tz>() else {
        let hint = did_you_mean(&written.value, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()));
        let message = format!("unknown time zone `{}`, expected one such as Asia/Almaty", written.value);
        table.document().report(&UNKNOWN_WORD, written.span, message, hint);
        return None;
    };
    let ahead = |day: chrono::NaiveDate| {
        let noon = day.and_hms_opt(12, 0, 0)?;
        Some(zone.offset_from_utc_datetime(&noon).fix().local_minus_utc())
    };
    let changed = window.and_then(|window| window.days().find(|day| ahead(*day) != ahead(window.from)));
    let silent: Vec<&str> =
        codebook.outlets.iter().filter(|outlet| outlet.own.zone.is_none()).map(|outlet| outlet.id.as_str()).collect();
    if let (Some(day), false) = (changed, silent.is_empty()) {
        let message =
            format!("the clock of {zone} changes on {day}, and {} name no zone of their own", silent.join(", "));
        let hint = "give each outlet of the codebook its `zone`".to_owned();
        table.document().report(&CLOCK_CHANGES, written.span, message, Some(hint));
    }
    Some(zone)
}

/// A quantity can lie within another of the same unit only.
fn refuse_within(table: &Table<'_>, quantities: &[Quantity]) {
    for quantity in quantities {
        for part in &quantity.parts {
            let found = quantities.iter().find(|other| other.id == *part);
            if found.is_none_or(|part| part.unit != quantity.unit || part.id == quantity.id) {
                let message =
                    format!("`{}` has the part `{part}`, which is no other quantity of its unit", quantity.id);
                table.document().report(&WRONG_VALUE, table.span(), message, None);
            }
        }
        let Some(within) = &quantity.within else { continue };
        let whole = quantities.iter().find(|other| other.id == *within);
        if whole.is_none_or(|whole| whole.unit != quantity.unit || whole.id == quantity.id) {
            let message = format!("`{}` lies within `{within}`, which is no other quantity of its unit", quantity.id);
            table.document().report(&WRONG_VALUE, table.span(), message, None);
        }
    }
}

fn read_rounding(table: &Table<'_>) -> Rounding {
    let default = Rounding::default();
    let rule = table.choice("rule", &RoundingRule::WORDS).unwrap_or(default.rule);
    let decimals = table.integer("decimals", 0..=6).and_then(|number| u8::try_from(number.value).ok());
    Rounding { rule, decimals: decimals.unwrap_or(default.decimals) }
}

/// Two entries of one kind with one id, of whatever has ids.
fn refuse_all_twins(
    table: &Table<'_>,
    (sources, pools, benchmarks): (&[Source], &[Pool], &[Benchmark]),
    (periods, quantities, code_sheets): (&[Period], &[Quantity], &[CodeSheet]),
) {
    refuse_twins(table, "source", sources.iter().map(|source| source.id.as_str()));
    refuse_twins(table, "pool", pools.iter().map(|pool| pool.id.as_str()));
    refuse_twins(table, "benchmark", benchmarks.iter().map(|benchmark| benchmark.id.as_str()));
    refuse_twins(table, "period", periods.iter().map(|period| period.id.as_str()));
    refuse_twins(table, "quantity", quantities.iter().map(|quantity| quantity.id.as_str()));
    refuse_twins(table, "reliability", code_sheets.iter().map(|sheet| sheet.id.as_str()));
}

fn refuse_twins<'a>(table: &Table<'_>, what: &str, ids: impl Iterator<Item = &'a str>) {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            table.document().report(
                &WRONG_VALUE,
                table.span(),
                format!("two entries of `{what}` have the id `{id}`"),
                None,
            );
        }
        seen.push(id);
    }
}
