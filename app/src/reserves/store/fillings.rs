//! The SQL of the doors that reserves have filled.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::{EditionId, PostId};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// A door that a reserve has filled.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Filling {
    #[sqlx(rename = "edition_id")]
    pub(crate) edition: EditionId,
    /// The edition's title.
    pub(crate) edition_title: String,
    pub(crate) day: u16,
    #[sqlx(rename = "post_id")]
    pub(crate) post: PostId,
    /// The text that lay there, which readers could not get.
    #[sqlx(rename = "displaced_id")]
    pub(crate) displaced: Option<PostId>,
    pub(crate) filled_at: UnixMillis,
}

/// Remembers that a reserve has filled a door.
pub(in crate::reserves) async fn add_filling(
    writer: &mut SqliteConnection,
    (edition, day): (EditionId, u16),
    post: PostId,
    displaced: Option<PostId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or replace into reserve_fillings (edition_id, day, post_id, displaced_id, filled_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(edition)
    .bind(day)
    .bind(post)
    .bind(displaced)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Returns the doors of an edition that a reserve has filled and still fills, in day order.
pub(in crate::reserves) async fn filled_of(
    reader: &SqlitePool,
    edition: EditionId,
) -> Result<Vec<Filling>, sqlx::Error> {
    sqlx::query_as(
        "select f.edition_id, e.title as edition_title, f.day, f.post_id, f.displaced_id, f.filled_at
         from reserve_fillings f join editions e on e.id = f.edition_id
         join doors d on d.edition_id = f.edition_id and d.day = f.day and d.post_id = f.post_id
         where f.edition_id = $1 order by f.day",
    )
    .bind(edition)
    .fetch_all(reader)
    .await
}

/// Returns the doors that a reserve has filled since an instant and still fills, the latest first.
pub(crate) async fn filled_since(
    reader: &SqlitePool,
    since: UnixMillis,
) -> Result<Vec<Filling>, sqlx::Error> {
    sqlx::query_as(
        "select f.edition_id, e.title as edition_title, f.day, f.post_id, f.displaced_id, f.filled_at
         from reserve_fillings f join editions e on e.id = f.edition_id
         join doors d on d.edition_id = f.edition_id and d.day = f.day and d.post_id = f.post_id
         where f.filled_at > $1 order by f.filled_at desc, f.day desc",
    )
    .bind(since)
    .fetch_all(reader)
    .await
}

/// Notes that everybody is told of the doors that a reserve has filled since an instant, and returns those of which nobody
/// was.
pub(in crate::reserves) async fn mark_told(
    writer: &mut SqliteConnection,
    since: UnixMillis,
    now: UnixMillis,
) -> Result<Vec<Filling>, sqlx::Error> {
    let untold = sqlx::query_as(
        "select f.edition_id, e.title as edition_title, f.day, f.post_id, f.displaced_id, f.filled_at
         from reserve_fillings f join editions e on e.id = f.edition_id
         where f.told_at is null and f.filled_at > $1 order by f.filled_at, f.edition_id, f.day",
    )
    .bind(since)
    .fetch_all(&mut *writer)
    .await?;
    sqlx::query("update reserve_fillings set told_at = $1 where told_at is null")
        .bind(now)
        .execute(writer)
        .await?;
    Ok(untold)
}

/// Returns who began a text, if somebody did here.
pub(in crate::reserves) async fn begun_by(
    reader: &SqlitePool,
    post: PostId,
) -> Result<Option<StaffId>, sqlx::Error> {
    sqlx::query_scalar("select created_by from posts where id = $1").bind(post).fetch_one(reader).await
}
