//! What machines read: feeds, the sitemap, calendars, the app manifest, and the words in a page's head.
//!
//! All of it is made from what the public may see at this moment, and kept in memory as pages are.

pub(crate) mod cached;
mod feeds;
mod manifest;
mod robots;
mod sitemap;
mod subscription;
mod xml;

use axum::Router;
use axum::routing::{any, get};

use crate::pages::Site;

/// The addresses. Most have a dot, and would otherwise be taken for files of the site folder.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/feed.xml", get(feeds::atom))
        .route("/rss.xml", get(feeds::rss))
        .route("/feed.json", get(feeds::json))
        .route("/etikett/{tag}/feed.xml", get(feeds::of_tag))
        .route("/kalender/{edition}/feed.xml", get(feeds::of_edition))
        // A page and a file share the first part of their names, so one route tells them apart.
        .route("/kalender/{name}", any(subscription::or_page))
        .route("/bild/inlagg/{file}", get(crate::social_image::of_post))
        .route("/bild/kalender/{edition}/lucka/{file}", get(crate::social_image::of_door))
        .route("/sitemap.xml", get(sitemap::sitemap))
        .route("/robots.txt", get(robots::robots))
        .route("/manifest.webmanifest", get(manifest::manifest))
}
