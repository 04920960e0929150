//! `/sitemap.xml`: every public page that search engines may list.

use app::blog::sitemap_posts;
use app::error::AppError;
use app::state::AppState;
use app::time::{UnixMillis, from_millis};
use app::{blog, calendar, paths, site};
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;

use super::xml::Xml;
use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

pub(super) async fn sitemap(State(site): State<Site>, headers: HeaderMap) -> Response {
    let path = paths::SITEMAP.to_owned();
    generated_files::serve(&site, path, &headers, "application/xml; charset=utf-8", generate).await
}

async fn generate(state: AppState) -> Result<GeneratedFile, AppError> {
    let address = site::address(&state).await?;
    let mut xml = Xml::new();
    let namespace = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];
    let pages = pages(&state).await?;
    xml.element("urlset", &namespace, |xml| {
        for (path, changed) in pages {
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &format!("{address}{path}"));
                if let Some(changed) = changed {
                    let day = from_millis(changed).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
                    xml.text("lastmod", &[], &day);
                }
            });
        }
    });
    Ok(GeneratedFile::Text(xml.finish()))
}

/// Returns the paths of the pages, with the time of the last visible change where there is one. Lists have none: they
/// change with what they list.
pub(crate) async fn pages(state: &AppState) -> Result<Vec<(String, Option<UnixMillis>)>, AppError> {
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
    for post in sitemap_posts(reader, now).await? {
        pages.push((post.kind.path(&post.slug), Some(post.changed_at)));
        if let Some((edition, day)) = &post.door {
            pages.push((paths::door(edition, *day), Some(post.changed_at)));
        }
    }
    Ok(pages)
}
