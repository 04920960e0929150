//! The SQL of imports that staff have begun.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{MoveIn, MoveInChoices, MoveInState};
use crate::ids::MoveInId;
use crate::import::ReportSummary;
use crate::time::UnixMillis;

/// How many of those that have ended are kept.
const KEPT: u32 = 5;

/// An import as it is stored.
#[derive(sqlx::FromRow)]
struct Row {
    id: MoveInId,
    state: MoveInState,
    file_name: String,
    media_name: String,
    choices: String,
    report: Option<String>,
    failure: String,
    changed_at: UnixMillis,
}

impl From<Row> for MoveIn {
    /// A report that another version of the program has written may be none that this one can read.
    fn from(row: Row) -> Self {
        let Row { id, state, file_name, media_name, choices, report, failure, changed_at } = row;
        Self {
            id,
            state,
            file_name,
            media_name,
            choices: serde_json::from_str(&choices).unwrap_or_default(),
            report: report.and_then(|report| serde_json::from_str(&report).ok()),
            failure,
            changed_at,
        }
    }
}

macro_rules! move_ins {
    ($condition:literal) => {
        concat!(
            "select id, state, file_name, media_name, choices, report, failure, changed_at from move_ins ",
            $condition
        )
    };
}

/// Returns the import that has not ended.
///
/// # Errors
/// Those of the database.
pub async fn open(database: impl SqliteExecutor<'_>) -> Result<Option<MoveIn>, sqlx::Error> {
    let row: Option<Row> =
        sqlx::query_as(move_ins!("where state <> 'ended'")).fetch_optional(database).await?;
    Ok(row.map(Into::into))
}

/// Returns an import, also one that has ended; `None` when it is no longer kept.
///
/// # Errors
/// Those of the database.
pub async fn find(database: impl SqliteExecutor<'_>, id: MoveInId) -> Result<Option<MoveIn>, sqlx::Error> {
    let row: Option<Row> =
        sqlx::query_as(move_ins!("where id = $1")).bind(id).fetch_optional(database).await?;
    Ok(row.map(Into::into))
}

/// Returns those that have ended, the last one first: id, the file's name and when.
///
/// # Errors
/// Those of the database.
pub async fn ended(reader: &SqlitePool) -> Result<Vec<(MoveInId, String, UnixMillis)>, sqlx::Error> {
    sqlx::query_as(
        "select id, file_name, changed_at from move_ins where state = 'ended' order by changed_at desc, id desc",
    )
    .fetch_all(reader)
    .await
}

/// Adds an import whose files are on their way; none while there is one that has not ended.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    now: UnixMillis,
) -> Result<Option<MoveInId>, sqlx::Error> {
    sqlx::query_scalar(
        "insert into move_ins (state, changed_at)
         select 'receiving', $1 where not exists (select 1 from move_ins where state <> 'ended') returning id",
    )
    .bind(now)
    .fetch_optional(writer)
    .await
}

/// Sets the state, if it is one of `from`; otherwise false.
pub(super) async fn set_state(
    writer: &mut SqliteConnection,
    id: MoveInId,
    from: &[MoveInState],
    to: MoveInState,
    now: UnixMillis,
) -> Result<bool, sqlx::Error> {
    let mut is_set = false;
    for from in from {
        let set = sqlx::query("update move_ins set state = $3, changed_at = $4 where id = $1 and state = $2");
        let set = set.bind(id).bind(from).bind(to).bind(now).execute(&mut *writer).await?;
        is_set |= set.rows_affected() > 0;
    }
    Ok(is_set)
}

/// Sets the names of the files that have come, and forgets what a run has said of other files.
pub(super) async fn set_files(
    writer: &mut SqliteConnection,
    id: MoveInId,
    file_name: Option<&str>,
    media_name: Option<&str>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update move_ins set file_name = coalesce($2, file_name), media_name = coalesce($3, media_name) where id = $1",
    )
    .bind(id)
    .bind(file_name)
    .bind(media_name)
    .execute(&mut *writer)
    .await?;
    if file_name.is_some() {
        set_choices(writer, id, &MoveInChoices::default()).await?;
    }
    Ok(())
}

pub(super) async fn set_choices(
    writer: &mut SqliteConnection,
    id: MoveInId,
    choices: &MoveInChoices,
) -> Result<(), sqlx::Error> {
    let set = sqlx::query("update move_ins set choices = $2 where id = $1");
    set.bind(id).bind(serde_json::json!(choices).to_string()).execute(writer).await?;
    Ok(())
}

/// Sets what a run has said, and why it ended early.
pub(super) async fn set_outcome(
    writer: &mut SqliteConnection,
    id: MoveInId,
    report: Option<&ReportSummary>,
    failure: &str,
) -> Result<(), sqlx::Error> {
    let set = sqlx::query("update move_ins set report = $2, failure = $3 where id = $1");
    set.bind(id)
        .bind(report.map(|report| serde_json::json!(report).to_string()))
        .bind(failure)
        .execute(writer)
        .await?;
    Ok(())
}

pub(super) async fn delete(writer: &mut SqliteConnection, id: MoveInId) -> Result<(), sqlx::Error> {
    sqlx::query("delete from move_ins where id = $1").bind(id).execute(writer).await?;
    Ok(())
}

/// Deletes those that have ended but for the last few.
pub(super) async fn prune(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query(
        "delete from move_ins where state = 'ended' and id not in
             (select id from move_ins where state = 'ended' order by changed_at desc, id desc limit $1)",
    )
    .bind(KEPT)
    .execute(writer)
    .await?;
    Ok(())
}
