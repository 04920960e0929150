//! One's own account: its sessions, and its password.

use serde::{Deserialize, Serialize};

use super::cookies::Purpose;
use super::email::Email;
use super::network::Network;
use super::password::HashPermit;
use super::request_context::RequestContext;
use super::session::Limits;
use super::token::{Token, TokenHash};
use super::{PasswordChangeError, PasswordError, ServiceError, Staff, store, throttle};
use crate::error::AppError;
use crate::state::AppState;
use crate::time::UnixMillis;

/// Names a session in a list: the hash of its token in hexadecimal, which opens nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct SessionId(pub String);

/// A living session of one's own.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct OwnSession {
    pub(crate) id: SessionId,
    pub(crate) created_at: UnixMillis,
    pub(crate) last_seen_at: UnixMillis,
    /// Whether the request itself belongs to it.
    pub(crate) is_current: bool,
}

/// The account and session of a request.
pub(crate) struct OwnAccount {
    staff: Staff,
    token: Option<Token>,
    network: Network,
}

impl OwnAccount {
    /// Returns the own account of a request that the guard has let in.
    pub(crate) fn of(request: &RequestContext, staff: Staff) -> Self {
        Self { staff, token: request.cookie(Purpose::Session), network: request.network() }
    }

    fn current(&self) -> TokenHash {
        self.token.as_ref().map(Token::hash).unwrap_or_default()
    }

    /// Lists the living sessions, the last used first.
    pub(crate) async fn sessions(&self, state: &AppState) -> Result<Vec<OwnSession>, AppError> {
        let limits = Limits::at(state.clock.now_millis());
        Ok(store::own_account::sessions(state.db.reader(), self.staff.id, &self.current(), limits).await?)
    }

    /// Ends a session, and returns whether there was one of that id.
    pub(crate) async fn end_session(&self, state: &AppState, id: &SessionId) -> Result<bool, AppError> {
        let mut tx = state.db.write_quietly().await?;
        let was_there = store::own_account::delete(&mut tx, self.staff.id, id).await?;
        tx.commit().await?;
        Ok(was_there)
    }

    /// Ends all sessions but the current one.
    pub(crate) async fn end_other_sessions(&self, state: &AppState) -> Result<(), AppError> {
        let mut tx = state.db.write_quietly().await?;
        store::own_account::delete_others(&mut tx, self.staff.id, &self.current()).await?;
        Ok(tx.commit().await?)
    }

    /// Changes the password and ends the other sessions. Somebody who finds the owner's browser open may guess the old
    /// password no more often than at the log-in.
    ///
    /// Three transactions on purpose: a try is counted before the old password is looked at (see `throttle`), and is
    /// forgiven when that one was right, even if the new password is refused.
    pub(crate) async fn change_password(
        &self,
        state: &AppState,
        old: &str,
        new: &str,
    ) -> Result<(), PasswordChangeError> {
        let email = Email::parse(&self.staff.email).filter(|_| !old.is_empty());
        let email = email.ok_or(PasswordChangeError::Old)?;
        let permit = HashPermit::for_owner(&self.staff.email).ok_or(BUSY)?;
        if let Some(seconds) =
            throttle::count(&state.db, &email, self.network, state.clock.now_millis()).await?
        {
            return Err(PasswordChangeError::Wait { seconds });
        }
        let account = store::accounts::credentials(state.db.reader(), &email).await?;
        let hash = account.as_ref().map(|account| account.password_hash.as_str());
        if !permit.verify(old, hash).await?.is_right {
            tracing::warn!(staff = %self.staff.id, "password not changed: the old one was wrong");
            return Err(PasswordChangeError::Old);
        }
        let mut tx = state.db.write_quietly().await?;
        throttle::forgive(&mut tx, &email, self.network).await?;
        tx.commit().await?;

        let permit = HashPermit::for_owner(&self.staff.email).ok_or(BUSY)?;
        let [site, address] = store::site::names(state.db.reader()).await?;
        let about = [self.staff.email.clone(), self.staff.name.clone(), site, address];
        let hash = permit.make(new, about).await?;
        let mut tx = state.db.write_quietly().await?;
        store::accounts::set_password(&mut tx, self.staff.id, &hash).await?;
        store::links::delete_all(&mut tx, self.staff.id).await?;
        store::own_account::delete_others(&mut tx, self.staff.id, &self.current()).await?;
        tx.commit().await?;
        tracing::info!(staff = %self.staff.id, "password changed");
        Ok(())
    }
}

const BUSY: PasswordChangeError = PasswordChangeError::New(PasswordError::Service(ServiceError::Busy));

#[cfg(test)]
#[path = "own_account_tests.rs"]
mod tests;
