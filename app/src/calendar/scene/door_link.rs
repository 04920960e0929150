//! A link to a door, in the scene and in the list.

use leptos::prelude::*;

use super::open_door::OpenDoor;

/// A link to the door's page; once the client runs, it opens the door over the page instead.
#[component]
pub(in crate::calendar) fn DoorLink(
    /// Number of the door.
    day: u16,
    /// The doors, and the open one.
    open_door: OpenDoor,
    /// How the link looks.
    class: &'static str,
    /// What the link shows.
    children: Children,
) -> impl IntoView {
    let OpenDoor { doors, opened, .. } = open_door;
    view! {
        <a
            class=class
            id=format!("lucka-{day}")
            href=doors.path(day)
            data-door=day
            data-state=move || doors.door(day).state.as_str()
            data-opened=move || opened.contains(day).then_some("")
            data-swinging=move || open_door.is_open(day).then_some("")
        >
            {children()}
        </a>
    }
}
