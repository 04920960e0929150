//! What people are writing and have not saved.

use crate::posts::{DraftVersion, PostId, Revision};
use crate::staff::StaffId;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::revisions::{read, write};
use crate::posts::PostContent;

/// Somebody's unsaved text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The version that it began from.
    pub base: Revision,
    /// When it was last kept, in milliseconds UTC. Never twice the same for one draft, so it names its state.
    pub version: DraftVersion,
    /// What it says.
    pub text: PostContent,
}

/// Somebody's draft, as others may know of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DraftOf {
    /// The number of whoever writes.
    pub staff_id: StaffId,
    /// The name.
    pub name: String,
    /// When it was last kept, in milliseconds UTC.
    pub version: DraftVersion,
}

/// Somebody's draft of a text.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    connection: &mut SqliteConnection,
    post: PostId,
    staff: StaffId,
) -> Result<Option<Draft>, sqlx::Error> {
    let row: Option<(Revision, DraftVersion, String)> = sqlx::query_as(
        "select base_revision, saved_at, content from drafts where post_id = $1 and staff_id = $2",
    )
    .bind(post)
    .bind(staff)
    .fetch_optional(connection)
    .await?;
    row.map(|(base, version, json)| Ok(Draft { base, version, text: read(&json)? })).transpose()
}

/// The drafts that others than somebody have of a text, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_others(
    reader: &SqlitePool,
    post: PostId,
    staff: StaffId,
) -> Result<Vec<DraftOf>, sqlx::Error> {
    sqlx::query_as(
        "select d.staff_id, s.name, d.saved_at as version from drafts d join staff s on s.id = d.staff_id
         where d.post_id = $1 and d.staff_id <> $2 order by d.saved_at desc",
    )
    .bind(post)
    .bind(staff)
    .fetch_all(reader)
    .await
}

/// Everybody's drafts of a text that began from a version, by the number of whoever writes.
///
/// # Errors
/// When the database cannot be read.
pub async fn all_from(
    connection: &mut SqliteConnection,
    post: PostId,
    base: Revision,
) -> Result<Vec<(StaffId, Draft)>, sqlx::Error> {
    let rows: Vec<(StaffId, DraftVersion, String)> = sqlx::query_as(
        "select staff_id, saved_at, content from drafts where post_id = $1 and base_revision = $2",
    )
    .bind(post)
    .bind(base)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(staff, version, json)| Ok((staff, Draft { base, version, text: read(&json)? })))
        .collect()
}

/// Keeps somebody's draft in place of the one before.
///
/// # Errors
/// When the database refuses.
pub async fn keep(
    writer: &mut SqliteConnection,
    post: PostId,
    staff: StaffId,
    draft: &Draft,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into drafts (post_id, staff_id, base_revision, content, saved_at) values ($1, $2, $3, $4, $5)
         on conflict (post_id, staff_id) do update set
             base_revision = excluded.base_revision, content = excluded.content, saved_at = excluded.saved_at",
    )
    .bind(post)
    .bind(staff)
    .bind(draft.base)
    .bind(write(&draft.text)?)
    .bind(draft.version)
    .execute(writer)
    .await?;
    Ok(())
}

/// Throws somebody's draft of a text away, unless it was kept after an instant.
///
/// # Errors
/// When the database refuses.
pub async fn discard(
    writer: &mut SqliteConnection,
    post: PostId,
    staff: StaffId,
    known: DraftVersion,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from drafts where post_id = $1 and staff_id = $2 and saved_at <= $3")
        .bind(post)
        .bind(staff)
        .bind(known)
        .execute(writer)
        .await?;
    Ok(())
}
