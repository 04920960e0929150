//! A door in the scene.

use leptos::prelude::*;

use super::open_door::OpenDoor;

/// A link to the door's page; once the client runs, it opens the door over the scene instead.
#[component]
pub(super) fn DoorLink(day: u16, open_door: OpenDoor) -> impl IntoView {
    let OpenDoor { doors, opened, .. } = open_door;
    view! {
        <a
            class="door"
            id=format!("lucka-{day}")
            href=doors.path(day)
            data-door=day
            data-state=move || doors.door(day).state.as_str()
            data-opened=move || opened.contains(day).then_some("")
            data-swinging=move || open_door.is_open(day).then_some("")
        >
            <span class="leaf" aria-hidden="true"></span>
            <span class="number" aria-hidden="true">{day}</span>
            <span class="visually-hidden">{move || doors.door(day).accessible_name(opened.contains(day))}</span>
        </a>
    }
}
