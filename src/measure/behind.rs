//! The rows behind a figure: what each coded row adds above and below the line.
//!
//! In: frames of placed rows, a key. Out: the rows that are in the figure, each with its weights, so that
//! `sum of weight * amount` gives numerator and denominator exactly; and how many rows of the same place each respect of the
//! pool leaves out. A figure that is no quotient of rows (a rank, an index, a change) names the keys it is made from.

use polars::prelude::DataFrame;

use super::figure::FigureTable;
use super::key::Key;
use super::select::{COUNTED, Failure, narrow};
use super::sums::{Part, Request, Who};
use super::way::{What, respects};
use super::{Dimension, Figure, MeasureRequest};
use crate::codebook::{ToneKind, VoiceKind};
use crate::study::{HostileTime, OfficeHolders, Pool, Study};
use crate::tally::{PlacedRow, key, placed_rows, texts};

/// A row of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BehindRow {
    /// The row with its place.
    pub row: PlacedRow,
    /// How often its amount is in the numerator: 1, 0, -1 where it is taken away, or its number on the tone scale.
    pub above: i64,
    /// Is its amount in the denominator?
    pub below: bool,
}

/// The rows of one place that a pool leaves out in one respect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// In which respect.
    pub what: What,
    /// How many.
    pub n_rows: u64,
    /// What they amount to: milliseconds, mm² or appearances.
    pub amount: i64,
}

/// What to look for.
pub struct Behind<'a> {
    study: &'a Study,
    pool: &'a Pool,
    key: &'a Key,
    /// The times a cumulative or moving figure reaches over; `None` for one of its own time alone.
    times: Option<(usize, Vec<String>)>,
}

