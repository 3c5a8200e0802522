//! From a folder's name to a study and, where every row is sound, its tally.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

use super::exit::Exit;
use super::print;
use super::words::{SelectionWords, StudyWords};
use crate::agreement::{Agreement, Codings, Reliability, overall, variables};
use crate::audit::{Record, TallyRecord};
use crate::check::{RowCounts, SECOND_CODING};
use crate::diagnostic::{Checked, Diagnostic};
use crate::ingest::{InputFile, Stamps, fill_excerpts, find_files};
use crate::measure::{Condition, Dimension, MeasureRequest, UnknownWord};
use crate::study::{Cluster, Field, HostileTime, OfficeHolders, OnError, Policy, Pool, Study, load_in};
use crate::tally::Tally;

/// A study that was read and inspected.
pub(super) struct Loaded {
    pub study: Study,
    pub tally: Tally,
    pub codings: Codings,
    pub agreement: Agreement,
    pub reliability: Reliability,
    pub counts: RowCounts,
    pub findings: Vec<Diagnostic>,
    /// The sums that stand for the sheets.
    pub stored: Option<Stored>,
    /// The files as they were before the first of them was read.
    stamps: Stamps,
}

/// A file of sums.
pub(super) struct Stored {
    pub path: PathBuf,
    /// Are there sheets of the study that it does not hold?
    pub is_part: bool,
}

/// A study whose figures may be published, or the status to end with; findings are then shown.
///
/// Errors: a folder without a study, an unreadable file.
pub(super) fn publishable(words: &StudyWords) -> Result<Result<Loaded, Exit>> {
    publishable_from(words, None, None)
}

/// The same for one table that asks for these dimensions only, from the sheets or from the sums that were stored of them.
pub(super) fn publishable_from(
    words: &StudyWords,
    stored: Option<&Path>,
    asked: Option<&[String]>,
) -> Result<Result<Loaded, Exit>> {
    let (study, findings) = match declared(words)? {
        Ok(declared) => declared,
        Err(exit) => return Ok(Err(exit)),
    };
    if words.lang.is_some() {
        // Who asks for a language is told here that there is none; `check` and `report` say every finding.
        let unspoken: Vec<Diagnostic> = findings.iter().filter(|found| found.code.id == "W742").cloned().collect();
        print::findings(&unspoken, words.all);
    }
    let stamps = Stamps::of(&study);
    let (tally, counts, codings, of_rows, stored) = match stored {
        None => {
            let checked = crate::run_with_codings(&study, &dropped(&study, asked));
            let (tally, counts, codings) = checked.product;
            (tally, counts, codings, checked.findings, None)
        }
        Some(path) => {
            let (tally, counts, stored) = stored_tally(&study, path, asked)?;
            (tally, counts, Codings::default(), Vec::new(), Some(stored))
        }
    };
    let findings = [findings, of_rows].concat();
    if !is_publishable(&study, &findings) {
        return Ok(Err(refuse_unpublishable(&study, findings, &counts, words.all, "no figure was made")));
    }
    let agreement = overall(&variables(&codings, &study), &study);
    let reliability = agreement.known();
    Ok(Ok(Loaded { study, tally, codings, agreement, reliability, counts, findings, stored, stamps }))
}

/// A study as it is declared, with what was found in that; or the status to end with, what was found being shown.
///
/// Errors: a folder without a study, an unreadable file.
pub(super) fn declared(words: &StudyWords) -> Result<Result<(Study, Vec<Diagnostic>), Exit>> {
    let Checked { product, findings } = load_in(&words.study, words.lang.as_deref())?;
    let Some(study) = product else {
        print::findings(&findings, words.all);
        print::summary(&findings, None);
        return Ok(Err(Exit::of(&findings)));
    };
    Ok(Ok((study, findings)))
}

/// May figures rest on rows of which this was found?
pub(super) fn is_publishable(study: &Study, findings: &[Diagnostic]) -> bool {
    let is_only_rows = findings.iter().filter(|finding| finding.is_error()).all(|finding| finding.is_of_row);
    Exit::of(findings) == Exit::Done || (study.on_error == OnError::Reject && is_only_rows)
}

