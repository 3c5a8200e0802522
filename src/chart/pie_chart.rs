//! Chart `pie`: slices of a circle, drawn for those who ask for it by name; bars are read more exactly.
//!
//! In: a [`PieChart`] of at most six slices that make up a whole. Out: a [`Scene`]. A total is never a slice.

use std::f64::consts::TAU;

use super::frame::{Frame, Lettering, Look};
use super::tokens::{MM, PT};
use super::waffle_chart::place_key;
use super::{Fill, Hue, Mark, Scene, Size, font, tokens};

/// One slice.
#[derive(Debug, Clone, PartialEq)]
pub struct PieSlice {
    /// Its name.
    pub label: String,
    /// Its share, 0..=1.
    pub share: f64,
    /// The share as printed: `52.0%`.
    pub percent: String,
    /// Its colour; none for what is not named.
    pub hue: Option<Hue>,
}

/// Everything a pie shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PieChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The slices, largest first, clockwise from twelve o'clock.
    pub slices: Vec<PieSlice>,
}

impl PieChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn fill(&self, frame: &Frame, slice: usize) -> Fill {
        self.slices[slice].hue.map_or_else(|| frame.palette.rest(), |hue| frame.palette.series(hue))
    }

    fn place_plot(&self, frame: &mut Frame) {
        let wanted = if frame.size == Size::Single { 42.0 } else { 56.0 } * MM;
        let side = frame.plot_height(wanted, 0.0).min(wanted);
        let (top, radius) = (frame.y, side / 2.0);
        let centre = (frame.pad + radius, top + radius);
        let mut turned = 0.0;
        for (number, slice) in self.slices.iter().enumerate() {
            let fill = self.fill(frame, number);
            if slice.share > 0.0 {
                frame.marks.push(Mark::Area { corners: wedge(centre, radius, turned, slice.share), fill });
                place_percent(frame, slice, fill, centre, radius, turned);
            }
            turned += slice.share;
        }
        turned = 0.0;
        for slice in self.slices.iter().filter(|slice| slice.share > 0.0 && slice.share < 1.0) {
            frame.line(centre, rim(centre, radius, turned), 0.9 * PT, tokens::PAPER, None);
            turned += slice.share;
        }
        place_key(frame, self.slices.len(), (frame.pad + side + 5.0 * MM, top, side), &|frame, slice| {
            let PieSlice { label, percent, .. } = &self.slices[slice];
            (self.fill(frame, slice), label.clone(), percent.clone())
        });
        frame.y = top + side;
    }
}

fn rim((x, y): (f64, f64), radius: f64, turned: f64) -> (f64, f64) {
    let angle = TAU * turned;
    (x + radius * angle.sin(), y - radius * angle.cos())
}

/// The corners of a slice: its rim in steps of one degree.
fn wedge(centre: (f64, f64), radius: f64, from: f64, share: f64) -> Vec<(f64, f64)> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a full turn in degrees")]
    let n_steps = (share * 360.0).ceil().max(1.0) as u32;
    let along = (0..=n_steps).map(|step| rim(centre, radius, from + share * f64::from(step) / f64::from(n_steps)));
    if share >= 1.0 { along.collect() } else { std::iter::once(centre).chain(along).collect() }
}

/// The percentage inside its slice, where it has room.
fn place_percent(frame: &mut Frame, slice: &PieSlice, fill: Fill, centre: (f64, f64), radius: f64, from: f64) {
    let pt = frame.sizes.value;
    let width = font::width(&slice.percent, pt * PT, super::Weight::Regular);
    let distance = if slice.share >= 1.0 { 0.0 } else { 0.64 * radius };
    // The chord at that distance must hold the number, with air around it.
    let is_wide = slice.share >= 0.5 || 2.0 * distance * (TAU * slice.share / 2.0).sin() > 1.3 * width;
    if is_wide {
        let (x, y) = rim(centre, distance, from + slice.share / 2.0);
        frame.on_fill(&slice.percent, x, y + 0.36 * pt * PT, pt, fill);
    }
}
