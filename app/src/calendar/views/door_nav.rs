//! The way on from an open door.

use leptos::prelude::*;

use crate::paths;

/// The door after an open one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::calendar) enum NextDoor {
    /// It is open.
    Open(u16),
    /// It opens "i morgon", or on another day in words.
    Closed(String),
    /// The edition has none.
    None,
}

/// Links to the open doors before and after a door. After the last open one it says when the next one opens, if there is
/// one, and links to all of them on one page.
#[component]
pub(in crate::calendar) fn DoorNav(
    /// Slug of the edition.
    edition: String,
    /// The open door before it.
    previous: Option<u16>,
    /// The door after it.
    next: NextDoor,
) -> impl IntoView {
    let link = |rel: &'static str, day: u16, before: &'static str, after: &'static str| {
        let label = format!("{before}<span> öppna lucka</span>: {day}{after}");
        view! { <a rel=rel href=paths::door(&edition, day) inner_html=label></a> }
    };
    let waiting = match &next {
        NextDoor::Open(_) => None,
        NextDoor::Closed(opens) => Some(format!("Nästa öppnas {opens}.")),
        NextDoor::None => Some("Det här är den sista luckan.".to_owned()),
    };
    let next = match next {
        NextDoor::Open(day) => Some(link("next", day, "Nästa", " →")),
        NextDoor::Closed(_) | NextDoor::None => None,
    };
    view! {
        <nav class="door-nav" aria-label="Fler luckor">
            {waiting.map(|waiting| view! {
                <p>
                    {waiting} " "
                    <a href=paths::catch_up(&edition)>"Läs i kapp"</a>
                </p>
            })}
            {previous.map(|day| link("prev", day, "← Föregående", ""))}
            " "
            {next}
        </nav>
    }
}
