//! Chart `timeline`: shares over days as lines with the interval of the first, events above, what each day rests on below.
//!
//! In: a [`TimelineChart`]. Out: a [`Scene`]. A day that was not recorded is hatched and breaks nothing to zero; lines differ by
//! their dashes too, and are named at their end. Few times stand as dots with whiskers in place of lines.

use super::axis::{amount_digits, amount_within, percent_axis, spaced};
use super::fill::{Fill, Hue, Palette, Pattern};
use super::font;
use super::frame::{Frame, Lettering, Limits, Look};
use super::text::{cut, within, wrapped};
use super::tokens::{MM, PT};
use super::{Anchor, Mark, Scene, Size, Weight, tokens};
use crate::unit::Colour;

/// A share at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimelinePoint {
    /// The place of its time among the times of the chart.
    pub time: usize,
    /// The share, 0..=1.
    pub share: f64,
    /// Limits of its interval.
    pub limits: Option<Limits>,
}

/// One actor.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineLine {
    /// The actor's name.
    pub label: String,
    /// The last share, as printed: `58%`.
    pub last: String,
    /// Its colour.
    pub hue: Hue,
    /// The shares that a line joins; a time without one breaks it.
    pub points: Vec<TimelinePoint>,
    /// Shares of single days behind the line.
    pub days: Vec<(usize, f64)>,
}

/// One day, or one week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TimelineTime {
    /// `20 Feb`
    pub label: String,
    /// What its shares rest on, in the unit of the chart.
    pub amount: f64,
    /// Is it a day on which bulletins differ?
    pub is_weekend: bool,
    /// Was nothing recorded?
    pub is_missing: bool,
}

/// Everything a timeline shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The times, in order.
    pub times: Vec<TimelineTime>,
    /// The actors, the one the figure is about first; at most four.
    pub lines: Vec<TimelineLine>,
    /// Events: place among the times, and name.
    pub events: Vec<(usize, String)>,
    /// `airtime per day, min`
    pub amount_heading: String,
    /// `light: weekend`; empty where no day is one.
    pub weekend_words: String,
    /// Are the times too few for lines?
    pub has_dots: bool,
}

/// How much of a line's colour its band and the dots of single days keep.
const BAND: f64 = 0.2;
const DAY: f64 = 0.62;
/// Bars of amounts, and of weekends.
const AMOUNTS: [Colour; 2] = [Colour(0x98, 0xA2, 0xAE), Colour(0xC6, 0xCC, 0xD4)];
/// Dash and gap of each line in points; none is solid.
const DASHES: [Option<(f64, f64)>; 4] = [None, Some((4.2, 2.2)), Some((1.2, 1.5)), Some((7.0, 1.6))];

/// Where the panels stand.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    axis: (u32, u32),
    n_times: usize,
}

impl Plot {
    #[expect(clippy::cast_precision_loss, reason = "a year has few days")]
    fn x(&self, time: usize) -> f64 {
        self.left + (time as f64 + 0.5) * self.step()
    }

    #[expect(clippy::cast_precision_loss, reason = "a year has few days")]
    fn step(&self) -> f64 {
        (self.right - self.left) / self.n_times as f64
    }

    fn y(&self, share: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * share * 100.0 / f64::from(self.axis.0)
    }
}

