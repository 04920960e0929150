//! The face of a post in a list: its picture or a drawn panel. Both are decoration; the title beside says what it is.

use leptos::prelude::*;

use crate::blog::panel::Panel;
use crate::media::crop::Shape;
use crate::media::{Picture, PictureView};
use crate::paths;

/// Shows a post's picture, or else its panel.
#[component]
pub(super) fn Face(
    /// The post's own picture.
    picture: Option<Picture>,
    /// The drawn panel of a post without a picture.
    panel: Panel,
    /// How wide a picture is shown, as the attribute `sizes` has it.
    sizes: &'static str,
    /// Whether it is what a visitor of the page sees first.
    first: bool,
    /// Language of the post, unless it is the page's.
    lang: Option<&'static str>,
) -> impl IntoView {
    if let Some(picture) = picture {
        let decoration = Picture { alt: String::new(), ..picture };
        return view! {
            <div class="face"><PictureView picture=decoration shape=Shape::Teaser sizes first/></div>
        }
        .into_any();
    }
    match panel {
        Panel::Quote(words) => view! {
            <div class="face said night" aria-hidden="true"><p lang=lang dir="auto">{words}</p></div>
        }
        .into_any(),
        Panel::Day(day, facade) => view! {
            <div class=format!("face lit {}", facade.class()) aria-hidden="true"><b>{day}</b></div>
        }
        .into_any(),
        Panel::Drawing(drawing) => view! {
            <div class="face">
                <img src=paths::drawing(drawing.name) alt="" width="240" height="160" loading="lazy"/>
            </div>
        }
        .into_any(),
    }
}
