//! Colours, type sizes and paper sizes: the same in every figure.

use crate::unit::Colour;

/// Paper.
pub(super) const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);
/// Titles, labels, values.
pub(super) const INK: Colour = Colour(0x1B, 0x1F, 0x24);
/// Subtitles, axis labels, other dots.
pub(super) const SECONDARY: Colour = Colour(0x4A, 0x50, 0x58);
/// Notes.
pub(super) const NOTES: Colour = Colour(0x5F, 0x66, 0x6F);
/// The provenance line.
pub(super) const PROVENANCE: Colour = Colour(0x6E, 0x75, 0x7E);
/// Grid lines.
pub(super) const GRID: Colour = Colour(0xDF, 0xE3, 0xE8);
/// The rule above the notes.
pub(super) const RULE: Colour = Colour(0xB4, 0xBA, 0xC1);
/// The bar the figure is about.
pub(super) const FOCUS_BAR: Colour = Colour(0xBF, 0xD3, 0xE6);
/// Its dot.
pub(super) const FOCUS_DOT: Colour = Colour(0x0B, 0x53, 0x94);
/// Other bars.
pub(super) const BAR: Colour = Colour(0xDD, 0xE2, 0xE8);
/// The actor's own words.
pub(super) const DIRECT: Colour = Colour(0x0B, 0x4A, 0x7F);
/// Talked about.
pub(super) const REPORTED: Colour = Colour(0xC9, 0xD6, 0xE4);
/// Coverage for an actor.
pub(super) const POSITIVE: Colour = Colour(0x1F, 0x6F, 0xB2);
/// Coverage against it; always hatched or signed too.
pub(super) const NEGATIVE: Colour = Colour(0xB5, 0x40, 0x1A);
/// The band of a difference below zero.
pub(super) const NEGATIVE_BAND: Colour = Colour(0xEB, 0xC8, 0xBC);
/// Coverage that is neither.
pub(super) const NEUTRAL: Colour = Colour(0xC3, 0xC9, 0xD0);
/// The notice of made-up data.
pub(super) const NOTICE: Colour = Colour(0x9A, 0x34, 0x12);

/// How large a figure is: widths of a page, or a picture for social posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 85 mm, one column: 1004 px at 300 dpi.
    Single,
    /// 170 mm, both columns: 2008 px at 300 dpi.
    Double,
    /// 1200 x 675 px, seen on a screen: larger type, a line of notes, no columns beside the marks.
    Social,
}

impl Size {
    /// Every size with its word.
    pub const WORDS: [(&'static str, Size); 3] =
        [("85mm", Size::Single), ("170mm", Size::Double), ("1200x675", Size::Social)];

    /// `85mm`, `170mm` or `1200x675`.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, size)| *size == self);
        found.expect("invariant: WORDS names every size").0
    }

    /// Width in pixels at 300 dpi.
    pub fn width(self) -> f64 {
        match self {
            Size::Single => 1004.0,
            Size::Double => 2008.0,
            Size::Social => 1200.0,
        }
    }

    /// Height in pixels, where it is fixed.
    pub fn height(self) -> Option<f64> {
        (self == Size::Social).then_some(675.0)
    }

    /// Pixels between the edge and everything.
    pub(super) fn pad(self) -> f64 {
        if self == Size::Social { 32.0 } else { 3.0 * MM }
    }

    /// Type sizes in points: title, subtitle, label, value, note.
    pub fn type_sizes(self) -> TypeSizes {
        match self {
            Size::Single => TypeSizes { title: 9.2, subtitle: 7.0, label: 7.2, value: 6.8, note: 5.8 },
            Size::Double => TypeSizes { title: 11.0, subtitle: 8.0, label: 8.0, value: 8.0, note: 6.3 },
            Size::Social => TypeSizes { title: 8.9, subtitle: 6.0, label: 6.5, value: 6.5, note: 5.52 },
        }
    }
}

/// Type sizes in points.
#[derive(Debug, Clone, Copy)]
pub struct TypeSizes {
    /// The headline.
    pub title: f64,
    /// Measure, place, period.
    pub subtitle: f64,
    /// Actor names.
    pub label: f64,
    /// Figures.
    pub value: f64,
    /// Notes; never below 5.5.
    pub note: f64,
}

/// Pixels of a millimetre at 300 dpi.
pub(super) const MM: f64 = 300.0 / 25.4;
/// Pixels of a point at 300 dpi.
pub(super) const PT: f64 = 300.0 / 72.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_colour_reads_on_paper() {
        for colour in [INK, SECONDARY, NOTES, PROVENANCE, NOTICE] {
            assert!(colour.contrast(PAPER) >= 4.5, "{colour:?} {}", colour.contrast(PAPER));
        }
    }

    #[test]
    fn no_type_is_smaller_than_the_floor() {
        for (_, size) in Size::WORDS {
            assert!(size.type_sizes().note >= 5.5, "{size:?}");
        }
    }
}
