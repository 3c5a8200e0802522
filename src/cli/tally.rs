//! `evenhand tally`: the sums of a study, stored; and the sums of its parts together.

use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};

use super::exit::Exit;
use super::load::{MAY_GO, declared, is_publishable, needing, refuse_unpublishable};
use super::words::{MergeWords, TallyVerb, TallyWords};
use super::{place, print};
use crate::audit::TallyRecord;
use crate::diagnostic::{Checked, counted};
use crate::ingest::Stamps;
use crate::output::write_file;
use crate::study::{Field, Study};
use crate::tally::Tally;

pub(super) fn run(words: &TallyWords) -> Result<Exit> {
    if let Some(TallyVerb::Merge(words)) = &words.merge {
        return merge(words);
    }
    let out = words.out.as_ref().context("name the file to write: -o FILE")?;
    place::file(out, words.clean)?;
    refuse_what_is_no_tally(out)?;
    let (mut study, mut findings) = match declared(&words.study)? {
        Ok(declared) => declared,
        Err(exit) => return Ok(exit),
    };
    let without = without(words, &study)?;
    let (tally, counts, record, found) = match &words.engine {
        None => {
            study.part = words.part.as_deref().map(part).transpose()?;
            refuse_empty_part(&study)?;
            let stamps = Stamps::of(&study);
            let Checked { product: (tally, counts), findings } = crate::run_without(&study, &without);
            let record = TallyRecord::of(&study, &without, &counts)?;
            stamps.confirm(&study)?;
            (tally, counts, record, findings)
        }
        Some(address) => {
            ensure!(address.starts_with("sc://"), "an engine is written sc://HOST:PORT");
            let data = words.data.clone().map_or_else(|| absolute(&study), Ok)?;
            let checked = on_engine(address, &data, &study, &without)?;
            let Checked { product: (tally, counts), findings } = checked;
            let record = TallyRecord::of_engine(&study, &without, &counts, &data)?;
            (tally, counts, record, findings)
        }
    };
    findings.extend(found);
    if !is_publishable(&study, &findings) {
        return Ok(refuse_unpublishable(&study, findings, &counts, words.study.all, "no tally was made"));
    }
    write_file(out, &tally.parquet(&record.text())?)?;
    print::summary(&findings, Some(&counts));
    if findings.iter().any(|finding| !finding.is_error()) {
        print::say("`evenhand check` shows them\n");
    }
    say(&tally, &record);
    Ok(Exit::of(&findings))
}

fn merge(words: &MergeWords) -> Result<Exit> {
    place::file(&words.out, words.clean)?;
    refuse_what_is_no_tally(&words.out)?;
    ensure!(!words.parts.contains(&words.out), "`{}` is one of the parts: write to another file", words.out.display());
    let mut sum: Option<(Tally, TallyRecord)> = None;
    for path in &words.parts {
        let (tally, about) = Tally::load(path)?;
        let record = TallyRecord::read(&about).with_context(|| format!("`{}`", path.display()))?;
        sum = Some(match sum {
            None => (tally, record),
            Some((whole, of_whole)) => {
                let record = of_whole.plus(&record).with_context(|| format!("`{}`", path.display()))?;
                (whole.plus(&tally), record)
            }
        });
    }
    let (tally, record) = sum.context("name the parts")?;
    write_file(&words.out, &tally.parquet(&record.text())?)?;
    say(&tally, &record);
    print::say(
        "rows of different parts were not held against each other: a row that stands in two parts counts twice\n",
    );
    if record.sheets.iter().any(|sheet| sheet.sha256.is_none()) {
        print::say("their files were read by another engine: that none of them is in two parts is yours to know\n");
    }
    Ok(Exit::Done)
}

fn say(tally: &Tally, record: &TallyRecord) {
    print::say(&format!(
        "{} in {} from {}\n",
        counted(record.used, "row"),
        counted(tally.appearances().height() as u64, "sum"),
        counted(record.sheets.len() as u64, "sheet"),
    ));
    if !record.not_looked_for.is_empty() {
        print::say(&format!("not looked for, which takes single rows: {}\n", record.not_looked_for.join(", ")));
    }
}

/// The fields that the sums need not tell apart.
fn without(words: &TallyWords, study: &Study) -> Result<Vec<Field>> {
    let mut fields = Vec::new();
    for word in words.without.iter().map(|word| word.trim()) {
        let field = MAY_GO.into_iter().find(|field| field.word() == word);
        let Some(field) = field else {
            let possible: Vec<&str> = MAY_GO.iter().map(|field| field.word()).collect();
            return Err(crate::measure::UnknownWord::among("field to leave out", word, &possible).into());
        };
        if let Some(who) = needing(study, field) {
            bail!("{who} asks for `{word}`: sums without it could not be measured");
        }
        fields.push(field);
    }
    fields.sort();
    fields.dedup();
    Ok(fields)
}

/// A slip of the hand must not cost a sheet.
fn refuse_what_is_no_tally(out: &Path) -> Result<()> {
    let is_other = out.exists() && Tally::load(out).is_err();
    ensure!(!is_other, "`{}` is there and is no tally: write to another file", out.display());
    Ok(())
}

fn refuse_empty_part(study: &Study) -> Result<()> {
    let Some(part) = &study.part else { return Ok(()) };
    if crate::ingest::find_files(study).0.is_empty() {
        let all = crate::ingest::find_files(&Study { part: None, ..study.clone() }).0;
        let some: Vec<String> = all.iter().take(3).map(|file| format!("`{}`", file.relative)).collect();
        let more = if all.len() > 3 { " ..." } else { "" };
        bail!("no sheet of the study matches `{part}`: below its folder there are {}{more}", some.join(", "));
    }
    Ok(())
}

fn part(pattern: &str) -> Result<glob::Pattern> {
    glob::Pattern::new(pattern.trim_start_matches("./")).with_context(|| format!("`{pattern}` is no pattern of paths"))
}

fn absolute(study: &Study) -> Result<String> {
    let folder = std::fs::canonicalize(&study.folder)?;
    Ok(folder.display().to_string())
}

type Summed = Checked<(Tally, crate::check::RowCounts)>;

#[cfg(feature = "spark")]
fn on_engine(address: &str, data: &str, study: &Study, without: &[Field]) -> Result<Summed> {
    let spark = crate::ingest::Spark::connect(address)?;
    Ok(crate::run_on(&spark, data, study, without)?)
}

#[cfg(not(feature = "spark"))]
fn on_engine(_: &str, _: &str, _: &Study, _: &[Field]) -> Result<Summed> {
    bail!("`--engine` takes a build with Spark: cargo install --path . --features spark");
}
