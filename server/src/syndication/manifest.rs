//! `/manifest.webmanifest`: how the site looks on a device's home screen.

use app::paths;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use serde_json::json;

use super::cached::{Made, cached};
use crate::pages::Site;

/// The night of the header, and the paper of the page, as in `style/tokens.css`.
const NIGHT: &str = "#0e2433";
const PAPER: &str = "#fbf7ef";

pub(super) async fn manifest(State(site): State<Site>, asked: HeaderMap) -> Response {
    let make = async |state: app::state::AppState| {
        let settings = app::site::load_frame(&state).await?.settings;
        let icon = |src: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": src, "sizes": sizes, "type": kind, "purpose": purpose });
        let manifest = json!({
            "id": "/",
            "name": settings.name,
            "short_name": settings.name,
            "description": settings.description,
            "lang": "sv",
            "dir": "ltr",
            "start_url": paths::START,
            "scope": "/",
            // With the way back: there is none on the pages themselves.
            "display": "minimal-ui",
            "theme_color": NIGHT,
            "background_color": PAPER,
            "icons": [
                icon("/icon-192.png", "192x192", "image/png", "any"),
                icon("/icon-512.png", "512x512", "image/png", "any"),
                icon("/icon-maskable-512.png", "512x512", "image/png", "maskable"),
                icon("/favicon.svg", "any", "image/svg+xml", "any"),
            ],
        });
        Ok(Made::Text(manifest.to_string()))
    };
    cached(&site, paths::MANIFEST.to_owned(), &asked, "application/manifest+json", make).await
}
