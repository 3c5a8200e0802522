//! Chart `waffle`: one hundred squares, a percentage point each, for those who read no axis.
//!
//! In: a [`WaffleChart`] of at most five parts whose squares add up to one hundred. Out: a [`Scene`].

use super::frame::{Frame, Lettering, Look};
use super::text::cut;
use super::tokens::{MM, PT};
use super::{Anchor, Hue, Scene, Size, Weight, font, tokens};

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub struct WafflePart {
    /// Its name.
    pub label: String,
    /// How many of the hundred squares.
    pub squares: usize,
    /// The share as printed: `52.0%`.
    pub percent: String,
    /// Its colour; none for what is not named.
    pub hue: Option<Hue>,
}

/// Everything a waffle shows.
#[derive(Debug, Clone, PartialEq)]
pub struct WaffleChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The parts, largest first.
    pub parts: Vec<WafflePart>,
}

impl WaffleChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn fill(&self, frame: &Frame, part: usize) -> super::Fill {
        self.parts[part].hue.map_or_else(|| frame.palette.rest(), |hue| frame.palette.series(hue))
    }

    fn place_plot(&self, frame: &mut Frame) {
        let wanted = if frame.size == Size::Single { 42.0 } else { 56.0 } * MM;
        let side = frame.plot_height(wanted, 0.0).min(wanted);
        let (top, cell) = (frame.y, side / 10.0);
        let owners = self.parts.iter().enumerate().flat_map(|(part, of)| std::iter::repeat_n(part, of.squares));
        for (square, part) in owners.take(100).enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "ten by ten")]
            let (row, column) = ((square / 10) as f64, (square % 10) as f64);
            let (left, top) = (frame.pad + column * cell, top + row * cell);
            let fill = self.fill(frame, part);
            frame.bar((left, left + 0.9 * cell), (top, top + 0.9 * cell), fill);
        }
        place_key(frame, self.parts.len(), (frame.pad + side + 5.0 * MM, top, side), &|frame, part| {
            let WafflePart { label, percent, .. } = &self.parts[part];
            (self.fill(frame, part), label.clone(), percent.clone())
        });
        frame.y = top + side;
    }
}

/// Names and percentages beside a picture of parts, in their order, the first in bold.
pub(super) fn place_key(
    frame: &mut Frame,
    n_parts: usize,
    (left, top, height): (f64, f64, f64),
    part_of: &dyn Fn(&Frame, usize) -> (super::Fill, String, String),
) {
    let pt = frame.sizes.label;
    #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
    let leading = (height / n_parts as f64).min(2.4 * pt * PT);
    let side = 3.2 * MM;
    let mut baseline = top + 0.95 * pt * PT;
    for part in 0..n_parts {
        let (fill, label, percent) = part_of(frame, part);
        let weight = if part == 0 { Weight::Bold } else { Weight::Regular };
        frame.bar((left, left + side), (baseline - 0.85 * side, baseline + 0.15 * side), fill);
        let x = left + side + 1.4 * MM;
        let width = font::width(&percent, pt * PT, weight);
        frame.text(&percent, x, baseline, pt, weight, tokens::INK, Anchor::Start);
        let x = x + width.max(font::width(&frame.wording.percent("100.0"), pt * PT, weight)) + 1.6 * MM;
        let label = cut(&label, frame.right() - x, pt * PT, weight);
        frame.text(&label, x, baseline, pt, weight, tokens::INK, Anchor::Start);
        baseline += leading;
    }
}
