//! A sampling plan: which days to monitor, how many are needed, which items to code twice.
//!
//! In: a study, its tally as a pilot, its items. Out: drawn days by outlet, needed outlet-days by share, drawn items. Draws are
//! named by (seed, what, outlet), so that one outlet's do not change another's.
//! Constructed week: for each weekday so many of the window's days at random, so that no weekday weighs more than in the
//! week it stands for. Source: Riffe, Aust and Lacy, Journalism Quarterly 70 (1993), on weeks constructed for newspapers.
//! Needed outlet-days: with variance V over n of them, `n * (t * sqrt(V) / x)²` for a half-width of x; V holds what days
//! and bulletins have in common, so that the pilot's design effect is in it. Zero: a share without interval has no plan.
//! Items coded twice: of every outlet and coder the same part, the units that are over by largest remainder.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Weekday};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use sha2::{Digest as _, Sha256};

use super::select::{Failure, day_of};
use super::{Dimension, MeasureRequest, ShareRow, share};
use crate::agreement::Candidate;
use crate::study::{Pool, Study};
use crate::tally::{Tally, key, texts};

/// A day of an outlet to monitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDay {
    /// Id of the outlet.
    pub outlet: String,
    /// The day.
    pub day: NaiveDate,
    /// Which constructed week it belongs to, from 1.
    pub week: usize,
    /// The bulletins to monitor; empty for the whole day.
    pub bulletins: Vec<String>,
}

/// How many outlet-days a share needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Needed {
    /// The share in the pilot.
    pub row: ShareRow,
    /// Half the width of its interval, in points of a hundred.
    pub reach: f64,
    /// Outlet-days for the half-width that the study wants.
    pub n_outlet_days: i64,
    /// The same for each outlet of the base.
    pub n_days: i64,
}

/// An item to code a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubleCoding {
    /// The item.
    pub item: Candidate,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// Who should code it.
    pub second: String,
}

/// A random order from the seed, what is drawn and where.
fn random(seed: u64, what: &str, place: &str) -> ChaCha8Rng {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    digest.update(what.as_bytes());
    digest.update([0]);
    digest.update(place.as_bytes());
    ChaCha8Rng::from_seed(digest.finalize().into())
}

/// The first `n` of a random order of `all` (Fisher and Yates).
fn drawn<T: Clone>(all: &[T], n: usize, random: &mut ChaCha8Rng) -> Vec<T> {
    let mut all = all.to_vec();
    let n = n.min(all.len());
    for place in 0..n {
        let left = u64::try_from(all.len() - place).expect("invariant: a list is shorter than u64 counts");
        let ahead =
            usize::try_from((u64::from(random.next_u32()) * left) >> 32).expect("invariant: below the list's length");
        all.swap(place, place + ahead);
    }
    all.truncate(n);
    all
}

/// Constructed weeks of every outlet, by outlet and day. Bulletins are drawn from the programmes of the pilot.
///
/// Errors: [`Failure::NotEnoughDays`] where the window has fewer of a weekday than weeks are wanted;
/// [`Failure::NotCoded`] where bulletins are to be drawn and the pilot knows no programme of an outlet.
pub fn planned_days(pilot: Option<&Tally>, study: &Study) -> Result<Vec<PlannedDay>, Failure> {
    let plan = study.plan;
    let mut by_weekday: BTreeMap<u32, Vec<NaiveDate>> = BTreeMap::new();
    for day in study.window.days() {
        by_weekday.entry(day.weekday().num_days_from_monday()).or_default().push(day);
    }
    for weekday in 0..7_u8 {
        let n = by_weekday.get(&u32::from(weekday)).map_or(0, Vec::len);
        if n < plan.weeks {
            let name = Weekday::try_from(weekday).expect("invariant: seven weekdays");
            return Err(Failure::NotEnoughDays { weekday: name.to_string(), n, weeks: plan.weeks });
        }
    }
    let programmes = pilot.map(programmes).transpose()?.unwrap_or_default();
    if plan.bulletins > 0 && programmes.values().all(Vec::is_empty) {
        let message = "bulletins cannot be drawn: the sheets know no programme; leave out `bulletins` in `[plan]`";
        return Err(Failure::NotCoded(message));
    }
    let mut found = Vec::new();
    for outlet in study.codebook.outlets.ids() {
        for (weekday, days) in &by_weekday {
            let mut random = random(plan.seed, "days", &format!("{outlet}/{weekday}"));
            for (week, day) in drawn(days, plan.weeks, &mut random).into_iter().enumerate() {
                let mut bulletins = Vec::new();
                // Newspapers have no bulletins: an outlet without programmes is monitored the whole day.
                if let Some(all) = programmes.get(outlet).filter(|_| plan.bulletins > 0) {
                    let mut random = self::random(plan.seed, "bulletins", &format!("{outlet}/{day}"));
                    bulletins = drawn(all, plan.bulletins, &mut random);
                    bulletins.sort();
                }
                found.push(PlannedDay { outlet: outlet.to_owned(), day, week: week + 1, bulletins });
            }
        }
    }
    found.sort_by_key(|planned| (study.codebook.outlets.rank(&planned.outlet), planned.day));
    Ok(found)
}

