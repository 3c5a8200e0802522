//! Drawing: from plain figures to a scene of boxes and texts, from there to SVG, from there to PNG.
//!
//! In: what a chart shows, as plain structs. Out: a [`Scene`] whose every text box is known, its SVG (by plotters) and its
//! PNG at 300 dpi (by resvg, from the same SVG), with fonts that are part of the program.
//! Never: computes a statistic, reads a frame, asks the system for a font.
//! To add a kind: a file beside `share_chart.rs` that makes a [`Scene`].

mod agreement_chart;
mod axis;
mod benchmark_chart;
mod calendar_chart;
mod fill;
mod font;
mod frame;
mod matrix_chart;
mod panels_chart;
mod pie_chart;
mod png;
mod scene;
mod share_chart;
mod share_tone_chart;
mod stack_chart;
mod svg;
mod text;
mod timeline_chart;
mod tokens;
mod tone_chart;
mod voice_chart;
mod waffle_chart;

pub use agreement_chart::{AgreementChart, AgreementRow};
pub use benchmark_chart::{BenchmarkChart, BenchmarkRow};
pub use calendar_chart::{CalendarChart, CalendarOutlet};
pub use fill::{Fill, Hue, Palette, Pattern};
pub use font::{FONT_LICENCE, FONTS, MissingGlyphs, refuse_missing_glyphs};
pub use frame::{Lettering, Limits, Look};
pub use matrix_chart::{MatrixChart, MatrixRow, STEPS};
pub use panels_chart::{Panel, PanelBar, PanelsChart};
pub use pie_chart::{PieChart, PieSlice};
pub use png::{Failure, PngSource, png, source_of_png};
pub use scene::{Anchor, Mark, Scene, TextMark, Weight};
pub use share_chart::{Reference, ShareBar, ShareChart};
pub use share_tone_chart::{ShareToneChart, ShareTonePoint};
pub use stack_chart::{StackChart, StackRow};
pub use svg::svg;
pub use timeline_chart::{TimelineChart, TimelineLine, TimelinePoint, TimelineTime};
pub use tokens::Size;
pub use tone_chart::{ToneChart, TonePart, ToneRow};
pub use voice_chart::{VoiceChart, VoiceRow};
pub use waffle_chart::{WaffleChart, WafflePart};

use crate::unit::Colour;
