//! The SQL of the board.

pub(crate) mod version;

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::undo::{LastMove, Shifted};
use crate::ids::EditionId;
use crate::posts::store::newest::{changed_at, is_blank, join_newest, newest_columns};
use crate::posts::{GuldkornForm, Language, PostId, PostState};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// The most texts without a day that are shown.
const SHOWN: u32 = 200;

/// A guldkorn that lies on no day, and that nobody has published.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct LooseText {
    pub(crate) id: PostId,
    pub(crate) title: String,
    pub(crate) form: Option<GuldkornForm>,
    pub(crate) language: Language,
    pub(crate) state: PostState,
    /// Whoever began it; empty when nobody did here.
    pub(crate) writer: String,
    /// The edition of which it is a reserve.
    pub(crate) reserve_of: Option<EditionId>,
}

/// Returns the texts without a day, the one that was worked on last first.
pub(super) async fn loose_texts(reader: &SqlitePool) -> Result<Vec<LooseText>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select p.id, p.state, coalesce((select name from staff where id = p.created_by), '') as writer,
             (select s.edition_id from reserves s where s.post_id = p.id) as reserve_of, ",
        newest_columns!(),
        " from posts p indexed by posts_for_staff",
        join_newest!(),
        " where p.kind = 'guldkorn' and p.state in ('draft', 'ready') and not ",
        is_blank!(),
        " and not exists (select 1 from doors d where d.post_id = p.id)
         order by ",
        changed_at!(),
        " desc, p.id desc limit $1"
    ))
    .bind(SHOWN)
    .fetch_all(reader)
    .await
}

/// Remembers what somebody moved last, in place of what was that before.
pub(super) async fn save_last_move(
    writer: &mut SqliteConnection,
    staff: StaffId,
    last: &LastMove,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let shifts = serde_json::to_string(&last.shifts).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query(
        "insert or replace into board_moves (staff_id, edition_id, shifts, moved_at) values ($1, $2, $3, $4)",
    )
    .bind(staff)
    .bind(last.edition)
    .bind(shifts)
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}

/// Returns what somebody moved last.
pub(super) async fn last_move(
    database: impl SqliteExecutor<'_>,
    staff: StaffId,
) -> Result<Option<LastMove>, sqlx::Error> {
    let row: Option<(EditionId, String)> =
        sqlx::query_as("select edition_id, shifts from board_moves where staff_id = $1")
            .bind(staff)
            .fetch_optional(database)
            .await?;
    let Some((edition, shifts)) = row else { return Ok(None) };
    let shifts: Vec<Shifted> =
        serde_json::from_str(&shifts).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Some(LastMove { edition, shifts }))
}

/// Forgets what somebody moved last.
pub(super) async fn forget_last_move(
    writer: &mut SqliteConnection,
    staff: StaffId,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from board_moves where staff_id = $1").bind(staff).execute(writer).await?;
    Ok(())
}
