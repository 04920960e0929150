//! Doors, what hangs on them, and when they open.

use super::*;
use crate::posts::store::add_post;
use crate::posts::store::doors::hang;

const NOON: UnixMillis = UnixMillis(1_796_122_800_000); // 2026-12-01T11:00:00Z

#[tokio::test]
async fn a_post_on_a_door_is_public_exactly_when_the_door_is_open() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let draft = add_edition(&mut writer, &edition("utkast", EditionState::Draft), "").await.expect("saved");
    let mut posts = Vec::new();
    for (slug, published) in [("pa-lucka", true), ("i-utkast", true), ("ofardig", false), ("fri", true)] {
        // Each has a publication time long ago, which a door overrules.
        posts.push(
            add_post(&mut writer, &guldkorn(slug, published, Some(UnixMillis(1))), UnixMillis(0))
                .await
                .expect("saved"),
        );
    }
    hang(&mut writer, open, 2, posts[0]).await.expect("hung");
    hang(&mut writer, draft, 1, posts[1]).await.expect("hung");
    hang(&mut writer, open, 3, posts[2]).await.expect("hung");
    writer.commit().await.expect("committed");

    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    assert_eq!(public_from(&db, posts[0]).await, Some(second.into()));
    assert_eq!(public_from(&db, posts[1]).await, None, "a draft edition has no open door");
    assert_eq!(public_from(&db, posts[2]).await, None, "a draft is not public");
    assert_eq!(
        public_from(&db, posts[3]).await,
        Some(UnixMillis(1)),
        "a post on no door follows its own time"
    );
    assert_eq!(post_on_door(db.reader(), open, 2, UnixMillis::from(second) - 1).await.expect("read"), None);
    let found = post_on_door(db.reader(), open, 2, second.into()).await.expect("read");
    assert_eq!(found, Some(posts[0]));
    assert_eq!(next_opening(db.reader(), NOON).await.expect("read"), Some(second.into()));
}

#[tokio::test]
async fn no_post_hangs_on_a_missing_day_or_on_two_doors() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let edition =
        add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let post = add_post(&mut writer, &guldkorn("ett", true, None), UnixMillis(0)).await.expect("saved");
    assert!(matches!(hang(&mut writer, edition, 4, post).await, Err(sqlx::Error::RowNotFound)));
    hang(&mut writer, edition, 1, post).await.expect("hung");
    hang(&mut writer, edition, 2, post).await.expect_err("it hangs on day 1");
}

/// Each query checks by itself, whatever another one checks.
#[tokio::test]
async fn only_open_doors_have_titles() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let draft = add_edition(&mut writer, &edition("utkast", EditionState::Draft), "").await.expect("saved");
    for (day, slug) in [(1, "ett"), (2, "tva")] {
        let post = add_post(&mut writer, &guldkorn(slug, true, Some(UnixMillis(1))), UnixMillis(0))
            .await
            .expect("saved");
        hang(&mut writer, open, day, post).await.expect("hung");
    }
    let hidden = add_post(&mut writer, &guldkorn("i-utkast", true, Some(UnixMillis(1))), UnixMillis(0))
        .await
        .expect("saved");
    hang(&mut writer, draft, 1, hidden).await.expect("hung");
    writer.commit().await.expect("committed");

    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    for (now, days) in [(UnixMillis::from(second) - 1, vec![1]), (second.into(), vec![1, 2])] {
        let titles = open_titles(db.reader(), open, now).await.expect("read");
        let mut found: Vec<u16> = titles.keys().copied().collect();
        found.sort_unstable();
        assert_eq!(found, days);
        assert_eq!(titles[&1].0, "ett");
        assert!(open_titles(db.reader(), draft, now).await.expect("read").is_empty());
    }
}

#[tokio::test]
async fn the_next_opening_is_that_of_a_published_edition() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let schedule = Schedule::parse("2027-01-01", 3, "06:00", "Europe/Stockholm").expect("a schedule");
    let late = NewEdition { schedule, ..edition("2027", EditionState::Published) };
    add_edition(&mut writer, &edition("utkast", EditionState::Draft), "").await.expect("saved");
    add_edition(&mut writer, &late, "").await.expect("saved");
    writer.commit().await.expect("committed");
    let first: jiff::Timestamp = "2027-01-01T06:00+01:00".parse().expect("an instant");
    assert_eq!(next_opening(db.reader(), NOON).await.expect("read"), Some(first.into()));
    let second: jiff::Timestamp = "2027-01-02T06:00+01:00".parse().expect("an instant");
    let next = next_opening(db.reader(), first.into()).await.expect("read");
    assert_eq!(next, Some(second.into()), "what has come is not next");
    let opening = opening_at(db.reader(), second.into()).await.expect("read");
    assert_eq!(opening, [("2027".to_owned(), 2)]);
    assert!(opening_at(db.reader(), UnixMillis::from(second) + 1).await.expect("read").is_empty());
}

/// No code of today writes a door together with its post, but an import may.
#[tokio::test]
async fn a_door_added_with_its_post_decides_at_once() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let post = add_post(&mut writer, &guldkorn("ett", true, Some(UnixMillis(1))), UnixMillis(0))
        .await
        .expect("saved");
    sqlx::query("delete from doors where day = 3").execute(&mut *writer).await.expect("removed");
    sqlx::query("insert into doors (edition_id, day, post_id, opens_at) values ($1, 3, $2, 77)")
        .bind(open)
        .bind(post)
        .execute(&mut *writer)
        .await
        .expect("added");
    assert_eq!(stale(&mut writer).await, Vec::<i64>::new());
    writer.commit().await.expect("committed");
    assert_eq!(public_from(&db, post).await, Some(UnixMillis(77)));
}

/// What a program with an older time-zone database wrote is corrected, and with it when posts are public.
#[tokio::test]
async fn refreshing_corrects_openings_and_when_posts_are_public() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let post = add_post(&mut writer, &guldkorn("ett", true, Some(UnixMillis(1))), UnixMillis(0))
        .await
        .expect("saved");
    hang(&mut writer, open, 2, post).await.expect("hung");
    sqlx::query("update doors set opens_at = 5").execute(&mut *writer).await.expect("an older law");
    refresh_openings(&mut writer).await.expect("refreshed");
    writer.commit().await.expect("committed");
    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    assert_eq!(public_from(&db, post).await, Some(second.into()));
}

#[tokio::test]
async fn a_label_is_public_when_its_door_is_open() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    set_label(&mut writer, open, 2, "Lucia").await.expect("named");
    assert!(matches!(set_label(&mut writer, open, 4, "Lucia").await, Err(sqlx::Error::RowNotFound)));
    writer.commit().await.expect("committed");
    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    let before = label_of(db.reader(), open, 2, UnixMillis::from(second) - 1).await;
    assert!(matches!(before, Err(sqlx::Error::RowNotFound)), "{before:?}");
    assert_eq!(label_of(db.reader(), open, 2, second.into()).await.expect("read"), "Lucia");
}
