//! Chart `benchmark`: a dot for the share, a diamond for what it is held against, and the difference in the same row.
//!
//! In: a [`BenchmarkChart`]. Out: a [`Scene`]. The direction of a difference is said by its sign and by the order of the two
//! marks, not by colour alone.

use super::axis::percent_axis;
use super::font;
use super::frame::{Frame, Lettering, Limits, Look};
use super::text::within;
use super::tokens::{MM, PT};
use super::{Anchor, Mark, Scene, Weight, tokens};

/// One actor.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchmarkRow {
    /// The actor's name.
    pub label: String,
    /// Its name in the second language.
    pub beside: Option<String>,
    /// The share, 0..=1.
    pub share: f64,
    /// Limits of its interval.
    pub limits: Option<Limits>,
    /// The benchmark, 0..=1.
    pub benchmark: f64,
    /// `52.0 vs 81.0`
    pub pair: String,
    /// `−29.0`
    pub difference: String,
    /// `−36.9 to −21.2`; empty for none.
    pub interval: String,
    /// Is the share below its benchmark?
    pub is_below: bool,
    /// Is it to be read with care? Its dot is hollow then.
    pub is_flagged: bool,
    /// Does the interval of the difference leave out zero? Else it has no colour.
    pub is_apart: bool,
}

/// Everything a benchmark chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchmarkChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The actors, by difference.
    pub rows: Vec<BenchmarkRow>,
    /// Name of the dot and of the diamond, for the line above the plot.
    pub names: [String; 2],
    /// `95% interval`; empty where no row has one.
    pub interval_heading: String,
    /// Heading of the differences: `points`.
    pub difference_heading: String,
}

struct Columns {
    left: f64,
    right: f64,
    difference_right: f64,
    interval_right: Option<f64>,
    label_width: f64,
}

