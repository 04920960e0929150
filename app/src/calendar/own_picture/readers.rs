//! What readers get of a scene with a picture of its own.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

use super::stage::widest;
use super::style_sheet::StyleSheet;
use super::{Layout, ScenePicture, store};
use crate::calendar::{Edition, SceneKind};
use crate::ids::EditionId;
use crate::page_metadata::set_page_style;
use crate::paths;
use crate::state::AppState;
use crate::ui::render_to_string;

/// The picture of a scene.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPicture {
    /// The address of the style sheet that places the doors.
    pub(crate) style: String,
    /// The class of the scene in that style sheet.
    pub(crate) class: String,
    /// HTML of the picture itself.
    pub(crate) html: String,
}

/// Returns the picture of an edition whose scene is its own picture; none when it has another scene, or no picture yet. The
/// document that is being rendered links its style sheet.
pub(crate) async fn own_picture(
    state: &AppState,
    edition: &Edition,
) -> Result<Option<OwnPicture>, sqlx::Error> {
    if edition.scene != SceneKind::Picture {
        return Ok(None);
    }
    let mut connection = state.db.reader().acquire().await?;
    let pictures = store::pictures(&mut connection, edition.id).await?;
    let html = picture_html(&pictures);
    if html.is_empty() {
        return Ok(None);
    }
    let sheet = StyleSheet::of(&pictures, edition.schedule.days());
    let style = paths::scene_style(edition.id, &sheet.hash);
    set_page_style(&style);
    Ok(Some(OwnPicture { style, class: format!("scene-{}", sheet.hash), html }))
}

/// The style sheet of a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneStyle {
    /// Its text.
    pub css: String,
    /// Whether readers see the scene.
    pub is_public: bool,
}

/// Returns the style sheet of an edition's scene, if it still has this hash.
///
/// # Errors
/// When the database cannot be read.
pub async fn style_sheet(
    state: &AppState,
    edition: EditionId,
    hash: &str,
) -> Result<Option<SceneStyle>, sqlx::Error> {
    let mut connection = state.db.reader().acquire().await?;
    let scenes = store::scenes(&mut connection).await?;
    let Some(scene) = scenes.into_iter().find(|scene| scene.id == edition) else { return Ok(None) };
    let sheet = StyleSheet::of(&store::pictures(&mut connection, edition).await?, scene.days);
    let style = SceneStyle { css: sheet.css, is_public: scene.is_public };
    Ok(Some(style).filter(|_| sheet.hash == hash))
}

/// Returns the addresses of the style sheets of all editions that have a picture of their own, public or not.
pub(crate) async fn style_addresses(connection: &mut SqliteConnection) -> Result<Vec<String>, sqlx::Error> {
    let mut addresses = Vec::new();
    for scene in store::scenes(connection).await? {
        let sheet = StyleSheet::of(&store::pictures(connection, scene.id).await?, scene.days);
        addresses.push(paths::scene_style(scene.id, &sheet.hash));
    }
    Ok(addresses)
}

/// Renders the picture: the portrait one for narrow screens, where there is one, and the landscape one for all others. It
/// has its size, so that nothing moves when it comes, and the words of the landscape one. Empty without a picture.
fn picture_html(pictures: &[ScenePicture]) -> String {
    let find = |layout| pictures.iter().find(|picture| picture.layout == layout);
    let (landscape, portrait) = (find(Layout::Landscape), find(Layout::Portrait));
    let Some(shown) = portrait.or(landscape) else { return String::new() };
    let wide = landscape.filter(|_| portrait.is_some()).map(|wide| {
        view! {
            <source media="(min-width: 40rem)" srcset=srcset(wide) sizes=sizes(wide) width=wide.width height=wide.height/>
        }
    });
    let src = shown.widths.last().map(|width| paths::picture(shown.id, &format!("{width}.webp")));
    render_to_string(view! {
        <picture>
            {wide}
            <img
                class="scene-picture"
                src=src
                srcset=srcset(shown)
                sizes=sizes(shown)
                width=shown.width
                height=shown.height
                alt=landscape.unwrap_or(shown).alt.clone()
                data-tone=shown.tone.map(|tone| tone.to_string())
                fetchpriority="high"
                decoding="async"
            />
        </picture>
    })
}

/// Returns how wide a picture is shown, as the attribute `sizes` has it.
fn sizes(picture: &ScenePicture) -> String {
    let widest = widest((picture.width, picture.height)).round();
    format!("(min-width: {widest}px) {widest}px, 100vw")
}

fn srcset(picture: &ScenePicture) -> String {
    let file = |width: &u32| format!("{} {width}w", paths::picture(picture.id, &format!("{width}.webp")));
    picture.widths.iter().map(file).collect::<Vec<_>>().join(", ")
}
