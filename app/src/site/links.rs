//! The links that the owner chooses for menu and footer: whether they lead somewhere, and what there is to choose from.

use sqlx::sqlite::SqlitePool;

use super::store;
use crate::paths;
use crate::posts::{PostKind, RenditionKind};
use crate::time::UnixMillis;

/// Pages that every site has.
const BUILT_IN: [(&str, &str); 6] = [
    (paths::START, "Startsidan"),
    (paths::CALENDAR, "Kalendern"),
    (paths::BLOG, "Bloggen"),
    (paths::VOICES, "Rösterna"),
    (paths::SEARCH, "Sök"),
    (paths::SAFE_SURFING, "Surfa säkert"),
];
/// Most posts to choose from. An address can always be typed.
const MOST: i64 = 100;

/// Whether a link leads to another site, or to a mail program or telephone.
pub(crate) fn is_elsewhere(link: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
}

/// Returns whether readers find something at a link.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn leads_somewhere(
    reader: &SqlitePool,
    link: &str,
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    let path = link.split(['?', '#']).next().unwrap_or(link);
    // Both are public as long as the statement is.
    let path =
        if [paths::FEEDBACK, paths::FEEDBACK_ANSWER].contains(&path) { paths::STATEMENT } else { path };
    if is_elsewhere(link) || BUILT_IN.iter().any(|(built_in, _)| *built_in == path) {
        return Ok(true);
    }
    let path = RenditionKind::split(path).map_or(path, |(original, _)| original);
    let steps: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match *steps {
        ["kalender", slug, ..] => {
            store::links::is_edition(reader, slug.strip_suffix(".ics").unwrap_or(slug)).await
        }
        ["etikett", slug] => store::links::is_tag(reader, slug, now).await,
        ["inlagg", slug, ..] => {
            store::links::is_post(reader, slug, &[PostKind::Article, PostKind::Guldkorn], now).await
        }
        ["roster", slug] => store::links::is_post(reader, slug, &[PostKind::Voice], now).await,
        [first, ..] if paths::is_reserved(first) || path.contains('.') => Ok(true),
        [slug] => store::links::is_post(reader, slug, &[PostKind::Page], now).await,
        _ => Ok(false),
    }
}

/// Returns what there is to choose from, each with its name: the site's own pages, what staff have written as pages, and
/// the newest posts.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn choices(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Vec<(String, String)>, sqlx::Error> {
    let posts = store::links::newest_posts(reader, now, MOST).await?;
    let built_in = BUILT_IN.map(|(path, name)| (path.to_owned(), name.to_owned()));
    let posts = posts.into_iter().map(|(kind, slug, title)| (kind.path(&slug), title));
    let mut choices: Vec<(String, String)> = built_in.into_iter().chain(posts).collect();
    choices.dedup_by(|one, other| one.0 == other.0);
    Ok(choices)
}
