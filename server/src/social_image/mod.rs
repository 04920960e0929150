//! `/bild/…`: the image that other sites show beside a link, drawn from the text itself.
//!
//! A closed door has none, nor has a sensitive text: both give 404, as if nothing were there.

mod drawing;
mod fonts;
mod layout;

use app::blog::{SocialImageText, door_image_text, social_image_text};
use app::error::AppError;
use app::paths;
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use tokio::sync::Semaphore;

use self::drawing::Card;
use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

const PNG: &str = "image/png";

/// Drawing takes a core and some memory, so one image is drawn at a time.
static DRAWING: Semaphore = Semaphore::const_new(1);

/// `/bild/inlagg/{slug}.png`
pub(crate) async fn of_post(
    State(site): State<Site>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(slug) = file.strip_suffix(".png").map(str::to_owned) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let path = paths::post_image(&slug);
    let generate = move |state| draw_post(state, slug.clone());
    generated_files::serve(&site, path, &headers, PNG, generate).await
}

/// `/bild/kalender/{edition}/lucka/{day}.png`
pub(crate) async fn of_door(
    State(site): State<Site>,
    Path((edition, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    // Every door has one address: "07" and "+7" are none.
    let day = file.strip_suffix(".png").filter(|day| !day.starts_with(['0', '+']));
    let Some(day) = day.and_then(|day| day.parse().ok()) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let path = paths::door_image(&edition, day);
    let generate = move |state| draw_door(state, edition.clone(), day);
    generated_files::serve(&site, path, &headers, PNG, generate).await
}

async fn draw_post(state: AppState, slug: String) -> Result<GeneratedFile, AppError> {
    let text = social_image_text(&state, &slug).await?;
    draw(&state, text, String::new()).await
}

async fn draw_door(state: AppState, edition: String, day: u16) -> Result<GeneratedFile, AppError> {
    let text = door_image_text(&state, &edition, day).await?;
    draw(&state, text, format!("Lucka {day}")).await
}

async fn draw(state: &AppState, text: SocialImageText, overline: String) -> Result<GeneratedFile, AppError> {
    let site_name = app::layout::load_layout(state).await?.settings.name;
    let card = Card { text: text.text, is_quote: text.is_quote, source: text.source, overline, site_name };
    let _permit = DRAWING.acquire().await.map_err(|_| AppError::Internal)?;
    let drawn = tokio::task::spawn_blocking(move || drawing::draw(&card)).await;
    drawn.ok().flatten().map(GeneratedFile::Png).ok_or(AppError::Internal)
}
