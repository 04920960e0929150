//! Redirects from the old addresses of editions and tags, whatever was at them: a page, a feed, a calendar file, an
//! image. And from those of an imported site.

use app::import::{self, OldAddress};
use app::state::AppState;
use app::{calendar, paths, posts};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, Method, StatusCode, Uri, header};

/// Redirects (301) where nothing is found and the address has a new one.
pub(crate) async fn redirect(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let address = request.uri().clone();
    if let Some(query) = address.query().filter(|_| is_read) {
        match old_page(&state, address.path(), query).await {
            Ok(Some(path)) => {
                if let Some(moved) = moved_permanently(path, None) {
                    return moved;
                }
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a redirect could not be looked up"),
        }
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::NOT_FOUND || !is_read {
        return response;
    }
    match new_address(&state, &address).await {
        Ok(Some((path, query))) => moved_permanently(path, query).unwrap_or(response),
        Ok(None) => response,
        Err(error) => {
            tracing::error!(%error, "a redirect could not be looked up");
            response
        }
    }
}

/// Returns where a page of an imported site is now whose path is that of a page here: `/?p=123`.
async fn old_page(state: &AppState, path: &str, query: &str) -> Result<Option<String>, sqlx::Error> {
    let Some(address) = OldAddress::of(path, query) else { return Ok(None) };
    import::redirect_from_query(state, &address).await
}

/// Returns the new path of an address, and the query that it takes along.
async fn new_address<'a>(
    state: &AppState,
    address: &'a Uri,
) -> Result<Option<(String, Option<&'a str>)>, sqlx::Error> {
    if let Some(path) = new_path(state, address.path()).await? {
        return Ok(Some((path, address.query())));
    }
    let Some(old) = OldAddress::of(address.path(), address.query().unwrap_or_default()) else {
        return Ok(None);
    };
    Ok(import::redirect_from(state, &old).await?.map(|path| (path, None)))
}

async fn new_path(state: &AppState, path: &str) -> Result<Option<String>, sqlx::Error> {
    if let Some(slug) = path.strip_prefix("/etikett/").and_then(|rest| rest.strip_suffix("/feed.xml")) {
        let slug = posts::tags::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await?;
        return Ok(slug.map(|slug| paths::tag_feed(&slug)));
    }
    calendar::redirect_from(state, path).await
}

fn moved_permanently(mut path: String, query: Option<&str>) -> Option<Response> {
    if let Some(query) = query {
        path.push('?');
        path.push_str(query);
    }
    let location = HeaderValue::from_str(&path).ok()?;
    // Somebody may give the old address to another edition, so browsers must ask again.
    let headers =
        [(header::LOCATION, location), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))];
    Some((StatusCode::MOVED_PERMANENTLY, headers).into_response())
}
