//! A reserve takes the place of what is missing on a door: by the program, so there is no [`Act`](super::Act) of anybody.

use sqlx::sqlite::SqliteConnection;

use super::store::{doors, texts};
use super::{PostId, PostState};
use crate::audit_log::{AuditAction, AuditTarget, record_by_system};
use crate::ids::EditionId;
use crate::time::UnixMillis;

/// Hangs a post on a door on which nothing hangs that readers get, and publishes it. Returns what was taken down for it.
///
/// # Errors
/// `RowNotFound` when there is no such door; otherwise when the database refuses.
pub(crate) async fn stand_in(
    writer: &mut SqliteConnection,
    post: PostId,
    (edition, day): (EditionId, u16),
    now: UnixMillis,
) -> Result<Option<PostId>, sqlx::Error> {
    let door = doors::find(writer, edition, day).await?.ok_or(sqlx::Error::RowNotFound)?;
    let about = format!("lucka {day}, {}", door.edition_title);
    doors::hang(writer, edition, day, post).await?;
    texts::publish(writer, post, None, now).await?;
    if let Some(displaced) = door.post {
        if door.state == Some(PostState::Published) {
            // Its consent does not stand, and without a door it has no time: somebody has to decide again.
            texts::set_state(writer, displaced, PostState::Ready).await?;
        }
        let target = AuditTarget::PostWith(displaced, &about);
        record_by_system(writer, AuditAction::TakenDown, target, now).await?;
    }
    record_by_system(writer, AuditAction::ReserveUsed, AuditTarget::PostWith(post, &about), now).await?;
    Ok(door.post)
}

/// Whether what hangs on a door comes to readers when the door opens.
pub(crate) async fn is_filled(
    connection: &mut SqliteConnection,
    edition: EditionId,
    day: u16,
) -> Result<bool, sqlx::Error> {
    let door = doors::find(connection, edition, day).await?;
    Ok(door.is_none_or(|door| door.is_decided()))
}
