//! What an icon is made of: a drawing or pixels, fitted into squares.

use app::error::AppError;
use app::layout::load_layout;
use app::site::brand::SiteIcon;
use app::state::AppState;
use image::imageops::{self, FilterType};
use image::{ImageFormat, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::initials;
use crate::drawing;

/// The picture of which icons are made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Artwork {
    /// An SVG, as `app::media` has rebuilt it.
    Drawing(String),
    /// Pixels of any shape.
    Pixels(RgbaImage),
}

impl Artwork {
    /// Reads the icon's picture; draws the initials where there is none, or its file is missing.
    pub(crate) async fn load(state: &AppState, icon: &SiteIcon) -> Result<Self, AppError> {
        if let Some((id, file)) = &icon.source {
            let path = state.media_folder.join(id.to_string()).join(file);
            match tokio::fs::read(path).await {
                Ok(bytes) if icon.is_drawing => {
                    return String::from_utf8(bytes).map(Self::Drawing).map_err(|_| AppError::Internal);
                }
                Ok(bytes) => return Self::decode(bytes).await,
                Err(error) => tracing::error!(%error, %id, file, "the icon's file is missing"),
            }
        }
        let palette = load_layout(state).await?.colours.palette;
        Ok(Self::Drawing(initials::draw(&icon.initials, &palette).ok_or(AppError::Internal)?))
    }

    async fn decode(bytes: Vec<u8>) -> Result<Self, AppError> {
        let decoding = tokio::task::spawn_blocking(move || {
            image::load_from_memory_with_format(&bytes, ImageFormat::WebP)
                .map(image::DynamicImage::into_rgba8)
        });
        let decoded = decoding.await.map_err(|_| AppError::Internal)?;
        decoded.map(Self::Pixels).map_err(|error| {
            tracing::error!(%error, "the icon's picture could not be decoded");
            AppError::Internal
        })
    }

    /// Returns the drawing, if it is one.
    pub(super) fn as_svg(&self) -> Option<&str> {
        match self {
            Self::Drawing(svg) => Some(svg),
            Self::Pixels(_) => None,
        }
    }

    /// Draws it in the middle of a transparent square, as large as fits.
    pub(crate) fn fitted(&self, side: u32) -> Option<RgbaImage> {
        match self {
            Self::Drawing(svg) => drawn(svg, side),
            Self::Pixels(pixels) => Some(scaled(pixels, side)),
        }
    }
}

fn drawn(svg: &str, side: u32) -> Option<RgbaImage> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    #[expect(clippy::cast_precision_loss, reason = "the side of an icon")]
    let square = side as f32;
    let scale = square / width.max(height);
    let (left, top) = ((square - width * scale) / 2.0, (square - height * scale) / 2.0);
    let mut pixels = Pixmap::new(side, side)?;
    let place = Transform::from_scale(scale, scale).post_translate(left, top);
    resvg::render(&tree, place, &mut pixels.as_mut());
    drawing::to_image(&pixels)
}

fn scaled(pixels: &RgbaImage, side: u32) -> RgbaImage {
    let longest = pixels.width().max(pixels.height()).max(1);
    let length = |of: u32| (u64::from(of) * u64::from(side) / u64::from(longest)).max(1);
    let [width, height] =
        [pixels.width(), pixels.height()].map(|of| u32::try_from(length(of)).unwrap_or(side));
    let small = imageops::resize(pixels, width, height, FilterType::CatmullRom);
    let mut square = RgbaImage::new(side, side);
    let (left, top) = ((side - width) / 2, (side - height) / 2);
    imageops::overlay(&mut square, &small, left.into(), top.into());
    square
}
