//! Chart `share`: ranked pale bars with a dot at the share, the percentage and the amount in the same row.
//!
//! In: a [`ShareChart`]. Out: a [`Scene`]. The printed numbers come ready; only positions are computed here.

use super::axis::percent_axis;
use super::font;
use super::text::{cut, wrapped};
use super::tokens::{MM, PT, TypeSizes};
use super::{Anchor, Colour, Mark, Scene, Size, TextMark, Weight, tokens};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareBar {
    /// The actor's name.
    pub label: String,
    /// Its name in the second language.
    pub beside: Option<String>,
    /// The share, 0..=1: where the bar ends.
    pub share: f64,
    /// The share as printed: `52.0`.
    pub percent: String,
    /// The amount as printed: `1,234`.
    pub amount: String,
    /// Is this what the figure is about?
    pub is_focus: bool,
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
    /// The message, or a neutral title.
    pub title: String,
    /// Measure, outlets, period: one entry a line.
    pub subtitle: Vec<String>,
    /// The bars, largest first.
    pub bars: Vec<ShareBar>,
    /// A line to compare with.
    pub reference: Option<Reference>,
    /// The axis reaches this share at least, so that figures side by side have one scale; 0 where a figure stands alone.
    pub reach: f64,
    /// Heading of the amounts: `cm²`.
    pub unit: String,
    /// A sentence that must be read with the figure: "Made-up data".
    pub notice: Option<String>,
    /// Base, interval, source: one entry a paragraph.
    pub notes: Vec<String>,
    /// Figure number, program, digest of the data.
    pub provenance: String,
    /// What the figure shows, for those who cannot see it.
    pub alt: String,
}

/// Everything that has a place while the figure grows downwards.
struct Layout {
    width: f64,
    pad: f64,
    sizes: TypeSizes,
    y: f64,
    marks: Vec<Mark>,
}

/// Columns of the plot, in pixels.
struct Columns {
    plot_left: f64,
    plot_right: f64,
    percent_right: f64,
    amount_right: f64,
    label_width: f64,
}

impl ShareChart {
    /// Places everything.
    pub fn scene(&self, size: Size) -> Scene {
        let mut layout =
            Layout { width: size.width(), pad: 3.0 * MM, sizes: size.type_sizes(), y: 3.0 * MM, marks: Vec::new() };
        self.place_titles(&mut layout);
        self.place_plot(&mut layout);
        self.place_notes(&mut layout);
        let height = (layout.y + 2.0 * MM).ceil();
        Scene { width: layout.width, height, alt: self.alt.clone(), title: self.title.clone(), marks: layout.marks }
    }

    fn place_titles(&self, layout: &mut Layout) {
        let sizes = layout.sizes;
        layout.paragraph(&self.title, sizes.title, Weight::Bold, tokens::INK, 1.28);
        layout.y += 0.6 * MM;
        for line in &self.subtitle {
            layout.paragraph(line, sizes.subtitle, Weight::Regular, tokens::SECONDARY, 1.36);
        }
        layout.y += 1.8 * MM;
    }

    fn place_plot(&self, layout: &mut Layout) {
        let columns = self.columns(layout);
        let largest = self.bars.iter().map(|bar| bar.share).chain(self.reference.iter().map(|line| line.share));
        let (end, step) = percent_axis(largest.fold(self.reach, f64::max) * 100.0);
        let to_x =
            |share: f64| columns.plot_left + (columns.plot_right - columns.plot_left) * share * 100.0 / f64::from(end);
        self.place_headings(layout, &columns, &to_x);
        let row_height = self.row_height(layout);
        #[expect(clippy::cast_precision_loss, reason = "a chart has a few rows")]
        let (top, bottom) = (layout.y, layout.y + row_height * self.bars.len() as f64);
        place_grid(layout, &to_x, (end, step), (top, bottom));
        for bar in &self.bars {
            place_bar(layout, &columns, bar, to_x(bar.share), row_height);
            layout.y += row_height;
        }
        layout.line((columns.plot_left, top), (columns.plot_left, bottom), 0.9 * PT, tokens::SECONDARY, None);
        if let Some(reference) = &self.reference {
            let x = to_x(reference.share);
            layout.line((x, top), (x, bottom), 0.9 * PT, tokens::INK, Some((2.4 * PT, 1.6 * PT)));
        }
        // Dots lie above the reference line.
        let (dots, others): (Vec<Mark>, Vec<Mark>) =
            std::mem::take(&mut layout.marks).into_iter().partition(|mark| matches!(mark, Mark::Dot { .. }));
        layout.marks = others.into_iter().chain(dots).collect();
        layout.y = bottom;
        place_axis_labels(layout, &to_x, (end, step));
    }

    /// Columns as wide as their texts need: fixed offsets collide as soon as a name is long.
    fn columns(&self, layout: &Layout) -> Columns {
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
        let mut percents = self.bars.iter().map(|bar| (bar.percent.as_str(), value, weight_of(bar)));
        let percent_width = widest(&mut percents);
        let amount_right = layout.width - layout.pad;
        let percent_right = amount_right - amount_width - 1.6 * gap;
        Columns {
            plot_left: layout.pad + label_width + 0.6 * gap,
            plot_right: percent_right - percent_width - 1.4 * gap,
            percent_right,
            amount_right,
            label_width,
        }
    }

