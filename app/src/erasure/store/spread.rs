//! The SQL of what a text is connected with.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::{EditionId, PostId};

/// A text and its title.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Titled {
    pub(crate) id: PostId,
    pub(crate) title: String,
}

/// Lists the texts that were made of one by copying, and those of which it was made, over any number of steps.
pub(in crate::erasure) async fn relatives(
    reader: &SqlitePool,
    post: PostId,
) -> Result<Vec<Titled>, sqlx::Error> {
    sqlx::query_as(
        "with recursive relatives (id) as (
             select $1
             union select c.post_id from copied_posts c join relatives r on c.source_id = r.id
             union select c.source_id from copied_posts c join relatives r on c.post_id = r.id
                 where c.source_id is not null
         )
         select p.id, p.title from posts p join relatives r on r.id = p.id
         where p.id <> $1 order by p.title collate swedish, p.id",
    )
    .bind(post)
    .fetch_all(reader)
    .await
}

/// Lists the texts that link to an address, as they are or as somebody has saved them last.
pub(in crate::erasure) async fn linking(
    connection: &mut SqliteConnection,
    path: &str,
    except: PostId,
) -> Result<Vec<Titled>, sqlx::Error> {
    sqlx::query_as(
        "select p.id, p.title from posts p
         where p.id <> $2 and (
             instr(p.body_html, '\"' || $1 || '\"') > 0
             or exists (select 1 from revisions r where r.post_id = p.id and r.number > p.published_revision
                        and instr(r.content, '(' || $1 || ')') > 0)
         )
         order by p.title collate swedish, p.id",
    )
    .bind(path)
    .bind(except)
    .fetch_all(connection)
    .await
}

/// Returns the door on which a text hangs: edition, its title, and day.
pub(in crate::erasure) async fn door(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<(EditionId, String, u16)>, sqlx::Error> {
    sqlx::query_as(
        "select e.id, e.title, d.day from doors d join editions e on e.id = d.edition_id where d.post_id = $1",
    )
    .bind(post)
    .fetch_optional(connection)
    .await
}