impl<'a> Behind<'a> {
    /// `None` for a figure that is made from others.
    ///
    /// Errors: [`Failure`] for a cumulative or moving figure without a time.
    pub fn new(study: &'a Study, key: &'a Key) -> Result<Option<Behind<'a>>, Failure> {
        let pool = study.pool(key.pool_of_rows()).filter(|_| is_quotient_of_rows(&key.measure));
        let Some(pool) = pool else { return Ok(None) };
        let times = match key.measure.as_str() {
            "cumulative" | "moving" => Some(super::trend::reach_of(study, pool, &key.measure, &key.group)?),
            _ => None,
        };
        Ok(Some(Behind { study, pool, key, times }))
    }

    /// The rows of a chunk that are in the figure.
    pub fn rows(&self, frame: &DataFrame) -> Result<Vec<BehindRow>, Failure> {
        let selected = self.selected(frame, self.pool)?;
        let rows = placed_rows(&selected)?;
        let who = if self.key.is_of_groups(self.study) { Who::Group } else { Who::Actor };
        let (counted, members) = (texts(&selected, COUNTED)?, texts(&selected, who.column())?);
        let is_here = self.is_here(&selected)?;
        let weighed = rows.into_iter().enumerate().filter(|(at, _)| is_here[*at]).map(|(at, row)| {
            let (above, below) = self.weights(&row, &counted[at], &members[at]);
            BehindRow { row, above, below }
        });
        Ok(weighed.filter(|row| row.above != 0 || row.below).collect())
    }

    /// How many rows of a chunk lie in the figure's place, and what the pool leaves out of them, respect by respect.
    pub fn left_out(&self, frame: &DataFrame) -> Result<(u64, Vec<LeftOut>), Failure> {
        let mut pool = everything(self.study, self.pool);
        let mut before = self.all(frame, &pool)?;
        let n_here = before.0;
        let mut found = Vec::new();
        // Whom an office holder's rows count for is settled first: which actors are in the pool is asked of those they count for.
        let (for_whom, others): (Vec<_>, Vec<_>) = respects().partition(|(what, _)| *what == What::OfficeHolders);
        for (what, take) in for_whom.into_iter().chain(others) {
            take(&mut pool, self.pool);
            let after = self.all(frame, &pool)?;
            let (n_rows, amount) = (before.0 - after.0, before.1 - after.1);
            if n_rows > 0 {
                found.push(LeftOut { what, n_rows, amount });
            }
            before = after;
        }
        Ok((n_here, found))
    }

    /// How many rows of a pool lie in the figure's place, and what they amount to.
    fn all(&self, frame: &DataFrame, pool: &Pool) -> Result<(u64, i64), Failure> {
        let selected = self.selected(frame, pool)?;
        let is_here = self.is_here(&selected)?;
        let amounts = selected.column(key::AMOUNT)?.i64()?.iter().map(Option::unwrap_or_default);
        let here = amounts.zip(is_here).filter(|(_, is_here)| *is_here);
        Ok(here.fold((0, 0), |(n, sum), (amount, _)| (n + 1, sum + amount)))
    }

    fn selected(&self, frame: &DataFrame, pool: &Pool) -> Result<DataFrame, Failure> {
        let conditions = self.key.scope.conditions.clone();
        let request = Request { pool, by: self.key.by(), part: Part::Who(Who::Actor), conditions };
        Ok(narrow(self.study, frame, &request, self.key.scope.common_days)?.collect()?)
    }

    /// Which rows are of the key's quantity and group.
    fn is_here(&self, selected: &DataFrame) -> Result<Vec<bool>, Failure> {
        let mut is_here: Vec<bool> =
            texts(selected, key::QUANTITY)?.iter().map(|found| *found == self.key.quantity).collect();
        let window = self.study.window;
        let (days, periods) = (texts(selected, key::DATE)?, texts(selected, key::PERIOD)?);
        for (at, day) in days.iter().enumerate() {
            is_here[at] &= match day.parse() {
                Ok(day) => (window.from..=window.to).contains(&day),
                Err(_) => self.study.reported.as_ref().is_none_or(|period| *period == periods[at]),
            };
        }
        for (place, (dimension, wanted)) in self.key.group.iter().enumerate() {
            let over = self.times.as_ref().filter(|(time, _)| *time == place).map(|(_, times)| times);
            for (at, found) in texts(selected, dimension.column())?.into_iter().enumerate() {
                is_here[at] &= over.map_or_else(|| found == *wanted, |times| times.contains(&found));
            }
        }
        Ok(is_here)
    }

    /// How often a row counts above the line, and whether it does below.
    fn weights(&self, row: &PlacedRow, counted: &str, member: &str) -> (i64, bool) {
        let (codebook, key) = (&self.study.codebook, self.key);
        let is_actor = member == key.actor;
        let tone = codebook.tones.by_id(row.key(key::TONE));
        let voice = codebook.voices.by_id(row.key(key::VOICE));
        let kind = tone.and_then(|tone| codebook.tone_kind(&tone.id));
        let of_actor =
            |is_coded: bool, above: i64| (if is_actor && is_coded { above } else { 0 }, is_actor && is_coded);
        match key.measure.as_str() {
            "share" | "cumulative" | "moving" => (i64::from(is_actor), self.is_in_whole(counted)),
            "lead" => (i64::from(is_actor) - i64::from(member == key.of), self.is_in_whole(counted)),
            "tone" => of_actor(tone.is_some(), i64::from(row.key(key::TONE) == key.of)),
            "tone-kind" => of_actor(tone.is_some(), i64::from(kind.is_some_and(|kind| kind.word() == key.of))),
            "tone-balance" => of_actor(tone.is_some(), sign(kind)),
            "tone-mean" => of_actor(tone.is_some(), tone.map_or(0, |tone| tone.own.value)),
            "tone-coded" => of_actor(true, i64::from(tone.is_some())),
            "voice" => of_actor(voice.is_some(), i64::from(voice.is_some_and(|v| v.own.kind == VoiceKind::Direct))),
            "voice-coded" => of_actor(true, i64::from(voice.is_some())),
            "front-page" => {
                let page = row.key(key::PAGE);
                of_actor(!page.is_empty(), i64::from(page == super::prominence::FRONT))
            }
            "prime-time" => {
                let daypart = codebook.dayparts.by_id(row.key(key::DAYPART));
                of_actor(daypart.is_some(), i64::from(daypart.is_some_and(|daypart| daypart.own.is_prime)))
            }
            _ => (0, false),
        }
    }

    /// Is a row's actor one of those whose amounts make the denominator?
    fn is_in_whole(&self, counted: &str) -> bool {
        self.pool.whole.as_ref().is_none_or(|whole| whole == counted)
    }
}

/// The rows of a chunk that a request selects, of one quantity and the study's window; a row's actor is the one it counts for.
///
/// Errors: [`Failure`] where they cannot be selected.
pub fn selected_rows(
    study: &Study,
    frame: &DataFrame,
    request: &MeasureRequest<'_>,
    quantity: &str,
) -> Result<Vec<PlacedRow>, Failure> {
    let part = Part::Who(Who::Actor);
    let asked = Request { pool: request.pool, by: request.dimensions(), part, conditions: request.conditions.clone() };
    let selected = narrow(study, frame, &asked, false)?.collect()?;
    let counted = texts(&selected, COUNTED)?;
    let at = key::place(key::ACTOR).expect("invariant: a key of the tally");
    let rows = placed_rows(&selected)?.into_iter().zip(counted).map(|(mut row, actor)| {
        row.keys[at] = actor;
        row
    });
    let is_in_window = |row: &PlacedRow| {
        row.key(key::DATE).parse().is_ok_and(|day| (study.window.from..=study.window.to).contains(&day))
    };
    Ok(rows.filter(|row| row.key(key::QUANTITY) == quantity && is_in_window(row)).collect())
}

