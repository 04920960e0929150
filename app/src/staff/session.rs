//! How long a log-in lasts.
//!
//! OWASP's Session Management Cheat Sheet asks for an idle and an absolute limit and leaves their length to
//! what is at stake; NIST SP 800-63B sets 30 days at the most. Staff write for hours with pauses, on public
//! texts: a working day of silence ends a session, and so does a week however busy. A log-in also ends with
//! the browser, since its cookie has no age.

use crate::staff::StaffId;
use crate::time::UnixMillis;
use http::request::Parts;

use super::cookies::{self, Purpose};
use super::token::Token;
use super::{Staff, store};
use crate::error::AppError;
use crate::state::AppState;

const MINUTE: i64 = 60_000;
const IDLE: i64 = 8 * 60 * MINUTE;
const ABSOLUTE: i64 = 7 * 24 * 60 * MINUTE;
/// Use is noted no more often than this: each note is a write to the disk.
const NOTED_EVERY: i64 = MINUTE;

/// The instants after which a living session was opened and last used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) created_after: UnixMillis,
    pub(super) seen_after: UnixMillis,
}

impl Limits {
    /// The limits as they are now.
    pub(super) fn at(now: UnixMillis) -> Self {
        Self { created_after: now - ABSOLUTE, seen_after: now - IDLE }
    }
}

/// Whose living session a request belongs to.
pub(super) async fn of_request(state: &AppState, request: &Parts) -> Result<Option<Staff>, AppError> {
    match cookies::read(request, Purpose::Session) {
        Some(token) => of_token(state, &token).await,
        None => Ok(None),
    }
}

/// Whose living session a request belongs to, without noting a use: a window that is only left open must not keep a
/// session alive.
pub(super) async fn peek(state: &AppState, request: &Parts) -> Result<Option<Staff>, AppError> {
    let Some(token) = cookies::read(request, Purpose::Session) else { return Ok(None) };
    let limits = Limits::at(state.clock.now_millis());
    let session = store::sessions::find(state.db.reader(), &token.hash(), limits).await?;
    Ok(session.map(|session| session.staff))
}

/// Whose living session a token opens. Notes that it was used.
pub(super) async fn of_token(state: &AppState, token: &Token) -> Result<Option<Staff>, AppError> {
    let (now, hash) = (state.clock.now_millis(), token.hash());
    let Some(session) = store::sessions::find(state.db.reader(), &hash, Limits::at(now)).await? else {
        return Ok(None);
    };
    if now - session.last_seen_at >= NOTED_EVERY
        && let Err(error) = note(state, &hash, session.staff.id, now).await
    {
        // With a full disk people can still read; the session only ends earlier.
        tracing::warn!(%error, "the use of a session could not be noted");
    }
    Ok(Some(session.staff))
}

async fn note(
    state: &AppState,
    token_hash: &[u8],
    staff_id: StaffId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let mut tx = state.db.write_quietly().await?;
    store::sessions::touch(&mut tx, token_hash, staff_id, now).await?;
    tx.commit().await
}

/// Ends a token's session, and sweeps up those that have ended by themselves.
pub(super) async fn end(state: &AppState, token: &Token) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    store::sessions::end(&mut tx, &token.hash()).await?;
    store::sessions::tidy(&mut tx, Limits::at(state.clock.now_millis())).await?;
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
        site.advance(IDLE - 1);
        assert!(of_token(&site.state, &token).await.expect("reads").is_some(), "and that was a use");
        site.advance(IDLE - 1);
        assert!(of_token(&site.state, &token).await.expect("reads").is_some());
        site.advance(IDLE);
        assert!(of_token(&site.state, &token).await.expect("reads").is_none());
    }

    #[tokio::test]
    async fn a_session_ends_after_a_week_of_use() {
        let site = TestSite::new().await;
        let token = site.logged_in("anna@exempel.se").await;
        for _ in 0..(ABSOLUTE / (IDLE / 2) - 1) {
            site.advance(IDLE / 2);
            assert!(of_token(&site.state, &token).await.expect("reads").is_some());
        }
        site.advance(IDLE / 2);
        assert!(of_token(&site.state, &token).await.expect("reads").is_none());
    }

    #[tokio::test]
    async fn use_is_noted_once_a_minute() {
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
    async fn an_ended_session_is_over_and_dead_ones_are_swept_up() {
        let site = TestSite::new().await;
        let old = site.logged_in("anna@exempel.se").await;
        site.advance(IDLE);
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
