//! The SQL of pictures that nothing uses.

use std::collections::HashSet;

use sqlx::sqlite::SqliteConnection;

use crate::media::PictureId;
use crate::time::UnixMillis;

/// Marks pictures as out of use from now on, and unmarks all others. Those that are marked already keep their time.
pub(super) async fn mark(
    writer: &mut SqliteConnection,
    unused: &HashSet<PictureId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let marked: HashSet<PictureId> =
        sqlx::query_scalar("select id from pictures where unused_since is not null")
            .fetch_all(&mut *writer)
            .await?
            .into_iter()
            .collect();
    for picture in unused.difference(&marked) {
        sqlx::query("update pictures set unused_since = $2 where id = $1")
            .bind(picture)
            .bind(now)
            .execute(&mut *writer)
            .await?;
    }
    unmark(writer, marked.difference(unused)).await
}

/// Marks pictures as in use.
pub(super) async fn unmark(
    writer: &mut SqliteConnection,
    pictures: impl IntoIterator<Item = &PictureId>,
) -> Result<(), sqlx::Error> {
    for picture in pictures {
        sqlx::query("update pictures set unused_since = null where id = $1")
            .bind(picture)
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}

/// Takes pictures out of the library's trash.
pub(super) async fn take_out_of_trash(
    writer: &mut SqliteConnection,
    pictures: &[PictureId],
) -> Result<(), sqlx::Error> {
    for picture in pictures {
        sqlx::query(
            "update pictures set unused_since = null, trashed_at = null, replaced_by = null where id = $1",
        )
        .bind(picture)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

/// Puts pictures into the trash that have been out of use since an instant or longer.
pub(super) async fn trash_marked_before(
    writer: &mut SqliteConnection,
    before: UnixMillis,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update pictures set trashed_at = $2 where trashed_at is null and unused_since <= $1")
        .bind(before)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Lists pictures that have been in the trash since an instant or longer.
pub(super) async fn trashed_before(
    writer: &mut SqliteConnection,
    before: UnixMillis,
    limit: u32,
) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select id from pictures where trashed_at <= $1 order by trashed_at limit $2")
        .bind(before)
        .bind(limit)
        .fetch_all(writer)
        .await
}

/// Deletes the rows of pictures with those of their files.
pub(super) async fn delete(writer: &mut SqliteConnection, pictures: &[PictureId]) -> Result<(), sqlx::Error> {
    for picture in pictures {
        sqlx::query("delete from pictures where id = $1").bind(picture).execute(&mut *writer).await?;
    }
    Ok(())
}
