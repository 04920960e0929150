//! `/sitemap.xml`: every page worth finding, as the public may see it now.

use app::blog::store::listed_posts;
use app::error::AppError;
use app::state::AppState;
use app::time::{UnixMillis, from_millis};
use app::{blog, calendar, paths, site};
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use super::cached::{Made, cached};
use super::xml::Xml;
use crate::pages::Site;

pub(super) async fn sitemap(State(site): State<Site>, asked: HeaderMap) -> Response {
    cached(&site, paths::SITEMAP.to_owned(), &asked, "application/xml; charset=utf-8", make).await
}

async fn make(state: AppState) -> Result<Made, AppError> {
    let begin = site::address(&state).await?;
    let mut xml = Xml::new();
    let namespace = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];
    let pages = pages(&state).await?;
    xml.element("urlset", &namespace, |xml| {
        for (path, changed) in pages {
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &format!("{begin}{path}"));
                if let Some(changed) = changed {
                    let day = from_millis(changed).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
                    xml.text("lastmod", &[], &day);
                }
            });
        }
    });
    Ok(Made::Text(xml.finish()))
}

/// The pages, with the time of their last change where one is known that people would notice: lists change with
/// what they list, and say nothing.
async fn pages(state: &AppState) -> Result<Vec<(String, Option<UnixMillis>)>, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let mut pages: Vec<(String, Option<UnixMillis>)> =
        [paths::START, paths::BLOG, paths::VOICES].map(|path| (path.to_owned(), None)).into();
    for edition in calendar::store::public_editions(reader).await? {
        pages.push((paths::edition(&edition.slug), None));
    }
    let lists = blog::load_aside(state).await?;
    for year in &lists.archive {
        pages.push((paths::year(year.year), None));
        pages.extend(year.months.iter().map(|(month, _)| (paths::month(year.year, *month), None)));
    }
    pages.extend(lists.tags.iter().map(|count| (paths::tag(&count.tag.slug), None)));
    for post in listed_posts(reader, now).await? {
        pages.push((post.kind.path(&post.slug), Some(post.changed_at)));
        if let Some((edition, day)) = &post.door {
            pages.push((paths::door(edition, *day), Some(post.changed_at)));
        }
    }
    Ok(pages)
}
