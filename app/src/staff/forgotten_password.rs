//! A link by e-mail for somebody who has forgotten the password.
//!
//! Whether an account has that address makes no difference to the response or its time: it is sent before anybody looks.
//! Asking counts as a failed log-in until it leads to a new password, so nobody asks for account after account.

use super::accounts::StaffAccount;
use super::email::Email;
use super::password_link_letter::{self, Occasion, SiteIdentity};
use super::request_context::RequestContext;
use super::{LogInError, password_link, store, throttle};
use crate::error::AppError;
use crate::state::AppState;
use crate::time::HOUR;

/// How long the link can be used, in milliseconds. It is asked for by somebody who waits for it.
const LIFETIME: i64 = HOUR;
/// How many letters one address gets before an hour has passed without any.
const MAX_LETTERS: i64 = 3;
/// The letters are counted among the failures under this name, which no network has.
const LETTERS: &str = "brev";

/// Sends a link to an address, if an active account has it.
pub(crate) async fn request_link(
    state: &AppState,
    request: &RequestContext,
    site: SiteIdentity,
    email: &str,
) -> Result<(), LogInError> {
    let email = Email::parse(email).ok_or(LogInError::Email)?;
    if !state.mail.is_configured() {
        return Ok(());
    }
    if let Some(seconds) =
        throttle::count(&state.db, &email, request.network(), state.clock.now_millis()).await?
    {
        tracing::warn!(seconds, "a link by e-mail put off after failures");
        return Err(LogInError::Wait { seconds });
    }
    let state = state.clone();
    tokio::spawn(async move {
        match issue_link(&state, &email).await {
            Ok(Some((account, path))) => {
                password_link_letter::send(&state.mail, &site, &account, &path, Occasion::Forgotten).await;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a link by e-mail could not be made"),
        }
    });
    Ok(())
}

/// Makes the link, unless there were too many. An address without an account is counted as well: that costs the others
/// who wait for the database the same time.
async fn issue_link(state: &AppState, email: &Email) -> Result<Option<(StaffAccount, String)>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let letters = store::failures::find(&mut tx, email.as_str(), LETTERS).await?;
    if letters.is_some_and(|letters| letters.failures >= MAX_LETTERS && letters.last_at <= now) {
        tracing::warn!("no link by e-mail: there were too many");
        return Ok(None);
    }
    store::failures::add(&mut tx, email.as_str(), LETTERS, now).await?;
    let issued = match store::accounts::find_active(&mut tx, email).await? {
        Some(account) => {
            let path = password_link::issue_requested(&mut tx, account.id, now + LIFETIME).await?;
            tracing::info!(staff = %account.id, "link made for a forgotten password");
            Some((account, path))
        }
        None => None,
    };
    tx.commit().await?;
    Ok(issued)
}

#[cfg(test)]
mod tests {
    use super::super::testing::TestSite;
    use super::super::{Role, accounts};
    use super::*;
    use crate::time::MINUTE;

    async fn link(site: &TestSite, email: &str) -> Option<String> {
        let email = Email::parse(email).expect("plausible");
        issue_link(&site.state, &email).await.expect("reads").map(|(_, path)| path)
    }

    #[tokio::test]
    async fn a_link_opens_for_an_hour() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let path = link(&site, "anna@exempel.se").await.expect("a link");
        let token = path.rsplit('/').next().expect("a token");
        site.advance(LIFETIME - 1);
        assert!(password_link::form(&site.state, token).await.expect("reads").is_some());
        site.advance(1);
        assert!(password_link::form(&site.state, token).await.expect("reads").is_none());
    }

    #[tokio::test]
    async fn asking_again_ends_no_link_that_somebody_has_in_hand() {
        let site = TestSite::new().await;
        let invitation = site.invite("anna@exempel.se").await;
        let first = link(&site, "anna@exempel.se").await.expect("a link");
        let second = link(&site, "anna@exempel.se").await.expect("another link");
        let token = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let all = [invitation, token(&first), token(&second)];
        for token in &all {
            assert!(password_link::form(&site.state, token).await.expect("reads").is_some());
        }
        password_link::choose(&site.state, &all[1], "ett nytt lösenord").await.expect("chooses");
        for token in &all {
            assert!(password_link::form(&site.state, token).await.expect("reads").is_none(), "used up");
        }
    }

    #[tokio::test]
    async fn only_open_accounts_get_one() {
        let site = TestSite::new().await;
        site.add_staff("bo@exempel.se", Role::Editor).await;
        accounts::disable(&site.state.db, "bo@exempel.se").await.expect("disables");
        for email in ["bo@exempel.se", "nobody@exempel.se"] {
            assert_eq!(link(&site, email).await, None, "{email}");
        }
        assert_eq!(site.count("select count(*) from password_links").await, 0);
        assert_eq!(site.count("select count(*) from log_in_failures where network = 'brev'").await, 2);
    }

    #[tokio::test]
    async fn an_account_gets_three_an_hour() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        site.add_staff("bo@exempel.se", Role::Editor).await;
        for _ in 0..3 {
            assert!(link(&site, "anna@exempel.se").await.is_some());
            site.advance(10 * MINUTE);
        }
        assert_eq!(link(&site, "anna@exempel.se").await, None);
        assert!(link(&site, "bo@exempel.se").await.is_some(), "another account");
        site.advance(50 * MINUTE);
        let email = Email::parse("x@exempel.se").expect("plausible");
        throttle::count(&site.state.db, &email, super::super::network::Network::UNKNOWN, site.now())
            .await
            .expect("counts");
        assert!(link(&site, "anna@exempel.se").await.is_some(), "an hour after the last");
    }
}
