//! Putting a manuscript where readers get it from, or will.

use crate::posts::{PostId, TagId};
use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

use crate::posts::GuldkornForm;
use crate::posts::tags::tag_named;
use crate::posts::{PostContent, PostKind, slug_of};
use crate::{markdown, paths};

/// What a text without a title is called in the staff's lists.
pub const UNTITLED: &str = "Namnlös text";

/// The longest teaser that is taken from the text, in characters.
const TEASER: usize = 180;

/// Puts a manuscript into a post. Its state and its door stay; holes are filled with what a list can show.
///
/// # Errors
/// `RowNotFound` when there is no such post, or the database refuses.
pub async fn put(
    writer: &mut SqliteConnection,
    post: PostId,
    kind: PostKind,
    text: &PostContent,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let address = address_for(writer, post, kind, text, now).await?;
    let picture: Option<String> = sqlx::query_scalar("select id from pictures where id = $1")
        .bind(&text.picture)
        .fetch_optional(&mut *writer)
        .await?;
    let former: String = sqlx::query_scalar(
        "update posts set title = $2, form = $3, quote = $4, source = $5, teaser = $6, author = $7,
             body_markdown = $8, body_html = $9, picture_id = $10, picture_alt = $11, picture_caption = $12,
             sensitive = $13, updated_at = $14, version = version + 1
         where id = $1 returning slug",
    )
    .bind(post)
    .bind(text.shown_title())
    .bind((kind == PostKind::Guldkorn).then(|| text.form.unwrap_or(GuldkornForm::Story).as_str()))
    .bind(&text.quote)
    .bind(&text.source)
    .bind(teaser(text))
    .bind(&text.author)
    .bind(&text.body)
    .bind(markdown::to_html(&text.body))
    .bind(picture)
    .bind(if text.picture_decorative { "" } else { &text.picture_alt })
    .bind(&text.picture_caption)
    .bind(text.sensitive)
    .bind(now)
    .fetch_one(&mut *writer)
    .await?;
    if former != address {
        super::rename(writer, post, &address, now).await?;
    }
    put_tags(writer, post, &text.tags).await?;
    crate::search_index::index_waiting(writer).await
}

/// The address that a text gets: the one chosen by hand, the one that readers know, or one made from the title.
async fn address_for(
    writer: &mut SqliteConnection,
    post: PostId,
    kind: PostKind,
    text: &PostContent,
    now: UnixMillis,
) -> Result<String, sqlx::Error> {
    let (known, is_public): (String, bool) =
        sqlx::query_as("select slug, coalesce(public_from <= $2, 0) from posts where id = $1")
            .bind(post)
            .bind(now)
            .fetch_one(&mut *writer)
            .await?;
    let chosen = slug_of(&text.slug);
    let wanted = match (chosen.is_empty(), is_public) {
        (false, _) => chosen,
        (true, true) => return Ok(known),
        (true, false) => slug_of(&text.title),
    };
    let wanted = if wanted.is_empty() { format!("utkast-{post}") } else { wanted };
    let mut number = 1;
    loop {
        let candidate = if number == 1 { wanted.clone() } else { format!("{wanted}-{number}") };
        if is_free(writer, post, kind, &candidate).await? {
            return Ok(candidate);
        }
        number += 1;
    }
}

async fn is_free(
    writer: &mut SqliteConnection,
    post: PostId,
    kind: PostKind,
    slug: &str,
) -> Result<bool, sqlx::Error> {
    if kind == PostKind::Page && paths::is_reserved(slug) {
        return Ok(false);
    }
    sqlx::query_scalar(
        "select not exists (select 1 from posts where slug = $1 and id <> $2)
         and not exists (select 1 from post_redirects where slug = $1 and post_id is not $2)",
    )
    .bind(slug)
    .bind(post)
    .fetch_one(writer)
    .await
}

/// Written by hand, or the beginning of what is told.
fn teaser(text: &PostContent) -> String {
    if !text.teaser.is_empty() {
        return text.teaser.clone();
    }
    let told = if text.quote.is_empty() { markdown::plain_text(&text.body) } else { text.quote.clone() };
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    if told.chars().count() <= TEASER {
        return told;
    }
    let beginning: String = told.chars().take(TEASER).collect();
    let end = beginning.rfind(' ').unwrap_or(beginning.len());
    let beginning = beginning.get(..end).unwrap_or_default();
    format!("{} …", beginning.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Gives a post these subjects and no others. Everything else stays as readers have it.
///
/// # Errors
/// When the database refuses.
pub async fn put_only_tags(
    writer: &mut SqliteConnection,
    post: PostId,
    names: &[String],
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    put_tags(writer, post, names).await?;
    sqlx::query("update posts set updated_at = $2, version = version + 1 where id = $1")
        .bind(post)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

async fn put_tags(writer: &mut SqliteConnection, post: PostId, names: &[String]) -> Result<(), sqlx::Error> {
    let mut wanted = Vec::with_capacity(names.len());
    for name in names {
        wanted.push(tag_named(writer, name).await?);
    }
    let given: Vec<TagId> = sqlx::query_scalar("select tag_id from post_tags where post_id = $1")
        .bind(post)
        .fetch_all(&mut *writer)
        .await?;
    for tag in given.iter().filter(|tag| !wanted.contains(tag)) {
        sqlx::query("delete from post_tags where post_id = $1 and tag_id = $2")
            .bind(post)
            .bind(tag)
            .execute(&mut *writer)
            .await?;
    }
    for tag in wanted.iter().filter(|tag| !given.contains(tag)) {
        sqlx::query("insert or ignore into post_tags (post_id, tag_id) values ($1, $2)")
            .bind(post)
            .bind(tag)
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}
