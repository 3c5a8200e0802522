//! Chart `voice`: how long each actor was heard and talked about, and beside it the part that was the actor's own voice.
//!
//! In: a [`VoiceChart`]. Out: a [`Scene`]. The amounts stand behind their bar; the percentage has a panel and a scale of its own.

use super::axis::{amount_digits, amount_step};
use super::font;
use super::frame::{Frame, Lettering, Limits, Look};
use super::text::within;
use super::tokens::{MM, PT};
use super::{Anchor, Scene, Weight, tokens};

/// One actor.
#[derive(Debug, Clone, PartialEq)]
pub struct VoiceRow {
    /// The actor's name.
    pub label: String,
    /// Its name in the second language.
    pub beside: Option<String>,
    /// Own words, in the unit of the chart.
    pub direct: f64,
    /// Talked about, in the same.
    pub reported: f64,
    /// `62.0 (35.1 + 26.9)`
    pub long: String,
    /// `62.0`
    pub short: String,
    /// Part of own words, 0..=1.
    pub share: f64,
    /// Limits of its interval.
    pub limits: Option<Limits>,
    /// `57.0%`
    pub percent: String,
    /// Is this what the figure is about?
    pub is_focus: bool,
    /// Is it to be read with care? Its dot is hollow then.
    pub is_flagged: bool,
}

/// Everything a voice chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct VoiceChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The actors, most coverage first.
    pub rows: Vec<VoiceRow>,
    /// The names of own words and of being talked about.
    pub names: [String; 2],
    /// `direct, %`
    pub percent_heading: String,
}

struct Panels {
    zero: f64,
    /// Pixels of one unit.
    scale: f64,
    most: f64,
    percent: (f64, f64),
    label_width: f64,
}

impl VoiceChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn words<'r>(row: &'r VoiceRow, frame: &Frame) -> &'r str {
        if frame.has_columns() { &row.long } else { &row.short }
    }

    fn place_plot(&self, frame: &mut Frame) {
        let panels = self.panels(frame);
        self.place_headings(frame, &panels);
        let below = 1.6 * frame.sizes.value * PT;
        let row_height = frame.row_height(self.rows.len(), self.rows.iter().any(|row| row.beside.is_some()), below);
        #[expect(clippy::cast_precision_loss, reason = "a chart has a few rows")]
        let (top, bottom) = (frame.y, frame.y + row_height * self.rows.len() as f64);
        let ticks = ticks(frame, &panels);
        for x in ticks.iter().map(|(_, x)| *x) {
            frame.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
        }
        let to_x = |share: f64| panels.percent.0 + (panels.percent.1 - panels.percent.0) * share;
        for part in [0.5, 1.0] {
            frame.line((to_x(part), top), (to_x(part), bottom), 0.6 * PT, tokens::GRID, None);
        }
        for row in &self.rows {
            place_row(frame, &panels, row, row_height);
            frame.y += row_height;
        }
        for x in [panels.zero, panels.percent.0] {
            frame.line((x, top), (x, bottom), 0.9 * PT, tokens::SECONDARY, None);
        }
        let pt = frame.sizes.value;
        let baseline = bottom + 1.25 * pt * PT;
        let ink = tokens::SECONDARY;
        for (amount, x) in ticks {
            let label = frame.wording.number(&amount);
            frame.text(&label, x, baseline, pt, Weight::Regular, ink, Anchor::Middle);
        }
        frame.text("0", panels.zero, baseline, pt, Weight::Regular, ink, Anchor::Middle);
        for (tick, part) in [(0, 0.0), (50, 0.5), (100, 1.0)] {
            let label = frame.percent_tick(tick, tick == 100);
            let anchor = if part >= 1.0 { Anchor::End } else { Anchor::Middle };
            frame.text(&label, to_x(part), baseline, pt, Weight::Regular, ink, anchor);
        }
        frame.y = baseline + 0.3 * pt * PT;
    }

    fn panels(&self, frame: &Frame) -> Panels {
        let (gap, value) = (1.8 * MM, frame.sizes.value);
        let labels = self.rows.iter().flat_map(|row| [row.label.as_str(), row.beside.as_deref().unwrap_or_default()]);
        let label_width = frame.widest(labels, frame.sizes.label, Weight::Bold).min(0.26 * frame.width);
        let words = frame.widest(self.rows.iter().map(|row| Self::words(row, frame)), value, Weight::Bold);
        let zero = frame.pad + label_width + gap;
        let right = frame.width - frame.pad;
        // The percentage has a quarter of what is left, and at least its heading.
        let heading = font::width(&self.percent_heading, value * PT, Weight::Bold);
        let percent_width = (0.26 * (right - zero)).max(heading);
        let percent_left = right - percent_width;
        let room = percent_left - 2.0 * gap - words - gap - zero;
        let most = self.rows.iter().map(|row| row.direct + row.reported).fold(0.0, f64::max).max(1e-9);
        Panels { zero, scale: room.max(1.0) / most, most, percent: (percent_left, right), label_width }
    }

    fn place_headings(&self, frame: &mut Frame, panels: &Panels) {
        let pt = frame.sizes.value;
        let (side, gap) = (2.6 * MM, 0.9 * MM);
        let mut baseline = frame.y + pt * PT;
        let (left, right) = panels.percent;
        let heading = super::text::cut(&self.percent_heading, right - left, pt * PT, Weight::Bold);
        frame.text(&heading, left, baseline, pt, Weight::Bold, tokens::INK, Anchor::Start);
        let mut x = frame.pad;
        for (name, fill) in self.names.iter().zip(frame.palette.voices()) {
            let width = side + gap + font::width(name, pt * PT, Weight::Bold);
            if x > frame.pad && x + width > left - 2.0 * MM {
                x = frame.pad;
                baseline += 1.5 * pt * PT;
            }
            frame.bar((x, x + side), (baseline - 0.85 * side, baseline + 0.15 * side), fill);
            let name = super::text::cut(name, left - 2.0 * MM - x - side - gap, pt * PT, Weight::Bold);
            frame.text(&name, x + side + gap, baseline, pt, Weight::Bold, tokens::INK, Anchor::Start);
            x += width + 3.0 * MM;
        }
        frame.y = baseline + 1.6 * MM;
    }
}

