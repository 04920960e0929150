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
    let namespace = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ];
    let pages = pages(&state).await?;
    xml.element("urlset", &namespace, |xml| {
        for SitemapPage { path, changed, alternates } in pages {
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &format!("{address}{path}"));
                if let Some(changed) = changed {
                    let day = from_millis(changed).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
                    xml.text("lastmod", &[], &day);
                }
                for (language, path) in alternates {
                    let href = format!("{address}{path}");
                    xml.empty(
                        "xhtml:link",
                        &[("rel", "alternate"), ("hreflang", language), ("href", href.as_str())],
                    );
                }
            });
        }
    });
    Ok(GeneratedFile::Text(xml.finish()))
}

/// A page that search engines may list.
pub(crate) struct SitemapPage {
    /// Where it is, from the first slash.
    pub(crate) path: String,
    /// When readers last saw it change. Lists have no such time: they change with what they list.
    changed: Option<UnixMillis>,
    /// The same text in its languages, as tag and path.
    alternates: Vec<(&'static str, String)>,
}

impl SitemapPage {
    fn new(path: String, changed: Option<UnixMillis>) -> Self {
        Self { path, changed, alternates: Vec::new() }
    }
}

/// Returns the pages.
pub(crate) async fn pages(state: &AppState) -> Result<Vec<SitemapPage>, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let list = |path: String| SitemapPage::new(path, None);
    let mut pages: Vec<SitemapPage> =
        [paths::START, paths::BLOG, paths::VOICES].map(|path| list(path.to_owned())).into();
    for edition in calendar::store::public_editions(reader).await? {
        pages.push(list(paths::edition(&edition.slug)));
    }
    let lists = blog::load_aside(state).await?;
    for year in &lists.archive {
        pages.push(list(paths::year(year.year)));
        pages.extend(year.months.iter().map(|(month, _)| list(paths::month(year.year, *month))));
    }
    pages.extend(lists.tags.iter().map(|count| list(paths::tag(&count.tag.slug))));
    for post in sitemap_posts(reader, now).await? {
        if let Some((edition, day)) = &post.door {
            pages.push(SitemapPage::new(paths::door(edition, *day), Some(post.changed_at)));
        }
        let path = post.kind.path(&post.slug);
        pages.push(SitemapPage { path, changed: Some(post.changed_at), alternates: post.alternates });
    }
    Ok(pages)
}
