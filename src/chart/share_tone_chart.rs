//! Chart `share-tone`: for one actor, a mark per outlet at its share and its balance of tone, each with its interval.
//!
//! In: a [`ShareToneChart`]. Out: a [`Scene`]. The shape of a mark is the outlet's owner; a name stands at an end of its
//! intervals, or is a number with its name below where there is no room. There is no trend line: outlets are chosen, not drawn.

use super::axis::percent_axis;
use super::font;
use super::frame::{Frame, Lettering, Limits, Look};
use super::text::cut;
use super::tokens::{MM, PT};
use super::{Anchor, Mark, Scene, Weight, tokens};
use crate::unit::Colour;

/// One outlet.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareTonePoint {
    /// The outlet's name.
    pub label: String,
    /// Place of its owner among the owners of the chart.
    pub owner: usize,
    /// The share, 0..=1, with its limits.
    pub share: (f64, Option<Limits>),
    /// The balance, -1..=1, with its limits.
    pub balance: (f64, Option<Limits>),
}

/// Everything the chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareToneChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The outlets.
    pub points: Vec<ShareTonePoint>,
    /// Names of the owners; of four and more, the later ones look like the third.
    pub owners: Vec<String>,
    /// What the axis to the right is: `share of party coverage`.
    pub share_heading: String,
    /// What lies above and below the line: `more positive than negative`.
    pub sides: [String; 2],
}

/// Mark and line of each owner.
const OWNERS: [(Colour, Colour); 3] = [
    (Colour(0x0B, 0x53, 0x94), Colour(0x6F, 0x9B, 0xC6)),
    (Colour(0xB5, 0x40, 0x1A), Colour(0xD8, 0x8F, 0x77)),
    (Colour(0x4A, 0x50, 0x58), Colour(0x98, 0xA0, 0xA9)),
];

struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// First and last percent of the shares, and the step of ticks.
    shares: (u32, u32, u32),
    /// First and last of the balances in points, and the step.
    balances: (i32, i32, i32),
}

impl Plot {
    fn x(&self, share: f64) -> f64 {
        let (from, to, _) = self.shares;
        self.left + (self.right - self.left) * (share * 100.0 - f64::from(from)) / f64::from(to - from)
    }

    fn y(&self, balance: f64) -> f64 {
        let (from, to, _) = self.balances;
        self.bottom - (self.bottom - self.top) * (balance * 100.0 - f64::from(from)) / f64::from(to - from)
    }
}