/// The round amounts up to the longest bar, with their places.
fn ticks(frame: &Frame, panels: &Panels) -> Vec<(String, f64)> {
    let least = 2.2 * font::width("00,000", frame.sizes.value * PT, Weight::Regular);
    let step = amount_step(least / panels.scale);
    let mut found = Vec::new();
    let mut amount = step;
    while amount <= panels.most {
        found.push((amount_digits(amount), panels.zero + amount * panels.scale));
        amount += step;
    }
    found
}

fn place_row(frame: &mut Frame, panels: &Panels, row: &VoiceRow, row_height: f64) {
    let middle = frame.y + row_height / 2.0;
    let half = 0.31 * row_height;
    let weight = if row.is_focus { Weight::Bold } else { Weight::Regular };
    let names = (row.label.as_str(), row.beside.as_deref());
    frame.name(names, frame.pad + panels.label_width, panels.label_width, middle, weight);
    let (direct, end) =
        (panels.zero + row.direct * panels.scale, panels.zero + (row.direct + row.reported) * panels.scale);
    let [own, about] = frame.palette.voices();
    frame.bar((panels.zero, direct), (middle - half, middle + half), own);
    frame.bar((direct, end), (middle - half, middle + half), about);
    let pt = frame.sizes.value;
    let baseline = middle + 0.36 * pt * PT;
    let gap = 0.9 * MM;
    let words = VoiceChart::words(row, frame);
    frame.text(words, end + gap, baseline, pt, Weight::Regular, tokens::NOTES, Anchor::Start);
    let (left, right) = panels.percent;
    let to_x = |share: f64| left + (right - left) * share;
    if let Some((low, high)) = row.limits {
        frame.whisker((to_x(low), to_x(high)), middle, tokens::DIRECT);
    }
    frame.dot((to_x(row.share), middle), tokens::DIRECT, row.is_flagged);
    let (low, high) = row.limits.unwrap_or((row.share, row.share));
    let width = font::width(&row.percent, pt * PT, weight);
    let away = gap + 1.9 * PT;
    // Behind the whisker, else before it, else above the dot.
    if to_x(high.max(row.share)) + away + width <= right {
        let x = to_x(high.max(row.share)) + away;
        frame.text(&row.percent, x, baseline, pt, weight, tokens::INK, Anchor::Start);
    } else if to_x(low.min(row.share)) - away - width >= left {
        let x = to_x(low.min(row.share)) - away;
        frame.text(&row.percent, x, baseline, pt, weight, tokens::INK, Anchor::End);
    } else {
        let x = within(to_x(row.share), left + width / 2.0, right - width / 2.0);
        frame.text(&row.percent, x, middle - 2.6 * PT, pt, weight, tokens::INK, Anchor::Middle);
    }
}
