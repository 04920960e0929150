//! Renders a page of the product to a complete HTML document.

use std::time::Duration;

use app::error::AppError;
use app::ids::PostId;
use app::page_metadata::MetadataCollector;
use app::paths;
use app::shell::{self, Shell};
use app::state::{AppState, Freshness};
use app::statistics::{ReadCounts, ShownText, day_of};
use app::time::UnixMillis;
use app::ui::TodaysDoor;
use axum::body::Body;
use axum::extract::Request;
use bytes::Bytes;
use http::response::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body_util::BodyExt as _;
use leptos::context::provide_context;
use leptos::nonce::Nonce;
use tracing::Instrument as _;

use crate::admission::Overloaded;
use crate::middleware::security_headers::page_policy;
use crate::page_cache::{CachedPage, Snapshot};
use crate::shape::shape;

/// Longer than any page takes on a slow machine.
const TIMEOUT: Duration = Duration::from_secs(10);

/// In milliseconds.
const MINUTE: i64 = 60_000;

/// Why there is no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RenderError {
    /// Something in it failed; the log says more.
    #[error("the page broke")]
    Broken,
    /// It took longer than [`TIMEOUT`].
    #[error("the page took too long")]
    Slow,
    /// More is asked for than can be done.
    #[error("more is asked for than can be done")]
    Overloaded,
    /// There is nothing at its address.
    #[error("there is no such page")]
    Missing,
    /// What was at its address is taken back.
    #[error("the page is gone")]
    Gone,
}

impl From<Overloaded> for RenderError {
    fn from(_: Overloaded) -> Self {
        Self::Overloaded
    }
}

impl RenderError {
    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Slow | Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
        }
    }
}

/// A page as it was rendered.
pub(crate) struct RenderedPage {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Taken before anything was read: what changes during the rendering makes the page stale, not wrong for ever.
    pub(crate) rendered_at: Snapshot,
    /// The first instant at which the page is no longer valid.
    pub(crate) valid_until: UnixMillis,
    /// The text that it shows, if its readings are counted.
    pub(crate) text: Option<PostId>,
}

impl RenderedPage {
    /// Makes a page with status 200 and no headers.
    pub(crate) fn ok(body: Bytes, rendered_at: Snapshot, valid_until: UnixMillis) -> Self {
        Self { status: StatusCode::OK, headers: HeaderMap::new(), body, rendered_at, valid_until, text: None }
    }
}

/// Returns the time and the content's generation as they are now.
pub(crate) fn snapshot(state: &AppState) -> Snapshot {
    Snapshot { millis: state.clock.now_millis(), generation: state.db.generation() }
}

/// Returns when the minute of an instant ends.
pub(crate) fn end_of_minute(at: UnixMillis) -> UnixMillis {
    at - at.0.rem_euclid(MINUTE) + MINUTE
}

/// Renders the page at a request's address.
pub(crate) async fn render(state: AppState, request: Request) -> Result<RenderedPage, RenderError> {
    in_own_task(TIMEOUT, render_page(state, request)).await
}

/// Renders the page at a request's address and compresses it for the cache. Its readings will be counted there.
pub(crate) async fn render_for_cache(
    state: AppState,
    request: Request,
    reads: ReadCounts,
) -> Result<CachedPage, RenderError> {
    in_own_task(TIMEOUT, async move {
        let page = render_page(state, request).await?;
        // A page is true until midnight at most, so all its readings are of one day.
        let day = day_of(page.rendered_at.millis);
        let reads = page.text.filter(|_| page.status == StatusCode::OK).map(|text| reads.counter(text, day));
        let compressed = tokio::task::spawn_blocking(|| CachedPage::compressed(page).counting(reads));
        compressed.await.map_err(|_| RenderError::Broken)
    })
    .await
}

