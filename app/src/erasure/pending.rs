//! Stories whose person wants to be able to think again for an hour: hidden at once, erased when the hour has passed.

use std::time::Duration;

use tokio::time::MissedTickBehavior;

use super::act::erase_for;
use super::store::pending as store;
use crate::audit_log::AuditAction;
use crate::consent::ConsentState;
use crate::consent::store as ledger;
use crate::error::AppError;
use crate::posts::{Act, PostError, PostId, PostState, PostStatus, erase as posts};
use crate::reserves::is_held_back;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::{HOUR, UnixMillis};

/// How long the person may think again, in milliseconds.
pub(crate) const TIME_TO_THINK: i64 = HOUR;
/// How often it is looked whether a time has passed.
const PERIOD: Duration = Duration::from_mins(1);

/// A story that is hidden, and will be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Pending {
    pub(crate) post_id: PostId,
    pub(crate) due_at: UnixMillis,
    pub(crate) post_state: PostState,
    pub(crate) consent_state: Option<ConsentState>,
    pub(crate) withdrawn_at: Option<UnixMillis>,
}

/// Hides texts from their readers, and has them erased when the time to think again has passed. Links by which others see
/// them end at once.
///
/// # Errors
/// `ConsentNotYours` for writers; `NotFound` when one is not there any more: then nothing is done.
pub(crate) async fn hide(state: &AppState, by: &Staff, texts: &[PostId]) -> Result<UnixMillis, PostError> {
    if by.role < Role::Editor {
        return Err(PostError::ConsentNotYours);
    }
    let now = state.clock.now_millis();
    let due_at = now + TIME_TO_THINK;
    let mut act = Act::begin(state, by).await?;
    for text in texts {
        let post = act.post(*text).await?;
        let writer = act.connection();
        if store::find(&mut *writer, *text).await?.is_some() {
            continue;
        }
        let consent = ledger::find(&mut *writer, *text).await?;
        let pending = Pending {
            post_id: *text,
            due_at,
            post_state: store::state_of(&mut *writer, *text).await?,
            consent_state: consent.as_ref().map(|consent| consent.state),
            withdrawn_at: consent.as_ref().and_then(|consent| consent.withdrawn_at),
        };
        store::add(&mut *writer, &pending).await?;
        if post.status != PostStatus::Trash {
            posts::hide(&mut *writer, *text, now).await?;
        }
        if consent.is_some_and(|consent| consent.state != ConsentState::Withdrawn) {
            ledger::withdraw(&mut *writer, *text, now).await?;
        }
        act.log(AuditAction::ErasureAsked, *text).await?;
    }
    act.commit().await?;
    Ok(due_at)
}

/// Brings a text back that is hidden and not erased yet: it is what it was, but for links that have ended.
///
/// # Errors
/// `ConsentNotYours` for writers; `ErasedMeanwhile` when the time has passed.
pub(crate) async fn regret(state: &AppState, by: &Staff, text: PostId) -> Result<(), PostError> {
    if by.role < Role::Editor {
        return Err(PostError::ConsentNotYours);
    }
    let mut act = Act::begin(state, by).await?;
    let writer = act.connection();
    let pending = store::take(&mut *writer, text).await?.ok_or(PostError::ErasedMeanwhile)?;
    posts::show_again(&mut *writer, text, pending.post_state).await?;
    if let Some(before) = pending.consent_state {
        store::set_consent(&mut *writer, text, before, pending.withdrawn_at).await?;
    }
    act.log(AuditAction::ErasureRegretted, text).await?;
    Ok(act.commit().await?)
}

/// Returns until when somebody may think again about a text.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn due_at(state: &AppState, text: PostId) -> Result<Option<UnixMillis>, sqlx::Error> {
    let pending = store::find(&mut *state.db.reader().acquire().await?, text).await?;
    Ok(pending.map(|pending| pending.due_at))
}

/// Erases what is due. By a clock that was moved nothing is erased but in the demo site.
///
/// # Errors
/// Those of the database.
pub async fn erase_due(state: &AppState) -> Result<(), AppError> {
    if is_held_back(state) {
        return Ok(());
    }
    let due = store::due(state.db.reader(), state.clock.now_millis()).await?;
    if due.is_empty() {
        return Ok(());
    }
    erase_for(state, None, &due).await?;
    Ok(())
}

/// Erases what is due, until the future is dropped.
pub async fn run(state: AppState) {
    let mut ticks = tokio::time::interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = erase_due(&state).await {
            tracing::error!(%error, "what is due to be erased could not be; it is tried again");
        }
    }
}