impl BenchmarkChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, frame: &mut Frame) {
        let columns = self.columns(frame);
        let highest =
            |row: &BenchmarkRow| row.limits.map_or(row.share, |(_, high)| high).max(row.share).max(row.benchmark);
        let largest = self.rows.iter().map(highest).fold(0.0, f64::max);
        let (end, step) = percent_axis(largest * 100.0);
        let to_x = |share: f64| columns.left + (columns.right - columns.left) * share * 100.0 / f64::from(end);
        self.place_headings(frame, &columns);
        let below = 1.6 * frame.sizes.value * PT;
        let row_height = frame.row_height(self.rows.len(), self.rows.iter().any(|row| row.beside.is_some()), below);
        #[expect(clippy::cast_precision_loss, reason = "a chart has a few rows")]
        let (top, bottom) = (frame.y, frame.y + row_height * self.rows.len() as f64);
        for tick in (step..=end).step_by(step as usize) {
            let x = to_x(f64::from(tick) / 100.0);
            frame.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
        }
        frame.line((columns.left, top), (columns.left, bottom), 0.9 * PT, tokens::SECONDARY, None);
        for row in &self.rows {
            place_row(frame, &columns, row, &to_x, row_height);
            frame.y += row_height;
        }
        let pt = frame.sizes.value;
        let baseline = bottom + 1.25 * pt * PT;
        for tick in (0..=end).step_by(step as usize) {
            let label = frame.percent_tick(tick, tick == end);
            let x = to_x(f64::from(tick) / 100.0);
            frame.text(&label, x, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Middle);
        }
        frame.y = baseline + 0.3 * pt * PT;
    }

    fn columns(&self, frame: &Frame) -> Columns {
        let has_intervals = frame.has_columns() && !self.interval_heading.is_empty();
        let (gap, value) = (2.2 * MM, frame.sizes.value);
        let labels = self.rows.iter().flat_map(|row| [row.label.as_str(), row.beside.as_deref().unwrap_or_default()]);
        let label_width = frame.widest(labels, frame.sizes.label, Weight::Regular).min(0.3 * frame.width);
        let right = frame.width - frame.pad;
        let intervals = self.rows.iter().map(|row| row.interval.as_str()).chain([self.interval_heading.as_str()]);
        let interval_width = if has_intervals { frame.widest(intervals, value, Weight::Regular) + gap } else { 0.0 };
        let differences = self.rows.iter().map(|row| row.difference.as_str()).chain([self.difference_heading.as_str()]);
        let difference_width = frame.widest(differences, value, Weight::Bold);
        Columns {
            left: frame.pad + label_width + gap,
            right: right - interval_width - difference_width - 1.8 * gap,
            difference_right: right - interval_width,
            interval_right: has_intervals.then_some(right),
            label_width,
        }
    }

    fn place_headings(&self, frame: &mut Frame, columns: &Columns) {
        let pt = frame.sizes.value;
        let baseline = frame.y + pt * PT;
        let ink = tokens::SECONDARY;
        frame.text(&self.difference_heading, columns.difference_right, baseline, pt, Weight::Regular, ink, Anchor::End);
        if let Some(right) = columns.interval_right {
            frame.text(&self.interval_heading, right, baseline, pt, Weight::Regular, ink, Anchor::End);
        }
        // The two marks and their names, to the left where the plot begins.
        let middle = baseline - 0.36 * pt * PT;
        let [share, benchmark] = &self.names;
        let radius = 1.9 * PT;
        let mut x = columns.left + 2.0 * radius;
        frame.marks.push(Mark::Dot { centre: (x, middle), radius, fill: tokens::SECONDARY });
        x += 2.6 * radius;
        frame.text(share, x, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
        x += font::width(share, pt * PT, Weight::Regular) + 3.0 * MM;
        frame.marks.push(Mark::Diamond { centre: (x, middle), radius: 1.4 * radius, rim: tokens::INK });
        x += 2.8 * radius;
        let room =
            columns.difference_right - x - font::width(&self.difference_heading, pt * PT, Weight::Regular) - 2.0 * MM;
        let benchmark = super::text::cut(benchmark, room, pt * PT, Weight::Regular);
        frame.text(&benchmark, x, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
        frame.y = baseline + 1.2 * MM;
    }
}

fn place_row(frame: &mut Frame, columns: &Columns, row: &BenchmarkRow, to_x: &dyn Fn(f64) -> f64, row_height: f64) {
    let middle = frame.y + row_height / 2.0;
    let (ink, band) = match (row.is_apart, row.is_below) {
        (false, _) => (tokens::SECONDARY, tokens::BAR),
        (true, true) => (tokens::NEGATIVE, tokens::NEGATIVE_BAND),
        (true, false) => (tokens::POSITIVE, tokens::FOCUS_BAR),
    };
    let (share, benchmark) = (to_x(row.share), to_x(row.benchmark));
    let thick = 1.3 * PT;
    frame.bar((share.min(benchmark), share.max(benchmark)), (middle - thick, middle + thick), band);
    if let Some((low, high)) = row.limits {
        frame.whisker((to_x(low), to_x(high)), middle, ink);
    }
    // The dot lies over the diamond where both are near.
    frame.marks.push(Mark::Diamond { centre: (benchmark, middle), radius: 2.7 * PT, rim: tokens::INK });
    frame.dot((share, middle), ink, row.is_flagged);
    let names = (row.label.as_str(), row.beside.as_deref());
    frame.name(names, frame.pad + columns.label_width, columns.label_width, middle, Weight::Regular);
    let pt = frame.sizes.value;
    let baseline = middle + 0.36 * pt * PT;
    let limits = row.limits.map_or((share, share), |(low, high)| (to_x(low), to_x(high)));
    let (first, last) = (limits.0.min(share).min(benchmark), limits.1.max(share).max(benchmark));
    let (width, gap) = (font::width(&row.pair, pt * PT, Weight::Regular), 1.4 * MM + 2.7 * PT);
    // To the right of the marks, else to their left, else above the band between them, which is then long.
    if last + gap + width < columns.right {
        frame.text(&row.pair, last + gap, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
    } else if first - gap - width > columns.left {
        frame.text(&row.pair, first - gap, baseline, pt, Weight::Regular, tokens::INK, Anchor::End);
    } else {
        let centre = within(f64::midpoint(first, last), columns.left + width / 2.0, columns.right - width / 2.0);
        frame.text(&row.pair, centre, middle - 3.4 * PT, pt, Weight::Regular, tokens::INK, Anchor::Middle);
    }
    frame.text(&row.difference, columns.difference_right, baseline, pt, Weight::Bold, ink, Anchor::End);
    if let Some(right) = columns.interval_right {
        frame.text(&row.interval, right, baseline, pt, Weight::Regular, tokens::NOTES, Anchor::End);
    }
}
