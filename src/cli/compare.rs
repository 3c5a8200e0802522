//! `evenhand compare`: two sides against each other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};

use super::exit::Exit;
use super::load::{Loaded, publishable};
use super::tables::aligned;
use super::words::{CompareAs, CompareWords, ExplainFormat, StudyWords};
use super::{place, print};
use crate::audit::{
    Class, Delta, Names, Pairing, ShareEffect, Side, cells, increments, share_effects, shrunk, sums_of_differing,
};
use crate::measure::{Condition, Dimension, MeasureRequest, Scope, UnknownWord, recount};
use crate::study::{Pool, Study};
use crate::table::{
    Compared, Outcome, compared_json, differing_csv, effect_table, flat_csv, increment_table, outcome_text,
    recount_json, recount_table,
};
use crate::tally::{SumRow, Tally};

/// A side as it is named: a study's folder, and the period that is meant.
struct Named {
    folder: PathBuf,
    period: Option<String>,
}

impl Named {
    /// `FOLDER`, `FOLDER:PERIOD`, or a period of the study here.
    fn read(text: &str) -> Named {
        if Path::new(text).join("study.toml").is_file() {
            return Named { folder: PathBuf::from(text), period: None };
        }
        match text.rsplit_once(':') {
            Some((folder, period)) => Named { folder: PathBuf::from(folder), period: Some(period.to_owned()) },
            None if Path::new("study.toml").is_file() && !Path::new(text).exists() => {
                Named { folder: PathBuf::from("."), period: Some(text.to_owned()) }
            }
            None => Named { folder: PathBuf::from(text), period: None },
        }
    }
}

/// A side that was read.
struct Read {
    loaded: Loaded,
    /// The sums of the side's days.
    tally: Tally,
    name: String,
    /// Id of the period that is meant.
    period: Option<String>,
}

impl Read {
    /// Sums whose statements have lost the name of their period, where one was named: it is what the sides differ in.
    fn sums_of_cells(&self) -> Result<Vec<SumRow>> {
        let mut sums = self.tally.sum_rows()?;
        if self.period.is_some() {
            sums.iter_mut().for_each(SumRow::forget_period);
        }
        Ok(sums)
    }
}

pub(super) fn run(words: &CompareWords) -> Result<Exit> {
    place::optional(words.rows.as_deref(), "--rows", words.clean)?;
    let named = [Named::read(&words.left), Named::read(&words.right)];
    let mut sides = Vec::new();
    for (side, text) in named.iter().zip([&words.left, &words.right]) {
        let of = StudyWords { study: side.folder.clone(), all: words.all, lang: None };
        // Nothing was compared: what stands against one side is no difference.
        let Ok(loaded) = publishable(&of)? else { return Ok(Exit::CouldNotRun) };
        ensure!(
            side.period.is_none() || !loaded.study.periods.is_empty(),
            "`{}` declares no [[period]]",
            side.folder.display()
        );
        let (narrowed, tally) = loaded.within(side.period.as_deref())?;
        let window = narrowed.window;
        let name = format!("{text} ({}, {} to {})", loaded.study.title(), window.from, window.to);
        sides.push(Read { loaded, tally, name, period: side.period.clone() });
    }
    let [left, right] =
        <[Read; 2]>::try_from(sides).unwrap_or_else(|_| unreachable!("invariant: two sides were named"));
    let how = words.how.unwrap_or_else(|| usual(&named, &left, &right));
    let has_period = named.iter().any(|side| side.period.is_some());
    ensure!(
        !has_period || !matches!(how, CompareAs::Releases | CompareAs::Monitors),
        "rows of a period are compared as `--as periods` or `--as cumulative`; name whole studies to match their rows"
    );
    let asks_period = words.by.iter().chain(&words.conditions).any(|word| word.split('=').next() == Some("period"));
    ensure!(!has_period || !asks_period, "the periods are the sides: leave `period` out of --by and --where");
    ensure!(
        words.within.is_none() || how == CompareAs::Monitors,
        "--within says how far apart two monitors may see one start: give `--as monitors`"
    );
    Comparison::new(words, how, left, right)?.run(words)
}

/// What is compared when nobody says how.
fn usual(named: &[Named; 2], left: &Read, right: &Read) -> CompareAs {
    if named.iter().any(|side| side.period.is_some()) {
        CompareAs::Periods
    } else if left.loaded.study.title() == right.loaded.study.title() {
        CompareAs::Releases
    } else {
        CompareAs::Monitors
    }
}

