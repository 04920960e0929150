//! Rejects cross-site requests that would change something.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode, Uri, header};
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::error_pages::ErrorPages;

/// Checks `Sec-Fetch-Site` and `Origin`. A request with neither comes from no browser of this decade, so it carries
/// nobody's cookies without their knowledge; what else it says is looked at by [`check_origin`].
pub(super) fn layer(
    error_pages: ErrorPages,
) -> CsrfLayer<impl FnMut(ProtectionError) -> Response + Clone + Send + Sync + 'static> {
    CsrfLayer::new()
        .with_rejection_response(move |_: ProtectionError| error_pages.response(StatusCode::FORBIDDEN))
}

/// Rejects what the layer lets through: an empty `Origin`, one in plain HTTP where the site has TLS, and, from browsers
/// too old for both headers, a `Referer` of another site.
pub(super) async fn check_origin(
    State(error_pages): State<ErrorPages>,
    request: Request,
    next: Next,
) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let [origin, host] = [header::ORIGIN, header::HOST].map(|name| request.headers().get(name).cloned());
    let response = if is_ours(request.headers()) {
        next.run(request).await
    } else {
        error_pages.response(StatusCode::FORBIDDEN)
    };
    if response.status() == StatusCode::FORBIDDEN {
        // Behind a proxy that names another host than the browser did, every form ends here.
        tracing::warn!(?origin, ?host, "a form was refused as another site's");
    }
    response
}

fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if text("sec-fetch-site").is_some_and(|site| !site.is_empty()) {
        return true;
    }
    let is_behind_tls = text("x-forwarded-proto") == Some("https");
    match (text("origin"), text("referer")) {
        (Some(origin), _) => !origin.is_empty() && (!is_behind_tls || origin.starts_with("https://")),
        (None, Some(referer)) => {
            let referer = referer.parse::<Uri>().ok();
            let host = text(header::HOST.as_str());
            referer.is_some_and(|referer| referer.authority().is_none_or(|site| Some(site.as_str()) == host))
        }
        (None, None) => true,
    }
}
