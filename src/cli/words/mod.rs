//! The words of the command line, as typed.

mod tally;
mod testing;

pub(super) use tally::{MergeWords, StoredWords, TallyVerb, TallyWords};
pub(super) use testing::{
    ClaimWords, CompareAs, CompareWords, ExplainFormat, ExplainWords, MessageWords, OpenWord, RulesWords,
    VerdictFormat, VerifyWords,
};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::chart::{Palette, Size};
use crate::report::Kind;

const EXAMPLES: &str = "\
Examples:
  evenhand check samples/kazakhstan-2012
  evenhand measure share samples/kazakhstan-2012 --pool editorial --by medium
  evenhand report samples/kazakhstan-2012

A study is a folder with study.toml, codebook.toml and the coded sheets.
Exit status: 0 done, 1 done with errors in the rows, 2 could not run.";

/// Measures how evenly media cover the parties, and shows its working.
#[derive(Debug, Parser)]
#[command(name = "evenhand", version, before_help = EXAMPLES, disable_help_subcommand = true)]
pub(super) struct Words {
    /// Show the licences of what the program carries with it
    #[arg(long)]
    pub licenses: bool,
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Propose a study for a sheet of your own
    #[command(
        before_help = "Examples:\n  evenhand init --from week1.xlsx                 the proposed study, to stdout\n  evenhand init --from week1.xlsx my-study        a new folder with study, codebook and sheet"
    )]
    Init(InitWords),
    /// Show every finding in a study and its sheets, with its place
    #[command(before_help = "Examples:\n  evenhand check samples/kazakhstan-2012\n  evenhand check . --format json")]
    Check(CheckWords),
    /// Print one table
    #[command(
        before_help = "Examples:\n  evenhand measure share samples/kazakhstan-2012 --by medium\n  evenhand measure share . --pool editorial --by outlet --where medium=print --format csv\n  evenhand measure tone . --where actor=nur-otan\n  evenhand measure lead . --by outlet"
    )]
    Measure(MeasureWords),
    /// Store the sums of a study in one file, from which figures are made without the sheets
    #[command(
        before_help = "Examples:\n  evenhand tally samples/four-weeks -o weeks.parquet\n  evenhand measure share samples/four-weeks --tally weeks.parquet --by outlet\n  evenhand tally . --part 'data/2012-01-*' -o january.parquet\n  evenhand tally merge january.parquet february.parquet -o both.parquet\n  evenhand tally archive --engine sc://spark.example:15002 --data s3a://bucket/archive --without coder -o archive.parquet"
    )]
    Tally(TallyWords),
    /// Show how alike coders code, what each does, and what to settle first
    #[command(
        before_help = "Examples:\n  evenhand agree samples/kazakhstan-2012\n  evenhand agree . --worklist settle.csv"
    )]
    Agree(AgreeWords),
    /// Draw one figure: PNG at 300 dpi, SVG, CSV and alternative text
    #[command(
        before_help = "Examples:\n  evenhand chart share samples/kazakhstan-2012 --pool editorial --where medium=print --out charts\n  evenhand chart panels . --where medium=television --palette print\n  evenhand chart share-tone . --actor nur-otan\n  evenhand chart waffle . --where medium=print --size 1200x675"
    )]
    Chart(ChartWords),
    /// Write the report of a study into one folder
    #[command(
        before_help = "Examples:\n  evenhand report samples/kazakhstan-2012\n  evenhand report samples/four-weeks --period week-2\n  evenhand report samples/four-weeks --all-periods\n  evenhand report samples/kazakhstan-2012 --lang ru"
    )]
    Report(ReportWords),
    /// Plan what to monitor and what to code twice, from the sheets so far
    #[command(
        before_help = "Examples:\n  evenhand plan double samples/kazakhstan-2012\n  evenhand plan size samples/kazakhstan-2012\n  evenhand plan sheet . --out coding.xlsx\n\nHow much is drawn stands in `[plan]` of study.toml: weeks, bulletins, within, double, seed."
    )]
    Plan(PlanWords),
    /// Hold published statements against the data
    #[command(
        before_help = "Examples:\n  evenhand claim samples/kazakhstan-2012\n  evenhand claim samples/kazakhstan-2012 --say \"print space, Nur Otan, 52 %, 2011-11-30..2011-12-10, editorial\"\n  evenhand claim . --file published.csv --format json\n\nExit status: 1 where any claim is not supported."
    )]
    Claim(ClaimWords),
    /// Hold dated, cited rules against the data: kept, broken with what is owed, or cannot tell
    #[command(
        before_help = "Examples:\n  evenhand rules samples/four-weeks\n  evenhand rules . --file equal-time.toml --format json\n\nExit status: 1 where any rule is broken."
    )]
    Rules(RulesWords),
    /// Hold two sides against each other: releases, monitors, periods, cumulative statements, declared totals and a recount
    #[command(
        before_help = "Examples:\n  evenhand compare release-1 release-2                 two releases of a study: which rows changed, and what that does\n  evenhand compare ours theirs --as monitors           two monitors of the same material\n  evenhand compare samples/four-weeks:week-1 samples/four-weeks:week-2\n  evenhand compare .:to-march .:to-april --as cumulative\n  evenhand compare declared recounted --as recount\n\nExit status: 1 where releases or monitors differ, a cumulative sum shrank, or a recount contradicts a declared total."
    )]
    Compare(CompareWords),
    /// Verify a report against its data, a figure against its report, or a printed table against itself
    #[command(
        before_help = "Examples:\n  evenhand verify reports/kazakhstan-2012\n  evenhand verify reports/kazakhstan-2012/charts/fig11_share_editorial_print_20111130-20111210_en_170mm.png\n  evenhand verify published.csv\n\nExit status: 1 where anything is not as it says."
    )]
    Verify(VerifyWords),
    /// Print the messages of a language, for whoever translates or rewords them
    #[command(
        before_help = "Examples:\n  evenhand words ru\n  evenhand words fr > my-study/words.ftl     English, to be translated\n\nA study names its own catalogue as `words = \"words.ftl\"` in study.toml."
    )]
    Words(MessageWords),
    /// Show a figure down to its coded rows, or the page of a finding's code
    #[command(
        before_help = "Examples:\n  evenhand explain share/editorial/area/medium=print/nur-otan samples/kazakhstan-2012\n  evenhand explain lead/editorial/area/medium=print/nur-otan/ak-zhol samples/kazakhstan-2012 --open denominator --format csv\n  evenhand explain E501\n\nKeys of figures are the column `key` of every CSV and `measure ... --format csv`."
    )]
    Explain(ExplainWords),
}

