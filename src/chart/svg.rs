//! A scene as SVG, drawn by plotters.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, Color as _, DrawingArea, DrawingAreaErrorKind, FontFamily, FontStyle, IntoDrawingArea as _, IntoFont as _,
    PathElement, Polygon, RGBColor, Rectangle, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::fill::{Fill, Pattern};
use super::font::FAMILY;
use super::{Anchor, Colour, Mark, Scene, TextMark, Weight, tokens};
use crate::diagnostic::is_steering;

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as plotters::prelude::DrawingBackend>::ErrorType>>;

/// The scene as SVG text. Control characters, which XML cannot hold, are left out of texts.
pub fn svg(scene: &Scene) -> String {
    let mut out = String::new();
    {
        let area = SVGBackend::with_string(&mut out, (pixels(scene.width), pixels(scene.height))).into_drawing_area();
        draw(&area, scene).expect("invariant: drawing into a string cannot fail");
    }
    with_description(&out, scene)
}

fn draw<'a>(area: &Area<'a>, scene: &Scene) -> Drawn<'a> {
    area.fill(&colour(tokens::PAPER))?;
    for mark in &scene.marks {
        match mark {
            Mark::Rect { left, top, right, bottom, fill } => draw_rect(area, [*left, *top, *right, *bottom], *fill)?,
            Mark::Area { corners, fill } => draw_area(area, corners, *fill)?,
            Mark::Diamond { centre, radius, rim } => draw_diamond(area, *centre, *radius, *rim)?,
            Mark::Line { points, width, colour, dash } => draw_line(area, points, *width, *colour, *dash)?,
            Mark::Dot { centre, radius, fill } => {
                draw_dot(area, *centre, (*radius, *radius + 3.0), (*fill, tokens::PAPER))?;
            }
            Mark::Ring { centre, radius, rim } => {
                draw_dot(area, *centre, (*radius - 1.5, *radius + 1.5), (tokens::PAPER, *rim))?;
            }
            Mark::Text(text) => draw_text(area, text)?,
        }
    }
    area.present()
}

fn draw_dot<'a>(
    area: &Area<'a>,
    (x, y): (f64, f64),
    (inner, outer): (f64, f64),
    (fill, rim): (Colour, Colour),
) -> Drawn<'a> {
    area.draw(&Circle::new(at(x, y), pixels(outer), colour(rim).filled()))?;
    area.draw(&Circle::new(at(x, y), pixels(inner), colour(fill).filled()))
}

fn draw_rect<'a>(area: &Area<'a>, [left, top, right, bottom]: [f64; 4], fill: Fill) -> Drawn<'a> {
    let corners = [at(left, top), at(right, bottom)];
    area.draw(&Rectangle::new(corners, colour(fill.colour).filled()))?;
    draw_pattern(area, &[(left, top), (right, top), (right, bottom), (left, bottom)], fill.pattern)?;
    if let Some(ink) = fill.outline {
        area.draw(&Rectangle::new(corners, colour(ink).stroke_width(2)))?;
    }
    Ok(())
}

fn draw_area<'a>(area: &Area<'a>, corners: &[(f64, f64)], fill: Fill) -> Drawn<'a> {
    let pixels: Vec<(i32, i32)> = corners.iter().map(|(x, y)| at(*x, *y)).collect();
    area.draw(&Polygon::new(pixels.clone(), colour(fill.colour).filled()))?;
    draw_pattern(area, corners, fill.pattern)?;
    if let Some(ink) = fill.outline {
        let closed: Vec<(i32, i32)> = pixels.iter().chain(pixels.first()).copied().collect();
        area.draw(&PathElement::new(closed, colour(ink).stroke_width(2)))?;
    }
    Ok(())
}

/// plotters has no patterns: lines and dots, each cut at the edges of the area.
fn draw_pattern<'a>(area: &Area<'a>, corners: &[(f64, f64)], pattern: Pattern) -> Drawn<'a> {
    match pattern {
        Pattern::Plain => {}
        Pattern::Hatched(ink) => {
            for (from, to) in hatch(corners) {
                area.draw(&PathElement::new(vec![at(from.0, from.1), at(to.0, to.1)], colour(ink).stroke_width(3)))?;
            }
        }
        Pattern::Dotted(ink) => {
            for (x, y) in dots(corners) {
                area.draw(&Circle::new(at(x, y), 3, colour(ink).filled()))?;
            }
        }
    }
    Ok(())
}

/// Lines of 45 degrees inside an area, from its lower left.
fn hatch(corners: &[(f64, f64)]) -> Vec<((f64, f64), (f64, f64))> {
    const STEP: f64 = 18.0;
    // On such a line x + y is the same everywhere.
    let sums = || corners.iter().map(|(x, y)| x + y);
    let (least, most) = (sums().fold(f64::MAX, f64::min), sums().fold(f64::MIN, f64::max));
    let (mut sum, mut lines) = (least + STEP / 2.0, Vec::new());
    while sum < most {
        let mut crossed: Vec<(f64, f64)> = edges(corners)
            .filter_map(|((x1, y1), (x2, y2))| {
                let (from, to) = (x1 + y1 - sum, x2 + y2 - sum);
                let part = from / (from - to);
                ((from < 0.0) != (to < 0.0)).then_some((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part))
            })
            .collect();
        crossed.sort_by(|a, b| a.0.total_cmp(&b.0));
        lines.extend(crossed.chunks_exact(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| b.0 - a.0 > 2.0));
        sum += STEP;
    }
    lines
}

