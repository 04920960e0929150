//! What stands above the doors: the day, and the way to its guldkorn.

use jiff::Timestamp;
use leptos::prelude::*;

use crate::calendar::Edition;
use crate::calendar::light::Light;
use crate::calendar::season_text::{season_heading, status_text};
use crate::calendar::todays_door::TodaysDoor;
use crate::paths;

/// Shows the day and what it is called, the link to its guldkorn, and how many doors are open. On the last day the
/// edition's closing line comes with them. A door without a text gets no link: it would promise a guldkorn.
pub(in crate::calendar) fn season_head(
    edition: &Edition,
    today: Option<TodaysDoor>,
    now: Timestamp,
) -> impl IntoView + use<> {
    let is_finale = Light::of(&edition.schedule, now) == Light::Finale;
    let closing = Some(edition.lead_last.clone()).filter(|line| is_finale && !line.is_empty());
    let label = today.as_ref().map(|door| door.label.clone()).filter(|label| !label.is_empty());
    let link = today.filter(|door| door.has_text).map(|door| {
        let address = paths::door(&edition.slug, door.day);
        view! {
            <p class="today">
                <a class="button" href=address>"Öppna lucka " <b class="plate">{door.day}</b></a>
            </p>
        }
    });
    view! {
        <h2 class="display">
            {season_heading(edition, now)} {label.map(|label| view! { " " <span class="day-name">{label}</span> })}
        </h2>
        {closing.map(|line| view! { <p class="closing">{line}</p> })}
        {link}
        <p class="status">{status_text(edition, now)}</p>
    }
}

/// Shows the title of the edition, and the line that its editor has written for this time.
pub(in crate::calendar) fn edition_heading(edition: &Edition, now: Timestamp) -> impl IntoView + use<> {
    let lead = Some(edition.lead_at(now).to_owned()).filter(|lead| !lead.is_empty());
    view! {
        <h1 class="kicker">{edition.title.clone()}</h1>
        {lead.map(|lead| view! { <p class="motto">{lead}</p> })}
    }
}
