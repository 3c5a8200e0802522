//! Percentages against their amounts and against each other.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};

use super::number::{decimal, rounded, unit, whole};
use super::{Number, Printed, Published, Row, TableFinding};

/// Percentages below zero or above a hundred.
pub(super) fn outside(rows: &[Row]) -> Vec<TableFinding> {
    let hundred = whole(100);
    let wrong = rows.iter().filter_map(|row| Some((row, row.percent.as_ref()?)));
    let wrong = wrong.filter(|(_, percent)| percent.value.is_negative() || percent.value > hundred);
    wrong
        .map(|(row, percent)| TableFinding::Outside { name: row.name.clone(), printed: percent.text.clone() })
        .collect()
}

/// Each percentage may be half a unit of its last digit from what it is of.
pub(super) fn percent_sum(percents: &[&Printed], total: Option<&Printed>) -> TableFinding {
    let sum: Number = percents.iter().map(|percent| &percent.value).sum();
    let hundred = whole(100);
    let half = |percent: &Printed| unit(percent.decimals) / whole(2);
    let room: Number = percents.iter().map(|percent| half(percent)).chain(total.map(half)).sum();
    let aim = total.map_or(hundred, |total| total.value.clone());
    TableFinding::PercentSum {
        sum: decimal(&sum, 2),
        total: total.map_or_else(|| "100".to_owned(), |total| total.text.clone()),
        is_possible: (&sum - aim).abs() <= room,
    }
}

pub(super) fn percentages(
    published: &Published,
    parts: &[&Row],
    total: Option<&Printed>,
    sum: Option<Number>,
) -> Vec<TableFinding> {
    if let Some(slice) = total_as_slice(published, parts, total) {
        return vec![slice];
    }
    let with_percent: Vec<(&Row, &Printed, &Printed)> =
        parts.iter().filter_map(|row| Some((*row, row.amount.as_ref()?, row.percent.as_ref()?))).collect();
    if with_percent.is_empty() {
        return Vec::new();
    }
    let implied = implied_total(&with_percent);
    let is_outside = |total: &Number| implied.as_ref().is_some_and(|(low, high)| total < low || total > high);
    let Some(base) = total.map(|total| total.value.clone()).or(sum.filter(|sum| !is_outside(sum))) else {
        // Without a total, and parts that are not all: the percentages say what it must have been.
        return implied.clone().map(|(low, high)| implied_finding((low, high), false)).into_iter().collect();
    };
    if let Some(found) = largest_remainder(&with_percent, &base) {
        return found;
    }
    let mut found = Vec::new();
    let (mut rounded_only, mut cut_only, mut all_fit) = (Vec::new(), Vec::new(), true);
    for (row, amount, percent) in &with_percent {
        let exact = if base.is_zero() { Number::zero() } else { &amount.value * whole(100) / &base };
        let rules: Vec<&'static str> = ["half-up", "half-even", "truncate"]
            .into_iter()
            .filter(|rule| rounded(&exact, percent.decimals, rule) == percent.value)
            .collect();
        all_fit &= !rules.is_empty();
        match (rules.contains(&"truncate"), rules.len() > 1 || rules.first() == Some(&"half-up")) {
            (true, false) => cut_only.push(row.name.clone()),
            (false, true) => rounded_only.push(row.name.clone()),
            _ => {}
        }
        found.push(TableFinding::Percent {
            name: row.name.clone(),
            printed: percent.text.clone(),
            exact: decimal(&exact, percent.decimals as usize + 2),
            rules,
        });
    }
    if all_fit && !rounded_only.is_empty() && !cut_only.is_empty() {
        found.push(TableFinding::MixedRounding { rounded: rounded_only, cut_off: cut_only });
    }
    let is_wrong = is_outside(&base);
    if !all_fit && let Some((low, high)) = implied {
        found.push(implied_finding((low, high), is_wrong));
    }
    found
}

