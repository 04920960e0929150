//! What the days say, and which are the best.

use app::staff::Role;
use http::Method;

use super::{AT, ROOM, as_sent, form, room_of};
use crate::browser::Browser;
use crate::test_app::TestApp;

#[tokio::test]
async fn the_best_of_the_year_is_chosen_by_numbers_of_doors() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2025").await;
    for (typed, message) in [
        ("den tredje", "Skriv luckornas nummer med komma emellan"),
        ("3, 25", "Kalendern har ingen lucka 25."),
        ("1, 2, 3, 4, 5, 6, 7", "Välj högst sex luckor."),
    ] {
        let sent = form(&mut anna, &room, &[("edition[best_doors]", typed)]).await;
        let page = anna.form("calendar/save_edition", &as_sent(&sent), &room).await;
        assert!(page.says(message), "{typed}: {:?}", page.texts(".error"));
        assert_eq!(page.attributes("#best_doors", "value"), [typed]);
    }
    let sent = form(&mut anna, &room, &[("edition[best_doors]", "24 och 3,24")]).await;
    anna.form("calendar/save_edition", &as_sent(&sent), &room).await;
    assert_eq!(anna.see(&room).await.attributes("#best_doors", "value"), ["24, 3"]);
    let shown = app.get("/kalender/2025").await;
    let (best, _) = shown.text().split_once("Fler kalendrar").unwrap();
    let (_, best) = best.split_once("Årets bästa").unwrap();
    let order = ["/lucka/24", "/lucka/3\""].map(|door| best.find(door).expect(door));
    assert!(order.is_sorted(), "the editor's order");
}

#[tokio::test]
async fn empty_doors_are_named_at_every_distance_and_while_the_calendar_is_a_draft() {
    let app = TestApp::empty("2026-09-01T08:00+02:00").await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let typed = [
        ("edition[title]", "Julkalendern"),
        ("edition[first_day]", "2026-12-01"),
        ("edition[days]", "24"),
        ("edition[opens_at]", "00:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    anna.form("calendar/create_edition", &typed, "/admin/kalendrar/1").await;
    let response = anna
        .send(Method::POST, "/api/text/begin", &[("kind", "guldkorn"), ("edition", "1"), ("day", "3")])
        .await;
    let id = response.header("location").strip_prefix("/admin/inlagg/").unwrap().to_owned();
    let written = [
        ("id", id.as_str()),
        ("action", "save"),
        ("title", "Mod"),
        ("body", "Text."),
        ("hung", "1:3"),
        ("door", "1:3"),
    ];
    anna.form("text/submit", &written, &format!("/admin/inlagg/{id}")).await;
    let dashboard = anna.see("/admin").await.texts(".empty-doors").concat();
    assert!(dashboard.contains("lucka 1–2 och 4–24 är tomma. Kalendern är ett utkast."), "{dashboard}");
    let list = anna.see(ROOM).await.texts(".entries > li").concat();
    assert!(list.contains("1 dag har en text. Tomma: dag 1–2 och 4–24."), "{list}");
    let page = anna.see("/admin/kalendrar/1").await.texts("main > * .quiet, main .quiet").concat();
    assert!(page.contains("Tomma: dag 1–2 och 4–24."), "{page}");
}
