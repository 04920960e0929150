//! An edition as it will be: the preview of a day, and the rehearsal of all.

use app::staff::Role;
use http::Method;

use super::room_of;
use crate::browser::Browser;
use crate::test_app::TestApp;

const BEFORE: &str = "2026-11-20T08:00+01:00";

/// Takes the text off a day, so that its door is empty.
async fn empty_day(app: &TestApp, day: u16) {
    let mut tx = app.state.db.write_content().await.unwrap();
    let clear = "update doors set post_id = null where day = $1 and edition_id = (select id from editions where slug = '2026')";
    sqlx::query(clear).bind(day).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_day_is_seen_as_it_will_be_with_the_doors_that_are_empty_then() {
    let app = TestApp::demo(BEFORE).await;
    empty_day(&app, 5).await;
    empty_day(&app, 20).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    let room = room_of(&app, "2026").await;
    let id = room.rsplit('/').next().unwrap();
    let links = bo.see(&room).await.attributes(".as-it-will-be a", "href");
    let on = |date: &str| format!("/admin/forhandsvisning/kalender/{id}?nar={date}T00:00");
    assert_eq!(links[..3], [on("2026-12-01"), on("2026-12-13"), on("2026-12-24")]);

    let page = bo.see(&links[1]).await;
    let as_of = page.texts(".as-of").concat();
    assert!(as_of.contains("På dag 5 finns ingen text") && !as_of.contains("dag 5 och 20"), "{as_of}");
    let board = bo.see(&format!("/admin/tavla?kalender={id}&dag=13")).await;
    let door = format!("{}&visa=lucka", on("2026-12-13"));
    assert!(
        board.attributes(".panel a", "href").contains(&door),
        "{:?}",
        board.attributes(".panel a", "href")
    );
    let page = bo.see(&door).await;
    let frame = page.attributes(".stage iframe", "src").remove(0);
    assert!(frame.ends_with("/sida/kalender/2026/lucka/13"), "{frame}");
    assert_eq!(bo.send(Method::GET, &frame, &[]).await.status, 200);

    // The frame of a day whose door is empty is what readers will meet: an open door without a text.
    let fifth = bo.see(&format!("{}&visa=lucka", on("2026-12-05"))).await;
    let frame = bo.send(Method::GET, &fifth.attributes(".stage iframe", "src")[0], &[]).await;
    assert_eq!(frame.status, 200);
    assert!(frame.text().contains("Den här luckan fick ingen text i år."), "it is open, and empty");
}

#[tokio::test]
async fn the_rehearsal_goes_through_all_days_also_without_javascript() {
    let app = TestApp::demo(BEFORE).await;
    empty_day(&app, 24).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    let room = room_of(&app, "2026").await;
    let rehearsal = bo.see(&room).await.attributes(".as-it-will-be a", "href").remove(3);
    let mut page = bo.see(&rehearsal).await;
    assert!(page.texts("[data-words-now]")[0].starts_with("Dag 1 av 24: tisdag 1\u{a0}december"));
    assert_eq!(page.attributes("a[rel=prev]", "hidden").len(), 1, "there is no day before");
    let frames = page.attributes("[data-frame]", "data-frame");
    assert_eq!((frames.len(), &page.attributes(".stage iframe", "src")[0]), (24, &frames[0]));
    assert_eq!(bo.send(Method::GET, &frames[23], &[]).await.status, 200);
    for _ in 1..24 {
        page = bo.see(&page.attributes("a[rel=next]", "href")[0]).await;
    }
    let words = page.texts("[data-words-now]").remove(0);
    assert!(
        words.starts_with("Dag 24 av 24: torsdag 24\u{a0}december") && words.ends_with("Luckan är tom."),
        "{words}"
    );
    assert_eq!(page.attributes("[aria-current=true]", "data-frame"), frames[23..]);
    assert_eq!(page.attributes("a[rel=next]", "hidden").len(), 1);
    let doors = bo.see(&format!("{rehearsal}&dag=7&visa=luckor")).await;
    assert!(doors.attributes(".stage iframe", "src")[0].ends_with("/lucka/7"));
    assert_eq!(bo.send(Method::GET, "/admin/kalendrar/genrep?kalender=4711", &[]).await.status, 404);
}
