//! The picture that the owner has chosen for links to pages without one of their own, cropped into the shape of social images.

use app::error::AppError;
use app::media::{PictureId, cover};
use app::paths;
use app::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};

use super::{HEIGHT, WIDTH, with_picture};
use crate::drawing;
use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

/// `/bild/webbplatsen/{id}.jpg`
pub(crate) async fn of_site(
    State(site): State<Site>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(id) = file.strip_suffix(".jpg").and_then(|id| id.parse().ok()) else {
        return site.error_pages.response(StatusCode::NOT_FOUND);
    };
    let generate = move |state| draw(state, id);
    generated_files::serve(&site, paths::shared_picture(id), &headers, "image/jpeg", generate).await
}

async fn draw(state: AppState, id: PictureId) -> Result<GeneratedFile, AppError> {
    let picture = app::layout::load_layout(&state).await?.brand.shared_picture;
    let picture =
        picture.filter(|picture| picture.id == id && picture.can_cover()).ok_or(AppError::NotFound)?;
    let folder = state.media_folder.clone();
    let drawn =
        drawing::one_at_a_time(move || with_picture::encode(&cover(&folder, &picture, WIDTH, HEIGHT).ok()?));
    Ok(GeneratedFile::Image(drawn.await?))
}
