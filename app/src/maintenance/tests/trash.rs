//! Posts in the trash, and what has expired.

use super::*;

#[tokio::test]
async fn the_trash_is_emptied_in_a_running_server() {
    let site = site().await;
    trashed_post(&site).await;
    let generation = site.state.db.generation();
    pass_days(&site, 29).await;
    assert_eq!(posts(&site).await, 1);
    pass_days(&site, 1).await;
    assert_eq!(posts(&site).await, 0);
    assert_eq!(site.count("select count(*) from audit_log where action = 'deleted'").await, 1);
    assert_eq!(site.state.db.generation(), generation, "no reader's page has changed");
}

#[tokio::test]
async fn a_full_trash_is_emptied_in_small_bites() {
    let site = site().await;
    let mut writer = site.state.db.write_content().await.unwrap();
    for number in 0..50 {
        add_post(&mut writer, &format!("kastad-{number}"), None, "").await;
    }
    writer.commit().await.unwrap();
    execute(&site, "update posts set state = 'trash', trashed_at = 1").await;
    run_once(&site.state).await;
    assert_eq!(posts(&site).await, 0);
}

#[tokio::test]
async fn what_has_expired_goes_and_what_has_not_stays() {
    let site = site().await;
    site.add_staff("anna@exempel.se", Role::Writer).await;
    site.add_staff("bo@exempel.se", Role::Writer).await;
    let mut writer = site.state.db.write_content().await.unwrap();
    add_post(&mut writer, "text", None, "").await;
    for (staff, expires_at) in [(1, site.now() + HOUR), (2, site.now() + 3 * HOUR)] {
        for sql in [
            "insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at) values ($1, $2, $3 - 28800000, $3 - 28800000)",
            "insert into password_links (token_hash, staff_id, expires_at) values ($1, $2, $3)",
            "insert into flashes (token_hash, form, content, expires_at) values ($1, 'form-' || $2, '{}', $3)",
            "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at) values ($1, 1, $2, 1, $3)",
            "insert into log_in_failures (email, network, failures, last_at) values (hex($1), $2, 1, $3 - 3600000)",
            "insert into staff_networks (staff_id, network, last_at) values ($2, hex($1), $3 - 2592000000)",
        ] {
            let insert = sqlx::query(sql).bind(Token::new().unwrap().hash()).bind(staff).bind(expires_at);
            insert.execute(&mut *writer).await.unwrap();
        }
    }
    writer.commit().await.unwrap();
    let count = "select (select count(*) from staff_sessions) || (select count(*) from password_links)
        || (select count(*) from flashes) || (select count(*) from review_links)
        || (select count(*) from log_in_failures) || (select count(*) from staff_networks)";
    for (hours, left) in [(0, "222222"), (2, "111111"), (2, "000000")] {
        site.advance(hours * HOUR);
        run_once(&site.state).await;
        let counted: String = sqlx::query_scalar(count).fetch_one(site.state.db.reader()).await.unwrap();
        assert_eq!(counted, left);
    }
}