impl TimelineChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, frame: &mut Frame) {
        let pt = frame.sizes.value;
        let names: Vec<String> = self.lines.iter().map(|line| format!("{}  {}", line.label, line.last)).collect();
        let names_width = frame.widest(names.iter().map(String::as_str), pt, Weight::Bold);
        let names_width = names_width.min(if frame.has_columns() { 0.27 } else { 0.34 } * frame.width) + 1.0;
        let largest = self.lines.iter().flat_map(|line| {
            let points = line.points.iter().map(|point| point.limits.map_or(point.share, |limits| limits.1));
            points.chain(line.days.iter().map(|(_, share)| *share))
        });
        let axis = percent_axis(largest.fold(0.0, f64::max) * 100.0);
        let axis_width = font::width(&frame.percent_tick(100, true), pt * PT, Weight::Regular).max(font::width(
            "00,000",
            pt * PT,
            Weight::Regular,
        ));
        let mut plot = Plot {
            left: frame.pad + axis_width + 1.2 * MM,
            right: frame.right() - names_width - 2.4 * MM,
            top: 0.0,
            bottom: 0.0,
            axis,
            n_times: self.times.len(),
        };
        let event_rows = self.place_events(frame, &plot);
        plot.top = frame.y + 1.0 * MM;
        let lower = if frame.size == Size::Social { 8.0 } else { 15.0 } * MM;
        let below = lower + 2.0 * pt * PT;
        let wanted = if frame.has_columns() { 46.0 } else { 34.0 } * MM;
        plot.bottom = plot.top + frame.plot_height(wanted, below);
        let low = plot.bottom + lower;
        plot.axis = spaced(axis, plot.bottom - plot.top, 1.3 * pt * PT);
        self.place_missing(frame, &plot, low);
        self.place_shares(frame, &plot);
        self.place_names(frame, &plot, names_width);
        for (time, row) in event_rows {
            let dash = Some((0.6 * PT, 1.6 * PT));
            frame.line((plot.x(time), row), (plot.x(time), plot.bottom), 0.8 * PT, tokens::SECONDARY, dash);
        }
        self.place_amounts(frame, &plot, low);
        self.place_times(frame, &plot, low);
    }

    /// The names of events, each in the first row where it has room; where each event's line begins.
    fn place_events(&self, frame: &mut Frame, plot: &Plot) -> Vec<(usize, f64)> {
        let pt = frame.sizes.value;
        let mut ends: Vec<f64> = Vec::new();
        let mut placed = Vec::new();
        let mut events = self.events.clone();
        events.sort();
        for (time, name) in events {
            let name = cut(&name, plot.right - plot.left, pt * PT, Weight::Regular);
            let half = font::width(&name, pt * PT, Weight::Regular) / 2.0;
            let middle = within(plot.x(time), plot.left + half, plot.right - half);
            let row = ends.iter().position(|end| middle - half > *end + 2.0 * MM).unwrap_or(ends.len());
            ends.resize(ends.len().max(row + 1), 0.0);
            ends[row] = middle + half;
            placed.push((time, row, middle, name));
        }
        let leading = 1.3 * pt * PT;
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let baseline = |row: usize| frame.y + pt * PT + leading * row as f64;
        let rows: Vec<(usize, f64)> =
            placed.iter().map(|(time, row, ..)| (*time, baseline(*row) + 0.3 * pt * PT)).collect();
        let texts: Vec<(String, f64, f64)> =
            placed.iter().map(|(_, row, middle, name)| (name.clone(), *middle, baseline(*row))).collect();
        for (name, middle, baseline) in texts {
            frame.text(&name, middle, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Middle);
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let height = ends.len() as f64 * leading;
        frame.y += height;
        rows
    }

    fn place_missing(&self, frame: &mut Frame, plot: &Plot, low: f64) {
        let hatch = Fill { pattern: Pattern::Hatched(tokens::RULE), ..tokens::PAPER.into() };
        for (time, _) in self.times.iter().enumerate().filter(|(_, time)| time.is_missing) {
            let half = plot.step() / 2.0;
            frame.bar((plot.x(time) - half, plot.x(time) + half), (plot.top, low), hatch);
        }
    }

    fn place_shares(&self, frame: &mut Frame, plot: &Plot) {
        let pt = frame.sizes.value;
        if let Some(first) = self.lines.first().filter(|_| !self.has_dots) {
            place_band(frame, plot, &first.points, Palette::line(first.hue).0.tinted(BAND));
        }
        for tick in (0..=plot.axis.0).step_by(plot.axis.1 as usize) {
            let y = plot.y(f64::from(tick) / 100.0);
            let (width, colour) = if tick == 0 { (0.9, tokens::SECONDARY) } else { (0.6, tokens::GRID) };
            frame.line((plot.left, y), (plot.right, y), width * PT, colour, None);
            let label = frame.percent_tick(tick, tick == plot.axis.0);
            let baseline = y + 0.36 * pt * PT;
            frame.text(&label, plot.left - 1.2 * MM, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        }
        for (place, line) in self.lines.iter().enumerate().rev() {
            let colour = Palette::line(line.hue).0;
            if self.has_dots {
                place_dots(frame, plot, (place, self.lines.len()), &line.points, colour);
            } else {
                place_line(frame, plot, place, &line.points, colour);
            }
            for (time, share) in line.days.iter().filter(|_| place == 0) {
                let centre = (plot.x(*time), plot.y(*share));
                frame.marks.push(Mark::Dot { centre, radius: 1.2 * PT, fill: colour.tinted(DAY) });
            }
        }
    }

    /// Names at the ends of lines, moved apart where they would touch.
    fn place_names(&self, frame: &mut Frame, plot: &Plot, width: f64) {
        let pt = frame.sizes.value;
        let leading = 1.32 * pt * PT;
        let mut ends: Vec<(f64, usize)> = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            let last = line.points.last().map_or(0.0, |point| point.share);
            ends.push((plot.y(last) + 0.36 * pt * PT, place));
        }
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for at in 1..ends.len() {
            ends[at].0 = ends[at].0.max(ends[at - 1].0 + leading);
        }
        let mut floor = plot.bottom + 0.3 * pt * PT;
        for end in ends.iter_mut().rev() {
            end.0 = end.0.min(floor);
            floor = end.0 - leading;
        }
        for (baseline, place) in ends {
            let line = &self.lines[place];
            let weight = if place == 0 { Weight::Bold } else { Weight::Regular };
            let colour = Palette::line(line.hue).1;
            let value = format!("  {}", line.last);
            let room = width - font::width(&value, pt * PT, weight);
            let name = cut(&line.label, room, pt * PT, weight);
            let x = plot.right + 2.4 * MM;
            frame.text(&name, x, baseline, pt, weight, colour, Anchor::Start);
            let x = x + font::width(&name, pt * PT, weight) + font::width("  ", pt * PT, weight);
            frame.text(&line.last, x, baseline, pt, weight, colour, Anchor::Start);
        }
    }

    /// What each time rests on: bars from a line of their own.
    fn place_amounts(&self, frame: &mut Frame, plot: &Plot, low: f64) {
        let pt = frame.sizes.value;
        let high = plot.bottom + 0.28 * (low - plot.bottom);
        let most = self.times.iter().map(|time| time.amount).fold(0.0, f64::max).max(1e-9);
        let step = amount_within(most);
        let scale = (low - high) / most;
        for (place, time) in self.times.iter().enumerate().filter(|(_, time)| time.amount > 0.0) {
            let half = (0.36 * plot.step()).min(6.0 * MM);
            let fill = AMOUNTS[usize::from(time.is_weekend)];
            frame.bar((plot.x(place) - half, plot.x(place) + half), (low - time.amount * scale, low), fill);
        }
        frame.line((plot.left, low), (plot.right, low), 0.9 * PT, tokens::SECONDARY, None);
        for amount in [0.0, step].into_iter().filter(|amount| *amount <= most) {
            let baseline = low - amount * scale + 0.36 * pt * PT;
            let label = frame.wording.number(&amount_digits(amount));
            frame.text(&label, plot.left - 1.2 * MM, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        }
        let room = frame.right() - plot.right - 2.4 * MM;
        let note = frame.sizes.note;
        let mut lines = wrapped(&self.amount_heading, room, note * PT, Weight::Regular);
        lines.extend(wrapped(&self.weekend_words, room, note * PT, Weight::Regular));
        let mut baseline = high + note * PT;
        for line in lines.iter().take(if frame.size == Size::Social { 2 } else { 4 }) {
            frame.text(line, plot.right + 2.4 * MM, baseline, note, Weight::Regular, tokens::SECONDARY, Anchor::Start);
            baseline += 1.3 * note * PT;
        }
    }

    /// As many times as have room, evenly apart, and the last.
    fn place_times(&self, frame: &mut Frame, plot: &Plot, low: f64) {
        let pt = frame.sizes.value;
        let widest = frame.widest(self.times.iter().map(|time| time.label.as_str()), pt, Weight::Regular);
        let needed = widest + 2.0 * MM;
        let steps = [1, 2, 3, 7, 14, 28, 56, 112, 224];
        #[expect(clippy::cast_precision_loss, reason = "a year has few days")]
        let step = steps.into_iter().find(|step| *step as f64 * plot.step() >= needed).unwrap_or(448);
        let last = self.times.len() - 1;
        let baseline = low + 1.6 * pt * PT;
        let mut shown: Vec<usize> = (0..=last).step_by(step).collect();
        if shown.last() != Some(&last) {
            shown.retain(|time| plot.x(last) - plot.x(*time) >= needed);
            shown.push(last);
        }
        for time in shown {
            let half = font::width(&self.times[time].label, pt * PT, Weight::Regular) / 2.0;
            let x = within(plot.x(time), frame.pad + half, frame.right() - half);
            let label = &self.times[time].label;
            frame.text(label, x, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Middle);
        }
        frame.y = baseline + 0.3 * pt * PT;
    }
}

/// Points without a time missing between them.
fn runs(points: &[TimelinePoint]) -> impl Iterator<Item = &[TimelinePoint]> {
    points.chunk_by(|a, b| b.time == a.time + 1)
}

fn place_band(frame: &mut Frame, plot: &Plot, points: &[TimelinePoint], fill: Colour) {
    for run in runs(points) {
        let limits = |point: &TimelinePoint| Some((plot.x(point.time), point.limits?));
        let known: Vec<(f64, Limits)> = run.iter().filter_map(limits).collect();
        if known.len() < 2 {
            continue;
        }
        let above = known.iter().map(|(x, (_, high))| (*x, plot.y(*high)));
        let below = known.iter().rev().map(|(x, (low, _))| (*x, plot.y(*low)));
        frame.marks.push(Mark::Area { corners: above.chain(below).collect(), fill: fill.into() });
    }
}

fn place_line(frame: &mut Frame, plot: &Plot, place: usize, points: &[TimelinePoint], colour: Colour) {
    let width = if place == 0 { 2.0 } else { 1.4 } * PT;
    let dash = DASHES[place.min(3)].map(|(dash, gap)| (dash * PT, gap * PT));
    for run in runs(points) {
        let corners: Vec<(f64, f64)> = run.iter().map(|point| (plot.x(point.time), plot.y(point.share))).collect();
        if let [only] = corners.as_slice() {
            frame.dot(*only, colour, false);
            continue;
        }
        if place == 0 {
            frame.marks.push(halo(corners.clone(), width, tokens::PAPER));
        }
        // A colour that is hardly seen on paper has dark edges.
        if colour.contrast(tokens::PAPER) < 3.0 {
            frame.marks.push(halo(corners.clone(), width, tokens::SECONDARY));
        }
        frame.marks.push(Mark::Line { points: corners, width, colour, dash });
    }
}

/// Dots with whiskers, those of one time beside each other.
#[expect(clippy::cast_precision_loss, reason = "at most four lines")]
fn place_dots(
    frame: &mut Frame,
    plot: &Plot,
    (place, n_lines): (usize, usize),
    points: &[TimelinePoint],
    colour: Colour,
) {
    let apart = (0.5 * plot.step() / n_lines as f64).min(5.0 * MM);
    let shift = (place as f64 - (n_lines - 1) as f64 / 2.0) * apart;
    for point in points {
        let (x, y) = (plot.x(point.time) + shift, plot.y(point.share));
        if let Some((low, high)) = point.limits {
            frame.line((x, plot.y(low)), (x, plot.y(high)), 1.1 * PT, colour, None);
        }
        frame.dot((x, y), colour, false);
    }
}

fn halo(points: Vec<(f64, f64)>, width: f64, colour: Colour) -> Mark {
    Mark::Line { points, width: width + 1.4 * PT, colour, dash: None }
}
