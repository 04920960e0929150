//! The SQL of reserves.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::{EditionId, PostId};
use crate::posts::Revision;
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// A text in a list, with the words that were decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Listed {
    #[sqlx(rename = "post_id")]
    pub(crate) post: PostId,
    pub(crate) revision: Revision,
}

/// A door that a reserve has filled.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Filling {
    #[sqlx(rename = "edition_id")]
    pub(crate) edition: EditionId,
    /// The edition's title.
    pub(crate) edition_title: String,
    pub(crate) day: u16,
    #[sqlx(rename = "post_id")]
    pub(crate) post: PostId,
    /// The text that lay there, which readers could not get.
    #[sqlx(rename = "displaced_id")]
    pub(crate) displaced: Option<PostId>,
    pub(crate) filled_at: UnixMillis,
}

/// Returns the reserves of an edition, in their order.
pub(super) async fn listed(reader: &SqlitePool, edition: EditionId) -> Result<Vec<Listed>, sqlx::Error> {
    sqlx::query_as("select post_id, revision from reserves where edition_id = $1 order by position, post_id")
        .bind(edition)
        .fetch_all(reader)
        .await
}

/// Whether a text is still in a list, for the same words.
pub(super) async fn is_listed(
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
pub(super) async fn order(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<Vec<PostId>, sqlx::Error> {
    sqlx::query_scalar("select post_id from reserves where edition_id = $1 order by position, post_id")
        .bind(edition)
        .fetch_all(writer)
        .await
}

/// Gives the texts of a list their order.
pub(super) async fn set_order(writer: &mut SqliteConnection, order: &[PostId]) -> Result<(), sqlx::Error> {
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
pub(super) async fn remove(
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

/// Returns the title of an edition; `RowNotFound` when there is none.
pub(super) async fn edition_title(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select title from editions where id = $1").bind(edition).fetch_one(writer).await
}

/// Whether the reserves of an edition are on.
pub(super) async fn is_on(
    database: impl SqliteExecutor<'_>,
    edition: EditionId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from reserve_switches where edition_id = $1)")
        .bind(edition)
        .fetch_one(database)
        .await
}

/// Switches the reserves of an edition on from an instant, or off; says whether that changed anything.
pub(crate) async fn switch(
    writer: &mut SqliteConnection,
    edition: EditionId,
    on_from: Option<UnixMillis>,
) -> Result<bool, sqlx::Error> {
    let step = match on_from {
        Some(_) => {
            "insert into reserve_switches (edition_id, settled_until) values ($1, $2) on conflict do nothing"
        }
        None => "delete from reserve_switches where edition_id = $1 and $2 is null",
    };
    let done = sqlx::query(step).bind(edition).bind(on_from).execute(writer).await?;
    Ok(done.rows_affected() > 0)
}

/// Returns when the first door opens, or has opened, that is not dealt with.
pub(super) async fn next_opening(reader: &SqlitePool) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select min(d.opens_at) from reserve_switches s join editions e on e.id = s.edition_id
         join doors d on d.edition_id = e.id where e.state = 'published' and d.opens_at > s.settled_until",
    )
    .fetch_one(reader)
    .await
}

/// Returns the editions with doors that have opened and are not dealt with.
pub(super) async fn due_editions(
    reader: &SqlitePool,
    now: UnixMillis,
) -> Result<Vec<EditionId>, sqlx::Error> {
    sqlx::query_scalar(
        "select distinct e.id from reserve_switches s join editions e on e.id = s.edition_id
         join doors d on d.edition_id = e.id
         where e.state = 'published' and d.opens_at > s.settled_until and d.opens_at <= $1",
    )
    .bind(now)
    .fetch_all(reader)
    .await
}

/// Returns the doors that have opened and are not dealt with, the earliest first.
pub(super) async fn due_doors(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<Vec<(EditionId, u16)>, sqlx::Error> {
    sqlx::query_as(
        "select e.id, d.day from reserve_switches s join editions e on e.id = s.edition_id
         join doors d on d.edition_id = e.id
         where e.state = 'published' and d.opens_at > s.settled_until and d.opens_at <= $1
         order by d.opens_at, e.id, d.day",
    )
    .bind(now)
    .fetch_all(writer)
    .await
}

/// Notes that all openings of published editions up to an instant are dealt with.
pub(super) async fn note_settled(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update reserve_switches set settled_until = $1
         where settled_until < $1 and edition_id in (select id from editions where state = 'published')",
    )
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Lets nothing be dealt with that is still to come.
pub(super) async fn forget_the_future(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update reserve_switches set settled_until = $1 where settled_until > $1")
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Remembers that a reserve has filled a door.
pub(super) async fn add_filling(
    writer: &mut SqliteConnection,
    (edition, day): (EditionId, u16),
    post: PostId,
    displaced: Option<PostId>,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or replace into reserve_fillings (edition_id, day, post_id, displaced_id, filled_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(edition)
    .bind(day)
    .bind(post)
    .bind(displaced)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Returns the doors of an edition that a reserve has filled and still fills, in day order.
pub(super) async fn filled_of(reader: &SqlitePool, edition: EditionId) -> Result<Vec<Filling>, sqlx::Error> {
    sqlx::query_as(
        "select f.edition_id, e.title as edition_title, f.day, f.post_id, f.displaced_id, f.filled_at
         from reserve_fillings f join editions e on e.id = f.edition_id
         join doors d on d.edition_id = f.edition_id and d.day = f.day and d.post_id = f.post_id
         where f.edition_id = $1 order by f.day",
    )
    .bind(edition)
    .fetch_all(reader)
    .await
}

/// Returns the doors that a reserve has filled since an instant and still fills, the latest first.
pub(crate) async fn filled_since(
    reader: &SqlitePool,
    since: UnixMillis,
) -> Result<Vec<Filling>, sqlx::Error> {
    sqlx::query_as(
        "select f.edition_id, e.title as edition_title, f.day, f.post_id, f.displaced_id, f.filled_at
         from reserve_fillings f join editions e on e.id = f.edition_id
         join doors d on d.edition_id = f.edition_id and d.day = f.day and d.post_id = f.post_id
         where f.filled_at > $1 order by f.filled_at desc, f.day desc",
    )
    .bind(since)
    .fetch_all(reader)
    .await
}

/// Notes that everybody is told of the doors that a reserve has filled since an instant, and returns those of which nobody
/// was.
pub(super) async fn mark_told(
    writer: &mut SqliteConnection,
    since: UnixMillis,
    now: UnixMillis,
) -> Result<Vec<Filling>, sqlx::Error> {
    let untold = sqlx::query_as(
        "select f.edition_id, e.title as edition_title, f.day, f.post_id, f.displaced_id, f.filled_at
         from reserve_fillings f join editions e on e.id = f.edition_id
         where f.told_at is null and f.filled_at > $1 order by f.filled_at, f.edition_id, f.day",
    )
    .bind(since)
    .fetch_all(&mut *writer)
    .await?;
    sqlx::query("update reserve_fillings set told_at = $1 where told_at is null")
        .bind(now)
        .execute(writer)
        .await?;
    Ok(untold)
}

/// Returns who began a text, if somebody did here.
pub(super) async fn begun_by(reader: &SqlitePool, post: PostId) -> Result<Option<StaffId>, sqlx::Error> {
    sqlx::query_scalar("select created_by from posts where id = $1").bind(post).fetch_one(reader).await
}
