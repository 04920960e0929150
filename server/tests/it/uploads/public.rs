//! When a picture is public.

use app::calendar::store::add_edition;
use app::calendar::{NewEdition, Schedule};
use app::posts::store::{add_post, withdraw};
use app::staff::Role;
use app::time::UnixMillis;

use super::{AT, article, log_in, picture, sent};
use crate::test_app::TestApp;

#[tokio::test]
async fn a_picture_is_public_exactly_as_long_as_a_text_shows_it() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let (before, opens, now) =
        ("2026-12-07T08:59:59.999+01:00", "2026-12-07T09:00+01:00", app.state.clock.now_millis());
    let opening = now + 60 * 60 * 1000;
    for within_text in [true, false] {
        app.set_clock(AT);
        let told = sent(&app, &cookie, &picture(1200, 800)).await;
        let (id, src) = (told["id"].as_str().unwrap(), told["src"].as_str().unwrap());
        assert_eq!((&told["width"], &told["height"]), (&1200.into(), &800.into()));
        assert_eq!(src, format!("/media/{id}/960.webp#1200x800"));
        let named = told["srcset"].as_str().unwrap().split(", ");
        let mut files: Vec<String> = named.map(|file| file.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(files.len(), 3);
        files.push(format!("/media/{id}/1200.jpg"));
        let status = async |at: &str, cookie: &str, lifetime: &str| {
            app.set_clock(at);
            let mut status = Vec::new();
            for file in &files {
                let response = app.get_with(file, &[("cookie", cookie)]).await;
                assert!(response.header("cache-control") == lifetime, "{:?}", response.headers);
                status.push(response.status.as_u16());
            }
            status.dedup();
            status
        };
        assert_eq!(status(AT, "", "no-store").await, [404]);
        assert_eq!(status(AT, "__Host-guldkorn=x", "no-store").await, [404]);
        assert_eq!(status(AT, &cookie, "private, no-cache").await, [200]);

        let slug = format!("text-{within_text}");
        let text = format!("Se här:\n\n![En bro]({src} \"Bron\")");
        let (body, lead) = if within_text { (&*text, None) } else { ("", Some(id)) };
        let mut change = app.state.db.write_content().await.unwrap();
        let post = add_post(&mut change, &article(&slug, body, lead, opening), now).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(status(before, "", "no-store").await, [404]);
        assert_eq!(status(opens, "", "public, max-age=60").await, [200]);
        assert_eq!(status(opens, &cookie, "public, max-age=60").await, [200]);
        assert_eq!(status(before, "", "no-store").await, [404]);
        let page = {
            app.set_clock(opens);
            app.get(&format!("/inlagg/{slug}")).await
        };
        let page = page.text();
        assert!(page.contains("width=\"1200\" height=\"800\"") && page.contains("1200.webp 1200w"), "{page}");

        let mut change = app.state.db.write_content().await.unwrap();
        withdraw(&mut change, post, now).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(status(opens, "", "no-store").await, [404], "gone at once");
        assert_eq!(status(opens, &cookie, "private, no-cache").await, [200]);
    }
}

#[tokio::test]
async fn a_picture_is_public_only_while_the_text_refers_to_it() {
    let app = TestApp::empty(AT).await;
    let cookie = log_in(&app, Role::Writer).await;
    let id = sent(&app, &cookie, &picture(20, 10)).await["id"].as_str().unwrap().to_owned();
    let file = format!("/media/{id}/20.webp");
    let text = format!("![En bro](/media/{id}/20.webp)");
    let mut change = app.state.db.write_content().await.unwrap();
    let post =
        add_post(&mut change, &article("ett", &text, Some(&id), UnixMillis(0)), UnixMillis(0)).await.unwrap();
    let other =
        add_post(&mut change, &article("andra", &text, None, UnixMillis(0)), UnixMillis(0)).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(app.get(&file).await.status, 200);
    for (what, status) in [
        (format!("update posts set body_html = '<p>Inget</p>' where id = {other}"), 200),
        (format!("update posts set picture_id = null where id = {post}"), 200),
        (format!("update posts set state = 'draft' where id = {post}"), 404),
        (format!("update posts set state = 'published' where id = {post}"), 200),
        (format!("delete from posts where id = {post}"), 404),
        (format!("update posts set picture_id = '{id}' where id = {other}"), 200),
        (format!("update posts set picture_id = null where id = {other}"), 404),
        (format!("insert into funders (position, name, logo) values (9, 'Fond', '{id}')"), 200),
        ("delete from funders".to_owned(), 404),
    ] {
        let mut change = app.state.db.write_content().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(what.clone())).execute(&mut *change).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(app.get(&file).await.status, status, "{what}");
    }
    let schedule = Schedule::parse("2026-12-01", 2, "00:00", "Europe/Stockholm").unwrap();
    let edition =
        NewEdition { introduction: text.clone(), ..NewEdition::draft("2026", "Kalendern", schedule) };
    let mut change = app.state.db.write_content().await.unwrap();
    add_edition(&mut change, &edition, &app::markdown::to_html(&text)).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(app.get(&file).await.status, 404, "a draft edition");
    let mut change = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'published'").execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(app.get(&file).await.status, 200);
}
