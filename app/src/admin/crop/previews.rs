//! How the places that give a picture a shape will show it. Each preview is the whole picture behind a window, so that
//! nothing has to be made before somebody has decided.

use leptos::prelude::*;

use super::stage::source;
use super::views::Section;
use crate::media::crop::{Framing, Shape};

/// Shows the picture in each shape.
pub(super) fn previews(section: &Section, framing: &Framing) -> impl IntoView + use<> {
    let shown = Shape::ALL.map(|shape| preview(section, framing, shape));
    view! { <div class="crop-previews" data-crop-previews>{shown.into_iter().collect_view()}</div> }
}

fn preview(section: &Section, framing: &Framing, shape: Shape) -> impl IntoView + use<> {
    let (width, height) = (section.picture.width, section.picture.height);
    let region = framing.region_of((width, height), shape).in_pixels(width, height);
    let [left, top, shown_width, shown_height] = region;
    // The proportions of a shape are its own; of the others those of the crop.
    let ratio = shape.ratio().map(|ratio| ratio.to_string());
    view! {
        <figure data-shape=shape.as_str()>
            <svg viewBox=format!("{left} {top} {shown_width} {shown_height}") data-ratio=ratio aria-hidden="true">
                <image href=source(section) width=width height=height></image>
            </svg>
            <figcaption>{place(shape)}</figcaption>
        </figure>
    }
}

const fn place(shape: Shape) -> &'static str {
    match shape {
        Shape::Square => "I en kvadrat",
        Shape::Banner => "När någon delar en länk",
        Shape::Teaser => "I listor",
        Shape::Lead => "Överst i inlägget och i luckan",
    }
}
