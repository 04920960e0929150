//! Logs staff in.

use super::email::Email;
use super::network::Network;
use super::password::HashPermit;
use super::session::Limits;
use super::token::Token;
use super::{LogInError, ServiceError, store, throttle};
use crate::state::AppState;

/// Checks an address and a password and opens a session with a new token. `older` is the session that the browser had
/// until now; it ends.
///
/// Whether the account is unknown, disabled or without a password makes no difference to the error or the time.
///
/// Two transactions on purpose: the failure is counted and committed before the password is looked at (see `throttle`),
/// so that a refusal cannot roll it back; a success takes it back together with the new session.
pub(super) async fn log_in(
    state: &AppState,
    email: &str,
    password: &str,
    network: Network,
    older: Option<Token>,
) -> Result<Token, LogInError> {
    let email = Email::parse(email).ok_or(LogInError::Email)?;
    if password.is_empty() {
        return Err(LogInError::Password);
    }
    let permit = place(state, &email, network).await?.ok_or(LogInError::Service(ServiceError::Busy))?;
    if let Some(seconds) = throttle::count(&state.db, &email, network, state.clock.now_millis()).await? {
        tracing::warn!(seconds, "log-in put off after failures");
        return Err(LogInError::Wait { seconds });
    }
    let account = store::accounts::credentials(state.db.reader(), &email).await?;
    let hash = account.as_ref().map(|account| account.password_hash.as_str());
    let verified = permit.verify(password, hash).await?;
    let Some(account) = account.filter(|_| verified.is_right) else {
        tracing::warn!("log-in refused");
        return Err(LogInError::Wrong);
    };

    let (token, now) = (Token::new()?, state.clock.now_millis());
    let mut tx = state.db.write_quietly().await?;
    if !store::sessions::add(&mut tx, &token.hash(), &account, now).await? {
        return Err(LogInError::Wrong);
    }
    if let Some(hash) = verified.new_hash {
        store::accounts::set_password(&mut tx, account.id, &hash).await?;
    }
    store::accounts::set_last_seen(&mut tx, account.id, now).await?;
    if let Some(older) = older {
        store::sessions::delete(&mut tx, &older.hash()).await?;
    }
    store::sessions::delete_expired(&mut tx, Limits::at(now)).await?;
    store::links::delete_expired(&mut tx, now).await?;
    throttle::forgive(&mut tx, &email, network).await?;
    store::networks::record(&mut tx, account.id, &network.to_string(), now).await?;
    tx.commit().await?;
    tracing::info!(staff = %account.id, "logged in");
    Ok(token)
}

/// Takes a place in the queue. Whoever comes from where the account's owner has been does not wait behind strangers.
async fn place(state: &AppState, email: &Email, network: Network) -> Result<Option<HashPermit>, LogInError> {
    let mut reader = state.db.reader().acquire().await?;
    let is_known = store::networks::is_known(&mut reader, email.as_str(), &network.to_string()).await?;
    Ok(if is_known { HashPermit::for_owner(email.as_str()) } else { HashPermit::for_stranger(network) })
}

#[cfg(test)]
mod tests {
    use super::super::accounts::NewAccount;
    use super::super::testing::{PASSWORD, TestSite};
    use super::super::{Role, accounts, session};
    use super::*;

    async fn try_in(site: &TestSite, email: &str, password: &str) -> Result<Token, LogInError> {
        site.log_in(email, password).await
    }

