//! `/lamna`: clears what this site left in the browser, and leads to another site.
//!
//! A redirect rather than a page: browsers write no line in their history for it, and it needs no script. It works
//! while the database does not, and the log knows nothing of it.

use std::time::Duration;

use app::safety::{USUAL_EXIT, usable_exit};
use app::state::AppState;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// Nobody who leaves in a hurry waits longer than this for a setting.
const PATIENCE: Duration = Duration::from_millis(500);

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// Not the cookies: visitors have none, and an editor who reads a sensitive text stays logged in.
const TRACES: HeaderValue = HeaderValue::from_static(r#""cache", "storage""#);

/// Answers GET and HEAD.
pub(crate) async fn leave(State(state): State<AppState>, asked: HeaderMap) -> Response {
    let mut response = if is_wanted(&asked) {
        (StatusCode::SEE_OTHER, [(LOCATION, exit(&state).await)]).into_response()
    } else {
        StatusCode::NO_CONTENT.into_response()
    };
    let headers = response.headers_mut();
    if headers.contains_key(LOCATION) && !is_from_elsewhere(&asked) {
        headers.insert(CLEAR_SITE_DATA, TRACES);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}

/// Whether somebody is on the way: not a browser that fetches ahead, nor a picture or script of some page.
fn is_wanted(asked: &HeaderMap) -> bool {
    let is_ahead = ["sec-purpose", "purpose", "x-moz"].iter().any(|name| says(asked, name, "prefetch"));
    !is_ahead && (!asked.contains_key("sec-fetch-mode") || says(asked, "sec-fetch-mode", "navigate"))
}

/// Whether another site's link leads here: it must not be able to clear what the visitor asked us to remember.
fn is_from_elsewhere(asked: &HeaderMap) -> bool {
    says(asked, "sec-fetch-site", "cross-site")
}

fn says(asked: &HeaderMap, name: &str, word: &str) -> bool {
    asked.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(word))
}

async fn exit(state: &AppState) -> HeaderValue {
    let asked = tokio::time::timeout(PATIENCE, app::site::store::exit_address(state.db.reader())).await;
    let address = asked.ok().and_then(Result::ok);
    let usable = address.as_deref().and_then(usable_exit).and_then(|address| address.parse().ok());
    usable.unwrap_or(HeaderValue::from_static(USUAL_EXIT))
}
