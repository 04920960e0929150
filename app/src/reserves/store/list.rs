//! The SQL of the lists.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::{EditionId, PostId};
use crate::posts::Revision;

/// A text in a list, with the words that were decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Listed {
    #[sqlx(rename = "post_id")]
    pub(crate) post: PostId,
    pub(crate) revision: Revision,
}

/// Returns the reserves of an edition, in their order.
pub(in crate::reserves) async fn listed(
    reader: &SqlitePool,
    edition: EditionId,
) -> Result<Vec<Listed>, sqlx::Error> {
    sqlx::query_as("select post_id, revision from reserves where edition_id = $1 order by position, post_id")
        .bind(edition)
        .fetch_all(reader)
        .await
}

/// Whether a text is still in a list, for the same words.
pub(in crate::reserves) async fn is_listed(
    writer: &mut SqliteConnection,
    edition: EditionId,
    listed: Listed,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select exists (select 1 from reserves where edition_id = $1 and post_id = $2 and revision = $3)",
    )
    .bind(edition)
    .bind(listed.post)
    .bind(listed.revision)
    .fetch_one(writer)
    .await
}

/// Returns the texts of a list in their order.
pub(in crate::reserves) async fn order(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("select post_id from reserves where edition_id = $1 order by position, post_id")
        .bind(edition)
        .fetch_all(writer)
        .await
}

/// Gives the texts of a list their order.
pub(in crate::reserves) async fn set_order(
    writer: &mut SqliteConnection,
    order: &[PostId],
) -> Result<(), sqlx::Error> {
    for (position, post) in (1_i64..).zip(order) {
        sqlx::query("update reserves set position = $2 where post_id = $1")
            .bind(post)
            .bind(position)
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}

/// Adds a text to a list, in place of any other that it is in.
pub(crate) async fn add(
    writer: &mut SqliteConnection,
    edition: EditionId,
    post: PostId,
    revision: Revision,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into reserves (edition_id, post_id, revision, position)
         values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from reserves where edition_id = $1))
         on conflict (post_id) do update set edition_id = excluded.edition_id, revision = excluded.revision,
             position = excluded.position",
    )
    .bind(edition)
    .bind(post)
    .bind(revision)
    .execute(writer)
    .await?;
    Ok(())
}

/// Adds a text to a list with its newest words, if it can be a reserve: nobody has decided on it, and it lies on no day.
pub(crate) async fn add_newest(
    writer: &mut SqliteConnection,
    edition: EditionId,
    post: PostId,
) -> Result<(), sqlx::Error> {
    let revision = sqlx::query_scalar(
        "select coalesce((select max(number) from revisions where post_id = p.id), 0) from posts p
         where p.id = $1 and p.kind = 'guldkorn' and p.state in ('draft', 'ready')
             and not exists (select 1 from doors where post_id = p.id)",
    )
    .bind(post)
    .fetch_optional(&mut *writer)
    .await?;
    match revision {
        Some(revision) => add(writer, edition, post, revision).await,
        None => Ok(()),
    }
}

/// Takes a text out of a list, and says whether it was there.
pub(in crate::reserves) async fn remove(
    writer: &mut SqliteConnection,
    edition: EditionId,
    post: PostId,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query("delete from reserves where edition_id = $1 and post_id = $2")
        .bind(edition)
        .bind(post)
        .execute(writer)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Empties the list of an edition.
pub(crate) async fn clear(writer: &mut SqliteConnection, edition: EditionId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from reserves where edition_id = $1").bind(edition).execute(writer).await?;
    Ok(())
}
