//! `articles/`, `voices/`, `pages/` and `tags.toml`: texts that become public at a time of their own.

use app::blog::Tag;
use app::posts::GuldkornForm;
use app::posts::store::{NewPost, add_post, add_tag, rename, withdraw};
use app::posts::{PostId, PostKind, slug_of};
use app::time::UnixMillis;
use include_dir::File;
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use super::files::{content_error, path_of, read_toml, with_extension};
use super::pictures::Pictures;
use super::{DemoError, front_matter};
use crate::start_time;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TagsFile {
    tags: Vec<TagTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TagTable {
    slug: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostTable {
    title: String,
    slug: Option<String>,
    form: Option<GuldkornForm>,
    #[serde(default)]
    quote: String,
    #[serde(default, alias = "attribution")]
    source: String,
    #[serde(default, alias = "extract")]
    teaser: String,
    #[serde(default)]
    author: String,
    picture: Option<String>,
    picture_alt: Option<String>,
    #[serde(default)]
    caption: String,
    #[serde(default)]
    sensitive: bool,
    /// A time in the site's own zone. A page without one was published in 1970.
    published: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    /// The slug before it was renamed.
    old_slug: Option<String>,
    /// Whether it was withdrawn after it had been published.
    #[serde(default)]
    withdrawn: bool,
}

pub(super) async fn add_tags(writer: &mut SqliteConnection) -> Result<(), DemoError> {
    let file: TagsFile = read_toml("tags.toml")?;
    for TagTable { slug, name } in file.tags {
        add_tag(writer, &Tag { slug, name }).await?;
    }
    Ok(())
}

pub(super) async fn add_all(
    writer: &mut SqliteConnection,
    pictures: &Pictures,
    now: UnixMillis,
) -> Result<(), DemoError> {
    let folders = [("articles", PostKind::Article), ("voices", PostKind::Voice), ("pages", PostKind::Page)];
    for (folder, kind) in folders {
        for file in with_extension(folder, "md") {
            add(writer, file, kind, pictures, now).await?;
        }
    }
    Ok(())
}

/// Adds the text of a file and returns its id.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    file: &File<'_>,
    kind: PostKind,
    pictures: &Pictures,
    now: UnixMillis,
) -> Result<PostId, DemoError> {
    let (mut table, body): (PostTable, String) = front_matter::read(file)?;
    let (old_slug, withdrawn) = (table.old_slug.take(), table.withdrawn);
    let mut post = new_post(&path_of(file), table, body, kind, pictures)?;
    let new_slug = old_slug.map(|old_slug| std::mem::replace(&mut post.slug, old_slug));
    let saved = async {
        let id = add_post(writer, &post, now).await?;
        if let Some(slug) = new_slug {
            rename(writer, id, &slug, now).await?;
        }
        if withdrawn {
            withdraw(writer, id, now).await?;
        }
        Ok::<_, sqlx::Error>(id)
    };
    saved.await.map_err(|error| content_error(&path_of(file), error))
}

fn new_post(
    path: &str,
    table: PostTable,
    body: String,
    kind: PostKind,
    pictures: &Pictures,
) -> Result<NewPost, DemoError> {
    let picture = match &table.picture {
        Some(name) => {
            Some(pictures.get(name).ok_or_else(|| content_error(path, format!("bilden {name} finns inte")))?)
        }
        None => None,
    };
    let published_at = match (&table.published, kind) {
        (Some(time), _) => Some(start_time::parse(time).map_err(|error| content_error(path, error))?.into()),
        // Public from the opening of its door.
        (None, PostKind::Guldkorn) => None,
        (None, _) => Some(UnixMillis(0)),
    };
    Ok(NewPost {
        kind,
        slug: table.slug.unwrap_or_else(|| slug_of(&table.title)),
        title: table.title,
        form: table.form,
        quote: table.quote,
        source: table.source,
        teaser: table.teaser,
        author: table.author,
        body: pictures.resolve_names(body),
        picture: picture.map(|picture| picture.row.id.clone()),
        picture_alt: table.picture_alt.or(picture.map(|picture| picture.alt.clone())).unwrap_or_default(),
        picture_caption: table.caption,
        sensitive: table.sensitive,
        published: true,
        published_at,
        tags: table.tags,
    })
}
