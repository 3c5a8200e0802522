//! Reading `rules.toml`.

use chrono::NaiveDate;

use super::{LostHolds, Quota, Rule, Whole, places, quota};
use crate::codebook::{Label, read_id};
use crate::declaration::{Document, Table};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::measure::{Condition, Dimension};
use crate::study::Study;
use crate::unit::{Decimal, Share, Unit};

/// E821: a rule that asks for nothing, or for two things.
pub(in crate::audit) static BAD_RULE: Code = Code {
    id: "E821",
    name: "bad-rule",
    severity: Severity::Error,
    page: "A rule asks one thing of each actor: `quota = \"equal\"` or `\"level\"`, `shares` in percent by actor, `counts` (seats, \
           votes) by actor, `[[rule.parts]]` of `percent` each, `at_most` or `at_least` with a percentage, a limit in the unit of \
           its quantity (`at_most_seconds`, `at_least_cm2` ...), `longest_seconds` or `shortest_seconds` of an item, \
           `at_most_seconds_per_hour`, or `nothing = true`. It has a `source` and the `date` of that text, and names its `pool`, \
           `quantity` and what it holds `per`.",
};

/// The rules of a file. Every mistake is a finding.
pub fn rules_of(study: &Study, place: &str, text: &str) -> (Vec<Rule>, Vec<Diagnostic>) {
    let document = Document::new(place, text);
    let mut ids: Vec<String> = Vec::new();
    let rules = document.read(|root| {
        root.tables("rule", |entry| {
            let rule = rule(study, entry)?;
            if ids.contains(&rule.id) {
                let message = format!("two rules have the id `{}`", rule.id);
                document.report(&BAD_RULE, entry.span(), message, None);
            }
            ids.push(rule.id.clone());
            Some(rule)
        })
    });
    let rules = rules.unwrap_or_default();
    let mut findings = document.take_findings();
    if rules.is_empty() && findings.is_empty() {
        findings.push(Diagnostic::new(&BAD_RULE, crate::diagnostic::Place::file(place), "the file holds no [[rule]]"));
    }
    (rules, findings)
}

/// Every key is read before anything is given up, so that each mistake is said and no key is called unknown.
fn rule(study: &Study, entry: &Table<'_>) -> Option<Rule> {
    let (id, name) = (read_id(entry), Label::read(entry));
    let source = entry.require("source", Label::read_key(entry, "source"));
    let date = entry.require("date", entry.date("date"));
    let pool = pool(study, entry);
    let quantity = quantity(study, entry);
    let per = per(entry);
    let conditions = conditions(study, entry);
    let days = days(study, entry);
    let tolerance = tolerance(entry);
    let whole = entry.choice("of", &[("pool", Whole::Pool), ("recorded", Whole::Recorded)]).unwrap_or(Whole::Pool);
    let is_of_all = entry.choice("who", &[("each", false), ("all", true)]).unwrap_or(false);
    let carry_over = entry.boolean("carry_over").unwrap_or(false);
    let lost_holds = entry
        .choice("lost_holds", &[("as-recorded", LostHolds::AsRecorded), ("everything", LostHolds::Everything)])
        .unwrap_or(LostHolds::AsRecorded);
    let unit = quantity.as_ref().and_then(|id| study.quantity(id)).map(|quantity| quantity.unit);
    let quota = quota::read(study, entry, pool.as_ref().and_then(|id| study.pool(id)), unit);
    let rule = Rule {
        id: id?.value,
        name: name?,
        source: source?,
        date: date?.value,
        pool: pool?,
        quantity: quantity?,
        per,
        conditions,
        days: days?,
        quota: quota?,
        is_of_all,
        whole,
        carry_over,
        tolerance: tolerance?,
        lost_holds,
    };
    (refuse_senseless(study, entry, &rule, unit?) && refuse_many_places(study, entry, &rule)).then_some(rule)
}

/// More places than this are not judged: a limit per outlet and day of years.
const MOST_PLACES: usize = 100_000;

fn refuse_many_places(study: &Study, entry: &Table<'_>, rule: &Rule) -> bool {
    let pool = study.pool(&rule.pool).expect("invariant: rules name pools of the study");
    let n_places = places::n_places(&rule.on_its_days(study), rule, pool).filter(|_| rule.judges_silence(study));
    let Some(n_places) = n_places.filter(|n_places| *n_places > MOST_PLACES) else { return true };
    let message = format!("the rule speaks of {n_places} places, and {MOST_PLACES} at most are judged");
    let hint = "hold it per week or per medium, or narrow it with `where`, `from` and `to`".to_owned();
    entry.document().report(&BAD_RULE, entry.span(), message, Some(hint));
    false
}

