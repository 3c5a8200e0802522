//! The findings: every table a report shows, computed in one place.

use super::{
    Condition, CoverageRow, Dimension, Failure, FigureTable, MeasureRequest, ShareTable, Step, coverage, share,
    way_between,
};
use crate::agreement::{Agreement, Codings};
use crate::study::{Pool, Study};
use crate::tally::Tally;

/// The tables of one pool.
#[derive(Debug, Clone)]
pub struct PoolFindings {
    /// Id of the pool.
    pub pool: String,
    /// By medium.
    pub by_medium: ShareTable,
    /// By medium and ownership.
    pub by_ownership: ShareTable,
    /// By medium and outlet.
    pub by_outlet: ShareTable,
    /// What adds up to every amount of these tables.
    pub addends: Vec<super::Addend>,
}

/// The way from the main pool to another, for the report's actor in one medium.
#[derive(Debug, Clone)]
pub struct WayBetween {
    /// Word of the medium.
    pub medium: String,
    /// Id of the quantity.
    pub quantity: String,
    /// Id of the other pool.
    pub pool: String,
    /// Id of the actor.
    pub actor: String,
    /// The steps.
    pub steps: Vec<Step>,
}

/// Everything a report shows.
#[derive(Debug, Clone)]
pub struct Findings {
    /// What was monitored.
    pub coverage: Vec<CoverageRow>,
    /// What was planned and lost; empty without a calendar.
    pub ledger: Vec<super::LedgerRow>,
    /// Tone of the main pool by medium; `None` where no tone is coded.
    pub tones: Option<FigureTable>,
    /// Voice of the main pool by medium; `None` where no voice is coded.
    pub voices: Option<FigureTable>,
    /// Tone of the main pool by medium and outlet; `None` where no tone is coded.
    pub tones_by_outlet: Option<FigureTable>,
    /// Voice of the main pool by medium and outlet; `None` where no voice is coded.
    pub voices_by_outlet: Option<FigureTable>,
    /// Leads in the main pool by medium.
    pub leads: Option<FigureTable>,
    /// Leads in the main pool by medium and outlet.
    pub leads_by_outlet: Option<FigureTable>,
    /// Shares of the main pool over time by medium: by day, or by week where the window has fewer than fourteen days.
    pub trends: Option<FigureTable>,
    /// The same by medium and outlet; `None` where the window has fewer than fourteen days.
    pub trends_by_outlet: Option<FigureTable>,
    /// Shares of the main pool by medium and daypart; `None` where no daypart is coded.
    pub by_daypart: Option<ShareTable>,
    /// Shares of the main pool by medium in each period, their changes and the cumulative share; `None` without periods that
    /// follow each other.
    pub changes: Option<FigureTable>,
    /// What became of every day of every outlet.
    pub calendar: Vec<super::CalendarRow>,
    /// Gaps of the main pool by medium; `None` where no benchmark speaks of it.
    pub gaps: Option<FigureTable>,
    /// What is known of the agreement between coders.
    pub agreement: Agreement,
    /// What disagreement does to the shares of the main pool by medium.
    pub coder_intervals: Vec<super::CoderInterval>,
    /// The tables of every pool, in the order of the study.
    pub pools: Vec<PoolFindings>,
    /// The ways from the main pool to the pools it is set beside.
    pub ways: Vec<WayBetween>,
}

impl Findings {
    /// Computes every table; `agreement` is that of the whole study.
    ///
    /// Errors: [`Failure`] where statements that overlap would be added.
    pub fn compute(
        tally: &Tally,
        (codings, agreement): (&Codings, &Agreement),
        study: &Study,
    ) -> Result<Findings, Failure> {
        let known = agreement.known();
        let pools = study.pools.iter().map(|pool| {
            let table = |by: &[Dimension]| share(tally, study, &MeasureRequest::new(pool, by).knowing(&known));
            Ok(PoolFindings {
                pool: pool.id.clone(),
                by_medium: table(&[Dimension::Medium])?,
                by_ownership: table(&[Dimension::Medium, Dimension::Ownership])?,
                by_outlet: table(&[Dimension::Medium, Dimension::Outlet])?,
                addends: super::addends(tally, study, pool)?,
            })
        });
        let mut findings = Findings {
            pools: pools.collect::<Result<_, Failure>>()?,
            coverage: coverage(tally, study)?,
            ledger: super::ledger(study),
            calendar: super::calendar(tally, study)?,
            tones_by_outlet: None,
            voices_by_outlet: None,
            leads: None,
            changes: None,
            leads_by_outlet: None,
            trends: None,
            trends_by_outlet: None,
            by_daypart: None,
            agreement: agreement.clone(),
            coder_intervals: Vec::new(),
            tones: None,
            voices: None,
            gaps: None,
            ways: Vec::new(),
        };
        if let Some(main) = study.pool(&study.report.pool) {
            let request = MeasureRequest::new(main, &[Dimension::Medium]).knowing(&known);
            findings.tones = optional(super::tone(tally, study, &request))?;
            findings.voices = optional(super::voice(tally, study, &request))?;
            findings.gaps = optional(super::gap(tally, study, &request))?;
            let by_outlet = MeasureRequest::new(main, &[Dimension::Medium, Dimension::Outlet]).knowing(&known);
            findings.tones_by_outlet = optional(super::tone(tally, study, &by_outlet))?;
            findings.voices_by_outlet = optional(super::voice(tally, study, &by_outlet))?;
            findings.leads = Some(super::lead(tally, study, &request)?);
            findings.changes = changes(tally, study, &request)?;
            findings.leads_by_outlet = Some(super::lead(tally, study, &by_outlet)?);
            findings.trends = trends(tally, study, &request)?;
            if time_of_trend(study, main) == Dimension::Day {
                findings.trends_by_outlet = trends(tally, study, &by_outlet)?;
            }
            findings.by_daypart = by_daypart(tally, study, &request)?;
            let by_medium = findings.pool(&main.id).map(|tables| &tables.by_medium);
            let intervals = by_medium.map(|table| super::coder_intervals(table, codings, study, main));
            findings.coder_intervals = intervals.unwrap_or_default();
        }
        findings.ways = findings.ways_between(tally, study)?;
        Ok(findings)
    }

