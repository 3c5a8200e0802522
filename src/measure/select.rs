//! The rows of a tally that belong to a pool and fulfil conditions, with the actor each counts for.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use polars::prelude::{
    DataFrame, DataType, Expr, IdxCa, IntoLazy as _, JoinArgs, JoinType, LazyFrame, NamedFrom as _, PolarsError,
    Series, StringChunked, col, lit,
};

use super::Dimension;
use super::ledger::common_days;
use super::sums::{Request, days};
use crate::codebook::ToneKind;
use crate::study::{HostileTime, OfficeHolders, Period, Pool, Study};
use crate::tally::{Tally, key, string_column, strs};

/// A table that cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Statements of overlapping periods would be added.
    #[error(
        "statements of the periods `{0}` and `{1}` share days and are never added; break the table down by period, or narrow it with `--where period=...`"
    )]
    OverlappingPeriods(String, String),
    /// Statements of overlapping dayparts would be added.
    #[error(
        "statements of the dayparts `{0}` and `{1}` share hours and are never added; break the table down by daypart, or narrow it with `--where daypart=...`"
    )]
    OverlappingDayparts(String, String),
    /// A table by period, of a study that declares none.
    #[error("the study declares no `[[period]]`, so nothing can be broken down by period")]
    NoPeriods,
    /// Nobody says which end of the tone scale is the good one.
    #[error(
        "the codebook does not say what the tones mean: give each `[[tone]]` its `kind`, negative, neutral or positive; a scale from 1 to 5 is written both ways"
    )]
    NoPolarity,
    /// A measure of something that no sheet holds.
    #[error("{0}")]
    NotCoded(&'static str),
    /// A measure that needs a way to be broken down.
    #[error("{0}")]
    WrongBreakdown(&'static str),
    /// A window too short for the weeks that are to be constructed.
    #[error(
        "the window has {n} {weekday}, and {weeks} constructed weeks need {weeks}; lengthen it, or lower `weeks` in `[plan]`"
    )]
    NotEnoughDays {
        /// `Mon`, `Tue` ...
        weekday: String,
        /// How many the window has.
        n: usize,
        /// How many are wanted.
        weeks: usize,
    },
    /// No day was recorded at every outlet.
    #[error("no day was recorded at every outlet of the pool; common days cannot be compared")]
    NoCommonDays,
    /// The tally is not one of this study, or the engine failed.
    #[error("the tally cannot be summed")]
    Engine(#[from] PolarsError),
}

/// The column that holds the actor an appearance counts for in the pool.
pub(super) const COUNTED: &str = "counted";
/// The column of [`members`] that numbers the items.
pub(super) const ITEM: &str = "item";

/// Days between the first of 1970 and the first of the common era.
const TO_COMMON_ERA: i32 = 719_163;

/// A tally of a study, with its items taken apart once.
pub(super) struct Selection<'a> {
    pub study: &'a Study,
    pub tally: &'a Tally,
    /// Are only days kept that were recorded at every outlet of the pool?
    pub common_days: bool,
}

impl<'a> Selection<'a> {
    pub(super) fn new(tally: &'a Tally, study: &'a Study, common_days: bool) -> Self {
        Selection { study, tally, common_days }
    }

    /// The appearances of a request; refused where overlapping statements would be added.
    pub(super) fn appearances(&self, request: &Request<'_>) -> Result<DataFrame, Failure> {
        let rows = self.select(self.tally.appearances(), request)?.collect()?;
        refuse_overlaps(&rows, self.study, &request.by)?;
        Ok(rows)
    }

    /// The members of items of a request.
    pub(super) fn members(&self, request: &Request<'_>) -> Result<LazyFrame, Failure> {
        self.select(&members(self.tally)?, request)
    }

    fn select(&self, table: &DataFrame, request: &Request<'_>) -> Result<LazyFrame, Failure> {
        narrow(self.study, table, request, self.common_days)
    }
}

/// Narrows a table of appearances, of [`members`] or of placed rows to a pool and conditions.
///
/// Out: the same columns, and `medium`, `ownership`, `group`, `week` and [`COUNTED`].
pub(super) fn narrow(
    study: &Study,
    table: &DataFrame,
    request: &Request<'_>,
    only_common_days: bool,
) -> Result<LazyFrame, Failure> {
    let pool = request.pool;
    let mut table = table.clone();
    for column in described(&table, study, pool)? {
        table.with_column(column.into())?;
    }
    table.with_column(weeks(&table)?.into())?;
    let is_known = |column: &str| col(column).is_not_null();
    let mut rows = table.lazy().filter(is_known(Dimension::Group.word()).and(is_known(Dimension::Medium.word())));
    for (column, ids) in [
        (key::GENRE, &pool.genres),
        (key::OUTLET, &pool.outlets),
        (key::CAPACITY, &pool.capacities),
        (key::DAYPART, &pool.dayparts),
    ] {
        if !ids.is_empty() {
            rows = rows.filter(is_one_of(column, ids));
        }
    }
    if let Some((from, to)) = pool.days {
        rows = rows.filter(col(key::DATE).gt_eq(lit(from)).and(col(key::DATE).lt_eq(lit(to))));
    }
    if pool.hostile_time == HostileTime::LeaveOut {
        rows = rows.filter(is_one_of(key::TONE, &negative(study)?).not());
    }
    if only_common_days {
        let days = common_days(study, pool).ok_or(Failure::NoCommonDays)?;
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        rows = rows.filter(is_one_of_text(col(key::DATE).cast(DataType::String), &days));
    }
    narrowed(study, rows, request)
}

