//! Disagreements ranked by what settling them would do to a published figure.
//!
//! In: codings, the tally and the study. Out: one row per unit whose codes differ, the largest effect first: how many points the
//! figure would move if the second code stood in place of the first, which figure that is, and how much alpha would rise if the
//! two agreed. Figures are those of the report's pool by medium: the share of the actor; for tone and voice the part of
//! the actor's coverage. Formula: `|(t + d) / (T + d) - t / T|`, and `amount / coded amount` for tone and voice.
//! Zero: a disagreement that touches no figure of the pool has no effect in points and is ranked by alpha.

use std::collections::BTreeMap;

use super::select::{Failure, day_of};
use super::{Dimension, FigureTable, MeasureRequest, ShareTable, share, tone, voice};
use crate::agreement::{Appearance, Codings, Item, Unit, Variable, disagreements};
use crate::study::{Pool, Study};
use crate::tally::Tally;
use crate::unit::{Amount, Share};

/// A unit whose codes differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// The variable.
    pub variable: String,
    /// The unit.
    pub unit: Unit,
    /// Its day, where it has one.
    pub day: Option<chrono::NaiveDate>,
    /// Coder, code and place of each.
    pub codes: Vec<(String, String, String)>,
    /// The figure that would move.
    pub figure: Option<String>,
    /// By how many points of a hundred.
    pub points: f64,
    /// How much alpha of the variable would rise.
    pub alpha: f64,
}

/// The tables whose figures may move.
struct Tables {
    shares: ShareTable,
    tones: Option<FigureTable>,
    voices: Option<FigureTable>,
}

/// A code as people read it: an amount in seconds or cm².
fn said(variable: &Variable, code: &str) -> String {
    let amount = variable.measured.zip(code.parse().ok()).map(|(unit, whole)| Amount::new(unit, whole));
    amount.map_or_else(|| code.to_owned(), |amount| format!("{} {}", amount.machine_number(), amount.machine_unit()))
}

/// Ranks the disagreements.
///
/// Errors: [`Failure`] where statements that overlap would be added.
pub fn worklist(
    variables: &[Variable],
    codings: &Codings,
    tally: &Tally,
    study: &Study,
    pool: &Pool,
) -> Result<Vec<Disagreement>, Failure> {
    let request = MeasureRequest::new(pool, &[Dimension::Medium]);
    let tables = Tables {
        shares: share(tally, study, &request)?,
        tones: tone(tally, study, &request).ok(),
        voices: voice(tally, study, &request).ok(),
    };
    let items: BTreeMap<(&str, Option<i32>, &str), &Item> =
        codings.items().into_iter().map(|item| ((item.outlet.as_str(), item.date, item.name.as_str()), item)).collect();
    let mut found = Vec::new();
    for variable in variables {
        let Some((of_units, whole)) = disagreements(&variable.ratings, variable.level) else { continue };
        for (number, unit) in variable.units.iter().enumerate().filter(|(number, _)| of_units[*number] > 0.0) {
            let item = items.get(&(unit.outlet.as_str(), unit.date, unit.item.as_str()));
            let moved = item.and_then(|item| moves(variable, unit, item, study, pool, &tables));
            let code = |coder: usize| {
                let place = variable.places[number][coder].as_ref().map(|(file, line)| format!("{file}:{line}"));
                let code = said(variable, variable.codes[number][coder].as_deref()?);
                Some((variable.coders[coder].clone(), code, place.unwrap_or_default()))
            };
            found.push(Disagreement {
                variable: variable.name.clone(),
                unit: unit.clone(),
                day: unit.date.and_then(day_of),
                codes: (0..variable.coders.len()).filter_map(code).collect(),
                points: moved.as_ref().map_or(0.0, |(_, points)| *points),
                figure: moved.map(|(figure, _)| figure),
                alpha: of_units[number] / whole,
            });
        }
    }
    found.sort_by(|a, b| {
        b.points
            .total_cmp(&a.points)
            .then(b.alpha.total_cmp(&a.alpha))
            .then_with(|| (&a.variable, &a.unit).cmp(&(&b.variable, &b.unit)))
    });
    Ok(found)
}