impl ShareToneChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, frame: &mut Frame) {
        self.place_key(frame);
        let pt = frame.sizes.value;
        let top = frame.y + 1.0 * MM;
        let wanted = if frame.has_columns() { 66.0 } else { 56.0 } * MM;
        let mut plot = Plot {
            left: frame.pad + font::width("+100", pt * PT, Weight::Regular) + 1.4 * MM,
            right: frame.right() - 3.0 * MM,
            top,
            bottom: top + frame.plot_height(wanted, 3.9 * pt * PT),
            shares: self.shares(),
            balances: self.balances(),
        };
        let (from, to, step) = &mut plot.balances;
        while *step < 80 && (plot.bottom - plot.top) * f64::from(*step) / f64::from(*to - *from) < 1.3 * pt * PT {
            *step *= 2;
        }
        // Ticks stand at whole steps from zero.
        (*from, *to) = (from.div_euclid(*step) * *step, -(-*to).div_euclid(*step) * *step);
        self.place_axes(frame, &plot);
        for point in &self.points {
            place_cross(frame, &plot, point);
        }
        let numbered = self.place_names(frame, &plot);
        frame.y = plot.bottom + 1.6 * pt * PT;
        frame.y += 1.4 * pt * PT;
        let heading = cut(&self.share_heading, plot.right - plot.left, pt * PT, Weight::Bold);
        let middle = f64::midpoint(plot.left, plot.right);
        let baseline = frame.y;
        frame.text(&heading, middle, baseline, pt, Weight::Bold, tokens::SECONDARY, Anchor::Middle);
        frame.y += 0.5 * pt * PT;
        if !numbered.is_empty() {
            let note = frame.sizes.note;
            frame.paragraph(&numbered.join(" · "), note, Weight::Regular, tokens::INK, 1.36);
        }
    }

    /// Shares from a round percent below the least to one above the largest.
    fn shares(&self) -> (u32, u32, u32) {
        let ends = self.points.iter().flat_map(|point| {
            let (low, high) = point.share.1.unwrap_or((point.share.0, point.share.0));
            [low.min(point.share.0), high.max(point.share.0)]
        });
        let (least, most) = ends.fold((1.0_f64, 0.0_f64), |(least, most), end| (least.min(end), most.max(end)));
        let (_, step) = percent_axis((most - least) * 100.0);
        let step = step.max(5);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "percent")]
        let (least, most) = ((least * 100.0).floor().max(0.0) as u32, (most * 100.0).ceil().max(0.0) as u32);
        let from = least / step * step;
        (from, most.div_ceil(step).max(from / step + 1) * step, step)
    }

    /// Balances around zero.
    fn balances(&self) -> (i32, i32, i32) {
        let ends = self.points.iter().flat_map(|point| {
            let (low, high) = point.balance.1.unwrap_or((point.balance.0, point.balance.0));
            [low.min(point.balance.0), high.max(point.balance.0)]
        });
        let (least, most) = ends.fold((0.0_f64, 0.0_f64), |(least, most), end| (least.min(end), most.max(end)));
        let step = if (most - least) * 100.0 > 70.0 { 20 } else { 10 };
        #[expect(clippy::cast_possible_truncation, reason = "points")]
        let (least, most) = ((least * 100.0).floor() as i32, (most * 100.0).ceil() as i32);
        let up = |points: i32| (points + step - 1).div_euclid(step) * step;
        // Both sides have room for what they are called.
        let (from, to) = (-up(-least).max(step), up(most).max(step));
        (from, to, step)
    }

    fn place_key(&self, frame: &mut Frame) {
        let pt = frame.sizes.value;
        let mut x = frame.pad + 1.9 * PT;
        let mut baseline = frame.y + pt * PT;
        for (owner, name) in self.owners.iter().enumerate() {
            let name = cut(name, 0.6 * frame.width, pt * PT, Weight::Bold);
            let width = 2.6 * MM + font::width(&name, pt * PT, Weight::Bold);
            if x > frame.pad + MM && x + width > frame.right() {
                x = frame.pad + 1.9 * PT;
                baseline += 1.5 * pt * PT;
            }
            place_mark(frame, (x, baseline - 0.36 * pt * PT), owner);
            frame.text(&name, x + 2.0 * MM, baseline, pt, Weight::Bold, tokens::INK, Anchor::Start);
            x += width + 4.0 * MM;
        }
        frame.y = baseline + 2.6 * MM;
    }

    fn place_axes(&self, frame: &mut Frame, plot: &Plot) {
        let pt = frame.sizes.value;
        let ink = tokens::SECONDARY;
        let (from, to, step) = plot.shares;
        for tick in (from..=to).step_by(step as usize) {
            let x = plot.x(f64::from(tick) / 100.0);
            frame.line((x, plot.top), (x, plot.bottom), 0.6 * PT, tokens::GRID, None);
            let label = frame.percent_tick(tick, tick == to);
            frame.text(&label, x, plot.bottom + 1.6 * pt * PT, pt, Weight::Regular, ink, Anchor::Middle);
        }
        let (from, to, step) = plot.balances;
        let mut tick = from;
        while tick <= to {
            let y = plot.y(f64::from(tick) / 100.0);
            let (width, colour) = if tick == 0 { (1.0, ink) } else { (0.6, tokens::GRID) };
            frame.line((plot.left, y), (plot.right, y), width * PT, colour, None);
            let label = match tick {
                0 => "0".to_owned(),
                1.. => format!("+{tick}"),
                _ => format!("\u{2212}{}", -tick),
            };
            frame.text(&label, plot.left - 1.2 * MM, y + 0.36 * pt * PT, pt, Weight::Regular, ink, Anchor::End);
            tick += step;
        }
        let note = frame.sizes.note;
        let (top, bottom) = (plot.top + 1.25 * note * PT, plot.bottom - 0.55 * note * PT);
        for (side, baseline) in self.sides.iter().zip([top, bottom]) {
            let side = cut(side, plot.right - plot.left - 2.0 * MM, note * PT, Weight::Regular);
            frame.text(&side, plot.left + MM, baseline, note, Weight::Regular, ink, Anchor::Start);
        }
    }

    /// Names where they touch nothing; what finds no room is numbered, and named in what is given back.
    fn place_names(&self, frame: &mut Frame, plot: &Plot) -> Vec<String> {
        let mut taken: Vec<[f64; 4]> = self.points.iter().flat_map(|point| strokes(plot, point)).collect();
        let texts =
            frame.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text.bounds()) } else { None });
        taken.extend(texts);
        taken.push([plot.left, plot.y(0.0) - PT, plot.right, plot.y(0.0) + PT]);
        let mut numbered = Vec::new();
        for point in &self.points {
            if place_name(frame, plot, &point.label, &places_at_ends(frame, plot, point, &point.label), &mut taken) {
                continue;
            }
            let number = (numbered.len() + 1).to_string();
            let near = places_nearby(frame, plot, point, &number);
            place_name(frame, plot, &number, &near, &mut taken);
            numbered.push(format!("{number} {}", point.label));
        }
        numbered
    }
}

