//! A person gets another name in everything that a text shows.

use app::staff::Role;
use http::Method;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-20T12:00:00+01:00";

/// A public article with a picture, in which somebody is called Åsa Lind.
struct Story {
    id: i64,
    picture: String,
}

async fn story(app: &TestApp) -> Story {
    let (id, picture): (i64, String) = sqlx::query_as(
        "select id, picture_id from posts
         where kind = 'article' and picture_id is not null and public_from < 1796000000000 limit 1",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(
        "update posts set title = 'Åsas resa', slug = 'asas-resa', teaser = 'Åsa berättar.', picture_alt = '',
             picture_alt_mode = 'library',
             body_markdown = 'Jag heter Åsa Lind. [Åsa](/om) är åsa i sagan, och Åsa-Märta är en annan.'
         where id = $1",
    )
    .bind(id)
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("update pictures set name = 'asa_lind.jpg', alt = 'Åsa Lind vid havet' where id = $1")
        .bind(&picture)
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    Story { id, picture }
}

async fn find(browser: &mut Browser<'_>, post: i64, name: &str, instead: &str) -> Page {
    let id = post.to_string();
    let form = [("post", &*id), ("name", name), ("instead", instead)];
    browser.form("name/find", &form, &format!("/admin/inlagg/{post}/namn")).await
}

/// Sends the form with the places that are ticked in it.
async fn exchange(browser: &mut Browser<'_>, post: i64, page: &Page, publish: &str) -> Page {
    let id = post.to_string();
    let fields = ["name", "instead", "seen"]
        .map(|name| (name, page.attributes(&format!(".occurrences input[name={name}]"), "value").remove(0)));
    let places = page.attributes(".occurrences input[checked]", "value");
    let mut form: Vec<(&str, &str)> = vec![("post", &*id), ("publish", publish)];
    form.extend(fields.iter().map(|(name, value)| (*name, value.as_str())));
    form.extend(places.iter().map(|place| ("places[]", place.as_str())));
    browser.form("name/exchange", &form, &format!("/admin/inlagg/{post}/namn")).await
}

#[tokio::test]
async fn an_editor_gives_a_person_another_name_everywhere_at_once() {
    let app = TestApp::demo(AT).await;
    let Story { id, picture } = story(&app).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let page = find(&mut eva, id, "Åsa Lind", "Eva Ek").await;
    let rows = page.texts(".occurrences li");
    // Title, address, teaser, four times in the text, the picture's name and its alternative text.
    assert_eq!(rows.len(), 9, "{rows:?}");
    let ticked = page.attributes(".occurrences input[checked]", "value").len();
    assert_eq!(ticked, 7, "neither the word of a saga nor another name: {rows:?}");
    let page = exchange(&mut eva, id, &page, "ja").await;
    assert!(page.says("Namnet är bytt."), "{:?}", page.texts(".notice"));

    let public = app.get("/inlagg/evas-resa").await;
    assert_eq!(public.status, 200);
    for words in ["Jag heter Eva Ek.", "Evas resa", "Eva Ek vid havet", "Åsa-Märta", "åsa i sagan"] {
        assert!(public.text().contains(words), "{words}");
    }
    assert!(!public.text().contains("Åsa Lind") && !public.text().contains("Åsas"));
    assert_eq!(app.get("/inlagg/asas-resa").await.status, 301, "whoever has the old address comes there");
    let words: (String, String) = sqlx::query_as("select name, alt from pictures where id = $1")
        .bind(&picture)
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(words, ("Eva Ek.jpg".into(), "Eva Ek vid havet".into()));
    let log: Vec<String> = sqlx::query_scalar("select action from audit_log order by id desc limit 3")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(log, ["published", "saved", "picture_changed"]);
}

#[tokio::test]
async fn a_writer_changes_the_words_and_readers_get_them_from_an_editor() {
    let app = TestApp::demo(AT).await;
    let Story { id, .. } = story(&app).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let page = find(&mut bo, id, "Åsa Lind", "Eva Ek").await;
    assert!(page.texts(".missing").concat().contains("Bilden är någon annans."));
    assert_eq!(page.texts(".occurrences button").len(), 1);
    let page = exchange(&mut bo, id, &page, "").await;
    assert!(page.says("tills en redaktör publicerar"), "{:?}", page.texts(".notice"));
    assert!(app.get("/inlagg/asas-resa").await.text().contains("Åsa Lind"), "readers have what they had");
    let page = find(&mut bo, id, "Åsa Lind", "Eva Ek").await;
    let left = page.attributes(".occurrences input[checked]", "value").len();
    assert_eq!(left, 0, "{:?}", page.texts(".occurrences li"));
}

#[tokio::test]
async fn what_nobody_has_seen_is_not_exchanged() {
    let app = TestApp::demo(AT).await;
    let Story { id, .. } = story(&app).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let empty = find(&mut eva, id, "", "Eva").await;
    assert_eq!(empty.texts("#name-error").len(), 1);
    assert_eq!(empty.attributes("input#instead", "value"), ["Eva"], "what was typed is kept");
    assert!(
        find(&mut eva, id, "Ingen Alls", "Eva").await.texts(".empty").concat().contains("står inte i texten")
    );

    let page = find(&mut eva, id, "Åsa", "Eva").await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update pictures set alt = 'Åsa, igen' where alt = 'Åsa Lind vid havet'")
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    let page = exchange(&mut eva, id, &page, "ja").await;
    assert!(page.says("har ändrats sedan du sökte"));
    assert!(page.texts(".occurrences li").iter().any(|row| row.contains("igen")), "found anew");

    let id_text = id.to_string();
    let seen = page.attributes(".occurrences input[name=seen]", "value").remove(0);
    let none = [("post", &*id_text), ("name", "Åsa"), ("instead", "Eva"), ("seen", &*seen)];
    let page = eva.form("name/exchange", &none, &format!("/admin/inlagg/{id}/namn")).await;
    assert!(page.says("Inget är valt."));

    // Somebody writes in it.
    let draft = [
        ("id", &*id_text),
        ("base_revision", "0"),
        ("draft_version", "0"),
        ("title", "Åsas nya resa"),
        ("body", "Åsa igen"),
        ("action", "preview"),
    ];
    eva.send(Method::POST, "/api/text/submit", &draft).await;
    let page = find(&mut eva, id, "Åsa", "Eva").await;
    assert!(page.texts(".missing").concat().contains("ändringar som inte är sparade"));
    assert_eq!(page.texts(".occurrences").len(), 0);
}