/// The programmes of each outlet in the pilot.
fn programmes(tally: &Tally) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let frame = tally.appearances();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (outlet, programme) in texts(frame, key::OUTLET)?.into_iter().zip(texts(frame, key::PROGRAMME)?) {
        let known = found.entry(outlet).or_default();
        if !programme.is_empty() && !known.contains(&programme) {
            known.push(programme);
        }
    }
    found.values_mut().for_each(|programmes| programmes.sort());
    Ok(found)
}

/// The outlet-days that each share of a pool by medium needs.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn needed(tally: &Tally, study: &Study, pool: &Pool) -> Result<Vec<Needed>, Failure> {
    let table = share(tally, study, &MeasureRequest::new(pool, &[Dimension::Medium]))?;
    #[expect(clippy::cast_precision_loss, reason = "tenths of a point")]
    let wanted = study.plan.within_tenths as f64 / 10.0;
    let of = |row: &ShareRow| {
        let interval = row.estimate.interval?;
        let reach = interval.width() / 2.0 * 100.0;
        let base = &row.estimate.base;
        let n = crate::unit::float(base.n_clusters) * (reach / wanted).powi(2);
        #[expect(clippy::cast_possible_truncation, reason = "a number of days")]
        let n_outlet_days = n.ceil() as i64;
        let n_days = (n_outlet_days + base.n_outlets - 1) / base.n_outlets.max(1);
        Some(Needed { row: row.clone(), reach, n_outlet_days, n_days })
    };
    Ok(table.rows.iter().filter_map(of).collect())
}

/// The items to code twice, by outlet, coder and item, each with the person who should: the other coders in turn.
pub fn double_codings(candidates: &[Candidate], study: &Study) -> Vec<DoubleCoding> {
    let plan = study.plan;
    let part = usize::try_from(plan.double).unwrap_or(100);
    let strata: Vec<&[Candidate]> =
        candidates.chunk_by(|a, b| (&a.outlet, &a.coder) == (&b.outlet, &b.coder)).collect();
    let wanted = (candidates.len() * part).div_ceil(100);
    let mut sizes: Vec<(usize, usize)> =
        strata.iter().map(|stratum| (stratum.len() * part / 100, stratum.len() * part % 100)).collect();
    let missing = wanted - sizes.iter().map(|(whole, _)| whole).sum::<usize>();
    let mut by_rest: Vec<usize> = (0..sizes.len()).collect();
    by_rest.sort_by_key(|number| (std::cmp::Reverse(sizes[*number].1), *number));
    for number in by_rest.into_iter().take(missing) {
        sizes[number].0 += 1;
    }
    let coders: std::collections::BTreeSet<&str> = candidates.iter().map(|item| item.coder.as_str()).collect();
    let mut found = Vec::new();
    for (stratum, (n, _)) in strata.into_iter().zip(sizes) {
        let Some(first) = stratum.first() else { continue };
        let place = format!("{}/{}", first.outlet, first.coder);
        let mut items = drawn(stratum, n, &mut random(plan.seed, "double", &place));
        items.sort();
        let others: Vec<&str> = coders.iter().copied().filter(|coder| *coder != first.coder).collect();
        for item in items {
            // In turn over all that were drawn, so that the load is even.
            let second = others.get(found.len() % others.len().max(1)).map_or("", |coder| coder).to_owned();
            found.push(DoubleCoding { day: item.date.and_then(day_of), item, second });
        }
    }
    found
}
