//! Outlets: what was monitored, who owns it, and in which medium it appears.

use chrono_tz::Tz;

use crate::declaration::{Table, UNKNOWN_WORD};
use crate::diagnostic::did_you_mean;
use crate::unit::Decimal;

/// Where an outlet appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// Television channels.
    Television,
    /// Radio stations.
    Radio,
    /// Newspapers and magazines.
    Print,
    /// Web sites.
    Online,
}

impl Medium {
    /// Every medium with its word, in the order of a report.
    pub const WORDS: [(&'static str, Medium); 4] = [
        ("television", Medium::Television),
        ("print", Medium::Print),
        ("radio", Medium::Radio),
        ("online", Medium::Online),
    ];

    /// `television`, `print`, `radio` or `online`.
    pub fn word(self) -> &'static str {
        match self {
            Medium::Television => "television",
            Medium::Radio => "radio",
            Medium::Print => "print",
            Medium::Online => "online",
        }
    }
}

/// A channel, newspaper, station or site.
#[derive(Debug, Clone)]
pub struct Outlet {
    /// Where it appears.
    pub medium: Medium,
    /// One of the codebook's `ownership` words.
    pub ownership: Option<String>,
    /// Width of one column in cm.
    pub column_cm: Option<Decimal>,
    /// Area of one page in cm².
    pub page_cm2: Option<Decimal>,
    /// Its clock, by which starts are read.
    pub zone: Option<Tz>,
}

impl Outlet {
    pub(super) fn read(table: &Table<'_>, ownership: &[String]) -> Option<Outlet> {
        let medium = table.require("medium", table.choice("medium", &Medium::WORDS));
        let owner = table.text("ownership");
        if let Some(owner) = &owner
            && !ownership.contains(&owner.value)
        {
            let possible: Vec<&str> = ownership.iter().map(String::as_str).collect();
            table.document().report_unknown(owner.span.clone(), "ownership", &owner.value, &possible);
        }
        let zone = table.text("zone").and_then(|written| {
            let zone = written.value.parse::<Tz>().ok();
            if zone.is_none() {
                let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
                let hint = did_you_mean(&written.value, names);
                let message = format!("unknown time zone `{}`, expected one such as Asia/Almaty", written.value);
                table.document().report(&UNKNOWN_WORD, written.span, message, hint);
            }
            zone
        });
        Some(Outlet {
            medium: medium?,
            ownership: owner.map(|owner| owner.value),
            column_cm: table.decimal("column_cm").map(|width| width.value),
            page_cm2: table.decimal("page_cm2").map(|area| area.value),
            zone,
        })
    }
}
