//! The places a rule speaks of, with or without coverage.

use super::Rule;
use crate::codebook::Medium;
use crate::measure::{Completeness, Dimension, completeness, week_of};
use crate::study::{Pool, Study};
use crate::unit::Unit;

/// Every place of a rule: the values of what it holds per, as the study declares them. `None` where any text may be a value, so
/// that nobody knows what is missing.
pub(super) fn places(study: &Study, rule: &Rule, pool: &Pool) -> Option<Vec<Vec<String>>> {
    let values = values_of_each(study, rule, pool)?;
    if values.iter().any(Vec::is_empty) {
        return Some(Vec::new());
    }
    let mut places: Vec<Vec<String>> = vec![Vec::new()];
    for values in values {
        places = places
            .into_iter()
            .flat_map(|place| values.iter().map(move |value| [place.clone(), vec![value.clone()]].concat()))
            .collect();
    }
    Some(places)
}

/// How many places these are.
pub(super) fn n_places(study: &Study, rule: &Rule, pool: &Pool) -> Option<usize> {
    Some(values_of_each(study, rule, pool)?.iter().map(Vec::len).fold(1, usize::saturating_mul))
}

/// The times that a rule holds for one after the other; nothing where it holds for all of its time.
pub(super) fn times(study: &Study, rule: &Rule, pool: &Pool) -> Vec<String> {
    rule.time().and_then(|at| values(study, rule, pool, rule.per[at])).unwrap_or_default()
}

fn values_of_each(study: &Study, rule: &Rule, pool: &Pool) -> Option<Vec<Vec<String>>> {
    rule.per.iter().map(|dimension| values(study, rule, pool, *dimension)).collect()
}

fn values(study: &Study, rule: &Rule, pool: &Pool, dimension: Dimension) -> Option<Vec<String>> {
    let window = study.window;
    let (first, last) = pool.days.unwrap_or((window.from, window.to));
    let of_pool_days = || window.days().filter(|day| first <= *day && *day <= last);
    let values: Vec<String> = match dimension {
        Dimension::Outlet => outlets(study, rule, pool),
        Dimension::Medium => {
            let media = outlets(study, rule, pool).into_iter().filter_map(|id| study.codebook.outlets.by_id(&id));
            let mut media: Vec<String> = media.map(|outlet| outlet.own.medium.word().to_owned()).collect();
            media.sort();
            media.dedup();
            media
        }
        Dimension::Day => of_pool_days().map(|day| day.to_string()).collect(),
        Dimension::Week => {
            let mut weeks: Vec<String> = of_pool_days().map(week_of).collect();
            weeks.dedup();
            weeks
        }
        Dimension::Period => {
            let (from, to) = (first.max(window.from), last.min(window.to));
            let here = study.periods.iter().filter(|period| period.from <= to && from <= period.to);
            here.map(|period| period.id.clone()).collect()
        }
        Dimension::Daypart if pool.dayparts.is_empty() => {
            study.codebook.dayparts.ids().into_iter().map(str::to_owned).collect()
        }
        Dimension::Daypart => pool.dayparts.clone(),
        _ => return None,
    };
    let wanted = rule.conditions.iter().filter(|condition| condition.dimension == dimension);
    let wanted: Vec<&Vec<String>> = wanted.map(|condition| &condition.values).collect();
    Some(values.into_iter().filter(|value| wanted.iter().all(|values| values.contains(value))).collect())
}

/// The outlets of the pool that fulfil the conditions and have what the quantity measures.
fn outlets(study: &Study, rule: &Rule, pool: &Pool) -> Vec<String> {
    let unit = study.quantity(&rule.quantity).expect("invariant: rules name quantities of the study").unit;
    // Print has no airtime, and nothing else has space.
    let has_unit = |medium: Medium| match unit {
        Unit::Time => medium != Medium::Print,
        Unit::Area => medium == Medium::Print,
        Unit::Count => true,
    };
    let all = study.codebook.outlets.iter().filter(|outlet| has_unit(outlet.own.medium));
    let of_pool = all.filter(|outlet| pool.outlets.is_empty() || pool.outlets.contains(&outlet.id));
    let fulfils = |id: &str, medium: &str, owner: Option<&str>| {
        rule.conditions.iter().all(|condition| match condition.dimension {
            Dimension::Outlet => condition.values.iter().any(|value| value == id),
            Dimension::Medium => condition.values.iter().any(|value| value == medium),
            Dimension::Ownership => condition.values.iter().any(|value| Some(value.as_str()) == owner),
            _ => true,
        })
    };
    of_pool
        .filter(|outlet| fulfils(&outlet.id, outlet.own.medium.word(), outlet.own.ownership.as_deref()))
        .map(|outlet| outlet.id.clone())
        .collect()
}

/// What was planned and recorded in a place; `None` for a study without a calendar.
pub(super) fn hours(study: &Study, rule: &Rule, pool: &Pool, place: &[String]) -> Option<Completeness> {
    completeness(study, pool, &rule.per, place, &rule.conditions)
}
