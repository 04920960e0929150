//! The start page.

use leptos::prelude::*;

use super::api::{StartPageData, show_start};
use crate::calendar::{DoorArea, EditionView, OpenDoor, Scene};
use crate::paths;
use crate::ui::{PageMeta, page};

/// Shows `/`: the vision, the calendar, the newest posts.
#[component]
pub fn StartPage() -> impl IntoView {
    page(
        String::new,
        |_| show_start(),
        |data: StartPageData| {
            let StartPageData { vision, description, edition, edition_note, off_season_html, posts_html } =
                data;
            view! {
                <PageMeta title="" description/>
                <section class="band night">
                    {match edition {
                        Some(edition) => view! { <InSeason vision edition note=edition_note/> }.into_any(),
                        None => view! {
                            <div class="wrap band-head">
                                <h1 class="display">{vision}</h1>
                                <div inner_html=off_season_html></div>
                            </div>
                        }
                        .into_any(),
                    }}
                </section>
                <div inner_html=posts_html></div>
            }
        },
    )
}

/// The vision over the edition of the season.
#[component]
fn InSeason(vision: String, edition: EditionView, note: Option<String>) -> impl IntoView {
    let open_door = OpenDoor::new(&edition);
    let doors = open_door.doors;
    let EditionView { slug, title, scene, .. } = edition;
    view! {
        <DoorArea open_door>
            <div class="wrap band-head">
                <h1 class="display">{vision}</h1>
                <div>
                    <h2><a href=paths::edition(&slug)>{title}</a></h2>
                    <div inner_html=doors.today_html></div>
                    <p class="intro" role="status">{doors.status_text}</p>
                    {note.map(|note| view! { <p class="quiet">{note}</p> })}
                </div>
            </div>
            <Scene open_door scene/>
        </DoorArea>
    }
}
