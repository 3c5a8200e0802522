//! The findings: every table a report shows, computed in one place.

use super::{
    Condition, CoverageRow, Dimension, Failure, FigureTable, MeasureRequest, ShareTable, Step, coverage, share,
    way_between,
};
use crate::agreement::{Agreement, Codings, overall, variables};
use crate::study::Study;
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
    /// Computes every table.
    ///
    /// Errors: [`Failure`] where statements that overlap would be added.
    pub fn compute(tally: &Tally, codings: &Codings, study: &Study) -> Result<Findings, Failure> {
        let agreement = overall(&variables(codings, study), study);
        let known = agreement.known();
        let pools = study.pools.iter().map(|pool| {
            let table = |by: &[Dimension]| share(tally, study, &MeasureRequest::new(pool, by).knowing(&known));
            Ok(PoolFindings {
                pool: pool.id.clone(),
                by_medium: table(&[Dimension::Medium])?,
                by_ownership: table(&[Dimension::Medium, Dimension::Ownership])?,
                by_outlet: table(&[Dimension::Medium, Dimension::Outlet])?,
            })
        });
        let mut findings = Findings {
            pools: pools.collect::<Result<_, Failure>>()?,
            coverage: coverage(tally, study)?,
            ledger: super::ledger(study),
            agreement,
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

/// A table that a study may not have: nothing of it is coded.
fn optional(table: Result<FigureTable, Failure>) -> Result<Option<FigureTable>, Failure> {
    match table {
        Ok(table) => Ok(Some(table)),
        Err(Failure::NotCoded(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}
