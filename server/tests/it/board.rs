//! The board of a calendar, by plain forms.

use app::posts::PostKind;
use app::posts::store::{NewPost, add_post};
use app::staff::Role;
use app::time::UnixMillis;
use http::Method;

use crate::browser::{Browser, PASSWORD, Page};
use crate::test_app::TestApp;

const NOVEMBER: &str = "2026-11-15T12:00+01:00";
const BOARD: &str = "/admin/tavla?kalender=1";

fn day(number: u16) -> String {
    format!("{BOARD}&dag={number}")
}

/// A site with a calendar and texts without a day.
pub(crate) async fn site(days: &str, titles: &[&str]) -> TestApp {
    let app = TestApp::empty(NOVEMBER).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for (number, title) in titles.iter().enumerate() {
        let post = NewPost::draft(PostKind::Guldkorn, format!("text-{number}"), *title)
            .with_content(|content| content.body = "Hej.".into());
        // The one that comes first in the list was worked on last.
        let at = UnixMillis(1_000_000 - i64::try_from(number).unwrap());
        add_post(&mut writer, &post, at).await.unwrap();
    }
    writer.commit().await.unwrap();
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = [
        ("edition[title]", "Kalendern"),
        ("edition[first_day]", "2026-12-01"),
        ("edition[days]", days),
        ("edition[opens_at]", "06:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    eva.form("calendar/create_edition", &edition, "/admin/kalendrar/1").await;
    app
}

/// Returns what the form of a server function would send, but for what somebody chooses.
fn hidden<'a>(page: &Page, function: &str, chosen: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let within = format!("form[action='/api/{function}'] input[type=hidden]");
    let names = page.attributes(&within, "name");
    let mut form: Vec<_> = names.into_iter().zip(page.attributes(&within, "value")).collect();
    for (name, value) in chosen {
        form.retain(|(known, _)| known != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

fn as_sent(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Returns the text of a day's window.
fn window(page: &Page, day: u16) -> String {
    page.texts(&format!("[data-day='{day}']")).remove(0)
}

/// Whether words stand in the panel beside the days.
fn in_panel(page: &Page, words: &str) -> bool {
    page.texts(".panel").concat().contains(words)
}

/// Opens a page, sends one of its forms and returns the page to which that leads.
async fn send(
    browser: &mut Browser<'_>,
    from: &str,
    function: &str,
    chosen: &[(&str, &str)],
    back: &str,
) -> Page {
    let page = browser.see(from).await;
    let form = hidden(&page, function, chosen);
    browser.form(function, &as_sent(&form), back).await
}

#[tokio::test]
async fn a_text_is_put_on_a_day_moved_swapped_and_given_back() {
    let app = site("24", &["Mod", "Tro"]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let board = anna.see(BOARD).await;
    assert_eq!(board.texts("[data-day]").len(), 24);
    assert_eq!(board.texts(".count"), ["0 av 24 dagar är klara. 24 saknar text."]);
    assert_eq!(board.texts(".loose-texts div > a"), ["Mod", "Tro"]);
    assert!(window(&board, 7).contains("tom") && window(&board, 7).contains("om 22 dagar"));

    let page = send(&mut anna, &day(7), "board/put", &[("post", "1")], &day(7)).await;
    assert!(page.says("”Mod” ligger nu på dag 7."), "{:?}", page.texts(".notice"));
    assert!(window(&page, 7).contains("Mod"));
    let page = send(&mut anna, &day(12), "board/put", &[("post", "2")], &day(12)).await;
    assert_eq!(page.attributes("[data-day='12']", "data-progress"), ["whole"]);

    let asks =
        send(&mut anna, &day(7), "board/move", &[("to", "12:2")], &format!("{}&till=12", day(7))).await;
    assert!(asks.texts("#question")[0].contains("”Mod” ska till dag 12, där ”Tro” ligger."));
    assert_eq!(asks.attributes(".question button", "value"), ["byt", "skjut", "undan", "reserv"]);
    let form = hidden(&asks, "board/move", &[("when_taken", "byt")]);
    let page = anna.form("board/move", &as_sent(&form), &day(12)).await;
    assert!(page.says("bytte plats"), "{:?}", page.texts(".notice"));
    assert!(window(&page, 12).contains("Mod") && window(&page, 7).contains("Tro"));

    let again = anna.see(BOARD).await;
    assert_eq!(again.texts("#last-move").len(), 1, "it can be undone after a reload");
    let page = send(&mut anna, BOARD, "board/undo", &[], BOARD).await;
    assert!(page.says("Det är ångrat."), "{:?}", page.texts(".notice"));
    assert!(window(&page, 7).contains("Mod") && window(&page, 12).contains("Tro"));
    assert!(page.texts("#last-move").is_empty());

    let page = send(&mut anna, &day(7), "board/clear", &[], &day(7)).await;
    assert!(page.says("Dag 7 är tom.") && page.texts(".loose-texts div > a") == ["Mod"]);
}

#[tokio::test]
async fn what_somebody_else_has_changed_is_left_alone() {
    let app = site("24", &["Mod", "Tro"]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let seen_by_anna = anna.see(&day(7)).await;
    send(&mut bo, &day(7), "board/put", &[("post", "2")], &day(7)).await;
    let form = hidden(&seen_by_anna, "board/put", &[("post", "1")]);
    let page = anna.form("board/put", &as_sent(&form), &day(7)).await;
    assert!(page.says("Någon annan har ändrat dag 7"), "{:?}", page.texts(".notice"));
    assert!(window(&page, 7).contains("Tro") && page.texts(".loose-texts div > a") == ["Mod"]);
    let page = send(&mut bo, BOARD, "board/undo", &[], BOARD).await;
    assert_eq!(page.texts(".loose-texts div > a").len(), 2, "each undoes what they did themselves");
}

#[tokio::test]
async fn chosen_texts_fill_the_empty_days() {
    let app = site("3", &["Ett", "Två", "Tre", "Fyra"]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    send(&mut anna, &day(2), "board/put", &[("post", "4")], &day(2)).await;
    let page = anna.see(BOARD).await;
    let mut form = hidden(&page, "board/fill", &[]);
    form.extend([("posts[]".to_owned(), "3".to_owned()), ("posts[]".into(), "1".into())]);
    let page = anna.form("board/fill", &as_sent(&form), BOARD).await;
    let windows: Vec<_> = (1..=3).map(|day| window(&page, day)).collect();
    assert!(
        windows[0].contains("Tre") && windows[1].contains("Fyra") && windows[2].contains("Ett"),
        "{windows:?}"
    );
    assert_eq!(page.texts(".loose-texts div > a"), ["Två"]);
    let page = send(&mut anna, BOARD, "board/undo", &[], BOARD).await;
    assert!(window(&page, 1).contains("tom") && window(&page, 2).contains("Fyra"));
}

#[tokio::test]
async fn an_open_door_changes_only_when_somebody_is_sure() {
    let app = TestApp::demo("2026-12-07T08:00+01:00").await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let board = anna.see("/admin/tavla").await;
    let seventh = board.attributes("[data-day='7'] a", "href").remove(0).replace("#vald", "");
    let page = send(&mut anna, &seventh, "board/clear", &[], &seventh).await;
    assert!(page.says("Läsarna märker det här direkt."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get("/kalender/2026/lucka/7").await.status, 200);
    assert!(!page.attributes("#clear-sure", "name").is_empty());
    let page = send(&mut anna, &seventh, "board/clear", &[("sure", "1")], &seventh).await;
    assert!(page.says("Dag 7 är tom."), "{:?}", page.texts(".notice"));
    let text = app.get("/kalender/2026/lucka/7").await;
    let board = seventh.split("&dag").next().unwrap();
    send(&mut anna, board, "board/undo", &[("sure", "1")], board).await;
    assert_ne!(text.text(), app.get("/kalender/2026/lucka/7").await.text(), "readers have it again");
}

#[tokio::test]
async fn reviewers_see_the_board_and_change_nothing() {
    let app = site("24", &["Mod"]).await;
    let mut rut = Browser::of(&app, "Rut", Role::Reviewer).await;
    let page = rut.see(&day(7)).await;
    assert_eq!(page.texts("#vald"), ["Dag 7, måndag 7\u{a0}december"]);
    assert!(page.texts("main form").is_empty() && page.texts(".loose-texts div > a") == ["Mod"]);
}

#[tokio::test]
async fn the_dashboard_shows_the_windows_while_the_season_is_near() {
    let app = site("24", &["Mod"]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    send(&mut anna, &day(7), "board/put", &[("post", "1")], &day(7)).await;
    let dashboard = anna.see("/admin").await;
    let states = dashboard.attributes(".small-board li", "data-progress");
    assert_eq!((states.len(), &*states[5], &*states[6]), (24, "empty", "whole"));
    assert!(dashboard.texts(".small-board p")[0].contains("23 saknar text"));
    let link = dashboard.attributes(".small-board li:nth-child(7) a", "href").remove(0);
    assert_eq!(anna.see(link.trim_end_matches("#vald")).await.texts("#vald").len(), 1);
    app.set_clock("2027-01-05T08:00+01:00");
    let mut bo = Browser::of(&app, "Bo", Role::Editor).await;
    assert!(bo.see("/admin").await.texts(".small-board").is_empty());
}

#[tokio::test]
async fn windows_say_what_was_seen_and_who_may_move_their_texts() {
    let app = TestApp::demo("2026-12-07T08:00+01:00").await;
    for (name, role, movable) in
        [("Anna", Role::Editor, 24), ("Bo", Role::Writer, 0), ("Rut", Role::Reviewer, 0)]
    {
        let page = Browser::of(&app, name, role).await.see("/admin/tavla").await;
        assert_eq!(page.texts("[data-day][data-movable]").len(), movable, "{name}");
        assert_eq!(page.attributes("[data-board]", "data-staff-script").len(), 1);
        assert_eq!(page.texts("[data-day][data-open]").len(), 7, "so many doors are open");
        let places = page.attributes("[data-day]", "data-place");
        assert!(places[11].starts_with("12:") && places[11] != "12:0");
    }
}

#[tokio::test]
async fn a_year_of_days_is_folded_by_month() {
    let app = site("366", &[]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let page = anna.see(BOARD).await;
    assert_eq!((page.texts("[data-day]").len(), page.texts(".month").len()), (366, 13));
    assert_eq!(page.texts(".month[open] summary b"), ["December 2026"]);
    let page = anna.see(&day(100)).await;
    assert_eq!(page.texts(".month[open] summary b"), ["Mars 2027"]);
    let page = anna.see(&format!("{}&till=x&text=9", day(400))).await;
    assert!(page.texts("#vald").is_empty(), "no such day");
}

#[tokio::test]
async fn without_an_edition_the_board_says_so() {
    let app = TestApp::empty(NOVEMBER).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    assert_eq!(anna.see("/admin/tavla").await.texts(".empty"), ["Här finns ingen kalender än."]);
    assert_eq!(anna.send(Method::GET, BOARD, &[]).await.status, 404);
}

#[tokio::test]
async fn a_day_is_chosen_for_a_text_without_one_and_a_full_day_asks() {
    let app = site("3", &["Mod", "Tro"]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    let board = anna.see(BOARD).await;
    let ways = board.attributes(".loose-texts li p a", "href");
    let words = board.texts(".loose-texts li p a").remove(0);
    assert_eq!((ways.len(), words.as_str()), (2, "Lägg på dag … ”Mod”"));
    let way = ways[0].trim_end_matches("#vald");
    let panel = anna.see(way).await;
    assert!(in_panel(&panel, "Texten har ingen dag."), "{:?}", panel.texts(".panel"));
    let days = panel.texts(".panel option");
    assert_eq!((days.len(), days[1].as_str()), (4, "1 – tisdag 1\u{a0}december · tom"));
    let page = send(&mut anna, way, "board/put", &[("day", "")], way).await;
    assert!(page.says("Inget är valt."), "{:?}", page.texts(".notice"));
    let page = send(&mut anna, way, "board/put", &[("day", "2:0")], &day(2)).await;
    assert!(page.says("”Mod” ligger nu på dag 2."), "{:?}", page.texts(".notice"));

    let other = page.attributes(".loose-texts li p a", "href").remove(0);
    let other = other.trim_end_matches("#vald");
    assert_eq!(anna.see(other).await.attributes(".panel option[selected]", "value"), ["1:0"]);
    let asks = send(&mut anna, other, "board/put", &[("day", "2:1")], &format!("{}&text=2", day(2))).await;
    assert!(asks.texts("#question")[0].contains("”Tro” ska till dag 2, där ”Mod” ligger."));
    assert_eq!(asks.attributes(".question button", "value"), ["skjut", "undan"]);
    let form = hidden(&asks, "board/put", &[("when_taken", "skjut")]);
    let page = anna.form("board/put", &as_sent(&form), &day(2)).await;
    assert!(window(&page, 2).contains("Tro") && window(&page, 3).contains("Mod"));

    let mut kim = Browser::of(&app, "Kim", Role::Reviewer).await;
    let page = kim.see(way).await;
    assert!(page.texts(".panel").is_empty() && page.texts(".loose-texts li p a").is_empty());
}

#[tokio::test]
async fn a_text_that_is_to_be_read_says_so_and_others_only_once_they_are_whole() {
    let app = site("3", &["Mod", ""]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    Browser::of(&app, "Bo", Role::Reviewer).await;
    let nobody = "Ingen annan än skribenten har läst den";
    for (number, post) in [(1, "1"), (2, "2")] {
        send(&mut anna, &day(number), "board/put", &[("post", post)], &day(number)).await;
    }
    assert!(in_panel(&anna.see(&day(1)).await, nobody), "nothing else is missing");
    assert!(!in_panel(&anna.see(&day(2)).await, nobody), "the title is missing");
    let bo: String = sqlx::query_scalar("select cast(id as text) from staff where name = 'Bo'")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    let ask = [("post", "1"), ("person", bo.as_str())];
    anna.form("reading/ask", &ask, "/admin/inlagg/1/kommentarer").await;
    app.set_clock("2026-11-18T12:00+01:00");
    assert!(anna.log_in("anna@exempel.se", PASSWORD).await);
    let page = anna.see(&day(1)).await;
    assert!(window(&page, 1).contains("väntar på läsning"), "{}", window(&page, 1));
    let waits = "Väntar på läsning av Bo. Frågan ställdes för 3 dagar sedan.";
    assert!(in_panel(&page, waits) && !in_panel(&page, nobody), "{:?}", page.texts(".panel"));
}
