//! Agreement: how alike two people code the same item.
//!
//! In: the items of a study that were coded more than once, or a sheet of codes. Out: coefficients with their intervals, for
//! all coders, each pair, and each coder against the rest; a verdict per variable; what each coder does otherwise than the
//! others. Never: prints a p-value, or a percentage without its chance-corrected partner.
//! To add a coefficient: its formula in `chance.rs`, its line in `reliability.rs`.

mod alpha;
mod candidates;
mod chance;
mod coders;
mod codes;
mod codings;
mod ratings;
mod reliability;
mod sheet;
mod variables;
mod weights;

pub use alpha::{Alpha, Scheme, alpha, alpha_interval, disagreements};
pub use candidates::{Candidate, Candidates};
pub use chance::{
    Coefficient, Kind, coefficient, cohen, full_agreement, holsti, probability_at_least, weighted_alpha, within,
};
pub use coders::{CoderRow, Conduct, Tones, is_apart, monday};
pub(crate) use codes::CODES;
pub use codings::{Appearance, Coding, Codings, Doubles, Item};
pub use ratings::Ratings;
pub use reliability::{Agreement, Difference, Reliability, Scope, VariableAgreement, Verdict, overall, reliability};
pub use sheet::{sheet_findings, sheet_variables};
pub use variables::{Unit, Variable, variables};
pub use weights::{Weighting, weights};
