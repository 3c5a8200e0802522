//! Chart `agreement`: alpha of each variable with its interval, beside the marks from which on it is taken for reliable.
//!
//! In: an [`AgreementChart`]. Out: a [`Scene`]. The verdict stands in words in the same row.

use super::frame::{Frame, Lettering, Limits, Look};
use super::tokens::{MM, PT};
use super::{Anchor, Scene, Weight, font, tokens};

/// One variable.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementRow {
    /// Its name.
    pub label: String,
    /// Alpha; `None` where it is undefined.
    pub alpha: Option<f64>,
    /// Limits of its interval.
    pub limits: Option<Limits>,
    /// `0.79`
    pub printed: String,
    /// `reliable`
    pub verdict: String,
    /// `120`
    pub units: String,
    /// Is it below the mark?
    pub is_low: bool,
}

/// Everything the chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementChart {
    /// The words around it.
    pub lettering: Lettering,
    /// The variables.
    pub rows: Vec<AgreementRow>,
    /// Where the marks are, the lower one first, with their words.
    pub marks: [(f64, String); 2],
    /// Headings of alpha, of the verdict, and of the number of units.
    pub headings: [String; 3],
}

struct Columns {
    left: f64,
    right: f64,
    label_width: f64,
    alpha_right: f64,
    /// A narrow figure has no room for verdicts: its marks show them.
    verdict_left: Option<f64>,
    least: f64,
}

impl Columns {
    fn x(&self, alpha: f64) -> f64 {
        self.left + (self.right - self.left) * (alpha.max(self.least) - self.least) / (1.0 - self.least)
    }
}

impl AgreementChart {
    /// Places everything.
    pub fn scene(&self, look: impl Into<Look>) -> Scene {
        self.lettering.scene(look.into(), |frame| self.place_plot(frame))
    }

    fn place_plot(&self, frame: &mut Frame) {
        let columns = self.columns(frame);
        self.place_headings(frame, &columns);
        let pt = frame.sizes.value;
        let row_height = frame.row_height(self.rows.len(), false, 1.6 * pt * PT);
        #[expect(clippy::cast_precision_loss, reason = "a study has a few variables")]
        let (top, bottom) = (frame.y, frame.y + row_height * self.rows.len() as f64);
        let ticks = match (columns.least < 0.0, frame.has_columns()) {
            (true, _) => vec![-1.0, -0.5, 0.0, 0.5, 1.0],
            (false, true) => vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0],
            (false, false) => vec![0.0, 0.5, 1.0],
        };
        let baseline = bottom + 1.25 * pt * PT;
        for tick in ticks.into_iter().filter(|tick| *tick >= columns.least) {
            let x = columns.x(tick);
            frame.line((x, top), (x, bottom), 0.6 * PT, tokens::GRID, None);
            let label = frame.wording.number(&format!("{tick:.1}").replace('-', "\u{2212}"));
            frame.text(&label, x, baseline, pt, Weight::Regular, tokens::SECONDARY, Anchor::Middle);
        }
        for (mark, _) in &self.marks {
            let x = columns.x(*mark);
            frame.line((x, top), (x, bottom), 0.9 * PT, tokens::INK, Some((2.4 * PT, 1.6 * PT)));
        }
        for row in &self.rows {
            place_row(frame, &columns, row, frame.y + row_height / 2.0);
            frame.y += row_height;
        }
        frame.y = baseline + 0.3 * pt * PT;
    }

    fn columns(&self, frame: &Frame) -> Columns {
        let (gap, pt) = (2.2 * MM, frame.sizes.value);
        let labels = self.rows.iter().map(|row| row.label.as_str());
        let label_width = frame.widest(labels, frame.sizes.label, Weight::Regular).min(0.28 * frame.width);
        let [alpha, verdict, units] = &self.headings;
        let of = |pick: fn(&AgreementRow) -> &str, heading: &str| {
            frame.widest(self.rows.iter().map(pick).chain([heading]), pt, Weight::Bold)
        };
        let (alpha_width, units_width) = (of(|row| &row.printed, alpha), of(|row| &row.units, units));
        let verdict_width = of(|row| &row.verdict, verdict).min(0.3 * frame.width);
        let verdict_left = frame.has_columns().then_some(frame.right() - units_width - gap - verdict_width);
        let alpha_right = verdict_left.map_or(frame.right() - units_width - gap, |left| left - gap);
        let least = self
            .rows
            .iter()
            .filter_map(|row| row.limits.map(|limits| limits.0).into_iter().chain(row.alpha).reduce(f64::min));
        let least = if least.fold(0.0, f64::min) < 0.0 { -1.0 } else { 0.0 };
        let left = frame.pad + label_width + gap;
        Columns { left, right: alpha_right - alpha_width - 1.4 * gap, label_width, alpha_right, verdict_left, least }
    }

    /// Headings of the columns, and below them, above the plot, what the two marks are.
    fn place_headings(&self, frame: &mut Frame, columns: &Columns) {
        let pt = frame.sizes.value;
        let baseline = frame.y + pt * PT;
        let ink = tokens::SECONDARY;
        let [alpha, verdict, units] = &self.headings;
        frame.text(alpha, columns.alpha_right, baseline, pt, Weight::Regular, ink, Anchor::End);
        if let Some(left) = columns.verdict_left {
            frame.text(verdict, left, baseline, pt, Weight::Regular, ink, Anchor::Start);
        }
        frame.text(units, frame.right(), baseline, pt, Weight::Regular, ink, Anchor::End);
        let [(low, low_words), (high, high_words)] = &self.marks;
        let room = columns.alpha_right - font::width(alpha, pt * PT, Weight::Regular) - MM;
        let width = font::width(high_words, pt * PT, Weight::Regular);
        let high_left = (columns.x(*high) - 0.6 * MM).min(room - width - 1.6 * MM);
        frame.text(high_words, high_left, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
        let low_right = (columns.x(*low) + 0.6 * MM).min(high_left - 1.6 * MM);
        let low_words = super::text::cut(low_words, low_right - frame.pad, pt * PT, Weight::Regular);
        frame.text(&low_words, low_right, baseline, pt, Weight::Regular, tokens::INK, Anchor::End);
        frame.y = baseline + 1.2 * MM;
    }
}

fn place_row(frame: &mut Frame, columns: &Columns, row: &AgreementRow, middle: f64) {
    let pt = frame.sizes.value;
    let baseline = middle + 0.36 * pt * PT;
    frame.name((&row.label, None), frame.pad + columns.label_width, columns.label_width, middle, Weight::Regular);
    let colour = if row.is_low { tokens::NEGATIVE } else { tokens::FOCUS_DOT };
    if let Some((low, high)) = row.limits {
        frame.whisker((columns.x(low), columns.x(high)), middle, colour);
    }
    if let Some(alpha) = row.alpha {
        frame.dot((columns.x(alpha), middle), colour, row.is_low);
    }
    frame.text(&row.printed, columns.alpha_right, baseline, pt, Weight::Bold, tokens::INK, Anchor::End);
    if let Some(left) = columns.verdict_left {
        let verdict = super::text::cut(&row.verdict, 0.3 * frame.width, pt * PT, Weight::Regular);
        frame.text(&verdict, left, baseline, pt, Weight::Regular, tokens::INK, Anchor::Start);
    }
    frame.text(&row.units, frame.right(), baseline, pt, Weight::Regular, tokens::NOTES, Anchor::End);
}
