//! `evenhand report`: the report of a study, of one of its periods, or of every period and the whole.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::exit::Exit;
use super::load::{Loaded, publishable};
use super::print;
use super::words::ReportWords;
use crate::audit::{Record, ReportRecord};
use crate::measure::{FigureTable, Findings, UnknownWord};
use crate::report::{Kind, Request, Written, compose, write_folder};
use crate::study::Period;
use crate::table::RowsCsv;
use crate::tally::key;

pub(super) fn run(words: &ReportWords) -> Result<Exit> {
    let loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let study = &loaded.study;
    let mut ending = words.kind.map_or_else(String::new, |word| format!("-{}", word.kind().word()));
    ending.extend(words.study.lang.iter().map(|language| format!("-{language}")));
    let beside = |period: &str| {
        words.out.clone().unwrap_or_else(|| {
            let period = if period.is_empty() { String::new() } else { format!("-{period}") };
            Path::new("reports").join(format!("{}{period}{ending}", study.id))
        })
    };
    let folder: PathBuf = beside("");
    let whole = Findings::compute(&loaded.tally, (&loaded.codings, &loaded.agreement), study)?;
    let record = Record::of(study, &loaded.counts, &loaded.findings)?;
    let desk = Desk { loaded: &loaded, words, record, changes: whole.changes.as_ref() };
    if words.all_periods {
        ensure!(!study.periods.is_empty(), "the study declares no `[[period]]`: leave out `--all-periods`");
        for period in &study.periods {
            let own = match &words.out {
                Some(out) => out.with_file_name(format!(
                    "{}-{}",
                    out.file_name().unwrap_or_default().to_string_lossy(),
                    period.id
                )),
                None => beside(&period.id),
            };
            desk.of_period(&own, period)?;
        }
        desk.write(&folder, &loaded.study, None, &whole)?;
    } else if let Some(id) = &words.period {
        ensure!(!study.periods.is_empty(), "the study declares no `[[period]]`: leave out `--period`");
        let ids: Vec<&str> = study.periods.iter().map(|period| period.id.as_str()).collect();
        let period = study.period(id).ok_or_else(|| UnknownWord::among("period", id, &ids))?;
        desk.of_period(&beside(&period.id), period)?;
    } else {
        desk.write(&folder, study, None, &whole)?;
    }
    print::findings(&loaded.findings, words.study.all);
    print::summary(&loaded.findings, Some(&loaded.counts));
    loaded.say_rejected();
    Ok(loaded.exit())
}

/// What reports are written from.
struct Desk<'a> {
    loaded: &'a Loaded,
    words: &'a ReportWords,
    /// What the run was made from: the inputs are read and hashed once.
    record: Record,
    changes: Option<&'a FigureTable>,
}

impl Desk<'_> {
    fn of_period(&self, folder: &Path, period: &Period) -> Result<()> {
        let study = self.loaded.study.of_period(period);
        let tally = self.loaded.tally.within((study.window.from, study.window.to), &period.id);
        let findings = Findings::compute(&tally, (&self.loaded.codings, &self.loaded.agreement), &study)?;
        self.write(folder, &study, Some(period), &findings)
    }

    fn write(
        &self,
        folder: &Path,
        study: &crate::study::Study,
        period: Option<&Period>,
        findings: &Findings,
    ) -> Result<()> {
        let (loaded, words) = (self.loaded, self.words);
        let kind = words.kind.map_or(if period.is_some() { Kind::Interim } else { Kind::Final }, |word| word.kind());
        let palette = words.palette.palette();
        let report = Some(ReportRecord {
            kind: kind.word(),
            period: period.map(|period| period.id.clone()),
            days: [study.window.from.to_string(), study.window.to.to_string()],
            palette: palette.word(),
            language: words.study.lang.clone(),
        });
        let record = Record { report, ..self.record.clone() };
        let rows = (kind == Kind::Audit).then(|| rows_within(study));
        let report = compose(Request {
            study,
            whole: &loaded.study,
            period,
            findings,
            changes: self.changes,
            record: &record,
            of_rows: &loaded.findings,
            rows: rows.as_deref(),
            kind,
            palette,
        })?;
        let page = folder.join("report.html");
        match write_folder(folder, &report.files, words.force)? {
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
fn rows_within(study: &crate::study::Study) -> String {
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
