//! Who has not answered for so long that they are reminded, and how many texts wait for whom.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::db::publicity::hidden_at;
use crate::posts::PostId;
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Whether a request, as `q`, was answered: whoever was asked has commented on the text since. Who has read it has no request.
macro_rules! is_answered {
    () => {
        "exists (select 1 from comments c where c.post_id = q.post_id and c.staff_id = q.staff_id
                     and c.written_at >= q.asked_at and c.deleted_at is null)"
    };
}
pub(super) use is_answered;

/// Between which instants something was asked of which people are reminded.
#[derive(Debug, Clone, Copy)]
pub(in crate::comments) struct Asked {
    pub(in crate::comments) after: UnixMillis,
    pub(in crate::comments) until: UnixMillis,
}

/// Takes the requests of which somebody is to be reminded now, and notes that they are: of texts that readers do not have, by
/// people who have not answered and got no letter after an instant.
pub(in crate::comments) async fn take_due(
    writer: &mut SqliteConnection,
    asked: Asked,
    no_letter_after: UnixMillis,
    now: UnixMillis,
) -> Result<Vec<(StaffId, PostId)>, sqlx::Error> {
    sqlx::query_as(concat!(
        "update reading_requests as q set reminded_at = $1
         where q.reminded_at is null and q.asked_at > $2 and q.asked_at <= $3 and q.asked_by is not q.staff_id
             and not ",
        is_answered!(),
        "    and q.staff_id in (select id from staff where state = 'active')
             and q.staff_id not in (select staff_id from review_letters where sent_at > $4 and sent_at <= $1)
             and exists (select 1 from posts p where p.id = q.post_id and p.state not in ('trash', 'withdrawn')
                             and ",
        hidden_at!("p", "$1"),
        ")
         returning staff_id, post_id"
    ))
    .bind(now)
    .bind(asked.after)
    .bind(asked.until)
    .bind(no_letter_after)
    .fetch_all(writer)
    .await
}

/// How many texts somebody is asked to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Waiting {
    #[sqlx(rename = "staff_id")]
    pub(crate) staff: StaffId,
    /// All of them.
    pub(crate) asked: u32,
    /// Those of which they have been asked for so long that it is overdue, and which they have not answered.
    pub(crate) overdue: u32,
}

/// Returns how many texts wait for whom; nobody for whom none does. What was asked until an instant is overdue.
pub(in crate::comments) async fn waiting(
    reader: &SqlitePool,
    overdue_until: UnixMillis,
) -> Result<Vec<Waiting>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select q.staff_id, count(*) as asked, sum(q.asked_at <= $1 and not ",
        is_answered!(),
        ") as overdue
         from reading_requests q join posts p on p.id = q.post_id
         where p.state not in ('trash', 'withdrawn') group by q.staff_id order by q.staff_id"
    ))
    .bind(overdue_until)
    .fetch_all(reader)
    .await
}
