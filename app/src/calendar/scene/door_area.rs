//! The part of a page in which doors open over it.

use leptos::prelude::*;

/// Lets doors open in a dialog where its content links to them. Without the client the links lead to the doors' pages.
#[component]
pub(crate) fn DoorArea(
    /// The edition that has the doors.
    slug: String,
    /// What links to doors.
    children: Children,
) -> impl IntoView {
    // Empty and closed until a door is opened. What closes it is a form in its content, which the browser knows by itself.
    view! {
        <div data-doors=slug>
            {children()}
            <dialog class="card day"></dialog>
        </div>
    }
}
