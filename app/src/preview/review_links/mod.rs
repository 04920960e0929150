//! Links for somebody outside: one text, for two weeks or until somebody ends it.

pub mod store;

use crate::audit_log::{self, AuditAction};
use crate::error::AppError;
use crate::paths;
use crate::posts::PostId;
use crate::staff::Staff;
use crate::staff::token::Token;
use crate::state::AppState;
use crate::time::UnixMillis;

pub use store::ReviewLink;

/// How long a link leads to its text.
pub const DAYS: i64 = 14;

/// Makes a link to a text and returns its path, which is shown once and written down nowhere. `None`: the text is not
/// there, or nobody outside may see it.
///
/// # Errors
/// When the database refuses.
pub async fn make(state: &AppState, post: PostId, staff: &Staff) -> Result<Option<String>, AppError> {
    let token = Token::new()?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    store::tidy(&mut tx, now).await?;
    if !store::may_be_shared(&mut tx, post).await? {
        return Ok(None);
    }
    store::add(&mut tx, &token.hash(), post, staff.id, now, now + DAYS * 24 * 60 * 60_000).await?;
    audit_log::record(&mut tx, staff, AuditAction::Shared, audit_log::AuditTarget::Post(post), now).await?;
    tx.commit().await?;
    Ok(Some(paths::review_link(&token.text())))
}

/// Whether a link to a text may be made.
///
/// # Errors
/// When the database cannot be read.
pub async fn may_be_made(state: &AppState, post: PostId) -> Result<bool, AppError> {
    Ok(store::may_be_shared(&mut *state.db.reader().acquire().await?, post).await?)
}

/// Ends a link of a text, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn end(state: &AppState, post: PostId, share: i64, staff: &Staff) -> Result<bool, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    if !store::end(&mut tx, post, share).await? {
        return Ok(false);
    }
    audit_log::record(&mut tx, staff, AuditAction::Unshared, audit_log::AuditTarget::Post(post), now).await?;
    tx.commit().await?;
    Ok(true)
}

/// The links to a text that lead there now, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn living(state: &AppState, post: PostId) -> Result<Vec<ReviewLink>, AppError> {
    Ok(store::living(state.db.reader(), post, state.clock.now_millis()).await?)
}

/// What a link leads to: the text's number, and until when. `None` for every link that leads nowhere.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(state: &AppState, token: &str) -> Result<Option<(PostId, UnixMillis)>, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    Ok(store::find(state.db.reader(), &token.hash(), state.clock.now_millis()).await?)
}
