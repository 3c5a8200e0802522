//! Outlets: what was monitored, who owns it, and in which medium it appears.

use crate::declaration::Table;

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
        Some(Outlet { medium: medium?, ownership: owner.map(|owner| owner.value) })
    }
}
