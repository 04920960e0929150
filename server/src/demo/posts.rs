//! `articles/`, `voices/`, `pages/` and `tags.toml`: texts that become public at a time of their own.

use app::blog::Tag;
use app::calendar::GuldkornForm;
use app::posts::store::{NewPost, add_post, add_tag, rename, withdraw};
use app::posts::{PostId, PostKind, slug_of};
use app::time::UnixMillis;
use include_dir::File;
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use super::files::{name, table, with_ending, wrong};
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
    /// Local time of the site. A page without one has always been there.
    published: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    /// The last part of the address that it had at first.
    former_slug: Option<String>,
    /// Whether it was taken away again.
    #[serde(default)]
    withdrawn: bool,
}

pub(super) async fn add_tags(writer: &mut SqliteConnection) -> Result<(), DemoError> {
    let file: TagsFile = table("tags.toml")?;
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
        for file in with_ending(folder, "md") {
            add(writer, file, kind, pictures, now).await?;
        }
    }
    Ok(())
}

/// Adds the text of a file and tells its number.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    file: &File<'_>,
    kind: PostKind,
    pictures: &Pictures,
    now: UnixMillis,
) -> Result<PostId, DemoError> {
    let (mut table, body): (PostTable, String) = front_matter::read(file)?;
    let (former, withdrawn) = (table.former_slug.take(), table.withdrawn);
    let mut post = read(&name(file), table, body, kind, pictures)?;
    let slug = former.map(|former| std::mem::replace(&mut post.slug, former));
    let saved = async {
        let id = add_post(writer, &post, now).await?;
        if let Some(slug) = slug {
            rename(writer, id, &slug, now).await?;
        }
        if withdrawn {
            withdraw(writer, id, now).await?;
        }
        Ok::<_, sqlx::Error>(id)
    };
    saved.await.map_err(|error| wrong(&name(file), error))
}

fn read(
    path: &str,
    table: PostTable,
    body: String,
    kind: PostKind,
    pictures: &Pictures,
) -> Result<NewPost, DemoError> {
    let picture = match &table.picture {
        Some(name) => {
            Some(pictures.get(name).ok_or_else(|| wrong(path, format!("bilden {name} finns inte")))?)
        }
        None => None,
    };
    let published_at = match (&table.published, kind) {
        (Some(time), _) => Some(start_time::parse(time).map_err(|error| wrong(path, error))?.into()),
        // Its door decides.
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
        body: pictures.addressed(body),
        picture: picture.map(|picture| picture.row.id.to_string()),
        picture_alt: table.picture_alt.or(picture.map(|picture| picture.alt.clone())).unwrap_or_default(),
        picture_caption: table.caption,
        sensitive: table.sensitive,
        published: true,
        published_at,
        tags: table.tags,
    })
}
