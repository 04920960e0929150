//! Posts that were begun and in which nobody has written a word.

use sqlx::sqlite::SqliteConnection;

use super::newest::is_blank;
use crate::posts::PostId;
use crate::time::UnixMillis;

/// Whether somebody has written down whom the post `p` will tell of, or recorded it: those are words, too.
macro_rules! has_other_words {
    () => {
        "(exists (select 1 from consents where post_id = p.id) or exists (select 1 from recordings where post_id = p.id))"
    };
}

/// Lists the blank posts that were begun at an instant or before.
pub(crate) async fn begun_until(
    connection: &mut SqliteConnection,
    until: UnixMillis,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "select p.id from posts p where p.updated_at <= $1 and ",
        is_blank!(),
        " and not ",
        has_other_words!()
    ))
    .bind(until)
    .fetch_all(connection)
    .await
}

/// Deletes a post if it is blank.
pub(crate) async fn delete(writer: &mut SqliteConnection, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query(concat!(
        "delete from posts as p where p.id = $1 and ",
        is_blank!(),
        " and not ",
        has_other_words!()
    ))
    .bind(post)
    .execute(writer)
    .await?;
    Ok(())
}