fn colours(owner: usize) -> (Colour, Colour) {
    OWNERS[owner.min(OWNERS.len() - 1)]
}

fn place_mark(frame: &mut Frame, centre: (f64, f64), owner: usize) {
    let colour = colours(owner).0;
    match owner {
        1 => frame.marks.push(Mark::Diamond { centre, radius: 2.6 * PT, rim: colour }),
        0 => frame.marks.push(Mark::Dot { centre, radius: 2.3 * PT, fill: colour }),
        _ => frame.marks.push(Mark::Ring { centre, radius: 2.0 * PT, rim: colour }),
    }
}

fn place_cross(frame: &mut Frame, plot: &Plot, point: &ShareTonePoint) {
    let (x, y) = (plot.x(point.share.0), plot.y(point.balance.0));
    let line = colours(point.owner).1;
    if let Some((low, high)) = point.share.1 {
        frame.line((plot.x(low), y), (plot.x(high), y), 1.0 * PT, line, None);
    }
    if let Some((low, high)) = point.balance.1 {
        frame.line((x, plot.y(low)), (x, plot.y(high)), 1.0 * PT, line, None);
    }
    place_mark(frame, (x, y), point.owner);
}

/// The boxes of a point's dot and lines, which names keep clear of.
fn strokes(plot: &Plot, point: &ShareTonePoint) -> [[f64; 4]; 3] {
    let (x, y) = (plot.x(point.share.0), plot.y(point.balance.0));
    let (radius, thin) = (2.6 * PT, 1.0 * PT);
    let across = point.share.1.map_or((x, x), |(low, high)| (plot.x(low), plot.x(high)));
    let down = point.balance.1.map_or((y, y), |(low, high)| (plot.y(high), plot.y(low)));
    [
        [x - radius, y - radius, x + radius, y + radius],
        [across.0, y - thin, across.1, y + thin],
        [x - thin, down.0, x + thin, down.1],
    ]
}

/// Width and height of a name.
fn extent(frame: &Frame, text: &str) -> (f64, f64) {
    let pt = frame.sizes.value;
    (font::width(text, pt * PT, Weight::Regular), 1.04 * pt * PT)
}

/// The upper left corners at the ends of the intervals, and beside the dot above the line.
fn places_at_ends(frame: &Frame, plot: &Plot, point: &ShareTonePoint, text: &str) -> Vec<(f64, f64)> {
    let ((width, height), gap) = (extent(frame, text), 0.9 * MM);
    let [dot, across, down] = strokes(plot, point);
    let top = f64::midpoint(dot[1], dot[3]) - height / 2.0;
    let centre = f64::midpoint(dot[0], dot[2]) - width / 2.0;
    let over = top - 0.7 * height;
    vec![
        (across[2].max(dot[2]) + gap, top),
        (across[0].min(dot[0]) - gap - width, top),
        (dot[2] + gap, over),
        (dot[0] - gap - width, over),
        (centre, down[1].min(dot[1]) - 0.4 * gap - height),
        (centre, down[3].max(dot[3]) + 0.4 * gap),
    ]
}

/// Every place of the plot, the nearest first.
fn places_nearby(frame: &Frame, plot: &Plot, point: &ShareTonePoint, text: &str) -> Vec<(f64, f64)> {
    let (width, height) = extent(frame, text);
    let (x, y) = (plot.x(point.share.0) - width / 2.0, plot.y(point.balance.0) - height / 2.0);
    let mut places = Vec::new();
    let mut top = plot.top;
    while top + height <= plot.bottom {
        let mut left = plot.left;
        while left + width <= plot.right {
            places.push((left, top));
            left += 0.6 * height;
        }
        top += 0.6 * height;
    }
    let distance = |(left, top): &(f64, f64)| (left - x).hypot(top - y);
    places.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    places
}

/// Puts a text at the first place where it touches nothing; true where there is one.
fn place_name(frame: &mut Frame, plot: &Plot, text: &str, places: &[(f64, f64)], taken: &mut Vec<[f64; 4]>) -> bool {
    let pt = frame.sizes.value;
    let (width, height) = extent(frame, text);
    let is_free = |[left, top, right, bottom]: [f64; 4]| {
        let is_inside = left >= plot.left && right <= frame.right() && top >= plot.top && bottom <= plot.bottom;
        let touches = |other: &[f64; 4]| left < other[2] && other[0] < right && top < other[3] && other[1] < bottom;
        is_inside && !taken.iter().any(touches)
    };
    let boxes = places.iter().map(|(left, top)| [*left, *top, left + width, top + height]);
    let Some(free) = boxes.into_iter().find(|corners| is_free(*corners)) else { return false };
    frame.text(text, free[0], free[1] + 0.82 * pt * PT, pt, Weight::Regular, tokens::INK, Anchor::Start);
    taken.push(free);
    true
}
