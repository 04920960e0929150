//! Doors on which posts can hang.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::newest::{is_blank, join_newest, newest_columns};
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
    /// The post that hangs there, unless it is in the trash or blank.
    pub post: Option<PostId>,
    /// That post's title, in its newest words.
    pub title: Option<String>,
    /// That post's state.
    pub state: Option<PostState>,
    /// Whether its consent, if it needs one, stands at the opening.
    pub has_consent: Option<bool>,
}

impl Door {
    /// Whether what hangs there comes to readers at the opening.
    pub fn is_decided(&self) -> bool {
        self.state == Some(PostState::Published) && self.has_consent == Some(true)
    }
}

macro_rules! select_doors {
    () => {
        concat!(
            "select e.id as edition, e.title as edition_title, e.state = 'published' as is_published, e.time_zone,
                 d.day, d.opens_at, d.label, w.id as post, w.title, w.state, w.public_until > d.opens_at as has_consent
             from editions e join doors d on d.edition_id = e.id
             left join (select p.id, p.state, p.public_until, ",
            newest_columns!(),
            " from posts p",
            join_newest!(),
            " where p.state <> 'trash' and not ",
            is_blank!(),
            ") w on w.id = d.post_id"
        )
    };
}

/// Returns the doors of every edition, the newest edition first, in day order.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(reader: &SqlitePool) -> Result<Vec<Door>, sqlx::Error> {
    sqlx::query_as(concat!(select_doors!(), " order by e.first_day desc, e.id desc, d.day"))
        .fetch_all(reader)
        .await
}

/// Returns the doors of an edition, in day order.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn of_edition(
    connection: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<Door>, sqlx::Error> {
    sqlx::query_as(concat!(select_doors!(), " where e.id = $1 order by d.day"))
        .bind(edition)
        .fetch_all(connection)
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
    sqlx::query_as(concat!(select_doors!(), " where e.id = $1 and d.day = $2"))
        .bind(edition)
        .bind(day)
        .fetch_optional(connection)
        .await
}

/// Returns the next day of an edition on which nothing hangs that can come to readers, or the first one if there is none
/// after `day`.
pub(crate) async fn next_empty(
    connection: &mut SqliteConnection,
    edition: EditionId,
    day: u16,
) -> Result<Option<u16>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select d.day from doors d left join posts p on p.id = d.post_id
         where d.edition_id = $1 and (p.id is null or p.state in ('trash', 'withdrawn') or ",
        is_blank!(),
        ") order by d.day <= $2, d.day limit 1"
    ))
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
