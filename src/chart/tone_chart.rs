//! Chart `tone`: negative and positive from one zero line, neutral in a panel of its own, all on one scale.
//!
//! In: a [`ToneChart`]. Out: a [`Scene`]. Every segment has a baseline; negative is hatched, so that nothing rests on colour.

use super::axis::{amount_digits, amount_step};
use super::font;
use super::frame::{Frame, Lettering, Look};
use super::tokens::{MM, PT};
use super::{Anchor, Fill, Scene, Weight, tokens};

/// The coverage of one actor in one tone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TonePart {
    /// Amount in the unit of the chart, for the length of the bar.
    pub amount: f64,
    /// `3.4 (1%)`
    pub long: String,
    /// `1%`
    pub short: String,
}

/// One actor.
#[derive(Debug, Clone, PartialEq)]
pub struct ToneRow {
    /// The actor's name.
    pub label: String,
    /// Its name in the second language.
    pub beside: Option<String>,
    /// Against.
    pub negative: TonePart,
    /// Neither.
    pub neutral: TonePart,
    /// For.
    pub positive: TonePart,
    /// Everything coded, as printed.
    pub total: String,
    /// Is this what the figure is about?
    pub is_focus: bool,
}

/// Everything a tone chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ToneChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The actors, most coverage first.
    pub rows: Vec<ToneRow>,
    /// The names of negative, neutral and positive.
    pub names: [String; 3],
    /// `min`
    pub unit: String,
}

/// Where the panels stand.
struct Panels {
    zero: f64,
    neutral: f64,
    /// Pixels of one unit.
    scale: f64,
    total_right: f64,
    label_width: f64,
    ends: [f64; 3],
}

impl ToneChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn words<'p>(part: &'p TonePart, frame: &Frame) -> &'p str {
        if frame.has_columns() { &part.long } else { &part.short }
    }

    fn place_plot(&self, frame: &mut Frame) {
        let panels = self.panels(frame);
        self.place_headings(frame, &panels);
        let below = 1.6 * frame.sizes.value * PT;
        let row_height = frame.row_height(self.rows.len(), self.rows.iter().any(|row| row.beside.is_some()), below);
        #[expect(clippy::cast_precision_loss, reason = "a chart has a few rows")]
        let (top, bottom) = (frame.y, frame.y + row_height * self.rows.len() as f64);
        self.place_grid(frame, &panels, (top, bottom));
        for row in &self.rows {
            place_row(frame, &panels, row, row_height);
            frame.y += row_height;
        }
        for x in [panels.zero, panels.neutral] {
            frame.line((x, top), (x, bottom), 0.9 * PT, tokens::SECONDARY, None);
        }
        frame.y = bottom;
        self.place_axis(frame, &panels);
    }

    /// Panels as wide as their bars and the words beside them need.
    fn panels(&self, frame: &Frame) -> Panels {
        let (gap, value) = (1.6 * MM, frame.sizes.value);
        let widest = |pick: fn(&ToneRow) -> &TonePart| {
            frame.widest(self.rows.iter().map(|row| Self::words(pick(row), frame)), value, Weight::Bold)
        };
        let most = |pick: fn(&ToneRow) -> &TonePart| self.rows.iter().map(|row| pick(row).amount).fold(0.0, f64::max);
        let labels = self.rows.iter().flat_map(|row| [row.label.as_str(), row.beside.as_deref().unwrap_or_default()]);
        let label_width = frame.widest(labels, frame.sizes.label, Weight::Bold).min(0.26 * frame.width);
        let totals = self.rows.iter().map(|row| row.total.as_str()).chain([self.unit.as_str()]);
        let total_width = frame.widest(totals, value, Weight::Regular);
        let (negative, positive, neutral) = (widest(|r| &r.negative), widest(|r| &r.positive), widest(|r| &r.neutral));
        let total_right = frame.width - frame.pad;
        let left = frame.pad + label_width + gap + negative + gap;
        // The heading of negative stands to the left of the zero line.
        let heading = font::width(&self.names[0], value * PT, Weight::Bold) + 4.5 * MM;
        let left = left.max(frame.pad + heading);
        let fixed = left + gap + positive + 2.0 * gap + 2.0 * gap + total_width + frame.pad;
        let units = most(|r| &r.negative) + most(|r| &r.positive) + most(|r| &r.neutral).max(1e-9);
        let room = (frame.width - fixed).max(20.0 * MM * 0.5);
        // A neutral bar too short for its words has them behind it: there must be room for both, in the panel or beside it.
        let whole = (room - gap) / units;
        let has_room = most(|r| &r.neutral) * whole >= 2.0 * neutral + 3.0 * gap;
        let scale = (if has_room { whole } else { (room - neutral - gap) / units }).max(1e-9);
        let zero = left + most(|r| &r.negative) * scale;
        let positive_end = zero + most(|r| &r.positive) * scale + gap + positive;
        let heading_end = zero + 5.0 * MM + font::width(&self.names[2], value * PT, Weight::Bold);
        let neutral_zero = positive_end.max(heading_end) + 2.0 * gap;
        let ends = [most(|r| &r.negative), most(|r| &r.neutral), most(|r| &r.positive)];
        Panels { zero, neutral: neutral_zero, scale, total_right, label_width, ends }
    }

    fn place_headings(&self, frame: &mut Frame, panels: &Panels) {
        let pt = frame.sizes.value;
        let baseline = frame.y + pt * PT;
        let (box_size, gap) = (2.6 * MM, 0.9 * MM);
        let boxed = |frame: &mut Frame, left: f64, fill: Fill| {
            frame.bar((left, left + box_size), (baseline - 0.85 * box_size, baseline + 0.15 * box_size), fill);
        };
        let [negative, neutral, positive] = frame.palette.tones();
        boxed(frame, panels.zero - gap - box_size, negative);
        let left = panels.zero - 2.0 * gap - box_size;
        frame.text(&self.names[0], left, baseline, pt, Weight::Bold, tokens::INK, Anchor::End);
        boxed(frame, panels.zero + gap, positive);
        let right = panels.zero + 2.0 * gap + box_size;
        frame.text(&self.names[2], right, baseline, pt, Weight::Bold, tokens::INK, Anchor::Start);
        boxed(frame, panels.neutral + gap, neutral);
        let right = panels.neutral + 2.0 * gap + box_size;
        frame.text(&self.names[1], right, baseline, pt, Weight::Bold, tokens::INK, Anchor::Start);
        // The subtitle names the unit too: where its heading has no room it is not repeated.
        let end = right + font::width(&self.names[1], pt * PT, Weight::Bold) + MM;
        if end < panels.total_right - font::width(&self.unit, pt * PT, Weight::Regular) {
            frame.text(&self.unit, panels.total_right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        }
        frame.y = baseline + 1.6 * MM;
    }

    /// The round amounts of a panel up to its longest bar.
    fn ticks(&self, frame: &Frame, panels: &Panels) -> (f64, [u32; 3]) {
        let least = 3.2 * font::width("0000", frame.sizes.value * PT, Weight::Regular) / 2.0;
        let step = amount_step(least / panels.scale);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of ticks")]
        let n = |end: f64| (end / step).floor() as u32;
        (step, panels.ends.map(n))
    }

    fn place_grid(&self, frame: &mut Frame, panels: &Panels, (top, bottom): (f64, f64)) {
        let (step, [negative, neutral, positive]) = self.ticks(frame, panels);
        let lines = |n: u32, zero: f64, sign: f64| {
            (1..=n).map(move |tick| zero + sign * f64::from(tick) * step * panels.scale).collect::<Vec<f64>>()
        };
        let all = [
            lines(negative, panels.zero, -1.0),
            lines(positive, panels.zero, 1.0),
            lines(neutral, panels.neutral, 1.0),
        ];
        for x in all.concat() {
            frame.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
        }
    }

    fn place_axis(&self, frame: &mut Frame, panels: &Panels) {
        let pt = frame.sizes.value;
        let baseline = frame.y + 1.25 * pt * PT;
        let (step, [negative, neutral, positive]) = self.ticks(frame, panels);
        let mut label = |tick: u32, x: f64| {
            let number = f64::from(tick) * step;
            let text = frame.wording.number(&amount_digits(number));
            frame.text(&text, x, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Middle);
        };
        (1..=negative).for_each(|tick| label(tick, panels.zero - f64::from(tick) * step * panels.scale));
        (0..=positive).for_each(|tick| label(tick, panels.zero + f64::from(tick) * step * panels.scale));
        (0..=neutral).for_each(|tick| label(tick, panels.neutral + f64::from(tick) * step * panels.scale));
        frame.y = baseline + 0.3 * pt * PT;
    }
}

