//! What staff do with a message.

use super::message::Message;
use super::store;
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::ids::FeedbackId;
use crate::staff::Staff;
use crate::state::AppState;
use crate::text_input::lines;
use crate::time::UnixMillis;

/// Most characters of an answer.
const MAX_ANSWER: usize = 10_000;

/// What became of an answer.
#[derive(Debug)]
pub(crate) enum Answered {
    /// It is stored, and the sender can read it.
    Stored(Box<Message>),
    /// It is refused; a sentence for the field.
    Refused(String),
    /// Somebody else has answered meanwhile.
    Conflict,
}

/// Loads a message, also from the trash.
pub(crate) async fn message(state: &AppState, id: FeedbackId) -> Result<Message, AppError> {
    Ok(store::find(state.db.reader(), id).await?)
}

/// Stores an answer over the one that the form was made of, known by its instant.
pub(crate) async fn answer(
    state: &AppState,
    staff: &Staff,
    id: FeedbackId,
    seen: Option<UnixMillis>,
    typed: &str,
) -> Result<Answered, AppError> {
    let answer = lines(typed).trim().to_owned();
    if answer.is_empty() {
        return Ok(Answered::Refused("Skriv ett svar.".into()));
    }
    if answer.chars().count() > MAX_ANSWER {
        return Ok(Answered::Refused(format!("Korta svaret till högst {MAX_ANSWER} tecken.")));
    }
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    if store::find(&mut *tx, id).await?.answered_at != seen {
        return Ok(Answered::Conflict);
    }
    store::set_answer(&mut tx, id, &answer, &staff.name, now).await?;
    record(&mut tx, staff, AuditAction::FeedbackAnswered, id, now).await?;
    let message = store::find(&mut *tx, id).await?;
    tx.commit().await?;
    Ok(Answered::Stored(Box::new(message)))
}

/// Closes a message: nothing more will be done.
pub(crate) async fn close(state: &AppState, staff: &Staff, id: FeedbackId) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::set_closed(&mut tx, id, Some(now)).await?;
    record(&mut tx, staff, AuditAction::FeedbackClosed, id, now).await?;
    Ok(tx.commit().await?)
}

/// Opens a closed message again.
pub(crate) async fn reopen(state: &AppState, staff: &Staff, id: FeedbackId) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    store::set_closed(&mut tx, id, None).await?;
    record(&mut tx, staff, AuditAction::FeedbackReopened, id, state.clock.now_millis()).await?;
    Ok(tx.commit().await?)
}

/// Puts a message into the trash: its sender does not find it any more.
pub(crate) async fn delete(state: &AppState, staff: &Staff, id: FeedbackId) -> Result<(), AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::set_deleted(&mut tx, id, Some(now)).await?;
    record(&mut tx, staff, AuditAction::FeedbackDeleted, id, now).await?;
    Ok(tx.commit().await?)
}

/// Takes a message out of the trash.
pub(crate) async fn restore(state: &AppState, staff: &Staff, id: FeedbackId) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    store::set_deleted(&mut tx, id, None).await?;
    record(&mut tx, staff, AuditAction::FeedbackRestored, id, state.clock.now_millis()).await?;
    Ok(tx.commit().await?)
}

/// Records an action, of the message by its number alone.
async fn record(
    tx: &mut sqlx::sqlite::SqliteConnection,
    staff: &Staff,
    action: AuditAction,
    id: FeedbackId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    audit_log::record(tx, staff, action, AuditTarget::Named(&id.to_string()), now).await
}
