//! Navigation between open doors.

use leptos::prelude::*;

use crate::paths;

/// Links to the open doors before and after a door.
#[component]
pub(in crate::calendar) fn DoorNav(
    /// Slug of the edition.
    edition: String,
    /// The open door before it.
    previous: Option<u16>,
    /// The open door after it.
    next: Option<u16>,
) -> impl IntoView {
    let link = |rel: &'static str, label: &'static str, day: Option<u16>| {
        day.map(|day| view! { <a rel=rel href=paths::door(&edition, day) inner_html=label></a> })
    };
    view! {
        <nav class="door-nav" aria-label="Fler luckor">
            {link("prev", "← Föregående<span> öppna lucka</span>", previous)}
            " "
            {link("next", "Nästa<span> öppna lucka</span> →", next)}
        </nav>
    }
}
