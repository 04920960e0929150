//! The tables `readings` and `reading_requests`.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::comments::reading::{Reading, ReadingState, Request};
use crate::ids::EditionId;
use crate::posts::{PostId, Revision};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Returns what people have said after reading a text, the newest first.
pub(in crate::comments) async fn of_post(
    reader: &SqlitePool,
    post: PostId,
) -> Result<Vec<Reading>, sqlx::Error> {
    sqlx::query_as(
        "select g.staff_id as staff, s.name, g.revision, g.state, g.reason, g.read_at
         from readings g join staff s on s.id = g.staff_id where g.post_id = $1 order by g.read_at desc, g.staff_id",
    )
    .bind(post)
    .fetch_all(reader)
    .await
}

/// Returns who was asked to read a text and has not yet, whoever has waited longest first.
pub(in crate::comments) async fn requests(
    reader: &SqlitePool,
    post: PostId,
) -> Result<Vec<Request>, sqlx::Error> {
    sqlx::query_as(
        "select q.staff_id as staff, s.name, q.asked_by, coalesce(a.name, '') as asker, q.note, q.asked_at, q.reminded_at
         from reading_requests q join staff s on s.id = q.staff_id left join staff a on a.id = q.asked_by
         where q.post_id = $1 order by q.asked_at, q.staff_id",
    )
    .bind(post)
    .fetch_all(reader)
    .await
}

/// Whether somebody can be asked: an account that is open.
pub(in crate::comments) async fn can_be_asked(
    writer: &mut SqliteConnection,
    staff: StaffId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select exists (select 1 from staff where id = $1 and state = 'active')")
        .bind(staff)
        .fetch_one(writer)
        .await
}

/// Returns whoever saved the newest revision of a post, or else began it.
pub(in crate::comments) async fn writer_of(
    connection: &mut SqliteConnection,
    post: PostId,
) -> Result<Option<StaffId>, sqlx::Error> {
    sqlx::query_scalar(
        "select coalesce((select staff_id from revisions where post_id = $1 order by number desc limit 1), created_by)
         from posts where id = $1",
    )
    .bind(post)
    .fetch_one(connection)
    .await
}

/// Asks somebody to read a text, or asks again.
pub(in crate::comments) async fn ask(
    writer: &mut SqliteConnection,
    post: PostId,
    (person, by): (StaffId, StaffId),
    note: &str,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or replace into reading_requests (post_id, staff_id, asked_by, note, asked_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(post)
    .bind(person)
    .bind(by)
    .bind(note)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Takes a request back, or notes that it was met; false when there is none.
pub(in crate::comments) async fn end_request(
    writer: &mut SqliteConnection,
    post: PostId,
    person: StaffId,
) -> Result<bool, sqlx::Error> {
    let ended = sqlx::query("delete from reading_requests where post_id = $1 and staff_id = $2")
        .bind(post)
        .bind(person)
        .execute(writer)
        .await?;
    Ok(ended.rows_affected() == 1)
}

/// Saves what somebody says after reading a text, in place of what they said before.
pub(in crate::comments) async fn save(
    writer: &mut SqliteConnection,
    (post, by): (PostId, StaffId),
    revision: Revision,
    state: ReadingState,
    reason: &str,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert or replace into readings (post_id, staff_id, revision, state, reason, read_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(post)
    .bind(by)
    .bind(revision)
    .bind(state)
    .bind(reason)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Whether somebody has begun a thread on a text that is open.
pub(in crate::comments) async fn has_open_thread(
    writer: &mut SqliteConnection,
    post: PostId,
    staff: StaffId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select exists (select 1 from comments where post_id = $1 and staff_id = $2 and thread_id is null
             and resolved_at is null and deleted_at is null)",
    )
    .bind(post)
    .bind(staff)
    .fetch_one(writer)
    .await
}

/// Who has read a text, as far as is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct ReadBy {
    pub(crate) post: PostId,
    /// Who has read its newest revision and wishes no changes: "Bo, Eva"; empty for nobody.
    pub(crate) readers: String,
    /// Whether somebody has read an older revision.
    pub(crate) was_read_before: bool,
    /// Who was asked to read it and has not: "Bo, Eva"; empty for nobody.
    pub(crate) waits_for: String,
    /// When the first of them was asked.
    pub(crate) waits_since: Option<UnixMillis>,
    /// How many threads on it are open.
    pub(crate) open_threads: u32,
    /// Whether there is anybody but its writer who could read it.
    pub(crate) has_others: bool,
}

/// Returns who has read the texts on an edition's doors.
pub(crate) async fn read_by(reader: &SqlitePool, edition: EditionId) -> Result<Vec<ReadBy>, sqlx::Error> {
    sqlx::query_as(
        "select p.id as post,
             coalesce((select group_concat(s.name, ', ') from readings g join staff s on s.id = g.staff_id
                       where g.post_id = p.id and g.state = 'read' and g.revision = p.newest), '') as readers,
             exists (select 1 from readings g
                     where g.post_id = p.id and g.state = 'read' and g.revision < p.newest) as was_read_before,
             coalesce((select group_concat(s.name, ', ') from reading_requests q join staff s on s.id = q.staff_id
                       where q.post_id = p.id), '') as waits_for,
             (select min(q.asked_at) from reading_requests q where q.post_id = p.id) as waits_since,
             (select count(*) from comments c where c.post_id = p.id and c.thread_id is null
                  and c.resolved_at is null and c.deleted_at is null) as open_threads,
             (select count(*) from staff where state = 'active') > 1 as has_others
         from (select post_id as id,
                   coalesce((select max(number) from revisions r where r.post_id = d.post_id), 0) as newest
               from doors d where edition_id = $1 and post_id is not null) p",
    )
    .bind(edition)
    .fetch_all(reader)
    .await
}
