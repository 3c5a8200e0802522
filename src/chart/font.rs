//! The fonts that are part of the program: no system is asked, so that every machine draws the same.

use std::sync::{Arc, LazyLock};

use resvg::usvg::{FontResolver, fontdb};
use ttf_parser::Face;

use super::{Scene, Weight};

macro_rules! fonts {
    ($($script:literal),*) => {
        [$(
            (concat!("NotoSans", $script, "-Regular.ttf"), include_bytes!(concat!("fonts/NotoSans", $script, "-Regular.ttf"))),
            (concat!("NotoSans", $script, "-Bold.ttf"), include_bytes!(concat!("fonts/NotoSans", $script, "-Bold.ttf"))),
        )*]
    };
}

/// Name and bytes of each embedded font, regular and bold in turn: Latin, Cyrillic and Greek, then other scripts.
pub static FONTS: [(&str, &[u8]); 10] = fonts!["", "Georgian", "Armenian", "Arabic", "Hebrew"];

/// The fonts' licence, for `evenhand --licenses` and everybody who reads the source.
pub static FONT_LICENCE: &str = include_str!("fonts/OFL.txt");

/// The family as SVG names it; another viewer may fall back, the PNG never does.
pub(super) const FAMILY: &str = "Noto Sans, sans-serif";

static REGULAR: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| faces(0));
static BOLD: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| faces(1));
static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for (_, bytes) in FONTS {
        database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    database.set_sans_serif_family("Noto Sans");
    Arc::new(database)
});

fn faces(first: usize) -> Vec<Face<'static>> {
    let of_weight = FONTS.iter().skip(first).step_by(2);
    of_weight.map(|(_, bytes)| Face::parse(bytes, 0).expect("invariant: the embedded fonts are valid")).collect()
}

/// The face that draws a character, and its glyph there.
fn glyph(c: char, weight: Weight) -> Option<(&'static Face<'static>, ttf_parser::GlyphId)> {
    let faces: &'static [Face<'static>] = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    faces.iter().find_map(|face| Some((face, face.glyph_index(c)?)))
}

pub(super) fn database() -> Arc<fontdb::Database> {
    Arc::clone(&DATABASE)
}

/// Where the renderer looks for a character that Noto Sans lacks: among the embedded fonts of the same weight.
pub(super) fn resolver() -> FontResolver<'static> {
    FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(|c, tried, database| {
            let weight = database.face(*tried.first()?)?.weight;
            let fitting = database.faces().filter(|face| face.weight == weight && !tried.contains(&face.id));
            let ids: Vec<fontdb::ID> = fitting.map(|face| face.id).collect();
            ids.into_iter().find(|id| {
                let has_glyph = |data: &[u8], index: u32| Face::parse(data, index).ok()?.glyph_index(c);
                database.with_face_data(*id, has_glyph).flatten().is_some()
            })
        }),
    }
}

/// Width in pixels of a text set at `px` pixels: the sum of its advances. Letters that join, as Arabic ones do, are no wider.
pub(super) fn width(text: &str, px: f64, weight: Weight) -> f64 {
    let advance = |c: char| {
        let (face, glyph) = glyph(c, weight)?;
        Some(f64::from(face.glyph_hor_advance(glyph)?) / f64::from(face.units_per_em()))
    };
    text.chars().filter_map(advance).sum::<f64>() * px
}

/// Is it a letter that is read from right to left?
pub(super) fn is_right_to_left(c: char) -> bool {
    crate::diagnostic::is_right_to_left(c) && c.is_alphabetic()
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
        .filter(|(c, weight)| glyph(*c, *weight).is_none())
        .map(|(c, _)| c)
        .collect();
    characters.sort_unstable();
    characters.dedup();
    if characters.is_empty() { Ok(()) } else { Err(MissingGlyphs { characters }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_of_the_embedded_fonts_has_its_glyphs_in_both_weights() {
        let texts = [
            "«Нұр Отан» Ққ Әә Ғғ Ңң Өө Ұұ Үү Һһ Іі",
            "Νέα",
            "ქართული ᲥᲐᲠᲗᲣᲚᲘ",
            "Հայաստան",
            "العربية ٥٢",
            "עברית",
            "−25 %…–",
        ];
        for text in texts {
            for weight in [Weight::Regular, Weight::Bold] {
                for c in text.chars() {
                    assert!(glyph(c, weight).is_some(), "{c} of {text}");
                }
            }
        }
        assert!(glyph('漢', Weight::Regular).is_none());
    }

    #[test]
    fn letters_say_their_direction_and_digits_do_not() {
        assert!("عש".chars().all(is_right_to_left));
        assert!(!"aЯქ٥5 «".chars().any(is_right_to_left));
    }
}
