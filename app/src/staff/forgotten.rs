//! A link by post for somebody who has forgotten the password.
//!
//! Whether an account has that address makes no difference to answer or time: the answer goes before anybody looks.
//! Asking counts as a failed log-in until it leads to a new password, so nobody asks for account after account.

use super::LogInRefusal::{self, Wait};
use super::administration::Person;
use super::email::Email;
use super::link_letter::{self, Occasion};
use super::request_context::RequestContext;
use super::{password_link, store, throttle};
use crate::error::AppError;
use crate::state::AppState;

/// How long the link waits to be used. It is asked for by somebody who waits for it.
const LIFE: i64 = 60 * 60_000;
/// How many letters one address gets before an hour has passed without any.
const LETTERS: i64 = 3;
/// Under this name, which no network has, the letters are counted among the failures.
const BY_POST: &str = "brev";

/// Sends a link to the address, if an open account has it.
pub(crate) async fn ask(
    state: &AppState,
    visit: &RequestContext,
    typed: &str,
) -> Result<Result<(), LogInRefusal>, AppError> {
    let Some(email) = Email::parse(typed) else { return Ok(Err(LogInRefusal::Email)) };
    if !state.mail.is_set_up() {
        return Ok(Ok(()));
    }
    if let Some(seconds) =
        throttle::count(&state.db, &email, visit.network(), state.clock.now_millis()).await?
    {
        tracing::warn!(seconds, "a link by post put off after failures");
        return Ok(Err(Wait { seconds }));
    }
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = send(&state, &email).await {
            tracing::error!(%error, "a link by post could not be made");
        }
    });
    Ok(Ok(()))
}

async fn send(state: &AppState, email: &Email) -> Result<(), AppError> {
    if let Some((person, path)) = make_link(state, email).await? {
        link_letter::send(state, &person, &path, Occasion::Forgotten).await?;
    }
    Ok(())
}

/// Makes the link, unless there were too many. An address without an account is counted as well: that costs the
/// others who wait for the database the same time.
async fn make_link(state: &AppState, email: &Email) -> Result<Option<(Person, String)>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let asked = store::failures::of(&mut tx, email.as_str(), BY_POST).await?;
    if asked.is_some_and(|asked| asked.failures >= LETTERS && asked.last_at <= now) {
        tracing::warn!("no link by post: there were too many");
        return Ok(None);
    }
    store::failures::add(&mut tx, email.as_str(), BY_POST, now).await?;
    let made = match store::administration::of_address(&mut tx, email).await? {
        Some(person) => {
            let path = password_link::make_for(&mut tx, person.id, now + LIFE).await?;
            tracing::info!(staff = %person.id, "link made for a forgotten password");
            Some((person, path))
        }
        None => None,
    };
    tx.commit().await?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::super::testing::TestSite;
    use super::super::{Role, accounts};
    use super::*;

    const MINUTE: i64 = 60_000;

    async fn link(site: &TestSite, email: &str) -> Option<String> {
        let email = Email::parse(email).expect("plausible");
        make_link(&site.state, &email).await.expect("answers").map(|(_, path)| path)
    }

    #[tokio::test]
    async fn a_link_opens_for_an_hour() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let path = link(&site, "anna@exempel.se").await.expect("a link");
        let token = path.rsplit('/').next().expect("a token");
        site.advance(LIFE - 1);
        assert!(password_link::form(&site.state, token).await.expect("reads").is_some());
        site.advance(1);
        assert!(password_link::form(&site.state, token).await.expect("reads").is_none());
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
