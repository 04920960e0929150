//! Accounts as the command line manages them, by e-mail address.

use super::super::email::Email;
use super::super::{PasswordError, password_link, store};
use super::new_account::{LONGEST_NAME, NewAccount, ValidAccount, parse_email};
use super::staff_account::StaffAccount;
use crate::db::Db;
use crate::error::AppError;
use crate::time::UnixMillis;

/// Why an account was not added or changed, with what to do instead.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The address cannot be one.
    #[error("\"{0}\" är ingen e-postadress: skriv den som namn@exempel.se")]
    Email(String),
    /// There is no name, or one that no list can show.
    #[error("namnet saknas eller går inte att visa: skriv högst {LONGEST_NAME} tecken utan radbrytning")]
    Name,
    /// The password is refused.
    #[error("{}", .0.sentence())]
    Password(PasswordError),
    /// The address has an account.
    #[error("{0} har redan ett konto: kör \"guldkorn staff reset {0}\" för en ny länk")]
    Exists(Email),
    /// The address has no account.
    #[error("det finns inget konto med adressen {0}: kör \"guldkorn staff list\" för att se dem som finns")]
    Unknown(Email),
    /// The database or the machine failed.
    #[error("det gick inte att spara i databasen: kontrollera att disken inte är full och försök igen")]
    Failed(#[from] AppError),
}

impl From<sqlx::Error> for AccountError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Adds an account. Without a password, returns the path of a single-use link for choosing one, which is valid for
/// seven days.
///
/// # Errors
/// See [`AccountError`].
pub async fn add(db: &Db, new: NewAccount<'_>, now: UnixMillis) -> Result<Option<String>, AccountError> {
    let account = ValidAccount::of(new, &store::site::names(db.reader()).await?)?;
    let mut tx = db.write_quietly().await?;
    let id = account.add(&mut tx, now).await?;
    let link = if account.needs_link() { Some(password_link::issue(&mut tx, id, now).await?) } else { None };
    tx.commit().await?;
    Ok(link)
}

/// Lists every account, by name.
///
/// # Errors
/// [`AccountError::Failed`] when the database cannot be read.
pub async fn list(db: &Db) -> Result<Vec<StaffAccount>, AccountError> {
    Ok(store::accounts::all(db.reader()).await?)
}

/// Closes an account: no log-in, no link, and every session of it ends.
///
/// # Errors
/// See [`AccountError`].
pub async fn disable(db: &Db, email: &str) -> Result<(), AccountError> {
    let email = parse_email(email)?;
    let mut tx = db.write_quietly().await?;
    let id = store::accounts::disable(&mut tx, &email).await?.ok_or(AccountError::Unknown(email))?;
    store::sessions::delete_all(&mut tx, id).await?;
    store::links::delete_all(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Takes an account's password away, ends every session of it and returns the path of a new link. It also opens an
/// account that was closed.
///
/// # Errors
/// See [`AccountError`].
pub async fn reset(db: &Db, email: &str, now: UnixMillis) -> Result<String, AccountError> {
    let email = parse_email(email)?;
    let mut tx = db.write_quietly().await?;
    let id = store::accounts::reset(&mut tx, &email).await?.ok_or(AccountError::Unknown(email))?;
    store::sessions::delete_all(&mut tx, id).await?;
    let link = password_link::issue(&mut tx, id, now).await?;
    tx.commit().await?;
    Ok(link)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{PASSWORD, TestSite};
    use super::super::super::{Role, session};
    use super::super::AccountState;
    use super::*;

    fn anna(password: Option<&str>) -> NewAccount<'_> {
        NewAccount { email: "Anna@exempel.se", name: " Anna ", role: Role::Writer, password }
    }

    #[tokio::test]
    async fn an_account_is_added_once_and_listed() {
        let site = TestSite::new().await;
        let db = &site.state.db;
        assert_eq!(add(db, anna(Some(PASSWORD)), site.now()).await.expect("adds"), None);
        let again = add(db, anna(None), site.now()).await.expect_err("taken");
        assert!(again.to_string().contains("guldkorn staff reset anna@exempel.se"), "{again}");
        let listed = list(db).await.expect("lists");
        let expected = StaffAccount {
            id: listed[0].id,
            email: "anna@exempel.se".into(),
            name: "Anna".into(),
            role: Role::Writer,
            state: AccountState::Active,
            has_password: true,
            last_seen_at: None,
            link_expires_at: None,
        };
        assert_eq!(listed, [expected]);
    }

    #[tokio::test]
    async fn what_does_not_fit_is_refused_with_what_to_do() {
        let site = TestSite::new().await;
        let db = &site.state.db;
        for new in [
            NewAccount { email: "anna", ..anna(None) },
            NewAccount { name: " ", ..anna(None) },
            NewAccount { name: "An\nna", ..anna(None) },
            anna(Some("kort")),
            anna(Some("GuldkornGuldkorn")),
        ] {
            assert!(add(db, new, site.now()).await.is_err());
        }
        assert!(matches!(disable(db, "x@exempel.se").await, Err(AccountError::Unknown(_))));
        assert!(matches!(reset(db, "x@exempel.se", site.now()).await, Err(AccountError::Unknown(_))));
        assert_eq!(list(db).await.expect("lists"), []);
    }

    #[tokio::test]
    async fn reset_and_disable_end_sessions_passwords_and_links() {
        let site = TestSite::new().await;
        let db = &site.state.db;
        let session = site.logged_in("anna@exempel.se").await;
        let first = reset(db, "anna@exempel.se", site.now()).await.expect("resets");
        assert!(first.starts_with("/admin/losenord/"), "{first}");
        assert!(session::of_token(&site.state, &session).await.expect("reads").is_none());
        assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_err());
        assert_ne!(reset(db, "anna@exempel.se", site.now()).await.expect("resets"), first);
        assert_eq!(site.count("select count(*) from password_links").await, 1, "the older link ended");
        disable(db, "anna@exempel.se").await.expect("disables");
        assert_eq!(site.count("select count(*) from password_links").await, 0);
        assert!(!list(db).await.expect("lists").iter().any(StaffAccount::is_active));
        reset(db, "anna@exempel.se", site.now()).await.expect("opens again");
        assert!(
            list(db).await.expect("lists").iter().all(|account| account.is_active() && !account.has_password)
        );
    }
}
