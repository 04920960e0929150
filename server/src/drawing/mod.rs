//! Draws images for the public: SVG that this server writes, with text in its own fonts, becomes pixels.

mod fonts;
mod layout;
mod text;

use std::sync::LazyLock;

use app::error::AppError;
use image::RgbaImage;
use resvg::tiny_skia::{ColorU8, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{Indent, Options, Tree, WriteOptions};
use tokio::sync::Semaphore;

pub(crate) use self::fonts::family_of;
pub(crate) use self::layout::TextBox;
pub(crate) use self::text::{Align, SetText, line};

/// Drawing takes a core and some memory, so one image is drawn at a time.
static WORKER: Semaphore = Semaphore::const_new(1);

/// Options with the fonts, loaded when the first image is drawn.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    fonts::load(options.fontdb_mut());
    options
});

/// Draws an image on a thread for blocking work, when no other one is being drawn. The permit goes along, so that the
/// work counts also when nobody waits for its result any longer.
///
/// # Errors
/// [`AppError::Internal`] when nothing could be drawn.
pub(crate) async fn one_at_a_time(
    draw: impl FnOnce() -> Option<Vec<u8>> + Send + 'static,
) -> Result<Vec<u8>, AppError> {
    let permit = WORKER.acquire().await.map_err(|_| AppError::Internal)?;
    let drawing = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        draw()
    });
    drawing.await.ok().flatten().ok_or(AppError::Internal)
}

/// Draws an SVG in a size.
pub(crate) fn rasterise(svg: &str, width: u32, height: u32) -> Option<Pixmap> {
    let tree = Tree::from_str(svg, &OPTIONS).ok()?;
    let mut pixels = Pixmap::new(width, height)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Some(pixels)
}

/// Draws an SVG in a size, as PNG.
pub(crate) fn png(svg: &str, width: u32, height: u32) -> Option<Vec<u8>> {
    rasterise(svg, width, height)?.encode_png().ok()
}

/// Returns how an SVG of a size in pixels begins. Spaces count, since lines of text are written with theirs.
pub(crate) fn start_tag(width: u32, height: u32) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" xml:space="preserve">"#
    )
}

/// Writes an SVG of a size anew, its text as outlines, for those who have none of our fonts.
pub(crate) fn outlined(svg: &str, width: u32, height: u32) -> Option<String> {
    let tree = Tree::from_str(svg, &OPTIONS).ok()?;
    let options = WriteOptions { indent: Indent::None, coordinates_precision: 3, ..WriteOptions::default() };
    // usvg writes no view box.
    let written = tree.to_string(&options);
    let (_, content) = written.split_once('>')?;
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{content}"#
    ))
}

/// Returns an image of pixels whose colours are not multiplied by their opacity.
pub(crate) fn to_image(pixels: &Pixmap) -> Option<RgbaImage> {
    let colours = pixels.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    RgbaImage::from_raw(pixels.width(), pixels.height(), colours.collect())
}

/// Lays an image over pixels, with its corner at a place.
pub(crate) fn stamp(pixels: &mut Pixmap, image: &RgbaImage, left: i32, top: i32) -> Option<()> {
    let mut stamp = Pixmap::new(image.width(), image.height())?;
    for (to, from) in stamp.pixels_mut().iter_mut().zip(image.pixels()) {
        let [red, green, blue, alpha] = from.0;
        *to = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
    }
    let paint = PixmapPaint::default();
    pixels.draw_pixmap(left, top, stamp.as_ref(), &paint, Transform::identity(), None);
    Some(())
}
