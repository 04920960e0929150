//! The SQL of pictures that nothing uses.

use std::collections::HashSet;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::media::PictureId;
use crate::time::UnixMillis;

/// Of how many posts the stored texts are in memory at a time.
const POSTS_AT_ONCE: usize = 50;

/// Lists every picture.
pub(super) async fn all(reader: &SqlitePool) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select id from pictures").fetch_all(reader).await
}

/// Lists the pictures that nothing shows: no post of any status, no edition's own text, no funder's logo.
pub(super) async fn not_shown(connection: &mut SqliteConnection) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar(
        "select i.id from pictures i
         where not exists (select 1 from post_pictures u where u.picture_id = i.id)
           and not exists (select 1 from editions
                           where instr(introduction_markdown || introduction_html, i.id) > 0)
           and not exists (select 1 from funders where instr(logo, i.id) > 0)",
    )
    .fetch_all(connection)
    .await
}

/// Reads every text that somebody may bring back: saved versions, drafts, and forms that wait for their writer. One pass
/// over them is cheaper than a search for each picture.
pub(super) async fn for_each_stored_text(
    connection: &mut SqliteConnection,
    mut read: impl FnMut(&str),
) -> Result<(), sqlx::Error> {
    let last: i64 =
        sqlx::query_scalar("select coalesce(max(id), 0) from posts").fetch_one(&mut *connection).await?;
    // A part at a time, since the texts together may be larger than the memory that they deserve.
    for first in (1..=last).step_by(POSTS_AT_ONCE) {
        let texts: Vec<String> = sqlx::query_scalar(
            "select content from revisions where post_id >= $1 and post_id < $2
             union all select content from drafts where post_id >= $1 and post_id < $2",
        )
        .bind(first)
        .bind(first.saturating_add_unsigned(POSTS_AT_ONCE as u64))
        .fetch_all(&mut *connection)
        .await?;
        for text in &texts {
            read(text);
        }
    }
    let forms: Vec<String> =
        sqlx::query_scalar("select content from flashes").fetch_all(&mut *connection).await?;
    for form in &forms {
        read(form);
    }
    Ok(())
}

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

/// Lists pictures that have been out of use since an instant or longer.
pub(super) async fn marked_before(
    writer: &mut SqliteConnection,
    before: UnixMillis,
    limit: u32,
) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select id from pictures where unused_since <= $1 order by unused_since limit $2")
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
