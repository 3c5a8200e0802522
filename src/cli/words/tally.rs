//! The words of the verb that stores sums.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{CleanWords, StudyWords};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(in crate::cli) struct TallyWords {
    #[command(subcommand)]
    pub merge: Option<TallyVerb>,
    #[command(flatten)]
    pub study: StudyWords,
    /// The file to write
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub clean: CleanWords,
    /// Only the sheets whose path below the study's folder matches: `data/2012-01-*`
    #[arg(long, value_name = "PATTERN", conflicts_with = "engine")]
    pub part: Option<String>,
    /// Sums that do not tell these apart: programme, daypart, genre, page, position, capacity, voice, tone, coder
    #[arg(long, value_delimiter = ',', value_name = "FIELD,...")]
    pub without: Vec<String>,
    /// A Spark Connect server that adds up the study's Parquet files (a build with `--features spark`)
    #[arg(long, value_name = "sc://HOST:PORT")]
    pub engine: Option<String>,
    /// Where that server finds the study's folder; without it, at the same path as here
    #[arg(long, value_name = "URI", requires = "engine")]
    pub data: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TallyVerb {
    /// Add the stored sums of the parts of one study
    #[command(before_help = "Examples:\n  evenhand tally merge january.parquet february.parquet -o both.parquet")]
    Merge(MergeWords),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MergeWords {
    /// Stored sums, two or more
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub parts: Vec<PathBuf>,
    /// The file to write
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub out: PathBuf,
    #[command(flatten)]
    pub clean: CleanWords,
}

/// Where figures come from, where not from the sheets.
#[derive(Debug, Args)]
pub(in crate::cli) struct StoredWords {
    /// Make figures from sums that `evenhand tally` stored; the sheets are not read
    #[arg(long, value_name = "FILE")]
    pub tally: Option<PathBuf>,
}

impl StoredWords {
    /// What a verb asks for that may ask for anything but who coded it; nothing is named where the sheets are read.
    pub(in crate::cli) fn asked(&self) -> Option<Vec<String>> {
        let words = crate::study::Field::ALL.into_iter().filter(|field| *field != crate::study::Field::Coder);
        self.tally.as_ref().map(|_| words.map(|field| field.word().to_owned()).collect())
    }
}
