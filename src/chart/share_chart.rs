//! Chart `share`: ranked pale bars with a dot at the share, the percentage and the amount in the same row.
//!
//! In: a [`ShareChart`]. Out: a [`Scene`]. The printed numbers come ready; only positions are computed here.

use super::axis::percent_axis;
use super::font;
use super::frame::{Frame, Lettering, Limits, Look};
use super::text::{cut, within};
use super::tokens::{MM, PT, TypeSizes};
use super::{Anchor, Scene, Size, Weight, tokens};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareBar {
    /// The actor's name.
    pub label: String,
    /// Its name in the second language.
    pub beside: Option<String>,
    /// The share, 0..=1: where the bar ends.
    pub share: f64,
    /// Limits of its interval, 0..=1.
    pub limits: Option<Limits>,
    /// The share as printed: `52.0`.
    pub percent: String,
    /// The interval as printed: `47.1–56.8`; empty for none.
    pub interval: String,
    /// The amount as printed: `1,234`.
    pub amount: String,
    /// Is this what the figure is about?
    pub is_focus: bool,
    /// Is it to be read with care? Its dot is hollow then.
    pub is_flagged: bool,
}

/// A dashed line to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// `equal share 14.3%`
    pub label: String,
    /// Where, 0..=1.
    pub share: f64,
}

/// Everything a share chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The bars, largest first.
    pub bars: Vec<ShareBar>,
    /// A line to compare with.
    pub reference: Option<Reference>,
    /// The axis reaches this share at least, so that figures side by side have one scale; 0 where a figure stands alone.
    pub reach: f64,
    /// Heading of the amounts: `cm²`.
    pub unit: String,
    /// Heading of the intervals: `95% interval`.
    pub interval_heading: String,
}

/// Columns of the plot, in pixels.
struct Columns {
    plot_left: f64,
    plot_right: f64,
    percent_right: f64,
    interval_left: Option<f64>,
    amount_right: Option<f64>,
    label_width: f64,
}

