//! Asks the site for its pages as anybody does who has no account.

use app::state::AppState;
use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use tracing::instrument::WithSubscriber as _;
use tracing::subscriber::NoSubscriber;

use super::FreezeError;
use super::address::NO_HOST;
use crate::metrics::MetricsToken;
use crate::pages::anonymous_request;
use crate::router::router;
use crate::site_files::SiteFiles;

/// Says which way a request came that a proxy passes on.
const FORWARDED_PROTOCOL: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The site as a visitor meets it: through the same routes and middleware, so that nothing can come out that is not
/// public.
pub(super) struct Visitor {
    router: Router,
    /// The host that is asked.
    host: HeaderValue,
    is_secure: bool,
}

/// What the site answers.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    headers: HeaderMap,
    pub(super) body: Body,
}

impl Visitor {
    /// Takes the site and its own address, which may be empty.
    pub(super) fn new(state: AppState, files: &SiteFiles, address: &str) -> Self {
        let host = address.split_once("://").map_or(NO_HOST, |(_, host)| host);
        Self {
            router: router(state, files, MetricsToken::default()),
            host: HeaderValue::from_str(host).unwrap_or(HeaderValue::from_static(NO_HOST)),
            is_secure: address.starts_with("https://"),
        }
    }

    /// Asks for an address, as it stands in a request.
    pub(super) async fn get(&self, address: &str) -> Result<Answer, FreezeError> {
        let uri: Uri = address.parse().map_err(|_| FreezeError::Page(address.to_owned()))?;
        let mut request = anonymous_request(uri);
        request.headers_mut().insert(header::HOST, self.host.clone());
        if self.is_secure {
            request.headers_mut().insert(FORWARDED_PROTOCOL, HeaderValue::from_static("https"));
        }
        // Nobody needs a line in the log for each page. What goes wrong in the rendering still gets one.
        let request = self.router.clone().oneshot(request).with_subscriber(NoSubscriber::default());
        let response = match request.await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (head, body) = response.into_parts();
        Ok(Answer { status: head.status, headers: head.headers, body })
    }
}

impl Answer {
    /// Returns where the address has moved, if it has.
    pub(super) fn location(&self) -> Option<&str> {
        let location = self.headers.get(header::LOCATION).filter(|_| self.status.is_redirection());
        location.and_then(|location| location.to_str().ok())
    }

    /// Returns whether the body is of a media type such as "text/html".
    pub(super) fn is(&self, media_type: &str) -> bool {
        let value = self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.starts_with(media_type))
    }

    /// Reads the whole body.
    pub(super) async fn bytes(self) -> Result<Bytes, axum::Error> {
        Ok(self.body.collect().await?.to_bytes())
    }
}
