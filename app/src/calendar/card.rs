//! A door's card.

use leptos::prelude::*;

use super::types::DoorContent;
use crate::paths;
use crate::ui::ShareButton;

/// The card of a door, and the button that shares it.
#[component]
pub(super) fn Card(
    /// The door.
    door: DoorContent,
) -> impl IntoView {
    let DoorContent { edition, day, card_html, may_share, .. } = door;
    view! {
        <div class="card-body" inner_html=card_html></div>
        {may_share.then(|| view! { <p class="row"><ShareButton path=paths::door(&edition.slug, day)/></p> })}
    }
}
