//! Is a report what it says it is? Its bytes against its manifest, its inputs against its record, its numbers against a report
//! made anew.
//!
//! In: a report's folder, and where there is a study the report made anew from it. Out: every [`Difference`], by path.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::audit::{MANIFEST, Manifest, OutputFile, sha256};
use crate::output::files_below;

use crate::study::{read_file, read_text_file};
/// Something that is not as the report says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The manifest lists it, the folder lacks it.
    Missing(String),
    /// The folder has it, the manifest does not list it.
    Unlisted(String),
    /// Its bytes are not those the manifest has the digest of.
    Changed(String),
    /// An input is not the one the report was made from.
    Input(String),
    /// The study makes it, with other bytes.
    Otherwise(String),
    /// The study makes it, and the folder lacks it.
    Lacking(String),
    /// A number of a table is another: path, key of the figure, column, as written, as computed.
    Number(String, String, String, String, String),
}

impl Difference {
    /// The word of machine files.
    pub fn word(&self) -> &'static str {
        match self {
            Difference::Missing(_) => "missing",
            Difference::Unlisted(_) => "unlisted",
            Difference::Changed(_) => "changed",
            Difference::Input(_) => "input-changed",
            Difference::Otherwise(_) => "made-otherwise",
            Difference::Lacking(_) => "lacking",
            Difference::Number(..) => "number",
        }
    }

    /// The file it is about.
    pub fn path(&self) -> &str {
        match self {
            Difference::Missing(path)
            | Difference::Unlisted(path)
            | Difference::Changed(path)
            | Difference::Input(path)
            | Difference::Otherwise(path)
            | Difference::Lacking(path)
            | Difference::Number(path, ..) => path,
        }
    }

    /// What is not as it should be, in words.
    pub fn words(&self) -> String {
        match self {
            Difference::Missing(path) => format!("{path} is listed in {MANIFEST} and missing"),
            Difference::Unlisted(path) => format!("{path} is not listed in {MANIFEST}"),
            Difference::Changed(path) => format!("{path} was changed since the report was written"),
            Difference::Input(path) => format!("{path} of the study is not the file the report was made from"),
            Difference::Otherwise(path) => format!("{path} comes out otherwise when it is made again"),
            Difference::Lacking(path) => format!("{path} is made from the study and the report lacks it"),
            Difference::Number(path, key, column, written, computed) => {
                format!("{path}: {column} of {key} is {written}, computed {computed}")
            }
        }
    }
}

/// A folder that is no report.
#[derive(Debug, thiserror::Error)]
pub enum NoReport {
    /// Without a manifest nothing can be held against anything.
    #[error(
        "`{0}` holds no {MANIFEST}: it is no report of Evenhand, or its manifest was taken away; without it no byte can be verified"
    )]
    NoManifest(String),
    /// Without a record nobody knows what it was made from.
    #[error("`{0}` holds no record.json that can be read")]
    NoRecord(String),
    /// A file cannot be read.
    #[error("`{path}` cannot be read")]
    Unreadable {
        /// Which file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
}

/// The digest that a report's manifest has of a file.
///
/// Errors: [`NoReport`].
pub fn listed_digest(folder: &Path, path: &str) -> Result<Option<String>, NoReport> {
    let name = folder.display().to_string();
    let text = read_text_file(&folder.join(MANIFEST)).map_err(|_| NoReport::NoManifest(name.clone()))?;
    let manifest = Manifest::parse(&text).ok_or(NoReport::NoManifest(name))?;
    Ok(manifest.digest(path).map(str::to_owned))
}

/// A report's record, and what is not as its manifest says.
///
/// Errors: [`NoReport`].
pub fn verify_bytes(folder: &Path) -> Result<(Value, Vec<Difference>), NoReport> {
    let name = folder.display().to_string();
    let text = read_text_file(&folder.join(MANIFEST)).map_err(|_| NoReport::NoManifest(name.clone()))?;
    let manifest = Manifest::parse(&text).ok_or_else(|| NoReport::NoManifest(name.clone()))?;
    let unreadable = |path: &str| {
        let path = path.to_owned();
        move |source| NoReport::Unreadable { path, source }
    };
    let found = files_below(folder).map_err(unreadable(&name))?;
    let mut differences: Vec<Difference> = manifest
        .paths()
        .filter(|path| !found.contains(*path))
        .map(|path| Difference::Missing(path.to_owned()))
        .collect();
    for path in found.iter().filter(|path| *path != MANIFEST) {
        let bytes = read_file(&folder.join(path)).map_err(unreadable(path))?;
        match manifest.digest(path) {
            None => differences.push(Difference::Unlisted(path.clone())),
            Some(digest) if digest != sha256(&bytes) => differences.push(Difference::Changed(path.clone())),
            Some(_) => {}
        }
    }
    let record = read_text_file(&folder.join("record.json")).ok().and_then(|text| serde_json::from_str(&text).ok());
    differences.sort();
    Ok((record.ok_or(NoReport::NoRecord(name))?, differences))
}

/// The inputs that are no longer those of the record, given their digests now.
pub fn verify_inputs(record: &Value, now: &BTreeMap<String, String>) -> Vec<Difference> {
    let inputs = record["inputs"].as_array().into_iter().flatten();
    let listed: BTreeMap<&str, &str> =
        inputs.filter_map(|input| Some((input["path"].as_str()?, input["sha256"].as_str()?))).collect();
    let changed = listed.iter().filter(|(path, digest)| now.get(**path).map(String::as_str) != Some(**digest));
    let changed = changed.map(|(path, _)| Difference::Input((*path).to_owned()));
    let new = now.keys().filter(|path| !listed.contains_key(path.as_str())).cloned().map(Difference::Input);
    changed.chain(new).collect()
}

/// A report against the same made anew: files with other bytes, and in tables the numbers that are others.
pub fn verify_numbers(folder: &Path, made: &[OutputFile]) -> Vec<Difference> {
    let mut differences = Vec::new();
    for file in made {
        let Ok(written) = read_file(&folder.join(&file.path)) else {
            differences.push(Difference::Lacking(file.path.clone()));
            continue;
        };
        if written == file.bytes {
            continue;
        }
        differences.push(Difference::Otherwise(file.path.clone()));
        if file.path.starts_with("tables/") {
            differences.extend(numbers(&file.path, &written, &file.bytes));
        }
    }
    differences.sort();
    differences
}

/// The cells of two tables of figures that differ, by key and column.
fn numbers(path: &str, written: &[u8], computed: &[u8]) -> Vec<Difference> {
    let (written, computed) = (cells(written), cells(computed));
    let keys: std::collections::BTreeSet<_> = written.keys().chain(computed.keys()).collect();
    let dash = |cell: Option<&String>| cell.cloned().unwrap_or_else(|| "not there".to_owned());
    keys.into_iter()
        .filter(|key| written.get(*key) != computed.get(*key))
        .map(|cell| {
            let (key, column) = cell.clone();
            Difference::Number(path.to_owned(), key, column, dash(written.get(cell)), dash(computed.get(cell)))
        })
        .collect()
}

/// The cells of a CSV by key and column.
fn cells(bytes: &[u8]) -> BTreeMap<(String, String), String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headings = reader.headers().cloned().unwrap_or_default();
    let mut cells = BTreeMap::new();
    for record in reader.records().flatten() {
        let key = record.get(0).unwrap_or_default().to_owned();
        for (heading, cell) in headings.iter().zip(record.iter()).skip(1) {
            cells.insert((key.clone(), heading.to_owned()), cell.to_owned());
        }
    }
    cells
}
