//! `evenhand report`: the report of a study, of one of its periods, or of every period and the whole.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::exit::Exit;
use super::load::{Loaded, publishable_from};
use super::words::ReportWords;
use super::{place, print};
use crate::audit::{Record, ReportRecord};
use crate::chart::Palette;
use crate::check::SECOND_CODING;
use crate::measure::{FigureTable, Findings, UnknownWord};
use crate::output::{FolderPlace, Written};
use crate::report::{Kind, Report, Request, compose};
use crate::study::{Period, Study};
use crate::table::RowsCsv;
use crate::tally::key;

pub(super) fn run(words: &ReportWords) -> Result<Exit> {
    let loaded = match publishable_from(&words.study, words.stored.tally.as_deref(), words.stored.asked().as_deref())? {
        Ok(loaded) => loaded.with_lines(),
        Err(exit) => return Ok(exit),
    };
    refuse_what_needs_sheets(&loaded, words)?;
    let study = &loaded.study;
    let mut ending = words.kind.map_or_else(String::new, |word| format!("-{}", word.kind().word()));
    ending.extend(words.study.lang.iter().map(|language| format!("-{language}")));
    let beside = |period: &str| {
        words.out.clone().unwrap_or_else(|| {
            let period = if period.is_empty() { String::new() } else { format!("-{period}") };
            Path::new("reports").join(format!("{}{period}{ending}", study.id))
        })
    };
    let wanted = reports_of(study, words, &beside)?;
    // Every place is looked at and locked before the first figure is made.
    let take = |(path, period): (PathBuf, Option<&'_ Period>)| {
        place::folder(&path, words.force, words.clean).map(|place| (path, place, period.cloned()))
    };
    let places = wanted.into_iter().map(take).collect::<Result<Vec<_>>>()?;
    let whole = Findings::compute(&loaded.tally, (&loaded.codings, &loaded.agreement), study)?;
    let record = loaded.record()?;
    let desk = Desk { loaded: &loaded, words, record, changes: whole.changes.as_ref() };
    for (path, place, period) in &places {
        match period {
            Some(period) => desk.of_period((path, place), period)?,
            None => desk.write((path, place), study, None, &whole)?,
        }
    }
    print::findings(&loaded.findings, words.study.all);
    print::summary(&loaded.findings, Some(&loaded.counts));
    loaded.say_rejected();
    Ok(loaded.exit())
}

/// The folders to write, each with its period; the whole last.
///
/// Errors: a period that the study does not have.
fn reports_of<'s>(
    study: &'s Study,
    words: &ReportWords,
    beside: &impl Fn(&str) -> PathBuf,
) -> Result<Vec<(PathBuf, Option<&'s Period>)>> {
    if words.all_periods {
        ensure!(!study.periods.is_empty(), "the study declares no `[[period]]`: leave out `--all-periods`");
        let own = |period: &Period| match &words.out {
            Some(out) => {
                out.with_file_name(format!("{}-{}", out.file_name().unwrap_or_default().to_string_lossy(), period.id))
            }
            None => beside(&period.id),
        };
        let of_periods = study.periods.iter().map(|period| (own(period), Some(period)));
        return Ok(of_periods.chain([(beside(""), None)]).collect());
    }
    let Some(id) = &words.period else { return Ok(vec![(beside(""), None)]) };
    ensure!(!study.periods.is_empty(), "the study declares no `[[period]]`: leave out `--period`");
    let ids: Vec<&str> = study.periods.iter().map(|period| period.id.as_str()).collect();
    let period = study.period(id).ok_or_else(|| UnknownWord::among("period", id, &ids))?;
    Ok(vec![(beside(&period.id), Some(period))])
}

/// What a report says of single rows is not in their sums.
fn refuse_what_needs_sheets(loaded: &Loaded, words: &ReportWords) -> Result<()> {
    let Some(stored) = &loaded.stored else { return Ok(()) };
    let needs = if stored.is_part {
        Some("a report is of every sheet of its study")
    } else if words.kind.is_some_and(|word| word.kind() == Kind::Audit) {
        Some("a report for auditors lists the rows, which stand in the sheets")
    } else if loaded.counts.out_of_scope.contains_key(SECOND_CODING.id) {
        Some("items were coded twice, and a report says how alike, which only the sheets tell")
    } else if loaded.counts.n_rejected() > 0 {
        Some("a report lists the rows that were rejected, which stand in the sheets")
    } else if super::rules::are_of_items(&loaded.study)? {
        Some("a rule of the study speaks of single items, which stand in the sheets")
    } else {
        None
    };
    ensure!(needs.is_none(), "{}: leave out --tally", needs.unwrap_or_default());
    Ok(())
}

