//! Files for other programs: feeds, calendar files, sitemap, `robots.txt`, the web app manifest.
//!
//! They are generated from what the public may see at this moment, and cached as pages are.

mod feeds;
mod ics;
mod manifest;
mod robots;
mod sitemap;
mod xml;

use axum::Router;
use axum::routing::{any, get};

use crate::pages::Site;

/// Returns the routes. Most paths have a dot and would otherwise be looked up in the site folder.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/feed.xml", get(feeds::atom))
        .route("/rss.xml", get(feeds::rss))
        .route("/feed.json", get(feeds::json))
        .route("/etikett/{tag}/feed.xml", get(feeds::of_tag))
        .route("/kalender/{edition}/feed.xml", get(feeds::of_edition))
        // The router cannot match on a suffix, so `2026` and `2026.ics` share a route.
        .route("/kalender/{name}", any(ics::ics_or_page))
        .route("/bild/inlagg/{file}", get(crate::social_image::of_post))
        .route("/bild/kalender/{edition}/lucka/{file}", get(crate::social_image::of_door))
        .route("/sitemap.xml", get(sitemap::sitemap))
        .route("/robots.txt", get(robots::robots))
        .route("/manifest.webmanifest", get(manifest::manifest))
}
