//! From open door to open door.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::scene::Opening;
use super::types::DoorContent;
use crate::paths;
use crate::ui::ShareButton;

/// The ways on from an open door: to the one before, to the one after, and to somebody else.
#[component]
pub(super) fn Neighbours(
    /// The door.
    door: DoorContent,
    /// Over the scene: opens them there.
    #[prop(optional)]
    opening: Option<Opening>,
) -> impl IntoView {
    let DoorContent { edition, day, previous, next, may_share, .. } = door;
    let link = |rel: &'static str, words: &'static str, day: Option<u16>| {
        day.map(|day| {
            let click = move |event: MouseEvent| {
                if let Some(opening) = opening {
                    opening.take_click(&event, day);
                }
            };
            view! { <a rel=rel href=paths::door(&edition.slug, day) on:click=click inner_html=words></a> }
        })
    };
    view! {
        <nav class="neighbours" aria-label="Fler luckor">
            {link("prev", "← Föregående<span> öppna lucka</span>", previous)}
            " "
            {link("next", "Nästa<span> öppna lucka</span> →", next)}
        </nav>
        {may_share.then(|| view! { <p class="row"><ShareButton path=paths::door(&edition.slug, day)/></p> })}
    }
}
