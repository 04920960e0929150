//! `articles/`, `voices/`, `pages/` and `tags.toml`: posts that become public at a time of their own.
//!
//! The table above a text has the fields of [`PostContent`], where a picture is named by its file and a tag by its
//! address, and those of [`PostTable`].

use std::collections::HashMap;

use app::posts::store::{NewPost, add_post, rename, withdraw};
use app::posts::tags::{Drawing, Tag, add_tag, describe_tag};
use app::posts::{AltMode, PostContent, PostId, PostKind, slug_of};
use app::time::UnixMillis;
use include_dir::File;
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;
use toml::Table;

use super::DemoError;
use super::files::{content_error, path_of, read_toml, with_extension};
use super::pictures::Pictures;
use crate::{front_matter, start_time};

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
    introduction: String,
    /// Name of a drawing in `public/amnen`.
    drawing: String,
}

/// What belongs to the demo site alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostTable {
    slug: Option<String>,
    /// A time in the site's own zone. A page without one has been there from the beginning.
    published: Option<String>,
    /// The slug before it was renamed.
    old_slug: Option<String>,
    /// Whether it was withdrawn after it had been published.
    #[serde(default)]
    withdrawn: bool,
}

impl PostTable {
    const FIELDS: [&str; 4] = ["slug", "published", "old_slug", "withdrawn"];
}

pub(super) async fn add_tags(writer: &mut SqliteConnection) -> Result<(), DemoError> {
    for TagTable { slug, name, introduction, drawing } in tags()? {
        let drawing = Drawing::named(&drawing)
            .ok_or_else(|| content_error("tags.toml", format!("teckningen {drawing} finns inte")))?;
        let tag = Tag { slug, name };
        add_tag(writer, &tag).await?;
        describe_tag(writer, &tag.slug, &introduction, Some(drawing)).await?;
    }
    Ok(())
}

fn tags() -> Result<Vec<TagTable>, DemoError> {
    Ok(read_toml::<TagsFile>("tags.toml")?.tags)
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

/// Adds the post of a file and returns its id.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    file: &File<'_>,
    kind: PostKind,
    pictures: &Pictures,
    now: UnixMillis,
) -> Result<PostId, DemoError> {
    let path = path_of(file);
    let (mut content, body): (Table, String) = front_matter::read(file)?;
    let own = content.iter().filter(|(field, _)| PostTable::FIELDS.contains(&field.as_str()));
    let own: Table = own.map(|(field, value)| (field.clone(), value.clone())).collect();
    content.retain(|field, _| !own.contains_key(field));
    let table: PostTable = own.try_into().map_err(|error| content_error(&path, error))?;
    let content = read(&path, content, body, pictures)?;

    let slug = table.slug.unwrap_or_else(|| slug_of(&content.title));
    let published_at = match (&table.published, kind) {
        (Some(time), _) => Some(start_time::parse(time).map_err(|error| content_error(&path, error))?.into()),
        // Public from the opening of its door.
        (None, PostKind::Guldkorn) => None,
        (None, _) => Some(beginning().map_err(|error| content_error(&path, error))?),
    };
    let first_slug = table.old_slug.clone().unwrap_or_else(|| slug.clone());
    let post = NewPost { kind, slug: first_slug, content, published: true, published_at };
    let saved = async {
        let id = add_post(writer, &post, now).await?;
        if table.old_slug.is_some() {
            rename(writer, id, &slug, now).await?;
        }
        if table.withdrawn {
            withdraw(writer, id, now).await?;
        }
        Ok::<_, sqlx::Error>(id)
    };
    saved.await.map_err(|error| content_error(&path, error))
}

/// When the demo site began: before its oldest post.
fn beginning() -> Result<UnixMillis, start_time::InvalidStartTime> {
    start_time::parse("2019-01-07T08:00").map(Into::into)
}

/// Reads the fields of a post's content.
pub(super) fn read(
    path: &str,
    mut fields: Table,
    body: String,
    pictures: &Pictures,
) -> Result<PostContent, DemoError> {
    let picture = match fields.get("picture").and_then(|name| name.as_str()) {
        Some(name) => {
            Some(pictures.get(name).ok_or_else(|| content_error(path, format!("bilden {name} finns inte")))?)
        }
        None => None,
    };
    if let Some(picture) = picture {
        let mode = match fields.get("picture_alt").and_then(|alt| alt.as_str()) {
            None => AltMode::Library,
            Some("") => AltMode::Decorative,
            Some(_) => AltMode::Own,
        };
        fields.insert("picture_alt_mode".into(), mode.as_str().into());
        fields.insert("picture".into(), picture.row.id.to_string().into());
    }
    let known = serde_json::to_value(PostContent::default()).map_err(|error| content_error(path, error))?;
    if let Some(unknown) = fields.keys().find(|field| known.get(field.as_str()).is_none()) {
        return Err(content_error(path, format!("fältet {unknown} finns inte")));
    }
    let mut content: PostContent = fields.try_into().map_err(|error| content_error(path, error))?;
    let names: HashMap<_, _> = tags()?.into_iter().map(|tag| (tag.slug, tag.name)).collect();
    for tag in &mut content.tags {
        *tag = names
            .get(tag)
            .cloned()
            .ok_or_else(|| content_error(path, format!("etiketten {tag} finns inte")))?;
    }
    content.body = pictures.resolve_names(body);
    Ok(content)
}
