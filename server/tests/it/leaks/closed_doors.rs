//! What is told of doors.

use std::collections::BTreeSet;

use http::StatusCode;
use sha2::{Digest as _, Sha256};

use super::canaries::{canary, document_path, site};
use super::crawl::{crawl, days_in, seeds, without_random_parts};
use super::{BEFORE_ALL, DAYS, FIELDS};
use crate::test_app::TestApp;

#[tokio::test]
async fn nothing_of_a_closed_door_leaves_the_server() {
    let app = site(&[1, 2, 3, 4, 5]).await;
    for open in [0, 1, 2, 3, 4, 5, 2, 0] {
        match open {
            0 => app.set_clock(BEFORE_ALL),
            day => app.set_clock(&format!("2026-12-{day:02}T00:00:00+01:00")),
        }
        preview_all_doors(&app).await;
        let mut told = BTreeSet::new();
        crawl(&app, |address, response| {
            let days = days_in(response);
            let leak = days.iter().find(|day| **day > open);
            assert_eq!(leak, None, "{address} tells of a closed door when {open} are open");
            told.extend(days);
        })
        .await;
        assert_eq!(told, (1..=open).collect(), "open doors are told of");
    }
}

/// Previews every door as staff as of the last day, and opens a review link to a text.
async fn preview_all_doors(app: &TestApp) {
    let [staff, share] = [[1_u8; 32], [2; 32]];
    let mut writer = app.state.db.write_quietly().await.unwrap();
    for add in [
        "insert or ignore into staff (id, email, name, role, created_at) values (1, 'a@exempel.se', 'Anna', 'editor', 0)",
        "delete from staff_sessions",
        "delete from review_links",
    ] {
        sqlx::query(add).execute(&mut *writer).await.unwrap();
    }
    let now = app.state.clock.now_millis();
    for (add, token) in [
        (
            "insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at) values ($1, 1, $2, $2)",
            staff,
        ),
        (
            "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at) values ($1, 5, 1, $2, $2 + 1000)",
            share,
        ),
    ] {
        let add = sqlx::query(add).bind(Sha256::digest(token).to_vec()).bind(now);
        add.execute(&mut *writer).await.unwrap();
    }
    writer.commit().await.unwrap();
    let cookie = format!("__Host-guldkorn={}", "01".repeat(32));
    for day in 1..=DAYS {
        let door =
            format!("/admin/forhandsvisning/kalender/1/2026-12-24T08:00/sida/kalender/2026/lucka/{day}");
        let response = app.get_with(&door, &[("cookie", &cookie)]).await;
        assert_eq!(days_in(&response), [day].into(), "the preview tells of its door");
    }
    let shared = days_in(&app.get(&format!("/delad/{}", "02".repeat(32))).await);
    assert!(shared.contains(&5), "the link tells of its text: {shared:?}");
    let [own, other] = [5, 4].map(|day| format!("/delad/{}{}", "02".repeat(32), document_path(day)));
    assert_eq!(days_in(&app.get(&own).await), [5].into(), "the link opens the documents of its text");
    assert_eq!(app.get(&other).await.status, 404, "and no others");
}

#[tokio::test]
async fn every_field_of_an_open_door_is_found_somewhere() {
    let app = site(&[1, 2, 3, 4, 5]).await;
    app.set_clock("2026-12-05T00:00:00+01:00");
    let mut told = String::new();
    crawl(&app, |_, response| told += &String::from_utf8_lossy(&response.body)).await;
    for field in FIELDS {
        assert!(told.contains(&canary(1, field)), "the crawl would not have found a leak of {field}");
    }
}

#[tokio::test]
async fn a_closed_door_looks_the_same_whether_or_not_something_hangs_there() {
    let (full, bare) = (site(&[1, 2, 3, 4, 5]).await, site(&[1]).await);
    for app in [&full, &bare] {
        app.set_clock("2026-12-01T12:00:00+01:00");
    }
    let mut compared = 0;
    for address in seeds() {
        let (one, other) = (full.get(&address).await, bare.get(&address).await);
        assert_eq!(one.status, other.status, "{address}");
        assert_eq!(without_random_parts(&one), without_random_parts(&other), "{address}");
        compared += usize::from(one.status == StatusCode::FORBIDDEN);
    }
    assert_eq!(compared, 4, "four doors are closed");
}