/// Combinations that mean nothing.
fn refuse_senseless(study: &Study, entry: &Table<'_>, rule: &Rule, unit: Unit) -> bool {
    let mut is_sound = true;
    let mut refuse = |is_wrong: bool, message: &str| {
        if is_wrong {
            entry.document().report(&BAD_RULE, entry.span(), message.to_owned(), None);
            is_sound = false;
        }
    };
    let is_said = |key: &str| entry.is_written(key);
    let unheard = ["per", "who", "of", "carry_over", "tolerance", "lost_holds"].into_iter().filter(|key| is_said(key));
    let unheard: Vec<&str> = unheard.collect();
    refuse(
        rule.quota.is_of_items() && !unheard.is_empty(),
        "a limit on items or hours holds for each of them: leave out `per`, `who`, `of`, `carry_over`, `tolerance` and `lost_holds`",
    );
    let never = [Dimension::Actor, Dimension::Group, Dimension::Quantity];
    refuse(
        rule.per.iter().any(|by| never.contains(by)),
        "a rule holds for each actor and one quantity anyhow: leave actor, group and quantity out of `per`",
    );
    refuse(
        rule.conditions.iter().any(|condition| never.contains(&condition.dimension)),
        "`where` narrows places; whose coverage counts is the pool's to say, and the quantity the rule's",
    );
    let of_dayparts = rule.per.contains(&Dimension::Daypart)
        || rule.conditions.iter().any(|condition| condition.dimension == Dimension::Daypart);
    refuse(
        rule.whole == Whole::Recorded && of_dayparts,
        "`of = \"recorded\"` is of the hours of a day, not of its parts",
    );
    let is_share_of_each = matches!(rule.quota, Quota::Equal | Quota::Level | Quota::Parts(_));
    refuse(
        rule.carry_over && rule.time().is_none(),
        "`carry_over` carries from one time to the next: name day, week or period in `per`",
    );
    refuse(
        rule.is_of_all && is_share_of_each,
        "`who = \"all\"` goes with a limit or a percentage, not with parts of actors",
    );
    let has_whole = study.pool(&rule.pool).is_some_and(|pool| pool.whole.is_some());
    let is_share = matches!(rule.quota, Quota::AtMostShare(_) | Quota::AtLeastShare(_));
    refuse(
        rule.is_of_all && is_share && rule.whole == Whole::Pool && !has_whole,
        "all of a pool is always 100 % of it: give `of = \"recorded\"`",
    );
    refuse(
        asks_more_than_all(study, rule),
        "`at_least` holds for each actor of the pool, and as many of them make more than 100 %",
    );
    refuse(rule.whole == Whole::Recorded && !is_share, "`of = \"recorded\"` goes with `at_most` or `at_least`");
    refuse(
        rule.whole == Whole::Recorded && unit != Unit::Time,
        "`of = \"recorded\"` is of hours, and the quantity is no time",
    );
    refuse(
        rule.whole == Whole::Recorded && study.monitored.is_empty(),
        "`of = \"recorded\"` needs the hours that were monitored: `[[monitored]]` in study.toml",
    );
    is_sound
}

/// Is each of the pool's actors to have more than an equal part of it? No coverage could give them that.
fn asks_more_than_all(study: &Study, rule: &Rule) -> bool {
    let (Quota::AtLeastShare(least), Whole::Pool, false) = (&rule.quota, rule.whole, rule.is_of_all) else {
        return false;
    };
    let least = least.minus(&Share::from_percent(rule.tolerance));
    // Where the whole is stated, several are on air in the same seconds.
    let pool = study.pool(&rule.pool).filter(|pool| pool.whole.is_none());
    let n_actors = pool.map_or(0, |pool| pool.listed_actors(&study.codebook).count());
    Share::equal(n_actors).is_some_and(|equal| equal.minus(&least).is_negative())
}

fn pool(study: &Study, entry: &Table<'_>) -> Option<String> {
    let pools: Vec<&str> = study.pools.iter().map(|pool| pool.id.as_str()).collect();
    let Some(pool) = entry.text("pool") else { return Some(study.report.pool.clone()) };
    let is_known = pools.contains(&pool.value.as_str());
    if !is_known {
        entry.document().report_unknown(pool.span.clone(), "pool", &pool.value, &pools);
    }
    is_known.then_some(pool.value)
}

fn quantity(study: &Study, entry: &Table<'_>) -> Option<String> {
    let quantities: Vec<&str> = study.quantities.iter().map(|quantity| quantity.id.as_str()).collect();
    let quantity = entry.require("quantity", entry.text("quantity"))?;
    let is_known = quantities.contains(&quantity.value.as_str());
    if !is_known {
        entry.document().report_unknown(quantity.span.clone(), "quantity", &quantity.value, &quantities);
    }
    is_known.then_some(quantity.value)
}

fn per(entry: &Table<'_>) -> Vec<Dimension> {
    let mut per = Vec::new();
    for word in entry.texts("per") {
        match Dimension::parse(&word.value) {
            Ok(dimension) if per.contains(&dimension) => {}
            Ok(dimension) => per.push(dimension),
            Err(error) => entry.document().report(&BAD_RULE, word.span, error.to_string(), error.hint.clone()),
        }
    }
    per
}

fn conditions(study: &Study, entry: &Table<'_>) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for word in entry.texts("where") {
        match Condition::parse(&word.value, study) {
            Ok(condition) => conditions.push(condition),
            Err(error) => entry.document().report(&BAD_RULE, word.span, error.to_string(), error.hint.clone()),
        }
    }
    conditions
}

type Days = Option<(NaiveDate, NaiveDate)>;

/// The days it is of; an end that is not written is that of the window. `None` where they are no days.
fn days(study: &Study, entry: &Table<'_>) -> Option<Days> {
    let (from, to) = (entry.date("from"), entry.date("to"));
    if from.is_none() && to.is_none() {
        return Some(None);
    }
    let span = from.as_ref().or(to.as_ref()).map(|date| date.span.clone());
    let from = from.map_or(study.window.from, |date| date.value);
    let to = to.map_or(study.window.to, |date| date.value);
    let is_wrong = if from > to {
        Some(format!("`to` {to} is before `from` {from}"))
    } else if to < study.window.from || from > study.window.to {
        Some(format!("{from} to {to} is outside the study's window, {} to {}", study.window.from, study.window.to))
    } else {
        None
    };
    if let (Some(message), Some(span)) = (is_wrong, span) {
        entry.document().report(&BAD_RULE, span, message, None);
        return None;
    }
    Some(Some((from, to)))
}

fn tolerance(entry: &Table<'_>) -> Option<Decimal> {
    match entry.decimal("tolerance") {
        Some(tolerance) => quota::is_percent(entry, "tolerance", &tolerance).then_some(tolerance.value),
        None => Some("0".parse().expect("invariant: a digit")),
    }
}
