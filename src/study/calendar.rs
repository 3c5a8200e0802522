//! The monitoring calendar: which hours were to be monitored, which recordings failed, which days were silent.

use chrono::NaiveDate;

use super::codes::EMPTY_WINDOW;
use crate::codebook::{Codebook, ServiceTime};
use crate::declaration::{Table, WRONG_VALUE};

/// What counts of an appearance that crosses the edge of the monitored hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boundary {
    /// All of it.
    Full,
    /// The part inside.
    Clip,
    /// Nothing.
    Exclude,
}

impl Boundary {
    /// `full`, `clip` or `exclude`.
    pub fn word(self) -> &'static str {
        match self {
            Boundary::Full => "full",
            Boundary::Clip => "clip",
            Boundary::Exclude => "exclude",
        }
    }
}

/// Hours that were to be monitored.
#[derive(Debug, Clone)]
pub struct Monitored {
    /// Ids of the outlets.
    pub outlets: Vec<String>,
    /// From this time of the service day.
    pub from: ServiceTime,
    /// To this one.
    pub to: ServiceTime,
    /// First and last day on which these hours hold.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    /// What counts of an appearance that crosses the edge; `None`: nothing is said.
    pub boundary: Option<Boundary>,
}

/// A recording that failed.
#[derive(Debug, Clone)]
pub struct NotRecorded {
    /// Id of the outlet.
    pub outlet: String,
    /// The day.
    pub date: NaiveDate,
    /// The hours that were lost; `None`: the whole day.
    pub hours: Option<(ServiceTime, ServiceTime)>,
    /// Why.
    pub reason: String,
}

/// What a row on a day of silence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SilenceRule {
    /// It counts, and is noted.
    Count,
    /// It is out of scope.
    LeaveOut,
}

/// Days on which nobody may campaign.
#[derive(Debug, Clone)]
pub struct Silence {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// What a row of these days is.
    pub rule: SilenceRule,
}

impl Monitored {
    pub(super) fn read(table: &Table<'_>, codebook: &Codebook) -> Option<Monitored> {
        let known = codebook.outlets.ids();
        let written = table.texts("outlets");
        if table.has("outlets") && written.is_empty() {
            table.document().report(&EMPTY_WINDOW, table.span(), "`outlets` names no outlet", None);
        }
        for outlet in written.iter().filter(|outlet| !known.contains(&outlet.value.as_str())) {
            table.document().report_unknown(outlet.span.clone(), "outlet", &outlet.value, &known);
        }
        let all = || known.iter().map(|id| (*id).to_owned()).collect();
        let outlets: Vec<String> = written.into_iter().map(|outlet| outlet.value).collect();
        let from = table.require("from", time(table, "from"));
        let to = table.require("to", time(table, "to"));
        let days = (table.date("first").map(|day| day.value), table.date("last").map(|day| day.value));
        let words = [("full", Boundary::Full), ("clip", Boundary::Clip), ("exclude", Boundary::Exclude)];
        let boundary = table.choice("boundary", &words);
        let (from, to) = (from?, to?);
        if from >= to {
            let message = "`to` is not behind `from`: the service day runs on to 30:00";
            table.document().report(&EMPTY_WINDOW, table.span(), message, None);
        }
        Some(Monitored { outlets: if outlets.is_empty() { all() } else { outlets }, from, to, days, boundary })
    }

    /// Do these hours hold for an outlet on a day?
    pub fn holds(&self, outlet: &str, day: NaiveDate) -> bool {
        self.outlets.iter().any(|id| id == outlet)
            && self.days.0.is_none_or(|first| first <= day)
            && self.days.1.is_none_or(|last| day <= last)
    }
}

impl NotRecorded {
    /// Was this whole day of the outlet lost?
    pub fn is_day(&self, outlet: &str, day: NaiveDate) -> bool {
        self.outlet == outlet && self.date == day && self.hours.is_none()
    }

    pub(super) fn read(table: &Table<'_>, codebook: &Codebook) -> Option<NotRecorded> {
        let outlet = table.require("outlet", table.text("outlet"));
        if let Some(outlet) = outlet.as_ref().filter(|outlet| codebook.outlets.by_id(&outlet.value).is_none()) {
            table.document().report_unknown(outlet.span.clone(), "outlet", &outlet.value, &codebook.outlets.ids());
        }
        let date = table.require("date", table.date("date"));
        let reason = table.require("reason", table.text("reason"));
        let hours = match (time(table, "from"), time(table, "to")) {
            (Some(from), Some(to)) if from < to => Some((from, to)),
            (None, None) => None,
            _ => {
                let message = "lost hours need `from` before `to`; a lost day needs neither";
                table.document().report(&WRONG_VALUE, table.span(), message, None);
                None
            }
        };
        Some(NotRecorded { outlet: outlet?.value, date: date?.value, hours, reason: reason?.value })
    }
}

impl Silence {
    pub(super) fn read(table: &Table<'_>) -> Option<Silence> {
        let rules = [("count", SilenceRule::Count), ("leave-out", SilenceRule::LeaveOut)];
        let rule = table.choice("rule", &rules).unwrap_or(SilenceRule::Count);
        let (from, to) = super::header::days(table)?;
        Some(Silence { from, to, rule })
    }
}

fn time(table: &Table<'_>, key: &'static str) -> Option<ServiceTime> {
    let written = table.text(key)?;
    let time = written.value.parse::<ServiceTime>().ok();
    if time.is_none() {
        let message = format!("`{}` is no time of day, expected hh:mm up to 30:00", written.value);
        table.document().report(&WRONG_VALUE, written.span, message, None);
    }
    time
}
