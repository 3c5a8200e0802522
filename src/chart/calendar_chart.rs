//! Chart `calendar`: what became of every planned day of every outlet.
//!
//! In: a [`CalendarChart`]. Out: a [`Scene`]. Each state differs by its pattern too; a long window goes on in further blocks.

use super::fill::{Fill, Pattern};
use super::frame::{Frame, Lettering, Look};
use super::text::cut;
use super::tokens::{MM, PT};
use super::{Anchor, Scene, Size, Weight, font, tokens};
use crate::measure::Recording;
use crate::unit::Colour;

/// What a day looks like.
fn fill_of(day: Recording) -> Fill {
    let outlined = |colour: Colour, pattern| Fill { colour, pattern, outline: Some(tokens::RULE) };
    match day {
        Recording::Covered => Colour(0x6A, 0xA1, 0xCC).into(),
        Recording::Silent => outlined(tokens::PAPER, Pattern::Plain),
        Recording::Part => Fill::hatched(Colour(0x6A, 0xA1, 0xCC)),
        Recording::Lost => {
            Fill { colour: tokens::PAPER, pattern: Pattern::Hatched(tokens::NEGATIVE), outline: Some(tokens::NEGATIVE) }
        }
        Recording::Unplanned => Colour(0xEE, 0xF0, 0xF2).into(),
        Recording::Unknown => outlined(tokens::PAPER, Pattern::Dotted(tokens::SECONDARY)),
    }
}

/// One outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarOutlet {
    /// Its name.
    pub name: String,
    /// A state for each day.
    pub days: Vec<Recording>,
    /// `11 of 11`
    pub total: String,
}

/// Everything a calendar shows.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The days: `30 Nov`, and whether a week begins there.
    pub days: Vec<(String, bool)>,
    /// Headings with their outlets; a heading may be empty.
    pub groups: Vec<(String, Vec<CalendarOutlet>)>,
    /// The states that occur, with their words.
    pub key: Vec<(Recording, String)>,
    /// `recorded`
    pub total_heading: String,
}

impl CalendarChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, frame: &mut Frame) {
        self.place_key(frame);
        let in_a_block = if frame.size == Size::Single { 31 } else { 62 };
        let rows = || self.groups.iter().flat_map(|(_, rows)| rows);
        let pt = frame.sizes.value;
        let label_width = frame
            .widest(rows().map(|row| row.name.as_str()), frame.sizes.label, Weight::Regular)
            .min(0.28 * frame.width);
        let totals = rows().map(|row| row.total.as_str()).chain([self.total_heading.as_str()]);
        let total_width = frame.widest(totals, pt, Weight::Regular);
        let left = frame.pad + label_width + 1.8 * MM;
        let right = frame.right() - total_width - 2.4 * MM;
        let n_columns = self.days.len().min(in_a_block);
        #[expect(clippy::cast_precision_loss, reason = "a block has at most 62 days")]
        let cell = ((right - left) / n_columns as f64).min(11.0 * MM);
        let mut first = 0;
        while first < self.days.len() {
            let days = first..(first + in_a_block).min(self.days.len());
            self.place_block(frame, days, (left, cell, label_width));
            first += in_a_block;
        }
    }

    fn place_key(&self, frame: &mut Frame) {
        let pt = frame.sizes.value;
        let side = 2.8 * MM;
        let mut baseline = frame.y + pt * PT;
        let mut x = frame.pad;
        for (state, words) in &self.key {
            let words = cut(words, frame.right() - frame.pad - side - MM, pt * PT, Weight::Regular);
            let width = side + 0.9 * MM + font::width(&words, pt * PT, Weight::Regular);
            if x > frame.pad && x + width > frame.right() {
                x = frame.pad;
                baseline += 1.5 * pt * PT;
            }
            frame.bar((x, x + side), (baseline - 0.85 * side, baseline + 0.15 * side), fill_of(*state));
            frame.text(&words, x + side + 0.9 * MM, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
            x += width + 3.2 * MM;
        }
        frame.y = baseline + 1.6 * MM;
    }

    fn place_block(&self, frame: &mut Frame, days: std::ops::Range<usize>, (left, cell, label_width): (f64, f64, f64)) {
        let pt = frame.sizes.value;
        let baseline = frame.y + pt * PT;
        self.place_days(frame, days.clone(), (left, cell), baseline);
        let right = frame.right();
        let is_last = days.end == self.days.len();
        if is_last {
            let heading = &self.total_heading;
            frame.text(heading, right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        }
        frame.y = baseline + 1.0 * MM;
        let row_height = frame.sizes.label * PT * 1.62;
        for (heading, rows) in &self.groups {
            if !heading.is_empty() {
                frame.y += 0.9 * MM + pt * PT;
                let heading = cut(heading, frame.width - 2.0 * frame.pad, pt * PT, Weight::Bold);
                frame.text(&heading, frame.pad, frame.y, pt, Weight::Bold, tokens::SECONDARY, Anchor::Start);
                frame.y += 1.0 * MM;
            }
            for row in rows {
                let middle = frame.y + row_height / 2.0;
                frame.name((&row.name, None), frame.pad + label_width, label_width, middle, Weight::Regular);
                let half = 0.42 * row_height;
                for (column, state) in row.days[days.clone()].iter().enumerate() {
                    #[expect(clippy::cast_precision_loss, reason = "a block has at most 62 days")]
                    let x = left + column as f64 * cell;
                    frame.bar((x + 0.06 * cell, x + 0.94 * cell), (middle - half, middle + half), fill_of(*state));
                }
                if is_last {
                    let baseline = middle + 0.36 * pt * PT;
                    frame.text(&row.total, right, baseline, pt, Weight::Regular, tokens::NOTES, Anchor::End);
                }
                frame.y += row_height;
            }
        }
        frame.y += 1.4 * MM;
    }

    /// The first day, and the first of each week, where they have room.
    fn place_days(&self, frame: &mut Frame, days: std::ops::Range<usize>, (left, cell): (f64, f64), baseline: f64) {
        let pt = frame.sizes.value;
        let mut end = f64::MIN;
        let first = days.start;
        let heading = font::width(&self.total_heading, pt * PT, Weight::Regular);
        let limit = frame.right() - heading - 1.4 * MM;
        let widest = frame.widest(self.days[days.clone()].iter().map(|(day, _)| day.as_str()), pt, Weight::Regular);
        for day in days {
            let (label, is_first_of_week) = &self.days[day];
            #[expect(clippy::cast_precision_loss, reason = "a block has at most 62 days")]
            let x = left + (day - first) as f64 * cell;
            let is_wanted = day == first || *is_first_of_week || widest + MM < cell;
            let right = x + font::width(label, pt * PT, Weight::Regular);
            if is_wanted && x > end + 1.4 * MM && right < limit {
                frame.text(label, x, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Start);
                end = right;
            }
        }
    }
}
