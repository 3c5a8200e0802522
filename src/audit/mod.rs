//! Auditing: what a report was made from, so that anybody can tell whether it still is.
//!
//! In: the study, the counts of its rows, its files. Out: the [`Record`] of a run, and the manifest of a folder.
//! Never: draws anything, changes a number.

mod claim;
mod compare;
mod digest;
mod manifest;
mod printed;
mod provenance;
mod record;
mod rules;
mod tally_record;

pub use claim::{Claim, Judged, Reading, Respect, Silence, Verdict, claims_of, judge, parse_claim};
pub use compare::{
    Cell, Cells, Changed, Class, Delta, Differing, Increment, Matching, Names, Pairing, ShareEffect, Side, cells,
    increments, share_effects, shrunk, sums_of_differing, without_right,
};
pub use digest::sha256;
pub use printed::{TableFinding, verify_table};

pub use manifest::{MANIFEST, Manifest, OutputFile};
pub use provenance::{PROVENANCE, provenance};
pub use record::{Failure, InputRecord, RECORD_SCHEMA, Record, ReportRecord};
pub use rules::{Kept, LostHolds, Quota, RULES_FILE, Rule, RuleRow, RuleVerdict, Whole, hold, hold_items, rules_of};
pub use tally_record::{Mismatch, SheetRecord, TALLY_SCHEMA, TallyRecord};

use crate::diagnostic::Code;

/// The codes of this room.
pub(crate) static CODES: [&Code; 4] = [&claim::BAD_CLAIM, &claim::NO_CLAIM, &printed::BAD_TABLE, &rules::BAD_RULE];