/// Says why there is none of what was asked for, and gives the status to end with.
pub(super) fn refuse_unpublishable(
    study: &Study,
    mut findings: Vec<Diagnostic>,
    counts: &RowCounts,
    all: bool,
    what: &str,
) -> Exit {
    fill_excerpts(study, &mut findings, if all { usize::MAX } else { print::SHOWN });
    print::findings(&findings, all);
    print::summary(&findings, Some(counts));
    print::say(&format!("{what}: mend the errors above\n"));
    Exit::of(&findings)
}

/// Sums that were stored, and what became of their rows. What is asked for must be told apart in them; everything, where
/// nothing is named.
fn stored_tally(study: &Study, path: &Path, asked: Option<&[String]>) -> Result<(Tally, RowCounts, Stored)> {
    let (tally, about) = Tally::load(path)?;
    let of = || format!("`{}`", path.display());
    let record = TallyRecord::read(&about).with_context(of)?;
    record.hold_against(study)?.with_context(of)?;
    let is_needed = |word: &&String| asked.is_none_or(|asked| asked.contains(word));
    if let Some(word) = record.without.iter().find(is_needed) {
        bail!("{} was made without `{word}`, which is asked for here: make it again with that", of());
    }
    let is_in_it = |file: &InputFile| record.sheets.iter().any(|sheet| sheet.path == file.relative);
    let is_of_sheets = record.sheets.iter().all(|sheet| sheet.sha256.is_some());
    let others: Vec<String> = find_files(study)
        .0
        .iter()
        .filter(|file| is_of_sheets && !is_in_it(file))
        .map(|file| format!("`{}`", file.relative))
        .collect();
    if !others.is_empty() {
        let more = if others.len() > 3 { format!(" and {} more", others.len() - 3) } else { String::new() };
        let named = others.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
        print::say(&format!("not in {}: {named}{more}\n", of()));
    }
    if record.out_of_scope.contains_key(SECOND_CODING.id) {
        let why = "how alike coders code stands in the sheets, not in stored sums";
        ensure!(
            study.publishing.policy != Policy::Withhold,
            "{why}, and `policy = \"withhold\"` asks for it: leave out --tally"
        );
        print::say(&format!("{why}: it is judged by no figure here\n"));
    }
    if !record.not_looked_for.is_empty() {
        print::say(&format!("{} was made without looking for {}\n", of(), record.not_looked_for.join(", ")));
    }
    let stored = Stored { path: path.to_owned(), is_part: !others.is_empty() };
    Ok((tally, record.counts().with_context(of)?, stored))
}

/// What sums may leave together, where nobody asks for it.
pub(super) const MAY_GO: [Field; 9] = [
    Field::Programme,
    Field::Daypart,
    Field::Genre,
    Field::Page,
    Field::Position,
    Field::Capacity,
    Field::Voice,
    Field::Tone,
    Field::Coder,
];

/// Who needs a field, whatever is asked: a pool, or something else of the study.
pub(super) fn needing(study: &Study, field: Field) -> Option<String> {
    let pool = study.pools.iter().find(|pool| match field {
        Field::Capacity => !pool.capacities.is_empty() || pool.office_holders == OfficeHolders::ByCapacity,
        Field::Tone => pool.hostile_time == HostileTime::LeaveOut,
        Field::Genre => !pool.genres.is_empty(),
        Field::Daypart => !pool.dayparts.is_empty(),
        _ => false,
    });
    let other = match field {
        // Statements of dayparts may overlap, which only their dayparts tell.
        Field::Daypart if !study.periods.is_empty() => Some("a study with statements of periods"),
        Field::Programme if study.uncertainty.cluster == Cluster::Programme => Some("the way intervals are made"),
        _ => None,
    };
    pool.map(|pool| format!("pool `{}`", pool.id)).or_else(|| other.map(str::to_owned))
}

