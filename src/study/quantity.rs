//! Quantities: what is measured. Sums never cross from one to another.

use crate::codebook::{Label, read_id};
use crate::declaration::Table;
use crate::unit::Unit;
use crate::wording::Wording;

/// Something measured: airtime, area, appearances, or what the study declares (speaking time, supporters' speech ...).
#[derive(Debug, Clone)]
pub struct Quantity {
    /// `airtime`
    pub id: String,
    /// Printed name.
    pub name: Label,
    /// What it is counted in.
    pub unit: Unit,
    /// The quantity it is a part of: a candidate's speech within the time about the candidate.
    pub within: Option<String>,
    /// The quantities that make it up exactly: speaking and news time make airtime.
    pub parts: Vec<String>,
}

impl Quantity {
    /// The quantities every study has.
    pub(super) fn built_in(wording: &Wording) -> Vec<Quantity> {
        [("airtime", Unit::Time), ("area", Unit::Area), ("appearances", Unit::Count)]
            .map(|(id, unit)| Quantity {
                id: id.to_owned(),
                name: Label::plain(wording.word("quantity", id)),
                unit,
                within: None,
                parts: Vec::new(),
            })
            .into()
    }

    pub(super) fn read(table: &Table<'_>) -> Option<Quantity> {
        let id = read_id(table);
        let name = Label::read(table);
        let words = [("time", Unit::Time), ("area", Unit::Area), ("count", Unit::Count)];
        let unit = table.require("unit", table.choice("unit", &words));
        let within = table.text("within").map(|within| within.value);
        let parts = table.texts("parts").into_iter().map(|part| part.value).collect();
        Some(Quantity { id: id?.value, name: name?, unit: unit?, within, parts })
    }
}
