//! The page: the choice of the scene, then the pictures, then the places on one of them.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::{ChooseScene, PlaceDoors};
use super::handlers::SceneMore;
use super::query::SceneQuery;
use super::{pictures, places};
use crate::admin::flash::Flash;
use crate::calendar::SceneKind;
use crate::calendar::own_picture::{EditedScene, Layout};
use crate::media::store::PictureChoice;
use crate::paths;
use crate::ui::IdempotencyKey;

pub(super) struct Page {
    pub(super) scene: EditedScene,
    pub(super) query: SceneQuery,
    /// The pictures that are offered.
    pub(super) choices: Vec<PictureChoice>,
    pub(super) flash: Flash<SceneMore>,
    /// The address of the staff's script.
    pub(super) script: Option<String>,
}

/// The page of an edition's scene.
pub(super) fn page(page: &Page) -> impl IntoView + use<> {
    let edition = &page.scene.edition;
    let is_own = edition.scene == SceneKind::Picture;
    let pictures =
        is_own.then(|| Layout::ALL.map(|layout| pictures::section(page, layout)).into_iter().collect_view());
    let worked_on = page.scene.picture(page.query.layout).or_else(|| page.scene.pictures.first());
    let places = worked_on.filter(|_| is_own).map(|picture| places::section(page, picture));
    let unused = (!is_own && !page.scene.pictures.is_empty()).then(|| {
        view! { <p class="quiet">"Kalenderns egen bild och luckornas platser på den finns kvar. Välj ”Egen bild” så används de igen."</p> }
    });
    view! {
        <p class="kicker">
            <a href=paths::EDITIONS>"Kalendrar"</a> " / "
            <a href=paths::edit_edition(edition.id)>{edition.title.clone()}</a>
        </p>
        <header class="section-head">
            <h1>"Utseende"</h1>
            <p class="row"><a href=paths::preview_of_edition(edition.id) rel="external">"Förhandsgranska"</a></p>
        </header>
        {page.flash.notice(undo_button(page))}
        {kinds(page)}
        {unused}
        {pictures}
        {places}
    }
}

/// The choice of the scene.
fn kinds(page: &Page) -> impl IntoView + use<> {
    let chosen = page.scene.edition.scene;
    let radio = |kind: SceneKind| {
        view! {
            <label class="tick">
                <input type="radio" name="scene" value=kind.as_str() checked=kind == chosen/>
                " " <b>{kind.name()}</b> " – " {kind.about()}
            </label>
        }
    };
    view! {
        <form class="scene-kinds" method="post" action=ChooseScene::url()>
            <IdempotencyKey/>
            {target(page)}
            <fieldset>
                <legend>"Hur luckorna visas"</legend>
                {SceneKind::ALL.map(radio).into_iter().collect_view()}
            </fieldset>
            <button class="button">"Spara utseendet"</button>
        </form>
    }
}

/// The fields that name the edition and the version of which the page was made.
pub(super) fn target(page: &Page) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=page.scene.edition.id/>
        <input type="hidden" name="version" value=page.scene.edition.version/>
    }
}

/// The button that puts doors back where they were.
fn undo_button(page: &Page) -> Option<AnyView> {
    let (layout, before) = page.flash.more.undo.as_ref()?;
    let before = serde_json::to_string(before).ok()?;
    Some(
        view! {
            <form method="post" action=PlaceDoors::url()>
                <IdempotencyKey/>
                {target(page)}
                <input type="hidden" name="layout" value=layout.as_str()/>
                <input type="hidden" name="undo" value=before/>
                <button class="button plain">"Ångra"</button>
            </form>
        }
        .into_any(),
    )
}
