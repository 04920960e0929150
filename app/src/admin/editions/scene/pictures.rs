//! The pictures of a scene: what is chosen, and what to choose from. All of it is plain HTML.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ChooseScenePicture;
use super::page::{Page, target};
use super::query::library;
use crate::calendar::own_picture::{Layout, ScenePicture};
use crate::media::PictureId;
use crate::media::store::PictureChoice;
use crate::ui::IdempotencyKey;

/// A picture of the scene, with the forms that choose another and take it away.
pub(super) fn section(page: &Page, layout: Layout) -> impl IntoView + use<> {
    let picture = page.scene.picture(layout);
    let chosen = page.query.chosen.filter(|_| page.query.layout == layout);
    let question = chosen.filter(|_| page.query.asks).map(|chosen| question(page, layout, chosen));
    let shown = picture.map(|picture| thumbnail(page, picture));
    let hint = match layout {
        Layout::Landscape => {
            "Visas på datorer och surfplattor, och på telefoner om du inte väljer en stående bild. Hela bilden visas, utan beskärning."
        }
        Layout::Portrait => {
            "Visas på telefoner. Får saknas, men på en liggande bild blir många luckor för små där."
        }
    };
    let heading = match layout {
        Layout::Landscape => "liggande",
        Layout::Portrait => "staende",
    };
    view! {
        <section class="scene-picture-choice" aria-labelledby=heading>
            <h2 id=heading>{layout.name()}</h2>
            <p class="hint">{hint}</p>
            {question}
            {shown}
            {choice(page, layout, picture, chosen)}
            {picture.map(|_| removal(page, layout))}
        </section>
    }
}

fn thumbnail(page: &Page, picture: &ScenePicture) -> Option<AnyView> {
    let choice = page.choices.iter().find(|choice| choice.id == picture.id)?;
    let size = format!("{} × {} bildpunkter", picture.width, picture.height);
    let without_words = picture.alt.is_empty().then(|| {
        view! { <p class="missing">"Bilden saknar beskrivning. Skriv en i biblioteket för den som inte ser den."</p> }
    });
    Some(
        view! {
            <p class="chosen"><img src=choice.shown() alt=choice.words()/> " " <span class="quiet">{size}</span></p>
            {without_words}
        }
        .into_any(),
    )
}

/// The form that chooses a picture. What was chosen in the library is marked, and open.
fn choice(
    page: &Page,
    layout: Layout,
    now: Option<&ScenePicture>,
    chosen: Option<PictureId>,
) -> impl IntoView + use<> {
    let marked = chosen.or(now.map(|picture| picture.id));
    let name = layout.name().to_lowercase();
    let radio = |choice: &PictureChoice| {
        view! {
            <label>
                <input type="radio" name="picture" value=choice.id.to_string() checked=Some(choice.id) == marked required=true/>
                <img src=choice.shown() alt=choice.words() loading="lazy"/>
            </label>
        }
    };
    let radios = page.choices.iter().map(radio).collect_view();
    let is_open = chosen.is_some() || (now.is_none() && layout == Layout::Landscape);
    let summary = if now.is_some() { "Byt bild" } else { "Välj bild" };
    view! {
        <details open=is_open>
            <summary>{summary} <span class="visually-hidden">{format!(": {name}")}</span></summary>
            <form class="picture-choice" method="post" action=ChooseScenePicture::url()>
                <IdempotencyKey/>
                {target(page)}
                <input type="hidden" name="layout" value=layout.as_str()/>
                <fieldset>
                    <legend class="visually-hidden">{format!("Bild: {name}")}</legend>
                    <div class="picture-grid">{radios}</div>
                </fieldset>
                <p class="row">
                    <button class="button plain">"Använd den valda bilden" <span class="visually-hidden">{format!(": {name}")}</span></button>
                    <a href=library(page.scene.edition.id, layout)>"Sök bland alla bilder eller ladda upp en" <span class="visually-hidden">{format!(": {name}")}</span></a>
                </p>
            </form>
        </details>
    }
}

/// Asks what becomes of the doors on a picture of other proportions.
fn question(page: &Page, layout: Layout, chosen: PictureId) -> impl IntoView + use<> {
    view! {
        <form class="notice" data-kind="question" method="post" action=ChooseScenePicture::url()>
            <IdempotencyKey/>
            {target(page)}
            <input type="hidden" name="layout" value=layout.as_str()/>
            <input type="hidden" name="picture" value=chosen.to_string()/>
            <p><b>"Den nya bilden har andra proportioner än den förra, så luckorna hamnar inte på samma saker. Hur vill du göra?"</b></p>
            <p class="row">
                <button class="button" name="fate" value="arrange">"Byt och lägg ut luckorna på nytt"</button>
                <button class="button plain" name="fate" value="keep">"Byt och behåll platserna"</button>
            </p>
        </form>
    }
}

fn removal(page: &Page, layout: Layout) -> impl IntoView + use<> {
    view! {
        <form method="post" action=ChooseScenePicture::url()>
            <IdempotencyKey/>
            {target(page)}
            <input type="hidden" name="layout" value=layout.as_str()/>
            <button class="button plain danger">
                "Ta bort från kalendern" <span class="visually-hidden">{format!(": {}", layout.name().to_lowercase())}</span>
            </button>
        </form>
    }
}