fn narrowed(study: &Study, mut rows: LazyFrame, request: &Request<'_>) -> Result<LazyFrame, Failure> {
    let dimensions = request.by.iter().copied().chain(request.conditions.iter().map(|c| c.dimension));
    if dimensions.into_iter().any(|dimension| dimension == Dimension::Period) {
        if study.periods.is_empty() {
            return Err(Failure::NoPeriods);
        }
        rows = with_periods(rows, study)?;
    }
    for condition in request.conditions.iter().filter(|condition| !condition.is_of_rows_shown()) {
        let column = condition.dimension.column();
        rows = if condition.dimension == Dimension::Day {
            rows.filter(is_one_of_text(col(column).cast(DataType::String), &condition.values))
        } else {
            rows.filter(is_one_of(column, &condition.values))
        };
    }
    Ok(rows)
}

/// Statements of overlapping periods or dayparts speak of the same minutes twice: their sum is refused.
fn refuse_overlaps(rows: &DataFrame, study: &Study, by: &[Dimension]) -> Result<(), Failure> {
    let days = rows.column(key::DATE)?;
    if days.null_count() == 0 {
        return Ok(());
    }
    let statements = rows.filter(&days.is_null())?;
    if !by.contains(&Dimension::Period) {
        let ids = distinct(&statements, key::PERIOD)?;
        let periods: Vec<&Period> = ids.iter().filter_map(|id| study.period(id)).collect();
        if let Some((a, b)) = first_pair(&periods, |a, b| a.overlaps(b)) {
            return Err(Failure::OverlappingPeriods(a.id.clone(), b.id.clone()));
        }
    }
    if !by.contains(&Dimension::Daypart) {
        let ids = distinct(&statements, key::DAYPART)?;
        let dayparts: Vec<_> = ids.iter().filter_map(|id| study.codebook.dayparts.by_id(id)).collect();
        if let Some((a, b)) = first_pair(&dayparts, |a, b| a.own.overlaps(&b.own)) {
            return Err(Failure::OverlappingDayparts(a.id.clone(), b.id.clone()));
        }
    }
    Ok(())
}

fn first_pair<'a, T>(all: &[&'a T], is_pair: impl Fn(&T, &T) -> bool) -> Option<(&'a T, &'a T)> {
    let pairs = all.iter().enumerate().flat_map(|(n, a)| all[n + 1..].iter().map(move |b| (*a, *b)));
    pairs.into_iter().find(|(a, b)| is_pair(a, b))
}

fn distinct(rows: &DataFrame, column: &str) -> Result<Vec<String>, Failure> {
    let mut ids: Vec<String> = rows.column(column)?.str()?.iter().flatten().map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    Ok(ids)
}

/// Whose appearance in which capacity on which day.
type Appearance<'a> = (&'a str, Option<&'a str>, Option<i32>);

/// The actor that each row counts for in this pool; null where it is not in the pool.
fn counted(table: &DataFrame, study: &Study, pool: &Pool) -> Result<Series, Failure> {
    let is_by_capacity = pool.office_holders == OfficeHolders::ByCapacity;
    let (actors, capacities) = (table.column(key::ACTOR)?.str()?, table.column(key::CAPACITY)?.str()?);
    let mut known: HashMap<Appearance<'_>, Option<&str>, foldhash::fast::FixedState> = HashMap::default();
    let rows = actors.iter().zip(capacities.iter()).zip(days(table)?).map(|((actor, capacity), day)| {
        let (capacity, day) = if is_by_capacity { (capacity, day) } else { (None, None) };
        let actor = actor?;
        *known
            .entry((actor, capacity, day))
            .or_insert_with(|| pool.counts_for(actor, (capacity, day.and_then(day_of)), &study.codebook))
    });
    let counted: Vec<Option<&str>> = rows.collect();
    Ok(Series::new(COUNTED.into(), counted))
}

/// A day from days since 1970.
pub(super) fn day_of(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days + TO_COMMON_ERA)
}

/// The ISO week of each row: `2011-W49`.
fn weeks(table: &DataFrame) -> Result<Series, Failure> {
    let days = days(table)?;
    let mut known: HashMap<i32, Option<String>, foldhash::fast::FixedState> = HashMap::default();
    for day in days.iter().copied().flatten() {
        known.entry(day).or_insert_with(|| day_of(day).map(week_of));
    }
    let weeks: Vec<Option<&str>> = days.iter().map(|day| known.get(&(*day)?)?.as_deref()).collect();
    Ok(Series::new(Dimension::Week.word().into(), weeks))
}

