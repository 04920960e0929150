//! The table `feedback`.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::form::FeedbackForm;
use super::message::{Message, late_before};
use crate::ids::FeedbackId;
use crate::time::{HOUR, UnixMillis};

/// How many messages wait for an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Counts {
    pub(crate) waiting: i64,
    /// Those that have waited for too long.
    pub(crate) late: i64,
}

/// Counts the messages that wait for an answer.
pub(crate) async fn counts(
    database: impl SqliteExecutor<'_>,
    now: UnixMillis,
) -> Result<Counts, sqlx::Error> {
    sqlx::query_as(
        "select count(*) as waiting, count(*) filter (where received_at <= $1) as late from feedback
         where answered_at is null and closed_at is null and deleted_at is null",
    )
    .bind(late_before(now))
    .fetch_one(database)
    .await
}

/// Adds a message.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    form: &FeedbackForm,
    receipt_hash: &[u8],
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into feedback (receipt_hash, kind, page, description, technology, name, email, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(receipt_hash)
    .bind(form.kind)
    .bind(&form.page)
    .bind(&form.description)
    .bind(&form.technology)
    .bind(&form.name)
    .bind(&form.email)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Finds the message of a receipt number, unless it is in the trash.
pub(super) async fn by_receipt(
    reader: &SqlitePool,
    receipt_hash: &[u8],
) -> Result<Option<Message>, sqlx::Error> {
    sqlx::query_as(
        "select id, kind, page, description, technology, name, email, received_at, answer, answered_at,
             answered_by, closed_at, deleted_at
         from feedback where receipt_hash = $1 and deleted_at is null",
    )
    .bind(receipt_hash)
    .fetch_optional(reader)
    .await
}

/// Finds a message, also in the trash.
pub(super) async fn find(database: impl SqliteExecutor<'_>, id: FeedbackId) -> Result<Message, sqlx::Error> {
    sqlx::query_as(
        "select id, kind, page, description, technology, name, email, received_at, answer, answered_at,
             answered_by, closed_at, deleted_at
         from feedback where id = $1",
    )
    .bind(id)
    .fetch_one(database)
    .await
}

/// Lists all messages outside the trash: those without an answer first, the oldest of them first; then the newest.
pub(crate) async fn list(reader: &SqlitePool, most: u32, skip: u32) -> Result<Vec<Message>, sqlx::Error> {
    sqlx::query_as(
        "select id, kind, page, description, technology, name, email, received_at, answer, answered_at,
             answered_by, closed_at, deleted_at
         from feedback where deleted_at is null
         order by answered_at is not null or closed_at is not null,
             case when answered_at is null and closed_at is null then received_at else -received_at end, id
         limit $1 offset $2",
    )
    .bind(most)
    .bind(skip)
    .fetch_all(reader)
    .await
}

/// Sets the answer.
pub(super) async fn set_answer(
    writer: &mut SqliteConnection,
    id: FeedbackId,
    answer: &str,
    by: &str,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("update feedback set answer = $2, answered_by = $3, answered_at = $4 where id = $1")
        .bind(id)
        .bind(answer)
        .bind(by)
        .bind(now)
        .execute(writer)
        .await?;
    Ok(())
}

/// Closes a message, or opens it again.
pub(super) async fn set_closed(
    writer: &mut SqliteConnection,
    id: FeedbackId,
    at: Option<UnixMillis>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update feedback set closed_at = $2 where id = $1").bind(id).bind(at).execute(writer).await?;
    Ok(())
}

/// Puts a message into the trash, or takes it out.
pub(super) async fn set_deleted(
    writer: &mut SqliteConnection,
    id: FeedbackId,
    at: Option<UnixMillis>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update feedback set deleted_at = $2 where id = $1")
        .bind(id)
        .bind(at)
        .execute(writer)
        .await?;
    Ok(())
}

/// Marks the messages that nobody has got a letter about, unless one went within the last hour. Returns how many.
pub(super) async fn mark_notified(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<u64, sqlx::Error> {
    let marked = sqlx::query(
        "update feedback set notified_at = $1
         where notified_at is null and answered_at is null and closed_at is null and deleted_at is null
         and not exists (select 1 from feedback where notified_at > $1 - $2)",
    )
    .bind(now)
    .bind(HOUR)
    .execute(writer)
    .await?;
    Ok(marked.rows_affected())
}

/// Deletes for good what was answered or closed, and what was put into the trash, at these instants or before.
pub(super) async fn delete_older(
    writer: &mut SqliteConnection,
    finished: UnixMillis,
    trashed: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "delete from feedback where deleted_at <= $2
         or ((answered_at is not null or closed_at is not null)
             and max(coalesce(answered_at, 0), coalesce(closed_at, 0)) <= $1)",
    )
    .bind(finished)
    .bind(trashed)
    .execute(writer)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::delete_old;
    use crate::staff::testing::TestSite;
    use crate::time::DAY;

    async fn added(site: &TestSite, hash: u8) -> FeedbackId {
        let form = FeedbackForm { description: "x".into(), ..FeedbackForm::default() };
        let mut tx = site.state.db.write_quietly().await.expect("a writer");
        add(&mut tx, &form, &[hash; 32], site.now()).await.expect("adds");
        tx.commit().await.expect("commits");
        by_receipt(site.state.db.reader(), &[hash; 32]).await.expect("reads").expect("is there").id
    }

    async fn left(site: &TestSite) -> i64 {
        let mut tx = site.state.db.write_quietly().await.expect("a writer");
        delete_old(&mut tx, site.now()).await.expect("deletes");
        tx.commit().await.expect("commits");
        site.count("select count(*) from feedback").await
    }

    #[tokio::test]
    async fn what_is_finished_goes_after_a_year_and_what_waits_stays() {
        let site = TestSite::new().await;
        let [answered, closed, trashed] =
            [added(&site, 1).await, added(&site, 2).await, added(&site, 3).await];
        added(&site, 4).await;
        let mut tx = site.state.db.write_quietly().await.expect("a writer");
        set_answer(&mut tx, answered, "Tack!", "Anna", site.now()).await.expect("answers");
        set_closed(&mut tx, closed, Some(site.now())).await.expect("closes");
        set_deleted(&mut tx, trashed, Some(site.now())).await.expect("deletes");
        tx.commit().await.expect("commits");
        site.advance(30 * DAY - 1);
        assert_eq!(left(&site).await, 4);
        site.advance(1);
        assert_eq!(left(&site).await, 3, "the trash is emptied");
        site.advance(335 * DAY - 1);
        assert_eq!(left(&site).await, 3);
        site.advance(1);
        assert_eq!(left(&site).await, 1, "what nobody has answered stays");
    }

    #[tokio::test]
    async fn staff_are_told_once_of_each_message_and_once_an_hour() {
        let site = TestSite::new().await;
        let mark = async |site: &TestSite| {
            let mut tx = site.state.db.write_quietly().await.expect("a writer");
            let marked = mark_notified(&mut tx, site.now()).await.expect("marks");
            tx.commit().await.expect("commits");
            marked
        };
        assert_eq!(mark(&site).await, 0);
        added(&site, 1).await;
        assert_eq!((mark(&site).await, mark(&site).await), (1, 0));
        added(&site, 2).await;
        added(&site, 3).await;
        site.advance(HOUR - 1);
        assert_eq!(mark(&site).await, 0);
        site.advance(1);
        assert_eq!((mark(&site).await, mark(&site).await), (2, 0));
    }
}
