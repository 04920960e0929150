//! The SQL of the switches, and of the openings that are to be dealt with where they are on.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::EditionId;
use crate::time::UnixMillis;

/// Returns the title of an edition; `RowNotFound` when there is none.
pub(in crate::reserves) async fn edition_title(
    writer: &mut SqliteConnection,
    edition: EditionId,
) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select title from editions where id = $1").bind(edition).fetch_one(writer).await
}

/// Whether the reserves of an edition are on.
pub(in crate::reserves) async fn is_on(
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
pub(in crate::reserves) async fn next_opening(
    reader: &SqlitePool,
) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select min(d.opens_at) from reserve_switches s join editions e on e.id = s.edition_id
         join doors d on d.edition_id = e.id where e.state = 'published' and d.opens_at > s.settled_until",
    )
    .fetch_one(reader)
    .await
}

/// Returns the editions with doors that have opened and are not dealt with.
pub(in crate::reserves) async fn due_editions(
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
pub(in crate::reserves) async fn due_doors(
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
pub(in crate::reserves) async fn note_settled(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
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
pub(in crate::reserves) async fn forget_the_future(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update reserve_switches set settled_until = $1 where settled_until > $1")
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}
