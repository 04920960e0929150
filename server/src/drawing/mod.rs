//! Draws images for the public: SVG that this server writes, with text in its own fonts, becomes pixels.

mod fonts;
mod layout;
mod text;

use std::fmt::Write as _;
use std::sync::LazyLock;

use app::error::AppError;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
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

/// Writes the site's mark, 52 by 60 units from a corner.
pub(crate) fn logo(svg: &mut String, left: f32, top: f32, scale: f32) {
    let mark = include_str!("logo.svg");
    // Writing to a string cannot fail.
    _ = write!(svg, r#"<g transform="translate({left} {top}) scale({scale})">{mark}</g>"#);
}
