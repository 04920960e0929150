//! Files that the server generates, such as feeds and social images: made once and cached as pages are.

use app::error::AppError;
use app::state::AppState;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};

use crate::page_cache::{CachedPage, PageKey, public_response};
use crate::pages::Site;
use crate::render::{RenderError, RenderedPage, end_of_minute, snapshot};

/// The content of a generated file.
pub(crate) enum GeneratedFile {
    /// Compressed for clients that accept it.
    Text(String),
    /// A page with a content security policy of its own, compressed too.
    Page {
        /// The document.
        html: String,
        /// The policy.
        policy: String,
    },
    /// An image, which no encoding makes smaller.
    Image(Vec<u8>),
    /// An image to save, with the name of its file.
    Download {
        /// The image.
        image: Vec<u8>,
        /// ASCII letters, digits, hyphens and dots.
        file_name: String,
    },
}

/// Serves the file at a path that this server has written itself, from the cache or newly generated.
pub(crate) async fn serve<G>(
    site: &Site,
    path: String,
    request_headers: &HeaderMap,
    media_type: &'static str,
    generate: impl Fn(AppState) -> G + Clone + Send + 'static,
) -> Response
where
    G: Future<Output = Result<GeneratedFile, AppError>> + Send + 'static,
{
    let now = {
        let state = site.state.clone();
        move || snapshot(&state)
    };
    let render = || {
        let (state, generate) = (site.state.clone(), generate.clone());
        async move { render(state, media_type, generate).await }
    };
    match site.cache.get_or_render(&PageKey::canonical(path), now, render).await {
        Ok(file) => public_response(&file, request_headers, snapshot(&site.state)),
        Err(error) => site.error_pages.response(error.status()),
    }
}

async fn render<G>(
    state: AppState,
    media_type: &'static str,
    generate: impl Fn(AppState) -> G,
) -> Result<CachedPage, RenderError>
where
    G: Future<Output = Result<GeneratedFile, AppError>>,
{
    // Before anything is read: what changes meanwhile makes the file stale, not wrong for ever.
    let rendered_at = snapshot(&state);
    let mut valid_until = app::layout::load_layout(&state).await.map_err(render_error)?.until;
    let is_moved = state.clock.is_moved();
    let file = generate(state).await.map_err(render_error)?;
    if is_moved && matches!(file, GeneratedFile::Page { .. }) {
        // It shows the time, to the minute.
        valid_until = valid_until.min(end_of_minute(rendered_at.millis));
    }
    let cached = move || {
        let mut headers =
            HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(media_type))]);
        if let GeneratedFile::Download { file_name, .. } = &file
            && let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{file_name}\""))
        {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
        if let GeneratedFile::Page { policy, .. } = &file
            && let Ok(value) = HeaderValue::from_str(policy)
        {
            headers.insert(header::CONTENT_SECURITY_POLICY, value);
        }
        let page = |body: Bytes| RenderedPage { headers, ..RenderedPage::ok(body, rendered_at, valid_until) };
        match file {
            GeneratedFile::Text(text) | GeneratedFile::Page { html: text, .. } => {
                CachedPage::compressed(page(text.into()))
            }
            GeneratedFile::Image(image) | GeneratedFile::Download { image, .. } => {
                CachedPage::uncompressed(page(image.into()))
            }
        }
    };
    tokio::task::spawn_blocking(cached).await.map_err(|_| RenderError::Broken)
}

fn render_error(error: AppError) -> RenderError {
    match error {
        AppError::NotFound => RenderError::Missing,
        AppError::Gone => RenderError::Gone,
        error => {
            tracing::error!(%error, "a file could not be generated");
            RenderError::Broken
        }
    }
}
