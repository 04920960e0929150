//! `/kalender/{edition}`: an edition, as a scene or as a list of the same doors in the same order.

use leptos::prelude::*;

use crate::calendar::api::show_edition;
use crate::calendar::scene::{Live, Memory, RememberSwitch, Scene, follow};
use crate::calendar::types::{EditionView, SceneKind};
use crate::paths;
use crate::ui::{PageMeta, page, param, query};

/// An edition with its doors.
#[component]
pub fn EditionPage() -> impl IntoView {
    page(param("edition"), show_edition, |edition: EditionView| view! { <EditionBody edition/> })
}

#[component]
fn EditionBody(edition: EditionView) -> impl IntoView {
    let view = query("vy");
    let as_list = Memo::new(move |_| view() == "lista");
    let live = follow(&edition);
    let memory = Memory::of(&edition.slug);
    let EditionView { slug, title, lead, scene, more_html, .. } = edition;
    view! {
        <PageMeta title=title.clone() description=lead.clone()/>
        <section class="band night">
            <div class="wrap">
                <h1>{title}</h1>
                <p class="intro">{lead} " " <span role="status">{live.standing}</span></p>
                <div class="tools">
                    <ViewLink as_list scene slug/>
                    " "
                    <RememberSwitch memory/>
                </div>
            </div>
            {move || (!as_list.get()).then(|| view! { <Scene live scene memory/> })}
        </section>
        {move || as_list.get().then(|| view! { <DayList live/> })}
        <div inner_html=more_html></div>
    }
}

/// The way between scene and list.
#[component]
fn ViewLink(as_list: Memo<bool>, scene: SceneKind, slug: String) -> impl IntoView {
    let to_scene = match scene {
        SceneKind::Town => "Visa staden",
        SceneKind::Grid => "Visa som rutor",
    };
    let address = move || if as_list.get() { paths::edition(&slug) } else { paths::edition_list(&slug) };
    view! { <a href=address>{move || if as_list.get() { to_scene } else { "Visa som lista" }}</a> }
}

/// The doors as a list, for those who would rather read.
#[component]
fn DayList(live: Live) -> impl IntoView {
    let rows = live.days().into_iter().map(|day| {
        view! {
            <li>
                <a href=live.path(day) data-door=day data-state=move || live.door(day).state.as_str()>
                    <span class="plate"><span class="visually-hidden">"Lucka "</span>{day}</span>
                    " "
                    <span>
                        <span class="title" lang=move || live.door(day).lang dir="auto">{move || live.door(day).title}</span>
                        " "
                        <span class="state">{move || live.door(day).words}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! { <div class="wrap page"><ol class="days">{rows.collect_view()}</ol></div> }
}
