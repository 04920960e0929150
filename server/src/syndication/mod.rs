//! Files for other programs: feeds, calendar files, sitemap, `robots.txt`, the web app manifest.
//!
//! They are generated from what the public may see at this moment, and cached as pages are.

mod feeds;
mod ics;
mod manifest;
mod robots;
pub(crate) mod sitemap;
mod xml;

use app::paths;
use axum::Router;
use axum::routing::{any, get};

use crate::pages::Site;

/// Returns the routes. Most paths have a dot and would otherwise be looked up in the site folder.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(paths::FEED, get(feeds::atom))
        .route(paths::FEED_RSS, get(feeds::rss))
        .route(paths::FEED_JSON, get(feeds::json))
        .route(&paths::tag_feed("{tag}"), get(feeds::of_tag))
        .route(&paths::edition_feed("{edition}"), get(feeds::of_edition))
        // The router cannot match on a suffix, so `2026` and `2026.ics` share a route.
        .route(&paths::edition("{name}"), any(ics::ics_or_page))
        .route(&format!("{}/inlagg/{{file}}", paths::SOCIAL_IMAGES), get(crate::social_image::of_post))
        .route(
            &format!("{}/kalender/{{edition}}/lucka/{{file}}", paths::SOCIAL_IMAGES),
            get(crate::social_image::of_door),
        )
        .route(&format!("{}/webbplatsen/{{file}}", paths::SOCIAL_IMAGES), get(crate::social_image::of_site))
        .route(&format!("{}/{{slug}}/bild/{{file}}", paths::POST), get(crate::picture_card::of_post))
        .route(paths::QR_CODE, get(crate::qr_code::as_svg))
        .route(paths::QR_CODE_PNG, get(crate::qr_code::as_png))
        .route(paths::SITEMAP, get(sitemap::sitemap))
        .route(paths::ROBOTS, get(robots::robots))
        .route(paths::MANIFEST, get(manifest::manifest))
}
