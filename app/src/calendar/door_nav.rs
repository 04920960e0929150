//! Navigation between open doors.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::scene::OpenDoor;
use super::types::DoorContent;
use crate::paths;
use crate::ui::ShareButton;

/// Links from an open door to the open doors before and after it, and the button that shares it.
#[component]
pub(super) fn DoorNav(
    /// The open door.
    door: DoorContent,
    /// In the dialog over the scene: opens the other doors there.
    #[prop(optional)]
    dialog: Option<OpenDoor>,
) -> impl IntoView {
    let DoorContent { edition, day, previous, next, may_share, .. } = door;
    let link = |rel: &'static str, label: &'static str, day: Option<u16>| {
        day.map(|day| {
            let click = move |event: MouseEvent| {
                if let Some(dialog) = dialog {
                    dialog.handle_click(&event, day);
                }
            };
            view! { <a rel=rel href=paths::door(&edition.slug, day) on:click=click inner_html=label></a> }
        })
    };
    view! {
        <nav class="door-nav" aria-label="Fler luckor">
            {link("prev", "← Föregående<span> öppna lucka</span>", previous)}
            " "
            {link("next", "Nästa<span> öppna lucka</span> →", next)}
        </nav>
        {may_share.then(|| view! { <p class="row"><ShareButton path=paths::door(&edition.slug, day)/></p> })}
    }
}
