//! What waits for somebody in the texts of others and their own.

use sqlx::sqlite::SqlitePool;

use super::reminders::is_answered;
use crate::comments::concerns::ConcernRow;
use crate::posts::store::newest::{join_newest, newest_columns};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// How many texts of a kind are shown.
const SHOWN: u32 = 10;

/// Returns the texts that somebody was asked to read, whatever has waited longest first. What was asked until an instant and
/// not answered is overdue.
pub(in crate::comments) async fn asked(
    reader: &SqlitePool,
    staff: StaffId,
    overdue_until: UnixMillis,
) -> Result<Vec<ConcernRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, coalesce(a.name, '') as name, q.note as words, 0 as number,
             case when q.asked_at <= $3 and not ",
        is_answered!(),
        " then q.asked_at end as since, ",
        newest_columns!(),
        " from reading_requests q join posts p on p.id = q.post_id left join staff a on a.id = q.asked_by",
        join_newest!(),
        " where q.staff_id = $1 and p.state not in ('trash', 'withdrawn') order by q.asked_at, p.id limit $2"
    ))
    .bind(staff)
    .bind(SHOWN)
    .bind(overdue_until)
    .fetch_all(reader)
    .await
}

/// Returns the texts that others were asked to read by somebody until an instant and have not answered, whatever has waited
/// longest first.
pub(in crate::comments) async fn unanswered(
    reader: &SqlitePool,
    staff: StaffId,
    overdue_until: UnixMillis,
) -> Result<Vec<ConcernRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, group_concat(a.name, ', ') as name, '' as words, 0 as number, min(q.asked_at) as since, ",
        newest_columns!(),
        " from reading_requests q join posts p on p.id = q.post_id join staff a on a.id = q.staff_id",
        join_newest!(),
        " where q.asked_by = $1 and q.staff_id <> $1 and q.asked_at <= $3 and not ",
        is_answered!(),
        "     and p.state not in ('trash', 'withdrawn') group by p.id order by min(q.asked_at), p.id limit $2"
    ))
    .bind(staff)
    .bind(SHOWN)
    .bind(overdue_until)
    .fetch_all(reader)
    .await
}

/// Returns somebody's own texts in which a reader of the newest revision wants changes.
pub(in crate::comments) async fn wishes(
    reader: &SqlitePool,
    staff: StaffId,
) -> Result<Vec<ConcernRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, a.name, g.reason as words, 0 as number, null as since, ",
        newest_columns!(),
        " from readings g join posts p on p.id = g.post_id join staff a on a.id = g.staff_id",
        join_newest!(),
        " where g.state = 'changes' and g.revision = coalesce(r.number, 0) and g.staff_id <> $1
              and (p.created_by = $1 or r.staff_id = $1) and p.state not in ('trash', 'withdrawn')
          order by g.read_at, p.id limit $2"
    ))
    .bind(staff)
    .bind(SHOWN)
    .fetch_all(reader)
    .await
}

/// Returns the texts with open threads in which it is somebody's turn: on their own texts, and where they have taken part.
pub(in crate::comments) async fn threads(
    reader: &SqlitePool,
    staff: StaffId,
) -> Result<Vec<ConcernRow>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, '' as name, '' as words, count(*) as number, null as since, ",
        newest_columns!(),
        " from comments c join posts p on p.id = c.post_id",
        join_newest!(),
        " where c.thread_id is null and c.resolved_at is null and c.deleted_at is null
              and p.state not in ('trash', 'withdrawn')
              and (p.created_by = $1 or r.staff_id = $1 or exists (
                  select 1 from comments o
                  where o.post_id = c.post_id and (o.id = c.id or o.thread_id = c.id) and o.staff_id = $1
                      and o.deleted_at is null))
              and (select o.staff_id from comments o
                   where o.post_id = c.post_id and (o.id = c.id or o.thread_id = c.id) and o.deleted_at is null
                   order by o.id desc limit 1) is not $1
          group by p.id order by max(c.id) desc limit $2"
    ))
    .bind(staff)
    .bind(SHOWN)
    .fetch_all(reader)
    .await
}
