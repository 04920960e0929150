//! Links by mail: who gets which mail, what the pages say, and what nobody can find out or inject.

use std::time::{Duration, Instant};

use app::staff::{Role, accounts};
use http::Method;

use crate::browser::{Browser, PASSWORD, add};
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const PEOPLE: &str = "/admin/personer";
const LOG_IN: &str = "/admin/logga-in";
const FORGOTTEN: &str = "/admin/glomt";
const BO: [(&str, &str); 3] = [("name", "Bo Öst"), ("email", "bo@exempel.se"), ("role", "writer")];

async fn site(behaviour: Behaviour) -> (TestApp, TestMailServer) {
    let server = TestMailServer::start(behaviour).await;
    (TestApp::with_mail(AT, server.mail.clone()).await, server)
}

/// How links begin in letters of the staff, while the site has no address: as their browser reached it.
const AS_REACHED: &str = "http://guldkorn.example";
/// And in letters that anybody can ask for: nobody's request leads them elsewhere.
const AS_LISTENED: &str = "http://127.0.0.1:3000";

/// Returns the path of the link in a mail.
fn link(words: &str, origin: &str) -> String {
    let line = words.lines().find(|line| line.contains("/admin/losenord/")).expect("a link");
    line.trim().strip_prefix(origin).expect("a whole address").to_owned()
}

#[tokio::test]
async fn an_invitation_is_mailed_and_shown_on_the_page() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = anna.form("staff/invite", &BO, PEOPLE).await;
    assert!(page.says("Länken är skickad till bo@exempel.se. Du kan också skicka den själv."));
    let mail = server.next().await;
    assert_eq!(mail.to, ["RCPT TO:<bo@exempel.se>"]);
    for line in ["To: bo@exempel.se\r\n", "Auto-Submitted: auto-generated\r\n", "<noreply@exempel.se>\r\n"] {
        assert!(mail.raw.contains(line), "{line} in {}", mail.raw);
    }
    let words = mail.text();
    assert!(words.contains("Hej Bo Öst!") && words.contains("inom sju dagar"), "{words}");
    assert!(page.texts(".fresh-link code")[0].ends_with(&link(&words, AS_REACHED)), "the same link");
    let page = anna.form("staff/invite", &BO, PEOPLE).await;
    assert!(page.says("Länken är på väg till bo@exempel.se."), "{:?}", page.texts(".notice"));
    assert!(server.is_quiet().await, "a second press sends no second mail");

    let mut bo = Browser::new(&app);
    let (path, words) = (link(&words, AS_REACHED), "åtta gröna elefanter");
    let form = [("token", path.rsplit('/').next().unwrap()), ("password", words)];
    bo.form("staff/choose_password", &form, LOG_IN).await;
    assert!(bo.log_in("bo@exempel.se", words).await);
    let id = anna.see(PEOPLE).await.id_of("Bo Öst");
    anna.form("staff/renew_link", &[("id", &id)], PEOPLE).await;
    assert!(server.next().await.text().contains("Till dess gäller ditt gamla lösenord."));
}

#[tokio::test]
async fn a_rejected_or_slow_mail_does_not_delay_the_page() {
    for (behaviour, patience, said) in [
        (Behaviour::Rejects, Duration::from_mins(1), "Det gick inte att skicka länken till bo@exempel.se."),
        (Behaviour::Silent, Duration::from_millis(100), "Länken är på väg till bo@exempel.se."),
    ] {
        let server = TestMailServer::start_with_patience(behaviour, patience).await;
        let app = TestApp::with_mail(AT, server.mail.clone()).await;
        let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
        let start = Instant::now();
        let page = anna.form("staff/invite", &BO, PEOPLE).await;
        // The letter itself may take thirty seconds.
        assert!(start.elapsed() < Duration::from_secs(20), "{behaviour:?}");
        assert!(page.says(said), "{:?}", page.texts(".notice"));
        assert_eq!(page.texts(".fresh-link code").len(), 1);
    }
}

#[tokio::test]
async fn a_forgotten_password_gets_a_link_for_an_hour() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    add(&app, "anna@exempel.se", "Anna", Role::Writer).await;
    let mut anna = Browser::new(&app);
    assert_eq!(anna.see(LOG_IN).await.attributes("form a", "href"), [FORGOTTEN]);
    let page = anna.see(FORGOTTEN).await;
    assert_eq!(page.attributes("form", "action"), ["/api/staff/ask_for_link"]);
    let page = anna.form("staff/ask_for_link", &[("email", " Anna@Exempel.se ")], FORGOTTEN).await;
    assert!(page.says("Har adressen ett konto"), "{:?}", page.texts(".notice"));
    let mail = server.next().await;
    assert_eq!(mail.to, ["RCPT TO:<anna@exempel.se>"]);
    assert!(mail.text().contains("inom en timme"), "{}", mail.text());
    assert!(
        anna.log_in("anna@exempel.se", PASSWORD).await,
        "the old password is good until the link is used"
    );

    let path = link(&mail.text(), AS_LISTENED);
    assert!(Browser::new(&app).see(&path).await.texts("b").contains(&"anna@exempel.se".to_owned()));
    app.set_clock("2026-12-07T09:00:01+01:00");
    assert_eq!(Browser::new(&app).send(Method::GET, &path, &[]).await.status, 410);
}