/// Runs a rendering in a task of its own: a client that disconnects in the middle must not leave half a page's
/// reactive system behind, and a panic must not go further than this page. A rendering that takes too long is ended: nobody
/// waits for it any more.
async fn in_own_task<T: Send + 'static>(
    limit: Duration,
    rendering: impl Future<Output = Result<T, RenderError>> + Send + 'static,
) -> Result<T, RenderError> {
    let mut task = tokio::spawn(rendering.in_current_span());
    match tokio::time::timeout(limit, &mut task).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(RenderError::Broken),
        Err(_) => {
            task.abort();
            Err(RenderError::Slow)
        }
    }
}

async fn render_page(state: AppState, request: Request) -> Result<RenderedPage, RenderError> {
    let rendered_at = snapshot(&state);
    let layout = app::layout::load_layout(&state).await.map_err(|error: AppError| {
        tracing::error!(%error, "the layout of a page could not be loaded");
        RenderError::Broken
    })?;
    let freshness = Freshness::until(layout.until);
    if state.clock.is_moved() {
        // Such a page shows the time, to the minute.
        freshness.tighten(end_of_minute(rendered_at.millis));
    }
    let nonce = Nonce::new();
    let metadata = MetadataCollector::default();
    let shown = ShownText::default();
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();

    let context = {
        let (state, layout, freshness, nonce, metadata, shown) = (
            state.clone(),
            layout.clone(),
            freshness.clone(),
            nonce.clone(),
            metadata.clone(),
            shown.clone(),
        );
        move || {
            provide_context(state.clone());
            provide_context(TodaysDoor(layout.todays_door));
            provide_context(layout.clone());
            provide_context(freshness.clone());
            provide_context(nonce.clone());
            provide_context(metadata.clone());
            provide_context(shown.clone());
        }
    };
    let response = leptos_axum::render_app_async_with_context(context, shell::body)(request).await;
    let (Parts { status, headers, .. }, body) = response.into_parts();
    let body = collect(body).await?;
    let metadata = metadata.collected();
    // Any of the staff's pages may be the one that the browser loaded, when somebody goes on to a preview.
    let headers = with_policy(headers, &nonce, paths::is_admin(&path))?;
    let shape = shape(&body);
    let shell = Shell { layout, assets: state.assets, path, query, nonce, shape, status, metadata };
    let is_hydrated = paths::is_admin(&shell.path);
    let body = conforming(&shell.document(body), is_hydrated).into();
    let text = shown.get();
    Ok(RenderedPage { status, headers, body, rendered_at, valid_until: freshness.millis(), text })
}

async fn collect(body: Body) -> Result<String, RenderError> {
    let bytes = body.collect().await.map_err(|error| {
        tracing::error!(%error, "the rendering of a page broke off");
        RenderError::Broken
    })?;
    String::from_utf8(bytes.to_bytes().into()).map_err(|_| RenderError::Broken)
}

/// Writes the comments by which Leptos marks empty views as the HTML standard wants them: `<!>` is an empty comment
/// to every browser, but an error to the standard ("incorrectly-opened-comment"). Only a page that is hydrated needs them.
fn conforming(document: &str, is_hydrated: bool) -> String {
    document.replace("<!>", if is_hydrated { "<!---->" } else { "" })
}

fn with_policy(mut headers: HeaderMap, nonce: &Nonce, may_frame: bool) -> Result<HeaderMap, RenderError> {
    let policy =
        HeaderValue::from_str(&page_policy(Some(nonce), may_frame)).map_err(|_| RenderError::Broken)?;
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.remove(header::CONTENT_LENGTH);
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[tokio::test]
    async fn a_rendering_that_takes_too_long_is_ended() {
        let held = Arc::new(());
        let is_held = Arc::downgrade(&held);
        let rendering = async move {
            std::future::pending::<()>().await;
            drop(held);
            Ok(())
        };
        let result = in_own_task(Duration::from_millis(1), rendering).await;
        assert_eq!(result, Err(RenderError::Slow));
        while is_held.upgrade().is_some() {
            tokio::task::yield_now().await;
        }
    }
}