/// What reports are written from.
struct Desk<'a> {
    loaded: &'a Loaded,
    words: &'a ReportWords,
    /// What the run was made from: the inputs are read and hashed once.
    record: Record,
    changes: Option<&'a FigureTable>,
}

/// Which report is wanted.
pub(super) struct Wanted {
    pub kind: Kind,
    pub palette: Palette,
    pub period: Option<String>,
    pub language: Option<String>,
}

/// A report made again from its study, for whoever verifies one.
///
/// Errors: what cannot be measured, drawn or written.
pub(super) fn remade(loaded: &Loaded, wanted: &Wanted) -> Result<Report> {
    let record = loaded.record()?;
    let whole = Findings::compute(&loaded.tally, (&loaded.codings, &loaded.agreement), &loaded.study)?;
    let (study, tally) = loaded.within(wanted.period.as_deref())?;
    let findings = match &wanted.period {
        Some(_) => Findings::compute(&tally, (&loaded.codings, &loaded.agreement), &study)?,
        None => whole.clone(),
    };
    made(loaded, &record, whole.changes.as_ref(), wanted, (&study, &findings))
}

/// A report with all its files.
fn made(
    loaded: &Loaded,
    record: &Record,
    changes: Option<&FigureTable>,
    wanted: &Wanted,
    (study, findings): (&Study, &Findings),
) -> Result<Report> {
    let report = Some(ReportRecord {
        kind: wanted.kind.word(),
        period: wanted.period.clone(),
        days: [study.window.from.to_string(), study.window.to.to_string()],
        palette: wanted.palette.word(),
        language: wanted.language.clone(),
        tally: loaded.stored.as_ref().and_then(|stored| Some(stored.path.file_name()?.to_string_lossy().into_owned())),
    });
    let record = Record { report, fonts: fonts(), ..record.clone() };
    let rows = (wanted.kind == Kind::Audit).then(|| rows_within(study));
    let rules = super::rules::verdicts_of(study, &loaded.tally)?;
    loaded.confirm()?;
    Ok(compose(Request {
        study,
        whole: &loaded.study,
        period: wanted.period.as_deref().and_then(|id| loaded.study.period(id)),
        findings,
        changes,
        record: &record,
        of_rows: &loaded.findings,
        rows: rows.as_deref(),
        rules: &rules,
        kind: wanted.kind,
        palette: wanted.palette,
    })?)
}

impl Desk<'_> {
    fn made(&self, wanted: &Wanted, study: &Study, findings: &Findings) -> Result<Report> {
        made(self.loaded, &self.record, self.changes, wanted, (study, findings))
    }

    fn of_period(&self, place: (&Path, &FolderPlace), period: &Period) -> Result<()> {
        let study = self.loaded.study.of_period(period);
        let tally = self.loaded.tally.within((study.window.from, study.window.to), &period.id);
        let findings = Findings::compute(&tally, (&self.loaded.codings, &self.loaded.agreement), &study)?;
        self.write(place, &study, Some(period), &findings)
    }

    fn write(
        &self,
        (folder, place): (&Path, &FolderPlace),
        study: &Study,
        period: Option<&Period>,
        findings: &Findings,
    ) -> Result<()> {
        let words = self.words;
        let kind = words.kind.map_or(if period.is_some() { Kind::Interim } else { Kind::Final }, |word| word.kind());
        let wanted = Wanted {
            kind,
            palette: words.palette.palette(),
            period: period.map(|period| period.id.clone()),
            language: words.study.lang.clone(),
        };
        let report = self.made(&wanted, study, findings)?;
        let page = folder.join("report.html");
        match place.write(&report.files)? {
            Written::New => {
                let n_files = report.files.len() + 1;
                print::say(&format!("{n_files} files written; open {}\n", page.display()));
            }
            Written::Unchanged => print::say(&format!("nothing changed in {}\n", folder.display())),
        }
        print::product(&format!("{}\n", folder.display()))
    }
}

/// The coded rows of the study's days, and its period's statements.
fn rows_within(study: &Study) -> String {
    let mut csv = RowsCsv::new(study);
    let window = study.window;
    crate::each_row(study, |row| {
        let date = row.key(key::DATE);
        let is_here = match date.parse() {
            Ok(date) => (window.from..=window.to).contains(&date),
            Err(_) => study.reported.as_ref().is_none_or(|period| period == row.key(key::PERIOD)),
        };
        if is_here {
            csv.add(row);
        }
    });
    csv.finish()
}

/// The embedded fonts by their file names, with their digests.
fn fonts() -> std::collections::BTreeMap<String, String> {
    crate::chart::FONTS.iter().map(|(name, bytes)| ((*name).to_owned(), crate::audit::sha256(bytes))).collect()
}
