//! Choosing a password by a single-use link.

use super::password::HashPermit;
use super::token::Token;
use super::{PasswordError, PasswordForm, ServiceError, StaffId, store};
use crate::db::WriteTransaction;
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::time::{DAY, UnixMillis};

/// How long a link can be used, in milliseconds.
pub(super) const LIFETIME: i64 = 7 * DAY;

/// Makes an account's link and returns its path. The older ones end.
pub(super) async fn issue(
    tx: &mut WriteTransaction,
    staff_id: StaffId,
    now: UnixMillis,
) -> Result<String, AppError> {
    let token = Token::new()?;
    store::links::add(tx, &token.hash(), staff_id, now + LIFETIME).await?;
    Ok(paths::choose_password(&token.text()))
}

/// Makes a link that somebody has asked for, and returns its path. The older ones stay: anybody can ask.
pub(super) async fn issue_requested(
    tx: &mut WriteTransaction,
    staff_id: StaffId,
    expires_at: UnixMillis,
) -> Result<String, AppError> {
    let token = Token::new()?;
    store::links::add_requested(tx, &token.hash(), staff_id, expires_at).await?;
    Ok(paths::choose_password(&token.text()))
}

/// Returns the form behind a link; `None` when the link opens nothing.
pub(super) async fn form(state: &AppState, token: &str) -> Result<Option<PasswordForm>, AppError> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let found = store::links::find(state.db.reader(), &token.hash(), state.clock.now_millis()).await?;
    Ok(found.map(|(name, email)| PasswordForm { name, email, error: None }))
}

/// Uses a link up: the account gets the password, its other links and every session of it end, and its failures are
/// forgiven. Returns the account's address.
pub(super) async fn choose(state: &AppState, token: &str, password: &str) -> Result<String, PasswordError> {
    let form = form(state, token).await?.ok_or(PasswordError::LinkGone)?;
    let permit = HashPermit::for_owner(&form.email).ok_or(PasswordError::Service(ServiceError::Busy))?;
    let [site, address] = store::site::names(state.db.reader()).await?;
    let hash = permit.make(password, [form.email, form.name, site, address]).await?;

    let token = Token::parse(token).ok_or(PasswordError::LinkGone)?;
    let mut tx = state.db.write_quietly().await?;
    let id = store::links::take(&mut tx, &token.hash(), state.clock.now_millis()).await?;
    let id = id.ok_or(PasswordError::LinkGone)?;
    let email = store::accounts::set_password(&mut tx, id, &hash).await?.ok_or(PasswordError::LinkGone)?;
    store::links::delete_all(&mut tx, id).await?;
    store::sessions::delete_all(&mut tx, id).await?;
    store::failures::delete_all(&mut tx, &email).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "password chosen");
    Ok(email)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{PASSWORD, TestSite};
    use super::super::{accounts, session};
    use super::*;

    const NEW: &str = "ett nytt lösenord";

    async fn use_link(site: &TestSite, token: &str, password: &str) -> Result<String, PasswordError> {
        choose(&site.state, token, password).await
    }

    #[tokio::test]
    async fn a_link_is_used_once() {
        let site = TestSite::new().await;
        let token = site.invite("anna@exempel.se").await;
        let shown = form(&site.state, &token).await.expect("reads").expect("living");
        assert_eq!((shown.name.as_str(), shown.email.as_str()), ("Anna", "anna@exempel.se"));
        assert_eq!(use_link(&site, &token, NEW).await.as_deref(), Ok("anna@exempel.se"));
        assert_eq!(use_link(&site, &token, PASSWORD).await, Err(PasswordError::LinkGone));
        assert_eq!(form(&site.state, &token).await.expect("reads"), None);
        assert!(site.log_in("anna@exempel.se", NEW).await.is_ok());
    }

    #[tokio::test]
    async fn a_refused_password_leaves_the_link() {
        let site = TestSite::new().await;
        let token = site.invite("anna@exempel.se").await;
        assert_eq!(use_link(&site, &token, "kort").await, Err(PasswordError::TooShort));
        assert_eq!(use_link(&site, &token, &"a".repeat(129)).await, Err(PasswordError::TooLong));
        assert!(use_link(&site, &token, NEW).await.is_ok());
    }

    #[tokio::test]
    async fn a_link_ends_after_seven_days_and_when_the_account_is_disabled() {
        let site = TestSite::new().await;
        let token = site.invite("anna@exempel.se").await;
        let other = site.invite("bo@exempel.se").await;
        accounts::disable(&site.state.db, "bo@exempel.se").await.expect("disables");
        assert_eq!(use_link(&site, &other, NEW).await, Err(PasswordError::LinkGone));
        site.advance(LIFETIME - 1);
        assert!(form(&site.state, &token).await.expect("reads").is_some());
        site.advance(1);
        assert_eq!(use_link(&site, &token, NEW).await, Err(PasswordError::LinkGone));
        for nonsense in ["", "x", &"0".repeat(64)] {
            assert_eq!(use_link(&site, nonsense, NEW).await, Err(PasswordError::LinkGone));
        }
    }

    #[tokio::test]
    async fn a_new_password_ends_sessions_and_forgives_failures() {
        let site = TestSite::new().await;
        let session = site.logged_in("anna@exempel.se").await;
        let mut tx = site.state.db.write_quietly().await.expect("writes");
        let path = issue(&mut tx, StaffId(1), site.now()).await.expect("a link");
        tx.commit().await.expect("commits");
        for _ in 0..9 {
            site.log_in("anna@exempel.se", "fel fel fel fel").await.err();
        }
        let token = path.rsplit('/').next().unwrap_or_default();
        assert!(use_link(&site, token, NEW).await.is_ok());
        assert!(session::of_token(&site.state, &session).await.expect("reads").is_none());
        assert!(site.log_in("anna@exempel.se", NEW).await.is_ok());
    }
}