/// Two sides with what is asked of both.
struct Comparison {
    how: CompareAs,
    left: Read,
    right: Read,
    names: Names,
    by: Vec<Dimension>,
    pool: String,
    conditions: Vec<String>,
    /// The conditions in the left study's words.
    scope: Scope,
}

impl Comparison {
    fn new(words: &CompareWords, how: CompareAs, left: Read, right: Read) -> Result<Self> {
        let mut by: Vec<Dimension> = Vec::new();
        for word in &words.by {
            by.push(Dimension::parse(word)?);
        }
        let pool = words.pool.clone().unwrap_or_else(|| left.loaded.study.report.pool.clone());
        let names = Names::of(&left.loaded.study, &right.loaded.study);
        if let Some((kind, a, b)) = names.merged.first() {
            bail!(
                "`{a}` and `{b}` of the right codebook are one {kind} on the left: enter both there, or make them one here"
            );
        }
        let used: BTreeSet<String> = right.tally.sum_rows()?.into_iter().flat_map(|row| row.keys).collect();
        let mut strangers =
            names.unknown.iter().filter(|(kind, id)| ["actor", "outlet"].contains(kind) && used.contains(id));
        if let Some((kind, id)) = strangers.next() {
            bail!(
                "the left codebook knows no {kind} `{id}` of the right side: give the {kind} that is meant there its name as one of \
                 `aliases`, or enter it"
            );
        }
        let conditions = words.conditions.iter().map(|text| Condition::parse(text, &left.loaded.study));
        let scope = Scope { conditions: conditions.collect::<Result<_, _>>()?, common_days: false };
        Ok(Comparison { how, left, right, names, by, pool, conditions: words.conditions.clone(), scope })
    }

