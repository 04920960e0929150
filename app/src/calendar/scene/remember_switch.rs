//! The switch that lets the site remember opened doors.

use leptos::prelude::*;

use super::opened_doors::OpenedDoors;

/// Turns remembering on, and off again.
#[component]
pub(in crate::calendar) fn RememberSwitch(
    /// The doors to remember.
    opened: OpenedDoors,
) -> impl IntoView {
    view! {
        <button
            class="switch needs-script"
            type="button"
            role="switch"
            aria-checked=move || if opened.is_enabled() { "true" } else { "false" }
            on:click=move |_| opened.set_enabled(!opened.is_enabled())
        >
            "Kom ihåg mina luckor på den här enheten"
        </button>
    }
}
