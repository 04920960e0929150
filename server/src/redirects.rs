//! Addresses of editions and subjects that have moved, whatever was asked for there: a page, a feed, a calendar, a
//! picture.

use app::state::AppState;
use app::{calendar, paths, posts};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, Method, StatusCode, header};

/// Where nothing is found, looks whether it has moved, and leads there (301).
pub(crate) async fn lead_on(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let address = request.uri().clone();
    let response = next.run(request).await;
    if response.status() != StatusCode::NOT_FOUND || !is_read {
        return response;
    }
    match new_path(&state, address.path()).await {
        Ok(Some(path)) => to(path, address.query()).unwrap_or(response),
        Ok(None) => response,
        Err(error) => {
            tracing::error!(%error, "no former address could be looked up");
            response
        }
    }
}

async fn new_path(state: &AppState, path: &str) -> Result<Option<String>, sqlx::Error> {
    if let Some(slug) = path.strip_prefix("/etikett/").and_then(|rest| rest.strip_suffix("/feed.xml")) {
        let slug = posts::tags::redirect_from(state.db.reader(), slug, state.clock.now_millis()).await?;
        return Ok(slug.map(|slug| paths::tag_feed(&slug)));
    }
    calendar::redirect_from(state, path).await
}

fn to(mut path: String, query: Option<&str>) -> Option<Response> {
    if let Some(query) = query {
        path.push('?');
        path.push_str(query);
    }
    let location = HeaderValue::from_str(&path).ok()?;
    // Somebody may give the old address to another edition: a browser asks again.
    let headers =
        [(header::LOCATION, location), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))];
    Some((StatusCode::MOVED_PERMANENTLY, headers).into_response())
}