    fn compared(&self) -> Compared<'_> {
        let (how, meaning) = match self.how {
            CompareAs::Releases => ("releases", "rows matched by what both sides have of item, start and place"),
            CompareAs::Monitors => {
                ("monitors", "rows matched by outlet, day, actor and start; ids are each side's own")
            }
            CompareAs::Periods => ("periods", "sums of outlet, genre and actor"),
            CompareAs::Cumulative => ("cumulative", "the right statement holds the left one"),
            CompareAs::Recount => ("recount", "left declared, right recounted"),
        };
        let by =
            MeasureRequest::new(self.pool_of(&self.left.loaded.study).expect("invariant: asked for before"), &self.by);
        Compared {
            study: &self.left.loaded.study,
            sides: [self.left.name.clone(), self.right.name.clone()],
            how,
            meaning,
            by: by.dimensions(),
            unknown: self.names.unknown.clone(),
            pool: self.pool.clone(),
            scope: self.scope.clone(),
            period: self.left.period.clone(),
            conditions: self.conditions.clone(),
        }
    }

    fn pool_of<'s>(&self, study: &'s Study) -> Result<&'s Pool, UnknownWord> {
        let ids: Vec<&str> = study.pools.iter().map(|pool| pool.id.as_str()).collect();
        study.pool(&self.pool).ok_or_else(|| UnknownWord::among("pool", &self.pool, &ids))
    }

    /// What is asked of one study.
    fn request<'s>(&self, words: &CompareWords, study: &'s Study) -> Result<MeasureRequest<'s>> {
        let mut request = MeasureRequest::new(self.pool_of(study)?, &self.by);
        for text in &words.conditions {
            request.conditions.push(Condition::parse(text, study)?);
        }
        Ok(request)
    }

    fn run(&self, words: &CompareWords) -> Result<Exit> {
        ensure!(
            words.rows.is_none() || matches!(self.how, CompareAs::Releases | CompareAs::Monitors),
            "--rows writes rows that differ, of `--as releases` and `--as monitors`"
        );
        match self.how {
            CompareAs::Releases => self.of_rows(words, Pairing::Releases),
            CompareAs::Monitors => {
                self.of_rows(words, Pairing::Monitors(i32::from(words.within.unwrap_or(60)) * 1_000))
            }
            CompareAs::Periods | CompareAs::Cumulative => self.of_cells(words),
            CompareAs::Recount => self.of_recount(words),
        }
    }

    fn of_rows(&self, words: &CompareWords, pairing: Pairing) -> Result<Exit> {
        let (left, right) = (&self.left.loaded.study, &self.right.loaded.study);
        place::beside(words.rows.as_deref(), left)?;
        place::beside(words.rows.as_deref(), right)?;
        let differing = crate::differing_rows(left, right, &self.names, pairing);
        self.left.loaded.confirm()?;
        self.right.loaded.confirm()?;
        let effects = self.effects(words, (&self.left.tally, &self.right.tally), &sums_of_differing(&differing))?;
        if let Some(path) = &words.rows {
            place::write(path, &differing_csv(left, &differing))?;
        }
        self.say(words, &Outcome::Rows(&differing), &effects)?;
        let is_same =
            differing.is_none() && effects.iter().all(|e| e.difference().is_some_and(|share| share.is_zero()));
        Ok(if is_same { Exit::Done } else { Exit::Findings })
    }

    fn of_cells(&self, words: &CompareWords) -> Result<Exit> {
        let left = self.left.sums_of_cells()?;
        let right = self.names.of_sums(self.right.sums_of_cells()?);
        let found = cells(&left, &right);
        let tallies = (&Tally::of_sums(&left), &Tally::of_sums(&right));
        if self.how == CompareAs::Periods {
            let effects = self.effects(words, tallies, &found.deltas)?;
            self.say(words, &Outcome::Cells(&found.cells), &effects)?;
            return Ok(Exit::Done);
        }
        let effects = self.effects(words, tallies, &[])?;
        let compared = self.compared();
        let increments = increments(&effects);
        let outcome = Outcome::Cumulative(&found.cells);
        let json = || compared_json(&compared, Some(&outcome), &[], &increments);
        print::product(&match words.format {
            ExplainFormat::Human => {
                let table = aligned(&increment_table(&compared, &increments, words.all));
                format!("{}\n{table}", outcome_text(&compared, &outcome, words.all))
            }
            ExplainFormat::Csv => flat_csv(&json()["increments"]),
            ExplainFormat::Json => format!("{:#}\n", json()),
        })?;
        Ok(if shrunk(&found.cells).is_empty() { Exit::Done } else { Exit::Findings })
    }

    fn of_recount(&self, words: &CompareWords) -> Result<Exit> {
        let study = &self.left.loaded.study;
        let request = self.request(words, study)?;
        let recounted = Tally::of_sums(&self.names.of_sums(self.right.tally.sum_rows()?));
        let found = recount(&self.left.tally, &recounted, study, &request)?;
        if found.n_common == 0 {
            bail!(
                "no outlet-day of the right side was declared on the left: do outlets and days mean the same on both?"
            );
        }
        let compared = self.compared();
        print::product(&match words.format {
            ExplainFormat::Human => format!("{}\n", compared.heads()) + &aligned(&recount_table(&compared, &found)),
            ExplainFormat::Csv => flat_csv(&recount_json(&compared, &found)["totals"]),
            ExplainFormat::Json => format!("{:#}\n", recount_json(&compared, &found)),
        })?;
        Ok(if found.rows.iter().any(|row| row.is_contradicted()) { Exit::Findings } else { Exit::Done })
    }

    /// The effects of each class. Sides of one study have one definition of every share.
    fn effects(&self, words: &CompareWords, tallies: (&Tally, &Tally), deltas: &[Delta]) -> Result<Vec<ShareEffect>> {
        let (left, right) = (&self.left.loaded.study, &self.right.loaded.study);
        let (of_left, of_right) = (self.request(words, left)?, self.request(words, right)?);
        let left = Side { study: left, tally: tallies.0, request: &of_left };
        let right = Side { study: right, tally: tallies.1, request: &of_right };
        let mut effects = share_effects(left, right, deltas, &self.names)?;
        let is_zero = |effect: &ShareEffect| {
            let last = effect.effects.iter().find(|(class, _)| *class == Class::Definitions);
            last.is_none_or(|(_, share)| share.as_ref().is_none_or(crate::unit::Share::is_zero))
        };
        if effects.iter().all(is_zero) {
            effects.iter_mut().for_each(|effect| effect.effects.retain(|(class, _)| *class != Class::Definitions));
        }
        Ok(effects)
    }

    fn say(&self, words: &CompareWords, outcome: &Outcome<'_>, effects: &[ShareEffect]) -> Result<()> {
        let compared = self.compared();
        print::product(&match words.format {
            ExplainFormat::Human => {
                let table = effect_table(&compared, effects, words.all);
                let table = table.map_or_else(|| "every share is the same\n".to_owned(), |table| aligned(&table));
                format!("{}\n{table}", outcome_text(&compared, outcome, words.all))
            }
            ExplainFormat::Csv => flat_csv(&compared_json(&compared, None, effects, &[])["shares"]),
            ExplainFormat::Json => format!("{:#}\n", compared_json(&compared, Some(outcome), effects, &[])),
        })
    }
}
