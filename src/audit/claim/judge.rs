//! Judging a claim: the reading it states, and every other reading the study declares.

use chrono::NaiveDate;

use super::Claim;
use crate::measure::{Estimate, Failure, MeasureRequest, ShareRow, share};
use crate::study::{Pool, Study, Weighting};
use crate::tally::Tally;
use crate::unit::{Percent, Rounding, RoundingRule, Share};

/// In what a reading differs from the one stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Respect {
    /// Under another pool: its id.
    Pool(String),
    /// Outlets put together otherwise: `pooled`, `mean`.
    Weighting(&'static str),
    /// Digits that are not printed treated otherwise.
    Rounding(RoundingRule),
    /// Counted as another quantity than the claim says, which says none: its id.
    Quantity(String),
    /// Over other days.
    Days(NaiveDate, NaiveDate),
}

/// One way to read the data, and what it gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Id of the pool.
    pub pool: String,
    /// How outlets are put together.
    pub weighting: &'static str,
    /// Over which days.
    pub days: (NaiveDate, NaiveDate),
    /// Id of the quantity.
    pub quantity: String,
    /// In what it differs from the reading stated; empty for that one.
    pub differs: Vec<Respect>,
    /// The figure.
    pub estimate: Estimate,
    /// The figure with the decimals of the claim.
    pub percent: Percent,
}

/// Why the data says nothing of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// Its days are none of the study's, which are these.
    OtherDays(NaiveDate, NaiveDate),
    /// There is no coverage of what it states on its days.
    NoCoverage,
}

/// What the data says of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The reading stated gives just this percentage.
    Supported(Reading),
    /// Another declared reading does: those with the fewest differences.
    OnlyUnder(Vec<Reading>),
    /// The reading stated gives another percentage, whose interval holds the one claimed.
    WithinInterval(Reading),
    /// No reading gives it: the one stated where there is one, and the nearest.
    NotSupported(Option<Box<Reading>>, Option<Box<Reading>>),
    /// The data does not speak of it.
    CannotTell(Silence),
}

impl Verdict {
    /// The word of machine files.
    pub fn word(&self) -> &'static str {
        match self {
            Verdict::Supported(_) => "supported",
            Verdict::OnlyUnder(_) => "only-under-another-reading",
            Verdict::WithinInterval(_) => "within-interval",
            Verdict::NotSupported(..) => "not-supported",
            Verdict::CannotTell(_) => "cannot-tell",
        }
    }

    /// Does it stand against the claim?
    pub fn is_against(&self) -> bool {
        matches!(self, Verdict::NotSupported(..))
    }
}

/// A claim with its verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The claim.
    pub claim: Claim,
    /// What the data says of it.
    pub verdict: Verdict,
}

/// The rules somebody may have rounded by.
const RULES: [RoundingRule; 3] = [RoundingRule::HalfUp, RoundingRule::HalfEven, RoundingRule::Truncate];

/// Judges a claim.
///
/// Errors: [`Failure`] where the data cannot be measured.
pub fn judge(study: &Study, tally: &Tally, claim: &Claim) -> Result<Judged, Failure> {
    let window = (study.window.from, study.window.to);
    let silent = |silence: Silence| Ok(Judged { claim: claim.clone(), verdict: Verdict::CannotTell(silence) });
    let Some(days) = within(claim.days.unwrap_or(window), window) else {
        return silent(Silence::OtherDays(window.0, window.1));
    };
    let claimed = Share::from_percent(claim.percent);
    let decimals = u8::try_from(claim.percent.decimals()).unwrap_or(6).min(6);
    let mut stated: Option<Reading> = None;
    let mut all: Vec<Reading> = Vec::new();
    for reading in readings(study, tally, claim, decimals)? {
        if reading.differs.is_empty() && stated.is_none() {
            stated = Some(reading.clone());
        }
        all.push(reading);
    }
    if all.iter().all(|reading| reading.days != days) {
        return silent(Silence::NoCoverage);
    }
    let printed =
        |reading: &Reading| Share::from_percent(reading.percent.to_string().parse().expect("invariant: digits"));
    let mut fitting: Vec<&Reading> = all.iter().filter(|reading| printed(reading) == claimed).collect();
    fitting.sort_by_key(|reading| reading.differs.len());
    let verdict = match (fitting.first(), &stated) {
        (Some(first), _) if first.differs.is_empty() => Verdict::Supported((*first).clone()),
        (Some(first), _) => {
            let fewest = first.differs.len();
            Verdict::OnlyUnder(fitting.into_iter().filter(|r| r.differs.len() == fewest).cloned().collect())
        }
        (None, Some(stated)) if holds(&stated.estimate, &claimed) => Verdict::WithinInterval(stated.clone()),
        _ => {
            let distance = |reading: &&Reading| {
                let share = reading.estimate.share.as_ref().map_or(f64::INFINITY, Share::as_f64);
                (share - claimed.as_f64()).abs()
            };
            let nearest = all
                .iter()
                .min_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.differs.len().cmp(&b.differs.len())));
            Verdict::NotSupported(stated.map(Box::new), nearest.cloned().map(Box::new))
        }
    };
    Ok(Judged { claim: claim.clone(), verdict })
}

