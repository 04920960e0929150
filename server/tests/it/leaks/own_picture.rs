//! A scene on a picture of its own: neither its words, its doors' names, nor where they are tell of what is behind them.

use std::collections::BTreeSet;

use app::time::UnixMillis;
use app::unpublished::TwoSites;
use http::StatusCode;
use scraper::{Html, Selector};

use super::canaries::{add_canary_picture, canary, picture_id, site};
use super::crawl::{crawl, days_in, seeds, without_random_parts};
use super::{BEFORE_ALL, DAYS};
use crate::test_app::TestApp;

const EDITION: &str = "/kalender/2026";
/// The number of the pictures of the public scene, of which no door has a canary.
const SCENE: u16 = 70;
const ALT: &str = "Torget i snö";

/// The site of canaries whose editions both have a picture of their own with all doors on it. That of the edition which is a
/// draft is the picture of its guldkorn, so that its words are a canary.
async fn painted(hung: &[u16]) -> TestApp {
    let app = site(hung).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for name in [SCENE, SCENE + 1] {
        add_canary_picture(&app, &mut writer, picture_id(name), name, "scenfil", "scenbild").await;
        let words = sqlx::query("update pictures set alt = $2, credit = '' where id = $1");
        words.bind(picture_id(name)).bind(ALT).execute(&mut *writer).await.unwrap();
    }
    sqlx::query("update editions set scene = 'picture'").execute(&mut *writer).await.unwrap();
    for (edition, layout, picture) in
        [("2026", "landscape", SCENE), ("2026", "portrait", SCENE + 1), ("utkast", "landscape", 99)]
    {
        sqlx::query(
            "insert into scene_pictures (edition_id, layout, picture_id)
             select id, $2, $3 from editions where slug = $1",
        )
        .bind(edition)
        .bind(layout)
        .bind(picture_id(picture))
        .execute(&mut *writer)
        .await
        .unwrap();
        for day in 1..=DAYS {
            sqlx::query(
                "insert into scene_doors (edition_id, layout, day, x, y, width, height)
                 select id, $2, $3, $3 * 1500, 2000, 1000, 1000 from editions where slug = $1",
            )
            .bind(edition)
            .bind(layout)
            .bind(day)
            .execute(&mut *writer)
            .await
            .unwrap();
        }
    }
    writer.commit().await.unwrap();
    app
}

/// Returns the address of the style sheet that places the doors of the public scene.
async fn style(app: &TestApp) -> String {
    let page = Html::parse_document(app.get(EDITION).await.text());
    let sheets = Selector::parse("link[rel=stylesheet]").unwrap();
    let mut sheets = page.select(&sheets).filter_map(|sheet| sheet.attr("href"));
    sheets.find(|address| address.starts_with("/scener/egen/")).expect("its own style sheet").to_owned()
}

#[tokio::test]
async fn a_picture_with_doors_tells_of_open_ones_alone() {
    let app = painted(&[1, 2, 3, 4, 5]).await;
    for open in [0, 1, 3, 5] {
        match open {
            0 => app.set_clock(BEFORE_ALL),
            day => app.set_clock(&format!("2026-12-{day:02}T00:00:00+01:00")),
        }
        let page = app.get(EDITION).await;
        assert!(page.text().contains(ALT) && page.text().contains("scene-picture"), "the picture is shown");
        let mut told = BTreeSet::new();
        let mut styles = 0;
        crawl(&app, |address, response| {
            let days = days_in(response);
            let leak = days.iter().find(|day| **day > open);
            assert_eq!(leak, None, "{address} tells of a closed door when {open} are open");
            told.extend(days);
            styles += usize::from(address.starts_with("/scener/egen/"));
        })
        .await;
        assert_eq!(told, (1..=open).collect(), "open doors are told of");
        assert!(styles > 0, "where the doors are is asked for, too");
    }
}

#[tokio::test]
async fn doors_are_in_the_same_place_with_the_same_words_whatever_is_behind_them() {
    let (full, bare) = (painted(&[1, 2, 3, 4, 5]).await, painted(&[1]).await);
    for app in [&full, &bare] {
        app.set_clock("2026-12-01T12:00:00+01:00");
    }
    let mut addresses = seeds();
    addresses.extend([style(&full).await, style(&bare).await]);
    let mut closed = 0;
    for address in addresses {
        let (one, other) = (full.get(&address).await, bare.get(&address).await);
        assert_eq!(one.status, other.status, "{address}");
        assert_eq!(without_random_parts(&one), without_random_parts(&other), "{address}");
        closed += usize::from(one.status == StatusCode::FORBIDDEN);
    }
    assert_eq!(closed, 4, "four doors are closed");
}

#[tokio::test]
async fn the_picture_of_an_edition_that_is_a_draft_is_a_secret_with_all_its_places() {
    let app = painted(&[1]).await;
    app.set_clock("2026-12-01T12:00:00+01:00");
    let now: UnixMillis = app.state.clock.now_millis();
    let names = TwoSites::copy(&app.state.db, now).await.unwrap().names;
    let [secret] = names.scene_styles.as_slice() else { panic!("{:?}", names.scene_styles) };
    let public = style(&app).await;
    assert_ne!(*secret, public);
    assert_eq!(app.get(&public).await.status, StatusCode::OK);
    let refused = app.get(secret).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let nothing = app.get("/scener/egen/9/0000000000000000.css").await;
    assert_eq!(without_random_parts(&refused), without_random_parts(&nothing), "as one that never was");
    for name in [canary(99, "fil"), canary(99, "beskuren")] {
        let file = format!("/media/{}/{name}.webp", picture_id(99));
        assert_eq!(app.get(&file).await.status, StatusCode::NOT_FOUND, "{file}");
    }
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'published'").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    let page = app.get("/kalender/utkast").await;
    assert!(page.text().contains(&canary(99, "alt")), "the canary sings once readers see the picture");
    assert_eq!(app.get(secret).await.status, StatusCode::OK);
}
