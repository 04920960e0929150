//! Takes in SVG: a drawing that is a program as much as a picture.
//!
//! Nothing of the file is stored. `check` refuses what would take too long or needs something from elsewhere, usvg reads
//! shapes and colours and forgets the rest, scripts and links among it, and `rebuild` writes them as a new drawing, whose
//! every element and attribute is in a list. `raster` draws it in pixels, for whoever shows no SVG.

mod check;
mod inert;
mod raster;
mod rebuild;
mod references;
mod weight;

pub(in crate::media) use inert::is_inert;
use resvg::usvg::{Options, Tree, roxmltree};

use super::{PreparedPicture, Tone, encode, file, scale, stored};
use crate::media::PictureError;
use crate::media::sized_picture::variant_widths;

/// Name of the variant that is the drawing itself.
pub(crate) const DRAWING: &str = "bild.svg";
/// Media type of SVG.
pub(crate) const MEDIA_TYPE: &str = "image/svg+xml";

/// Largest file, in bytes. A logo has a tenth of it.
const MOST_BYTES: usize = 1024 * 1024;
/// Most nodes of the XML, texts and comments among them.
const MOST_NODES: u32 = 60_000;

/// Makes all variants of a drawing.
pub(super) fn prepare(bytes: &[u8]) -> Result<PreparedPicture, PictureError> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureError::SvgTooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| PictureError::Broken)?;
    let tree = read(text.trim_start_matches('\u{feff}'))?;
    let (width, height) = raster::size(&tree);
    weight::weigh(&tree, width, height)?;
    let drawing = rebuild::rebuild(&tree, width, height)?;
    let mut pixels = raster::draw(&tree, width, height)?;
    let mut files = vec![stored(DRAWING.into(), MEDIA_TYPE, width, drawing.into_bytes())];
    for width in variant_widths(width).into_iter().rev() {
        pixels = scale::to_width(pixels, width)?;
        files.push(file(width, "webp", "image/webp", encode::webp(&pixels)?));
        files.push(file(width, "png", "image/png", encode::png(&pixels)?));
    }
    Ok(PreparedPicture { width, height, tone: Tone::of(&pixels), files })
}

/// Reads the shapes of a drawing. Neither files nor fonts are there to be found, and nothing is fetched.
fn read(text: &str) -> Result<Tree, PictureError> {
    check::entities_are_short(text)?;
    let options = roxmltree::ParsingOptions {
        // Drawing programs declare their namespaces as entities.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..roxmltree::ParsingOptions::default()
    };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => PictureError::SvgTooDetailed,
        error => broken(&error),
    })?;
    check::check(&document)?;
    let mut options = Options::default();
    // By default they would read files of this machine.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| broken(&error))?;
    if tree.root().has_children() { Ok(tree) } else { Err(PictureError::Broken) }
}

fn broken(error: &dyn std::fmt::Display) -> PictureError {
    tracing::debug!(%error, "a drawing could not be read");
    PictureError::Broken
}
