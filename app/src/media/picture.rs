//! A picture on a page.

use leptos::prelude::*;

use crate::paths;

/// A picture as one text uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its number, which nobody can guess.
    pub id: String,
    /// Width of the original in pixels; with the height it keeps the place free while the file loads.
    pub width: u32,
    /// Height of the original in pixels.
    pub height: u32,
    /// The widths in pixels in which it can be had as WebP, smallest first.
    pub widths: Vec<u32>,
    /// Words for those who do not see it; empty when it is decoration.
    pub alt: String,
    /// The words under it.
    pub caption: String,
}

/// Shows a picture, in the size that fits, without anything around it.
#[component]
pub fn PictureView(
    /// The picture.
    picture: Picture,
    /// How wide it is shown, as the `sizes` attribute has it.
    sizes: &'static str,
    /// Whether it is what a visitor sees first, and so must not wait.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let address = |width: &u32| paths::picture(&picture.id, &format!("{width}.webp"));
    let middle = picture.widths.get(picture.widths.len() / 2).map(address);
    let set: Vec<_> = picture.widths.iter().map(|width| format!("{} {width}w", address(width))).collect();
    view! {
        <img
            src=middle
            srcset=set.join(", ")
            sizes=sizes
            width=picture.width
            height=picture.height
            alt=picture.alt
            loading=if first { "eager" } else { "lazy" }
            decoding="async"
        />
    }
}
