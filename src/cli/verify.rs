//! `evenhand verify`: a report against its manifest and its data, a figure against its report, a printed table against itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::exit::Exit;
use super::load::publishable_from;
use super::print;
use super::report::{Wanted, remade};
use super::words::{StudyWords, VerdictFormat, VerifyWords};
use crate::audit::verify_table;
use crate::chart::source_of_png;
use crate::report::{Difference, Kind, verify_bytes, verify_inputs, verify_numbers};
use crate::study::{printed_path, read_file, read_text_file};
use crate::table::{table_findings_json, table_findings_text};

/// Version of the JSON's shape.
const SCHEMA: &str = "evenhand.verify/1";

pub(super) fn run(words: &VerifyWords) -> Result<Exit> {
    let what = &words.what;
    if what.is_dir() {
        return report(words, what);
    }
    ensure!(what.exists(), "`{}` does not exist", what.display());
    let ending = what.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "png" => figure(words, what),
        "csv" | "toml" => table(words, what),
        _ => bail!(
            "`{}` is none of what can be verified alone: a .png of a report, a printed table in .csv or .toml; \
             the other files of a report are verified with its folder",
            what.display()
        ),
    }
}

/// What came of verifying something.
#[derive(Default)]
struct Verified {
    /// What was held against what.
    done: Vec<String>,
    /// What could not be verified, and why.
    not_done: Vec<String>,
    /// What is not as it should be.
    differences: Vec<Difference>,
}

impl Verified {
    /// In lines and for machines. What could not be verified is not verified: the status says so.
    fn say(&self, words: &VerifyWords) -> Result<Exit> {
        let text = match words.format {
            VerdictFormat::Human => self.text(),
            VerdictFormat::Json => format!(
                "{:#}\n",
                json!({
                    "schema": SCHEMA,
                    "what": printed_path(&words.what),
                    "verified": self.done,
                    "not_verified": self.not_done,
                    "differences": self.differences.iter().map(|difference| json!({
                        "kind": difference.word(), "path": difference.path(), "words": difference.words(),
                    })).collect::<Vec<_>>(),
                })
            ),
        };
        print::product(&text)?;
        let is_sound = self.differences.is_empty() && self.not_done.is_empty();
        Ok(if is_sound { Exit::Done } else { Exit::Findings })
    }

