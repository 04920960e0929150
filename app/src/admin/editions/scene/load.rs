//! Loads the page.

use super::handlers::{FLASH, SceneMore};
use super::page::{self, Page};
use super::query::SceneQuery;
use crate::admin::flash::{Flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::calendar::own_picture;
use crate::error::AppError;
use crate::ids::EditionId;
use crate::media::store::picture_choices;
use crate::state::AppState;
use crate::ui::render_to_string;

/// How many of the newest pictures are offered at once; the library has all.
const NEWEST: u32 = 12;

/// Renders the page of an edition's scene.
pub(in crate::admin) async fn page(
    state: &AppState,
    id: EditionId,
    query: &str,
) -> Result<PrerenderedAdminPage, AppError> {
    let query = SceneQuery::parse(query);
    let scene = own_picture::load(state, id).await?;
    let flash: Flash<SceneMore> = take_flash(state, FLASH).await?;
    let named: Vec<_> = scene.pictures.iter().map(|picture| picture.id).chain(query.chosen).collect();
    let choices = picture_choices(state.db.reader(), &named, NEWEST).await?;
    let title = flash.title(&format!("Utseende: {}", scene.edition.title));
    let script = Some(state.assets.staff_js.clone()).filter(|script| !script.is_empty());
    let page = Page { scene, query, choices, flash, script };
    Ok(PrerenderedAdminPage { title, html: render_to_string(page::page(&page)) })
}
