//! The switch by which a visitor asks the site to remember opened doors.

use leptos::prelude::*;

use super::memory::Memory;

#[component]
pub(in crate::calendar) fn RememberSwitch(
    /// The memory it turns on and off.
    memory: Memory,
) -> impl IntoView {
    view! {
        <button
            class="switch needs-script"
            type="button"
            role="switch"
            aria-checked=move || if memory.is_on() { "true" } else { "false" }
            on:click=move |_| memory.turn(!memory.is_on())
        >
            "Kom ihåg mina luckor på den här enheten"
        </button>
    }
}
