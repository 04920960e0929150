//! The first hour of a site: from an empty folder to a list with nothing left.

use app::staff::Role;
use app::staff::accounts::issue_first_link;
use http::Method;

use crate::browser::{Browser, PASSWORD, Page};
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::TestApp;

const AT: &str = "2026-11-26T08:00+01:00";
const LIST: &str = "/admin/borja";
const ACT: &str = "site/first_hour";
const SAVE: &str = "site/save_settings";

async fn link(app: &TestApp) -> String {
    issue_first_link(&app.state.db, app.state.clock.now_millis()).await.unwrap().expect("a link")
}

/// Returns the state of a step on the list.
fn state(page: &Page, step: &str) -> String {
    page.attributes(&format!("[data-step={step}]"), "data-state").concat()
}

fn facts(page: &Page, step: &str) -> String {
    page.texts(&format!("[data-step={step}] .fact")).join(" ").replace('\u{a0}', " ")
}

fn with_code<'a>(code: &'a str, name: &'a str, email: &'a str, password: &'a str) -> [(&'a str, &'a str); 4] {
    [("code", code), ("name", name), ("email", email), ("password", password)]
}

#[tokio::test]
async fn the_log_s_link_makes_the_first_account_and_leads_to_the_list() {
    let app = TestApp::starter(AT).await;
    let link = link(&app).await;
    let code = link.split_once("?kod=").unwrap().1;
    let mut browser = Browser::new(&app);
    assert_eq!(browser.see(&link).await.texts("h1"), ["Skapa det första kontot"]);
    let refused = with_code(code, "Anna", "anna@exempel.se", "kort");
    let page = browser.form("staff/make_first_account", &refused, &link).await;
    assert_eq!(page.attributes(".notice a", "href"), ["#password"]);
    assert_eq!(page.attributes("#email", "value"), ["anna@exempel.se"]);
    assert_eq!(page.attributes("#password", "value"), [""], "a password is never shown again");
    let right = with_code(code, "Anna", "anna@exempel.se", PASSWORD);
    let page = browser.form("staff/make_first_account", &right, LIST).await;
    assert_eq!(page.texts("h1"), ["Den första timmen"]);
    assert_eq!(page.texts(".progress b"), ["0 av 13 klara"]);

    let mut other = Browser::new(&app);
    let gone = other.send(Method::GET, &link, &[]).await;
    assert_eq!(gone.status, 410);
    assert!(gone.text().contains("Länken gäller inte längre"));
    let late = with_code(code, "Bo", "bo@exempel.se", PASSWORD);
    let answer = other.send(Method::POST, "/api/staff/make_first_account", &late).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, &*link));
    assert_eq!(other.send(Method::GET, LIST, &[]).await.header("location"), "/admin/logga-in");
    assert!(!other.log_in("bo@exempel.se", PASSWORD).await);
}

#[tokio::test]
async fn a_made_up_link_opens_nothing() {
    let app = TestApp::starter(AT).await;
    link(&app).await;
    for made_up in ["/admin/forsta", "/admin/forsta?kod=", "/admin/forsta?kod=x", "/admin/forsta?kod=%0d%0a"]
    {
        assert_eq!(app.get(made_up).await.status, 410, "{made_up}");
    }
}

#[tokio::test]
async fn a_new_site_is_decent_and_its_examples_are_drafts_with_blanks() {
    let app = TestApp::starter(AT).await;
    let start = app.get("/").await;
    assert!(start.text().contains("<b>Vår webbplats</b>"));
    for absent in
        ["MIA", "Europeiska unionen", "href=\"/om\"", "href=\"/kontakt\"", "href=\"/integritet\"", "[…"]
    {
        assert!(!start.text().contains(absent), "{absent}");
    }
    for page in ["/om", "/kontakt", "/tillganglighet", "/integritet"] {
        assert_eq!(app.get(page).await.status, 404, "{page} is a draft");
    }
    for page in ["/", "/blogg", "/kalender", "/roster", "/sok", "/saker-surf"] {
        assert_eq!(app.get(page).await.status, 200, "{page}");
    }
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let pages = anna.see("/admin/sidor").await;
    let editors = pages.attributes(".texts a[href^='/admin/inlagg/']", "href");
    assert_eq!(editors.len(), 4, "{editors:?}");
    for editor in editors {
        let missing = anna.see(&editor).await.texts("[data-missing], .missing, .remarks").concat();
        assert!(missing.contains("Fyll i "), "{editor}: {missing}");
    }
}

