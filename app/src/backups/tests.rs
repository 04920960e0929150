//! What is remembered of the nights, and what a restored site forgets.

use super::*;
use crate::staff::testing::TestSite;

#[tokio::test]
async fn a_failure_lasts_until_a_backup_succeeds() {
    let site = TestSite::new().await;
    let state = &site.state;
    let now = || status(state.db.reader());
    assert_eq!(now().await.unwrap(), BackupStatus::default());
    let good = site.now();
    record_success(state, good).await.unwrap();
    site.advance(1_000);
    let bad = site.now();
    record_failure(state, bad, "disken är full").await.unwrap();
    site.advance(1_000);
    record_failure(state, site.now(), "disken är fortfarande full").await.unwrap();
    let failing = now().await.unwrap();
    assert_eq!((failing.succeeded_at, failing.failing_since), (Some(good), Some(bad)));
    assert_eq!(failing.failure.as_deref(), Some("disken är fortfarande full"));
    record_success(state, site.now()).await.unwrap();
    let expected = BackupStatus { succeeded_at: Some(site.now()), ..BackupStatus::default() };
    assert_eq!(now().await.unwrap(), expected);
}

#[tokio::test]
async fn a_restored_site_asks_everybody_again_and_keeps_accounts() {
    let site = TestSite::new().await;
    site.logged_in("anna@exempel.se").await;
    site.invite("bo@exempel.se").await;
    let mut tx = site.state.db.write_content().await.unwrap();
    for sql in [
        "insert into posts (kind, slug, title, body_html, created_at, updated_at) values ('article', 'a', 'A', '', 1, 1)",
        "insert into review_links (token_hash, post_id, created_at, expires_at) values (randomblob(32), 1, 1, 2)",
        "insert into first_account_link (id, token_hash, expires_at) values (1, randomblob(32), 1)",
    ] {
        sqlx::query(sql).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let count = "select (select count(*) from staff_sessions) + (select count(*) from password_links)
        + (select count(*) from review_links) + (select count(*) from first_account_link)";
    assert_eq!(site.count(count).await, 4);
    end_all_access(&site.state.db).await.unwrap();
    assert_eq!(site.count(count).await, 0);
    assert_eq!(site.count("select count(*) from staff").await, 2);
    site.logged_in("anna@exempel.se").await;
}
