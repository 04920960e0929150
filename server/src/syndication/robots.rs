//! `/robots.txt`: what crawlers should leave out.

use app::paths;
use app::site::address;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

/// The staff's pages, the server functions, the unbounded search pages and the quick exit.
const DISALLOWED: [&str; 4] = [paths::ADMIN, "/api/", paths::SEARCH, paths::QUICK_EXIT];

pub(super) async fn robots(State(site): State<Site>, headers: HeaderMap) -> Response {
    let generate = async |state| {
        let disallowed = DISALLOWED.map(|path| format!("Disallow: {path}")).join("\n");
        let sitemap = format!("{}{}", address(&state).await?, paths::SITEMAP);
        Ok(GeneratedFile::Text(format!("User-agent: *\n{disallowed}\n\nSitemap: {sitemap}\n")))
    };
    let path = "/robots.txt".to_owned();
    generated_files::serve(&site, path, &headers, "text/plain; charset=utf-8", generate).await
}
