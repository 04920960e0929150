//! `/kalender/{edition}`: an edition, as a scene or as a list of the same doors in the same order.

use leptos::prelude::*;

use crate::calendar::api::show_edition;
use crate::calendar::card::About;
use crate::calendar::scene::{Live, Memory, RememberSwitch, Scene, follow};
use crate::calendar::types::{EditionLink, EditionView, SceneKind};
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
    let EditionView { slug, title, lead, introduction_html, scene, others, .. } = edition;
    view! {
        <PageMeta title=title.clone() description=lead.clone()/>
        <section class="band night">
            <div class="wrap">
                <h1>{title.clone()}</h1>
                <p class="intro">{lead} " " <span role="status">{live.standing}</span></p>
                <div class="tools">
                    <ViewLink as_list scene slug/>
                    " "
                    <RememberSwitch memory/>
                </div>
            </div>
            <Show when=move || !as_list.get()><Scene live memory scene/></Show>
        </section>
        <Show when=move || as_list.get()><DayList live/></Show>
        <section class="wrap page">
            <div class="split">
                <Others others/>
                <About title html=introduction_html/>
            </div>
        </section>
    }
}

/// The way between scene and list.
#[component]
fn ViewLink(as_list: Memo<bool>, scene: SceneKind, slug: String) -> impl IntoView {
    let to_scene = match scene {
        SceneKind::Town => "Visa staden",
        SceneKind::Grid => "Visa som rutor",
    };
    let address =
        move || if as_list.get() { paths::edition(&slug) } else { paths::edition_list(&slug) };
    view! { <a href=address>{move || if as_list.get() { to_scene } else { "Visa som lista" }}</a> }
}

/// The doors as a list, for those who would rather read.
#[component]
fn DayList(live: Live) -> impl IntoView {
    let rows = live.days().into_iter().map(|day| {
        let door = Memo::new(move |_| live.door(day));
        let title = move || door.with(|door| door.title.clone()).map(|title| view! { <b>{title}</b> });
        view! {
            <li>
                <a href=live.path(day) data-door=day data-state=move || door.with(|door| door.state.as_str())>
                    <span class="plate"><span class="visually-hidden">"Lucka "</span>{day}</span>
                    " "
                    <span>
                        {title}
                        " "
                        <span class="state">{move || door.with(|door| door.words.clone())}</span>
                    </span>
                </a>
            </li>
        }
    });
    view! { <div class="wrap page"><ol class="days">{rows.collect_view()}</ol></div> }
}

#[component]
fn Others(others: Vec<EditionLink>) -> impl IntoView {
    (!others.is_empty()).then(|| {
        let links = others.into_iter().map(|edition| {
            view! { <li><a href=paths::edition(&edition.slug)><b>{edition.title}</b></a></li> }
        });
        view! {
            <section aria-labelledby="fler">
                <h2 id="fler">"Fler kalendrar"</h2>
                <ul class="editions">{links.collect_view()}</ul>
            </section>
        }
    })
}
