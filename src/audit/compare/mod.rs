//! Comparing: two releases of a study, two monitors of the same material, two periods, two cumulative statements.
//!
//! In: rows or sums of two sides, the right one's in the words of the left one's codebook ([`Names`]). Out: what is the same,
//! only left, only right, changed; and what each of these classes does to each share ([`ShareEffect`]). The effects are those
//! of turning the left side into the right one class by class, in the order of [`Class`], so that they add up to the whole
//! difference exactly. Zero: where one side has no coverage of a group, its share is missing and so is every effect on it.
//! Never: decides which side is right.

mod cells;
mod effects;
mod increments;
mod names;
mod pairs;

pub use cells::{Cell, Cells, cells, shrunk, without_right};
pub use effects::{Delta, ShareEffect, Side, share_effects};
pub use increments::{Increment, increments};
pub use names::Names;
pub use pairs::{Changed, Differing, Matching, Pairing, sums_of_differing};

/// What becomes of rows or cells between two sides, in the order in which their effects are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// On the left side alone.
    OnlyLeft,
    /// On the right side alone.
    OnlyRight,
    /// On both, and not the same.
    Changed,
    /// The same rows under another window, pool or codebook.
    Definitions,
}

impl Class {
    /// `only-left`, `only-right`, `changed` or `definitions`.
    pub fn word(self) -> &'static str {
        match self {
            Class::OnlyLeft => "only-left",
            Class::OnlyRight => "only-right",
            Class::Changed => "changed",
            Class::Definitions => "definitions",
        }
    }
}
