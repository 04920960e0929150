//! The SQL of the letters.

use jiff::civil::Date;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::choice::Choice;
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Somebody who wants letters.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Recipient {
    #[sqlx(rename = "staff_id")]
    pub(super) staff: StaffId,
    #[sqlx(flatten)]
    pub(super) choice: Choice,
    pub(super) chosen_at: UnixMillis,
    done_on: String,
    /// Until when the person was told what has opened.
    pub(super) told_until: UnixMillis,
    /// How often the day's letter was refused.
    pub(super) failures: u32,
    pub(super) retry_at: UnixMillis,
}

impl Recipient {
    /// Returns the last day that was dealt with; none when the database has been tampered with.
    pub(super) fn done_on(&self) -> Option<Date> {
        self.done_on.parse().ok()
    }
}

/// Returns everybody who wants letters.
pub(super) async fn recipients(reader: &SqlitePool) -> Result<Vec<Recipient>, sqlx::Error> {
    sqlx::query_as(
        "select staff_id, rhythm, hour, chosen_at, done_on, told_until, failures, retry_at from foresight_letters
         order by staff_id",
    )
    .fetch_all(reader)
    .await
}

/// Returns what somebody has chosen.
pub(super) async fn choice(reader: &SqlitePool, staff: StaffId) -> Result<Option<Choice>, sqlx::Error> {
    sqlx::query_as("select rhythm, hour from foresight_letters where staff_id = $1")
        .bind(staff)
        .fetch_optional(reader)
        .await
}

/// Saves what somebody has chosen. A day that is dealt with stays so.
pub(super) async fn choose(
    writer: &mut SqliteConnection,
    staff: StaffId,
    choice: Choice,
    done_on: Date,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into foresight_letters (staff_id, rhythm, hour, chosen_at, done_on, told_until)
         values ($1, $2, $3, $4, $5, $4)
         on conflict (staff_id) do update set rhythm = excluded.rhythm, hour = excluded.hour,
             done_on = max(done_on, excluded.done_on)",
    )
    .bind(staff)
    .bind(choice.rhythm)
    .bind(choice.hour)
    .bind(now)
    .bind(done_on.to_string())
    .execute(writer)
    .await?;
    Ok(())
}

/// Forgets that somebody wanted letters.
pub(super) async fn forget(writer: &mut SqliteConnection, staff: StaffId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from foresight_letters where staff_id = $1").bind(staff).execute(writer).await?;
    Ok(())
}

/// Counts a day as dealt with, and says whether it was not before.
pub(super) async fn claim(
    writer: &mut SqliteConnection,
    recipient: &Recipient,
    day: Date,
) -> Result<bool, sqlx::Error> {
    let done = sqlx::query("update foresight_letters set done_on = $2 where staff_id = $1 and done_on = $3")
        .bind(recipient.staff)
        .bind(day.to_string())
        .bind(&recipient.done_on)
        .execute(writer)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a letter has gone, or that there was nothing to tell.
pub(super) async fn note_done(
    writer: &mut SqliteConnection,
    staff: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update foresight_letters set told_until = $2, failures = 0, retry_at = 0, failing_since = null
         where staff_id = $1",
    )
    .bind(staff)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Notes that a letter was refused and is tried again: its day is not dealt with.
pub(super) async fn note_refused(
    writer: &mut SqliteConnection,
    recipient: &Recipient,
    now: UnixMillis,
    retry_at: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update foresight_letters set done_on = $2, failures = failures + 1, retry_at = $3,
             failing_since = coalesce(failing_since, $4)
         where staff_id = $1",
    )
    .bind(recipient.staff)
    .bind(&recipient.done_on)
    .bind(retry_at)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Notes that a letter was refused for the last time: its day stays dealt with.
pub(super) async fn note_given_up(
    writer: &mut SqliteConnection,
    staff: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update foresight_letters set failures = 0, retry_at = 0, failing_since = coalesce(failing_since, $2)
         where staff_id = $1",
    )
    .bind(staff)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Returns since when the mail server refuses letters to somebody who can log in; none while it takes all.
pub(crate) async fn failing_since(reader: &SqlitePool) -> Result<Option<UnixMillis>, sqlx::Error> {
    sqlx::query_scalar(
        "select min(f.failing_since) from foresight_letters f join staff s on s.id = f.staff_id
         where s.state = 'active'",
    )
    .fetch_one(reader)
    .await
}
