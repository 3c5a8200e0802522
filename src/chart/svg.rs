//! A scene as SVG, drawn by plotters.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, Color as _, DrawingArea, DrawingAreaErrorKind, FontFamily, FontStyle, IntoDrawingArea as _, IntoFont as _,
    PathElement, Polygon, RGBColor, Rectangle, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::font::FAMILY;
use super::{Anchor, Colour, Mark, Scene, TextMark, Weight, tokens};

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
            Mark::Rect { left, top, right, bottom, fill } => {
                area.draw(&Rectangle::new([at(*left, *top), at(*right, *bottom)], colour(*fill).filled()))?;
            }
            Mark::Hatched { left, top, right, bottom, fill } => {
                draw_hatched(area, [*left, *top, *right, *bottom], *fill)?;
            }
            Mark::Diamond { centre, radius, rim } => draw_diamond(area, *centre, *radius, *rim)?,
            Mark::Line { from, to, width, colour, dash } => draw_line(area, *from, *to, *width, *colour, *dash)?,
            Mark::Dot { centre, radius, fill } => {
                let centre = at(centre.0, centre.1);
                area.draw(&Circle::new(centre, pixels(radius + 3.0), colour(tokens::PAPER).filled()))?;
                area.draw(&Circle::new(centre, pixels(*radius), colour(*fill).filled()))?;
            }
            Mark::Text(text) => draw_text(area, text)?,
        }
    }
    area.present()
}

/// plotters has no patterns: lines of 45 degrees, each cut at the edges of the box.
fn draw_hatched<'a>(area: &Area<'a>, [left, top, right, bottom]: [f64; 4], fill: Colour) -> Drawn<'a> {
    area.draw(&Rectangle::new([at(left, top), at(right, bottom)], colour(fill).filled()))?;
    let style = colour(tokens::PAPER).stroke_width(3);
    let (height, step) = (bottom - top, 18.0);
    let mut start = left - height + step / 2.0;
    while start < right {
        let (from, to) = (start.max(left), (start + height).min(right));
        if to - from > 2.0 {
            area.draw(&PathElement::new(
                vec![at(from, bottom - (from - start)), at(to, bottom - (to - start))],
                style,
            ))?;
        }
        start += step;
    }
    Ok(())
}

fn draw_diamond<'a>(area: &Area<'a>, (x, y): (f64, f64), radius: f64, rim: Colour) -> Drawn<'a> {
    let corners = |radius: f64| vec![at(x, y - radius), at(x + radius, y), at(x, y + radius), at(x - radius, y)];
    area.draw(&Polygon::new(corners(radius + 3.0), colour(rim).filled()))?;
    area.draw(&Polygon::new(corners(radius - 2.0), colour(tokens::PAPER).filled()))
}

fn draw_line<'a>(
    area: &Area<'a>,
    from: (f64, f64),
    to: (f64, f64),
    width: f64,
    ink: Colour,
    dash: Option<(f64, f64)>,
) -> Drawn<'a> {
    let style = colour(ink).stroke_width(pixels(width));
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    let (dash, gap) = dash.unwrap_or((length, 1.0));
    let along = |distance: f64| {
        let part = (distance / length).min(1.0);
        at(from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
    };
    let mut start = 0.0;
    while start < length {
        area.draw(&PathElement::new(vec![along(start), along(start + dash)], style))?;
        start += dash + gap;
    }
    Ok(())
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
    let clean: String = text.text.chars().filter(|c| !c.is_control()).collect();
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
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
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
