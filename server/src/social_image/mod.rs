//! `/bild/…`: the picture that other places show beside a link, made from the text itself.
//!
//! A closed door has none, nor has a sensitive text: both answer as if there were nothing at that address.

mod drawing;
mod layout;
mod letters;

use app::blog::{ImageWords, image_words};
use app::calendar::door_image_words;
use app::error::AppError;
use app::paths;
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use tokio::sync::Semaphore;

use self::drawing::Card;
use crate::pages::Site;
use crate::syndication::cached::{Made, cached};

const PNG: &str = "image/png";

/// Drawing takes a core and some memory, so it is done by one at a time.
static TURN: Semaphore = Semaphore::const_new(1);

/// `/bild/inlagg/{slug}.png`
pub(crate) async fn of_post(
    State(site): State<Site>,
    Path(file): Path<String>,
    asked: HeaderMap,
) -> Response {
    let Some(slug) = file.strip_suffix(".png").map(str::to_owned) else {
        return site.plain.answer(StatusCode::NOT_FOUND);
    };
    let address = paths::post_image(&slug);
    let make = move |state| draw_post(state, slug.clone());
    cached(&site, address, &asked, PNG, make).await
}

/// `/bild/kalender/{edition}/lucka/{day}.png`
pub(crate) async fn of_door(
    State(site): State<Site>,
    Path((edition, file)): Path<(String, String)>,
    asked: HeaderMap,
) -> Response {
    // One address a door: not "07", not "+7".
    let day = file.strip_suffix(".png").filter(|day| !day.starts_with(['0', '+']));
    let Some(day) = day.and_then(|day| day.parse().ok()) else {
        return site.plain.answer(StatusCode::NOT_FOUND);
    };
    let address = paths::door_image(&edition, day);
    let make = move |state| draw_door(state, edition.clone(), day);
    cached(&site, address, &asked, PNG, make).await
}

async fn draw_post(state: AppState, slug: String) -> Result<Made, AppError> {
    let words = image_words(&state, &slug).await?;
    draw(&state, words, String::new()).await
}

async fn draw_door(state: AppState, edition: String, day: u16) -> Result<Made, AppError> {
    let words = door_image_words(&state, &edition, day).await?;
    draw(&state, words, format!("Lucka {day}")).await
}

async fn draw(state: &AppState, words: ImageWords, over: String) -> Result<Made, AppError> {
    let site = app::site::load_frame(state).await?.settings.name;
    let card = Card { words: words.words, is_quote: words.is_quote, source: words.source, over, site };
    let _turn = TURN.acquire().await.map_err(|_| AppError::Internal)?;
    let drawn = tokio::task::spawn_blocking(move || drawing::draw(&card)).await;
    drawn.ok().flatten().map(Made::Picture).ok_or(AppError::Internal)
}