#[tokio::test]
async fn nobody_finds_out_which_addresses_have_accounts() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    add(&app, "anna@exempel.se", "Anna", Role::Writer).await;
    add(&app, "bo@exempel.se", "Bo", Role::Writer).await;
    accounts::disable(&app.state.db, "bo@exempel.se").await.unwrap();
    let mut seen = Vec::new();
    for email in ["anna@exempel.se", "bo@exempel.se", "ingen@exempel.se"] {
        let mut browser = Browser::new(&app);
        let response = browser.send(Method::POST, "/api/staff/ask_for_link", &[("email", email)]).await;
        let page = browser.see(FORGOTTEN).await;
        let way = (response.status, response.header("location").to_owned(), response.text().to_owned());
        seen.push((way, page.texts("title"), page.texts("main")));
    }
    assert!(seen.windows(2).all(|two| two[0] == two[1]), "{seen:?}");
    assert_eq!(server.next().await.to, ["RCPT TO:<anna@exempel.se>"]);
    assert!(server.is_quiet().await, "the others got nothing");
}

/// The response is sent before the account is looked up, so a silent mail server does not give it away either.
#[tokio::test]
async fn a_silent_mail_server_does_not_delay_the_response() {
    let (app, _server) = site(Behaviour::Silent).await;
    add(&app, "anna@exempel.se", "Anna", Role::Writer).await;
    for email in ["anna@exempel.se", "ingen@exempel.se"] {
        let start = Instant::now();
        let page = Browser::new(&app).form("staff/ask_for_link", &[("email", email)], FORGOTTEN).await;
        assert!(page.says("Har adressen ett konto"));
        // Whoever waited for this server would do so until the letter is given up, after thirty seconds.
        assert!(start.elapsed() < Duration::from_secs(20), "{email}");
    }
}

#[tokio::test]
async fn requests_are_rate_limited_whether_or_not_there_is_an_account() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    add(&app, "anna@exempel.se", "Anna", Role::Writer).await;
    for email in ["anna@exempel.se", "ingen@exempel.se"] {
        let mut browser = Browser::new(&app);
        for _ in 0..3 {
            let page = browser.form("staff/ask_for_link", &[("email", email)], FORGOTTEN).await;
            assert!(page.says("Har adressen ett konto"));
        }
        let page = browser.form("staff/ask_for_link", &[("email", email)], FORGOTTEN).await;
        assert!(page.says("För många försök. Vänta 1 sekund"), "{:?}", page.texts(".notice"));
        assert_eq!(page.attributes("#email", "value"), [email]);
    }
    for _ in 0..3 {
        server.next().await;
    }
    app.set_clock("2026-12-07T08:30+01:00");
    Browser::new(&app).form("staff/ask_for_link", &[("email", "anna@exempel.se")], FORGOTTEN).await;
    assert!(server.is_quiet().await, "three mails an hour");
}

#[tokio::test]
async fn no_input_reaches_the_headers_of_a_mail() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    let name = "MIA\r\nBcc: offer@exempel.se\r\n\"Vidare\" <x@y.se>, å";
    let mut change = app.state.db.write_content().await.unwrap();
    sqlx::query("update site_settings set name = $1").bind(name).execute(&mut *change).await.unwrap();
    change.commit().await.unwrap();
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    for email in ["bo@exempel.se\r\nBcc: offer@exempel.se", "bo@exempel.se>\r\nDATA", "\"bo\r\n\"@exempel.se"]
    {
        let typed = [("name", "Bo"), ("email", email), ("role", "writer")];
        anna.form("staff/invite", &typed, PEOPLE).await;
        Browser::new(&app).form("staff/ask_for_link", &[("email", email)], FORGOTTEN).await;
    }
    assert!(server.is_quiet().await, "no such address has an account");
    let typed = [("name", "\"Bo\" <b@c.se>, Öst"), ("email", "bo@exempel.se"), ("role", "writer")];
    anna.form("staff/invite", &typed, PEOPLE).await;
    let mail = server.next().await;
    let head = mail.raw.split("\r\n\r\n").next().unwrap();
    assert_eq!(mail.to, ["RCPT TO:<bo@exempel.se>"]);
    assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    assert_eq!(head.lines().filter(|line| line.starts_with("From:")).count(), 1, "{head}");
    assert!(head.trim_end().contains("<noreply@exempel.se>"), "{head}");
}

#[tokio::test]
async fn a_site_without_a_mail_server_says_whom_to_ask() {
    let app = TestApp::empty(AT).await;
    add(&app, "anna@exempel.se", "Anna", Role::Writer).await;
    let mut anna = Browser::new(&app);
    let page = anna.see(LOG_IN).await;
    assert!(page.attributes("form a", "href").is_empty());
    assert!(page.texts("form p.quiet").concat().contains("Be den som sköter webbplatsen om en ny länk."));
    for page in [
        anna.see(FORGOTTEN).await,
        anna.form("staff/ask_for_link", &[("email", "anna@exempel.se")], FORGOTTEN).await,
    ] {
        assert!(page.texts("main p").concat().contains("Be den som sköter webbplatsen om en ny länk."));
        assert!(page.attributes("main form", "action").is_empty());
    }
    let links: i64 = sqlx::query_scalar("select count(*) from password_links")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(links, 0);
}
