//! The part of a page in which doors open over it.

use leptos::prelude::*;

use super::dialog::DoorDialog;
use super::open_door::OpenDoor;

/// Opens doors in the dialog where its content links to them. Without the client the links lead to the doors' pages.
#[component]
pub(crate) fn DoorArea(
    /// The door that is open.
    open_door: OpenDoor,
    /// What links to doors.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            aria-busy=move || open_door.is_loading().then_some("true")
            on:click=move |event| open_door.handle_click(&event)
            on:keydown=move |event| open_door.handle_key(&event)
        >
            {children()}
            <DoorDialog open_door/>
        </div>
    }
}
