//! The frame of every figure: titles above, notes below, and the marks between them.
//!
//! In: a [`Lettering`] and a function that places the plot. Out: a [`Scene`]. A kind of chart knows only its plot.

use super::font;
use super::text::{cut, wrapped};
use super::tokens::{MM, PT, TypeSizes};
use super::{Anchor, Colour, Fill, Mark, Palette, Scene, Size, TextMark, Weight, tokens};
use crate::wording::Wording;

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
    /// The notes in a line, for a figure that has room for no more.
    pub brief: String,
    /// Figure number, program, digest of the data.
    pub provenance: String,
    /// What the figure shows, for those who cannot see it.
    pub alt: String,
    /// How its numbers are written, and where its words stand: at the right where they are read from right to left. Axes run
    /// from left to right in every language.
    pub wording: Wording,
}

/// A whisker on a scale: low and high limit.
pub type Limits = (f64, f64);

/// How a figure is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// How large.
    pub size: Size,
    /// In which colours.
    pub palette: Palette,
}

impl From<Size> for Look {
    fn from(size: Size) -> Self {
        Look { size, palette: Palette::Colour }
    }
}

/// A figure while it grows downwards.
pub(super) struct Frame {
    pub size: Size,
    pub palette: Palette,
    pub width: f64,
    pub pad: f64,
    pub sizes: TypeSizes,
    pub y: f64,
    pub marks: Vec<Mark>,
    /// Where the plot must end, in a figure of fixed height.
    floor: Option<f64>,
    /// How numbers are written.
    pub wording: Wording,
}

impl Lettering {
    /// The scene of a plot with these words around it.
    pub(super) fn scene(&self, look: Look, place_plot: impl FnOnce(&mut Frame)) -> Scene {
        let mut frame = Frame::new(look, &self.wording);
        self.place_titles(&mut frame);
        frame.floor = look.size.height().map(|height| {
            let mut foot = Frame::new(look, &self.wording);
            let top = foot.y;
            self.place_notes(&mut foot);
            height - (foot.y - top) - 2.0 * MM
        });
        place_plot(&mut frame);
        frame.y = frame.floor.unwrap_or(frame.y).max(frame.y);
        self.place_notes(&mut frame);
        // Dots lie above the lines they stand on.
        let is_dot = |mark: &Mark| matches!(mark, Mark::Dot { .. } | Mark::Ring { .. } | Mark::Diamond { .. });
        let (dots, others): (Vec<Mark>, Vec<Mark>) = frame.marks.into_iter().partition(is_dot);
        let marks = others.into_iter().chain(dots).map(|mark| mark.seen(look.palette)).collect();
        let height = look.size.height().unwrap_or_else(|| (frame.y + 2.0 * MM).ceil());
        Scene { width: frame.width, height, alt: self.alt.clone(), title: self.title.clone(), marks }
    }

    fn place_titles(&self, frame: &mut Frame) {
        let sizes = frame.sizes;
        frame.paragraph(&self.title, sizes.title, Weight::Bold, tokens::INK, 1.28);
        frame.y += 0.6 * MM;
        let joined = [self.subtitle.join(" · ")];
        let lines = if frame.size == Size::Social { &joined[..] } else { &self.subtitle[..] };
        for line in lines {
            frame.paragraph(line, sizes.subtitle, Weight::Regular, tokens::SECONDARY, 1.36);
        }
        frame.y += 1.8 * MM;
    }

    fn place_notes(&self, frame: &mut Frame) {
        let note = frame.sizes.note;
        frame.y += if frame.size == Size::Social { 1.2 } else { 2.2 } * MM;
        let y = frame.y;
        frame.line((frame.pad, y), (frame.width - frame.pad, y), 0.5 * PT, tokens::RULE, None);
        frame.y += 1.2 * MM;
        if let Some(notice) = &self.notice {
            frame.paragraph(notice, note, Weight::Bold, tokens::NOTICE, 1.36);
        }
        let brief = [self.brief.clone()];
        let notes = if frame.size == Size::Social { &brief[..] } else { &self.notes[..] };
        for paragraph in notes {
            frame.paragraph(paragraph, note, Weight::Regular, tokens::NOTES, 1.36);
        }
        frame.paragraph(&self.provenance, note.min(5.8), Weight::Regular, tokens::PROVENANCE, 1.36);
    }
}

