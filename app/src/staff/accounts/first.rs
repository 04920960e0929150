//! The first account of a site: an admin's, made in the browser by a single-use link that the log shows.
//!
//! The link opens nothing as soon as anybody has an account, however it was made.

use super::super::network::Network;
use super::super::password::HashPermit;
use super::super::store::accounts::Credentials;
use super::super::token::Token;
use super::super::{LogInError, PasswordError, Role, ServiceError, store, throttle};
use super::AccountError;
use super::new_account::{NewAccount, ValidAccount};
use crate::audit_log::{self, Actor, AuditAction, AuditTarget};
use crate::db::Db;
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::time::{DAY, UnixMillis};

/// How long the link can be used, in milliseconds.
const LIFETIME: i64 = DAY;

/// What somebody typed in order to get the first account.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FirstAccount<'a> {
    pub(crate) email: &'a str,
    pub(crate) name: &'a str,
    pub(crate) password: &'a str,
}

/// Why the first account was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FirstAccountError {
    /// There is no name, or one that no list can show.
    Name,
    /// The address, or too many tries.
    LogIn(LogInError),
    /// The password, or a link that opens nothing any more.
    Password(PasswordError),
}

/// Makes the link anew, and returns its path; the older one ends. Nothing when somebody has an account.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be written or the machine has no randomness to give.
pub async fn issue_first_link(db: &Db, now: UnixMillis) -> Result<Option<String>, AppError> {
    let mut tx = db.write_quietly().await?;
    let link = if store::first_link::is_any_account(&mut *tx).await? {
        store::first_link::delete(&mut tx).await?;
        None
    } else {
        let token = Token::new()?;
        store::first_link::replace(&mut tx, &token.hash(), now + LIFETIME).await?;
        Some(paths::first_account(&token.text()))
    };
    tx.commit().await?;
    Ok(link)
}

/// Whether a link leads to the first account.
pub(crate) async fn is_first_link_open(state: &AppState, token: &str) -> Result<bool, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(false) };
    Ok(store::first_link::is_open(state.db.reader(), &token.hash(), state.clock.now_millis()).await?)
}

/// Uses the link up: adds the account and opens its first session, whose token is returned. Two who use it at the same
/// time get one account: the transaction asks again whether there is one.
pub(crate) async fn create(
    state: &AppState,
    link: &str,
    new: FirstAccount<'_>,
    network: Network,
) -> Result<Token, FirstAccountError> {
    let [site, address] = store::site::names(state.db.reader()).await?;
    let names = [site, address];
    let account = NewAccount { email: new.email, name: new.name, role: Role::Admin, password: None };
    let account = ValidAccount::of(account, &names)?;
    count_try(state, link, &account, network).await?;
    let permit = HashPermit::for_owner(account.email.as_str());
    let permit = permit.ok_or(PasswordError::Service(ServiceError::Busy))?;
    let [site, address] = names;
    let hash =
        permit.make(new.password, [account.email.to_string(), account.name.clone(), site, address]).await?;

    let (session, now) = (Token::new()?, state.clock.now_millis());
    let link = Token::parse(link).ok_or(PasswordError::LinkGone)?;
    let mut tx = state.db.write_quietly().await?;
    if !store::first_link::take(&mut tx, &link.hash(), now).await? {
        return Err(PasswordError::LinkGone.into());
    }
    let account = account.with_hash(hash.clone());
    let id = account.add(&mut tx, now).await?;
    store::sessions::add(&mut tx, &session.hash(), &Credentials { id, password_hash: hash }, now).await?;
    store::accounts::set_last_seen(&mut tx, id, now).await?;
    store::networks::record(&mut tx, id, &network.to_string(), now).await?;
    let actor = Actor { id, name: &account.name };
    audit_log::record(&mut tx, actor, AuditAction::FirstAccountMade, AuditTarget::Site, now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "the first account was made");
    Ok(session)
}

/// Counts a try before its link is looked at, and forgives it when the link opens something: guesses wait longer and
/// longer, as at the log-in.
async fn count_try(
    state: &AppState,
    link: &str,
    account: &ValidAccount,
    network: Network,
) -> Result<(), FirstAccountError> {
    let now = state.clock.now_millis();
    if let Some(seconds) = throttle::count(&state.db, &account.email, network, now).await? {
        tracing::warn!(seconds, "the first account put off after failures");
        return Err(FirstAccountError::LogIn(LogInError::Wait { seconds }));
    }
    if !is_first_link_open(state, link).await? {
        return Err(PasswordError::LinkGone.into());
    }
    let mut tx = state.db.write_quietly().await?;
    throttle::forgive(&mut tx, &account.email, network).await?;
    Ok(tx.commit().await?)
}

impl FirstAccountError {
    /// Returns what the form says.
    pub(crate) fn sentence(self) -> String {
        match self {
            Self::Name => "Skriv ditt namn, högst 100 tecken.".into(),
            Self::LogIn(error) => error.sentence(),
            Self::Password(error) => error.sentence().into(),
        }
    }

