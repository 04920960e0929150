//! The SQL of recordings.

use std::collections::HashMap;

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqliteConnection, SqlitePool};

use super::{Recording, RecordingId};
use crate::db::publicity::public_at;
use crate::ids::{PostId, StaffId};
use crate::time::UnixMillis;

/// The columns of a [`Recording`] `r`.
macro_rules! recording_columns {
    () => {
        "r.id, r.format, r.bytes, r.millis, r.transcript, r.is_verbatim"
    };
}

/// Finds a recording that readers have now, as they have its text.
///
/// # Errors
/// Those of the database.
pub async fn public(
    reader: &SqlitePool,
    id: RecordingId,
    now: UnixMillis,
) -> Result<Option<Recording>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        recording_columns!(),
        " from recordings r join posts p on p.id = r.post_id
          where r.id = $1 and r.removed_at is null and ",
        public_at!("p", "$2")
    ))
    .bind(id)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Finds a recording, also one that was taken away. For staff.
///
/// # Errors
/// Those of the database.
pub async fn any(reader: &SqlitePool, id: RecordingId) -> Result<Option<Recording>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        recording_columns!(),
        " from recordings r where r.id = $1 and r.post_id is not null"
    ))
    .bind(id)
    .fetch_optional(reader)
    .await
}

/// Returns the recording of a post.
///
/// # Errors
/// Those of the database.
pub async fn of_post(reader: &SqlitePool, post: PostId) -> Result<Option<Recording>, sqlx::Error> {
    of_post_in(&mut *reader.acquire().await?, post).await
}

pub(crate) async fn of_post_in(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<Recording>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        recording_columns!(),
        " from recordings r where r.post_id = $1 and r.removed_at is null"
    ))
    .bind(post)
    .fetch_optional(connection)
    .await
}

/// Returns the recordings of those of some posts that have one, in one query.
pub(crate) async fn of_posts(
    reader: &SqlitePool,
    posts: &[PostId],
) -> Result<HashMap<PostId, Recording>, sqlx::Error> {
    #[derive(sqlx::FromRow)]
    struct Row {
        post_id: PostId,
        #[sqlx(flatten)]
        recording: Recording,
    }
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = QueryBuilder::<Sqlite>::new(concat!(
        "select r.post_id, ",
        recording_columns!(),
        " from recordings r where r.removed_at is null and r.post_id in ("
    ));
    let mut ids = query.separated(", ");
    for post in posts {
        ids.push_bind(*post);
    }
    ids.push_unseparated(")");
    let rows: Vec<Row> = query.build_query_as().fetch_all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.post_id, row.recording)).collect())
}

/// Returns the recording that a post had last, if it has none now.
pub(crate) async fn last_removed(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<Recording>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select ",
        recording_columns!(),
        " from recordings r
          where r.post_id = $1 and not exists (select 1 from recordings where post_id = $1 and removed_at is null)
          order by r.removed_at desc, r.id limit 1"
    ))
    .bind(post)
    .fetch_optional(connection)
    .await
}

/// Adds a recording whose file is on the disk. The post may have no other.
///
/// # Errors
/// Those of the database.
pub async fn add(
    writer: &mut SqliteConnection,
    post: PostId,
    recording: &Recording,
    hash: &[u8],
    by: Option<StaffId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into recordings (id, post_id, format, bytes, millis, hash, transcript, is_verbatim, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(recording.id)
    .bind(post)
    .bind(recording.format.extension())
    .bind(i64::try_from(recording.bytes).unwrap_or(i64::MAX))
    .bind(i64::try_from(recording.millis).unwrap_or(i64::MAX))
    .bind(hash)
    .bind(&recording.transcript)
    .bind(recording.is_verbatim)
    .bind(by)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Takes away the recording of a post, if it has one. It can be brought back for a while.
pub(crate) async fn remove_from(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update recordings set removed_at = $2 where post_id = $1 and removed_at is null")
        .bind(post)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Brings a recording back that was taken away.
pub(crate) async fn bring_back(writer: &mut SqliteConnection, id: RecordingId) -> Result<(), sqlx::Error> {
    sqlx::query("update recordings set removed_at = null where id = $1").bind(id).execute(writer).await?;
    Ok(())
}

/// Writes down what is said.
pub(crate) async fn set_words(
    writer: &mut SqliteConnection,
    id: RecordingId,
    transcript: &str,
    is_verbatim: bool,
) -> Result<(), sqlx::Error> {
    sqlx::query("update recordings set transcript = $2, is_verbatim = $3 where id = $1")
        .bind(id)
        .bind(transcript)
        .bind(is_verbatim)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns whether a post has a recording that somebody of the staff gave it.
pub(crate) async fn has_one_of_staff(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select exists (select 1 from recordings
                        where post_id = $1 and removed_at is null and added_by is not null)",
    )
    .bind(post)
    .fetch_one(connection)
    .await
}

/// Returns whether a recording has a file with a SHA-256.
pub(crate) async fn has_hash(
    connection: &mut SqliteConnection,
    id: RecordingId,
    hash: &[u8],
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from recordings where id = $1 and hash = $2)")
        .bind(id)
        .bind(hash)
        .fetch_one(connection)
        .await
}

/// Deletes the rows of recordings that were taken away at an instant or before, and of those whose text is deleted for good.
/// Returns the ids of their files.
pub(crate) async fn delete_due(
    writer: &mut SqliteConnection,
    before: UnixMillis,
) -> Result<Vec<RecordingId>, sqlx::Error> {
    sqlx::query_scalar("delete from recordings where removed_at <= $1 or post_id is null returning id")
        .bind(before)
        .fetch_all(writer)
        .await
}

/// Deletes all recordings of a text, also those that were taken away, and returns the ids of their files.
///
/// # Errors
/// Those of the database.
pub(crate) async fn delete_of(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<Vec<RecordingId>, sqlx::Error> {
    sqlx::query_scalar("delete from recordings where post_id = $1 returning id")
        .bind(post)
        .fetch_all(writer)
        .await
}

/// Lists the ids of all recordings.
///
/// # Errors
/// Those of the database.
pub async fn ids(reader: &SqlitePool) -> Result<Vec<RecordingId>, sqlx::Error> {
    sqlx::query_scalar("select id from recordings").fetch_all(reader).await
}

/// A recording's file as it must lie in the media folder.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredRecording {
    /// Its id, which is the name of its folder.
    pub id: RecordingId,
    /// Title of the text that has it, or had it.
    pub title: String,
    /// Size of the file, in bytes.
    pub bytes: u64,
    /// SHA-256 of its content, 32 bytes.
    pub hash: Vec<u8>,
}

/// Lists the files of all recordings as they must lie in the media folder.
///
/// # Errors
/// Those of the database.
pub async fn stored(reader: &SqlitePool) -> Result<Vec<StoredRecording>, sqlx::Error> {
    sqlx::query_as(
        "select r.id, coalesce(p.title, '') as title, r.bytes, r.hash
         from recordings r left join posts p on p.id = r.post_id order by r.id",
    )
    .fetch_all(reader)
    .await
}

/// Returns the id of every recording, for what comes back from an export.
pub(crate) async fn known(connection: &mut SqliteConnection) -> Result<Vec<RecordingId>, sqlx::Error> {
    sqlx::query_scalar("select id from recordings").fetch_all(connection).await
}
