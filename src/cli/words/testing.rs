//! The words of the verbs that trace and test figures.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CleanWords, StoredWords, StudyWords, language_tag};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum VerdictFormat {
    /// For people
    Human,
    /// For machines
    Json,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ClaimWords {
    #[command(flatten)]
    pub study: StudyWords,
    #[command(flatten)]
    pub stored: StoredWords,
    /// A file of claims, TOML or CSV; without it, claims.toml of the study
    #[arg(long, value_name = "FILE", conflicts_with = "says")]
    pub file: Option<PathBuf>,
    /// A claim: actor, percentage, and what it says of medium, outlet, quantity, pool and days, with commas between
    #[arg(long = "say", value_name = "CLAIM")]
    pub says: Vec<String>,
    /// How verdicts are shown
    #[arg(long, value_enum, default_value_t = VerdictFormat::Human)]
    pub format: VerdictFormat,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RulesWords {
    #[command(flatten)]
    pub study: StudyWords,
    #[command(flatten)]
    pub stored: StoredWords,
    /// A file of rules; without it, rules.toml of the study
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// How verdicts are shown; `--all` shows what is kept too
    #[arg(long, value_enum, default_value_t = VerdictFormat::Human)]
    pub format: VerdictFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CompareAs {
    /// Two releases of one study: items keep id, start and place
    Releases,
    /// Two monitors of the same material: items are matched by outlet, day and start
    Monitors,
    /// Two periods: sums of outlet, genre and actor
    Periods,
    /// Two statements of which the second holds the first
    Cumulative,
    /// Declared totals, and a recount of some of their outlet-days
    Recount,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CompareWords {
    /// A study's folder, or one of its periods as FOLDER:PERIOD
    #[arg(value_name = "LEFT")]
    pub left: String,
    /// The other one
    #[arg(value_name = "RIGHT")]
    pub right: String,
    /// How they are compared; without it, `periods` where one is named, `releases` where both studies have one title, else `monitors`
    #[arg(long = "as", value_enum)]
    pub how: Option<CompareAs>,
    /// How many seconds apart two monitors may see one start; without it, 60
    #[arg(long, value_name = "SECONDS")]
    pub within: Option<u16>,
    /// The denominator, of both studies; without it, the pool of the left study's report
    #[arg(long, value_name = "ID")]
    pub pool: Option<String>,
    /// Narrow shares to values of a dimension; may be given several times
    #[arg(long = "where", value_name = "DIMENSION=VALUE,...")]
    pub conditions: Vec<String>,
    /// Break shares down by: medium, outlet, genre ...
    #[arg(long, value_delimiter = ',', value_name = "DIMENSION,...", default_value = "medium")]
    pub by: Vec<String>,
    /// Show every difference, not the first five of each class
    #[arg(long)]
    pub all: bool,
    /// Write the rows that differ to this file as CSV
    #[arg(long, value_name = "FILE")]
    pub rows: Option<PathBuf>,
    #[command(flatten)]
    pub clean: CleanWords,
    /// How it is shown; `csv` is the table of shares or totals
    #[arg(long, value_enum, default_value_t = ExplainFormat::Human)]
    pub format: ExplainFormat,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct VerifyWords {
    /// A report's folder, a .png of one, or a printed table as .csv or .toml
    #[arg(value_name = "FOLDER or FILE")]
    pub what: PathBuf,
    /// The study a report was made from; without it, one of its name here or in samples
    #[arg(long, value_name = "DIR")]
    pub study: Option<PathBuf>,
    #[command(flatten)]
    pub stored: StoredWords,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = VerdictFormat::Human)]
    pub format: VerdictFormat,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MessageWords {
    /// A language tag; without a catalogue of it, the English messages are printed
    #[arg(default_value = "en", value_name = "LANGUAGE", value_parser = language_tag)]
    pub language: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExplainWords {
    /// A code such as E501, or the key of a figure; without either, every code is listed
    #[arg(value_name = "CODE or KEY")]
    pub what: Option<String>,
    #[command(flatten)]
    pub study: StudyWords,
    /// Which rows of a figure are listed
    #[arg(long, value_enum, default_value_t = OpenWord::Numerator)]
    pub open: OpenWord,
    /// How a figure is shown; `csv` is its rows alone
    #[arg(long, value_enum, default_value_t = ExplainFormat::Human)]
    pub format: ExplainFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum OpenWord {
    /// Those above the line
    Numerator,
    /// Those below it
    Denominator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExplainFormat {
    /// For people
    Human,
    /// The rows, with their place
    Csv,
    /// For machines
    Json,
}