#[derive(Debug, Args)]
pub(super) struct StudyWords {
    /// The study's folder
    #[arg(default_value = ".")]
    pub study: PathBuf,
    /// Show every place of every finding, not the first five of each code
    #[arg(long)]
    pub all: bool,
    /// Language of names, words, numbers and dates; without it, `language` of study.toml
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub lang: Option<String>,
}

/// What else is asked of a verb that writes files.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct CleanWords {
    /// Remove what a killed run left where this one writes
    #[arg(long)]
    pub clean: bool,
}

/// A language tag, which becomes part of file names.
fn language_tag(text: &str) -> Result<String, String> {
    if crate::study::is_language_tag(text) {
        Ok(text.to_owned())
    } else {
        Err("expected a language tag such as `ru` or `pt-BR`".to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// Grouped by code, for people
    Human,
    /// One line a finding, for editors and grep
    Short,
    /// For machines
    Json,
}

#[derive(Debug, Args)]
pub(super) struct InitWords {
    /// The new study's folder; without it, the proposed study goes to stdout
    pub folder: Option<PathBuf>,
    /// A sheet: delimited text, .xlsx, .xlsb, .xls, .ods or .parquet
    #[arg(long, value_name = "FILE")]
    pub from: PathBuf,
    #[command(flatten)]
    pub clean: CleanWords,
}

#[derive(Debug, Args)]
pub(super) struct CheckWords {
    /// Write the rejected rows to this file as CSV: code, place, and the line as it stands
    #[arg(long, value_name = "FILE")]
    pub rejected: Option<PathBuf>,
    #[command(flatten)]
    pub clean: CleanWords,
    #[command(flatten)]
    pub study: StudyWords,
    /// How findings are shown; `short` and `json` go to stdout
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Measure {
    /// Shares of airtime, space or items
    Share,
    /// Negative, neutral and positive coverage of each actor, its balance and mean
    Tone,
    /// How much of each actor's coverage is the actor's own words
    Voice,
    /// Shares of each day, week or period, their changes, and the cumulative share
    Trend,
    /// Shares less each benchmark of the study, in points
    Gap,
    /// How few actors hold the coverage: HHI, effective number, entropy, Gini
    Concentration,
    /// Front page, prime time, place in the bulletin
    Prominence,
    /// One share under every pool and weighting of the study
    Pools,
    /// How far one actor is ahead of another
    Lead,
    /// What was planned, recorded, lost and coded
    Coverage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// Aligned, for people
    Table,
    /// Tidy, for machines
    Csv,
    /// For machines
    Json,
    /// Markdown
    Md,
}

#[derive(Debug, Args)]
pub(super) struct SelectionWords {
    /// The denominator; without it, the pool of the study's report
    #[arg(long, value_name = "ID")]
    pub pool: Option<String>,
    /// Narrow to values of a dimension; may be given several times
    #[arg(long = "where", value_name = "DIMENSION=VALUE,...")]
    pub conditions: Vec<String>,
    /// Only days that were recorded whole at every outlet of the pool
    #[arg(long)]
    pub common_days: bool,
}

impl SelectionWords {
    /// The dimensions that are narrowed to, as words.
    pub(super) fn narrowed(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().filter_map(|text| text.split('=').next()).map(str::trim)
    }
}

#[derive(Debug, Args)]
pub(super) struct MeasureWords {
    /// What to measure
    #[arg(value_enum)]
    pub what: Measure,
    #[command(flatten)]
    pub study: StudyWords,
    #[command(flatten)]
    pub stored: StoredWords,
    #[command(flatten)]
    pub selection: SelectionWords,
    /// Break down by: outlet, medium, ownership, actor, group, programme, genre, daypart, page, position, day, week, period,
    /// capacity, voice, tone, coder
    #[arg(long, value_delimiter = ',', value_name = "DIMENSION,...")]
    pub by: Vec<String>,
    /// How the table is printed
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
}

#[derive(Debug, Args)]
pub(super) struct AgreeWords {
    #[command(flatten)]
    pub study: StudyWords,
    /// Show every pair of coders too; CSV and JSON always hold them
    #[arg(long)]
    pub pairs: bool,
    /// Write the disagreements to this file as CSV, those that move a published figure most first
    #[arg(long, value_name = "FILE")]
    pub worklist: Option<PathBuf>,
    #[command(flatten)]
    pub clean: CleanWords,
    /// How the tables are printed
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ChartKind {
    /// Ranked bars of the shares of one group
    Share,
    /// Bars of one hundred per cent, one for each outlet of a medium
    Stack,
    /// A row for each outlet, a column for each actor
    Matrix,
    /// Negative, neutral and positive coverage of each actor
    Tone,
    /// Own words and being talked about, of each actor
    Voice,
    /// Shares beside a benchmark, with their difference
    Benchmark,
    /// The same bars for each outlet of a medium, side by side
    Panels,
    /// Shares over time, with events and what each day rests on; dots of weeks for less than 14 days
    Timeline,
    /// For one actor, share and balance of tone of each outlet
    ShareTone,
    /// One hundred squares, a percentage point each
    Waffle,
    /// A pie of at most five slices
    Pie,
    /// Bars of one hundred per cent, one for each part of the broadcast day
    Bands,
    /// What became of every day of every outlet
    Calendar,
    /// Krippendorff's alpha of each variable
    Agreement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SizeWord {
    /// One column
    #[value(name = "85mm")]
    Single,
    /// Both columns
    #[value(name = "170mm")]
    Double,
    /// For social posts, in pixels
    #[value(name = "1200x675")]
    Social,
}

impl SizeWord {
    pub(super) fn size(self) -> Size {
        match self {
            SizeWord::Single => Size::Single,
            SizeWord::Double => Size::Double,
            SizeWord::Social => Size::Social,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PaletteWord {
    /// Told apart by those who see fewer colours too
    Colour,
    /// The same in grey, every contrast kept
    Grey,
    /// Black, tints and patterns, for a photocopier
    Print,
}

impl PaletteWord {
    pub(super) fn palette(self) -> Palette {
        match self {
            PaletteWord::Colour => Palette::Colour,
            PaletteWord::Grey => Palette::Grey,
            PaletteWord::Print => Palette::Print,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct ChartWords {
    /// Which chart
    #[arg(value_enum)]
    pub kind: ChartKind,
    #[command(flatten)]
    pub study: StudyWords,
    #[command(flatten)]
    pub stored: StoredWords,
    #[command(flatten)]
    pub selection: SelectionWords,
    /// What `chart benchmark` holds shares against; without it, the first that is not an equal share
    #[arg(long, value_name = "ID")]
    pub benchmark: Option<String>,
    /// Whom `chart share-tone` is about; without it, the actor that the study's report looks at
    #[arg(long, value_name = "ID")]
    pub actor: Option<String>,
    /// How large it is
    #[arg(long, value_enum, default_value_t = SizeWord::Double)]
    pub size: SizeWord,
    /// In which colours
    #[arg(long, value_enum, default_value_t = PaletteWord::Colour)]
    pub palette: PaletteWord,
    /// Folder for the four files; files of the same name are replaced
    #[arg(long, value_name = "DIR", default_value = "charts")]
    pub out: PathBuf,
    #[command(flatten)]
    pub clean: CleanWords,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Plan {
    /// Days of constructed weeks for each outlet, and bulletins at random
    Days,
    /// Outlet-days needed for an interval as narrow as wanted
    Size,
    /// Items to code twice, the same part of every outlet and coder
    Double,
    /// A coding sheet with the codebook's drop-down lists, as XLSX
    Sheet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PlanFormat {
    /// Aligned, for people
    Table,
    /// For spreadsheets
    Csv,
    /// Markdown
    Md,
}

#[derive(Debug, Args)]
pub(super) struct PlanWords {
    /// What to plan
    #[arg(value_enum)]
    pub what: Plan,
    #[command(flatten)]
    pub study: StudyWords,
    /// Write to this file instead of stdout
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub clean: CleanWords,
    /// How the table is printed
    #[arg(long, value_enum, default_value_t = PlanFormat::Table)]
    pub format: PlanFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum KindWord {
    /// Key findings, what was monitored, the overview
    Preliminary,
    /// One period, beside it the one before and the shares so far
    #[value(alias = "weekly")]
    Interim,
    /// Everything
    Final,
    /// Tables only, for a regulator
    Audit,
}

impl KindWord {
    pub(super) fn kind(self) -> Kind {
        match self {
            KindWord::Preliminary => Kind::Preliminary,
            KindWord::Interim => Kind::Interim,
            KindWord::Final => Kind::Final,
            KindWord::Audit => Kind::Audit,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct ReportWords {
    #[command(flatten)]
    pub study: StudyWords,
    #[command(flatten)]
    pub stored: StoredWords,
    /// Which kind; without it, `interim` for a period and `final` for the whole
    #[arg(long, value_enum)]
    pub kind: Option<KindWord>,
    /// Report on one `[[period]]` of the study
    #[arg(long, value_name = "ID")]
    pub period: Option<String>,
    /// Report on the whole, and on every period into a folder beside it
    #[arg(long, conflicts_with = "period")]
    pub all_periods: bool,
    /// Folder of the report; without it, reports/<study> below the current folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// In which colours figures are drawn
    #[arg(long, value_enum, default_value_t = PaletteWord::Colour)]
    pub palette: PaletteWord,
    /// Replace a report whose files were changed by hand
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub clean: CleanWords,
}
