//! An SVG as PNG at 300 dpi, drawn by resvg with the embedded fonts.

use std::cmp::Reverse;
use std::collections::HashMap;

use resvg::tiny_skia::PremultipliedColorU8;
use resvg::{tiny_skia, usvg};

use super::{Scene, font};

/// A picture that cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Our own SVG does not parse.
    #[error("the figure's SVG cannot be drawn")]
    Svg(#[from] usvg::Error),
    /// The PNG cannot be written.
    #[error("the figure's PNG cannot be written")]
    Png(#[from] png::EncodingError),
    /// A side of zero or of more than memory holds.
    #[error("a figure of {0} by {1} pixels cannot be drawn")]
    Size(u32, u32),
}

/// Pixels per metre at 300 dpi.
const PIXELS_PER_METRE: u32 = 11_811;

/// How hard is tried to make it small: the next level takes a tenth of the time more for a hundredth of the size.
const LEVEL: u8 = 5;

/// Draws `svg`, the text of `scene`, and encodes it with its resolution and description. No time is written.
///
/// `source`: which figure of which data it is, for whoever holds the picture alone.
///
/// Errors: [`Failure`].
pub fn png(scene: &Scene, svg: &str, source: &str) -> Result<Vec<u8>, Failure> {
    let options = usvg::Options {
        fontdb: font::database(),
        font_family: "Noto Sans".to_owned(),
        font_resolver: font::resolver(),
        ..Default::default()
    };
    let tree = usvg::Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    let mut pixels = tiny_skia::Pixmap::new(width, height).ok_or(Failure::Size(width, height))?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    let image = Indexed::of(pixels.pixels());
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(image.palette);
    encoder.set_deflate_compression(png::DeflateCompression::Level(LEVEL));
    // Rows of palette places have nothing to predict from their neighbours.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: PIXELS_PER_METRE,
        yppu: PIXELS_PER_METRE,
        unit: png::Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), scene.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), scene.alt.clone())?;
    encoder.add_text_chunk("Source".to_owned(), source.to_owned())?;
    encoder.add_text_chunk("Software".to_owned(), concat!("evenhand ", env!("CARGO_PKG_VERSION")).to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&image.places)?;
    writer.finish()?;
    Ok(out)
}

/// What a picture says of itself: which figure of which data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PngSource {
    /// The stem of the figure's files.
    pub figure: String,
    /// The digest over the inputs, as in the record.
    pub data_sha256: String,
}

/// Reads the text that a picture carries; `None` where it is no PNG, or not one of ours.
pub fn source_of_png(bytes: &[u8]) -> Option<PngSource> {
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
    let texts = &reader.info().uncompressed_latin1_text;
    let text = &texts.iter().find(|chunk| chunk.keyword == "Source")?.text;
    let (figure, digest) = text.strip_prefix("figure=")?.split_once(" data-sha256=")?;
    Some(PngSource { figure: figure.to_owned(), data_sha256: digest.to_owned() })
}

/// A picture whose pixels are places in a palette. A figure has some two hundred colours, nearly all of them shades at the
/// edges of letters.
struct Indexed {
    palette: Vec<u8>,
    places: Vec<u8>,
}

impl Indexed {
    /// The 256 most frequent colours; a rarer one becomes the nearest of them. Ties go by the colour's number, so that every
    /// machine finds the same palette.
    fn of(pixels: &[PremultipliedColorU8]) -> Indexed {
        let colour = |pixel: &PremultipliedColorU8| u32::from_be_bytes([0, pixel.red(), pixel.green(), pixel.blue()]);
        let mut runs: Vec<(u32, usize)> = Vec::new();
        let mut n_pixels: HashMap<u32, usize, foldhash::fast::FixedState> = HashMap::default();
        let mut rest = pixels;
        while let [first, ..] = rest {
            let (run, behind) = rest.split_at(run_length(*first, rest));
            runs.push((colour(first), run.len()));
            *n_pixels.entry(colour(first)).or_default() += run.len();
            rest = behind;
        }
        let mut colours: Vec<(u32, usize)> = n_pixels.into_iter().collect();
        colours.sort_by_key(|(colour, n)| (Reverse(*n), *colour));
        let kept = &colours[..colours.len().min(256)];
        let nearest = |wanted: u32| (0_u8..=255).zip(kept).min_by_key(|(_, (colour, _))| distance(*colour, wanted));
        let place = |colour: u32| (colour, nearest(colour).map_or(0, |(place, _)| place));
        let known: HashMap<u32, u8, foldhash::fast::FixedState> =
            colours.iter().map(|(colour, _)| place(*colour)).collect();
        let mut places = Vec::with_capacity(pixels.len());
        for (colour, length) in runs {
            places.resize(places.len() + length, known[&colour]);
        }
        Indexed {
            palette: kept.iter().flat_map(|(colour, _)| colour.to_be_bytes().into_iter().skip(1)).collect(),
            places,
        }
    }
}

/// How many pixels have the colour of the first; most of a figure is paper, so that sixteen are compared in one step.
fn run_length(first: PremultipliedColorU8, pixels: &[PremultipliedColorU8]) -> usize {
    let (blocks, _) = pixels.as_chunks::<16>();
    let is_alike = |block: &&[_; 16]| block.iter().fold(true, |is_alike, pixel| is_alike & (*pixel == first));
    let n_alike = 16 * blocks.iter().take_while(is_alike).count();
    n_alike + pixels[n_alike..].iter().take_while(|pixel| **pixel == first).count()
}

fn distance(a: u32, b: u32) -> u32 {
    let channels = a.to_be_bytes().into_iter().zip(b.to_be_bytes());
    channels.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(image: &Indexed, pixel: usize) -> [u8; 3] {
        let place = usize::from(image.places[pixel]) * 3;
        image.palette[place..place + 3].try_into().unwrap()
    }

    fn opaque([red, green, blue]: [u8; 3]) -> PremultipliedColorU8 {
        PremultipliedColorU8::from_rgba(red, green, blue, 255).unwrap()
    }

    #[test]
    fn up_to_256_colours_are_kept_as_they_are() {
        let colours: Vec<[u8; 3]> = (0..=255).map(|n| [n, 255 - n, n / 2]).collect();
        let image = Indexed::of(&colours.iter().map(|colour| opaque(*colour)).collect::<Vec<_>>());
        for (pixel, colour) in colours.iter().enumerate() {
            assert_eq!(seen(&image, pixel), *colour);
        }
    }

    #[test]
    fn a_rare_colour_becomes_the_nearest_frequent_one() {
        let frequent = (0..=255).flat_map(|n| [[n, 0, 0], [n, 0, 0]]);
        let pixels: Vec<PremultipliedColorU8> = frequent.chain([[7, 1, 0]]).map(opaque).collect();
        assert_eq!(seen(&Indexed::of(&pixels), 512), [7, 0, 0]);
    }

    proptest::proptest! {
        #[test]
        fn runs_are_those_that_a_look_at_every_pixel_finds(lengths in proptest::collection::vec(1..50_usize, 1..12)) {
            let colour = |run: usize| opaque([u8::try_from(run % 2).unwrap(), 0, 0]);
            let pixels: Vec<_> =
                lengths.iter().enumerate().flat_map(|(run, n)| std::iter::repeat_n(colour(run), *n)).collect();
            let (mut rest, mut found) = (pixels.as_slice(), Vec::new());
            while let [first, ..] = rest {
                found.push(run_length(*first, rest));
                rest = &rest[found[found.len() - 1]..];
            }
            proptest::prop_assert_eq!(found, lengths);
        }
    }
}
