//! `evenhand report`: the report of a study in one folder.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::exit::Exit;
use super::load::publishable;
use super::print;
use super::words::ReportWords;
use crate::audit::Record;
use crate::measure::Findings;
use crate::report::{compose, write_folder};

pub(super) fn run(words: &ReportWords) -> Result<Exit> {
    let loaded = match publishable(&words.study)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let study = &loaded.study;
    let folder: PathBuf = words.out.clone().unwrap_or_else(|| Path::new("reports").join(&study.id));
    let findings = Findings::compute(&loaded.tally, &loaded.codings, study)?;
    let record = Record::of(study, &loaded.counts, &loaded.findings)?;
    let report = compose(study, &findings, &record, &loaded.findings, words.palette.palette())?;
    write_folder(&folder, &report.files, words.force)?;
    print::findings(&loaded.findings, words.study.all);
    print::summary(&loaded.findings, Some(&loaded.counts));
    let n_files = report.files.len() + 1;
    print::say(&format!("{n_files} files written; open {}\n", folder.join("report.html").display()));
    print::product(&format!("{}\n", folder.display()))?;
    loaded.say_rejected();
    Ok(loaded.exit())
}
