//! A picture on a page.

use leptos::prelude::*;

use super::PictureId;
use crate::paths;

/// A picture as one text uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Id of the picture, part of its files' addresses.
    pub id: PictureId,
    /// Width of the original in pixels; with the height it reserves the picture's space while the file loads.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// Widths in pixels in which it is available as WebP, smallest first.
    pub widths: Vec<u32>,
    /// Alternative text; empty when the picture is decorative.
    pub alt: String,
    /// Words under the picture; may be empty.
    pub caption: String,
}

/// Shows a picture, in the size that fits, without anything around it.
#[component]
pub fn PictureView(
    /// The picture to show.
    picture: Picture,
    /// How wide it is shown, as the attribute `sizes` has it.
    sizes: &'static str,
    /// Whether it is what a visitor sees first, and so must not be loaded lazily.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let address = |width: &u32| paths::picture(picture.id, &format!("{width}.webp"));
    let middle = picture.widths.get(picture.widths.len() / 2).map(address);
    let srcset: Vec<_> = picture.widths.iter().map(|width| format!("{} {width}w", address(width))).collect();
    view! {
        <img
            src=middle
            srcset=srcset.join(", ")
            sizes=sizes
            width=picture.width
            height=picture.height
            alt=picture.alt
            loading=if first { "eager" } else { "lazy" }
            decoding="async"
        />
    }
}