/// Dots in rows that are shifted against each other, none cut by an edge of a box.
fn dots(corners: &[(f64, f64)]) -> Vec<(f64, f64)> {
    const STEP: f64 = 16.0;
    const RADIUS: f64 = 3.0;
    let bound = |pick: fn(&(f64, f64)) -> f64, start: f64, best: fn(f64, f64) -> f64| {
        corners.iter().map(pick).fold(start, best)
    };
    let (left, right) = (bound(|c| c.0, f64::MAX, f64::min), bound(|c| c.0, f64::MIN, f64::max));
    let (top, bottom) = (bound(|c| c.1, f64::MAX, f64::min), bound(|c| c.1, f64::MIN, f64::max));
    let (mut found, mut y, mut is_shifted) = (Vec::new(), top + STEP / 2.0, false);
    while y + RADIUS < bottom {
        let mut x = left + if is_shifted { STEP } else { STEP / 2.0 };
        while x + RADIUS < right {
            found.extend(is_inside(corners, (x, y)).then_some((x, y)));
            x += STEP;
        }
        (y, is_shifted) = (y + STEP, !is_shifted);
    }
    found
}

fn edges(corners: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
}

fn is_inside(corners: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let crossings = edges(corners)
        .filter(|((x1, y1), (x2, y2))| (*y1 > y) != (*y2 > y) && x < x1 + (x2 - x1) * (y - y1) / (y2 - y1));
    crossings.count() % 2 == 1
}

fn draw_diamond<'a>(area: &Area<'a>, (x, y): (f64, f64), radius: f64, rim: Colour) -> Drawn<'a> {
    let corners = |radius: f64| vec![at(x, y - radius), at(x + radius, y), at(x, y + radius), at(x - radius, y)];
    area.draw(&Polygon::new(corners(radius + 3.0), colour(rim).filled()))?;
    area.draw(&Polygon::new(corners(radius - 2.0), colour(tokens::PAPER).filled()))
}

/// plotters has no dashes: the pieces of the line between distances from its start.
fn draw_line<'a>(
    area: &Area<'a>,
    points: &[(f64, f64)],
    width: f64,
    ink: Colour,
    dash: Option<(f64, f64)>,
) -> Drawn<'a> {
    let style = colour(ink).stroke_width(pixels(width));
    let length: f64 = points.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let (dash, gap) = dash.unwrap_or((length, 1.0));
    let mut start = 0.0;
    while start < length {
        let piece = piece(points, start, (start + dash).min(length));
        area.draw(&PathElement::new(piece.into_iter().map(|(x, y)| at(x, y)).collect::<Vec<_>>(), style))?;
        start += dash + gap;
    }
    Ok(())
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (b.0 - a.0).hypot(b.1 - a.1)
}

/// The points of a line from one distance to another, with the corners between them.
fn piece(points: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    let (mut found, mut walked) = (Vec::new(), 0.0);
    for pair in points.windows(2) {
        let length = distance(pair[0], pair[1]);
        let along = |wanted: f64| {
            let part = if length > 0.0 { ((wanted - walked) / length).clamp(0.0, 1.0) } else { 0.0 };
            (pair[0].0 + (pair[1].0 - pair[0].0) * part, pair[0].1 + (pair[1].1 - pair[0].1) * part)
        };
        if walked + length >= from && walked <= to {
            if found.is_empty() {
                found.push(along(from));
            }
            found.push(along(to));
        }
        walked += length;
    }
    found
}

fn draw_text<'a>(area: &Area<'a>, text: &TextMark) -> Drawn<'a> {
    // plotters writes size / 1.24, and `VPos::Top` as `dy = 0.76em`: the one anchor that does not depend on a viewer's ex.
    let style = match text.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let h_pos = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = (FontFamily::Name(FAMILY), text.px * 1.24).into_font().style(style);
    let style = font.color(&colour(text.colour)).pos(Pos::new(h_pos, VPos::Top));
    let clean: String = text.text.chars().filter(|c| !is_steering(*c)).collect();
    // Renderers take a line as left to right; an isolate turns one that is read the other way.
    let clean = if text.right_to_left { format!("\u{2067}{clean}\u{2069}") } else { clean };
    area.draw(&Text::new(clean, at(text.x, text.baseline - 0.76 * text.px), style))
}

/// Title and description for those who do not see the picture.
fn with_description(svg: &str, scene: &Scene) -> String {
    let end_of_root = svg.find('>').map_or(0, |at| at + 1);
    let (root, rest) = svg.split_at(end_of_root);
    let root = root.replacen("<svg ", "<svg role=\"img\" ", 1);
    format!("{root}\n<title>{}</title>\n<desc>{}</desc>{rest}", escaped(&scene.title), escaped(&scene.alt))
}

fn escaped(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !is_steering(*c)).collect();
    clean.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn colour(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

#[expect(clippy::cast_possible_truncation, reason = "a figure is a few thousand pixels")]
fn at(x: f64, y: f64) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a figure is a few thousand pixels")]
fn pixels(length: f64) -> u32 {
    length.round().max(0.0) as u32
}
