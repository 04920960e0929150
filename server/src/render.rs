//! Renders a page of the product into finished bytes.

use app::time::UnixMillis;
use std::time::Duration;

use app::error::AppError;
use app::page_metadata::MetadataCollector;
use app::paths;
use app::shell::{self, Shell};
use app::state::{AppState, Freshness};
use axum::body::Body;
use axum::extract::Request;
use http::response::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body_util::BodyExt as _;
use leptos::context::provide_context;
use leptos::nonce::Nonce;

use crate::middleware::security_headers::policy_of_page;
use crate::page_cache::{Moment, Page};

/// Longer than any page takes on a slow machine.
const LIMIT: Duration = Duration::from_secs(10);

/// In milliseconds.
const MINUTE: i64 = 60_000;

/// Why there is no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RenderError {
    /// Something in it failed; the log says more.
    #[error("the page broke")]
    Broken,
    /// It took too long.
    #[error("the page took too long")]
    Slow,
    /// There is nothing at its address.
    #[error("there is no such page")]
    Missing,
}

impl RenderError {
    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Missing => StatusCode::NOT_FOUND,
        }
    }
}

/// Time and content as they are now.
pub(crate) fn moment(state: &AppState) -> Moment {
    Moment { millis: state.clock.now_millis(), generation: state.db.generation() }
}

/// A page before it is made ready for everybody.
pub(crate) struct Rendered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: bytes::Bytes,
    from: Moment,
    until: UnixMillis,
}

/// Renders the page that a request asks for.
pub(crate) async fn render(state: AppState, request: Request) -> Result<Page, RenderError> {
    apart(render_whole(state, request)).await
}

/// Renders the page that a request asks for, and leaves it as it is: for one asker, once.
pub(crate) async fn render_once(state: AppState, request: Request) -> Result<Rendered, RenderError> {
    apart(rendered(state, request)).await
}

/// In a task of its own: a client that leaves in the middle must not leave half a page's reactive system behind, and
/// a panic must not go further than this page.
async fn apart<T: Send + 'static>(
    rendering: impl Future<Output = Result<T, RenderError>> + Send + 'static,
) -> Result<T, RenderError> {
    match tokio::time::timeout(LIMIT, tokio::spawn(rendering)).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(RenderError::Broken),
        Err(_) => Err(RenderError::Slow),
    }
}

async fn render_whole(state: AppState, request: Request) -> Result<Page, RenderError> {
    let Rendered { status, headers, bytes, from, until } = rendered(state, request).await?;
    tokio::task::spawn_blocking(move || Page::finish(status, headers, bytes, from, until))
        .await
        .map_err(|_| RenderError::Broken)
}

async fn rendered(state: AppState, request: Request) -> Result<Rendered, RenderError> {
    // Before anything is read: what changes meanwhile makes the page stale, not wrong for ever.
    let from = moment(&state);
    let log = |error: AppError| {
        tracing::error!(%error, "a page could not be prepared");
        RenderError::Broken
    };
    let frame = app::site::load_frame(&state).await.map_err(log)?;
    let freshness = Freshness::until(frame.until);
    if state.clock.is_moved() {
        // Such a page says what time it is, to the minute.
        freshness.tighten(from.millis - from.millis.0.rem_euclid(MINUTE) + MINUTE);
    }
    let nonce = Nonce::new();
    let metadata = MetadataCollector::default();
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();

    let context = {
        let (state, frame, freshness, nonce, metadata) =
            (state.clone(), frame.clone(), freshness.clone(), nonce.clone(), metadata.clone());
        move || {
            provide_context(state.clone());
            provide_context(frame.clone());
            provide_context(freshness.clone());
            provide_context(nonce.clone());
            provide_context(metadata.clone());
        }
    };
    let response = leptos_axum::render_app_async_with_context(context, shell::body)(request).await;
    let (Parts { status, headers, .. }, body) = response.into_parts();
    let body = collect(body).await?;
    let metadata = metadata.collected();
    // Any of the staff's pages may be the one that the browser loaded, when somebody goes on to a preview.
    let headers = with_policy(headers, &nonce, paths::is_staff_room(&path))?;
    let shell = Shell { frame, assets: state.assets, path, query, nonce, status, metadata };
    let document = conforming(&shell.document(body));
    Ok(Rendered { status, headers, bytes: document.into(), from, until: freshness.millis() })
}

async fn collect(body: Body) -> Result<String, RenderError> {
    let bytes = body.collect().await.map_err(|error| {
        tracing::error!(%error, "the rendering of a page broke off");
        RenderError::Broken
    })?;
    String::from_utf8(bytes.to_bytes().into()).map_err(|_| RenderError::Broken)
}

/// Writes the comments by which Leptos marks empty views as the HTML standard wants them: `<!>` is an empty comment
/// to every browser, but an error to the standard ("incorrectly-opened-comment").
fn conforming(document: &str) -> String {
    document.replace("<!>", "<!---->")
}

fn with_policy(mut headers: HeaderMap, nonce: &Nonce, may_frame: bool) -> Result<HeaderMap, RenderError> {
    let policy =
        HeaderValue::from_str(&policy_of_page(Some(nonce), may_frame)).map_err(|_| RenderError::Broken)?;
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.remove(header::CONTENT_LENGTH);
    Ok(headers)
}
