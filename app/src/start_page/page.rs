//! The start page.

use leptos::prelude::*;

use super::api::{StartPageData, show_start};
use crate::calendar::{DoorArea, EditionView, OpenDoor, Scene, SeasonHead};
use crate::ui::{PageMeta, page};

/// Shows `/`: the vision, the calendar, the newest posts.
#[component]
pub fn StartPage() -> impl IntoView {
    page(
        String::new,
        |_| show_start(),
        |data: StartPageData| {
            let StartPageData { description, vision_html, edition, posts_html } = data;
            view! {
                <PageMeta title="" description/>
                <section class="band night">
                    {match edition {
                        Some(edition) => view! { <InSeason vision_html edition/> }.into_any(),
                        None => view! { <div inner_html=vision_html></div> }.into_any(),
                    }}
                </section>
                <div inner_html=posts_html></div>
            }
        },
    )
}

/// The present day over the edition of the season, and the vision beside it.
#[component]
fn InSeason(vision_html: String, edition: EditionView) -> impl IntoView {
    let open_door = OpenDoor::new(&edition);
    view! {
        <DoorArea open_door>
            <div class="wrap band-head season">
                <SeasonHead doors=open_door.doors heading_html=vision_html/>
            </div>
            <Scene open_door scene=edition.scene/>
        </DoorArea>
    }
}
