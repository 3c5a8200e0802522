//! Genres, and whether they are the newsroom's own or the campaign's.

use crate::declaration::Table;

/// Who decides what is said: the newsroom, or those who campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GenreKind {
    /// News, interviews, analysis, debates: the newsroom's.
    Editorial,
    /// Free airtime, paid adverts, programmes of parties: the campaign's.
    Campaign,
}

impl GenreKind {
    /// Every kind with its word.
    pub const WORDS: [(&'static str, GenreKind); 2] =
        [("editorial", GenreKind::Editorial), ("campaign", GenreKind::Campaign)];

    /// `editorial` or `campaign`.
    pub fn word(self) -> &'static str {
        match self {
            GenreKind::Editorial => "editorial",
            GenreKind::Campaign => "campaign",
        }
    }
}

/// A genre of coverage.
#[derive(Debug, Clone)]
pub struct Genre {
    /// Editorial or campaign.
    pub kind: GenreKind,
}

impl Genre {
    pub(super) fn read(table: &Table<'_>) -> Option<Genre> {
        let kind = table.require("kind", table.choice("kind", &GenreKind::WORDS))?;
        Some(Genre { kind })
    }
}