    /// Returns the name of the field that it is about.
    pub(crate) const fn field(self) -> Option<&'static str> {
        match self {
            Self::Name => Some("name"),
            Self::LogIn(error) => error.field(),
            Self::Password(error) => error.field(),
        }
    }
}

impl From<PasswordError> for FirstAccountError {
    fn from(error: PasswordError) -> Self {
        Self::Password(error)
    }
}

impl From<AppError> for FirstAccountError {
    fn from(error: AppError) -> Self {
        Self::Password(error.into())
    }
}

impl From<sqlx::Error> for FirstAccountError {
    fn from(error: sqlx::Error) -> Self {
        AppError::from(error).into()
    }
}

impl From<AccountError> for FirstAccountError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Email(_) => Self::LogIn(LogInError::Email),
            AccountError::Name => Self::Name,
            AccountError::Password(error) => Self::Password(error),
            // Somebody has an account.
            AccountError::Exists(_) | AccountError::Unknown(_) => Self::Password(PasswordError::LinkGone),
            AccountError::Failed(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::session;
    use super::super::super::testing::{PASSWORD, TestSite};
    use super::*;

    const ANNA: FirstAccount<'_> =
        FirstAccount { email: "Anna@exempel.se", name: " Anna ", password: PASSWORD };

    async fn link(site: &TestSite) -> String {
        let path = issue_first_link(&site.state.db, site.now()).await.expect("writes").expect("a link");
        path.rsplit('=').next().map(str::to_owned).expect("a token")
    }

    async fn is_open(site: &TestSite, link: &str) -> bool {
        is_first_link_open(&site.state, link).await.expect("reads")
    }

    async fn create(site: &TestSite, link: &str) -> Result<Token, FirstAccountError> {
        super::create(&site.state, link, ANNA, Network::UNKNOWN).await
    }

    #[tokio::test]
    async fn the_first_account_is_an_admins_and_is_logged_in() {
        let site = TestSite::new().await;
        let link = link(&site).await;
        assert!(is_open(&site, &link).await);
        let session = create(&site, &link).await.expect("an account");
        let staff = session::of_token(&site.state, &session).await.expect("reads").expect("a session");
        assert_eq!((&*staff.name, &*staff.email, staff.role), ("Anna", "anna@exempel.se", Role::Admin));
        assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_ok());
        assert!(!is_open(&site, &link).await);
        assert_eq!(create(&site, &link).await.err(), Some(PasswordError::LinkGone.into()));
        assert_eq!(issue_first_link(&site.state.db, site.now()).await, Ok(None));
        assert_eq!(site.count("select count(*) from first_account_link").await, 0);
    }

    #[tokio::test]
    async fn two_at_once_get_one_account() {
        let site = TestSite::new().await;
        let link = link(&site).await;
        let (one, two) = tokio::join!(create(&site, &link), create(&site, &link));
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|made| **made).count(), 1);
        assert_eq!(site.count("select count(*) from staff").await, 1);
    }

    #[tokio::test]
    async fn any_account_ends_the_link_and_so_do_a_day_and_a_new_start() {
        let site = TestSite::new().await;
        let (first, second) = (link(&site).await, link(&site).await);
        assert!(!is_open(&site, &first).await, "a start makes a new one");
        site.advance(LIFETIME - 1);
        assert!(is_open(&site, &second).await);
        site.advance(1);
        assert!(!is_open(&site, &second).await);
        let third = link(&site).await;
        site.add_staff("bo@exempel.se", Role::Writer).await;
        assert!(!is_open(&site, &third).await);
        assert_eq!(create(&site, &third).await.err(), Some(PasswordError::LinkGone.into()));
        for nonsense in ["", "x", &"0".repeat(64)] {
            assert!(!is_open(&site, nonsense).await);
        }
    }

    #[tokio::test]
    async fn what_does_not_fit_leaves_the_link() {
        let site = TestSite::new().await;
        let link = link(&site).await;
        for (new, field) in [
            (FirstAccount { email: "anna", ..ANNA }, "email"),
            (FirstAccount { name: "", ..ANNA }, "name"),
            (FirstAccount { password: "kort", ..ANNA }, "password"),
            (FirstAccount { password: "anna@exempel.se", ..ANNA }, "password"),
        ] {
            let refused = super::create(&site.state, &link, new, Network::UNKNOWN).await.err();
            assert_eq!(refused.and_then(FirstAccountError::field), Some(field));
        }
        assert!(create(&site, &link).await.is_ok());
    }

    #[tokio::test]
    async fn guesses_have_to_wait() {
        let site = TestSite::new().await;
        let link = link(&site).await;
        let mut refused = None;
        for _ in 0..8 {
            refused = create(&site, &"0".repeat(64)).await.err();
        }
        assert!(matches!(refused, Some(FirstAccountError::LogIn(LogInError::Wait { .. }))), "{refused:?}");
        site.advance(10 * crate::time::MINUTE);
        assert!(create(&site, &link).await.is_ok());
    }
}
