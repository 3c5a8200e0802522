//! Chart `panels`: the same bars for each outlet, on one scale and in one order, under the headings of their owners.
//!
//! In: a [`PanelsChart`]. Out: a [`Scene`]. Names stand once at the left of each line of panels.

use super::axis::percent_axis;
use super::font;
use super::frame::{Frame, Lettering, Limits, Look};
use super::text::cut;
use super::tokens::{MM, PT};
use super::{Anchor, Reference, Scene, Size, Weight, tokens};

/// One bar of a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelBar {
    /// The share, 0..=1.
    pub share: f64,
    /// Limits of its interval.
    pub limits: Option<Limits>,
    /// `52.0`
    pub percent: String,
    /// Is it to be read with care? Its dot is hollow then.
    pub is_flagged: bool,
}

/// One outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// `412 min`
    pub total: String,
    /// One bar for each actor of the chart, in its order.
    pub bars: Vec<PanelBar>,
}

/// Everything the panels show.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelsChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The actors, in one order for all panels, and whether the figure is about them.
    pub actors: Vec<(String, bool)>,
    /// Headings with their panels.
    pub groups: Vec<(String, Vec<Panel>)>,
    /// A dotted line in each panel; the subtitle says what it is.
    pub reference: Option<Reference>,
}

struct Columns {
    label_width: f64,
    lefts: Vec<f64>,
    width: f64,
    axis: (u32, u32),
}

impl PanelsChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, frame: &mut Frame) {
        let columns = self.columns(frame);
        for (heading, panels) in &self.groups {
            let pt = frame.sizes.value;
            if !heading.is_empty() {
                frame.y += 0.6 * MM + pt * PT;
                let room = frame.width - 2.0 * frame.pad;
                let heading = cut(heading, room, pt * PT, Weight::Bold);
                frame.text(&heading, frame.pad, frame.y, pt, Weight::Bold, tokens::SECONDARY, Anchor::Start);
                frame.y += 1.1 * MM;
                let y = frame.y;
                frame.line((frame.pad, y), (frame.right(), y), 0.6 * PT, tokens::GRID, None);
                frame.y += 0.9 * MM;
            }
            for line in panels.chunks(columns.lefts.len()) {
                self.place_line(frame, &columns, line);
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "at most three panels stand side by side")]
    fn columns(&self, frame: &Frame) -> Columns {
        let side_by_side = if frame.size == Size::Single { 2 } else { 3 };
        let n_panels = self.groups.iter().map(|(_, panels)| panels.len()).max().unwrap_or(1).clamp(1, side_by_side);
        let names = self.actors.iter().map(|(name, _)| name.as_str());
        let label_width = frame.widest(names, frame.sizes.label, Weight::Bold).min(0.22 * frame.width);
        let (left, gap) = (frame.pad + label_width + 1.6 * MM, 5.0 * MM);
        let width = (frame.right() - left - gap * (n_panels - 1) as f64) / n_panels as f64;
        let width = width.min(72.0 * MM);
        let bars = self.groups.iter().flat_map(|(_, panels)| panels).flat_map(|panel| &panel.bars);
        let highest = bars.map(|bar| bar.limits.map_or(bar.share, |(_, high)| high.max(bar.share)));
        let (end, step) = percent_axis(highest.fold(0.0, f64::max) * 100.0);
        // Panels are narrow: every second tick where labels would touch.
        let label = font::width(&frame.percent_tick(100, true), frame.sizes.note * PT, Weight::Regular) + MM;
        let step = if f64::from(end / step) * label > width { step * 2 } else { step };
        let lefts = (0..n_panels).map(|n| left + n as f64 * (width + gap)).collect();
        Columns { label_width, lefts, width, axis: (end, step) }
    }

    fn row_height(frame: &Frame) -> f64 {
        1.75 * frame.sizes.label * PT
    }

    #[expect(clippy::cast_precision_loss, reason = "a panel has a few rows")]
    fn place_line(&self, frame: &mut Frame, columns: &Columns, panels: &[Panel]) {
        let pt = frame.sizes.label;
        let baseline = frame.y + 1.25 * pt * PT;
        let row_height = Self::row_height(frame);
        let top = baseline + 1.0 * MM;
        let bottom = top + row_height * self.actors.len() as f64;
        for (n, (name, is_focus)) in self.actors.iter().enumerate() {
            let weight = if *is_focus { Weight::Bold } else { Weight::Regular };
            let middle = top + (n as f64 + 0.5) * row_height;
            frame.name((name, None), frame.pad + columns.label_width, columns.label_width, middle, weight);
        }
        for (panel, left) in panels.iter().zip(&columns.lefts) {
            self.place_panel(frame, columns, panel, (*left, baseline, top, bottom));
        }
        frame.y = bottom + 1.6 * frame.sizes.note * PT + 1.4 * MM;
    }

