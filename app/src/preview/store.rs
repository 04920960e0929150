//! The SQL of previews. Every function that writes is for copies only.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::calendar::EditionId;
use crate::db::publicity::hidden_at;
use crate::media::PictureId;
use crate::posts::PostId;
use crate::posts::store::address_slug;
use crate::time::UnixMillis;

/// Placeholder for a quote that is still to be written.
pub(super) const MISSING_QUOTE: &str = "Citatet är inte skrivet än.";

/// Returns an edition's slug and title.
pub(super) async fn edition(
    reader: &SqlitePool,
    edition: EditionId,
) -> Result<(String, String), sqlx::Error> {
    sqlx::query_as("select slug, title from editions where id = $1").bind(edition).fetch_one(reader).await
}

/// Returns the slug that a post has now.
pub(super) async fn slug(copy: &mut SqliteConnection, post: PostId) -> Result<String, sqlx::Error> {
    sqlx::query_scalar(concat!("select ", address_slug!("p"), " from posts p where id = $1"))
        .bind(post)
        .fetch_one(copy)
        .await
}

/// Lists the posts on the doors of an edition that nobody has trashed or withdrawn.
pub(super) async fn posts_on_doors(
    copy: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar(
        "select p.id from doors d join posts p on p.id = d.post_id
         where d.edition_id = $1 and p.state not in ('trash', 'withdrawn') order by d.day",
    )
    .bind(edition)
    .fetch_all(copy)
    .await
}

/// Lists the pictures that a post shows.
pub(super) async fn pictures(copy: &SqlitePool, post: PostId) -> Result<Vec<PictureId>, sqlx::Error> {
    sqlx::query_scalar("select picture_id from post_pictures where post_id = $1")
        .bind(post)
        .fetch_all(copy)
        .await
}

/// Publishes a post, from an instant that counts where it hangs on no door. What tells of somebody is shown as with consent:
/// the person, too, has to read it first.
pub(super) async fn publish(
    copy: &mut SqliteConnection,
    post: PostId,
    from: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from consents where post_id = $1").bind(post).execute(&mut *copy).await?;
    sqlx::query(
        "update posts set state = 'published', published_at = $2,
             quote = case when form = 'quote' and quote = '' then $3 else quote end
         where id = $1",
    )
    .bind(post)
    .bind(from)
    .bind(MISSING_QUOTE)
    .execute(copy)
    .await?;
    Ok(())
}

/// Publishes the original of a rendition in a copy, which has no page of its own without it: at an instant, whatever
/// its door and its consent say.
pub(super) async fn publish_original(
    copy: &mut SqliteConnection,
    original: PostId,
    at: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update doors set post_id = null where post_id = $1")
        .bind(original)
        .execute(&mut *copy)
        .await?;
    publish(copy, original, at).await
}

/// Takes from a post that readers do not have all that it says: whoever gets to it from its rendition finds nothing.
pub(super) async fn empty_if_hidden(
    copy: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(concat!(
        "update posts set title = 'Namnlös text', quote = '', source = '', teaser = '', body_markdown = '',
             body_html = '', picture_id = null, picture_caption = '', documents = '', form = case kind when 'guldkorn' then 'story' end
         where id = $1 and ",
        hidden_at!("$2")
    ))
    .bind(post)
    .bind(now)
    .execute(copy)
    .await?;
    Ok(())
}

/// Publishes an edition.
pub(super) async fn publish_edition(
    copy: &mut SqliteConnection,
    edition: EditionId,
) -> Result<(), sqlx::Error> {
    sqlx::query("update editions set state = 'published' where id = $1").bind(edition).execute(copy).await?;
    Ok(())
}

/// Hides every post but one that is not public at an instant.
pub(super) async fn hide_others(
    copy: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(concat!(
        "update posts set state = 'draft' where id <> $1 and state = 'published' and ",
        hidden_at!("$2")
    ))
    .bind(post)
    .bind(now)
    .execute(copy)
    .await?;
    Ok(())
}
