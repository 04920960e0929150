//! What stands above the doors, kept up to date.

use leptos::prelude::*;

use super::live_doors::LiveDoors;
use crate::calendar::moment::Part;

/// The day, the link to its guldkorn, and how many doors are open. Screen readers say it when it changes.
#[component]
pub(crate) fn SeasonHead(
    /// The doors.
    doors: LiveDoors,
) -> impl IntoView {
    view! { <div class="now" role="status" inner_html=doors.part(Part::Head)></div> }
}