    /// The tables of one pool.
    pub fn pool(&self, id: &str) -> Option<&PoolFindings> {
        self.pools.iter().find(|findings| findings.pool == id)
    }

    /// The actor a report looks at: the study's focus, else the largest share of the main pool's first group.
    pub fn actor_in_view<'a>(&'a self, study: &'a Study) -> Option<&'a str> {
        let largest = || {
            let groups = self.pool(&study.report.pool)?.by_medium.groups();
            let (_, _, rows) = groups.first()?;
            super::ranking(study, rows, usize::MAX).leading.first().map(|row| row.actor.as_str())
        };
        study.report.focus.as_deref().or_else(largest)
    }

    fn ways_between(&self, tally: &Tally, study: &Study) -> Result<Vec<WayBetween>, Failure> {
        let mut ways = Vec::new();
        let (Some(main), Some(actor)) = (study.pool(&study.report.pool), self.actor_in_view(study)) else {
            return Ok(ways);
        };
        let Some(tables) = self.pool(&main.id) else { return Ok(ways) };
        for (quantity, group, _) in tables.by_medium.groups() {
            let condition = [Condition::is(Dimension::Medium, &group[0])];
            for pool in study.report.compare.iter().filter(|id| **id != main.id).filter_map(|id| study.pool(id)) {
                let steps = way_between(tally, study, (main, pool), &condition, (quantity, actor))?;
                let (medium, quantity) = (group[0].clone(), quantity.to_owned());
                ways.push(WayBetween { medium, quantity, pool: pool.id.clone(), actor: actor.to_owned(), steps });
            }
        }
        Ok(ways)
    }
}

/// Days from which on shares over time are lines of moving sums; of fewer days they are dots of weeks.
const LEAST_DAYS: usize = 14;

/// The time that shares of a pool's days are drawn by.
pub fn time_of_trend(study: &Study, pool: &Pool) -> Dimension {
    let (from, to) = pool.days.unwrap_or((study.window.from, study.window.to));
    let n_days = study.window.days().filter(|day| from <= *day && *day <= to).count();
    if n_days >= LEAST_DAYS { Dimension::Day } else { Dimension::Week }
}

/// Shares over time; none where statements have no days.
fn trends(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<Option<FigureTable>, Failure> {
    let dates = super::sums::days(tally.appearances())?;
    if dates.iter().any(Option::is_none) {
        return Ok(None);
    }
    let mut request = request.clone();
    request.by.push(time_of_trend(study, request.pool));
    super::trend(tally, study, &request).map(Some)
}

/// Shares of each period; none where the study has fewer than two, or periods that share days.
fn changes(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<Option<FigureTable>, Failure> {
    if study.periods.len() < 2 {
        return Ok(None);
    }
    let mut request = request.clone();
    request.by.push(Dimension::Period);
    match super::trend(tally, study, &request) {
        Ok(table) => Ok(Some(table)),
        Err(Failure::WrongBreakdown(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Shares by daypart, where rows have some; those without are left out.
fn by_daypart(tally: &Tally, study: &Study, request: &MeasureRequest<'_>) -> Result<Option<ShareTable>, Failure> {
    let mut request = request.clone();
    request.by.push(Dimension::Daypart);
    let mut table = share(tally, study, &request)?;
    table.rows.retain(|row| row.group.last().is_some_and(|daypart| !daypart.is_empty()));
    Ok((!table.rows.is_empty()).then_some(table))
}

/// A table that a study may not have: nothing of it is coded.
fn optional(table: Result<FigureTable, Failure>) -> Result<Option<FigureTable>, Failure> {
    match table {
        Ok(table) => Ok(Some(table)),
        Err(Failure::NotCoded(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}
