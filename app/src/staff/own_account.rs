//! One's own account: where one is logged in, and one's own password.

use super::cookies::Purpose;
use super::email::Email;
use super::network::Network;
use super::password::HashPermit;
use super::request_context::RequestContext;
use super::session::Limits;
use super::token::Token;
use super::{PasswordChangeError, PasswordRefusal, Staff, Trouble, store, throttle};
use crate::error::AppError;
use crate::state::AppState;
use crate::time::UnixMillis;

/// A living session of somebody.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct OwnSession {
    /// What to call it by: the hash of its token in hexadecimal, which opens nothing.
    pub(crate) name: String,
    /// When it began, in milliseconds UTC.
    pub(crate) created_at: UnixMillis,
    /// When it was last used, in milliseconds UTC.
    pub(crate) last_seen_at: UnixMillis,
    /// Whether it is the one that asks.
    pub(crate) is_here: bool,
}

/// Who is logged in, and by which session.
pub(crate) struct Own {
    staff: Staff,
    token: Option<Token>,
    network: Network,
}

impl Own {
    /// The one that a request belongs to, once the guard has let it in.
    pub(crate) fn of(visit: &RequestContext, staff: Staff) -> Self {
        Self { staff, token: visit.token(Purpose::Session), network: visit.network() }
    }

    /// The hash of this session's token.
    fn here(&self) -> Vec<u8> {
        self.token.as_ref().map(Token::hash).unwrap_or_default()
    }

    /// This person's living sessions, the last used first.
    pub(crate) async fn sessions(&self, state: &AppState) -> Result<Vec<OwnSession>, AppError> {
        let limits = Limits::at(state.clock.now_millis());
        Ok(store::own_account::sessions(state.db.reader(), self.staff.id, &self.here(), limits).await?)
    }

    /// Ends one of this person's sessions, and says whether there was one of that name.
    pub(crate) async fn end(&self, state: &AppState, name: &str) -> Result<bool, AppError> {
        let mut tx = state.db.write_quietly().await?;
        let ended = store::own_account::end(&mut tx, self.staff.id, name).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// Ends all of this person's sessions but this one.
    pub(crate) async fn end_others(&self, state: &AppState) -> Result<(), AppError> {
        let mut tx = state.db.write_quietly().await?;
        store::own_account::end_others(&mut tx, self.staff.id, &self.here()).await?;
        Ok(tx.commit().await?)
    }

    /// Changes this person's password and ends the other sessions. Who finds somebody's browser open may guess
    /// the old password no more often than at the log-in.
    pub(crate) async fn change_password(
        &self,
        state: &AppState,
        old: &str,
        new: &str,
    ) -> Result<Result<(), PasswordChangeError>, AppError> {
        let Some(email) = Email::parse(&self.staff.email).filter(|_| !old.is_empty()) else {
            return Ok(Err(PasswordChangeError::Old));
        };
        let Some(place) = HashPermit::take() else { return Ok(Err(busy())) };
        if let Some(seconds) =
            throttle::count(&state.db, &email, self.network, state.clock.now_millis()).await?
        {
            return Ok(Err(PasswordChangeError::Wait { seconds }));
        }
        let account = store::accounts::credentials(state.db.reader(), &email).await?;
        let hash = account.as_ref().map(|account| account.password_hash.as_str());
        if !place.matches(old, hash).await? {
            tracing::warn!(staff = %self.staff.id, "password not changed: the old one was wrong");
            return Ok(Err(PasswordChangeError::Old));
        }
        let mut tx = state.db.write_quietly().await?;
        throttle::forgive(&mut tx, &email, self.network).await?;
        tx.commit().await?;

        let Some(place) = HashPermit::take() else { return Ok(Err(busy())) };
        let made = place.make(new, [self.staff.email.clone(), self.staff.name.clone()]).await?;
        let Ok(made) = made else { return Ok(made.map(|_| ()).map_err(PasswordChangeError::New)) };
        let mut tx = state.db.write_quietly().await?;
        store::accounts::set_password(&mut tx, self.staff.id, &made).await?;
        store::links::end_all(&mut tx, self.staff.id).await?;
        store::own_account::end_others(&mut tx, self.staff.id, &self.here()).await?;
        tx.commit().await?;
        tracing::info!(staff = %self.staff.id, "password changed");
        Ok(Ok(()))
    }
}

const fn busy() -> PasswordChangeError {
    PasswordChangeError::New(PasswordRefusal::Trouble(Trouble::Busy))
}

#[cfg(test)]
#[path = "own_account_tests.rs"]
mod tests;
