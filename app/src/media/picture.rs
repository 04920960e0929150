//! A picture on a page.

use leptos::prelude::*;

use super::{PictureId, Tone};
use crate::page_metadata::{LeadPicture, set_lead_picture};
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
    /// The colour that its box has while the file loads; none for one with transparency.
    pub tone: Option<Tone>,
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
    /// Whether it is what a visitor sees first: loaded at once, before all else, by a link in the document's head too.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let address = |width: &u32| paths::picture(picture.id, &format!("{width}.webp"));
    let middle = picture.widths.get(picture.widths.len() / 2).map(address);
    let srcset: Vec<_> = picture.widths.iter().map(|width| format!("{} {width}w", address(width))).collect();
    let srcset = srcset.join(", ");
    if first {
        set_lead_picture(LeadPicture { srcset: srcset.clone(), sizes });
    }
    view! {
        <img
            src=middle
            srcset=srcset
            sizes=sizes
            width=picture.width
            height=picture.height
            alt=picture.alt
            data-tone=picture.tone.map(|tone| tone.to_string())
            loading=(!first).then_some("lazy")
            fetchpriority=first.then_some("high")
            decoding="async"
        />
    }
}
