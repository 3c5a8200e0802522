//! Chart `stack`: bars of one hundred per cent, one per outlet, for comparing how coverage is made up.
//!
//! In: a [`StackChart`] of at most four named actors and the rest. Out: a [`Scene`]. Light and dark alternate, so that neighbours
//! stay apart in grey; a segment with room has its number.

use super::font;
use super::frame::{Frame, Lettering, Look};
use super::text::cut;
use super::tokens::{MM, PT};
use super::{Anchor, Fill, Hue, Scene, Size, Weight, tokens};

/// One outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct StackRow {
    /// Its name.
    pub label: String,
    /// Share and printed percentage of each segment, in the order of the names.
    pub segments: Vec<(f64, String)>,
    /// Its amount, without unit.
    pub total: String,
}

/// Everything a stack shows.
#[derive(Debug, Clone, PartialEq)]
pub struct StackChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The names of the segments; where the rest is one of them it is the last, and `has_rest` says so.
    pub names: Vec<String>,
    /// The colours of those that are named, in the same order.
    pub hues: Vec<Hue>,
    /// Is the last segment the rest?
    pub has_rest: bool,
    /// Headings with their rows; a heading may be empty.
    pub groups: Vec<(String, Vec<StackRow>)>,
    /// `min`
    pub unit: String,
}

struct Columns {
    left: f64,
    right: f64,
    total_right: f64,
    label_width: f64,
}

impl StackChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn fill(&self, frame: &Frame, segment: usize) -> Fill {
        let is_rest = self.has_rest && segment + 1 == self.names.len();
        let hue = self.hues.get(segment).filter(|_| !is_rest);
        hue.map_or_else(|| frame.palette.rest(), |hue| frame.palette.series(*hue))
    }

    fn rows(&self) -> impl Iterator<Item = &StackRow> {
        self.groups.iter().flat_map(|(_, rows)| rows)
    }

    fn place_plot(&self, frame: &mut Frame) {
        let columns = self.columns(frame);
        self.place_legend(frame, &columns);
        // A social post has no room for headings: the order of rows keeps owners together.
        let has_heading = |heading: &str| !heading.is_empty() && frame.size != Size::Social;
        let headings = self.groups.iter().filter(|(heading, _)| has_heading(heading)).count();
        #[expect(clippy::cast_precision_loss, reason = "a chart has a few headings")]
        let of_headings = headings as f64 * (2.4 * MM + frame.sizes.value * PT);
        let row_height = frame.row_height(self.rows().count(), false, of_headings);
        for (heading, rows) in &self.groups {
            let pt = frame.sizes.value;
            if !heading.is_empty() && frame.size != Size::Social {
                frame.y += 1.0 * MM + pt * PT;
                let room = frame.width - 2.0 * frame.pad;
                let heading = cut(heading, room, pt * PT, Weight::Bold);
                frame.text(&heading, frame.pad, frame.y, pt, Weight::Bold, tokens::SECONDARY, Anchor::Start);
                frame.y += 0.9 * MM;
                let y = frame.y;
                frame.line((frame.pad, y), (frame.width - frame.pad, y), 0.5 * PT, tokens::GRID, None);
                frame.y += 0.5 * MM;
            }
            for row in rows {
                self.place_row(frame, &columns, row, row_height);
                frame.y += row_height;
            }
        }
    }

    fn columns(&self, frame: &Frame) -> Columns {
        let gap = 2.2 * MM;
        let labels = self.rows().map(|row| row.label.as_str());
        let label_width = frame.widest(labels, frame.sizes.label, Weight::Regular).min(0.3 * frame.width);
        let totals = self.rows().map(|row| row.total.as_str()).chain([self.unit.as_str()]);
        let total_width = frame.widest(totals, frame.sizes.value, Weight::Regular);
        let total_right = frame.width - frame.pad;
        let (left, right) = (frame.pad + label_width + 0.6 * gap, total_right - total_width - gap);
        Columns { left, right, total_right, label_width }
    }

    /// The names in the order of the segments, in as many lines as they need.
    fn place_legend(&self, frame: &mut Frame, columns: &Columns) {
        let pt = frame.sizes.value;
        let (side, gap) = (2.6 * MM, 0.9 * MM);
        let unit_width = font::width(&self.unit, pt * PT, Weight::Regular);
        let end = columns.total_right - unit_width - 3.0 * MM;
        let mut baseline = frame.y + pt * PT;
        frame.text(&self.unit, columns.total_right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        let mut x = frame.pad;
        for (segment, name) in self.names.iter().enumerate() {
            let name = cut(name, end - frame.pad - side - gap, pt * PT, Weight::Regular);
            let width = side + gap + font::width(&name, pt * PT, Weight::Regular);
            if x > frame.pad && x + width > end {
                x = frame.pad;
                baseline += 1.5 * pt * PT;
            }
            let fill = self.fill(frame, segment);
            frame.bar((x, x + side), (baseline - 0.85 * side, baseline + 0.15 * side), fill);
            frame.text(&name, x + side + gap, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
            x += width + 3.2 * MM;
        }
        frame.y = baseline + 1.6 * MM;
    }

    fn place_row(&self, frame: &mut Frame, columns: &Columns, row: &StackRow, row_height: f64) {
        let middle = frame.y + row_height / 2.0;
        let (top, bottom) = (middle - 0.34 * row_height, middle + 0.34 * row_height);
        frame.name((&row.label, None), frame.pad + columns.label_width, columns.label_width, middle, Weight::Regular);
        let pt = frame.sizes.value;
        let baseline = middle + 0.36 * pt * PT;
        let mut left = columns.left;
        for (segment, (share, printed)) in row.segments.iter().enumerate() {
            let right = left + (columns.right - columns.left) * share;
            let fill = self.fill(frame, segment);
            // A separator of paper between neighbours.
            let end = (right - 0.8 * PT).max(left);
            frame.bar((left, end), (top, bottom), fill);
            if font::width(printed, pt * PT, Weight::Regular) + 1.2 * MM < end - left {
                frame.on_fill(printed, f64::midpoint(left, end), baseline, pt, fill);
            }
            left = right;
        }
        frame.text(&row.total, columns.total_right, baseline, pt, Weight::Regular, tokens::NOTES, Anchor::End);
    }
}