/// What one table need not tell apart: what neither it nor a pool of the study asks for.
fn dropped(study: &Study, asked: Option<&[String]>) -> Vec<Field> {
    let Some(asked) = asked else { return Vec::new() };
    let is_asked = |field: &Field| asked.iter().any(|word| word == field.word());
    // Every interval asks for programmes: a design effect says how much more days vary than what is within them.
    let may_go = MAY_GO.into_iter().filter(|field| *field != Field::Programme);
    may_go.filter(|field| !is_asked(field) && needing(study, *field).is_none()).collect()
}

impl Loaded {
    /// What figures are made from.
    ///
    /// Errors: a file that can no longer be read, or is another by now.
    pub(super) fn record(&self) -> Result<Record> {
        let record = Record::of(
            &self.study,
            &self.counts,
            &self.findings,
            self.stored.as_ref().map(|stored| stored.path.as_path()),
        )?;
        self.confirm()?;
        Ok(record)
    }

    /// Nothing that was read is another by now: to be asked before anything is printed that took another look at the rows.
    ///
    /// Errors: E713, with the file.
    pub(super) fn confirm(&self) -> Result<()> {
        Ok(self.stamps.confirm(&self.study)?)
    }

    /// The status to end with: figures were made, and rows may have been rejected.
    pub(super) fn exit(&self) -> Exit {
        // Of stored sums the findings are not known, and what they did is.
        let has_errors = self.stored.is_some() && self.counts.n_rejected() > 0;
        if has_errors { Exit::Findings } else { Exit::of(&self.findings) }
    }

    /// Finds the lines that findings point at, for whoever shows them.
    pub(super) fn with_lines(mut self) -> Loaded {
        fill_excerpts(&self.study, &mut self.findings, usize::MAX);
        self
    }

    /// The study and the sums of one period's days, or of all.
    ///
    /// Errors: [`UnknownWord`] with the nearest.
    pub(super) fn within(&self, period: Option<&str>) -> Result<(Study, Tally), UnknownWord> {
        let Some(id) = period else { return Ok((self.study.clone(), self.tally.clone())) };
        let ids: Vec<&str> = self.study.periods.iter().map(|period| period.id.as_str()).collect();
        let period = self.study.period(id).ok_or_else(|| UnknownWord::among("period", id, &ids))?;
        let study = self.study.of_period(period);
        let tally = self.tally.within((study.window.from, study.window.to), &period.id);
        Ok((study, tally))
    }

    /// Says how many rows no figure rests on because they were rejected.
    pub(super) fn say_rejected(&self) {
        let n_rejected = self.counts.n_rejected();
        if n_rejected > 0 {
            print::say(&format!("{n_rejected} of {} rows were rejected and are in no figure\n", self.counts.read));
        }
    }

    /// What was asked for, broken down by some dimensions.
    ///
    /// Errors: [`UnknownWord`] with the nearest.
    pub(super) fn request(
        &self,
        words: &SelectionWords,
        by: Vec<Dimension>,
    ) -> Result<MeasureRequest<'_>, UnknownWord> {
        let (pool, conditions) = self.selection(words)?;
        Ok(MeasureRequest {
            pool,
            by,
            conditions,
            common_days: words.common_days,
            reliability: Some(&self.reliability),
        })
    }

    /// The pool and conditions that were asked for.
    ///
    /// Errors: [`UnknownWord`] with the nearest.
    fn selection(&self, words: &SelectionWords) -> Result<(&Pool, Vec<Condition>), UnknownWord> {
        let id = words.pool.as_deref().unwrap_or(&self.study.report.pool);
        let ids: Vec<&str> = self.study.pools.iter().map(|pool| pool.id.as_str()).collect();
        let pool = self.study.pool(id).ok_or_else(|| UnknownWord::among("pool", id, &ids))?;
        let conditions = words.conditions.iter().map(|text| Condition::parse(text, &self.study));
        Ok((pool, conditions.collect::<Result<_, _>>()?))
    }
}
