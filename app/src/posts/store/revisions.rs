//! Saved versions.

use crate::posts::{PostId, Revision};
use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::posts::PostContent;

/// A version, without what it says.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SavedRevision {
    /// Its number, from 1.
    pub number: Revision,
    /// When it was saved, in milliseconds UTC.
    pub saved_at: UnixMillis,
    /// Who saved it; nothing for what was there before anybody wrote here.
    pub by: Option<String>,
    /// The version that it brought back.
    pub restored_from: Option<Revision>,
}

/// A text's versions, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(reader: &SqlitePool, post: PostId) -> Result<Vec<SavedRevision>, sqlx::Error> {
    sqlx::query_as(
        "select r.number, r.saved_at, s.name as by, r.restored_from
         from revisions r left join staff s on s.id = r.staff_id where r.post_id = $1 order by r.number desc",
    )
    .bind(post)
    .fetch_all(reader)
    .await
}

/// A version, without what it says.
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

/// Returns the newest version, without what it says.
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

/// When somebody last saved a version that is newer than another, in milliseconds UTC.
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

/// What a version says.
///
/// # Errors
/// `RowNotFound` when there is no such version, or the database cannot be read.
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
    read(&json)
}

/// Adds a version.
///
/// # Errors
/// When there is one of that number already, or the database refuses.
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
    .bind(write(revision.text)?)
    .bind(revision.by)
    .bind(revision.saved_at)
    .bind(revision.restored_from)
    .execute(writer)
    .await?;
    Ok(())
}

/// A version to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewRevision<'a> {
    /// Its number.
    pub number: Revision,
    /// What it says.
    pub text: &'a PostContent,
    /// Who saved it.
    pub by: Option<StaffId>,
    /// When, in milliseconds UTC.
    pub saved_at: UnixMillis,
    /// The version that it brings back.
    pub restored_from: Option<Revision>,
}

/// Notes which version readers have, or would have.
///
/// # Errors
/// When the database refuses.
pub async fn give_readers(
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

pub(super) fn read(json: &str) -> Result<PostContent, sqlx::Error> {
    serde_json::from_str(json).map_err(|error| sqlx::Error::Decode(error.into()))
}

pub(super) fn write(text: &PostContent) -> Result<String, sqlx::Error> {
    serde_json::to_string(text).map_err(|error| sqlx::Error::Encode(error.into()))
}
