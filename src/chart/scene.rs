//! A scene: every box, line, dot and text of a figure, placed. What is in it can be tested before it is drawn.

use super::font;
use super::{Colour, Fill, Palette};

/// Regular or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles and what the figure is about.
    Bold,
}

/// Which point of a text its `x` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// One line of text, placed by its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextMark {
    /// The text.
    pub text: String,
    /// Pixels from the left of the figure to the anchor.
    pub x: f64,
    /// Pixels from the top to the baseline.
    pub baseline: f64,
    /// Size in pixels.
    pub px: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Colour on paper.
    pub colour: Colour,
    /// Which point `x` is.
    pub anchor: Anchor,
    /// What it lies on.
    pub on: Colour,
    /// Is it read from right to left?
    pub right_to_left: bool,
}

impl TextMark {
    /// Left, top, right and bottom in pixels: from the height of a capital with its accent to the depth of a `g`.
    pub fn bounds(&self) -> [f64; 4] {
        let width = font::width(&self.text, self.px, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        [left, self.baseline - 0.82 * self.px, left + width, self.baseline + 0.22 * self.px]
    }
}

/// One mark. Coordinates are pixels at 300 dpi from the left and the top.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the coordinates their names say")]
pub enum Mark {
    /// A filled box.
    Rect { left: f64, top: f64, right: f64, bottom: f64, fill: Fill },
    /// A filled area with straight sides.
    Area { corners: Vec<(f64, f64)>, fill: Fill },
    /// A line through points; `dash` is the length of dash and gap.
    Line { points: Vec<(f64, f64)>, width: f64, colour: Colour, dash: Option<(f64, f64)> },
    /// A dot with a rim in paper colour.
    Dot { centre: (f64, f64), radius: f64, fill: Colour },
    /// A dot with a rim of its colour, filled with paper: a figure to be read with care.
    Ring { centre: (f64, f64), radius: f64, rim: Colour },
    /// A diamond with a rim of its colour, filled with paper.
    Diamond { centre: (f64, f64), radius: f64, rim: Colour },
    /// A line of text.
    Text(TextMark),
}

impl Mark {
    /// The mark as a palette shows it.
    pub(super) fn seen(self, palette: Palette) -> Mark {
        let seen = |colour| palette.seen(colour);
        match self {
            Mark::Rect { left, top, right, bottom, fill } => {
                Mark::Rect { left, top, right, bottom, fill: palette.seen_fill(fill) }
            }
            Mark::Area { corners, fill } => Mark::Area { corners, fill: palette.seen_fill(fill) },
            Mark::Line { points, width, colour, dash } => Mark::Line { points, width, colour: seen(colour), dash },
            Mark::Dot { centre, radius, fill } => Mark::Dot { centre, radius, fill: seen(fill) },
            Mark::Ring { centre, radius, rim } => Mark::Ring { centre, radius, rim: seen(rim) },
            Mark::Diamond { centre, radius, rim } => Mark::Diamond { centre, radius, rim: seen(rim) },
            Mark::Text(text) => Mark::Text(TextMark { colour: seen(text.colour), on: seen(text.on), ..text }),
        }
    }
}

/// A figure, placed but not drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What it is called.
    pub title: String,
    /// The marks, those below first.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// Every text.
    pub fn texts(&self) -> impl Iterator<Item = &TextMark> {
        self.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None })
    }

    /// What is wrong with the layout: texts that overlap, leave the frame, are too small or too pale.
    pub fn layout_faults(&self) -> Vec<String> {
        let texts: Vec<(&TextMark, [f64; 4])> = self.texts().map(|text| (text, text.bounds())).collect();
        let mut faults = Vec::new();
        for (number, (text, [left, top, right, bottom])) in texts.iter().enumerate() {
            if *left < 0.0 || *top < 0.0 || *right > self.width || *bottom > self.height {
                faults.push(format!("`{}` leaves the frame", text.text));
            }
            if text.px < 5.5 * super::tokens::PT {
                faults.push(format!("`{}` is smaller than 5.5 pt", text.text));
            }
            if text.colour.contrast(text.on) < 4.5 {
                faults.push(format!("`{}` is too pale", text.text));
            }
            for (other, [other_left, other_top, other_right, other_bottom]) in &texts[number + 1..] {
                if left < other_right && other_left < right && top < other_bottom && other_top < bottom {
                    faults.push(format!("`{}` and `{}` overlap", text.text, other.text));
                }
            }
        }
        faults
    }
}
