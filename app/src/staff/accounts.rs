//! Accounts as the command line looks after them.

use super::email::Email;
use super::{PasswordRefusal, Role, password, password_link, store};
use crate::db::{Db, WriteTransaction};
use crate::error::AppError;
use crate::staff::StaffId;
use crate::time::UnixMillis;

const LONGEST_NAME: usize = 100;

/// An account in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    /// The address to log in with.
    pub email: String,
    /// What the others call this person.
    pub name: String,
    /// What this person may do.
    #[sqlx(try_from = "String")]
    pub role: Role,
    /// Whether the person may log in.
    pub active: bool,
    /// Whether the person has chosen a password.
    pub has_password: bool,
}

/// Somebody new.
#[derive(Debug, Clone, Copy)]
pub struct NewAccount<'a> {
    /// The address to log in with.
    pub email: &'a str,
    /// What the others call this person.
    pub name: &'a str,
    /// What this person may do.
    pub role: Role,
    /// The password, or none: then the person chooses one by a link.
    pub password: Option<&'a str>,
}

/// Why nothing was done, and what to do instead.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// Not an address.
    #[error("\"{0}\" är ingen e-postadress: skriv den som namn@exempel.se")]
    Email(String),
    /// No name, or one that no list can show.
    #[error("namnet saknas eller går inte att visa: skriv högst {LONGEST_NAME} tecken utan radbrytning")]
    Name,
    /// The password does not fit.
    #[error("{}", .0.sentence())]
    Password(PasswordRefusal),
    /// The address is taken.
    #[error("{0} har redan ett konto: kör \"guldkorn staff reset {0}\" för en ny länk")]
    Exists(Email),
    /// Nobody has that address.
    #[error("det finns inget konto med adressen {0}: kör \"guldkorn staff list\" för att se dem som finns")]
    Unknown(Email),
    /// The database or the machine refused.
    #[error("det gick inte att spara i databasen: kontrollera att disken inte är full och försök igen")]
    Failed(#[from] AppError),
}

impl From<sqlx::Error> for AccountError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Adds an account. Without a password, returns the path of a single-use link for choosing one; it is valid
/// for seven days.
///
/// # Errors
/// See [`AccountError`].
pub async fn add(db: &Db, new: NewAccount<'_>, now: UnixMillis) -> Result<Option<String>, AccountError> {
    let checked = Checked::of(new)?;
    let mut tx = db.write_quietly().await?;
    let (_, link) = checked.add(&mut tx, now).await?;
    tx.commit().await?;
    Ok(link)
}

/// Somebody new who fits.
pub(super) struct Checked {
    email: Email,
    name: String,
    role: Role,
    hash: Option<String>,
}

impl Checked {
    /// Checks somebody new.
    pub(super) fn of(new: NewAccount<'_>) -> Result<Self, AccountError> {
        let (email, name) = (parse(new.email)?, new.name.trim());
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
            return Err(AccountError::Name);
        }
        let hash = match new.password {
            Some(password) => {
                let made = password::make(password, &[email.as_str(), name])?;
                Some(made.map_err(AccountError::Password)?)
            }
            None => None,
        };
        Ok(Self { email, name: name.to_owned(), role: new.role, hash })
    }

    /// Adds the account: its number, and the path of a link where there is no password.
    pub(super) async fn add(
        self,
        tx: &mut WriteTransaction,
        now: UnixMillis,
    ) -> Result<(StaffId, Option<String>), AccountError> {
        let Self { email, name, role, hash } = self;
        let id = store::accounts::add(tx, &email, &name, role, hash.as_deref(), now).await?;
        let id = id.ok_or(AccountError::Exists(email))?;
        let link = if hash.is_none() { Some(password_link::make(tx, id, now).await?) } else { None };
        Ok((id, link))
    }
}

/// Every account, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(db: &Db) -> Result<Vec<Account>, AccountError> {
    Ok(store::accounts::all(db.reader()).await?)
}

/// Shuts an account: no log-in, no link, and every session of it ends.
///
/// # Errors
/// See [`AccountError`].
pub async fn disable(db: &Db, email: &str) -> Result<(), AccountError> {
    let email = parse(email)?;
    let mut tx = db.write_quietly().await?;
    let id = store::accounts::disable(&mut tx, &email).await?.ok_or(AccountError::Unknown(email))?;
    store::sessions::end_all(&mut tx, id).await?;
    store::links::end_all(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Takes an account's password away, ends every session of it and returns the path of a new link. It also
/// opens an account that was disabled.
///
/// # Errors
/// See [`AccountError`].
pub async fn reset(db: &Db, email: &str, now: UnixMillis) -> Result<String, AccountError> {
    let email = parse(email)?;
    let mut tx = db.write_quietly().await?;
    let id = store::accounts::reset(&mut tx, &email).await?.ok_or(AccountError::Unknown(email))?;
    store::sessions::end_all(&mut tx, id).await?;
    let link = password_link::make(&mut tx, id, now).await?;
    tx.commit().await?;
    Ok(link)
}

fn parse(email: &str) -> Result<Email, AccountError> {
    Email::parse(email).ok_or_else(|| AccountError::Email(email.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::session;
    use super::super::testing::{PASSWORD, TestSite};
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
        let expected = Account {
            email: "anna@exempel.se".into(),
            name: "Anna".into(),
            role: Role::Writer,
            active: true,
            has_password: true,
        };
        assert_eq!(list(db).await.expect("lists"), [expected]);
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
        assert!(!list(db).await.expect("lists").iter().any(|account| account.active));
        reset(db, "anna@exempel.se", site.now()).await.expect("opens again");
        assert!(list(db).await.expect("lists").iter().all(|account| account.active && !account.has_password));
    }
}