fn place_row(frame: &mut Frame, panels: &Panels, row: &ToneRow, row_height: f64) {
    let middle = frame.y + row_height / 2.0;
    let half = 0.31 * row_height;
    let (top, bottom) = (middle - half, middle + half);
    let weight = if row.is_focus { Weight::Bold } else { Weight::Regular };
    frame.name((&row.label, row.beside.as_deref()), frame.pad + panels.label_width, panels.label_width, middle, weight);
    let (pt, gap) = (frame.sizes.value, 0.9 * MM);
    let baseline = middle + 0.36 * pt * PT;
    let left = panels.zero - row.negative.amount * panels.scale;
    let [negative, neutral, positive] = frame.palette.tones();
    if row.negative.amount > 0.0 {
        frame.bar((left, panels.zero), (top, bottom), negative);
    }
    let ink = tokens::INK;
    let words = ToneChart::words(&row.negative, frame);
    frame.text(words, left - gap, baseline, pt, weight, ink, Anchor::End);
    let right = panels.zero + row.positive.amount * panels.scale;
    frame.bar((panels.zero, right), (top, bottom), positive);
    let words = ToneChart::words(&row.positive, frame);
    frame.text(words, right + gap, baseline, pt, weight, ink, Anchor::Start);
    let end = panels.neutral + row.neutral.amount * panels.scale;
    frame.bar((panels.neutral, end), (top, bottom), neutral);
    let words = ToneChart::words(&row.neutral, frame);
    let width = font::width(words, pt * PT, weight);
    if end - panels.neutral > width + 2.0 * gap {
        frame.text(words, end - gap, baseline, pt, weight, ink, Anchor::End);
        frame.on(neutral.colour);
    } else {
        frame.text(words, end + gap, baseline, pt, weight, ink, Anchor::Start);
    }
    frame.text(&row.total, panels.total_right, baseline, pt, Weight::Regular, tokens::NOTES, Anchor::End);
}