impl ShareChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, layout: &mut Frame) {
        let columns = self.columns(layout);
        let highest = |bar: &ShareBar| bar.limits.map_or(bar.share, |(_, high)| high.max(bar.share));
        let largest = self.bars.iter().map(highest).chain(self.reference.iter().map(|line| line.share));
        let (end, step) = percent_axis(largest.fold(self.reach, f64::max) * 100.0);
        let to_x =
            |share: f64| columns.plot_left + (columns.plot_right - columns.plot_left) * share * 100.0 / f64::from(end);
        self.place_headings(layout, &columns, &to_x);
        let is_social = layout.size == Size::Social;
        let below = if is_social { 0.0 } else { 1.6 * layout.sizes.value * PT };
        let row_height = layout.row_height(self.bars.len(), self.bars.iter().any(|bar| bar.beside.is_some()), below);
        #[expect(clippy::cast_precision_loss, reason = "a chart has a few rows")]
        let (top, bottom) = (layout.y, layout.y + row_height * self.bars.len() as f64);
        if !is_social {
            place_grid(layout, &to_x, (end, step), (top, bottom));
        }
        for bar in &self.bars {
            place_bar(layout, &columns, bar, &to_x, row_height);
            layout.y += row_height;
        }
        layout.line((columns.plot_left, top), (columns.plot_left, bottom), 0.9 * PT, tokens::SECONDARY, None);
        if let Some(reference) = &self.reference {
            let x = to_x(reference.share);
            layout.line((x, top), (x, bottom), 0.9 * PT, tokens::INK, Some((2.4 * PT, 1.6 * PT)));
        }
        layout.y = bottom;
        if !is_social {
            place_axis_labels(layout, &to_x, (end, step));
        }
    }

    /// Columns as wide as their texts need: fixed offsets collide as soon as a name is long.
    fn columns(&self, layout: &Frame) -> Columns {
        // One column has no room for intervals as numbers: its whiskers show them.
        let has_intervals = layout.has_columns() && self.bars.iter().any(|bar| !bar.interval.is_empty());
        let has_amounts = layout.size != Size::Social;
        let TypeSizes { label, value, .. } = layout.sizes;
        let gap = 2.2 * MM;
        let widest = |texts: &mut dyn Iterator<Item = (&str, f64, Weight)>| {
            texts.map(|(text, pt, weight)| font::width(text, pt * PT, weight)).fold(0.0, f64::max)
        };
        let mut labels = self.bars.iter().flat_map(|bar| {
            let beside = bar.beside.as_deref().unwrap_or_default();
            [(bar.label.as_str(), label, weight_of(bar)), (beside, layout.sizes.note, Weight::Regular)]
        });
        let label_width = widest(&mut labels).min(0.3 * layout.width);
        let mut amounts = self.bars.iter().map(|bar| (bar.amount.as_str(), value, Weight::Regular));
        let amount_width = widest(&mut amounts).max(font::width(&self.unit, value * PT, Weight::Regular));
        let amount_width = if has_amounts { amount_width + 1.6 * gap } else { 0.0 };
        let percents: Vec<String> = self.bars.iter().map(|bar| printed(layout, bar)).collect();
        let percent_width = layout.widest(percents.iter().map(String::as_str), value, Weight::Bold);
        let right = layout.right();
        let intervals = self.bars.iter().map(|bar| bar.interval.as_str()).chain([self.interval_heading.as_str()]);
        let interval_width = if has_intervals { layout.widest(intervals, value, Weight::Regular) + gap } else { 0.0 };
        let interval_left = has_intervals.then_some(right - amount_width + 0.8 * gap - interval_width);
        let percent_right = right - amount_width - interval_width;
        Columns {
            interval_left,
            plot_left: layout.pad + label_width + 0.6 * gap,
            plot_right: percent_right - percent_width - 1.4 * gap,
            percent_right,
            amount_right: has_amounts.then_some(right),
            label_width,
        }
    }

    fn place_headings(&self, layout: &mut Frame, columns: &Columns, to_x: &dyn Fn(f64) -> f64) {
        if layout.size == Size::Social {
            return;
        }
        let pt = layout.sizes.value;
        let baseline = layout.y + pt * PT;
        layout.text("%", columns.percent_right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        if let Some(right) = columns.amount_right {
            layout.text(&self.unit, right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        }
        if let Some(left) = columns.interval_left {
            let heading = &self.interval_heading;
            layout.text(heading, left, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Start);
        }
        if let Some(reference) = &self.reference {
            let room = columns.percent_right - font::width("%", pt * PT, Weight::Regular) - MM - layout.pad;
            let label = cut(&reference.label, room, pt * PT, Weight::Regular);
            let half = font::width(&label, pt * PT, Weight::Regular) / 2.0;
            let x = within(to_x(reference.share), layout.pad + half, layout.pad + room - half);
            layout.text(&label, x, baseline, pt, Weight::Regular, tokens::INK, Anchor::Middle);
        }
        layout.y = baseline + 1.2 * MM;
    }
}

/// Where no heading says it, the number does: `52.0%`.
fn printed(frame: &Frame, bar: &ShareBar) -> String {
    let is_number = bar.percent.starts_with(|c: char| c.is_ascii_digit());
    if frame.size == Size::Social && is_number { frame.wording.percent(&bar.percent) } else { bar.percent.clone() }
}

fn weight_of(bar: &ShareBar) -> Weight {
    if bar.is_focus { Weight::Bold } else { Weight::Regular }
}

fn place_grid(layout: &mut Frame, to_x: &dyn Fn(f64) -> f64, axis: (u32, u32), (top, bottom): (f64, f64)) {
    for tick in ticks(axis).skip(1) {
        let x = to_x(f64::from(tick) / 100.0);
        layout.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
    }
}

fn place_axis_labels(layout: &mut Frame, to_x: &dyn Fn(f64) -> f64, axis: (u32, u32)) {
    let pt = layout.sizes.value;
    let baseline = layout.y + 1.25 * pt * PT;
    for tick in ticks(axis) {
        let label = layout.percent_tick(tick, tick == axis.0);
        layout.text(
            &label,
            to_x(f64::from(tick) / 100.0),
            baseline,
            pt,
            Weight::Regular,
            tokens::SECONDARY,
            Anchor::Middle,
        );
    }
    layout.y = baseline + 0.3 * pt * PT;
}

fn ticks((end, step): (u32, u32)) -> impl Iterator<Item = u32> {
    (0..=end / step).map(move |n| n * step)
}

fn place_bar(frame: &mut Frame, columns: &Columns, bar: &ShareBar, to_x: &dyn Fn(f64) -> f64, row_height: f64) {
    let (middle, end) = (frame.y + row_height / 2.0, to_x(bar.share));
    let half = 0.31 * row_height;
    let (fill, dot) =
        if bar.is_focus { (tokens::FOCUS_BAR, tokens::FOCUS_DOT) } else { (tokens::BAR, tokens::SECONDARY) };
    frame.bar((columns.plot_left, end), (middle - half, middle + half), fill);
    if let Some((low, high)) = bar.limits {
        frame.whisker((to_x(low), to_x(high)), middle, dot);
    }
    frame.dot((end, middle), dot, bar.is_flagged);
    let value = frame.sizes.value;
    let weight = weight_of(bar);
    let right = frame.pad + columns.label_width;
    frame.name((&bar.label, bar.beside.as_deref()), right, columns.label_width, middle, weight);
    let baseline = middle + 0.36 * value * PT;
    let (percent, percent_weight) =
        (printed(frame, bar), if frame.size == Size::Social { Weight::Bold } else { weight });
    frame.text(&percent, columns.percent_right, baseline, value, percent_weight, tokens::INK, Anchor::End);
    if let Some(left) = columns.interval_left {
        frame.text(&bar.interval, left, baseline, value, Weight::Regular, tokens::NOTES, Anchor::Start);
    }
    if let Some(right) = columns.amount_right {
        frame.text(&bar.amount, right, baseline, value, Weight::Regular, tokens::NOTES, Anchor::End);
    }
}