    fn text(&self) -> String {
        let mut lines: Vec<String> = self.done.clone();
        lines.extend(self.not_done.iter().map(|line| format!("not verified: {line}")));
        // Where an input is another one, everything made from it comes out otherwise: saying so once is enough.
        let is_input = |difference: &&Difference| matches!(difference, Difference::Input(_));
        let has_other_inputs = self.differences.iter().any(|difference| is_input(&difference));
        let is_said = |difference: &&Difference| {
            !has_other_inputs || !matches!(difference, Difference::Otherwise(_) | Difference::Number(..))
        };
        let said: Vec<&Difference> = self.differences.iter().filter(is_said).collect();
        lines.extend(said.iter().map(|difference| format!("wrong: {}", difference.words())));
        let unsaid = self.differences.len() - said.len();
        if unsaid > 0 {
            lines.push(format!(
                "wrong: of those other inputs {unsaid} files and numbers come out otherwise (--format json lists them)"
            ));
        }
        lines.push(match (self.differences.len(), self.not_done.len()) {
            (0, 0) => "nothing differs".to_owned(),
            (0, _) => "nothing differs in what could be verified".to_owned(),
            (n, _) => format!("{n} differences"),
        });
        lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

fn report(words: &VerifyWords, folder: &Path) -> Result<Exit> {
    let (record, differences) = verify_bytes(folder)?;
    let done = vec![format!("bytes: held against {}", folder.join(crate::audit::MANIFEST).display())];
    let mut verified = Verified { done, not_done: Vec::new(), differences };
    let Some(study) = study_of(words, &record) else {
        verified.not_done.push(format!(
            "inputs and numbers, for the study `{}` is not here; name it with --study",
            record["study"].as_str().unwrap_or_default()
        ));
        return verified.say(words);
    };
    let of = &record["report"];
    let text = |key: &str| of[key].as_str().map(str::to_owned);
    let given = words.stored.tally.as_ref().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    if text("tally") != given {
        verified.not_done.push(text("tally").map_or_else(
            || "inputs and numbers, for the report was made from the sheets: leave out --tally".to_owned(),
            |name| format!("inputs and numbers, for the report was made from stored sums: name `{name}` with --tally"),
        ));
        return verified.say(words);
    }
    let study_words = StudyWords { study: study.clone(), all: false, lang: text("language") };
    let loaded = match publishable_from(&study_words, words.stored.tally.as_deref(), words.stored.asked().as_deref())? {
        Ok(loaded) => loaded.with_lines(),
        Err(exit) => return Ok(exit),
    };
    let now = loaded.record()?;
    let inputs: BTreeMap<String, String> =
        now.inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect();
    verified.differences.extend(verify_inputs(&record, &inputs));
    verified.done.push(format!("inputs: {} files of `{}` held against record.json", inputs.len(), study.display()));
    let kind =
        text("kind").and_then(|word| Kind::WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind));
    let palette = text("palette").and_then(|word| crate::chart::Palette::of_word(&word));
    let (Some(kind), Some(palette)) = (kind, palette) else {
        bail!("record.json says neither kind nor palette of the report: it is of another version of Evenhand");
    };
    let wanted = Wanted { kind, palette, period: text("period"), language: text("language") };
    let made = remade(&loaded, &wanted)?;
    verified.done.push(format!("numbers: {} files made again and compared byte by byte", made.files.len()));
    let made_otherwise = verify_numbers(folder, &made.files);
    // A file that was changed comes out otherwise of course; which of its numbers do is what is new.
    let is_new = |difference: &Difference| {
        !verified.differences.contains(&Difference::Changed(difference.path().to_owned()))
            || matches!(difference, Difference::Number(..))
    };
    let new: Vec<Difference> = made_otherwise.into_iter().filter(is_new).collect();
    verified.differences.extend(new);
    verified.say(words)
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
    let bytes = read_file(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
    let source = source_of_png(&bytes).with_context(|| {
        format!("`{}` has no text of Evenhand: it was not drawn by it, or saved anew since", path.display())
    })?;
    let done = vec![format!("figure: {} of data with SHA-256 {}", source.figure, source.data_sha256)];
    let mut verified = Verified { done, ..Verified::default() };
    let folder = path.parent().unwrap_or(Path::new("."));
    let report = [folder, &folder.join("..")].into_iter().find(|f| f.join("record.json").is_file()).map(Path::to_owned);
    let Some(report) = report else {
        let message = "the picture itself, which takes the report it is of: the one whose record.json has that digest";
        verified.not_done.push(message.to_owned());
        return verified.say(words);
    };
    let (record, differences) = verify_bytes(&report)?;
    let relative = format!("charts/{}", path.file_name().unwrap_or_default().to_string_lossy());
    verified.differences = differences.into_iter().filter(|difference| difference.path() == relative).collect();
    // The picture that was named, not the one of its name in the report.
    let changed = Difference::Changed(relative.clone());
    if crate::report::listed_digest(&report, &relative)?.is_none_or(|digest| digest != crate::audit::sha256(&bytes))
        && !verified.differences.contains(&changed)
    {
        verified.differences.push(changed);
    }
    verified.done.push(format!("record: {}", report.join("record.json").display()));
    if record["data_sha256"].as_str() != Some(&source.data_sha256) {
        verified.differences.push(Difference::Otherwise(relative));
    }
    verified.say(words)
}

/// A printed table against itself.
fn table(words: &VerifyWords, path: &Path) -> Result<Exit> {
    let text = read_text_file(path).with_context(|| format!("`{}` cannot be read", path.display()))?;
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
