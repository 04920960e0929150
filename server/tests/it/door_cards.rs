//! The cards of doors: what they link to, open and closed.

use scraper::Html;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

/// Returns a door's page and its status.
async fn door(app: &TestApp, day: u16) -> (u16, Page) {
    let response = app.get(&format!("/kalender/2026/lucka/{day}")).await;
    (response.status.as_u16(), Page(Html::parse_document(response.text())))
}

/// Returns the text of the elements that match, with single plain spaces.
fn words(page: &Page, selector: &str) -> String {
    page.texts(selector).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn each_card_has_its_facade_its_kind_and_one_way_to_close_it() {
    let app = TestApp::demo("2026-12-24T09:00:00+01:00").await;
    let mut facades = std::collections::BTreeSet::new();
    for day in 1..=24 {
        let page = Browser::new(&app).see(&format!("/kalender/2026/lucka/{day}")).await;
        let facade = page.attributes(".card-body > [class^=facade-]", "class");
        assert_eq!(facade.len(), 1, "{day}");
        facades.extend(facade);
        let form = page.attributes(".guldkorn", "data-form").concat();
        let kind = [("quote", "Citat"), ("story", "Berättelse"), ("thought", "Tanke"), ("photo", "Bild")];
        assert!(kind.contains(&(&form, &words(&page, ".guldkorn .kind"))), "{day}: {form}");
        assert_eq!(page.attributes(".card-head form[method=dialog] button", "aria-label"), ["Stäng luckan"]);
        let back = format!("/kalender/2026#lucka-{day}");
        assert_eq!(page.attributes(".card-head > a", "href"), [back]);
    }
    assert_eq!(facades.len(), 7, "every house of the street has a door: {facades:?}");
}

#[tokio::test]
async fn the_last_open_door_says_when_the_next_one_opens() {
    let app = TestApp::demo("2026-12-12T08:00:00+01:00").await;
    assert_eq!(words(&door(&app, 12).await.1, ".door-nav > p"), "Nästa öppnas i morgon. Läs i kapp");
    assert_eq!(words(&door(&app, 11).await.1, ".door-nav > p"), "");
    let next = door(&app, 11).await.1.attributes(".door-nav [rel=next]", "href");
    assert_eq!(next, ["/kalender/2026/lucka/12"]);
    app.set_clock("2027-01-10T08:00:00+01:00");
    assert_eq!(words(&door(&app, 24).await.1, ".door-nav > p"), "Det här är den sista luckan. Läs i kapp");
}

#[tokio::test]
async fn a_closed_door_leads_on() {
    let app = TestApp::demo("2026-12-12T08:00:00+01:00").await;
    let (status, page) = door(&app, 14).await;
    assert_eq!(status, 403);
    let ways = page.attributes(".dark-house .row a", "href");
    assert_eq!(ways, ["/kalender/2026/lucka/12", "/kalender/2026?vy=lista", "/sok"]);
    assert_eq!(words(&page, ".dark-house a.button"), "Öppna lucka 12");
    assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);

    app.set_clock("2026-11-25T08:00:00+01:00");
    let (status, page) = door(&app, 14).await;
    assert_eq!(status, 403);
    assert!(words(&page, ".dark-house").contains("Kalendern börjar tisdag 1 december."));
    assert!(page.texts(".dark-house a.button").is_empty(), "no door is open");
    let (_, first) = door(&app, 1).await;
    assert!(!words(&first, ".dark-house").contains("börjar"), "its heading says so already");
}
