//! People and one's own account, by plain forms: what a browser without JavaScript sends and sees.

use app::staff::Role;
use app::staff::accounts::{self, NewAccount};
use axum::body::Body;
use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{Html, Selector};

use crate::test_app::{Answer, TestApp};

const AT: &str = "2026-12-07T08:00+01:00";
const PASSWORD: &str = "tre blåa grytor";
const PEOPLE: &str = "/admin/personer";
const OWN: &str = "/admin/konto";

/// A browser with its cookies.
struct Browser<'a> {
    app: &'a TestApp,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    const fn new(app: &'a TestApp) -> Self {
        Self { app, cookies: Vec::new() }
    }

    async fn send(&mut self, method: Method, path: &str, form: &[(&str, &str)]) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let value = |value: &str| utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
        let form: Vec<_> = form.iter().map(|(name, typed)| format!("{name}={}", value(typed))).collect();
        let headers = [
            ("accept", "text/html"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("cookie", cookies.as_str()),
        ];
        let answer = self.app.send(method, path, &headers, Body::from(form.join("&"))).await;
        for cookie in answer.headers.get_all("set-cookie") {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(kept, _)| kept != name);
            if !rest.contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), rest.split(';').next().unwrap().to_owned()));
            }
        }
        answer
    }

    async fn see(&mut self, path: &str) -> Page {
        let answer = self.send(Method::GET, path, &[]).await;
        assert_eq!(answer.status, 200, "{path} leads to {}", answer.header("location"));
        Page(Html::parse_document(answer.text()))
    }

    /// Sends a form and sees the page that it leads back to.
    async fn form(&mut self, function: &str, form: &[(&str, &str)], back: &str) -> Page {
        let answer = self.send(Method::POST, &format!("/api/staff/{function}"), form).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, back), "{function}");
        self.see(back).await
    }

    async fn log_in(&mut self, email: &str, password: &str) -> bool {
        let form = [("email", email), ("password", password)];
        let answer = self.send(Method::POST, "/api/staff/log_in", &form).await;
        answer.header("location") == "/admin"
    }
}

struct Page(Html);

impl Page {
    fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.0.select(&selector).map(|element| element.text().collect::<String>()).collect()
    }

    fn says(&self, words: &str) -> bool {
        self.texts(".notice").iter().any(|notice| notice.contains(words))
    }

    fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.0.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// The number of somebody in the list.
    fn id_of(&self, name: &str) -> String {
        let (entries, id) =
            (Selector::parse(".entries > li").unwrap(), Selector::parse("input[name=id]").unwrap());
        let entry = self.0.select(&entries).find(|entry| entry.text().any(|text| text.trim() == name));
        entry
            .and_then(|entry| entry.select(&id).next())
            .and_then(|id| id.attr("value"))
            .expect("listed")
            .to_owned()
    }
}

async fn add(app: &TestApp, email: &str, name: &str, role: Role) {
    let new = NewAccount { email, name, role, password: Some(PASSWORD) };
    accounts::add(&app.state.db, new, app.state.clock.now_millis()).await.unwrap();
}

async fn admin(app: &TestApp) -> Browser<'_> {
    add(app, "anna@exempel.se", "Anna", Role::Admin).await;
    let mut browser = Browser::new(app);
    assert!(browser.log_in("anna@exempel.se", PASSWORD).await);
    browser
}

#[tokio::test]
async fn somebody_is_invited_chooses_a_password_and_comes_in() {
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    let typed = [("name", "Bo <b>Öst</b>"), ("email", "bo@exempel.se"), ("role", "writer")];
    let page = anna.form("invite", &typed, PEOPLE).await;
    assert!(page.says("Bo <b>Öst</b> är inbjuden."), "{:?}", page.texts(".notice"));
    let link = page.texts(".fresh-link code").remove(0);
    let path = link.strip_prefix("http://127.0.0.1:3000").expect("a whole address").to_owned();
    let page = anna.see(PEOPLE).await;
    assert!(page.texts(".notice").is_empty(), "said once, shown once");
    assert!(page.texts(".entries li").iter().any(|entry| entry.contains("Har inte valt lösenord än")));
    assert_eq!(page.texts(".rail li"), ["Skrivbord", "Mitt konto", "Personer"]);

    let mut bo = Browser::new(&app);
    let token = path.rsplit('/').next().unwrap().to_owned();
    assert!(bo.see(&path).await.texts("b").contains(&"bo@exempel.se".to_owned()));
    let answer = bo
        .send(Method::POST, "/api/staff/choose_password", &[("token", &token), ("password", "lösenord1234")])
        .await;
    assert_eq!(answer.header("location"), path, "a common password comes back to the form");
    assert!(bo.see(&path).await.says("lätt att gissa"));
    bo.form("choose_password", &[("token", &token), ("password", "åtta gröna elefanter")], "/admin/logga-in")
        .await;
    assert!(bo.log_in("bo@exempel.se", "åtta gröna elefanter").await);
    assert_eq!(bo.see("/admin").await.texts(".rail li"), ["Skrivbord", "Mitt konto"]);
    assert_eq!(bo.send(Method::GET, PEOPLE, &[]).await.status, 403);
}

