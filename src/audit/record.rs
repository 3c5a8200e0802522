//! The record of a run: hashes of what went in, the settings that change numbers, and the counts of rows.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::digest::sha256_of_file;
use super::rules::RULES_FILE;
use super::sha256;
use super::tally_record::stored;
use crate::check::RowCounts;
use crate::diagnostic::Diagnostic;
use crate::ingest::{InputFile, find_files, find_lookups};
use crate::study::Study;

/// Version of the record's shape.
pub const RECORD_SCHEMA: &str = "evenhand.record/2";

/// A file cannot be hashed.
#[derive(Debug, thiserror::Error)]
#[error("`{}` cannot be read", path.display())]
pub struct Failure {
    path: PathBuf,
    source: std::io::Error,
}

/// One file that went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InputRecord {
    /// `study`, `codebook`, or the id of its source.
    pub role: String,
    /// Path below the study's folder.
    pub path: String,
    /// Size.
    pub bytes: u64,
    /// Digest.
    pub sha256: String,
}

/// Rows read = used + out of scope + rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowRecord {
    /// Rows of all sheets.
    pub read: u64,
    /// Rows that figures rest on.
    pub used: u64,
    /// Rows left out by rule, by code.
    pub out_of_scope: BTreeMap<String, u64>,
    /// Rows rejected, by code.
    pub rejected: BTreeMap<String, u64>,
}

/// A pool as it was computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PoolRecord {
    id: String,
    actors: Vec<String>,
    genres: Vec<String>,
    outlets: Vec<String>,
    capacities: Vec<String>,
    dayparts: Vec<String>,
    office_holders: &'static str,
    hostile_time: &'static str,
    weighting: &'static str,
}

/// Which report a record is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportRecord {
    /// `final`, `interim` ...
    pub kind: &'static str,
    /// Id of the period, for a report of one.
    pub period: Option<String>,
    /// First and last day reported on.
    pub days: [String; 2],
    /// In which colours figures are drawn.
    pub palette: &'static str,
    /// The language asked for instead of the study's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The file of stored sums it was made from instead of the sheets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tally: Option<String>,
}

impl ReportRecord {
    /// The words that make the report again.
    pub fn command(&self, study: &str) -> String {
        let period = self.period.as_ref().map_or_else(String::new, |period| format!(" --period {period}"));
        let palette = if self.palette == "colour" { String::new() } else { format!(" --palette {}", self.palette) };
        let language = self.language.as_ref().map_or_else(String::new, |language| format!(" --lang {language}"));
        let tally = self.tally.as_ref().map_or_else(String::new, |tally| format!(" --tally {tally}"));
        format!("evenhand report {study}{period} --kind {}{palette}{language}{tally}", self.kind)
    }
}

/// How intervals were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UncertaintyRecord {
    method: &'static str,
    cluster: &'static str,
    level: u8,
    replicates: u32,
    seed: u64,
    drawn_from: BTreeMap<String, u64>,
}

/// The publishing policy and its thresholds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishingRecord {
    policy: &'static str,
    least_items: i64,
    least_clusters: i64,
    rough_clusters: i64,
    most_of_one_cluster: i64,
    widest_interval: i64,
    least_minutes: i64,
    least_cm2: i64,
    least_recorded: i64,
    least_alpha_thousandths: i64,
}

/// How agreement between coders was measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreementRecord {
    tone: &'static str,
    tolerance_ms: i64,
    tolerance_mm2: i64,
    replicates: u32,
    reliable_thousandths: i64,
}

/// What a report was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// [`RECORD_SCHEMA`].
    pub schema: &'static str,
    /// `evenhand` and its version.
    pub tool: String,
    /// Id of the study.
    pub study: String,
    /// First and last day.
    pub window: [String; 2],
    /// Which report it is of; nothing for a single figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportRecord>,
    /// The embedded fonts that figures are drawn with, by file, with their digests.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fonts: BTreeMap<String, String>,
    /// Rule and decimals of printed percentages.
    pub rounding: (String, u8),
    /// How intervals were made.
    pub uncertainty: UncertaintyRecord,
    /// The publishing policy and its thresholds.
    pub publishing: PublishingRecord,
    /// How agreement between coders was measured.
    pub agreement: AgreementRecord,
    /// The pools as computed: every list spelled out, an empty one meaning all.
    pub pools: Vec<PoolRecord>,
    /// Every file that went in.
    pub inputs: Vec<InputRecord>,
    /// One digest over the digests of all inputs, in their order.
    pub data_sha256: String,
    /// What became of the rows.
    pub rows: RowRecord,
    /// How many findings of each code.
    pub findings: BTreeMap<String, u64>,
    /// Codes whose severity the study changed, with the one it gave them.
    pub severities: BTreeMap<String, &'static str>,
}

