//! The frame of every figure: titles above, notes below, and the marks between them.
//!
//! In: a [`Lettering`] and a function that places the plot. Out: a [`Scene`]. A kind of chart knows only its plot.

use super::font;
use super::text::{cut, wrapped};
use super::tokens::{MM, PT, TypeSizes};
use super::{Anchor, Colour, Mark, Scene, Size, TextMark, Weight, tokens};

/// The words around a plot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lettering {
    /// The message, or a neutral title.
    pub title: String,
    /// Measure, outlets, period: one entry a line.
    pub subtitle: Vec<String>,
    /// A sentence that must be read with the figure: "Made-up data".
    pub notice: Option<String>,
    /// Base, interval, source: one entry a paragraph.
    pub notes: Vec<String>,
    /// Figure number, program, digest of the data.
    pub provenance: String,
    /// What the figure shows, for those who cannot see it.
    pub alt: String,
}

/// A whisker on a scale: low and high limit.
pub type Limits = (f64, f64);

/// A figure while it grows downwards.
pub(super) struct Frame {
    pub width: f64,
    pub pad: f64,
    pub sizes: TypeSizes,
    pub y: f64,
    pub marks: Vec<Mark>,
}

impl Lettering {
    /// The scene of a plot with these words around it.
    pub(super) fn scene(&self, size: Size, place_plot: impl FnOnce(&mut Frame)) -> Scene {
        let mut frame =
            Frame { width: size.width(), pad: 3.0 * MM, sizes: size.type_sizes(), y: 3.0 * MM, marks: Vec::new() };
        self.place_titles(&mut frame);
        place_plot(&mut frame);
        self.place_notes(&mut frame);
        // Dots lie above the lines they stand on.
        let is_dot = |mark: &Mark| matches!(mark, Mark::Dot { .. } | Mark::Diamond { .. });
        let (dots, others): (Vec<Mark>, Vec<Mark>) = frame.marks.into_iter().partition(is_dot);
        let marks = others.into_iter().chain(dots).collect();
        let height = (frame.y + 2.0 * MM).ceil();
        Scene { width: frame.width, height, alt: self.alt.clone(), title: self.title.clone(), marks }
    }

    fn place_titles(&self, frame: &mut Frame) {
        let sizes = frame.sizes;
        frame.paragraph(&self.title, sizes.title, Weight::Bold, tokens::INK, 1.28);
        frame.y += 0.6 * MM;
        for line in &self.subtitle {
            frame.paragraph(line, sizes.subtitle, Weight::Regular, tokens::SECONDARY, 1.36);
        }
        frame.y += 1.8 * MM;
    }

    fn place_notes(&self, frame: &mut Frame) {
        let note = frame.sizes.note;
        frame.y += 2.2 * MM;
        let y = frame.y;
        frame.line((frame.pad, y), (frame.width - frame.pad, y), 0.5 * PT, tokens::RULE, None);
        frame.y += 1.2 * MM;
        if let Some(notice) = &self.notice {
            frame.paragraph(notice, note, Weight::Bold, tokens::NOTICE, 1.36);
        }
        for paragraph in &self.notes {
            frame.paragraph(paragraph, note, Weight::Regular, tokens::NOTES, 1.36);
        }
        frame.paragraph(&self.provenance, note.min(5.8), Weight::Regular, tokens::PROVENANCE, 1.36);
    }
}

impl Frame {
    #[expect(clippy::too_many_arguments, reason = "a text has these seven properties; a struct would only rename them")]
    pub(super) fn text(
        &mut self,
        text: &str,
        x: f64,
        baseline: f64,
        pt: f64,
        weight: Weight,
        colour: Colour,
        anchor: Anchor,
    ) {
        let text = text.to_owned();
        self.marks.push(Mark::Text(TextMark {
            text,
            x,
            baseline,
            px: pt * PT,
            weight,
            colour,
            anchor,
            on: tokens::PAPER,
        }));
    }

    /// The last text lies on a colour that is not paper.
    pub(super) fn on(&mut self, fill: Colour) {
        if let Some(Mark::Text(text)) = self.marks.last_mut() {
            text.on = fill;
        }
    }

    /// Text from margin to margin, in as many lines as it needs.
    pub(super) fn paragraph(&mut self, text: &str, pt: f64, weight: Weight, colour: Colour, leading: f64) {
        for line in wrapped(text, self.width - 2.0 * self.pad, pt * PT, weight) {
            let baseline = self.y + pt * PT;
            self.text(&line, self.pad, baseline, pt, weight, colour, Anchor::Start);
            self.y += leading * pt * PT;
        }
    }

    pub(super) fn line(
        &mut self,
        from: (f64, f64),
        to: (f64, f64),
        width: f64,
        colour: Colour,
        dash: Option<(f64, f64)>,
    ) {
        self.marks.push(Mark::Line { from, to, width, colour, dash });
    }

    pub(super) fn bar(&mut self, (left, right): (f64, f64), (top, bottom): (f64, f64), fill: Colour) {
        self.marks.push(Mark::Rect { left, top, right, bottom, fill });
    }

    /// A whisker at its height, with ends.
    pub(super) fn whisker(&mut self, (low, high): (f64, f64), middle: f64, colour: Colour) {
        let end = 1.9 * PT;
        self.line((low, middle), (high, middle), 1.1 * PT, colour, None);
        for x in [low, high] {
            self.line((x, middle - end), (x, middle + end), 0.9 * PT, colour, None);
        }
    }

    /// A name to the left of `right`, with the second language below it.
    pub(super) fn name(
        &mut self,
        (label, beside): (&str, Option<&str>),
        right: f64,
        width: f64,
        middle: f64,
        weight: Weight,
    ) {
        let TypeSizes { label: pt, note, .. } = self.sizes;
        let name = cut(label, width, pt * PT, weight);
        match beside {
            Some(beside) => {
                let beside = cut(beside, width, note * PT, Weight::Regular);
                self.text(&name, right, middle - 0.1 * pt * PT, pt, weight, tokens::INK, Anchor::End);
                self.text(&beside, right, middle + 1.02 * note * PT, note, Weight::Regular, tokens::NOTES, Anchor::End);
            }
            None => self.text(&name, right, middle + 0.36 * pt * PT, pt, weight, tokens::INK, Anchor::End),
        }
    }

    /// The width of the widest of some texts.
    pub(super) fn widest<'a>(&self, texts: impl Iterator<Item = &'a str>, pt: f64, weight: Weight) -> f64 {
        texts.map(|text| font::width(text, pt * PT, weight)).fold(0.0, f64::max)
    }

    /// The height of a row: of two lines where a name has a second language.
    pub(super) fn row_height(&self, has_two_lines: bool) -> f64 {
        let needed = self.sizes.label * PT * if has_two_lines { 2.45 } else { 2.2 };
        needed.max(if has_two_lines { 7.4 } else { 6.5 } * MM)
    }
}
