//! The example pages that a new site begins with.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::posts::{PostId, PostState};
use crate::time::UnixMillis;

/// Whether a site was offered its examples, so that it never gets them again.
///
/// # Errors
/// When the database cannot be read.
pub async fn were_offered(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from starter_site)").fetch_one(connection).await
}

/// Records that a site was offered its examples.
///
/// # Errors
/// When that is recorded already.
pub async fn record_offer(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    sqlx::query("insert into starter_site (id, offered_at) values (1, $1)").bind(now).execute(writer).await?;
    Ok(())
}

/// Marks a post as an example that nobody has written in.
///
/// # Errors
/// When the database refuses.
pub async fn mark(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query("insert into example_posts (post_id, version) select id, version from posts where id = $1")
        .bind(post)
        .execute(writer)
        .await?;
    Ok(())
}

/// Lists the examples in a state that nobody has written in.
pub(crate) async fn untouched(reader: &SqlitePool, state: PostState) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(
        "select e.post_id from example_posts e join posts p on p.id = e.post_id
         where p.state = $1 and p.version = e.version
             and not exists (select 1 from revisions r where r.post_id = p.id)
             and not exists (select 1 from drafts d where d.post_id = p.id)
         order by e.post_id",
    )
    .bind(state)
    .fetch_all(reader)
    .await
}

/// Deletes an example that nobody has written in: another text gets its address. Does nothing to any other post.
pub(crate) async fn give_way(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query(
        "delete from posts where id = $1
             and exists (select 1 from example_posts e where e.post_id = posts.id and e.version = posts.version)
             and not exists (select 1 from revisions r where r.post_id = posts.id)
             and not exists (select 1 from drafts d where d.post_id = posts.id)",
    )
    .bind(post)
    .execute(writer)
    .await?;
    Ok(())
}
