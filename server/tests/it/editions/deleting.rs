//! Deleting editions, and moving texts between days.

use app::staff::Role;
use http::Method;

use super::{AT, ROOM, SAVE, as_sent, form, hidden, room_of, shows};
use crate::browser::Browser;
use crate::test_app::TestApp;

#[tokio::test]
async fn only_a_draft_with_empty_doors_is_deleted_and_it_can_be_undone() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let delete = "calendar/delete_edition";
    let id = room.rsplit('/').next().unwrap();
    assert!(anna.see(&room).await.texts(".danger").is_empty(), "readers see it");
    assert!(anna.form(delete, &[("id", id)], &room).await.says("Läsarna ser kalendern."));
    let hidden = [("edition[state]", "draft"), ("edition[sure]", "1")];
    let hidden = form(&mut anna, &room, &hidden).await;
    anna.form(SAVE, &as_sent(&hidden), &room).await;
    assert!(anna.form(delete, &[("id", id)], &room).await.says("Texter hänger på dag 1–24."));
    assert_eq!(anna.see(&room).await.texts(".edition-days > li").len(), 24);

    let introduction = "Rad ett.\n\n**Rad** två.";
    let typed = [
        ("edition[title]", "Påskägg"),
        ("edition[lead]", "Tio dagar"),
        ("edition[introduction]", introduction),
        ("edition[slug]", "pask"),
        ("edition[first_day]", "2027-03-20"),
        ("edition[days]", "10"),
        ("edition[opens_at]", "08:00"),
        ("edition[time_zone]", "Europe/Helsinki"),
        ("edition[scene]", "grid"),
        ("edition[order]", "fixed"),
        ("edition[labels][3]", "Palmsöndag"),
    ];
    let begun = anna.send(Method::POST, "/api/calendar/create_edition", &typed).await;
    let begun = begun.header("location").to_owned();
    let before = form(&mut anna, &begun, &[]).await;
    let id = begun.rsplit('/').next().unwrap();
    let page = anna.form(delete, &[("id", id)], ROOM).await;
    assert!(page.says("Kalendern ”Påskägg” är borttagen."), "{:?}", page.texts(".notice"));
    assert!(!page.texts(".entries > li").iter().any(|row| row.contains("Påskägg")));
    assert_eq!(anna.send(Method::GET, &begun, &[]).await.status, 404);
    assert!(anna.form(delete, &[("id", id)], ROOM).await.says("finns inte längre"));

    let names = page.attributes(".notice input", "name");
    let values = page.attributes(".notice input", "value");
    let undo: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let response = anna.send(Method::POST, "/api/calendar/create_edition", &undo).await;
    let back = response.header("location").to_owned();
    let page = anna.see(&back).await;
    assert_eq!(page.attributes("#label-3", "value"), ["Palmsöndag"]);
    let without_id =
        |form: Vec<(String, String)>| form.into_iter().filter(|(name, _)| name != "id").collect::<Vec<_>>();
    assert_eq!(without_id(form(&mut anna, &back, &[]).await), without_id(before));
    let actions: Vec<String> = sqlx::query_scalar("select action from audit_log order by id desc limit 3")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(actions, ["edition_begun", "edition_deleted", "edition_begun"]);
}

#[tokio::test]
async fn texts_are_moved_only_after_a_summary_and_get_their_days_back_by_undo() {
    let app = TestApp::demo("2026-11-20T08:00+01:00").await;
    let mut ada = Browser::of(&app, "Ada", Role::Admin).await;
    let room = room_of(&app, "2026").await;
    let moved = form(&mut ada, &room, &[("edition[first_day]", "2026-12-02")]).await;
    let page = ada.form(SAVE, &as_sent(&moved), &room).await;
    assert_eq!(page.texts("h1"), ["Det här ändras"]);
    assert!(shows(&page, "Ingen lucka öppnas eller stängs nu."), "{:?}", page.texts("main li"));
    let rows = page.texts(".moved-days li");
    assert!(rows.len() == 24 && rows[0].starts_with("Dag 1, ”"), "{rows:?}");
    assert!(
        rows[0].contains("1\u{a0}december 2026") && rows[0].contains("→ onsdag 2\u{a0}december"),
        "{rows:?}"
    );
    let first_day = async || -> String {
        let query = sqlx::query_scalar("select first_day from editions where slug = '2026'");
        query.fetch_one(app.state.db.reader()).await.unwrap()
    };
    assert_eq!(first_day().await, "2026-12-01", "not yet");

    let mut confirmed = hidden(&page, ".moves-question");
    confirmed.push(("confirmed".into(), "1".into()));
    let page = ada.form(SAVE, &as_sent(&confirmed), &room).await;
    assert!(
        page.says("Kalendern är sparad.") && page.says("texter fick en ny tid."),
        "{:?}",
        page.texts(".notice")
    );
    assert_eq!(first_day().await, "2026-12-02");
    let log = ada.see("/admin/handelser").await.texts("main").concat();
    assert!(
        log.contains("första dagen 2026-12-01 → 2026-12-02") && log.contains("texter fick en ny tid"),
        "{log}"
    );

    assert!(shows(&page, "Senaste ändringen, Ada"), "{:?}", page.texts(".undo-change"));
    let undo = hidden(&ada.see(&room).await, ".undo-change");
    let page = ada.form("calendar/undo_edition", &as_sent(&undo), &room).await;
    assert!(page.says("Det är ångrat."), "{:?}", page.texts(".notice"));
    let again = ada.form("calendar/undo_edition", &as_sent(&undo), &room).await;
    assert!(again.says("Därför går det inte att ångra.") || again.says("Det finns inget att ångra."));
    assert!(again.texts(".undo-change").is_empty(), "until the next change");
    assert_eq!(first_day().await, "2026-12-01");
    assert_eq!(page.attributes("#label-13", "value"), ["Lucia"], "the names of days stay");
}

#[tokio::test]
async fn a_days_name_is_not_lost_by_writing_for_a_day() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let typed = form(&mut anna, &room, &[("edition[labels][9]", "Nian"), ("day", "24")]).await;
    let response = anna.send(Method::POST, "/api/calendar/write_on_day", &as_sent(&typed)).await;
    assert!(response.header("location").starts_with("/admin/inlagg/"), "{}", response.header("location"));
    assert_eq!(anna.see(&room).await.attributes("#label-9", "value"), ["Nian"]);

    // Whatever else was changed is not lost either.
    let typed = form(
        &mut anna,
        &room,
        &[("edition[labels][9]", "Nio"), ("edition[title]", "Ny titel"), ("day", "24")],
    )
    .await;
    let page = anna.form("calendar/write_on_day", &as_sent(&typed), &room).await;
    assert!(page.says("Spara dem först"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#title", "value"), ["Ny titel"]);
    assert_eq!(page.attributes("#label-9", "value"), ["Nio"]);
}