impl Record {
    /// Records a run over `study` that counted `rows` and found `findings`; `tally` is the file of sums it was made from, where
    /// the sheets were not read.
    ///
    /// Errors: [`Failure`] where an input can no longer be read.
    pub fn of(
        study: &Study,
        rows: &RowCounts,
        findings: &[Diagnostic],
        tally: Option<&Path>,
    ) -> Result<Record, Failure> {
        let inputs = inputs(study, tally)?;
        let digests: String = inputs.iter().map(|input| format!("{}  {}\n", input.sha256, input.path)).collect();
        let mut by_code: BTreeMap<String, u64> = BTreeMap::new();
        for finding in findings {
            *by_code.entry(finding.code.id.to_owned()).or_default() += 1;
        }
        Ok(Record {
            schema: RECORD_SCHEMA,
            tool: concat!("evenhand ", env!("CARGO_PKG_VERSION")).to_owned(),
            study: study.id.clone(),
            window: [study.window.from.to_string(), study.window.to.to_string()],
            report: None,
            fonts: BTreeMap::new(),
            rounding: (study.rounding.rule.word().to_owned(), study.rounding.decimals),
            uncertainty: uncertainty_record(study),
            publishing: publishing_record(study),
            agreement: agreement_record(study),
            pools: study.pools.iter().map(pool_record).collect(),
            inputs,
            data_sha256: sha256(digests.as_bytes()),
            rows: RowRecord {
                read: rows.read,
                used: rows.used,
                out_of_scope: owned(&rows.out_of_scope),
                rejected: owned(&rows.rejected),
            },
            findings: by_code,
            severities: study.severities.iter().map(|change| (change.code.clone(), change.severity.word())).collect(),
        })
    }

    /// The record as JSON text.
    pub fn json(&self) -> String {
        let text = serde_json::to_string_pretty(self).expect("invariant: a record holds texts and numbers");
        text + "\n"
    }

    /// Rows rejected, and rows read; `None` where none was rejected.
    pub fn rejected(&self) -> Option<(u64, u64)> {
        let n_rejected: u64 = self.rows.rejected.values().sum();
        (n_rejected > 0).then_some((n_rejected, self.rows.read))
    }

    /// The digest of the data, short enough to print: `3f9a41c7…d21c`.
    pub fn short_digest(&self) -> String {
        let digest = &self.data_sha256;
        format!("{}…{}", &digest[..8], &digest[digest.len() - 4..])
    }
}

pub(super) fn owned(counts: &BTreeMap<&'static str, u64>) -> BTreeMap<String, u64> {
    counts.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect()
}

fn uncertainty_record(study: &Study) -> UncertaintyRecord {
    let choices = &study.uncertainty;
    UncertaintyRecord {
        method: choices.method.word(),
        cluster: choices.cluster.word(),
        level: choices.level,
        replicates: choices.replicates,
        seed: choices.seed,
        drawn_from: choices.drawn_from.iter().cloned().collect(),
    }
}

fn publishing_record(study: &Study) -> PublishingRecord {
    let limits = &study.publishing;
    PublishingRecord {
        policy: limits.policy.word(),
        least_items: limits.least_items,
        least_clusters: limits.least_clusters,
        rough_clusters: limits.rough_clusters,
        most_of_one_cluster: limits.most_of_one_cluster,
        widest_interval: limits.widest_interval,
        least_minutes: limits.least_minutes,
        least_cm2: limits.least_cm2,
        least_recorded: limits.least_recorded,
        least_alpha_thousandths: limits.least_alpha,
    }
}

fn agreement_record(study: &Study) -> AgreementRecord {
    let plan = &study.agreement;
    AgreementRecord {
        tone: plan.tone.word(),
        tolerance_ms: plan.tolerance_ms,
        tolerance_mm2: plan.tolerance_mm2,
        replicates: plan.replicates,
        reliable_thousandths: plan.reliable,
    }
}

fn pool_record(pool: &crate::study::Pool) -> PoolRecord {
    PoolRecord {
        id: pool.id.clone(),
        actors: pool.actors.clone(),
        genres: pool.genres.clone(),
        outlets: pool.outlets.clone(),
        capacities: pool.capacities.clone(),
        dayparts: pool.dayparts.clone(),
        office_holders: pool.office_holders.word(),
        hostile_time: pool.hostile_time.word(),
        weighting: pool.weighting.word(),
    }
}

/// Every file that went in: what is declared, and the sheets or the tally that was stored of them.
fn inputs(study: &Study, tally: Option<&Path>) -> Result<Vec<InputRecord>, Failure> {
    let mut inputs = declared(study)?;
    match tally {
        Some(path) => inputs.push(stored(path)?),
        None => inputs.extend(sheets(study)?.into_iter().map(|(_, sheet)| sheet)),
    }
    Ok(inputs)
}

/// Study, codebook, catalogue, rules and look-up tables.
pub(super) fn declared(study: &Study) -> Result<Vec<InputRecord>, Failure> {
    let own = [("study", "study.toml"), ("codebook", study.codebook_file.as_str())];
    let mut inputs = Vec::new();
    for (role, name) in own {
        inputs.push(input(role, &study.folder.join(name), name)?);
    }
    if let Some(name) = &study.words_file {
        inputs.push(input("words", &study.folder.join(name), name)?);
    }
    if study.folder.join(RULES_FILE).is_file() {
        inputs.push(input("rules", &study.folder.join(RULES_FILE), RULES_FILE)?);
    }
    for (source, file) in find_lookups(study) {
        inputs.push(input(&format!("{source} look-up"), &study.folder.join(&file), &file)?);
    }
    Ok(inputs)
}

/// The sheets, each with the number of its source.
pub(super) fn sheets(study: &Study) -> Result<Vec<(usize, InputRecord)>, Failure> {
    let files = find_files(study).0.into_iter();
    let sheet = |file: InputFile| {
        let record = input(&study.sources[file.source].id, &file.path, &file.relative)?;
        Ok((file.source, record))
    };
    files.map(sheet).collect()
}

pub(super) fn input(role: &str, path: &Path, relative: &str) -> Result<InputRecord, Failure> {
    let (sha256, bytes) = sha256_of_file(path).map_err(|source| Failure { path: path.to_owned(), source })?;
    Ok(InputRecord { role: role.to_owned(), path: relative.to_owned(), bytes, sha256 })
}
