//! A closed door.

use leptos::prelude::*;

use super::door_card::HEADING_ID;
use crate::calendar::EditionLink;

/// Everything that is public of a closed door.
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
) -> impl IntoView {
    view! {
        <section class="closed" data-state="locked">
            <p class="plate" aria-hidden="true">{day}</p>
            <p class="quiet">{format!("Lucka {day} · {}", edition.title)}</p>
            <h1 id=HEADING_ID tabindex="-1">{format!("Luckan öppnas {opens}")}</h1>
            <p class="intro">{left}</p>
        </section>
    }
}
