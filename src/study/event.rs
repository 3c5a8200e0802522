//! Events: what happened on a day, for marking a trend.

use chrono::NaiveDate;

use crate::codebook::Label;
use crate::declaration::Table;

/// Something that happened on a day: a debate, the registration of candidates.
#[derive(Debug, Clone)]
pub struct Event {
    /// The day.
    pub date: NaiveDate,
    /// What happened.
    pub name: Label,
}

impl Event {
    pub(super) fn read(table: &Table<'_>) -> Option<Event> {
        let date = table.require("date", table.date("date"));
        let name = Label::read(table);
        Some(Event { date: date?.value, name: name? })
    }
}
