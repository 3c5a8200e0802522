//! The fonts that are part of the program: no system is asked, so that every machine draws the same.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb;
use ttf_parser::Face;

use super::{Scene, Weight};

static REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// The fonts' licence, for `evenhand --licenses` and everybody who reads the source.
pub static FONT_LICENCE: &str = include_str!("fonts/OFL.txt");

/// Name and bytes of each embedded font, for the record's digests.
pub static FONT_DIGESTS: [(&str, &[u8]); 2] = [("NotoSans-Regular.ttf", REGULAR), ("NotoSans-Bold.ttf", BOLD)];

/// The family as SVG names it; another viewer may fall back, the PNG never does.
pub(super) const FAMILY: &str = "Noto Sans, sans-serif";

static REGULAR_FACE: LazyLock<Face<'static>> = LazyLock::new(|| face(REGULAR));
static BOLD_FACE: LazyLock<Face<'static>> = LazyLock::new(|| face(BOLD));
static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    database.load_font_data(REGULAR.to_vec());
    database.load_font_data(BOLD.to_vec());
    database.set_sans_serif_family("Noto Sans");
    Arc::new(database)
});

fn face(bytes: &'static [u8]) -> Face<'static> {
    Face::parse(bytes, 0).expect("invariant: the embedded fonts are valid")
}

fn of(weight: Weight) -> &'static Face<'static> {
    match weight {
        Weight::Regular => &REGULAR_FACE,
        Weight::Bold => &BOLD_FACE,
    }
}

pub(super) fn database() -> Arc<fontdb::Database> {
    Arc::clone(&DATABASE)
}

/// Width in pixels of a text set at `px` pixels: the sum of its advances.
pub(super) fn width(text: &str, px: f64, weight: Weight) -> f64 {
    let face = of(weight);
    let advance = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0);
    let units: u64 = text.chars().map(|c| u64::from(advance(c))).sum();
    #[expect(clippy::cast_precision_loss, reason = "a line of text is a few million font units at most")]
    let units = units as f64;
    units * px / f64::from(face.units_per_em())
}

/// Characters that no embedded font can draw. The renderer would drop them without a word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no embedded font has {}", characters.iter().map(|c| format!("`{c}` (U+{:04X})", *c as u32)).collect::<Vec<_>>().join(", "))]
pub struct MissingGlyphs {
    /// Each once, in order.
    pub characters: Vec<char>,
}

/// Refuses a scene with a character that cannot be drawn.
///
/// Errors: [`MissingGlyphs`], to be shown as E702 with the figure's name.
pub fn refuse_missing_glyphs(scene: &Scene) -> Result<(), MissingGlyphs> {
    let mut characters: Vec<char> = scene
        .texts()
        .flat_map(|text| text.text.chars().map(move |c| (c, text.weight)))
        .filter(|(c, weight)| of(*weight).glyph_index(*c).is_none())
        .map(|(c, _)| c)
        .collect();
    characters.sort_unstable();
    characters.dedup();
    if characters.is_empty() { Ok(()) } else { Err(MissingGlyphs { characters }) }
}