/// The days that two spans share.
fn within(days: (NaiveDate, NaiveDate), window: (NaiveDate, NaiveDate)) -> Option<(NaiveDate, NaiveDate)> {
    let both = (days.0.max(window.0), days.1.min(window.1));
    (both.0 <= both.1).then_some(both)
}

fn holds(estimate: &Estimate, claimed: &Share) -> bool {
    let claimed = claimed.as_f64();
    estimate.interval.is_some_and(|interval| interval.low <= claimed && claimed <= interval.high)
}

/// Every reading of the data, the one stated first.
fn readings(study: &Study, tally: &Tally, claim: &Claim, decimals: u8) -> Result<Vec<Reading>, Failure> {
    let main = claim.pool.as_deref().unwrap_or(&study.report.pool);
    let window = (study.window.from, study.window.to);
    let stated_days = claim.days.unwrap_or(window);
    let others = study.periods.iter().map(|period| (period.from, period.to));
    let windows: Vec<(NaiveDate, NaiveDate)> =
        [stated_days, window].into_iter().chain(others).filter_map(|days| within(days, window)).collect();
    let mut found = Vec::new();
    for (place, days) in windows.iter().enumerate() {
        if windows[..place].contains(days) {
            continue;
        }
        let narrowed = study.of_days(*days);
        let tally = tally.of_days(study, *days);
        let by_distance =
            study.pools.iter().filter(|pool| pool.id == main).chain(study.pools.iter().filter(|pool| pool.id != main));
        for pool in by_distance {
            for weighting in weightings(pool) {
                let pool = with_weighting(pool, &weighting);
                let mut differs = Vec::new();
                differs.extend((pool.id != main).then(|| Respect::Pool(pool.id.clone())));
                let is_own = study.pool(&pool.id).is_some_and(|own| own.weighting == weighting);
                differs.extend((!is_own).then(|| Respect::Weighting(weighting.word())));
                differs.extend((*days != stated_days).then_some(Respect::Days(days.0, days.1)));
                match of_pool(&narrowed, &tally, claim, &pool, (decimals, &differs)) {
                    // Statements that overlap have no sum, and a claim about it no reading.
                    Err(Failure::OverlappingPeriods(..) | Failure::OverlappingDayparts(..)) => {}
                    readings => found.extend(readings?),
                }
            }
        }
    }
    Ok(found)
}

fn with_weighting(pool: &Pool, weighting: &Weighting) -> Pool {
    let mut pool = pool.clone();
    pool.weighting.clone_from(weighting);
    pool
}

/// The pool's own weighting first, then those that need no weights.
fn weightings(pool: &Pool) -> Vec<Weighting> {
    let mut all = vec![pool.weighting.clone()];
    all.extend([Weighting::Pooled, Weighting::Mean].into_iter().filter(|other| *other != pool.weighting));
    all
}

/// The readings of one pool, weighting and window: one for each way of rounding.
fn of_pool(
    study: &Study,
    tally: &Tally,
    claim: &Claim,
    pool: &Pool,
    (decimals, differs): (u8, &[Respect]),
) -> Result<Vec<Reading>, Failure> {
    let request = MeasureRequest { conditions: claim.conditions.clone(), ..MeasureRequest::new(pool, &[]) };
    let table = share(tally, study, &request)?;
    let mut found = Vec::new();
    let is_wanted = |quantity: &str| claim.quantity.as_ref().is_none_or(|wanted| wanted == quantity);
    let rows = table.rows.into_iter().filter(|row| row.actor == claim.actor && is_wanted(&row.quantity));
    let rows: Vec<ShareRow> = rows.collect();
    for row in &rows {
        let Some(share) = row.estimate.share.clone() else { continue };
        // A claim that fits several quantities states none of them.
        let quantity = (rows.len() > 1).then(|| Respect::Quantity(row.quantity.clone()));
        let own = match study.rounding.rule {
            RoundingRule::LargestRemainder => RoundingRule::HalfUp,
            rule => rule,
        };
        let others = RULES.into_iter().filter(|rule| *rule != own);
        let mut seen: Vec<Percent> = Vec::new();
        for rule in std::iter::once(own).chain(others) {
            let percent = Rounding { rule, decimals }.percent(&share);
            if seen.contains(&percent) {
                continue;
            }
            seen.push(percent);
            let mut differs = differs.to_vec();
            differs.extend(quantity.clone());
            differs.extend((rule != own).then_some(Respect::Rounding(rule)));
            found.push(Reading {
                pool: pool.id.clone(),
                weighting: pool.weighting.word(),
                days: (study.window.from, study.window.to),
                quantity: row.quantity.clone(),
                differs,
                estimate: row.estimate.clone(),
                percent,
            });
        }
    }
    Ok(found)
}