/// Percentages rounded so that they add up to a hundred: each is cut off, and the missing units go to the largest rests. `None`
/// where one rule of rounding gives all of them anyhow, or this one does not either.
fn largest_remainder(rows: &[(&Row, &Printed, &Printed)], base: &Number) -> Option<Vec<TableFinding>> {
    let decimals = rows.first()?.2.decimals;
    let unit = unit(decimals);
    let printed: Number = rows.iter().map(|(.., percent)| &percent.value).sum();
    if base.is_zero() || printed != whole(100) || rows.iter().any(|(.., p)| p.decimals != decimals) {
        return None;
    }
    let exact = |amount: &Printed| &amount.value * whole(100) / base;
    let fits = |rule: &str| rows.iter().all(|(_, amount, p)| rounded(&exact(amount), decimals, rule) == p.value);
    if ["half-up", "half-even", "truncate"].into_iter().any(fits) {
        return None;
    }
    let (mut least_up, mut most_down): (Option<Number>, Option<Number>) = (None, None);
    for (_, amount, percent) in rows {
        let cut = rounded(&exact(amount), decimals, "truncate");
        let rest = exact(amount) - &cut;
        match &percent.value - cut {
            zero if zero.is_zero() => most_down = Some(most_down.map_or(rest.clone(), |most| most.max(rest))),
            up if up == unit => least_up = Some(least_up.map_or(rest.clone(), |least| least.min(rest))),
            _ => return None,
        }
    }
    if least_up.zip(most_down).is_some_and(|(up, down)| up < down) {
        return None;
    }
    let finding = |(row, amount, percent): &(&Row, &Printed, &Printed)| TableFinding::Percent {
        name: row.name.clone(),
        printed: percent.text.clone(),
        exact: decimal(&exact(amount), decimals as usize + 2),
        rules: vec!["largest-remainder"],
    };
    Some(rows.iter().map(finding).collect())
}

fn implied_finding((low, high): (Number, Number), is_wrong: bool) -> TableFinding {
    TableFinding::ImpliedTotal { low: decimal(&low.ceil(), 0), high: decimal(&high.floor(), 0), is_wrong }
}

/// The percentages are of all rows that have one, the total among them: it was charted beside its own parts.
fn total_as_slice(published: &Published, parts: &[&Row], total: Option<&Printed>) -> Option<TableFinding> {
    let total = total?;
    let sliced: Vec<(&Row, &Printed, &Printed)> =
        published.rows.iter().filter_map(|row| Some((row, row.amount.as_ref()?, row.percent.as_ref()?))).collect();
    let has_total = sliced.iter().any(|(row, ..)| row.is_total);
    let base: Number = sliced.iter().map(|(_, amount, _)| &amount.value).sum();
    if !has_total || sliced.len() < 2 || base.is_zero() || total.value.is_zero() {
        return None;
    }
    let fits = |(_, amount, percent): &(&Row, &Printed, &Printed)| {
        rounded(&(&amount.value * whole(100) / &base), percent.decimals, "half-up") == percent.value
    };
    // A total that is said to be 100 per cent is no slice.
    if !sliced.iter().all(fits) {
        return None;
    }
    let share = |row: &&&Row| {
        let amount = row.amount.as_ref()?;
        let printed = row.percent.as_ref().map_or_else(|| "–".to_owned(), |percent| percent.text.clone());
        Some((row.name.clone(), printed, decimal(&(&amount.value * whole(100) / &total.value), 2)))
    };
    Some(TableFinding::TotalAsSlice { parts: parts.iter().filter_map(|row| share(&row)).collect() })
}

/// The totals that give every printed percentage, rounded half up; `None` where no total does.
fn implied_total(rows: &[(&Row, &Printed, &Printed)]) -> Option<(Number, Number)> {
    let mut range: Option<(Number, Number)> = None;
    for (_, amount, percent) in
        rows.iter().filter(|(_, amount, percent)| !amount.value.is_zero() && percent.value.is_positive())
    {
        let half = unit(percent.decimals) / whole(2);
        let (least, most) = (&percent.value - &half, &percent.value + &half);
        let low = &amount.value * whole(100) / most;
        let high = if least.is_positive() { &amount.value * whole(100) / least } else { continue };
        range = Some(range.map_or((low.clone(), high.clone()), |(a, b): (Number, Number)| (a.max(low), b.min(high))));
    }
    range.filter(|(low, high)| low.ceil() <= high.floor())
}

/// Can a whole number out of `n` be printed so, whichever way a half goes?
pub(super) fn is_possible(percent: &Printed, n: &BigInt) -> bool {
    if !n.is_positive() {
        return false;
    }
    let near = (&percent.value * n / whole(100)).floor().to_integer();
    let half = unit(percent.decimals) / whole(2);
    (-1..=1).map(|step| &near + step).filter(|count: &BigInt| !count.is_negative() && count <= n).any(|count| {
        let exact = Number::new(count * 100, n.clone());
        (exact - &percent.value).abs() <= half
    })
}
