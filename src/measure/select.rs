//! The rows of a tally that belong to a pool and fulfil conditions, with the actor each counts for.

use polars::prelude::{
    DataFrame, DataType, Expr, IntoLazy as _, JoinArgs, JoinType, LazyFrame, NamedFrom as _, PolarsError, Series, col,
    df, lit,
};

use super::{Condition, Dimension};
use crate::study::{Period, Pool, Study};
use crate::tally::{Tally, key};

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
    /// The tally is not one of this study, or the engine failed.
    #[error("the tally cannot be summed")]
    Engine(#[from] PolarsError),
}

/// The column that holds the actor an appearance counts for in the pool.
pub(super) const COUNTED: &str = "counted";
/// The column of [`members`] that numbers the items.
pub(super) const ITEM: &str = "item";

/// Narrows a table of appearances, or of [`members`], to a pool and conditions.
///
/// Out: the same columns, and `medium`, `ownership` and [`COUNTED`].
pub(super) fn select(
    table: &DataFrame,
    study: &Study,
    pool: &Pool,
    conditions: &[Condition],
    by_period: bool,
) -> Result<LazyFrame, Failure> {
    let inner = JoinArgs::new(JoinType::Inner);
    let mut rows = table
        .clone()
        .lazy()
        .join(counted(study, pool)?.lazy(), [col(key::ACTOR)], [col(key::ACTOR)], inner.clone())
        .join(outlets(study)?.lazy(), [col(key::OUTLET)], [col(key::OUTLET)], inner);
    let lists = [
        (key::GENRE, &pool.genres),
        (key::OUTLET, &pool.outlets),
        (key::CAPACITY, &pool.capacities),
        (key::DAYPART, &pool.dayparts),
    ];
    for (column, ids) in lists {
        if !ids.is_empty() {
            rows = rows.filter(is_one_of(column, ids));
        }
    }
    if let Some((from, to)) = pool.days {
        rows = rows.filter(col(key::DATE).gt_eq(lit(from)).and(col(key::DATE).lt_eq(lit(to))));
    }
    if by_period {
        if study.periods.is_empty() {
            return Err(Failure::NoPeriods);
        }
        rows = with_periods(rows, study)?;
    }
    for condition in conditions {
        let column = condition.dimension.column();
        rows = if condition.dimension == Dimension::Date {
            rows.filter(is_one_of_text(col(column).cast(DataType::String), &condition.values))
        } else {
            rows.filter(is_one_of(column, &condition.values))
        };
    }
    Ok(rows)
}

/// Statements of overlapping periods or dayparts speak of the same minutes twice: their sum is refused.
pub(super) fn refuse_overlaps(rows: &LazyFrame, study: &Study, by: &[Dimension]) -> Result<(), Failure> {
    let statements = rows.clone().filter(col(key::DATE).is_null());
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

fn distinct(rows: &LazyFrame, column: &str) -> Result<Vec<String>, Failure> {
    let found = rows.clone().select([col(column)]).collect()?;
    let mut ids: Vec<String> = found.column(column)?.str()?.iter().flatten().map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    Ok(ids)
}

/// Which actor counts for which in this pool.
fn counted(study: &Study, pool: &Pool) -> Result<DataFrame, Failure> {
    let pairs = study.codebook.actors.iter();
    let pairs = pairs.filter_map(|actor| Some((actor.id.as_str(), pool.counts_for(&actor.id, &study.codebook)?)));
    let (actors, counted): (Vec<&str>, Vec<&str>) = pairs.unzip();
    Ok(df!(key::ACTOR => actors, COUNTED => counted)?)
}

/// Medium and ownership of every outlet.
fn outlets(study: &Study) -> Result<DataFrame, Failure> {
    let all: Vec<_> = study.codebook.outlets.iter().collect();
    Ok(df!(
        key::OUTLET => all.iter().map(|outlet| outlet.id.as_str()).collect::<Vec<_>>(),
        Dimension::Medium.word() => all.iter().map(|outlet| outlet.own.medium.word()).collect::<Vec<_>>(),
        Dimension::Ownership.word() => all.iter().map(|outlet| outlet.own.ownership.as_deref()).collect::<Vec<_>>(),
    )?)
}

/// Dated rows get every period that holds their day; statements keep their own. A day of no period gives no row.
fn with_periods(rows: LazyFrame, study: &Study) -> Result<LazyFrame, Failure> {
    let mut days = Vec::new();
    for period in &study.periods {
        days.extend(period.from.iter_days().take_while(|day| *day <= period.to).map(|day| (day, period.id.as_str())));
    }
    let (dates, periods): (Vec<chrono::NaiveDate>, Vec<&str>) = days.into_iter().unzip();
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
pub(super) fn members(tally: &Tally) -> Result<DataFrame, Failure> {
    let items = tally.items();
    let (mut of_item, mut parts): (Vec<u32>, [Vec<Option<String>>; 4]) = (Vec::new(), Default::default());
    for (item, cast) in (0_u32..).zip(items.column(key::CAST)?.str()?.iter()) {
        for member in cast.unwrap_or_default().split(';') {
            of_item.push(item);
            for (column, part) in parts.iter_mut().zip(member.split('|')) {
                column.push((!part.is_empty()).then(|| part.to_owned()));
            }
        }
    }
    let numbers: Vec<u32> = (0..).take(items.height()).collect();
    let mut numbered = items.clone();
    numbered.with_column(Series::new(ITEM.into(), numbers).into())?;
    let mut cast = vec![Series::new(ITEM.into(), of_item).into()];
    for (name, part) in key::APPEARANCE.into_iter().zip(parts) {
        cast.push(Series::new(name.into(), part).into());
    }
    let cast = DataFrame::new_infer_height(cast)?;
    let joined = numbered.lazy().join(cast.lazy(), [col(ITEM)], [col(ITEM)], JoinArgs::new(JoinType::Inner));
    Ok(joined.collect()?)
}