#[tokio::test]
async fn no_link_is_ever_written_down() {
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    let typed = [("name", "Bo"), ("email", "bo@exempel.se"), ("role", "writer")];
    anna.send(Method::POST, "/api/staff/invite", &typed).await;
    let flashes: Vec<String> = sqlx::query_scalar("select content from flashes where form = 'people'")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(flashes.len(), 1);
    assert!(!flashes[0].contains("losenord/"), "{flashes:?}");
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_to_do() {
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    for (name, email, field, words) in [
        ("Bo", "bo", "email", "Skriv personens e-postadress"),
        ("Bo", "anna@exempel.se", "email", "har redan ett konto"),
        ("", "bo@exempel.se", "name", "Skriv personens namn"),
    ] {
        let page = anna.form("invite", &[("name", name), ("email", email), ("role", "editor")], PEOPLE).await;
        assert!(page.says(words), "{:?}", page.texts(".notice"));
        assert_eq!(page.attributes(".notice a", "href"), [format!("#{field}")]);
        assert_eq!(page.attributes("[aria-invalid]", "id"), [field]);
        assert_eq!(page.attributes("#name", "value"), [name]);
        assert_eq!(page.attributes("#email", "value"), [email]);
        assert_eq!(page.attributes("#role option[selected]", "value"), ["editor"]);
        assert!(page.texts("title")[0].starts_with("Fel: "));
    }
    assert_eq!(anna.see(PEOPLE).await.texts(".entries > li").len(), 1);
}

#[tokio::test]
async fn roles_links_and_accounts_change_and_the_last_admin_stays() {
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    add(&app, "bo@exempel.se", "Bo", Role::Writer).await;
    let mut bo = Browser::new(&app);
    assert!(bo.log_in("bo@exempel.se", PASSWORD).await);
    let page = anna.see(PEOPLE).await;
    let (annas, bos) = (page.id_of("Anna"), page.id_of("Bo"));

    for (function, more) in [("close_account", None), ("change_role", Some(("role", "editor")))] {
        let form: Vec<_> = [("id", annas.as_str())].into_iter().chain(more).collect();
        let page = anna.form(function, &form, PEOPLE).await;
        assert!(page.says("Ingen annan administratör kan logga in."), "{function}");
    }
    let page = anna.form("change_role", &[("id", &bos), ("role", "reviewer")], PEOPLE).await;
    assert!(page.says("Bo är nu granskare."));
    assert!(bo.see("/admin").await.texts("main p").contains(&"Du är inloggad som granskare.".to_owned()));
    let page = anna.form("renew_link", &[("id", &bos)], PEOPLE).await;
    assert_eq!(page.texts(".fresh-link code").len(), 1);
    bo.see("/admin").await;
    let page = anna.form("close_account", &[("id", &bos)], PEOPLE).await;
    assert!(
        page.says("Kontot är stängt.")
            && page.texts(".entries li").iter().any(|one| one.contains("Kontot är stängt"))
    );
    assert_eq!(bo.send(Method::GET, "/admin", &[]).await.header("location"), "/admin/logga-in");
    assert!(anna.form("renew_link", &[("id", &bos)], PEOPLE).await.says("Öppna det först"));
    assert!(anna.form("open_account", &[("id", &bos)], PEOPLE).await.says("Kontot är öppet igen."));
    assert!(bo.log_in("bo@exempel.se", PASSWORD).await);
    assert!(anna.form("close_account", &[("id", "4711")], PEOPLE).await.says("Kontot finns inte."));
}

#[tokio::test]
async fn own_sessions_are_seen_and_ended() {
    let app = TestApp::empty(AT).await;
    let mut here = admin(&app).await;
    let (mut phone, mut library) = (Browser::new(&app), Browser::new(&app));
    for browser in [&mut phone, &mut library] {
        assert!(browser.log_in("anna@exempel.se", PASSWORD).await);
    }
    let page = here.see(OWN).await;
    let entries = page.texts(".entries > li");
    assert_eq!(entries.len(), 3);
    assert_eq!(entries.iter().filter(|entry| entry.contains("den här webbläsaren")).count(), 1);
    assert!(entries[0].contains("7\u{a0}december 2026 kl.\u{a0}08.00"), "{entries:?}");
    let names = page.attributes("input[name=session]", "value");
    let page = here.form("end_session", &[("session", &names[0])], OWN).await;
    assert!(page.says("Inloggningen är avslutad.") && page.texts(".entries > li").len() == 2);
    let page = here.form("end_session", &[("session", &names[0])], OWN).await;
    assert!(page.says("var redan avslutad"));
    let page = here.form("end_other_sessions", &[], OWN).await;
    assert!(page.says("Alla andra") && page.texts(".entries > li").len() == 1);
    for browser in [&mut phone, &mut library] {
        assert_eq!(browser.send(Method::GET, OWN, &[]).await.header("location"), "/admin/logga-in");
    }
}

#[tokio::test]
async fn the_own_password_is_changed_with_the_old_one() {
    const NEW: &str = "åtta gröna elefanter";
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    for (old, new, field, words) in [
        ("fel fel fel fel", NEW, "old", "Det gamla lösenordet stämmer inte."),
        (PASSWORD, "kort", "password", "för kort"),
        (PASSWORD, "anna@exempel.se", "password", "lätt att gissa"),
    ] {
        let page = anna.form("change_own_password", &[("old", old), ("password", new)], OWN).await;
        assert!(page.says(words), "{:?}", page.texts(".notice"));
        assert_eq!(page.attributes("[aria-invalid]", "id"), [field]);
        assert_eq!(
            page.attributes("input[type=password]", "value").concat(),
            "",
            "a password comes back never"
        );
    }
    let page = anna.form("change_own_password", &[("old", PASSWORD), ("password", NEW)], OWN).await;
    assert!(page.says("Lösenordet är bytt."));
    let mut again = Browser::new(&app);
    assert!(!again.log_in("anna@exempel.se", PASSWORD).await);
    assert!(again.log_in("anna@exempel.se", NEW).await);
}
