//! What stands above the doors.

use leptos::prelude::*;

use crate::calendar::moment::{Moment, Part};

/// A heading, and what is kept up to date: the day, the link to its guldkorn, and how many doors are open. Screen readers
/// say it when it changes.
#[component]
pub(crate) fn SeasonHead(
    /// What changes by itself.
    moment: Moment,
    /// The heading of the page, with the line beside it.
    heading_html: String,
) -> impl IntoView {
    view! {
        <div inner_html=heading_html></div>
        <div class="now" role="status" data-moment inner_html=moment.get(Part::Head)></div>
    }
}
