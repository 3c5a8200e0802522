//! Reading claims: words with commas between them, in TOML, in CSV, or on the command line.

use chrono::NaiveDate;

use super::Claim;
use crate::codebook::Medium;
use crate::declaration::{Document, Table};
use crate::diagnostic::{Code, Diagnostic, Place, Severity, did_you_mean, shown};
use crate::measure::{Condition, Dimension};
use crate::study::Study;
use crate::unit::{Decimal, DecimalMark, Share};
use crate::wording::Wording;

/// E811: a claim that cannot be understood.
pub(in crate::audit) static BAD_CLAIM: Code = Code {
    id: "E811",
    name: "bad-claim",
    severity: Severity::Error,
    page: "A claim is a few parts with commas between them, in any order: an actor, a percentage, and as far as it says so a \
           medium or outlet, a quantity (airtime, space), a pool, and days as 2011-11-30..2011-12-10. Names may be any spelling of \
           the codebook.",
};
/// E812: a file of claims that holds none.
pub(in crate::audit) static NO_CLAIM: Code = Code {
    id: "E812",
    name: "no-claim",
    severity: Severity::Error,
    page: "A file of claims is TOML with a `[[claim]]` for each, which has `says` and may have `source`, or a CSV with the columns \
           `says` and `source`.",
};

/// The claims of a file: TOML, or CSV where its name says so. Every mistake is a finding.
pub fn claims_of(study: &Study, place: &str, text: &str) -> (Vec<Claim>, Vec<Diagnostic>) {
    let is_csv = std::path::Path::new(place).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let (claims, mut findings) = if is_csv { of_csv(study, place, text) } else { of_toml(study, place, text) };
    if claims.is_empty() && findings.is_empty() {
        findings.push(Diagnostic::new(&NO_CLAIM, Place::file(place), "the file holds no claim"));
    }
    (claims, findings)
}

fn of_toml(study: &Study, place: &str, text: &str) -> (Vec<Claim>, Vec<Diagnostic>) {
    let document = Document::new(place, text);
    let claims = document.read(|root| root.tables("claim", |entry| of_entry(study, entry)));
    (claims.unwrap_or_default(), document.take_findings())
}

fn of_entry(study: &Study, entry: &Table<'_>) -> Option<Claim> {
    let says = entry.require("says", entry.text("says"));
    let source = entry.text("source").map(|source| source.value);
    let says = says?;
    match parse_claim(study, &says.value) {
        Ok(claim) => Some(Claim { source, ..claim }),
        Err((message, hint)) => {
            entry.document().report(&BAD_CLAIM, says.span, message, hint);
            None
        }
    }
}

fn of_csv(study: &Study, place: &str, text: &str) -> (Vec<Claim>, Vec<Diagnostic>) {
    let (mut claims, mut findings) = (Vec::new(), Vec::new());
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    let at = |name: &str| headings.iter().position(|heading| heading.trim() == name);
    let Some(says) = at("says") else {
        let message = "the file has no column `says`";
        return (claims, vec![Diagnostic::new(&NO_CLAIM, Place::line(place, 1), message)]);
    };
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                findings.push(Diagnostic::new(&BAD_CLAIM, Place::file(place), error.to_string()));
                break;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let source = at("source").and_then(|at| record.get(at)).filter(|source| !source.is_empty());
        match parse_claim(study, record.get(says).unwrap_or_default()) {
            Ok(claim) => claims.push(Claim { source: source.map(str::to_owned), ..claim }),
            Err((message, hint)) => {
                findings.push(Diagnostic::new(&BAD_CLAIM, Place::line(place, line), message).with_hint(hint));
            }
        }
    }
    (claims, findings)
}

/// A claim in words.
///
/// Errors: what is wrong with it, and the remedy.
pub fn parse_claim(study: &Study, says: &str) -> Result<Claim, (String, Option<String>)> {
    let mut parts = Parts::default();
    // A comma between digits is a decimal mark: `52,3 %`.
    for part in split(says) {
        parts.take(study, part.trim())?;
    }
    let form = "a claim is parts with commas between, such as `print space, Nur Otan, 52 %`";
    let lacks = |what: &str| (format!("the claim `{}` names no {what}", shown(says)), Some(form.to_owned()));
    Ok(Claim {
        says: says.to_owned(),
        source: None,
        actor: parts.actor.ok_or_else(|| lacks("actor of the codebook"))?,
        percent: parts.percent.ok_or_else(|| lacks("percentage such as `52 %`"))?,
        pool: parts.pool,
        quantity: parts.quantity,
        conditions: parts.conditions,
        days: parts.days,
    })
}

