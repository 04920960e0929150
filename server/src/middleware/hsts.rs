//! `Strict-Transport-Security`: browsers that have met the site over TLS never come without it again.

use app::site::own_address;
use app::state::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderValue, header};

use super::forwarded;

/// Two years, without `includeSubDomains`: other subdomains may belong to somebody else.
const POLICY: &str = "max-age=63072000";

/// Adds the header to what was asked for over TLS, unless the site's own address is one without. Browsers ignore it in
/// answers without TLS, so it does not matter who claims that there was any.
pub(crate) async fn add(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let is_over_tls = forwarded::says_https(request.headers());
    let mut response = next.run(request).await;
    if is_over_tls && !has_address_without_tls(&state).await {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(POLICY));
    }
    response
}

async fn has_address_without_tls(state: &AppState) -> bool {
    // Where the settings cannot be read, TLS that is there is not given up.
    let address = own_address(state).await.unwrap_or_default();
    address.as_ref().as_ref().is_some_and(|own| !own.is_https)
}
