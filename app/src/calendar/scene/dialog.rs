//! The dialog in which a door's card is shown over the scene.

use leptos::prelude::*;

use super::open_door::{HEADING_ID, OpenDoor};
use crate::calendar::card::Card;

/// The card over the scene. Empty and closed until a door is opened. What closes it is a form in its content, which the
/// browser knows by itself.
#[component]
pub(super) fn DoorDialog(open_door: OpenDoor) -> impl IntoView {
    let content = move || {
        open_door.content.get().map(|content| match content {
            Ok(door) => view! { <Card door/> }.into_any(),
            Err(_) => view! { <LoadError open_door/> }.into_any(),
        })
    };
    // While the dialog is empty there is no heading to be named by.
    let named = move || open_door.content.with(Option::is_some).then_some(HEADING_ID);
    view! {
        <dialog
            class="card day"
            aria-labelledby=named
            node_ref=open_door.dialog
            on:close=move |_| open_door.handle_close()
        >
            {content}
        </dialog>
    }
}

/// Tells that a door could not be loaded, and offers to try again.
#[component]
fn LoadError(open_door: OpenDoor) -> impl IntoView {
    view! {
        <form class="card-head" method="dialog"><button class="close" aria-label="Stäng luckan">"×"</button></form>
        <h1 class="title" id=HEADING_ID tabindex="-1">"Luckan gick inte att öppna"</h1>
        <p>"Kontrollera att du har nät och försök igen."</p>
        <p><button class="button" type="button" on:click=move |_| open_door.retry()>"Försök igen"</button></p>
    }
}
