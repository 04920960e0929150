//! The SQL of editions that come back from an export.

use sqlx::sqlite::SqliteConnection;

use crate::ids::{EditionId, PostId};
use crate::time::UnixMillis;

/// An edition that is here.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct KnownEdition {
    pub(crate) uid: String,
    pub(crate) id: EditionId,
    pub(crate) slug: String,
}

/// Returns all editions.
pub(crate) async fn known_editions(
    connection: &mut SqliteConnection,
) -> Result<Vec<KnownEdition>, sqlx::Error> {
    sqlx::query_as("select uid, id, slug from editions").fetch_all(connection).await
}

/// Writes what calendar programs know an edition by: its id on every site, and how often its dates have changed, which
/// never falls.
pub(in crate::calendar) async fn set_identity(
    writer: &mut SqliteConnection,
    id: EditionId,
    uid: &str,
    (reschedulings, rescheduled_at): (u32, Option<UnixMillis>),
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update editions set uid = $2, reschedulings = $3, rescheduled_at = $4
         where id = $1 and (uid <> $2 or reschedulings < $3)",
    )
    .bind(id)
    .bind(uid)
    .bind(reschedulings)
    .bind(rescheduled_at)
    .execute(writer)
    .await?;
    Ok(())
}

/// Takes the names from the days of an edition.
pub(in crate::calendar) async fn clear_labels(
    writer: &mut SqliteConnection,
    id: EditionId,
) -> Result<(), sqlx::Error> {
    sqlx::query("update doors set label = '' where edition_id = $1 and label <> ''")
        .bind(id)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns what hangs on a door.
pub(crate) async fn post_on(
    connection: &mut SqliteConnection,
    edition: EditionId,
    day: u16,
) -> Result<Option<PostId>, sqlx::Error> {
    sqlx::query_scalar("select post_id from doors where edition_id = $1 and day = $2")
        .bind(edition)
        .bind(day)
        .fetch_one(connection)
        .await
}

/// Whether a post hangs on any door.
pub(crate) async fn hangs(connection: &mut SqliteConnection, post: PostId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from doors where post_id = $1)")
        .bind(post)
        .fetch_one(connection)
        .await
}

/// Leads readers from a former address to an edition, unless something is there. Returns whether it leads there now.
pub(crate) async fn remember_former(
    writer: &mut SqliteConnection,
    slug: &str,
    id: EditionId,
) -> Result<bool, sqlx::Error> {
    sqlx::query(
        "insert into edition_redirects (slug, edition_id)
         select $1, $2 where not exists (select 1 from editions where slug = $1)
         on conflict (slug) do nothing",
    )
    .bind(slug)
    .bind(id)
    .execute(&mut *writer)
    .await?;
    sqlx::query_scalar("select exists (select 1 from edition_redirects where slug = $1 and edition_id = $2)")
        .bind(slug)
        .bind(id)
        .fetch_one(writer)
        .await
}
