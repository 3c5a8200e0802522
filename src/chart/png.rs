//! An SVG as PNG at 300 dpi, drawn by resvg with the embedded fonts.

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

/// Draws `svg`, the text of `scene`, and encodes it with its resolution and description. No time is written.
///
/// Errors: [`Failure`].
pub fn png(scene: &Scene, svg: &str) -> Result<Vec<u8>, Failure> {
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
    let mut rgb = Vec::with_capacity(pixels.data().len() / 4 * 3);
    for pixel in pixels.data().chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: PIXELS_PER_METRE,
        yppu: PIXELS_PER_METRE,
        unit: png::Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), scene.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), scene.alt.clone())?;
    encoder.add_text_chunk("Software".to_owned(), concat!("evenhand ", env!("CARGO_PKG_VERSION")).to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(out)
}
