//! Drafts: what staff members have written and not saved as a revision.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::revisions::{parse, to_json};
use crate::posts::{DraftVersion, PostContent, PostId, Revision};
use crate::staff::StaffId;

/// A staff member's unsaved text of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The newest revision when the writing began.
    pub base_revision: Revision,
    /// Increased at each autosave.
    pub version: DraftVersion,
    /// What is written so far.
    pub content: PostContent,
}

/// A draft as others may know of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DraftOf {
    /// Id of whoever writes it.
    pub staff_id: StaffId,
    /// Name of whoever writes it.
    pub name: String,
    /// Tells when it was last autosaved.
    pub version: DraftVersion,
}

/// Returns a staff member's draft of a post.
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
    row.map(|(base_revision, version, json)| Ok(Draft { base_revision, version, content: parse(&json)? }))
        .transpose()
}

/// Returns the drafts of a post that others have, newest first.
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

/// Returns everybody's drafts of a post that began from a revision, by the id of whoever writes.
///
/// # Errors
/// When the database cannot be read.
pub async fn all_from(
    connection: &mut SqliteConnection,
    post: PostId,
    base_revision: Revision,
) -> Result<Vec<(StaffId, Draft)>, sqlx::Error> {
    let rows: Vec<(StaffId, DraftVersion, String)> = sqlx::query_as(
        "select staff_id, saved_at, content from drafts where post_id = $1 and base_revision = $2",
    )
    .bind(post)
    .bind(base_revision)
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(staff, version, json)| Ok((staff, Draft { base_revision, version, content: parse(&json)? })))
        .collect()
}

/// Saves a staff member's draft in place of the one before.
///
/// # Errors
/// When the database refuses.
pub async fn save(
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
    .bind(draft.base_revision)
    .bind(to_json(&draft.content)?)
    .bind(draft.version)
    .execute(writer)
    .await?;
    Ok(())
}

/// Deletes a staff member's draft of a post, unless it is newer than a version.
///
/// # Errors
/// When the database refuses.
pub async fn discard(
    writer: &mut SqliteConnection,
    post: PostId,
    staff: StaffId,
    version: DraftVersion,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from drafts where post_id = $1 and staff_id = $2 and saved_at <= $3")
        .bind(post)
        .bind(staff)
        .bind(version)
        .execute(writer)
        .await?;
    Ok(())
}