/// The figure that moves and by how many points.
fn moves(
    variable: &Variable,
    unit: &Unit,
    item: &Item,
    study: &Study,
    pool: &Pool,
    tables: &Tables,
) -> Option<(String, f64)> {
    let medium = study.codebook.outlets.by_id(&unit.outlet)?.own.medium.word();
    let mut codings = item.codings.values();
    let (first, second) = (codings.next()?, codings.next()?);
    let amount = |rows: &[Appearance], genre: Option<&str>, actor: Option<&str>| -> i64 {
        let of_pool = rows.iter().filter(|row| counts(study, pool, item, row, genre).is_some());
        let of_actor =
            of_pool.filter(|row| actor.is_none_or(|actor| counts(study, pool, item, row, genre) == Some(actor)));
        of_actor.filter_map(|row| row.amount).sum()
    };
    let of = |figures: &FigureTable, measure: &str| {
        let is_unit = |row: &&Appearance| {
            let voice = row.voice.as_deref().unwrap_or_default();
            row.actor == unit.actor && (unit.voice.is_empty() || unit.voice == voice)
        };
        let amount: i64 = first.appearances.iter().filter(is_unit).filter_map(|row| row.amount).sum();
        let tone = first.appearances.iter().find(is_unit).and_then(|row| row.tone.clone()).unwrap_or_default();
        let figure = figures.figures.iter().find(|figure| {
            figure.measure == measure
                && (measure != "tone" || figure.of == tone)
                && figure.group[0] == medium
                && figure.actor == unit.actor
                && figure.quantity == item.quantity
        })?;
        let part = Share::of(amount, figure.estimate.denominator.whole())?;
        Some((figures.key(study, figure), part.as_f64() * 100.0))
    };
    match variable.name.as_str() {
        "tone" => return of(tables.tones.as_ref()?, "tone"),
        "voice" => return of(tables.voices.as_ref()?, "voice"),
        _ => {}
    }
    // The other coding in place of the first, for the actor that moves most.
    let (genre_first, genre_second) = (first.genre.as_deref(), second.genre.as_deref());
    let all = [amount(&first.appearances, genre_first, None), amount(&second.appearances, genre_second, None)];
    let rows = tables.shares.rows.iter().filter(|row| {
        row.group[0] == medium && row.quantity == item.quantity && (unit.actor.is_empty() || row.actor == unit.actor)
    });
    let moved = rows.filter_map(|row| {
        let (t, whole) = (row.estimate.numerator.whole(), row.estimate.denominator.whole());
        let own = [&first.appearances, &second.appearances];
        let before = amount(own[0], genre_first, Some(&row.actor));
        let after = amount(own[1], genre_second, Some(&row.actor));
        let then = Share::of(t - before + after, whole - all[0] + all[1])?;
        let points = then.minus(&Share::of(t, whole)?).as_f64().abs() * 100.0;
        (points > 0.0).then(|| (key(study, &tables.shares, row), points))
    });
    moved.max_by(|a, b| a.1.total_cmp(&b.1))
}

fn key(study: &Study, table: &ShareTable, row: &super::ShareRow) -> String {
    let figures = table.some(&[row]).figures(super::Who::Actor);
    figures.key(study, &figures.figures[0])
}

/// The actor that a coded row counts for in the pool.
pub(super) fn counts<'a>(
    study: &'a Study,
    pool: &'a Pool,
    item: &Item,
    row: &'a Appearance,
    genre: Option<&str>,
) -> Option<&'a str> {
    let is_in =
        |ids: &[String], id: Option<&str>| ids.is_empty() || id.is_some_and(|id| ids.iter().any(|known| known == id));
    let is_counted = is_in(&pool.genres, genre)
        && is_in(&pool.outlets, Some(&item.outlet))
        && is_in(&pool.capacities, row.capacity.as_deref());
    let day = item.date.and_then(day_of);
    pool.counts_for(&row.actor, (row.capacity.as_deref(), day), &study.codebook).filter(|_| is_counted)
}
