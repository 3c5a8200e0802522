//! Fills and palettes: what an area looks like in colour, in grey and in strict print.
//!
//! In: a token or the place in a series. Out: a [`Fill`]. Grey keeps the luminance of every colour, so that every contrast stays
//! what it is in colour; strict print tells the parts of a series apart by black, tints and patterns.

use super::tokens;
use crate::unit::Colour;

/// What is drawn over an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Nothing.
    Plain,
    /// Lines of 45 degrees in this colour.
    Hatched(Colour),
    /// Dots in this colour.
    Dotted(Colour),
}

/// What an area looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// The ground.
    pub colour: Colour,
    /// What is drawn over it.
    pub pattern: Pattern,
    /// The colour of a thin outline, for a ground that is hardly seen on paper.
    pub outline: Option<Colour>,
}

impl From<Colour> for Fill {
    fn from(colour: Colour) -> Self {
        Fill { colour, pattern: Pattern::Plain, outline: None }
    }
}

impl Fill {
    /// The same ground with white lines.
    pub(super) fn hatched(colour: Colour) -> Self {
        Fill { pattern: Pattern::Hatched(tokens::PAPER), ..colour.into() }
    }

    /// Ink or paper, whichever reads on it; `None` where neither does, or a pattern is in the way.
    pub(super) fn label(self) -> Option<Colour> {
        let readable = |ink: &Colour| self.colour.contrast(*ink) >= 4.5;
        [tokens::INK, tokens::PAPER].into_iter().find(readable).filter(|_| self.pattern == Pattern::Plain)
    }

    fn each(self, seen: impl Fn(Colour) -> Colour) -> Self {
        let pattern = match self.pattern {
            Pattern::Plain => Pattern::Plain,
            Pattern::Hatched(colour) => Pattern::Hatched(seen(colour)),
            Pattern::Dotted(colour) => Pattern::Dotted(seen(colour)),
        };
        Fill { colour: seen(self.colour), pattern, outline: self.outline.map(seen) }
    }
}

/// The colour of a part of a series: its own, else one of the palette, by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hue {
    /// Which of the palette's colours; the same for an actor in every figure.
    pub place: usize,
    /// The actor's own colour.
    pub own: Option<Colour>,
}

/// What a figure is printed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// Colours that those who see fewer of them tell apart too.
    #[default]
    Colour,
    /// The same figure in grey.
    Grey,
    /// Black, tints and patterns: survives a photocopier.
    Print,
}

/// Colours of a series in order: light and dark alternate, so that neighbours stay apart in grey.
const SERIES: [Colour; 4] =
    [Colour(0x0B, 0x4A, 0x7F), Colour(0xE0, 0xA2, 0x1B), Colour(0x9C, 0x2F, 0x5B), Colour(0x5F, 0xB3, 0xC8)];
/// Everything that is not named.
const REST: Colour = Colour(0xC6, 0xCB, 0xD1);
/// Colours of lines and of the names at their ends, in the order of the series, the light ones darker; the last is for the rest.
const LINES: [(Colour, Colour); 5] = [
    (Colour(0x0B, 0x4A, 0x7F), Colour(0x0B, 0x4A, 0x7F)),
    (Colour(0xA8, 0x74, 0x00), Colour(0x7E, 0x56, 0x00)),
    (Colour(0x9C, 0x2F, 0x5B), Colour(0x9C, 0x2F, 0x5B)),
    (Colour(0x1E, 0x7F, 0x99), Colour(0x17, 0x6B, 0x82)),
    (Colour(0x70, 0x78, 0x81), Colour(0x5F, 0x66, 0x6F)),
];

const BLACK: Colour = Colour(0, 0, 0);
const TINT_20: Colour = Colour(0xCC, 0xCC, 0xCC);
const TINT_60: Colour = Colour(0x66, 0x66, 0x66);