impl Frame {
    fn new(look: Look, wording: &Wording) -> Frame {
        let Look { size, palette } = look;
        let pad = size.pad();
        let (width, sizes) = (size.width(), size.type_sizes());
        Frame { size, palette, width, pad, sizes, y: pad, marks: Vec::new(), floor: None, wording: wording.clone() }
    }

    /// A tick in percent; only the last of an axis has the sign.
    pub(super) fn percent_tick(&self, tick: u32, is_last: bool) -> String {
        if is_last { self.wording.percent(&tick.to_string()) } else { tick.to_string() }
    }

    /// Has it room for columns of numbers beside the marks?
    pub(super) fn has_columns(&self) -> bool {
        self.size == Size::Double
    }

    /// The height of a plot that could have any: what is asked for, or what is left of a fixed height.
    pub(super) fn plot_height(&self, wanted: f64, below: f64) -> f64 {
        self.floor.map_or(wanted, |floor| floor - self.y - below)
    }

    /// Where texts at the right end.
    pub(super) fn right(&self) -> f64 {
        self.width - self.pad
    }

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
        let right_to_left = if self.wording.is_right_to_left() {
            text.chars().any(font::is_right_to_left)
        } else {
            text.chars().find(|c| c.is_alphabetic()).is_some_and(font::is_right_to_left)
        };
        self.marks.push(Mark::Text(TextMark {
            text: text.to_owned(),
            right_to_left,
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
            let (x, anchor) =
                if self.wording.is_right_to_left() { (self.right(), Anchor::End) } else { (self.pad, Anchor::Start) };
            self.text(&line, x, baseline, pt, weight, colour, anchor);
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
        self.marks.push(Mark::Line { points: vec![from, to], width, colour, dash });
    }

    pub(super) fn bar(&mut self, (left, right): (f64, f64), (top, bottom): (f64, f64), fill: impl Into<Fill>) {
        self.marks.push(Mark::Rect { left, top, right, bottom, fill: fill.into() });
    }

    /// A text in the middle of an area: in ink or paper, or on a plate of paper where neither reads.
    pub(super) fn on_fill(&mut self, text: &str, x: f64, baseline: f64, pt: f64, fill: Fill) {
        match fill.label() {
            Some(ink) => {
                self.text(text, x, baseline, pt, Weight::Regular, ink, Anchor::Middle);
                self.on(fill.colour);
            }
            None => {
                let half = font::width(text, pt * PT, Weight::Regular) / 2.0 + 0.5 * MM;
                self.bar((x - half, x + half), (baseline - 0.95 * pt * PT, baseline + 0.3 * pt * PT), tokens::PAPER);
                self.text(text, x, baseline, pt, Weight::Regular, tokens::INK, Anchor::Middle);
            }
        }
    }

    /// The dot of a figure; hollow where it is to be read with care.
    pub(super) fn dot(&mut self, centre: (f64, f64), colour: Colour, is_flagged: bool) {
        let radius = 1.9 * PT;
        self.marks.push(if is_flagged {
            Mark::Ring { centre, radius, rim: colour }
        } else {
            Mark::Dot { centre, radius, fill: colour }
        });
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
        match beside.filter(|_| self.size != Size::Social) {
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

    /// The height of each of some rows, of two lines where a name has a second language; `below` is for what follows them.
    #[expect(clippy::cast_precision_loss, reason = "a chart has a few rows")]
    pub(super) fn row_height(&self, n_rows: usize, has_two_lines: bool, below: f64) -> f64 {
        let has_two_lines = has_two_lines && self.size != Size::Social;
        let needed = self.sizes.label * PT * if has_two_lines { 2.45 } else { 2.2 };
        let natural = needed.max(if has_two_lines { 7.4 } else { 6.5 } * MM);
        match self.floor {
            None => natural,
            Some(floor) => ((floor - self.y - below) / n_rows as f64).min(1.05 * natural),
        }
    }
}
