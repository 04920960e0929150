//! The link to today's guldkorn.

use leptos::prelude::*;

use crate::paths;

/// A link to today's door, with its number.
#[component]
pub(in crate::calendar) fn TodayLink(
    /// Slug of the edition.
    edition: String,
    /// Number of the door.
    day: u16,
) -> impl IntoView {
    view! {
        <p class="today">
            <a class="button" href=paths::door(&edition, day)>"Öppna dagens lucka " <b class="plate">{day}</b></a>
        </p>
    }
}