fn split(says: &str) -> Vec<&str> {
    let bytes = says.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in says.match_indices(',') {
        if !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))) {
            parts.push(&says[start..at]);
            start = at + 1;
        }
    }
    parts.push(&says[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

#[derive(Default)]
struct Parts {
    actor: Option<String>,
    percent: Option<Decimal>,
    pool: Option<String>,
    quantity: Option<String>,
    conditions: Vec<Condition>,
    days: Option<(NaiveDate, NaiveDate)>,
}

/// What is wrong with a part, and the remedy.
type Wrong = (String, Option<String>);

impl Parts {
    fn take(&mut self, study: &Study, part: &str) -> Result<(), Wrong> {
        if let Some(number) = percentage(part) {
            let percent = read_percent(number, part)?;
            return once(&mut self.percent, percent, "percentages", |percent| percent.to_string());
        }
        if let Some(days) = days(part)? {
            return once(&mut self.days, days, "spans of days", |(from, to)| format!("{from}..{to}"));
        }
        if part.contains('=') {
            let condition = Condition::parse(part, study).map_err(|error| (error.to_string(), error.hint.clone()))?;
            return self.narrow(condition);
        }
        if let Some(pool) = study.pools.iter().find(|pool| pool.id == part || pool.name.all().any(|name| name == part))
        {
            return once(&mut self.pool, pool.id.clone(), "pools", Clone::clone);
        }
        if let Some(actor) = study.codebook.actors.find(part) {
            return once(&mut self.actor, actor.id.clone(), "actors", Clone::clone);
        }
        if let Some(outlet) = study.codebook.outlets.find(part) {
            return self.narrow(Condition::is(Dimension::Outlet, &outlet.id));
        }
        for word in part.split_whitespace() {
            self.take_word(study, word, part)?;
        }
        Ok(())
    }

    /// One place: two media or two outlets would be a claim about nothing.
    fn narrow(&mut self, condition: Condition) -> Result<(), Wrong> {
        if let Some(other) = self.conditions.iter().find(|other| other.dimension == condition.dimension) {
            let (a, b) = (other.values.join(","), condition.values.join(","));
            return Err((
                format!("a claim is of one {}, and this names `{a}` and `{b}`", condition.dimension.word()),
                None,
            ));
        }
        self.conditions.push(condition);
        Ok(())
    }

    /// `print space`: a medium and a quantity.
    fn take_word(&mut self, study: &Study, word: &str, part: &str) -> Result<(), Wrong> {
        let lower = word.to_lowercase();
        if let Some(medium) = medium(&lower) {
            return self.narrow(Condition::is(Dimension::Medium, medium));
        }
        if study.codebook.ownership.contains(&lower) {
            return self.narrow(Condition::is(Dimension::Ownership, &lower));
        }
        let quantity = study
            .quantities
            .iter()
            .find(|known| known.id == lower || known.name.all().any(|name| name.to_lowercase() == lower));
        if let Some(quantity) = quantity {
            return once(&mut self.quantity, quantity.id.clone(), "quantities", Clone::clone);
        }
        let codebook = &study.codebook;
        let known = codebook
            .actors
            .written()
            .chain(codebook.outlets.written())
            .chain(study.pools.iter().map(|pool| pool.id.as_str()));
        let hint = did_you_mean(part, known);
        let form = || "a claim is parts with commas between, such as `print space, Nur Otan, 52 %`".to_owned();
        let message = format!("`{}` is no actor, outlet, medium, quantity, pool, percentage or days", shown(part));
        Err((message, hint.or_else(|| Some(form()))))
    }
}

/// A part may stand once.
fn once<T: PartialEq>(place: &mut Option<T>, found: T, what: &str, say: impl Fn(&T) -> String) -> Result<(), Wrong> {
    if let Some(other) = place.as_ref().filter(|other| **other != found) {
        return Err((
            format!("a claim is of one thing, and this names two {what}, {} and {}", say(other), say(&found)),
            None,
        ));
    }
    *place = Some(found);
    Ok(())
}

/// The number of `52 %`, `52,3%`, `52 percent`.
fn percentage(part: &str) -> Option<&str> {
    let part = part.trim_end_matches('.');
    let ends = |sign: &str| {
        part.len() >= sign.len()
            && part.is_char_boundary(part.len() - sign.len())
            && part[part.len() - sign.len()..].eq_ignore_ascii_case(sign)
    };
    let sign = ["%", "per cent", "percent"].into_iter().find(|sign| ends(sign))?;
    Some(part[..part.len() - sign.len()].trim())
}

fn read_percent(number: &str, part: &str) -> Result<Decimal, Wrong> {
    let mark = if number.contains(',') { DecimalMark::Comma } else { DecimalMark::Dot };
    let percent = Decimal::parse(number, mark).map_err(|error| (format!("`{}` is {error}", shown(part)), None))?;
    let share = Share::from_percent(percent);
    if share.is_negative() || (share > Share::from_percent("100".parse().expect("invariant: digits"))) {
        return Err((format!("`{}` is no share, expected 0 to 100 %", shown(part)), None));
    }
    Ok(percent)
}

/// `2011-11-30..2011-12-10`, or one day. `None` where the part is about something else.
fn days(part: &str) -> Result<Option<(NaiveDate, NaiveDate)>, Wrong> {
    let day = |text: &str| {
        let text = text.trim();
        text.parse::<NaiveDate>().or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y")).ok()
    };
    let (from, to) = match part.split_once("..") {
        Some((from, to)) => match (day(from), day(to)) {
            (Some(from), Some(to)) => (from, to),
            _ => return Err((format!("`{}` are no days, expected 2011-11-30..2011-12-10", shown(part)), None)),
        },
        None => match day(part) {
            Some(day) => (day, day),
            None => return Ok(None),
        },
    };
    if from > to {
        return Err((format!("`{}` ends before it begins", shown(part)), None));
    }
    Ok(Some((from, to)))
}

/// A medium, in the words of any language that is built in.
fn medium(word: &str) -> Option<&'static str> {
    const OTHERS: [(&str, &str); 3] = [("tv", "television"), ("press", "print"), ("newspapers", "print")];
    let other = OTHERS.iter().find(|(known, _)| *known == word).map(|(_, medium)| *medium);
    let media = || Medium::WORDS.iter().map(|(known, _)| *known);
    other.or_else(|| media().find(|known| *known == word)).or_else(|| {
        let said = |language: &str, medium: &str| Wording::of(language, None).0.word("medium", medium).to_lowercase();
        media().find(|medium| ["ru", "kk", "ar"].iter().any(|language| said(language, medium) == word))
    })
}