    fn place_headings(&self, layout: &mut Layout, columns: &Columns, to_x: &dyn Fn(f64) -> f64) {
        let pt = layout.sizes.value;
        let baseline = layout.y + pt * PT;
        layout.text("%", columns.percent_right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        layout.text(&self.unit, columns.amount_right, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::End);
        if let Some(reference) = &self.reference {
            let room = columns.percent_right - font::width("%", pt * PT, Weight::Regular) - MM - layout.pad;
            let label = cut(&reference.label, room, pt * PT, Weight::Regular);
            let half = font::width(&label, pt * PT, Weight::Regular) / 2.0;
            let x = to_x(reference.share).clamp(layout.pad + half, layout.pad + room - half);
            layout.text(&label, x, baseline, pt, Weight::Regular, tokens::INK, Anchor::Middle);
        }
        layout.y = baseline + 1.2 * MM;
    }

    fn row_height(&self, layout: &Layout) -> f64 {
        let two_lines = self.bars.iter().any(|bar| bar.beside.is_some());
        let needed = layout.sizes.label * PT * if two_lines { 2.45 } else { 2.2 };
        needed.max(if two_lines { 7.4 } else { 6.5 } * MM)
    }

    fn place_notes(&self, layout: &mut Layout) {
        let note = layout.sizes.note;
        layout.y += 2.2 * MM;
        let y = layout.y;
        layout.line((layout.pad, y), (layout.width - layout.pad, y), 0.5 * PT, tokens::RULE, None);
        layout.y += 1.2 * MM;
        if let Some(notice) = &self.notice {
            layout.paragraph(notice, note, Weight::Bold, tokens::NOTICE, 1.36);
        }
        for paragraph in &self.notes {
            layout.paragraph(paragraph, note, Weight::Regular, tokens::NOTES, 1.36);
        }
        layout.paragraph(&self.provenance, note.min(5.8), Weight::Regular, tokens::PROVENANCE, 1.36);
    }
}

fn weight_of(bar: &ShareBar) -> Weight {
    if bar.is_focus { Weight::Bold } else { Weight::Regular }
}

fn place_grid(layout: &mut Layout, to_x: &dyn Fn(f64) -> f64, axis: (u32, u32), (top, bottom): (f64, f64)) {
    for tick in ticks(axis).skip(1) {
        let x = to_x(f64::from(tick) / 100.0);
        layout.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
    }
}

fn place_axis_labels(layout: &mut Layout, to_x: &dyn Fn(f64) -> f64, axis: (u32, u32)) {
    let pt = layout.sizes.value;
    let baseline = layout.y + 1.25 * pt * PT;
    for tick in ticks(axis) {
        let label = if tick == axis.0 { format!("{tick}%") } else { tick.to_string() };
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

fn place_bar(layout: &mut Layout, columns: &Columns, bar: &ShareBar, end: f64, row_height: f64) {
    let middle = layout.y + row_height / 2.0;
    let half = 0.31 * row_height;
    let (fill, dot) =
        if bar.is_focus { (tokens::FOCUS_BAR, tokens::FOCUS_DOT) } else { (tokens::BAR, tokens::SECONDARY) };
    layout.marks.push(Mark::Rect {
        left: columns.plot_left,
        top: middle - half,
        right: end,
        bottom: middle + half,
        fill,
    });
    layout.marks.push(Mark::Dot { centre: (end, middle), radius: 1.9 * PT, fill: dot });
    let TypeSizes { label, value, note, .. } = layout.sizes;
    let weight = weight_of(bar);
    let right = layout.pad + columns.label_width;
    let name = cut(&bar.label, columns.label_width, label * PT, weight);
    match &bar.beside {
        Some(beside) => {
            let beside = cut(beside, columns.label_width, note * PT, Weight::Regular);
            layout.text(&name, right, middle - 0.1 * label * PT, label, weight, tokens::INK, Anchor::End);
            layout.text(&beside, right, middle + 1.02 * note * PT, note, Weight::Regular, tokens::NOTES, Anchor::End);
        }
        None => layout.text(&name, right, middle + 0.36 * label * PT, label, weight, tokens::INK, Anchor::End),
    }
    let baseline = middle + 0.36 * value * PT;
    layout.text(&bar.percent, columns.percent_right, baseline, value, weight, tokens::INK, Anchor::End);
    layout.text(&bar.amount, columns.amount_right, baseline, value, Weight::Regular, tokens::NOTES, Anchor::End);
}

impl Layout {
    #[expect(clippy::too_many_arguments, reason = "a text has these seven properties; a struct would only rename them")]
    fn text(&mut self, text: &str, x: f64, baseline: f64, pt: f64, weight: Weight, colour: Colour, anchor: Anchor) {
        let text = text.to_owned();
        self.marks.push(Mark::Text(TextMark { text, x, baseline, px: pt * PT, weight, colour, anchor }));
    }

    /// Text from margin to margin, in as many lines as it needs.
    fn paragraph(&mut self, text: &str, pt: f64, weight: Weight, colour: Colour, leading: f64) {
        for line in wrapped(text, self.width - 2.0 * self.pad, pt * PT, weight) {
            let baseline = self.y + pt * PT;
            self.text(&line, self.pad, baseline, pt, weight, colour, Anchor::Start);
            self.y += leading * pt * PT;
        }
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Colour, dash: Option<(f64, f64)>) {
        self.marks.push(Mark::Line { from, to, width, colour, dash });
    }
}