#[tokio::test]
async fn examples_are_removed_once_and_come_back_by_undo_alone() {
    let app = TestApp::starter(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = anna.form(ACT, &[("act", "remove_examples")], LIST).await;
    assert!(page.says("4 exempelsidor ligger i papperskorgen."), "{:?}", page.texts(".notice"));
    assert!(page.texts("#examples").is_empty());
    server::starter::offer(&app.state.db, app.state.clock.now_millis()).await.unwrap();
    assert!(anna.see(LIST).await.texts("#examples").is_empty(), "a new start brings nothing back");
    let page = anna.form(ACT, &[("act", "restore_examples")], LIST).await;
    assert!(page.says("4 exempelsidor är tillbaka som utkast."), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts("#examples").len(), 1);
    let editors = anna.see("/admin/sidor").await.attributes(".texts a[href^='/admin/inlagg/']", "href");
    assert_eq!(editors.len(), 4, "nothing came twice");
}

#[tokio::test]
async fn a_site_with_content_is_offered_no_examples() {
    let app = TestApp::demo(AT).await;
    server::starter::offer(&app.state.db, app.state.clock.now_millis()).await.unwrap();
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    assert!(anna.see(LIST).await.texts("#examples").is_empty());
}

/// Returns the version that a section's form was made of.
async fn version(browser: &mut Browser<'_>, section: &str) -> String {
    let page = browser.see(&format!("/admin/installningar/{section}?fran=borja")).await;
    assert_eq!(page.attributes("form.long [name=fran]", "value"), ["borja"]);
    assert!(page.attributes("a", "href").contains(&LIST.to_owned()), "a way back");
    page.attributes("form.long [name=version]", "value")[0].clone()
}

/// The fields of a form, with their values.
type Fields<'a> = &'a [(&'a str, &'a str)];

#[tokio::test]
async fn each_step_opens_its_setting_and_comes_back_as_done() {
    let app = TestApp::starter(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let steps: [(&str, &str, Fields<'_>); 3] = [
        (
            "name",
            "webbplatsen",
            &[
                ("fields[name]", "Vägen vidare"),
                ("fields[vision]", "Alla ska med."),
                ("fields[address]", "https://vagen.example"),
                ("fields[time_zone]", "Europe/Stockholm"),
            ],
        ),
        ("contact", "kontakt", &[("fields[email]", "hej@exempel.se")]),
        (
            "help_numbers",
            "trygghet",
            &[
                ("fields[exit_address]", "https://www.smhi.se/"),
                ("fields[safe_title]", "Ett inlägg"),
                ("lists[numbers][0][name]", "Larm"),
                ("lists[numbers][0][number]", "112"),
                ("lists[numbers][0][checked]", "2026-11-26"),
            ],
        ),
    ];
    for (step, section, fields) in steps {
        let before = anna.see(LIST).await;
        assert_eq!(state(&before, step), "left", "{step}");
        assert!(
            before.attributes(&format!("[data-step={step}] h3 a"), "href")[0].contains(section),
            "{step}"
        );
        let version = version(&mut anna, section).await;
        let mut form = vec![("section", section), ("version", &*version), ("fran", "borja")];
        form.extend_from_slice(fields);
        let page = anna.form(SAVE, &form, LIST).await;
        assert!(page.says("Det är sparat"), "{step}: {:?}", page.texts(".notice"));
        assert_eq!(state(&page, step), "done", "{step}");
    }
    let page = anna.see(LIST).await;
    assert_eq!(state(&page, "address"), "done", "the same form");
    assert_eq!(facts(&page, "help_numbers"), "Kontrollerade 26 november 2026.");
    app.set_clock("2027-06-26T08:00+02:00");
    let mut bo = Browser::of(&app, "Bo", Role::Admin).await;
    let later = bo.see(LIST).await;
    assert_eq!(state(&later, "help_numbers"), "left", "a number gets old");
    assert_eq!(state(&later, "people"), "done", "there are two");
}

#[tokio::test]
async fn a_refused_setting_and_a_row_s_button_stay_and_remember_the_way_back() {
    let app = TestApp::starter(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let here = "/admin/installningar/kontakt?fran=borja";
    let opened = version(&mut anna, "kontakt").await;
    let form = [("section", "kontakt"), ("version", &*opened), ("fran", "borja"), ("fields[email]", "fel")];
    let page = anna.form(SAVE, &form, here).await;
    assert_eq!(page.attributes("#email", "value"), ["fel"]);
    assert_eq!(page.attributes("form.long [name=fran]", "value"), ["borja"]);

    let here = "/admin/installningar/lankar?fran=borja";
    let opened = version(&mut anna, "lankar").await;
    let form = [
        ("section", "lankar"),
        ("version", &*opened),
        ("fran", "borja"),
        ("act", "add"),
        ("lists[head][0][label]", "Sök"),
        ("lists[head][0][path]", "/sok"),
    ];
    assert!(anna.form(SAVE, &form, here).await.says("Det är sparat"));

    for forged in ["//ond.example", "https://ond.example", "/admin/konto"] {
        let opened = version(&mut anna, "kontakt").await;
        let form = [("section", "kontakt"), ("version", &*opened), ("fran", forged)];
        anna.form(SAVE, &form, "/admin/installningar/kontakt").await;
    }
}

#[tokio::test]
async fn a_step_is_skipped_and_taken_back_and_the_list_put_away() {
    let app = TestApp::starter(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    assert!(
        anna.see("/admin").await.texts("[aria-labelledby=first-hour]").concat().contains("0 av 13 klara")
    );
    let page = anna.form(ACT, &[("act", "skip"), ("step", "funders")], LIST).await;
    assert_eq!(state(&page, "funders"), "skipped");
    assert_eq!(page.texts(".progress b"), ["0 av 13 klara, 1 hoppas över"]);
    assert_eq!(page.attributes(".notice form [name=act]", "value"), ["take_back"]);
    let page = anna.form(ACT, &[("act", "take_back"), ("step", "funders")], LIST).await;
    assert_eq!(state(&page, "funders"), "left");

    let page = anna.form(ACT, &[("act", "done"), ("step", "backup")], LIST).await;
    assert_eq!(state(&page, "backup"), "done");
    assert!(facts(&page, "backup").contains("26 november 2026"));
    let page = anna.form(ACT, &[("act", "done"), ("step", "name")], LIST).await;
    assert_eq!(state(&page, "name"), "left", "nobody ticks off what the data know");

    anna.form(ACT, &[("act", "put_away")], LIST).await;
    assert!(anna.see("/admin").await.texts("[aria-labelledby=first-hour]").is_empty());
    assert!(anna.see("/admin/installningar").await.attributes("a", "href").contains(&LIST.to_owned()));
    anna.form(ACT, &[("act", "bring_back")], LIST).await;
    assert_eq!(anna.see("/admin").await.texts("[aria-labelledby=first-hour]").len(), 1);
    let mut bo = Browser::of(&app, "Bo", Role::Editor).await;
    assert!(bo.see("/admin").await.texts("[aria-labelledby=first-hour]").is_empty());
}

#[tokio::test]
async fn a_test_letter_says_what_became_of_it() {
    let app = TestApp::starter(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = anna.see(LIST).await;
    assert!(page.texts("[data-step=letters] details").concat().contains("GULDKORN_SMTP_URL"));
    let page = anna.form(ACT, &[("act", "letter")], LIST).await;
    assert!(page.says("Webbplatsen skickar inga brev än."));

    for (behaviour, words, after) in [
        (Behaviour::Rejects, "E-postservern tog inte emot brevet.", "left"),
        (Behaviour::Accepts, "E-postservern tog emot brevet till anna@exempel.se.", "done"),
    ] {
        let mut server = TestMailServer::start(behaviour).await;
        let app = TestApp::with_mail(AT, server.mail.clone()).await;
        let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
        assert_eq!(state(&anna.see(LIST).await, "letters"), "left");
        let page = anna.form(ACT, &[("act", "letter")], LIST).await;
        assert!(page.says(words), "{:?}", page.texts(".notice"));
        assert_eq!(state(&page, "letters"), after);
        if behaviour == Behaviour::Accepts {
            let letter = server.next().await;
            assert!(letter.to.concat().contains("anna@exempel.se"), "{:?}", letter.to);
            let words = letter.raw.to_lowercase().replace("guldkorn.example", "");
            assert!(!words.contains("guldkorn"), "{}", letter.raw);
        }
    }
}
