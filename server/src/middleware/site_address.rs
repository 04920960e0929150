//! Leads visitors to the site's own address from its other forms: with or without `www.`, and without TLS.
//!
//! A redirect that leads back to itself takes the site from everybody, and a proxy that passes on less than the truth is
//! found everywhere. So only forms of the address itself are led on, to nothing but that address, and only if nothing
//! speaks against it: a proxy that names the right host, or a header that browsers send over TLS alone.

use std::sync::Arc;

use app::paths;
use app::site::{OwnAddress, own_address};
use app::staff::network::Peer;
use app::state::AppState;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use super::forwarded;

/// Browsers send it over TLS and to this machine alone (W3C Fetch Metadata, section 2).
const FETCH_METADATA: &str = "sec-fetch-site";

/// Redirects (308) to the same path at the site's own address. Nothing may store the redirect: a cache need not know of the
/// scheme, and the owner may choose the other form one day.
pub(crate) async fn redirect(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let own = own_address(&state).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the site's address could not be read");
        Arc::default()
    });
    match own.as_ref().as_ref().and_then(|own| target(own, &request)) {
        None => next.run(request).await,
        Some(location) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
            response.headers_mut().insert(header::LOCATION, location);
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
    }
}

/// Returns where a request should have gone; nothing when it may stay.
fn target(own: &OwnAddress, request: &Request) -> Option<HeaderValue> {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_probe = [paths::HEALTH, paths::READINESS, paths::METRICS].contains(&request.uri().path());
    let headers = request.headers();
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let is_other_form = own.has_form(host);
    if !is_read || is_probe || !(is_other_form || own.is_at(host)) {
        return None;
    }
    let is_elsewhere = is_other_form && !forwarded::hosts(headers).any(|host| own.is_at(host));
    let trusted = request.extensions().get::<Peer>().is_some_and(|peer| peer.is_trusted());
    let lacks_tls = own.is_https && trusted && is_without_tls(headers);
    if !is_elsewhere && !lacks_tls {
        return None;
    }
    let path = request.uri().path_and_query().map_or(paths::START, http::uri::PathAndQuery::as_str);
    HeaderValue::from_str(&format!("{}{path}", own.text)).ok()
}

/// A proxy within another one often calls `http` what the outer one got over TLS.
fn is_without_tls(headers: &HeaderMap) -> bool {
    forwarded::says_http(headers) && !headers.contains_key(FETCH_METADATA)
}