impl Palette {
    /// Every palette with its word.
    pub const WORDS: [(&'static str, Palette); 3] =
        [("colour", Palette::Colour), ("grey", Palette::Grey), ("print", Palette::Print)];

    /// The palette that a word names.
    pub fn of_word(word: &str) -> Option<Palette> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, palette)| *palette)
    }

    /// `colour`, `grey` or `print`.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, palette)| *palette == self);
        found.expect("invariant: WORDS names every palette").0
    }

    /// A part of a series: its own colour, else that of its place.
    pub(super) fn series(self, hue: Hue) -> Fill {
        if self == Palette::Print {
            return printed(hue.place);
        }
        let colour = hue.own.or(SERIES.get(hue.place).copied()).unwrap_or(REST);
        let is_pale = colour.contrast(tokens::PAPER) < 1.5;
        Fill { outline: is_pale.then_some(tokens::SECONDARY), ..colour.into() }
    }

    /// What is left of a series.
    pub(super) fn rest(self) -> Fill {
        if self == Palette::Print { printed(4) } else { REST.into() }
    }

    /// The colour of a line and of its name. A colour of one's own that does not read as text leaves the name in ink.
    pub(super) fn line(hue: Hue) -> (Colour, Colour) {
        let Some(own) = hue.own else { return LINES[hue.place.min(LINES.len() - 1)] };
        (own, if own.contrast(tokens::PAPER) >= 4.5 { own } else { tokens::INK })
    }

    /// Coverage against, neither, and for.
    pub(super) fn tones(self) -> [Fill; 3] {
        match self {
            Palette::Print => [printed(2), TINT_20.into(), BLACK.into()],
            _ => [Fill::hatched(tokens::NEGATIVE), tokens::NEUTRAL.into(), tokens::POSITIVE.into()],
        }
    }

    /// Own words and being talked about.
    pub(super) fn voices(self) -> [Fill; 2] {
        match self {
            Palette::Print => [BLACK.into(), TINT_20.into()],
            _ => [tokens::DIRECT.into(), tokens::REPORTED.into()],
        }
    }

    /// A colour as this palette shows it.
    pub(super) fn seen(self, colour: Colour) -> Colour {
        match self {
            Palette::Colour => colour,
            Palette::Grey => colour.grey(),
            Palette::Print if colour == tokens::INK => BLACK,
            Palette::Print => colour.grey(),
        }
    }

    pub(super) fn seen_fill(self, fill: Fill) -> Fill {
        fill.each(|colour| self.seen(colour))
    }
}

/// Solid black, 20 %, white with hatch, 60 %, white with dots.
fn printed(place: usize) -> Fill {
    match place {
        0 => BLACK.into(),
        1 => TINT_20.into(),
        2 => Fill { colour: tokens::PAPER, pattern: Pattern::Hatched(BLACK), outline: Some(BLACK) },
        3 => TINT_60.into(),
        _ => Fill { colour: tokens::PAPER, pattern: Pattern::Dotted(BLACK), outline: Some(BLACK) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::Sight;

    #[test]
    fn a_number_reads_on_every_part_of_a_series() {
        for colour in SERIES.into_iter().chain([REST, TINT_20, TINT_60, BLACK]) {
            assert!(Fill::from(colour).label().is_some(), "{colour}");
        }
    }

    #[test]
    fn neighbours_of_a_series_are_told_apart_in_grey_and_by_everybody() {
        let all = [SERIES[0], SERIES[1], SERIES[2], SERIES[3], REST];
        for pair in all.windows(2) {
            for sight in Sight::ALL {
                assert!(pair[0].distance(pair[1], sight) > 0.08, "{} {} {sight:?}", pair[0], pair[1]);
            }
        }
        for pair in SERIES.windows(2) {
            assert!(pair[0].grey().contrast(pair[1].grey()) > 2.0, "{} {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn names_of_lines_read_on_paper() {
        for (line, name) in LINES {
            assert!(name.contrast(tokens::PAPER) >= 4.5 && line.contrast(tokens::PAPER) >= 3.0, "{line} {name}");
        }
    }

    #[test]
    fn a_colour_on_which_nothing_reads_gets_no_label() {
        // Luminance 0.2: ink has 4.0, paper 4.2.
        assert_eq!(Fill::from(Colour(0x7C, 0x7C, 0x7C)).label(), None);
    }
}
