//! The places of the doors on one picture: the picture, what was found, the table, and how screens show it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::PlaceDoors;
use super::drawing::drawing;
use super::handlers::BY_DAY;
use super::page::{Page, target};
use super::query::address;
use super::table::table;
use crate::calendar::DoorOrder;
use crate::calendar::own_picture::{Checked, Layout, Scene, ScenePicture, checks, shown_widths, typed};
use crate::ui::IdempotencyKey;

/// How wide the picture is that is worked on, in points.
const STAGE: f64 = 720.0;

/// The section of one picture's doors.
pub(super) fn section(page: &Page, picture: &ScenePicture) -> impl IntoView + use<> {
    let edition = &page.scene.edition;
    let days = edition.schedule.days();
    let is_alone = page.scene.pictures.len() == 1;
    let is_in_order = edition.order == DoorOrder::Fixed;
    let found = checks(&Scene { picture, days, is_in_order, is_alone });
    let typed = page.flash.more.typed.clone().unwrap_or_else(|| typed(&picture.places_of(days)));
    let shown = picture.only(days);
    view! {
        <section
            class="scene-places" aria-labelledby="platser" data-scene-places data-days=days
            data-width=picture.width data-height=picture.height
            data-for-phones=(picture.layout == Layout::Portrait || is_alone).then_some("")
            data-staff-script=page.script.clone()
        >
            <h2 id="platser">"Luckornas platser"</h2>
            {tabs(page, picture)}
            <div class="scene-work">
                <div class="scene-stage" data-scene-stage>{drawing(&shown, STAGE)}</div>
                <div class="scene-found" data-scene-found>{found_list(&found)}</div>
            </div>
            <form method="post" action=PlaceDoors::url() novalidate=true data-scene-form>
                <IdempotencyKey/>
                {target(page)}
                <input type="hidden" name="layout" value=picture.layout.as_str()/>
                <p class="row scene-buttons">
                    <button class="button">"Spara platserna"</button>
                    {arranging(edition.order)}
                </p>
                {table(days, &typed, &page.flash.errors)}
                <button class="button">"Spara platserna"</button>
            </form>
            {previews(&shown, days, is_alone)}
        </section>
    }
}

/// The links between the pictures, where there are two.
fn tabs(page: &Page, shown: &ScenePicture) -> Option<impl IntoView + use<>> {
    let id = page.scene.edition.id;
    let tab = |picture: &ScenePicture| {
        let current = (picture.layout == shown.layout).then_some("page");
        view! { <a href=format!("{}#platser", address(id, picture.layout)) aria-current=current>{picture.layout.name()}</a> " " }
    };
    (page.scene.pictures.len() > 1).then(|| {
        view! { <nav class="row scene-tabs" aria-label="Vilken bild">{page.scene.pictures.iter().map(tab).collect_view()}</nav> }
    })
}

/// The buttons that place all doors at once. Where the edition shuffles its doors, there is one for the order of the days too.
fn arranging(order: DoorOrder) -> impl IntoView {
    let (own, other) = match order {
        DoorOrder::Fixed => ("Lägg ut automatiskt", None),
        DoorOrder::Shuffled => ("Lägg ut automatiskt, blandade", Some("Lägg ut automatiskt, i ordning")),
    };
    view! {
        <button class="button plain" name="arrange" value="edition">{own}</button>
        {other.map(|words| view! { <button class="button plain" name="arrange" value=BY_DAY>{words}</button> })}
    }
}

fn found_list(found: &[Checked]) -> AnyView {
    if found.is_empty() {
        return view! { <p class="quiet">"Alla luckor har en plats, är stora nog för ett finger och ligger för sig."</p> }.into_any();
    }
    let row = |found: &Checked| {
        view! { <li class=if found.is_fault { "missing" } else { "quiet" }>{found.sentence.clone()}</li> }
    };
    view! { <ul>{found.iter().map(row).collect_view()}</ul> }.into_any()
}

/// How a phone, a tablet and a desktop show it.
fn previews(picture: &ScenePicture, days: u16, is_alone: bool) -> impl IntoView + use<> {
    let shown = shown_widths(picture, days, is_alone).into_iter().map(|screen| {
        let caption = if screen.is_grid { "Luckorna visas i ett rutnät under bilden." } else { "" };
        view! {
            <figure data-screen=screen.points data-is-grid=screen.is_grid.then_some("")>
                {drawing(&if screen.is_grid { picture.only(0) } else { picture.clone() }, screen.shown)}
                <figcaption>{screen.name} <span class="quiet">{format!(" {} punkter. ", screen.points)}</span> <span data-grid-note>{caption}</span></figcaption>
            </figure>
        }
    });
    view! {
        <h3>"Så här blir det"</h3>
        <div class="scene-previews" data-scene-previews>{shown.collect_view()}</div>
    }
}