fn sign(kind: Option<ToneKind>) -> i64 {
    match kind {
        Some(ToneKind::Negative) => -1,
        Some(ToneKind::Positive) => 1,
        _ => 0,
    }
}

/// How a figure that is no quotient of rows comes from those it is made from.
pub fn how_made(measure: &str) -> &'static str {
    match measure {
        "change" => "this share less the share of the time before, in points",
        "change-of-ends" => "the share of the last seven days less that of the first seven, in points",
        "gap" => "the share less what the benchmark gives the actor, in points; the benchmark stands in study.toml",
        "ratio" => "the share over what the benchmark gives the actor; the benchmark stands in study.toml",
        "rank" => "how many shares of the same pool and weighting are larger, and one",
        "range" => {
            "the largest of the actor's shares under the study's pools and weightings less the smallest, in points"
        }
        "mean-position" => "the mean of the places in their bulletins of the items that the actor is in",
        _ => "an index of the shares of all actors of the pool",
    }
}

/// Is a figure of this measure a sum of rows over a sum of rows?
pub fn is_quotient_of_rows(measure: &str) -> bool {
    const QUOTIENTS: [&str; 13] = [
        "share",
        "cumulative",
        "moving",
        "lead",
        "tone",
        "tone-kind",
        "tone-balance",
        "tone-mean",
        "tone-coded",
        "voice",
        "voice-coded",
        "front-page",
        "prime-time",
    ];
    QUOTIENTS.contains(&measure)
}

/// A pool that holds every row, its actors counted as the other counts them.
fn everything(study: &Study, pool: &Pool) -> Pool {
    let mut all = pool.clone();
    all.actors = study.codebook.actors.ids().into_iter().map(str::to_owned).collect();
    (all.whole, all.days) = (None, None);
    for ids in [&mut all.genres, &mut all.outlets, &mut all.capacities, &mut all.dayparts] {
        ids.clear();
    }
    (all.office_holders, all.hostile_time) = (OfficeHolders::Separate, HostileTime::Count);
    all
}

/// The keys of the figures that a figure is made from, where it is no quotient of rows.
pub fn made_from(study: &Study, key: &Key, table: &FigureTable, figure: &Figure) -> Vec<String> {
    if is_quotient_of_rows(&key.measure) {
        return Vec::new();
    }
    let share = key.of_measure("share", &key.actor);
    match key.measure.as_str() {
        "gap" | "ratio" => vec![share.text()],
        "change" => {
            let time =
                key.group.iter().position(|(by, _)| matches!(by, Dimension::Day | Dimension::Week | Dimension::Period));
            let before = time.and_then(|time| {
                let mut times: Vec<&String> = table.figures.iter().filter_map(|f| f.group.get(time)).collect();
                times.dedup();
                let at = times.iter().position(|known| **known == figure.group[time])?;
                let mut before = share.clone();
                before.group[time].1.clone_from(times[at.checked_sub(1)?]);
                Some(before.text())
            });
            before.into_iter().chain([share.text()]).collect()
        }
        "rank" | "range" => {
            let of_all = key.measure == "rank";
            let same = |other: &&Figure| {
                let is_one = if of_all { other.of == figure.of } else { other.actor == figure.actor };
                other.measure == "share" && other.quantity == figure.quantity && other.group == figure.group && is_one
            };
            table.figures.iter().filter(same).map(|other| table.key(study, other)).collect()
        }
        "change-of-ends" => {
            let same = |other: &&Figure| {
                let rest = |group: &[String]| -> Vec<String> {
                    let by = key.group.iter().map(|(by, _)| by).zip(group);
                    by.filter(|(by, _)| **by != Dimension::Day).map(|(_, value)| value.clone()).collect()
                };
                other.measure == "moving"
                    && (&other.quantity, &other.actor) == (&figure.quantity, &figure.actor)
                    && rest(&other.group) == rest(&figure.group)
            };
            let moving: Vec<String> = table.figures.iter().filter(same).map(|other| table.key(study, other)).collect();
            moving.first().into_iter().chain(moving.last()).cloned().collect()
        }
        // Indices and distances.
        _ if key.actor.is_empty() => {
            let pool = study.pool(&key.pool);
            let actors = pool.map(|pool| pool.listed_actors(&study.codebook).collect::<Vec<_>>()).unwrap_or_default();
            actors.into_iter().map(|actor| key.of_measure("share", actor).text()).collect()
        }
        _ => Vec::new(),
    }
}
