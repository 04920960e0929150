//! `/lamna`, the quick exit: clears what this site left in the browser, and redirects to another site.
//!
//! A redirect rather than a page: browsers write no line in their history for it, and it needs no script. It works
//! while the database does not, and it is not in the log.

use std::time::Duration;

use app::safety::{DEFAULT_EXIT, usable_exit};
use app::state::AppState;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// How long to wait for the setting: whoever leaves is in a hurry.
const TIMEOUT: Duration = Duration::from_millis(500);

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// Not the cookies: visitors have none, and an editor who reads a sensitive text stays logged in.
const CLEARED: HeaderValue = HeaderValue::from_static(r#""cache", "storage""#);

/// Serves GET and HEAD.
pub(crate) async fn leave(State(state): State<AppState>, request_headers: HeaderMap) -> Response {
    let mut response = if is_navigation(&request_headers) {
        (StatusCode::SEE_OTHER, [(LOCATION, destination(&state).await)]).into_response()
    } else {
        StatusCode::NO_CONTENT.into_response()
    };
    let headers = response.headers_mut();
    if headers.contains_key(LOCATION) && !is_cross_site(&request_headers) {
        headers.insert(CLEAR_SITE_DATA, CLEARED);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}

/// Returns whether a visitor follows a link, rather than a browser that prefetches or a page that loads an image or
/// script from here.
fn is_navigation(headers: &HeaderMap) -> bool {
    let is_prefetch =
        ["sec-purpose", "purpose", "x-moz"].iter().any(|name| contains(headers, name, "prefetch"));
    !is_prefetch
        && (!headers.contains_key("sec-fetch-mode") || contains(headers, "sec-fetch-mode", "navigate"))
}

/// Returns whether the link is on another site, which must not be able to clear what the visitor asked us to remember.
fn is_cross_site(headers: &HeaderMap) -> bool {
    contains(headers, "sec-fetch-site", "cross-site")
}

fn contains(headers: &HeaderMap, name: &str, word: &str) -> bool {
    headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(word))
}

/// Returns the address in the settings if it can be used, otherwise the default.
async fn destination(state: &AppState) -> HeaderValue {
    let setting = tokio::time::timeout(TIMEOUT, app::site::store::exit_address(state.db.reader())).await;
    let address = setting.ok().and_then(Result::ok);
    let usable = address.as_deref().and_then(usable_exit).and_then(|address| address.parse().ok());
    usable.unwrap_or(HeaderValue::from_static(DEFAULT_EXIT))
}
