//! An edition on paper: a list of its days instead of a picture of its doors.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::calendar::types::{DoorView, EditionView};
use crate::paths;
use crate::ui::render_to_string;

/// Renders the list that only paper shows: of an open door its title, whose words they are and where it is, of a closed one
/// when it opens. `sources` are by day those of open doors that may be printed, `address` is how links to the site begin.
pub(in crate::calendar) fn printed_edition(
    edition: &EditionView,
    sources: &HashMap<u16, String>,
    address: &str,
) -> String {
    let site = address.split_once("://").map_or(address, |(_, host)| host);
    let row = |door: &DoorView| {
        let (day, is_open) = (door.day, door.state.is_open());
        let what = if is_open {
            let source = sources.get(&day);
            let title = door.title.clone().filter(|_| source.is_some());
            let title = title.map(|title| view! { <b lang=door.lang.clone() dir="auto">{title}</b> });
            let source = source.filter(|source| !source.is_empty() && title.is_some());
            let place = format!("{site}{}", paths::door(&edition.slug, day));
            view! { {title} {source.map(|source| view! { <i>{source.clone()}</i> })} <span>{place}</span> }
                .into_any()
        } else {
            door.state_text.clone().into_any()
        };
        view! { <li data-state=if is_open { "open" } else { "locked" }><span class="plate">{day}</span> <div>{what}</div></li> }
    };
    let rows = edition.doors.iter().map(row).collect_view();
    let today = format!("{site}{}", paths::TODAY);
    render_to_string(view! {
        <section class="printed">
            <p>
                <img src=paths::QR_CODE width="120" height="120" alt="" loading="lazy"/>
                <span>"Kalendern finns på " <b>{today}</b> ". Rikta telefonens kamera mot koden så kommer du dit."</span>
            </p>
            <ol>{rows}</ol>
        </section>
    })
}
