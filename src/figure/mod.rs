//! Figures: from findings to sets of PNG, SVG, the plotted numbers as CSV, and the text for those who cannot see them.
//!
//! In: tables of a measure, and a [`Drawing`] that says for which study and how. Out: a [`Figure`]. Titles come from templates
//! whose condition is tested on exact figures; where it does not hold, or the message is long, the title is neutral.
//! Never: computes a statistic, writes a file.
//! To add a kind: its chart in the room `chart`, and here a file that gives it numbers and words.

mod agreement_figure;
mod bands_figure;
mod benchmark_figure;
mod calendar_figure;
mod drawing;
mod matrix_figure;
mod panels_figure;
mod parts_figure;
mod share_figure;
mod share_tone_figure;
mod stack_figure;
mod timeline_figure;
mod tone_figure;
mod voice_figure;

pub use agreement_figure::agreement_figure;
pub use bands_figure::bands_figure;
pub use benchmark_figure::benchmark_figure;
pub use calendar_figure::calendar_figure;
pub use drawing::{Drawing, Failure, Figure, MISSING_GLYPHS, Narrowing, WHOLE, paint};
pub use matrix_figure::matrix_figure;
pub use panels_figure::{PanelTables, panel_pages, panels_figure};
pub use parts_figure::{pie_figure, waffle_figure};
pub use share_figure::{FigureRequest, share_figure};
pub use share_tone_figure::share_tone_figure;
pub use stack_figure::stack_figure;
pub use timeline_figure::timeline_figure;
pub use tone_figure::tone_figure;
pub use voice_figure::voice_figure;

use crate::diagnostic::Code;

/// The codes of this room.
pub static CODES: [&Code; 1] = [&MISSING_GLYPHS];
