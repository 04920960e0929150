//! What a new site begins with: the links of menu and foot, and example pages as drafts with blanks to fill in.
//!
//! It is data (the folder `server/starter`, embedded in the binary). An empty database gets it once; pages that somebody
//! has removed never come back.

use app::db::Db;
use app::posts::PostKind;
use app::posts::store::{NewPost, add_post, examples};
use app::site::store::{is_empty, replace_settings, settings};
use app::site::{MenuItem, Settings};
use app::time::UnixMillis;
use include_dir::{Dir, File, include_dir};
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use crate::front_matter::{self, InvalidFile};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// Why a new site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum StarterError {
    /// A file of `server/starter` is invalid; names the file and what is wrong with it.
    #[error("filen server/starter/{0} går inte att använda: {1}")]
    Content(String, String),
    /// A row could not be written.
    #[error("databasen tog inte emot den: {0}")]
    Database(#[from] sqlx::Error),
}

impl From<InvalidFile> for StarterError {
    fn from(InvalidFile { path, cause }: InvalidFile) -> Self {
        Self::Content(path, cause)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteFile {
    menu: Vec<Link>,
    foot: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    label: String,
    path: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageTable {
    title: String,
    slug: String,
    /// Its first sentence in lists. Without it the body's would be taken, with its blanks.
    teaser: String,
}

/// Gives an empty database the links and pages of a new site, and records that it has been offered them. A database that
/// was offered them before, or has anything in it, stays as it is.
///
/// # Errors
/// See [`StarterError`].
pub async fn offer(db: &Db, now: UnixMillis) -> Result<(), StarterError> {
    let mut change = db.write_content().await?;
    if examples::were_offered(&mut change).await? {
        return Ok(());
    }
    if is_empty(db.reader()).await? {
        add_links(&mut change, db).await?;
        add_pages(&mut change, now).await?;
    }
    examples::record_offer(&mut change, now).await?;
    Ok(change.commit().await?)
}

async fn add_links(writer: &mut SqliteConnection, db: &Db) -> Result<(), StarterError> {
    const FILE: &str = "site.toml";
    let invalid = |cause: String| StarterError::Content(FILE.to_owned(), cause);
    let file =
        STARTER.get_file(FILE).and_then(File::contents_utf8).ok_or_else(|| invalid("den saknas".into()))?;
    let SiteFile { menu, foot } = toml::from_str(file).map_err(|error| invalid(error.to_string()))?;
    let items =
        |links: Vec<Link>| links.into_iter().map(|Link { label, path }| MenuItem { label, path }).collect();
    let links = Settings { menu: items(menu), foot: items(foot), ..settings(db.reader()).await? };
    Ok(replace_settings(writer, &links).await?)
}

async fn add_pages(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), StarterError> {
    let mut files: Vec<_> = STARTER.get_dir("pages").into_iter().flat_map(Dir::files).collect();
    files.sort_by_key(|file| file.path());
    for file in files {
        let (PageTable { title, slug, teaser }, body) = front_matter::read(file)?;
        let page = NewPost::draft(PostKind::Page, slug, title).with_content(|content| {
            (content.teaser, content.body) = (teaser, body);
        });
        let page = add_post(writer, &page, now).await?;
        examples::mark(writer, page).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use app::posts::PostContent;
    use app::posts::checks::{PostFacts, missing};

    use super::*;

    #[test]
    fn every_example_has_blanks_and_a_link_and_nothing_else_is_missing() {
        let site: SiteFile =
            toml::from_str(STARTER.get_file("site.toml").unwrap().contents_utf8().unwrap()).unwrap();
        let linked: BTreeSet<_> = site.menu.iter().chain(&site.foot).map(|link| link.path.as_str()).collect();
        let files: Vec<_> = STARTER.get_dir("pages").unwrap().files().collect();
        assert_eq!(files.len(), 4);
        for file in files {
            let (page, body): (PageTable, _) = front_matter::read(file).unwrap();
            assert!(linked.contains(&*format!("/{}", page.slug)), "{}", page.slug);
            let content =
                PostContent { title: page.title, teaser: page.teaser, body, ..PostContent::default() };
            let missing = missing(PostKind::Page, &content, &PostFacts::default());
            assert!(!missing.is_empty(), "{}: no blank", page.slug);
            for remark in missing {
                assert!(remark.sentence.starts_with("Fyll i "), "{}: {}", page.slug, remark.sentence);
            }
        }
    }
}
