//! `/manifest.webmanifest`: the site as an app on a device's home screen.

use app::paths;
use app::site::colours::Token;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use serde_json::json;

use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

pub(super) async fn manifest(State(site): State<Site>, headers: HeaderMap) -> Response {
    let generate = async |state: app::state::AppState| {
        let layout = app::layout::load_layout(&state).await?;
        let (settings, site_icon, colours) = (layout.settings, layout.brand.icon, layout.colours);
        let colour = |token| colours.palette.day.get(token).to_string();
        let icon = |path: &str, sizes: &str, media_type: &str, purpose: &str| json!({ "src": site_icon.address(path), "sizes": sizes, "type": media_type, "purpose": purpose });
        let manifest = json!({
            "id": "/",
            "name": settings.name,
            "short_name": settings.name,
            "description": settings.description,
            "lang": "sv",
            "dir": "ltr",
            "start_url": paths::START,
            "scope": "/",
            // With the browser's back button: the pages have none.
            "display": "minimal-ui",
            "theme_color": colour(Token::Head),
            "background_color": colour(Token::Paper),
            "icons": [
                icon(paths::ICON_192, "192x192", "image/png", "any"),
                icon(paths::ICON_512, "512x512", "image/png", "any"),
                icon(paths::MASKABLE_ICON, "512x512", "image/png", "maskable"),
            ],
        });
        Ok(GeneratedFile::Text(manifest.to_string()))
    };
    let path = paths::MANIFEST.to_owned();
    generated_files::serve(&site, path, &headers, "application/manifest+json", generate).await
}
