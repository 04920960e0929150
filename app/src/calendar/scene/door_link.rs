//! A door: a link that leads to its page, and swings open where it is once the client has taken over.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::dialog::Opening;
use super::live::Live;

#[component]
pub(super) fn DoorLink(day: u16, live: Live, opening: Opening) -> impl IntoView {
    let open = move |event: MouseEvent| opening.take_click(&event, day);
    view! {
        <a
            class="door"
            id=format!("lucka-{day}")
            href=live.path(day)
            data-door=day
            data-state=move || live.door(day).state.as_str()
            data-opened=move || opening.was_opened(day).then_some("")
            data-swinging=move || opening.is_swinging(day).then_some("")
            on:click=open
        >
            <span class="leaf" aria-hidden="true"></span>
            <span class="number" aria-hidden="true">{day}</span>
            <span class="visually-hidden">{move || live.door(day).name()}</span>
        </a>
    }
}
