//! The table `first_hour_steps`.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::time::UnixMillis;

/// What somebody has said of a step.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Recorded {
    pub(super) step: String,
    pub(super) state: String,
    pub(super) changed_at: UnixMillis,
}

impl Recorded {
    pub(super) const SKIPPED: &str = "skipped";
    pub(super) const DONE: &str = "done";
}

/// Lists what is recorded.
pub(super) async fn recorded(reader: &SqlitePool) -> Result<Vec<Recorded>, sqlx::Error> {
    sqlx::query_as("select step, state, changed_at from first_hour_steps").fetch_all(reader).await
}

/// Records a state of a step.
pub(super) async fn record(
    writer: &mut SqliteConnection,
    step: &str,
    state: &str,
    now: UnixMillis,
    by: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("insert or replace into first_hour_steps (step, state, changed_at, changed_by) values ($1, $2, $3, $4)")
        .bind(step)
        .bind(state)
        .bind(now)
        .bind(by)
        .execute(writer)
        .await?;
    Ok(())
}

/// Deletes what is recorded of a step.
pub(super) async fn forget(writer: &mut SqliteConnection, step: &str) -> Result<(), sqlx::Error> {
    sqlx::query("delete from first_hour_steps where step = $1").bind(step).execute(writer).await?;
    Ok(())
}
