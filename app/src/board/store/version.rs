//! Whether a board has changed, without reading all of it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use sqlx::sqlite::SqliteConnection;

use crate::ids::EditionId;
use crate::posts::PostId;
use crate::posts::store::newest::{changed_at, is_blank, join_newest};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// A place of the board: a day or, with the number 0, a text without one.
type Row = (u16, String, Option<PostId>, Option<String>, UnixMillis);

/// What is said about a text on a day, or the place of a reserve: what it is, the text, and what makes it another.
type Beside = (u8, PostId, i64, UnixMillis);

/// Returns a word that is another one as soon as a day, a text on it, what is said about that, the consent of whom it tells, the same in plain words, a text without a day, or a
/// reserve is. It compares boards of one build of the server.
pub(crate) async fn version(
    reader: &mut SqliteConnection,
    edition: EditionId,
) -> Result<String, sqlx::Error> {
    let own: Option<i64> = sqlx::query_scalar("select version from editions where id = $1")
        .bind(edition)
        .fetch_optional(&mut *reader)
        .await?;
    let rows: Vec<Row> = sqlx::query_as(concat!(
        "select d.day, d.label, p.id, p.state, ",
        changed_at!(),
        " as at from doors d left join posts p on p.id = d.post_id",
        join_newest!(),
        " where d.edition_id = $1
         union all select 0, '', p.id, p.state, ",
        changed_at!(),
        " from posts p indexed by posts_for_staff",
        join_newest!(),
        " where p.kind = 'guldkorn' and p.state in ('draft', 'ready') and not ",
        is_blank!(),
        " and not exists (select 1 from doors d where d.post_id = p.id)
         order by 1, 3"
    ))
    .bind(edition)
    .fetch_all(&mut *reader)
    .await?;
    let beside: Vec<Beside> = sqlx::query_as(
        "select 0, q.post_id, q.staff_id, q.asked_at from reading_requests q
             join doors d on d.post_id = q.post_id where d.edition_id = $1
         union all select 1, g.post_id, g.staff_id, g.read_at from readings g
             join doors d on d.post_id = g.post_id where d.edition_id = $1
         union all select 2, c.post_id, count(*), 0 from comments c
             join doors d on d.post_id = c.post_id where d.edition_id = $1
                 and c.thread_id is null and c.resolved_at is null and c.deleted_at is null group by c.post_id
         union all select 3, post_id, position, revision from reserves where edition_id = $1
         union all select 5, c.post_id, c.version, 0 from consents c
             join doors d on d.post_id = c.post_id where d.edition_id = $1
         union all select 6, p.original_id, p.id, p.state = 'trash' from posts p
             join doors d on d.post_id = p.original_id where d.edition_id = $1 and p.easy_read = 1
         union all select 4, edition_id, 0, 0 from reserve_switches where edition_id = $1
         order by 1, 2, 3",
    )
    .bind(edition)
    .fetch_all(reader)
    .await?;
    let mut hasher = DefaultHasher::new();
    (own, rows, beside).hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Returns who changed a guldkorn last, by an act that the audit log knows or by writing in it, or read one, or asked for that.
pub(crate) async fn last_change(
    reader: &mut SqliteConnection,
) -> Result<Option<(StaffId, String)>, sqlx::Error> {
    sqlx::query_as(
        "select staff_id, name from (
             select * from (
                 select l.at, l.staff_id, l.staff_name as name from audit_log l
                 join posts p on p.id = l.post_id
                 where p.kind = 'guldkorn' and l.staff_id is not null order by l.id desc limit 1)
             union all
             select * from (
                 select k.saved_at, k.staff_id, s.name from drafts k
                 join posts p on p.id = k.post_id join staff s on s.id = k.staff_id
                 where p.kind = 'guldkorn' order by k.saved_at desc limit 1)
             union all
             select * from (
                 select g.read_at, g.staff_id, s.name from readings g
                 join posts p on p.id = g.post_id join staff s on s.id = g.staff_id
                 where p.kind = 'guldkorn' order by g.read_at desc limit 1)
             union all
             select * from (
                 select q.asked_at, q.asked_by, s.name from reading_requests q
                 join posts p on p.id = q.post_id join staff s on s.id = q.asked_by
                 where p.kind = 'guldkorn' order by q.asked_at desc limit 1))
         order by at desc limit 1",
    )
    .fetch_optional(reader)
    .await
}
