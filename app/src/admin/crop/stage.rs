//! The whole picture, with what its crop leaves and its focus. With the staff's script both are moved on it.

use leptos::prelude::*;

use super::views::Section;
use crate::media::crop::Framing;
use crate::paths;

/// Shows the picture; `framing` is what is marked on it.
pub(super) fn stage(section: &Section, framing: &Framing) -> impl IntoView + use<> {
    let picture = &section.picture;
    let (width, height) = (picture.width, picture.height);
    let kept = framing.kept();
    let [left, top, kept_width, kept_height] = kept.in_pixels(width, height);
    let outside = format!(
        "M0 0H{width}V{height}H0ZM{left} {top}V{bottom}H{right}V{top}Z",
        bottom = top + kept_height,
        right = left + kept_width,
    );
    let focus = framing.focus.map(|focus| {
        let (x, y) = (focus.x.fraction() * f64::from(width), focus.y.fraction() * f64::from(height));
        let radius = f64::from(width.max(height)) / 40.0;
        view! {
            <g class="crop-focus">
                <circle cx=x cy=y r=radius></circle>
                <circle cx=x cy=y r=radius / 4.0></circle>
            </g>
        }
    });
    view! {
        <div class="crop-stage" data-crop-stage>
            <svg viewBox=format!("0 0 {width} {height}") width=width height=height aria-hidden="true">
                <image href=source(section) width=width height=height></image>
                <path class="crop-outside" fill-rule="evenodd" d=outside></path>
                {focus}
            </svg>
        </div>
    }
}

/// Returns the address of the picture's widest file.
pub(super) fn source(section: &Section) -> String {
    paths::picture(section.id, &section.picture.source.name)
}
