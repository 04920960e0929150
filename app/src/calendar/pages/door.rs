//! `/kalender/{edition}/lucka/{day}`: a door on a page of its own.

use leptos::prelude::*;

use crate::calendar::api::show_door;
use crate::calendar::card::{About, Card, Neighbours};
use crate::calendar::scene::note_opened;
use crate::calendar::types::{ClosedDoor, DoorContent, EditionLink, OpenDoor};
use crate::error::AppError;
use crate::paths;
use crate::ui::{PageMeta, answer_with, page, param};

/// A door: its guldkorn, or when it opens.
#[component]
pub fn DoorPage() -> impl IntoView {
    let (edition, day) = (param("edition"), param("day"));
    let key = move || format!("{}/{}", edition(), day());
    let load = async |key: String| {
        let (edition, day) = key.split_once('/').ok_or(AppError::NotFound)?;
        // One address a door: not "07", not "+7".
        let day = Some(day).filter(|day| !day.starts_with(['0', '+'])).and_then(|day| day.parse().ok());
        show_door(edition.to_owned(), day.ok_or(AppError::NotFound)?).await
    };
    page(key, load, |door| match door {
        DoorContent::Open(door) => view! { <OpenDoorPage door=*door/> }.into_any(),
        DoorContent::Closed(door) => view! { <ClosedDoorPage door/> }.into_any(),
    })
}

#[component]
fn OpenDoorPage(door: OpenDoor) -> impl IntoView {
    let EditionLink { slug, title } = door.edition.clone();
    let day = door.day;
    let opened = slug.clone();
    Effect::new(move || note_opened(&opened, day));
    view! {
        <PageMeta title=format!("Lucka {day} – {title}")/>
        <div class="night">
            <div class="wrap door-page page">
                <p><a href=format!("{}#lucka-{day}", paths::edition(&slug))>{format!("← Till {title}")}</a></p>
                <Card door=door.clone()/>
                <Neighbours edition=slug previous=door.previous next=door.next/>
                <About title html=door.introduction_html/>
            </div>
        </div>
    }
}

/// A closed door: everything that is public of it, with the status that says so.
#[component]
fn ClosedDoorPage(door: ClosedDoor) -> impl IntoView {
    answer_with(403);
    let ClosedDoor { edition: EditionLink { slug, title }, day, opens, left } = door;
    view! {
        <PageMeta title=format!("Lucka {day} – {title}") robots="noindex"/>
        <div class="night">
            <div class="wrap closed" data-state="locked">
                <p class="plate" aria-hidden="true">{day}</p>
                <p class="quiet">{format!("Lucka {day} · {title}")}</p>
                <h1>{format!("Luckan öppnas {opens}")}</h1>
                <p class="intro">{format!("Kom tillbaka {left}.")}</p>
                <p class="row">
                    <a class="button" href=format!("{}#lucka-{day}", paths::edition(&slug))>"Till kalendern"</a>
                </p>
            </div>
        </div>
    }
}
