//! Reserves: a door that would open empty is filled at its second, before anybody sees it, and nothing tells of it before.

use app::posts::PostKind;
use app::posts::store::{NewPost, add_post};
use app::staff::Role;
use app::time::UnixMillis;
use http::StatusCode;

use crate::browser::Browser;
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::TestApp;

const NOVEMBER: &str = "2026-11-15T12:00+01:00";
const BEFORE: &str = "2026-12-01T05:59:59.999+01:00";
const OPENING: &str = "2026-12-01T06:00:00+01:00";
const BOARD: &str = "/admin/tavla?kalender=1";
/// Stands in every field of the reserve.
const CANARY: &str = "reservfageln";

const ADDRESSES: [&str; 12] = [
    "/",
    "/kalender/2026",
    "/kalender/2026?vy=lista",
    "/kalender/2026/lucka/1",
    "/kalender/2026/lucka/2",
    "/kalender/2026.ics",
    "/blogg",
    "/blogg/2026/12",
    "/feed.xml",
    "/sitemap.xml",
    "/sok?q=reservfageln",
    "/inlagg/reservfageln",
];

/// A published calendar of three days without a text, and a reserve.
async fn site(app: &TestApp) {
    let mut writer = app.state.db.write_content().await.unwrap();
    let post = NewPost::draft(PostKind::Guldkorn, CANARY, CANARY).with_content(|content| {
        content.body = format!("Text om {CANARY}.");
        content.tags = vec![format!("etikett {CANARY}")];
    });
    add_post(&mut writer, &post, UnixMillis(1)).await.unwrap();
    writer.commit().await.unwrap();
    let mut eva = Browser::of(app, "Eva", Role::Editor).await;
    let edition = [
        ("edition[title]", "Kalendern"),
        ("edition[first_day]", "2026-12-01"),
        ("edition[days]", "3"),
        ("edition[opens_at]", "06:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    eva.form("calendar/create_edition", &edition, "/admin/kalendrar/1").await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'published'").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    let page = eva.form("board/reserves", &[("edition", "1"), ("post", "1"), ("act", "in")], BOARD).await;
    assert!(page.says("ligger nu sist bland reserverna"), "{:?}", page.texts(".notice"));
    let page = eva.form("board/reserves", &[("edition", "1"), ("act", "pa")], BOARD).await;
    assert!(page.says("Reserverna är på."), "{:?}", page.texts(".notice"));
}

async fn assert_nothing_is_told(app: &TestApp) {
    for address in ADDRESSES {
        let response = app.get(address).await;
        let told = String::from_utf8_lossy(&response.body).to_lowercase();
        // A page says what was searched for.
        let is_echo = address.contains(CANARY);
        assert!(is_echo || !told.contains(CANARY), "{address}");
        assert!(!told.contains("inlagg/reservfageln") && !told.contains("reserv "), "{address}");
    }
    assert_eq!(app.get("/inlagg/reservfageln").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_first_visitor_after_the_opening_finds_the_reserve_and_nobody_before() {
    let app = TestApp::empty(NOVEMBER).await;
    site(&app).await;
    assert_nothing_is_told(&app).await;
    app.set_clock(BEFORE);
    assert_nothing_is_told(&app).await;
    assert_eq!(app.get("/kalender/2026/lucka/1").await.status, StatusCode::FORBIDDEN);
    app.set_clock(OPENING);
    let door = app.get("/kalender/2026/lucka/1").await;
    assert!(door.status == StatusCode::OK && door.text().contains(CANARY), "{}", door.text());
    for address in ["/", "/blogg", "/blogg/2026/12", "/feed.xml", "/sitemap.xml"] {
        assert!(app.get(address).await.text().contains(CANARY), "{address}");
    }
    assert!(app.get("/feed.xml").await.text().contains("2026-12-01T05:00:00Z"), "from its opening on");
    app.set_clock("2026-12-02T06:00:00+01:00");
    let second = app.get("/kalender/2026/lucka/2").await;
    assert!(second.status == StatusCode::OK && !second.text().contains("Text om"), "no reserve is left");
}

#[tokio::test]
async fn a_server_that_was_down_and_many_visitors_at_once_fill_it_once() {
    let app = TestApp::empty(NOVEMBER).await;
    site(&app).await;
    app.set_clock("2026-12-01T19:00:00+01:00");
    let app = app.with_router();
    let door = "/kalender/2026/lucka/1";
    let (a, b, c, d) = tokio::join!(app.get(door), app.get("/"), app.get(door), app.get("/feed.xml"));
    for response in [a, b, c, d] {
        assert!(response.text().contains(CANARY));
    }
    let filled: i64 = sqlx::query_scalar("select count(*) from reserve_fillings")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(filled, 1);
}

#[tokio::test]
async fn staff_see_it_on_the_board_the_dashboard_and_in_the_log_and_get_a_letter_without_its_words() {
    let mut server = TestMailServer::start(Behaviour::Accepts).await;
    let app = TestApp::with_mail(NOVEMBER, server.mail.clone()).await;
    site(&app).await;
    app.set_clock(OPENING);
    let task = tokio::spawn(app::reserves::run(app.state.clone()));
    let letter = server.next().await;
    let words = letter.text();
    assert!(words.contains("Lucka 1 i Kalendern hade ingen publicerad text"), "{words}");
    assert!(words.contains("/admin/tavla?kalender=1&dag=1") && !letter.raw.contains(CANARY), "{words}");
    assert!(server.is_quiet().await, "one editor, one letter");
    task.abort();
    let task = tokio::spawn(app::reserves::run(app.state.clone()));
    assert!(server.is_quiet().await, "a restart sends nothing twice");
    task.abort();

    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    assert!(bo.see("/admin").await.texts("main").concat().contains("Lucka 1 i Kalendern"));
    assert_eq!(bo.see(BOARD).await.texts(".reserves .filled a"), ["Dag 1"]);
    let mut ada = Browser::of(&app, "Ada", Role::Admin).await;
    let log = ada.see("/admin/handelser").await;
    assert!(log.texts("main").concat().contains("fyllde en tom lucka med reserven"));
}

#[tokio::test]
async fn editors_decide_on_reserves_and_others_see_them() {
    let app = TestApp::empty(NOVEMBER).await;
    site(&app).await;
    let mut writer = Browser::of(&app, "Wera", Role::Writer).await;
    let page = writer.see(BOARD).await;
    assert_eq!(page.texts(".reserves ol div > a"), [CANARY]);
    assert!(page.texts(".reserves form").is_empty() && page.texts(".reserves b") == ["Reserverna är på."]);
    assert!(page.texts(".loose-texts div > a").is_empty(), "it has a list of its own");
    let day = writer.see(&format!("{BOARD}&dag=2")).await;
    assert!(day.texts("select[name=post] option").contains(&CANARY.to_owned()), "and can get a day");
    assert!(page.attributes(".reserves[data-drop]", "class").is_empty(), "a writer drops nothing there");
    let mut eva = Browser::of(&app, "Eva2", Role::Editor).await;
    let page = eva.form("board/reserves", &[("edition", "1"), ("post", "1"), ("act", "ut")], BOARD).await;
    assert!(page.says("är inte reserv längre") && page.texts(".loose-texts div > a") == [CANARY]);
    let page = eva
        .form("board/reserves", &[("edition", "1"), ("post", "1"), ("act", "plats"), ("place", "ett")], BOARD)
        .await;
    assert!(page.says("Skriv platsen som en siffra"));
}

#[tokio::test]
async fn a_reserve_gets_a_day_and_the_text_of_a_day_becomes_a_reserve() {
    let app = TestApp::empty(NOVEMBER).await;
    site(&app).await;
    let mut eva = Browser::of(&app, "Eva2", Role::Editor).await;
    let board = eva.see(BOARD).await;
    assert_eq!(board.attributes(".reserves [data-text='1'][data-movable]", "data-reserve"), ["1"]);
    let way = board.attributes(".reserves li p a", "href").remove(0);
    let panel = eva.see(way.trim_end_matches("#vald")).await;
    assert!(panel.texts(".panel").concat().contains("Texten är en reserv."), "{:?}", panel.texts(".panel"));
    assert_eq!(panel.attributes(".panel option[selected]", "value"), ["1:0"], "the next empty day");

    let spring = [
        ("edition[title]", "Våren"),
        ("edition[first_day]", "2027-03-01"),
        ("edition[days]", "2"),
        ("edition[opens_at]", "06:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    eva.form("calendar/create_edition", &spring, "/admin/kalendrar/2").await;
    let other = eva.see("/admin/tavla?kalender=2").await;
    assert_eq!(other.texts(".loose-texts div > a"), [CANARY], "another calendar's reserve is not lost");
    assert!(other.texts(".loose-texts").concat().contains("reserv i en annan kalender"));

    let third = format!("{BOARD}&dag=3");
    let put = [("edition", "1"), ("post", "1"), ("day", "3:0")];
    let page = eva.form("board/put", &put, &third).await;
    assert!(page.says("ligger nu på dag 3."), "{:?}", page.texts(".notice"));
    assert!(page.texts(".reserves li").is_empty(), "it is no reserve any more");
    assert_eq!(page.attributes(".panel button[name=to]", "value"), ["reserv"]);
    let aside = [("edition", "1"), ("day", "3:1"), ("to", "reserv")];
    let page = eva.form("board/clear", &aside, &third).await;
    assert!(page.says("ligger nu sist bland reserverna. Dag 3 är tom."), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts(".reserves ol div > a"), [CANARY]);
    let page = eva.form("board/undo", &[("edition", "1")], BOARD).await;
    assert!(page.says("Det är ångrat.") && page.texts(".reserves li").is_empty());
    assert_eq!(page.attributes("[data-day='3']", "data-place"), ["3:1"]);

    let mut wera = Browser::of(&app, "Wera", Role::Writer).await;
    assert!(wera.see(&third).await.attributes(".panel button[name=to]", "value").is_empty());
    let page = wera.form("board/clear", &aside, &third).await;
    assert!(page.says("Bara en redaktör kan bestämma"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("[data-day='3']", "data-place"), ["3:1"], "nothing was moved");
}
