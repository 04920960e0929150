//! Makes an answer once, and gives it to everybody until something changes.

use app::error::AppError;
use app::state::AppState;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::page_cache::{Page, PageKey, public_answer};
use crate::pages::Site;
use crate::render::{RenderError, moment};

/// An answer as it was made.
pub(crate) enum Made {
    /// Something to read, which compresses well.
    Text(String),
    /// A PNG picture.
    Picture(Vec<u8>),
}

/// The answer at an address of this server's own spelling: from memory, or made now.
pub(crate) async fn cached<M>(
    site: &Site,
    address: String,
    asked: &HeaderMap,
    media_type: &'static str,
    make: impl Fn(AppState) -> M + Clone + Send + 'static,
) -> Response
where
    M: Future<Output = Result<Made, AppError>> + Send + 'static,
{
    let now = {
        let state = site.state.clone();
        move || moment(&state)
    };
    let render = || {
        let (state, make) = (site.state.clone(), make.clone());
        async move { finish(state, media_type, make).await }
    };
    match site.cache.page(&PageKey::spelled(address), now, render).await {
        Ok(page) => public_answer(&page, asked, site.state.clock.now_millis()),
        Err(error) => site.plain.answer(error.status()),
    }
}

async fn finish<M>(
    state: AppState,
    media_type: &'static str,
    make: impl Fn(AppState) -> M,
) -> Result<Page, RenderError>
where
    M: Future<Output = Result<Made, AppError>>,
{
    // Before anything is read: what changes meanwhile makes the answer stale, not wrong for ever.
    let from = moment(&state);
    let until = app::site::load_frame(&state).await.map_err(not_made)?.until;
    let answer = make(state).await.map_err(not_made)?;
    let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(media_type))]);
    let finish = move || match answer {
        Made::Text(text) => Page::finish(StatusCode::OK, headers, Bytes::from(text), from, until),
        Made::Picture(bytes) => Page::finish_picture(headers, bytes.into(), from, until),
    };
    tokio::task::spawn_blocking(finish).await.map_err(|_| RenderError::Broken)
}

fn not_made(error: AppError) -> RenderError {
    match error {
        AppError::NotFound => RenderError::Missing,
        error => {
            tracing::error!(%error, "an answer for machines could not be made");
            RenderError::Broken
        }
    }
}
