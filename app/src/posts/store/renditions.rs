//! The SQL of renditions.

use std::collections::HashSet;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::db::publicity::public_at;
use crate::posts::{Language, PostId, PostKind, PostState, PostStatus, RenditionKind, Revision};
use crate::time::UnixMillis;

/// What [`PostKind::path`] makes the path of a post `p` of: its slug; of a rendition the path of its original, without the
/// first slash, with a step of its own.
macro_rules! address_slug {
    ($post:literal) => {
        concat!(
            "case when ",
            $post,
            ".original_id is null then ",
            $post,
            ".slug else (select case original.kind when 'voice' then 'roster/' when 'page' then '' else 'inlagg/' end
                 || original.slug || '/' || case when ",
            $post,
            ".easy_read then 'lattlast' else ",
            $post,
            ".language end from posts original where original.id = ",
            $post,
            ".original_id) end"
        )
    };
}
pub(crate) use address_slug;

/// A text that readers have, or one of its renditions.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::posts) struct PublicRow {
    /// The text or the rendition.
    pub(in crate::posts) id: PostId,
    pub(in crate::posts) kind: PostKind,
    /// What its path is made of.
    pub(in crate::posts) slug: String,
    easy_read: bool,
    pub(in crate::posts) language: Language,
}

impl PublicRow {
    /// Returns how a rendition tells its original; none for the original.
    pub(in crate::posts) fn told(&self) -> Option<RenditionKind> {
        (self.kind == PostKind::Rendition).then(|| told(self.easy_read, self.language))
    }
}

/// A rendition, as staff see it beside its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StaffRendition {
    pub(crate) id: PostId,
    pub(crate) told: RenditionKind,
    pub(crate) status: PostStatus,
    /// The revision of the original that somebody has last held it against.
    pub(crate) seen: Revision,
}

#[derive(sqlx::FromRow)]
struct StaffRow {
    id: PostId,
    easy_read: bool,
    language: Language,
    state: PostState,
    public_from: Option<UnixMillis>,
    public_until: UnixMillis,
    original_revision: Revision,
}

pub(super) const fn told(easy_read: bool, language: Language) -> RenditionKind {
    if easy_read { RenditionKind::EasyRead } else { RenditionKind::Translation(language) }
}

/// Lists a text and its renditions that readers have, asked with any of them: the text first, then in plain words, then by
/// language.
pub(in crate::posts) async fn public_family(
    reader: &SqlitePool,
    shown: PostId,
    now: UnixMillis,
) -> Result<Vec<PublicRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "with family (id) as (select coalesce(original_id, id) from posts where id = $1)
         select p.id, p.kind, ",
        address_slug!("p"),
        " as slug, p.easy_read, p.language from family join posts p on p.id = family.id or p.original_id = family.id
         where ",
        public_at!("p", "$2"),
        " order by p.original_id is not null, p.easy_read desc, p.language"
    ))
    .bind(shown)
    .bind(now)
    .fetch_all(reader)
    .await
}

/// Finds the post with a slug of which a rendition is to be added, and the time from which it is published.
///
/// # Errors
/// Those of the database.
pub async fn original_named(
    connection: &mut SqliteConnection,
    slug: &str,
) -> Result<Option<(PostId, Option<UnixMillis>)>, sqlx::Error> {
    sqlx::query_as("select id, published_at from posts where slug = $1")
        .bind(slug)
        .fetch_optional(connection)
        .await
}

/// Finds the rendition that readers have of the post of some kinds with a slug, and its original.
///
/// # Errors
/// `RowNotFound` when readers have none.
pub(crate) async fn find_public(
    reader: &SqlitePool,
    kinds: &[PostKind],
    slug: &str,
    told: RenditionKind,
    now: UnixMillis,
) -> Result<(PostId, PostId), sqlx::Error> {
    let (rendition, original, kind): (PostId, PostId, PostKind) = sqlx::query_as(concat!(
        "select p.id, o.id, o.kind from posts o join posts p on p.original_id = o.id
         where o.slug = $1 and p.easy_read = $2 and (p.easy_read or p.language = $3) and ",
        public_at!("p", "$4")
    ))
    .bind(slug)
    .bind(told.is_easy_read())
    .bind(told.as_str())
    .bind(now)
    .fetch_one(reader)
    .await?;
    if kinds.contains(&kind) { Ok((rendition, original)) } else { Err(sqlx::Error::RowNotFound) }
}

/// Lists the posts that are told in plain words, too, by a text that is not in the trash.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn told_in_plain_words(reader: &SqlitePool) -> Result<HashSet<PostId>, sqlx::Error> {
    let posts: Vec<PostId> =
        sqlx::query_scalar("select original_id from posts where easy_read = 1 and state <> 'trash'")
            .fetch_all(reader)
            .await?;
    Ok(posts.into_iter().collect())
}

/// Lists a post with its renditions.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn family_of(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("select id from posts where id = $1 or original_id = $1")
        .bind(post)
        .fetch_all(connection)
        .await
}

/// Lists the renditions of a post, those in the trash too.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn renditions_of(
    reader: &SqlitePool,
    original: PostId,
    now: UnixMillis,
) -> Result<Vec<StaffRendition>, sqlx::Error> {
    let rows: Vec<StaffRow> = sqlx::query_as(
        "select id, easy_read, language, state, public_from, public_until, original_revision from posts
         where original_id = $1 order by easy_read desc, language",
    )
    .bind(original)
    .fetch_all(reader)
    .await?;
    let rendition = |row: StaffRow| StaffRendition {
        id: row.id,
        told: told(row.easy_read, row.language),
        status: PostStatus::of(row.state, (row.public_from, row.public_until), now),
        seen: row.original_revision,
    };
    Ok(rows.into_iter().map(rendition).collect())
}

/// Returns a post's rendition of a kind, whatever its state.
pub(in crate::posts) async fn find(
    connection: &mut SqliteConnection,
    original: PostId,
    told: RenditionKind,
) -> Result<Option<PostId>, sqlx::Error> {
    sqlx::query_scalar(
        "select id from posts where original_id = $1 and easy_read = $2 and (easy_read or language = $3)",
    )
    .bind(original)
    .bind(told.is_easy_read())
    .bind(told.as_str())
    .fetch_optional(connection)
    .await
}

/// Stores against which revision of its original somebody has held a rendition.
pub(in crate::posts) async fn set_seen(
    writer: &mut SqliteConnection,
    rendition: PostId,
    revision: Revision,
) -> Result<(), sqlx::Error> {
    sqlx::query("update posts set original_revision = $2 where id = $1")
        .bind(rendition)
        .bind(revision)
        .execute(writer)
        .await?;
    Ok(())
}
