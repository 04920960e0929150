//! Links that an admin gives somebody for choosing a password.
//!
//! A link is made by the act and shown on the page that follows, but its secret is written down nowhere: it is derived
//! from the token of the admin's session, which only that browser has. The page derives it again; so does the same form
//! when it is sent twice, which therefore finds the link that it has made already.

use serde::{Deserialize, Serialize};

use super::super::super::cookies::Purpose;
use super::super::super::request_context::RequestContext;
use super::super::super::store::links::LivingLink;
use super::super::super::token::Token;
use super::super::super::{StaffId, password_link, store};
use super::super::StaffAccount;
use crate::db::WriteTransaction;
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::time::UnixMillis;

/// Names a link without its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LinkRef {
    /// The account that it is for.
    pub(crate) staff: StaffId,
    /// When it expires, which tells the links of an account apart.
    pub(crate) expires_at: UnixMillis,
}

/// A link for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IssuedLink {
    pub(crate) account: StaffAccount,
    pub(crate) link: LinkRef,
    pub(crate) path: String,
    /// Whether it was made just now; otherwise the same form made it before.
    pub(crate) is_new: bool,
}

/// Derives the secrets of the links that one session makes.
pub(crate) struct LinkIssuer(Token);

impl LinkIssuer {
    /// Returns the issuer of the request's session.
    pub(crate) fn of(request: &RequestContext) -> Result<Self, AppError> {
        request.cookie(Purpose::Session).map(Self).ok_or(AppError::LogInFirst)
    }

    #[cfg(test)]
    pub(super) fn new() -> Self {
        Self(Token::new().expect("random"))
    }

    fn token(&self, link: LinkRef) -> Token {
        self.0.derive(b"guldkorn password link", [link.staff.0, link.expires_at.0])
    }

    fn path(&self, link: LinkRef) -> String {
        paths::choose_password(&self.token(link).text())
    }

    /// Returns the account's living link, if this session made it.
    pub(super) fn own_link(&self, staff: StaffId, living: Option<&LivingLink>) -> Option<LinkRef> {
        let living = living?;
        let link = LinkRef { staff, expires_at: living.expires_at };
        (self.token(link).hash() == living.token_hash).then_some(link)
    }

    /// Makes a link; the account's older one ends.
    pub(super) async fn issue(
        &self,
        tx: &mut WriteTransaction,
        account: StaffAccount,
        older: Option<&LivingLink>,
        now: UnixMillis,
    ) -> Result<IssuedLink, sqlx::Error> {
        let earliest = older.map_or(UnixMillis::MIN, |older| older.expires_at + 1);
        let expires_at = (now + password_link::LIFETIME).max(earliest);
        let link = LinkRef { staff: account.id, expires_at };
        store::links::add(tx, &self.token(link).hash(), account.id, expires_at).await?;
        Ok(IssuedLink { account, link, path: self.path(link), is_new: true })
    }

    /// Returns a link that was made already.
    pub(super) fn issued(&self, account: StaffAccount, link: LinkRef) -> IssuedLink {
        IssuedLink { account, link, path: self.path(link), is_new: false }
    }

    /// Returns the owner's name and the path of a link that this session made, while it can be used.
    pub(crate) async fn show(
        &self,
        state: &AppState,
        link: LinkRef,
    ) -> Result<Option<(String, String)>, AppError> {
        let hash = self.token(link).hash();
        let owner = store::links::find(state.db.reader(), &hash, state.clock.now_millis()).await?;
        Ok(owner.map(|(name, _)| (name, self.path(link))))
    }
}
