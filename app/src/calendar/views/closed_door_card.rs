//! A closed door.

use leptos::prelude::*;

use super::door_card::HEADING_ID;
use crate::calendar::EditionLink;
use crate::paths;
use crate::ui::{DarkHouse, Light};

/// Everything that is public of a closed door, and the way on: today's door, the list, the search.
#[component]
pub(in crate::calendar) fn ClosedDoorCard(
    /// The edition that has the door.
    edition: EditionLink,
    /// Number of the door.
    day: u16,
    /// "måndag 7 december"
    opens: String,
    /// "3 dagar kvar."
    left: String,
    /// When the edition begins, while none of its doors is open: "tisdag 1 december".
    begins: Option<String>,
    /// Today's door, if it has a text.
    today: Option<u16>,
) -> impl IntoView {
    let meanwhile = if today.is_some() {
        " Öppna dagens lucka så länge."
    } else {
        " Läs gärna något annat så länge."
    };
    let today = today.map(|day| {
        view! { <a class="button" href=paths::door(&edition.slug, day)>{format!("Öppna lucka {day}")}</a> " " }
    });
    view! {
        <DarkHouse light=Light::Window>
            <p class="quiet">{format!("Lucka {day} · {}", edition.title)}</p>
            <h1 id=HEADING_ID tabindex="-1">{format!("Luckan öppnas {opens}")}</h1>
            <p>{left} {begins.map(|begins| format!(" Kalendern börjar {begins}."))} {meanwhile}</p>
            <p class="row">
                {today}
                <a href=paths::edition_list(&edition.slug)>"Alla luckor som lista"</a>
                " "
                <a href=paths::SEARCH>"Sök på webbplatsen"</a>
            </p>
        </DarkHouse>
    }
}
