//! `/robots.txt`: where search engines need not look.

use app::paths;
use app::site::address;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use super::cached::{Made, cached};
use crate::pages::Site;

/// The staff's rooms, the functions, endless search pages and the way out.
const OUT: [&str; 4] = [paths::ADMIN, "/api/", paths::SEARCH, paths::LEAVE];

pub(super) async fn robots(State(site): State<Site>, asked: HeaderMap) -> Response {
    let make = async |state| {
        let out = OUT.map(|path| format!("Disallow: {path}")).join("\n");
        let sitemap = format!("{}{}", address(&state).await?, paths::SITEMAP);
        Ok(Made::Text(format!("User-agent: *\n{out}\n\nSitemap: {sitemap}\n")))
    };
    cached(&site, "/robots.txt".to_owned(), &asked, "text/plain; charset=utf-8", make).await
}
