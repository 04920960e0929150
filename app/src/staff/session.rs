//! Sessions: whose they are, and how long they last.
//!
//! OWASP's Session Management Cheat Sheet asks for an idle and an absolute limit and leaves their length to
//! what is at stake; NIST SP 800-63B sets 30 days at the most. Staff write for hours with pauses, on public
//! texts: a working day of silence ends a session, and so does a week however busy. A log-in also ends with
//! the browser, since its cookie has no age.

use http::request::Parts;

use super::cookies::{self, Purpose};
use super::token::{Token, TokenHash};
use super::{Staff, StaffId, store};
use crate::error::AppError;
use crate::state::AppState;
use crate::time::{DAY, HOUR, MINUTE, UnixMillis};

pub(super) const IDLE_LIMIT: i64 = 8 * HOUR;
pub(super) const ABSOLUTE_LIMIT: i64 = 7 * DAY;
/// Use is recorded no more often than this: each record is a write to the disk.
const RECORDED_EVERY: i64 = MINUTE;

/// The instants after which a living session must have been created and last used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) created_after: UnixMillis,
    pub(super) seen_after: UnixMillis,
}

impl Limits {
    /// Returns the limits at an instant.
    pub(super) fn at(now: UnixMillis) -> Self {
        Self { created_after: now - ABSOLUTE_LIMIT, seen_after: now - IDLE_LIMIT }
    }
}

/// Returns the instant after which a session must have been created for its owner to be remembered when it has ended:
/// a form that was left open overnight may still be sent.
pub(super) fn remembered_since(now: UnixMillis) -> UnixMillis {
    now - ABSOLUTE_LIMIT - DAY
}

/// Returns the account whose session a request carries, also when that has ended. It proves who sent a form, and
/// opens nothing.
pub(super) async fn owner_of_request(state: &AppState, request: &Parts) -> Result<Option<StaffId>, AppError> {
    let Some(token) = cookies::read(request, Purpose::Session) else { return Ok(None) };
    let since = remembered_since(state.clock.now_millis());
    Ok(store::sessions::owner(state.db.reader(), &token.hash(), since).await?)
}

/// Returns the account whose living session a request carries.
pub(super) async fn of_request(state: &AppState, request: &Parts) -> Result<Option<Staff>, AppError> {
    match cookies::read(request, Purpose::Session) {
        Some(token) => of_token(state, &token).await,
        None => Ok(None),
    }
}

/// Returns the account whose living session a request carries, without recording a use: a window that is only left open
/// must not prolong a session.
pub(super) async fn peek(state: &AppState, request: &Parts) -> Result<Option<Staff>, AppError> {
    let Some(token) = cookies::read(request, Purpose::Session) else { return Ok(None) };
    let limits = Limits::at(state.clock.now_millis());
    let session = store::sessions::find(state.db.reader(), &token.hash(), limits).await?;
    Ok(session.map(|session| session.staff))
}

/// Returns the account whose living session a token opens, and records that it is used.
pub(super) async fn of_token(state: &AppState, token: &Token) -> Result<Option<Staff>, AppError> {
    let (now, hash) = (state.clock.now_millis(), token.hash());
    let Some(session) = store::sessions::find(state.db.reader(), &hash, Limits::at(now)).await? else {
        return Ok(None);
    };
    if now - session.last_seen_at >= RECORDED_EVERY
        && let Err(error) = record_use(state, &hash, session.staff.id, now).await
    {
        // With a full disk people can still read; the session only ends earlier.
        tracing::warn!(%error, "the use of a session could not be recorded");
    }
    Ok(Some(session.staff))
}

async fn record_use(
    state: &AppState,
    token_hash: &TokenHash,
    staff_id: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let mut tx = state.db.write_quietly().await?;
    store::sessions::set_last_seen(&mut tx, token_hash, staff_id, now).await?;
    tx.commit().await
}

/// Ends a token's session, and deletes those that have reached a limit.
pub(super) async fn end(state: &AppState, token: &Token) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    store::sessions::delete(&mut tx, &token.hash()).await?;
    store::sessions::delete_expired(&mut tx, Limits::at(state.clock.now_millis())).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::super::testing::TestSite;
    use super::*;

    #[tokio::test]
    async fn a_session_ends_after_eight_idle_hours() {
        let site = TestSite::new().await;
        let token = site.logged_in("anna@exempel.se").await;
        site.advance(IDLE_LIMIT - 1);
        assert!(of_token(&site.state, &token).await.expect("reads").is_some(), "and that was a use");
        site.advance(IDLE_LIMIT - 1);
        assert!(of_token(&site.state, &token).await.expect("reads").is_some());
        site.advance(IDLE_LIMIT);
        assert!(of_token(&site.state, &token).await.expect("reads").is_none());
    }

    #[tokio::test]
    async fn a_session_ends_after_a_week_of_use() {
        let site = TestSite::new().await;
        let token = site.logged_in("anna@exempel.se").await;
        for _ in 0..(ABSOLUTE_LIMIT / (IDLE_LIMIT / 2) - 1) {
            site.advance(IDLE_LIMIT / 2);
            assert!(of_token(&site.state, &token).await.expect("reads").is_some());
        }
        site.advance(IDLE_LIMIT / 2);
        assert!(of_token(&site.state, &token).await.expect("reads").is_none());
    }

    #[tokio::test]
    async fn use_is_recorded_once_a_minute() {
        let site = TestSite::new().await;
        let token = site.logged_in("anna@exempel.se").await;
        let opened = site.now();
        let mut seen = Vec::new();
        for _ in 0..4 {
            site.advance(MINUTE / 2);
            of_token(&site.state, &token).await.expect("reads");
            let row =
                store::sessions::find(site.state.db.reader(), &token.hash(), Limits::at(site.now())).await;
            seen.push(row.expect("reads").expect("alive").last_seen_at - opened);
        }
        assert_eq!(seen, [0, MINUTE, MINUTE, 2 * MINUTE]);
    }

    #[tokio::test]
    async fn an_ended_session_is_over_and_expired_ones_are_deleted() {
        let site = TestSite::new().await;
        let old = site.logged_in("anna@exempel.se").await;
        site.advance(IDLE_LIMIT);
        let token = site.logged_in("anna@exempel.se").await;
        end(&site.state, &token).await.expect("ends");
        assert!(of_token(&site.state, &token).await.expect("reads").is_none());
        assert!(of_token(&site.state, &old).await.expect("reads").is_none());
        assert_eq!(site.count("select count(*) from staff_sessions").await, 0);
    }

    #[tokio::test]
    async fn a_token_that_was_never_given_opens_nothing() {
        let site = TestSite::new().await;
        let token = Token::new().expect("random");
        assert!(of_token(&site.state, &token).await.expect("reads").is_none());
    }
}
