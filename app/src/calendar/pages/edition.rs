//! `/kalender/{edition}`: an edition, as a scene or as a list of its doors.

use leptos::prelude::*;

use crate::calendar::api::show_edition;
use crate::calendar::scene::{DoorArea, DoorLink, OpenDoor, RememberSwitch, Scene, SeasonHead};
use crate::calendar::types::{EditionView, SceneKind};
use crate::paths;
use crate::ui::{PageMeta, page, param, query};

/// The page of an edition.
#[component]
pub fn EditionPage() -> impl IntoView {
    page(param("edition"), show_edition, |edition: EditionView| view! { <EditionBody edition/> })
}

#[component]
fn EditionBody(edition: EditionView) -> impl IntoView {
    let view = query("vy");
    let as_list = Memo::new(move |_| view() == "lista");
    let open_door = OpenDoor::new(&edition);
    let OpenDoor { doors, opened, .. } = open_door;
    let EditionView { slug, title, heading_html, scene, footer_html, .. } = edition;
    view! {
        <PageMeta title/>
        <DoorArea open_door>
            <section class="band night">
                <div class="wrap band-head season">
                    <SeasonHead doors heading_html/>
                    <div class="tools">
                        <ViewLink as_list scene slug/>
                        " "
                        <RememberSwitch opened/>
                    </div>
                </div>
                {move || (!as_list.get()).then(|| view! { <Scene open_door scene/> })}
            </section>
            {move || as_list.get().then(|| view! { <DayList open_door/> })}
        </DoorArea>
        <div inner_html=footer_html></div>
    }
}

/// The link that switches between scene and list.
#[component]
fn ViewLink(as_list: Memo<bool>, scene: SceneKind, slug: String) -> impl IntoView {
    let to_scene = match scene {
        SceneKind::Town => "Visa staden",
        SceneKind::Grid => "Visa som rutor",
    };
    let address = move || if as_list.get() { paths::edition(&slug) } else { paths::edition_list(&slug) };
    view! { <a href=address>{move || if as_list.get() { to_scene } else { "Visa som lista" }}</a> }
}

/// The doors as a list.
#[component]
fn DayList(open_door: OpenDoor) -> impl IntoView {
    let OpenDoor { doors, opened, .. } = open_door;
    let rows = doors.days().into_iter().map(|day| {
        view! {
            <li>
                <DoorLink day open_door class="listed">
                    <span class="plate"><span class="visually-hidden">"Lucka "</span>{day}</span>
                    " "
                    <span>
                        <span class="title" lang=move || doors.door(day).lang dir="auto">{move || doors.door(day).title}</span>
                        " "
                        <span class="state">{move || doors.door(day).state_in_words(opened.contains(day))}</span>
                    </span>
                </DoorLink>
            </li>
        }
    });
    view! { <div class="wrap page"><ol class="days">{rows.collect_view()}</ol></div> }
}
