//! Which texts were made of which.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::EditionId;
use crate::posts::{PostId, PostState};

/// The source of a copied text.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct CopiedFrom {
    pub(crate) post: PostId,
    /// Title of the source; none when it is deleted.
    pub(crate) title: Option<String>,
    /// State of the source; none when it is deleted.
    pub(crate) state: Option<PostState>,
    /// Title of the edition on whose door the source hangs.
    pub(crate) edition: Option<String>,
    /// Day of that door.
    pub(crate) day: Option<u16>,
}

/// Remembers the source of a copy.
pub(in crate::posts) async fn add(
    writer: &mut SqliteConnection,
    post: PostId,
    source: PostId,
) -> Result<(), sqlx::Error> {
    sqlx::query("insert into copied_posts (post_id, source_id) values ($1, $2)")
        .bind(post)
        .bind(source)
        .execute(writer)
        .await?;
    Ok(())
}

/// Returns the sources of the copies on an edition's doors.
pub(crate) async fn copied_from(
    reader: &SqlitePool,
    edition: EditionId,
) -> Result<Vec<CopiedFrom>, sqlx::Error> {
    sqlx::query_as(
        "select c.post_id as post, s.title, s.state, e.title as edition, sd.day
         from doors d join copied_posts c on c.post_id = d.post_id
             left join posts s on s.id = c.source_id
             left join doors sd on sd.post_id = s.id left join editions e on e.id = sd.edition_id
         where d.edition_id = $1",
    )
    .bind(edition)
    .fetch_all(reader)
    .await
}
