//! Doors on which posts can hang.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::EditionId;
use crate::posts::{PostId, PostState};
use crate::time::UnixMillis;

/// A door of an edition, and what hangs there.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Door {
    /// The edition's id.
    pub edition: EditionId,
    /// The edition's title.
    pub edition_title: String,
    /// Whether the public knows of the edition.
    pub is_published: bool,
    /// The edition's time zone: `Europe/Stockholm`.
    pub time_zone: String,
    /// The door's number in its edition, from 1.
    pub day: u16,
    /// When it opens.
    pub opens_at: UnixMillis,
    /// What staff call the day, such as "Lucia"; empty for most.
    pub label: String,
    /// The post that hangs there, unless it is in the trash.
    pub post: Option<PostId>,
    /// That post's title.
    pub title: Option<String>,
    /// That post's state.
    pub state: Option<PostState>,
}

/// Returns the doors of every edition, the newest edition first, in day order.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(reader: &SqlitePool) -> Result<Vec<Door>, sqlx::Error> {
    sqlx::query_as(
        "select e.id as edition, e.title as edition_title, e.state = 'published' as is_published, e.time_zone,
             d.day, d.opens_at, d.label, p.id as post, p.title, p.state
         from editions e join doors d on d.edition_id = e.id
         left join posts p on p.id = d.post_id and p.state <> 'trash'
         order by e.first_day desc, e.id desc, d.day",
    )
    .fetch_all(reader)
    .await
}

/// Returns a door.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(
    connection: &mut SqliteConnection,
    edition: EditionId,
    day: u16,
) -> Result<Option<Door>, sqlx::Error> {
    sqlx::query_as(
        "select e.id as edition, e.title as edition_title, e.state = 'published' as is_published, e.time_zone,
             d.day, d.opens_at, d.label, p.id as post, p.title, p.state
         from editions e join doors d on d.edition_id = e.id
         left join posts p on p.id = d.post_id and p.state <> 'trash'
         where e.id = $1 and d.day = $2",
    )
    .bind(edition)
    .bind(day)
    .fetch_optional(connection)
    .await
}

/// Hangs a post on a door, in place of what hangs there.
///
/// # Errors
/// `RowNotFound` when the edition has no such day; a constraint violation when the post hangs on another door.
pub async fn hang(
    writer: &mut SqliteConnection,
    edition: EditionId,
    day: u16,
    post: PostId,
) -> Result<(), sqlx::Error> {
    let done = sqlx::query("update doors set post_id = $3 where edition_id = $1 and day = $2")
        .bind(edition)
        .bind(day)
        .bind(post)
        .execute(writer)
        .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(sqlx::Error::RowNotFound) }
}

/// Takes a post off its door, if it hangs on one.
///
/// # Errors
/// When the database refuses.
pub async fn take_down(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query("update doors set post_id = null where post_id = $1").bind(post).execute(writer).await?;
    Ok(())
}
