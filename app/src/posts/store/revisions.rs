//! Saved revisions.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::posts::{PostContent, PostId, Revision};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// A saved revision, without its content.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SavedRevision {
    /// Number within its post, from 1.
    pub number: Revision,
    /// When it was saved.
    pub saved_at: UnixMillis,
    /// Name of the staff member who saved it; none for what the program had added.
    pub by: Option<String>,
    /// The revision whose content it restored.
    pub restored_from: Option<Revision>,
}

/// Returns the revisions of a post, newest first: at most `limit` after the first `skip`.
///
/// # Errors
/// When the database cannot be read.
pub async fn page(
    reader: &SqlitePool,
    post: PostId,
    limit: u32,
    skip: u32,
) -> Result<Vec<SavedRevision>, sqlx::Error> {
    sqlx::query_as(
        "select r.number, r.saved_at, s.name as by, r.restored_from
         from revisions r left join staff s on s.id = r.staff_id where r.post_id = $1
         order by r.number desc limit $2 offset $3",
    )
    .bind(post)
    .bind(limit)
    .bind(skip)
    .fetch_all(reader)
    .await
}

/// Counts the revisions of a post.
///
/// # Errors
/// When the database cannot be read.
pub async fn count(reader: &SqlitePool, post: PostId) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar("select count(*) from revisions where post_id = $1").bind(post).fetch_one(reader).await
}

/// Returns a revision, without its content.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    reader: &SqlitePool,
    post: PostId,
    number: Revision,
) -> Result<Option<SavedRevision>, sqlx::Error> {
    sqlx::query_as(
        "select r.number, r.saved_at, s.name as by, r.restored_from
         from revisions r left join staff s on s.id = r.staff_id where r.post_id = $1 and r.number = $2",
    )
    .bind(post)
    .bind(number)
    .fetch_optional(reader)
    .await
}

/// Returns the newest revision, without its content.
pub(crate) async fn newest(reader: &SqlitePool, post: PostId) -> Result<Option<SavedRevision>, sqlx::Error> {
    sqlx::query_as(
        "select r.number, r.saved_at, s.name as by, r.restored_from
         from revisions r left join staff s on s.id = r.staff_id where r.post_id = $1
         order by r.number desc limit 1",
    )
    .bind(post)
    .fetch_optional(reader)
    .await
}

/// Returns when a staff member last saved a revision that is newer than another.
///
/// # Errors
/// When the database cannot be read.
pub async fn saved_after(
    connection: &mut SqliteConnection,
    post: PostId,
    number: Revision,
    staff: StaffId,
) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select max(saved_at) from revisions where post_id = $1 and number > $2 and staff_id = $3",
    )
    .bind(post)
    .bind(number)
    .bind(staff)
    .fetch_one(connection)
    .await
}

/// Returns the content of a revision.
///
/// # Errors
/// `RowNotFound` when there is no such revision.
pub async fn content(
    connection: &mut SqliteConnection,
    post: PostId,
    number: Revision,
) -> Result<PostContent, sqlx::Error> {
    let json: String = sqlx::query_scalar("select content from revisions where post_id = $1 and number = $2")
        .bind(post)
        .bind(number)
        .fetch_one(connection)
        .await?;
    parse(&json)
}

/// Adds a revision.
///
/// # Errors
/// When there is one of that number already.
pub async fn add(
    writer: &mut SqliteConnection,
    post: PostId,
    revision: NewRevision<'_>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into revisions (post_id, number, content, staff_id, saved_at, restored_from)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(post)
    .bind(revision.number)
    .bind(to_json(revision.content)?)
    .bind(revision.by)
    .bind(revision.saved_at)
    .bind(revision.restored_from)
    .execute(writer)
    .await?;
    Ok(())
}

/// A revision to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewRevision<'a> {
    /// One more than the newest revision's.
    pub number: Revision,
    /// What the post says in it.
    pub content: &'a PostContent,
    /// The staff member who saves it; none for what the program had added.
    pub by: Option<StaffId>,
    /// When it is saved.
    pub saved_at: UnixMillis,
    /// The revision whose content it restores.
    pub restored_from: Option<Revision>,
}

/// Sets which revision readers have, or would have.
///
/// # Errors
/// When the database refuses.
pub async fn set_published(
    writer: &mut SqliteConnection,
    post: PostId,
    number: Revision,
) -> Result<(), sqlx::Error> {
    sqlx::query("update posts set published_revision = $2 where id = $1")
        .bind(post)
        .bind(number)
        .execute(writer)
        .await?;
    Ok(())
}

pub(super) fn parse(json: &str) -> Result<PostContent, sqlx::Error> {
    serde_json::from_str(json).map_err(|error| sqlx::Error::Decode(error.into()))
}

pub(super) fn to_json(content: &PostContent) -> Result<String, sqlx::Error> {
    serde_json::to_string(content).map_err(|error| sqlx::Error::Encode(error.into()))
}
