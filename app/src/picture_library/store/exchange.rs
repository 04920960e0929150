//! Putting a picture in another one's place, wherever the other one is used.

use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqliteConnection;

use super::settings::SETTINGS;
use crate::ids::{EditionId, PostId};
use crate::markdown::to_html;
use crate::media::{PictureId, SizedPicture};
use crate::picture_library::addresses::exchanged;
use crate::time::UnixMillis;

/// Puts a picture in another one's place in all texts and settings, also in drafts, saved versions, and forms that wait for
/// their writer: whatever somebody brings back must not bring back the other picture. Whoever has such a text open meets the
/// question that any other change would ask.
///
/// # Errors
/// When the database refuses.
pub(in crate::picture_library) async fn exchange(
    writer: &mut SqliteConnection,
    from: PictureId,
    to: SizedPicture,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    exchange_in_posts(writer, from, to).await?;
    exchange_in_revisions(writer, from, to).await?;
    exchange_in_drafts(writer, from, to, now).await?;
    exchange_in_editions(writer, from, to).await?;
    exchange_in_scenes(writer, from, to).await?;
    for setting in SETTINGS {
        exchange_in(writer, (setting.table, setting.column), from, to).await?;
    }
    exchange_in(writer, ("flashes", "content"), from, to).await?;
    crate::search_index::index_waiting(writer).await
}

async fn exchange_in_posts(
    writer: &mut SqliteConnection,
    from: PictureId,
    to: SizedPicture,
) -> Result<(), sqlx::Error> {
    let posts: Vec<(PostId, String)> = sqlx::query_as(
        "select id, body_markdown from posts
         where id in (select post_id from post_pictures where picture_id = $1) or instr(body_markdown, $1) > 0",
    )
    .bind(from)
    .fetch_all(&mut *writer)
    .await?;
    for (post, body) in posts {
        let body = exchanged(&body, from, to);
        sqlx::query(
            "update posts set picture_id = case picture_id when $2 then $3 else picture_id end,
                 body_markdown = $4, body_html = $5, version = version + 1
             where id = $1",
        )
        .bind(post)
        .bind(from)
        .bind(to.id)
        .bind(&*body)
        .bind(to_html(&body))
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

async fn exchange_in_revisions(
    writer: &mut SqliteConnection,
    from: PictureId,
    to: SizedPicture,
) -> Result<(), sqlx::Error> {
    let revisions: Vec<(PostId, i64, String)> =
        sqlx::query_as("select post_id, number, content from revisions where instr(content, $1) > 0")
            .bind(from)
            .fetch_all(&mut *writer)
            .await?;
    for (post, number, content) in revisions {
        sqlx::query("update revisions set content = $3 where post_id = $1 and number = $2")
            .bind(post)
            .bind(number)
            .bind(&*exchanged(&content, from, to))
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}

async fn exchange_in_drafts(
    writer: &mut SqliteConnection,
    from: PictureId,
    to: SizedPicture,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let drafts: Vec<(PostId, i64, String)> =
        sqlx::query_as("select post_id, staff_id, content from drafts where instr(content, $1) > 0")
            .bind(from)
            .fetch_all(&mut *writer)
            .await?;
    for (post, staff, content) in drafts {
        // A window that has the draft open learns of the newer one before it saves.
        sqlx::query(
            "update drafts set content = $3, saved_at = max(saved_at + 1, $4) where post_id = $1 and staff_id = $2",
        )
        .bind(post)
        .bind(staff)
        .bind(&*exchanged(&content, from, to))
        .bind(now)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

async fn exchange_in_editions(
    writer: &mut SqliteConnection,
    from: PictureId,
    to: SizedPicture,
) -> Result<(), sqlx::Error> {
    let editions: Vec<(EditionId, String)> = sqlx::query_as(
        "select id, introduction_markdown from editions where instr(introduction_markdown || introduction_html, $1) > 0",
    )
    .bind(from)
    .fetch_all(&mut *writer)
    .await?;
    for (edition, introduction) in editions {
        let introduction = exchanged(&introduction, from, to);
        sqlx::query(
            "update editions set introduction_markdown = $2, introduction_html = $3, version = version + 1 where id = $1",
        )
        .bind(edition)
        .bind(&*introduction)
        .bind(to_html(&introduction))
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

/// Doors keep their places, and their numbers get a plate: what they were compared with is gone.
async fn exchange_in_scenes(
    writer: &mut SqliteConnection,
    from: PictureId,
    to: SizedPicture,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update scene_doors set number = 'plate'
         where (edition_id, layout) in (select edition_id, layout from scene_pictures where picture_id = $1)",
    )
    .bind(from)
    .execute(&mut *writer)
    .await?;
    sqlx::query(
        "update editions set version = version + 1
         where id in (select edition_id from scene_pictures where picture_id = $1)",
    )
    .bind(from)
    .execute(&mut *writer)
    .await?;
    sqlx::query("update scene_pictures set picture_id = $2 where picture_id = $1")
        .bind(from)
        .bind(to.id)
        .execute(writer)
        .await?;
    Ok(())
}

/// Exchanges the pictures in a column whose text is used as it stands.
async fn exchange_in(
    writer: &mut SqliteConnection,
    (table, column): (&'static str, &'static str),
    from: PictureId,
    to: SizedPicture,
) -> Result<(), sqlx::Error> {
    let query = format!("select distinct {column} from {table} where instr({column}, $1) > 0");
    let values: Vec<String> =
        sqlx::query_scalar(AssertSqlSafe(query)).bind(from).fetch_all(&mut *writer).await?;
    for value in values {
        let query = format!("update {table} set {column} = $2 where {column} = $1");
        sqlx::query(AssertSqlSafe(query))
            .bind(&value)
            .bind(&*exchanged(&value, from, to))
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}
