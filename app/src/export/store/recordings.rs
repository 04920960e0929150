//! Recordings of posts.

use sqlx::sqlite::SqliteConnection;

use super::is_exported;
use crate::export::layout::recording_file;
use crate::export::{Instant, PostUid, Recording, RecordingId};

type Row = (RecordingId, PostUid, String, u64, String, bool, Instant, u64, String);

/// Reads the recordings of all posts that are exported, in the order of their ids. One that was taken away is in the trash.
///
/// # Errors
/// Those of the database.
pub async fn recordings(connection: &mut SqliteConnection) -> Result<Vec<Recording>, sqlx::Error> {
    let rows: Vec<Row> = sqlx::query_as(concat!(
        "select r.id, p.uid, r.format, r.millis, r.transcript, r.is_verbatim, r.added_at, r.bytes, lower(hex(r.hash))
         from recordings r join posts p on p.id = r.post_id
         where r.removed_at is null and ",
        is_exported!(),
        " order by r.id"
    ))
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(recording).collect())
}

fn recording(row: Row) -> Recording {
    let (id, post, format, millis, transcript, is_verbatim, added_at, bytes, sha256) = row;
    let path = recording_file(id, &format);
    Recording { id, post, format, millis, transcript, is_verbatim, added_at, bytes, sha256, path }
}
