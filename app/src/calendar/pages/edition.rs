//! `/kalender/{edition}`: an edition, as a scene or as a list of its doors.

use leptos::prelude::*;

use crate::calendar::api::show_edition;
use crate::calendar::scene::{LiveDoors, OpenedDoors, RememberSwitch, Scene};
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
    let doors = LiveDoors::poll(&edition);
    let opened = OpenedDoors::load(&edition.slug);
    let EditionView { slug, title, lead, scene, footer_html, .. } = edition;
    view! {
        <PageMeta title=title.clone() description=lead.clone()/>
        <section class="band night">
            <div class="wrap">
                <h1>{title}</h1>
                <p class="intro">{lead} " " <span role="status">{doors.status_text}</span></p>
                <div class="tools">
                    <ViewLink as_list scene slug/>
                    " "
                    <RememberSwitch opened/>
                </div>
            </div>
            {move || (!as_list.get()).then(|| view! { <Scene doors scene opened/> })}
        </section>
        {move || as_list.get().then(|| view! { <DayList doors/> })}
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
fn DayList(doors: LiveDoors) -> impl IntoView {
    let rows = doors.days().into_iter().map(|day| {
        view! {
            <li>
                <a href=doors.path(day) data-door=day data-state=move || doors.door(day).state.as_str()>
                    <span class="plate"><span class="visually-hidden">"Lucka "</span>{day}</span>
                    " "
                    <span>
                        <span class="title" lang=move || doors.door(day).lang dir="auto">{move || doors.door(day).title}</span>
                        " "
                        <span class="state">{move || doors.door(day).state_text}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! { <div class="wrap page"><ol class="days">{rows.collect_view()}</ol></div> }
}
