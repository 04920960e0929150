//! A link to a door, in the scene and in the list.

use leptos::prelude::*;

use crate::calendar::types::DoorView;
use crate::paths;

/// A link to the door's page; once the client runs, it opens the door over the page instead.
#[component]
pub(in crate::calendar) fn DoorLink(
    /// The edition that has the door.
    slug: String,
    /// The door.
    door: DoorView,
    /// How the link looks.
    class: &'static str,
    /// What the link shows.
    children: Children,
) -> impl IntoView {
    let day = door.day;
    view! {
        <a
            class=class
            id=format!("lucka-{day}")
            href=paths::door(&slug, day)
            data-door=day
            data-state=door.state.as_str()
        >
            {children()}
        </a>
    }
}