    #[tokio::test]
    async fn the_right_password_opens_a_session_however_the_address_is_typed() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let token = try_in(&site, " Anna@Exempel.SE ", PASSWORD).await.expect("in");
        let staff = session::of_token(&site.state, &token).await.expect("reads").expect("alive");
        assert_eq!((staff.email.as_str(), staff.role), ("anna@exempel.se", Role::Editor));
    }

    #[tokio::test]
    async fn one_account_however_its_address_is_encoded() {
        let site = TestSite::new().await;
        site.add_staff("bo@malmö.example", Role::Editor).await;
        for email in ["bo@xn--malm-8qa.example", "bo@malmo\u{308}.example", "Bo@MALMÖ.example"] {
            assert!(try_in(&site, email, PASSWORD).await.is_ok(), "{email}");
            let new = NewAccount { email, name: "Bo", role: Role::Editor, password: None };
            assert!(accounts::add(&site.state.db, new, site.now()).await.is_err(), "{email}");
        }
    }

    #[tokio::test]
    async fn a_hash_of_another_spelling_is_replaced_at_the_next_log_in() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        let decomposed = "mod och mo\u{308}jligheter";
        assert!(try_in(&site, "anna@exempel.se", decomposed).await.is_ok());
        let mut tx = site.state.db.write_quietly().await.expect("writes");
        let older = super::super::password::hash_as_typed(decomposed);
        sqlx::query("update staff set password_hash = $1")
            .bind(&older)
            .execute(&mut *tx)
            .await
            .expect("writes");
        tx.commit().await.expect("commits");
        for _ in 0..2 {
            assert!(try_in(&site, "anna@exempel.se", PASSWORD).await.is_ok());
        }
        assert_eq!(site.count("select count(*) from staff_sessions").await, 3);
        let newer: String = sqlx::query_scalar("select password_hash from staff")
            .fetch_one(site.state.db.reader())
            .await
            .expect("reads");
        assert_ne!(newer, older);
    }

    #[tokio::test]
    async fn wrong_unknown_disabled_and_passwordless_accounts_get_the_same_error() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        site.add_staff("bo@exempel.se", Role::Editor).await;
        accounts::disable(&site.state.db, "bo@exempel.se").await.expect("disables");
        site.invite("cia@exempel.se").await;
        for email in ["anna@exempel.se", "nobody@exempel.se"] {
            assert_eq!(
                try_in(&site, email, "fel fel fel fel").await.err(),
                Some(LogInError::Wrong),
                "{email}"
            );
        }
        for email in ["bo@exempel.se", "cia@exempel.se"] {
            assert_eq!(try_in(&site, email, PASSWORD).await.err(), Some(LogInError::Wrong), "{email}");
        }
        assert_eq!(site.count("select count(*) from staff_sessions").await, 0);
    }

    #[tokio::test]
    async fn missing_fields_are_named() {
        let site = TestSite::new().await;
        assert_eq!(try_in(&site, "anna", PASSWORD).await.err(), Some(LogInError::Email));
        assert_eq!(try_in(&site, "anna@exempel.se", "").await.err(), Some(LogInError::Password));
        assert_eq!(site.count("select count(*) from log_in_failures").await, 0);
    }

    #[tokio::test]
    async fn after_three_failures_even_the_right_password_waits_and_then_the_owner_gets_in() {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        for email in ["anna@exempel.se", "nobody@exempel.se"] {
            for _ in 0..3 {
                assert_eq!(try_in(&site, email, "fel fel fel fel").await.err(), Some(LogInError::Wrong));
            }
            assert_eq!(
                try_in(&site, email, PASSWORD).await.err(),
                Some(LogInError::Wait { seconds: 1 }),
                "{email}"
            );
        }
        site.advance(1000);
        assert!(try_in(&site, "anna@exempel.se", PASSWORD).await.is_ok());
        assert_eq!(
            site.count("select count(*) from log_in_failures where email like 'anna%' and network <> ''")
                .await,
            0
        );
    }

    #[tokio::test]
    async fn tries_at_the_same_time_are_not_all_the_first() {
        let site = TestSite::new().await;
        let tries: Vec<_> = (0..10)
            .map(|_| {
                let state = site.state.clone();
                tokio::spawn(async move {
                    log_in(&state, "anna@exempel.se", "fel fel fel fel", Network::UNKNOWN, None).await
                })
            })
            .collect();
        let mut looked_at = 0;
        for one in tries {
            looked_at += u32::from(one.await.expect("runs").err() == Some(LogInError::Wrong));
        }
        assert_eq!(looked_at, 3);
    }

    #[tokio::test]
    async fn a_flood_of_log_ins_keeps_the_owner_in_no_known_network_out() {
        let site = TestSite::new().await;
        let home = Network::at("192.0.2.1");
        site.logged_in_from("anna@exempel.se", Role::Editor, home).await;
        let flood: Vec<_> = (0..200)
            .map(|number| {
                let state = site.state.clone();
                let network = Network::at(&format!("198.51.100.{number}"));
                tokio::spawn(async move {
                    let email = format!("nobody{number}@exempel.se");
                    log_in(&state, &email, "fel fel fel fel", network, None).await
                })
            })
            .collect();
        tokio::task::yield_now().await;
        for _ in 0..5 {
            let owner = log_in(&site.state, "anna@exempel.se", PASSWORD, home, None).await;
            assert!(owner.is_ok(), "{:?}", owner.err());
        }
        for one in flood {
            one.await.expect("runs").err().expect("refused");
        }
    }

    #[tokio::test]
    async fn a_new_log_in_ends_the_browsers_older_session() {
        let site = TestSite::new().await;
        let older = site.logged_in("anna@exempel.se").await;
        let newer =
            log_in(&site.state, "anna@exempel.se", PASSWORD, Network::UNKNOWN, Some(older.clone())).await;
        let newer = newer.expect("in");
        assert!(newer != older);
        assert!(session::of_token(&site.state, &older).await.expect("reads").is_none());
        assert!(session::of_token(&site.state, &newer).await.expect("reads").is_some());
    }
}
