//! `evenhand verify`: a report against its manifest and its data, a figure against its report, a printed table against itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::exit::Exit;
use super::load::publishable;
use super::print;
use super::report::{Wanted, remade};
use super::words::{StudyWords, VerdictFormat, VerifyWords};
use crate::audit::{Record, verify_table};
use crate::chart::source_of_png;
use crate::report::{Difference, Kind, verify_bytes, verify_inputs, verify_numbers};
use crate::study::printed_path;
use crate::table::{table_findings_json, table_findings_text};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.verify/1";

pub(super) fn run(words: &VerifyWords) -> Result<Exit> {
    let what = &words.what;
    if what.is_dir() {
        return report(words, what);
    }
    ensure!(what.is_file(), "`{}` is no report's folder, figure or table", what.display());
    let ending = what.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "png" => figure(words, what),
        "csv" | "toml" => table(words, what),
        _ => bail!("`{}` can be verified as a folder, a .png of a report, or a table in .csv or .toml", what.display()),
    }
}

/// What was verified, in lines and for machines.
fn say(words: &VerifyWords, done: &[String], differences: &[Difference]) -> Result<Exit> {
    let text = match words.format {
        VerdictFormat::Human => {
            let wrong = differences.iter().map(|difference| format!("wrong: {}\n", difference.words()));
            done.iter().map(|line| format!("{line}\n")).chain(wrong).collect()
        }
        VerdictFormat::Json => format!(
            "{:#}\n",
            json!({
                "schema": SCHEMA,
                "what": printed_path(&words.what),
                "verified": done,
                "differences": differences.iter().map(|difference| json!({
                    "kind": difference.word(), "path": difference.path(), "words": difference.words(),
                })).collect::<Vec<_>>(),
            })
        ),
    };
    print::product(&text)?;
    Ok(if differences.is_empty() { Exit::Done } else { Exit::Findings })
}

fn report(words: &VerifyWords, folder: &Path) -> Result<Exit> {
    let (record, mut differences) = verify_bytes(folder)?;
    let mut done = vec![format!("bytes: held against {}", folder.join(crate::audit::MANIFEST).display())];
    let Some(study) = study_of(words, &record) else {
        done.push(format!(
            "numbers: not made again, the study `{}` is not here; name it with --study",
            record["study"].as_str().unwrap_or_default()
        ));
        return say(words, &done, &differences);
    };
    let of = &record["report"];
    let text = |key: &str| of[key].as_str().map(str::to_owned);
    let study_words = StudyWords { study: study.clone(), all: false, lang: text("language") };
    let loaded = match publishable(&study_words)? {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let now = Record::of(&loaded.study, &loaded.counts, &loaded.findings)?;
    let inputs: BTreeMap<String, String> =
        now.inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect();
    differences.extend(verify_inputs(&record, &inputs));
    done.push(format!("inputs: {} files of `{}` held against record.json", inputs.len(), study.display()));
    let kind =
        text("kind").and_then(|word| Kind::WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind));
    let palette = text("palette").and_then(|word| crate::chart::Palette::of_word(&word));
    let (Some(kind), Some(palette)) = (kind, palette) else {
        bail!("record.json says neither kind nor palette of the report: it is of another version of Evenhand");
    };
    let wanted = Wanted { kind, palette, period: text("period"), language: text("language") };
    let made = remade(&loaded, &wanted)?;
    done.push(format!("numbers: {} files made again and compared byte by byte", made.files.len()));
    differences.extend(verify_numbers(folder, &made.files));
    say(words, &done, &differences)
}

/// The study a report is of: the one named, or one of its name here, in `samples` or beside the folder.
fn study_of(words: &VerifyWords, record: &Value) -> Option<PathBuf> {
    let id = record["study"].as_str()?;
    let beside = words.what.join("../..").join("samples").join(id);
    let places = [PathBuf::from(id), Path::new("samples").join(id), beside];
    let found = places.into_iter().find(|place| place.join("study.toml").is_file());
    words.study.clone().or(found)
}

/// A figure: its own text says which data it is of; the report around it, whether that is so.
fn figure(words: &VerifyWords, path: &Path) -> Result<Exit> {
    let bytes = std::fs::read(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    let source = source_of_png(&bytes).with_context(|| {
        format!("`{}` has no text of Evenhand: it was not drawn by it, or saved anew since", path.display())
    })?;
    let mut done = vec![format!("figure: {} of data with SHA-256 {}", source.figure, source.data_sha256)];
    let folder = path.parent().unwrap_or(Path::new("."));
    let report = [folder, &folder.join("..")].into_iter().find(|f| f.join("record.json").is_file()).map(Path::to_owned);
    let Some(report) = report else {
        done.push("record: none here; the report that holds this figure has a record.json with that digest".to_owned());
        return say(words, &done, &[]);
    };
    let (record, differences) = verify_bytes(&report)?;
    let relative = format!("charts/{}", path.file_name().unwrap_or_default().to_string_lossy());
    let mut differences: Vec<Difference> =
        differences.into_iter().filter(|difference| difference.path() == relative).collect();
    done.push(format!("record: {}", report.join("record.json").display()));
    if record["data_sha256"].as_str() != Some(&source.data_sha256) {
        differences.push(Difference::Otherwise(relative));
    }
    say(words, &done, &differences)
}

/// A printed table against itself.
fn table(words: &VerifyWords, path: &Path) -> Result<Exit> {
    let text = std::fs::read_to_string(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    let place = printed_path(path);
    let (verified, findings) = verify_table(&place, &text);
    if !findings.is_empty() {
        print::findings(&findings, true);
        print::summary(&findings, None);
        return Ok(Exit::of(&findings));
    }
    print::product(&match words.format {
        VerdictFormat::Human => table_findings_text(&verified),
        VerdictFormat::Json => format!("{:#}\n", table_findings_json(&verified)),
    })?;
    Ok(if verified.iter().any(crate::audit::TableFinding::is_wrong) { Exit::Findings } else { Exit::Done })
}
