//! Asking a site without a network, and what of its answer can be compared.

use app::state::AppState;
use axum::Router;
use axum::body::Body;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use tower::ServiceExt as _;

use crate::metrics::MetricsToken;
use crate::router::router;
use crate::site_files::SiteFiles;

/// A site that can be asked.
pub(super) struct Site {
    router: Router,
}

/// What a site answers, without what is different each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) location: String,
    pub(super) body: Vec<u8>,
    is_page: bool,
}

impl Site {
    /// Serves a state without the client's files, which tell nobody anything of this site.
    pub(super) fn new(state: AppState) -> Self {
        let no_files = SiteFiles::folder(&state.media_folder.join("no-files"));
        Self { router: router(state, &no_files, MetricsToken::new(None)) }
    }

    /// Asks for an address as a stranger does. Returns nothing for what is no address.
    pub(super) async fn ask(&self, address: &str) -> Option<Answer> {
        let request = Request::builder().uri(address).header(header::HOST, "127.0.0.1");
        let request = request.header(header::ACCEPT, accepted(address)).body(Body::empty()).ok()?;
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (head, body) = response.into_parts();
        let text = |name| head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let body = body.collect().await.ok()?.to_bytes();
        let is_page = text(header::CONTENT_TYPE).starts_with("text/html");
        Some(Answer {
            status: head.status,
            location: text(header::LOCATION).to_owned(),
            body: without_random_parts(&body, text(header::CONTENT_SECURITY_POLICY)),
            is_page,
        })
    }
}

/// Server functions answer a client otherwise than a form.
fn accepted(address: &str) -> &'static str {
    if address.starts_with(app::paths::API) { "application/json" } else { "text/html" }
}

/// Removes a page's nonce, and the keys of its forms, which stand in JSON as well.
fn without_random_parts(body: &[u8], policy: &str) -> Vec<u8> {
    let Ok(text) = str::from_utf8(body) else { return body.to_vec() };
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let text = nonce.map_or_else(|| text.to_owned(), |nonce| text.replace(nonce, ""));
    let mut parts = text.split(app::ui::IDEMPOTENCY_KEY);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('>').map_or(part, |(_, rest)| rest)).into_bytes()
}

impl Answer {
    /// Returns the addresses of this site that a page links to.
    pub(super) fn links(&self) -> Vec<String> {
        let mut links = Vec::new();
        let Some(page) = str::from_utf8(&self.body).ok().filter(|_| self.is_page) else { return links };
        let settings =
            RewriteStrSettings::new().append_element_content_handler(element!("a[href]", |link| {
                links.extend(link.get_attribute("href"));
                Ok(())
            }));
        if rewrite_str(page, settings).is_err() {
            tracing::warn!("the links of a page could not be read");
        }
        links.retain(|link| link.starts_with('/') && !link.starts_with("//"));
        for link in &mut links {
            link.truncate(link.find('#').unwrap_or(link.len()));
        }
        links
    }
}
