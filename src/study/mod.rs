//! The study: what was monitored, where its sheets are and how to read them, and every choice that changes a number.
//!
//! In: a folder with `study.toml` and `codebook.toml`. Out: a valid [`Study`], or every mistake in both files.
//! Never: reads coded rows, computes anything.
//! To add a setting: its key in the file of its section, its documentation in the README's list of keys.

mod agreement;
mod benchmark;
mod calendar;
mod codes;
mod columns;
mod event;
mod field;
mod files;
mod header;
mod load;
mod lookup;
mod plan;
mod pool;
mod publishing;
mod quantity;
mod report_plan;
mod severity;
mod source;
mod table_format;
mod uncertainty;
mod weighting;

pub use agreement::{AgreementPlan, CodeSheet, Layout, Level};
pub use benchmark::{Benchmark, BenchmarkKind};
pub use calendar::{Boundary, Monitored, NotRecorded, Silence, SilenceRule};
pub(crate) use codes::{CODES, PATH_ESCAPE};
pub use columns::{Block, ColumnName, LeaveOut, WideColumn};
pub use event::Event;
pub use field::{ByField, Field};
pub use files::{FilePattern, Segment};
pub use header::{Languages, OnError, Outside, Period, Window, is_language_tag};
pub use load::{Failure, load, load_in, parent_of, printed_path, read_file, read_text_file};
pub use lookup::Lookup;
pub use plan::SamplingPlan;
pub use pool::{HostileTime, OfficeHolders, Pool};
pub use publishing::{Policy, Publishing};
pub use quantity::Quantity;
pub use report_plan::{Correction, ReportPlan};
pub use severity::SeverityChange;
pub use source::{Allocation, Clock, DateOrder, Source};
pub use table_format::TableFormat;
pub use uncertainty::{Cluster, IntervalMethod, Uncertainty};
pub use weighting::Weighting;

use std::path::PathBuf;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::codebook::{Codebook, Label};
use crate::unit::Rounding;
use crate::wording::Wording;

/// A valid study: every id it names exists, every choice is made.
#[derive(Debug, Clone)]
pub struct Study {
    /// The folder's name: the study's id in keys and file names.
    pub id: String,
    /// The period that this is the study of; `None` for the whole.
    pub reported: Option<String>,
    /// Where the study lives.
    pub folder: PathBuf,
    /// The name of the codebook's file inside the folder.
    pub codebook_file: String,
    /// The name of the study's own catalogue of messages inside the folder.
    pub words_file: Option<String>,
    /// Title of the report.
    pub title: Label,
    /// Who publishes it.
    pub publisher: Label,
    /// A sentence that stands on every page and figure: "Made-up data".
    pub notice: Option<Label>,
    /// Languages of names.
    pub languages: Languages,
    /// What is said to readers, in their language.
    pub wording: Wording,
    /// What one wrong row does.
    pub on_error: OnError,
    /// The days monitored.
    pub window: Window,
    /// Severities that differ from those of the codes.
    pub severities: Vec<SeverityChange>,
    /// The clock of outlets that name none.
    pub zone: Option<Tz>,
    /// Hours that were to be monitored.
    pub monitored: Vec<Monitored>,
    /// Recordings that failed.
    pub not_recorded: Vec<NotRecorded>,
    /// Days on which nobody may campaign.
    pub silence: Vec<Silence>,
    /// Days that a trend is marked with.
    pub events: Vec<Event>,
    /// Named stretches of the window; sheets may state one instead of a date.
    pub periods: Vec<Period>,
    /// What is measured, beside the built-in airtime, area and appearances.
    pub quantities: Vec<Quantity>,
    /// The sheets and how to read them.
    pub sources: Vec<Source>,
    /// Of the sheets, only those whose path below the study's folder matches; `None` for all.
    pub part: Option<glob::Pattern>,
    /// The denominators, in the order of the file.
    pub pools: Vec<Pool>,
    /// How printed percentages are rounded.
    pub rounding: Rounding,
    /// How intervals are made.
    pub uncertainty: Uncertainty,
    /// From which base on a figure may stand alone.
    pub publishing: Publishing,
    /// How agreement between coders is measured.
    pub agreement: AgreementPlan,
    /// What a sampling plan draws.
    pub plan: SamplingPlan,
    /// Sheets of codes that are about agreement alone.
    pub code_sheets: Vec<CodeSheet>,
    /// What shares are compared with.
    pub benchmarks: Vec<Benchmark>,
    /// What the report shows.
    pub report: ReportPlan,
    /// What was corrected since the first version of the report.
    pub corrections: Vec<Correction>,
    /// Outlets, actors, genres ...
    pub codebook: Codebook,
}

impl Study {
    /// The pool with this id.
    pub fn pool(&self, id: &str) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.id == id)
    }

    /// The same study, of one period's days only.
    #[must_use]
    pub fn of_period(&self, period: &Period) -> Study {
        Study { reported: Some(period.id.clone()), ..self.of_days((period.from, period.to)) }
    }

    /// The same study, of those of these days that are in its window.
    #[must_use]
    pub fn of_days(&self, (from, to): (NaiveDate, NaiveDate)) -> Study {
        let window = Window { from: from.max(self.window.from), to: to.min(self.window.to), ..self.window };
        Study { window, ..self.clone() }
    }

    /// The clock of an outlet.
    pub fn zone_of(&self, outlet: &str) -> Option<Tz> {
        self.codebook.outlets.by_id(outlet).and_then(|outlet| outlet.own.zone).or(self.zone)
    }

    /// The hours that an outlet was to be monitored on a day.
    pub fn monitored_on(&self, outlet: &str, day: NaiveDate) -> Option<&Monitored> {
        self.monitored.iter().find(|hours| hours.holds(outlet, day))
    }

    /// The quantity with this id.
    pub fn quantity(&self, id: &str) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.id == id)
    }

    /// Title, publisher and notice in the language of the study's words.
    pub fn title(&self) -> &str {
        self.title.in_language(&self.languages.main)
    }

    /// Who publishes it, in that language.
    pub fn publisher(&self) -> &str {
        self.publisher.in_language(&self.languages.main)
    }

    /// The sentence that stands on every page and figure, in that language.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_ref().map(|notice| notice.in_language(&self.languages.main))
    }

    /// The period with this id.
    pub fn period(&self, id: &str) -> Option<&Period> {
        self.periods.iter().find(|period| period.id == id)
    }
}
