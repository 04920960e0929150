//! Validates and adds a new account.

use super::super::email::Email;
use super::super::{PasswordError, Role, StaffId, password, store};
use super::AccountError;
use crate::db::WriteTransaction;
use crate::text_input::normalize;
use crate::time::UnixMillis;

/// The longest name of an account, in characters.
pub(super) const LONGEST_NAME: usize = 100;

/// An account to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewAccount<'a> {
    /// The address to log in with, as typed.
    pub email: &'a str,
    /// The name that colleagues see, as typed.
    pub name: &'a str,
    /// What the account may do.
    pub role: Role,
    /// The password; with `None` the owner chooses one by a link.
    pub password: Option<&'a str>,
}

/// A new account whose parts fit.
pub(super) struct ValidAccount {
    pub(super) email: Email,
    pub(super) name: String,
    pub(super) role: Role,
    hash: Option<String>,
}

impl ValidAccount {
    /// Validates a new account and hashes its password, on this thread. `site` is the site's name and address, of which
    /// no password is made.
    pub(super) fn of(new: NewAccount<'_>, site: &[String; 2]) -> Result<Self, AccountError> {
        let (email, name) = (parse_email(new.email)?, normalize(new.name));
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
            return Err(AccountError::Name);
        }
        let about = [email.as_str(), name, &site[0], &site[1]];
        let hash = new.password.map(|password| password::make(password, &about)).transpose();
        let hash = hash.map_err(|error| match error {
            PasswordError::Service(_) => AccountError::Failed(crate::error::AppError::Internal),
            refused => AccountError::Password(refused),
        })?;
        Ok(Self { email, name: name.to_owned(), role: new.role, hash })
    }

    /// Returns the account with the hash of its password.
    pub(super) fn with_hash(self, hash: String) -> Self {
        Self { hash: Some(hash), ..self }
    }

    /// Whether the account still needs a link for choosing a password.
    pub(super) const fn needs_link(&self) -> bool {
        self.hash.is_none()
    }

    /// Adds the account and returns its id; [`AccountError::Exists`] when the address has one.
    pub(super) async fn add(
        &self,
        tx: &mut WriteTransaction,
        now: UnixMillis,
    ) -> Result<StaffId, AccountError> {
        store::accounts::add(tx, &self.email, &self.name, self.role, self.hash.as_deref(), now)
            .await?
            .ok_or_else(|| AccountError::Exists(self.email.clone()))
    }
}

/// Parses an address.
pub(super) fn parse_email(email: &str) -> Result<Email, AccountError> {
    Email::parse(email).ok_or_else(|| AccountError::Email(email.to_owned()))
}
