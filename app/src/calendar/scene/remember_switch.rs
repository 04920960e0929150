//! The switch that lets the site remember opened doors.

use leptos::prelude::*;

/// Turns remembering on, and off again, once the client runs.
#[component]
pub(in crate::calendar) fn RememberSwitch() -> impl IntoView {
    view! {
        <button class="switch needs-script" type="button" role="switch" aria-checked="false" data-remember>
            "Kom ihåg mina luckor på den här enheten"
        </button>
    }
}
