//! Chart `matrix`: a row per outlet, a column per actor, the share in each cell on a ramp of seven steps.
//!
//! In: a [`MatrixChart`]. Out: a [`Scene`]. The printed number carries the value; the ramp only helps to find it.

use super::font;
use super::frame::{Frame, Lettering, Look};
use super::text::{cut, wrapped};
use super::tokens::{MM, PT};
use super::{Anchor, Colour, Fill, Scene, Weight, tokens};

/// The ramp, and from which share on each step begins. No step has a luminance on which neither ink nor paper reads.
const RAMP: [(f64, Colour); 7] = [
    (0.0, Colour(0xF1, 0xF5, 0xF9)),
    (0.03, Colour(0xDC, 0xE8, 0xF2)),
    (0.06, Colour(0xBD, 0xD6, 0xEA)),
    (0.10, Colour(0x93, 0xBC, 0xDC)),
    (0.15, Colour(0x6A, 0xA1, 0xCC)),
    (0.21, Colour(0x2C, 0x6F, 0xA8)),
    (0.28, Colour(0x0B, 0x4A, 0x7F)),
];

/// The shares in percent from which on a cell is darker.
pub const STEPS: [u32; 6] = [3, 6, 10, 15, 21, 28];

/// One outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// Its name.
    pub label: String,
    /// Share and printed percentage by actor; empty where none is shown.
    pub cells: Vec<(f64, String)>,
    /// What stands in place of the cells: `withheld`.
    pub instead: Option<String>,
    /// Its amount with the unit.
    pub total: String,
}

/// Everything a matrix shows.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The actors, one a column.
    pub actors: Vec<String>,
    /// Headings with their rows: `State television`.
    pub groups: Vec<(String, Vec<MatrixRow>)>,
}

struct Columns {
    left: f64,
    cell: f64,
    total_right: f64,
    label_width: f64,
}

impl MatrixChart {
    /// Places everything; a matrix is for both columns of a page.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn rows(&self) -> impl Iterator<Item = &MatrixRow> {
        self.groups.iter().flat_map(|(_, rows)| rows)
    }

    fn place_plot(&self, frame: &mut Frame) {
        let columns = self.columns(frame);
        self.place_headings(frame, &columns);
        let row_height = 5.4 * MM;
        for (heading, rows) in &self.groups {
            let pt = frame.sizes.value;
            frame.y += 1.2 * MM + pt * PT;
            let heading = cut(heading, columns.left - frame.pad + 2.0 * columns.cell, pt * PT, Weight::Bold);
            frame.text(&heading, frame.pad, frame.y, pt, Weight::Bold, tokens::SECONDARY, Anchor::Start);
            frame.y += 1.0 * MM;
            for row in rows {
                place_row(frame, &columns, row, row_height);
                frame.y += row_height;
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a matrix has a few columns")]
    fn columns(&self, frame: &Frame) -> Columns {
        let (gap, value) = (2.2 * MM, frame.sizes.value);
        let labels = self.rows().map(|row| row.label.as_str());
        let label_width = frame.widest(labels, frame.sizes.label, Weight::Regular).min(0.25 * frame.width);
        let total_width = frame.widest(self.rows().map(|row| row.total.as_str()), value, Weight::Regular);
        let left = frame.pad + label_width + gap;
        let total_right = frame.width - frame.pad;
        let cell = (total_right - total_width - gap - left) / self.actors.len() as f64;
        Columns { left, cell, total_right, label_width }
    }

    #[expect(clippy::cast_precision_loss, reason = "a matrix has a few columns")]
    fn place_headings(&self, frame: &mut Frame, columns: &Columns) {
        let pt = frame.sizes.note + 0.6;
        let lines: Vec<Vec<String>> =
            self.actors.iter().map(|actor| heading(actor, columns.cell - 0.8 * MM, pt * PT)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1);
        let leading = 1.25 * pt * PT;
        let last = frame.y + leading * most as f64;
        for (place, lines) in lines.iter().enumerate() {
            let middle = columns.left + (place as f64 + 0.5) * columns.cell;
            for (number, line) in lines.iter().rev().enumerate() {
                let baseline = last - leading * number as f64;
                frame.text(line, middle, baseline, pt, Weight::Bold, tokens::INK, Anchor::Middle);
            }
        }
        frame.y = last + 0.4 * pt * PT;
    }
}

/// A name in at most three lines; what is cut says so.
fn heading(actor: &str, width: f64, px: f64) -> Vec<String> {
    let mut lines = wrapped(actor, width, px, Weight::Bold);
    if lines.len() > 3 {
        let rest = lines.split_off(2).join(" ");
        lines.push(cut(&rest, width, px, Weight::Bold));
    }
    lines
}

#[expect(clippy::cast_precision_loss, reason = "a matrix has a few columns")]
fn place_row(frame: &mut Frame, columns: &Columns, row: &MatrixRow, row_height: f64) {
    let (top, bottom) = (frame.y + 0.25 * MM, frame.y + row_height - 0.25 * MM);
    let middle = f64::midpoint(top, bottom);
    frame.name((&row.label, None), frame.pad + columns.label_width, columns.label_width, middle, Weight::Regular);
    let pt = frame.sizes.value;
    let baseline = middle + 0.36 * pt * PT;
    for (place, (share, printed)) in row.cells.iter().enumerate() {
        let left = columns.left + place as f64 * columns.cell + 0.25 * MM;
        let right = left + columns.cell - 0.5 * MM;
        let fill = RAMP.iter().rfind(|(from, _)| share >= from).map_or(RAMP[0].1, |(_, fill)| *fill);
        frame.bar((left, right), (top, bottom), fill);
        let printed = cut(printed, columns.cell - MM, pt * PT, Weight::Regular);
        frame.on_fill(&printed, f64::midpoint(left, right), baseline, pt, Fill::from(fill));
    }
    if let Some(words) = &row.instead {
        let right = columns.total_right - font::width(&row.total, pt * PT, Weight::Regular) - 2.2 * MM;
        let words = cut(words, right - columns.left, pt * PT, Weight::Regular);
        frame.text(
            &words,
            f64::midpoint(columns.left, right),
            baseline,
            pt,
            Weight::Regular,
            tokens::SECONDARY,
            Anchor::Middle,
        );
    }
    frame.text(&row.total, columns.total_right, baseline, pt, Weight::Regular, tokens::NOTES, Anchor::End);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_reads_on_every_step() {
        for (_, fill) in RAMP {
            assert!(fill.contrast(tokens::INK).max(fill.contrast(tokens::PAPER)) >= 4.5, "{fill:?}");
        }
    }
}