/// The ISO week of a day: `2011-W49`.
pub(crate) fn week_of(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-W{:02}", week.year(), week.week())
}

fn negative(study: &Study) -> Result<Vec<String>, Failure> {
    let codebook = &study.codebook;
    let kinds: Option<Vec<(&str, ToneKind)>> =
        codebook.tones.ids().into_iter().map(|id| Some((id, codebook.tone_kind(id)?))).collect();
    let kinds = kinds.filter(|kinds| !kinds.is_empty()).ok_or(Failure::NoPolarity)?;
    Ok(kinds.iter().filter(|(_, kind)| *kind == ToneKind::Negative).map(|(id, _)| (*id).to_owned()).collect())
}

/// [`COUNTED`], and what the codebook says of each row's actor and outlet; null where it says nothing.
fn described(table: &DataFrame, study: &Study, pool: &Pool) -> Result<[Series; 4], Failure> {
    let codebook = &study.codebook;
    let counted = counted(table, study, pool)?;
    let outlets = table.column(key::OUTLET)?.str()?;
    let outlet = |id: &str| codebook.outlets.by_id(id).map(|outlet| &outlet.own);
    let group = |id: &str| codebook.actors.by_id(id).map(|actor| actor.own.group.as_str());
    let groups = mapped(counted.str()?, Dimension::Group, group);
    let media = mapped(outlets, Dimension::Medium, |id| Some(outlet(id)?.medium.word()));
    let owners = mapped(outlets, Dimension::Ownership, |id| outlet(id)?.ownership.as_deref());
    Ok([counted, groups, media, owners])
}

/// What each text of a column stands for: each is asked for once.
fn mapped<'s>(column: &StringChunked, name: Dimension, stands_for: impl Fn(&str) -> Option<&'s str>) -> Series {
    let mut known: HashMap<&str, Option<&'s str>, foldhash::fast::FixedState> = HashMap::default();
    let values: Vec<Option<&str>> = column
        .iter()
        .map(|text| text.and_then(|text| *known.entry(text).or_insert_with(|| stands_for(text))))
        .collect();
    Series::new(name.word().into(), values)
}

/// Dated rows get every period that holds their day; statements keep their own. A day of no period gives no row.
fn with_periods(rows: LazyFrame, study: &Study) -> Result<LazyFrame, Failure> {
    let mut days = Vec::new();
    for period in &study.periods {
        days.extend(period.from.iter_days().take_while(|day| *day <= period.to).map(|day| (day, period.id.as_str())));
    }
    let (dates, periods): (Vec<NaiveDate>, Vec<&str>) = days.into_iter().unzip();
    let calendar = DataFrame::new(
        dates.len(),
        vec![Series::new(key::DATE.into(), dates).into(), Series::new("of_day".into(), periods).into()],
    )?;
    let dated = rows.clone().filter(col(key::DATE).is_not_null());
    let dated = dated
        .join(calendar.lazy(), [col(key::DATE)], [col(key::DATE)], JoinArgs::new(JoinType::Inner))
        .with_column(col("of_day").alias(key::PERIOD));
    let statements = rows.filter(col(key::DATE).is_null()).with_column(lit("").alias("of_day"));
    Ok(polars::prelude::concat([dated, statements], polars::prelude::UnionArgs::default())?)
}

fn is_one_of(column: &str, ids: &[String]) -> Expr {
    is_one_of_text(col(column), ids)
}

fn is_one_of_text(text: Expr, ids: &[String]) -> Expr {
    let wanted = ids.iter().map(|id| text.clone().eq(lit(id.as_str())));
    wanted.reduce(Expr::or).unwrap_or_else(|| lit(false)).fill_null(lit(false))
}

/// The items of a tally with one row per member of their cast, each item numbered.
fn members(tally: &Tally) -> Result<DataFrame, Failure> {
    let items = tally.items();
    let casts = string_column(items, key::CAST)?;
    let (mut of_item, mut parts): (Vec<u32>, [Vec<Option<&str>>; key::APPEARANCE.len()]) = Default::default();
    for (item, cast) in (0_u32..).zip(strs(&casts)) {
        for member in cast.split(';') {
            of_item.push(item);
            for (column, part) in parts.iter_mut().zip(member.split('|')) {
                column.push(Some(part).filter(|part| !part.is_empty()));
            }
        }
    }
    let rows = items.take(&IdxCa::new(ITEM.into(), &of_item))?.drop(key::CAST)?;
    let mut cast = vec![Series::new(ITEM.into(), of_item).into()];
    for (name, part) in key::APPEARANCE.into_iter().zip(parts) {
        cast.push(Series::new(name.into(), part).into());
    }
    // A cast that lacks a part is refused here, and not made up.
    let cast = DataFrame::new_infer_height(cast)?;
    Ok(rows.hstack(cast.columns())?)
}
