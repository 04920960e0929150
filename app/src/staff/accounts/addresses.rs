//! Addresses of accounts that were added before each address had one form.

use super::super::email::Email;
use super::super::store;
use crate::db::Db;

/// Gives every account's address the form that log-in looks for. Where two accounts have one address in two spellings, the
/// one that was used last gets it, and the other is named in the log.
///
/// # Errors
/// Those of the database.
pub async fn normalize_addresses(db: &Db) -> Result<(), sqlx::Error> {
    let accounts = store::accounts::all(db.reader()).await?;
    let mut outdated = Vec::new();
    for account in &accounts {
        if let Some(email) = Email::parse(&account.email).filter(|email| email.as_str() != account.email) {
            outdated.push((account, email));
        }
    }
    if outdated.is_empty() {
        return Ok(());
    }
    let mut tx = db.write_quietly().await?;
    for (account, email) in outdated {
        let (id, former) = (account.id, account.email.as_str());
        match accounts.iter().find(|other| other.email == email.as_str()) {
            None => {
                if !store::accounts::set_email(&mut tx, id, email.as_str()).await? {
                    tracing::warn!("Adressen {email} har flera konton: stäng det ena");
                }
            }
            Some(other) if other.last_seen_at < account.last_seen_at => {
                // Not both at once: an address is unique at every moment.
                store::accounts::set_email(&mut tx, other.id, &format!("{former}.tidigare")).await?;
                store::accounts::set_email(&mut tx, id, email.as_str()).await?;
                store::accounts::set_email(&mut tx, other.id, former).await?;
                tracing::warn!("Adressen {email} har två konton: stäng det som heter {}", other.name);
            }
            Some(_) => {
                tracing::warn!("Adressen {email} har två konton: stäng det som heter {}", account.name);
            }
        }
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::super::super::Role;
    use super::super::super::testing::{PASSWORD, TestSite};
    use super::*;

    /// Adds accounts, and gives them addresses as an older version stored them.
    async fn site(spellings: &[(&str, i64)]) -> TestSite {
        let site = TestSite::new().await;
        for (number, (email, seen)) in spellings.iter().enumerate() {
            let address = format!("a{number}@exempel.se");
            site.add_staff(&address, Role::Editor).await;
            let mut tx = site.state.db.write_quietly().await.expect("writes");
            sqlx::query("update staff set email = $2, last_seen_at = $3 where email = $1")
                .bind(&address)
                .bind(email)
                .bind(seen)
                .execute(&mut *tx)
                .await
                .expect("writes");
            tx.commit().await.expect("commits");
        }
        site
    }

    async fn addresses(site: &TestSite) -> Vec<String> {
        sqlx::query_scalar("select email from staff order by id")
            .fetch_all(site.state.db.reader())
            .await
            .expect("reads")
    }

    #[tokio::test]
    async fn an_older_spelling_becomes_the_one_that_log_in_looks_for() {
        let site =
            site(&[("bo@xn--malm-8qa.example", 1), ("a\u{30a}sa@exempel.se", 1), ("cia@exempel.se", 1)])
                .await;
        normalize_addresses(&site.state.db).await.expect("writes");
        assert_eq!(addresses(&site).await, ["bo@malmö.example", "åsa@exempel.se", "cia@exempel.se"]);
        assert!(site.log_in("bo@xn--malm-8qa.example", PASSWORD).await.is_ok());
        assert!(site.log_in("åsa@exempel.se", PASSWORD).await.is_ok());
    }

    #[tokio::test]
    async fn of_two_accounts_with_one_address_the_one_in_use_gets_it() {
        let site = site(&[("bo@malmö.example", 1), ("bo@xn--malm-8qa.example", 9)]).await;
        normalize_addresses(&site.state.db).await.expect("writes");
        normalize_addresses(&site.state.db).await.expect("writes");
        assert_eq!(addresses(&site).await, ["bo@xn--malm-8qa.example", "bo@malmö.example"]);
    }
}