    fn place_panel(
        &self,
        frame: &mut Frame,
        columns: &Columns,
        panel: &Panel,
        (left, baseline, top, bottom): (f64, f64, f64, f64),
    ) {
        let (pt, note) = (frame.sizes.label, frame.sizes.note);
        let total = cut(&panel.total, 0.5 * columns.width, note * PT, Weight::Regular);
        let room = columns.width - font::width(&total, note * PT, Weight::Regular) - 1.6 * MM;
        let name = cut(&panel.name, room, pt * PT, Weight::Bold);
        frame.text(&name, left, baseline, pt, Weight::Bold, tokens::INK, Anchor::Start);
        let x = left + font::width(&name, pt * PT, Weight::Bold) + 1.6 * MM;
        frame.text(&total, x, baseline, note, Weight::Regular, tokens::NOTES, Anchor::Start);
        let (end, step) = columns.axis;
        let to_x = |share: f64| left + columns.width * share * 100.0 / f64::from(end);
        for tick in (0..=end).step_by(step as usize) {
            let x = to_x(f64::from(tick) / 100.0);
            let is_last = tick + step > end;
            if tick > 0 {
                frame.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
            }
            let label = frame.percent_tick(tick, is_last);
            let anchor = if tick == end { Anchor::End } else { Anchor::Middle };
            frame.text(&label, x, bottom + 1.3 * note * PT, note, Weight::Regular, tokens::SECONDARY, anchor);
        }
        let row_height = Self::row_height(frame);
        let reference = self.reference.as_ref().map(|reference| to_x(reference.share));
        for has_numbers in [false, true] {
            let mut middle = top + row_height / 2.0;
            for (bar, (_, is_focus)) in panel.bars.iter().zip(&self.actors) {
                let at = BarAt { left, right: left + columns.width, middle, reference };
                if has_numbers {
                    place_number(frame, bar, *is_focus, &at, &to_x);
                } else {
                    place_bar(frame, bar, *is_focus, &at, &to_x);
                }
                middle += row_height;
            }
            // The line lies over the bars and under the numbers.
            if let Some(x) = reference.filter(|_| !has_numbers) {
                frame.line((x, top), (x, bottom), 0.9 * PT, tokens::INK, Some((0.9 * PT, 1.5 * PT)));
            }
        }
        frame.line((left, top), (left, bottom), 0.9 * PT, tokens::SECONDARY, None);
    }
}

/// Where a bar is.
struct BarAt {
    left: f64,
    right: f64,
    middle: f64,
    reference: Option<f64>,
}

fn place_bar(frame: &mut Frame, bar: &PanelBar, is_focus: bool, at: &BarAt, to_x: &dyn Fn(f64) -> f64) {
    let (left, middle) = (at.left, at.middle);
    let half = 0.34 * PanelsChart::row_height(frame);
    let (fill, dot) = if is_focus { (tokens::FOCUS_BAR, tokens::FOCUS_DOT) } else { (tokens::BAR, tokens::SECONDARY) };
    let end = to_x(bar.share);
    frame.bar((left, end), (middle - half, middle + half), fill);
    if let Some((low, high)) = bar.limits {
        frame.line((to_x(low), middle), (to_x(high), middle), 1.1 * PT, dot, None);
    }
    frame.dot((end, middle), dot, bar.is_flagged);
}

/// Behind the whisker, else before it on the bar; a whisker from end to end leaves room at the right only.
fn place_number(frame: &mut Frame, bar: &PanelBar, is_focus: bool, at: &BarAt, to_x: &dyn Fn(f64) -> f64) {
    let fill = if is_focus { tokens::FOCUS_BAR } else { tokens::BAR };
    let end = to_x(bar.share);
    let (low, high) = bar.limits.map_or((end, end), |(low, high)| (to_x(low), to_x(high)));
    let pt = frame.sizes.value;
    let weight = if is_focus { Weight::Bold } else { Weight::Regular };
    let (width, gap) = (font::width(&bar.percent, pt * PT, weight), 0.9 * MM + 1.2 * PT);
    let baseline = at.middle + 0.36 * pt * PT;
    let behind = high.max(end) + gap;
    if behind + width <= (at.right + 3.0 * MM).min(frame.right()) {
        // A number that the line would cross stands on a plate of paper.
        if at.reference.is_some_and(|x| behind - 0.2 * MM < x && x < behind + width + 0.2 * MM) {
            let half = 0.62 * pt * PT;
            frame.bar(
                (behind - 0.2 * MM, behind + width + 0.2 * MM),
                (at.middle - half, at.middle + half),
                tokens::PAPER,
            );
        }
        frame.text(&bar.percent, behind, baseline, pt, weight, tokens::INK, Anchor::Start);
    } else if low.min(end) - gap - width >= at.left {
        frame.text(&bar.percent, low.min(end) - gap, baseline, pt, weight, tokens::INK, Anchor::End);
        frame.on(fill);
    } else {
        frame.text(&bar.percent, at.right, baseline, pt, weight, tokens::INK, Anchor::End);
    }
}
