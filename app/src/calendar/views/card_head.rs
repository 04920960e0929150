//! The row above a card.

use leptos::prelude::*;

use crate::calendar::EditionLink;
use crate::paths;

/// A row that stays above the card while it scrolls. In the dialog it holds the day and what closes it: a form, so that
/// the browser closes the dialog without the client's help. On the door's page, which the style sheet tells apart, it is
/// the way back.
#[component]
pub(in crate::calendar) fn CardHead(
    /// The edition that has the door.
    edition: EditionLink,
    /// Number of the door.
    day: u16,
) -> impl IntoView {
    let back = format!("{}#lucka-{day}", paths::edition(&edition.slug));
    view! {
        <div class="card-head">
            <a href=back>{format!("← Till {}", edition.title)}</a>
            <span aria-hidden="true">{format!("Lucka {day}")}</span>
            <form method="dialog"><button class="close" aria-label="Stäng luckan">"×"</button></form>
        </div>
    }
}
