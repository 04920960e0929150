//! Staff accounts and one's own account by plain forms: what a browser without JavaScript sends and gets.

use app::staff::Role;
use http::Method;

use crate::browser::{Browser, PASSWORD, add};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const PEOPLE: &str = "/admin/personer";
const OWN: &str = "/admin/konto";

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
    let page = anna.form("staff/invite", &typed, PEOPLE).await;
    assert!(page.says("Bo <b>Öst</b> är inbjuden."), "{:?}", page.texts(".notice"));
    let link = page.texts(".fresh-link code").remove(0);
    let path = link.strip_prefix("http://guldkorn.example").expect("a whole address").to_owned();
    let page = anna.see(PEOPLE).await;
    assert!(page.texts(".notice").is_empty(), "said once, shown once");
    assert!(page.texts(".entries li").iter().any(|entry| entry.contains("Har inte valt lösenord än")));
    assert_eq!(
        page.texts(".rail li > a").concat(),
        "SkrivbordInläggTavlaKalendrarSidorBilderDokumentEtiketterSamtyckenStatistikMeddelandenPersonerInställningarHändelserHjälpMitt konto"
    );

    let mut bo = Browser::new(&app);
    let token = path.rsplit('/').next().unwrap().to_owned();
    assert!(bo.see(&path).await.texts("b").contains(&"bo@exempel.se".to_owned()));
    let response = bo
        .send(Method::POST, "/api/staff/choose_password", &[("token", &token), ("password", "lösenord1234")])
        .await;
    assert_eq!(response.header("location"), path, "a common password comes back to the form");
    assert!(bo.see(&path).await.says("lätt att gissa"));
    bo.form(
        "staff/choose_password",
        &[("token", &token), ("password", "åtta gröna elefanter")],
        "/admin/logga-in",
    )
    .await;
    assert!(bo.log_in("bo@exempel.se", "åtta gröna elefanter").await);
    assert_eq!(
        bo.see("/admin").await.texts(".rail li > a").concat(),
        "SkrivbordInläggTavlaKalendrarSidorBilderDokumentEtiketterSamtyckenStatistikHjälpMitt konto"
    );
    assert_eq!(bo.send(Method::GET, PEOPLE, &[]).await.status, 403);
}

#[tokio::test]
async fn no_link_is_stored() {
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
    let page = anna.see(PEOPLE).await;
    let link = page.texts(".fresh-link code").remove(0);
    let secret = link.rsplit('/').next().unwrap();
    assert_eq!(secret.len(), 64, "{link}");
    assert!(!flashes[0].contains(secret), "{flashes:?}");
}

/// The hash of the one link that there is, and how many times the audit log tells of one.
async fn link_and_entries(app: &TestApp) -> (Vec<u8>, i64) {
    let reader = app.state.db.reader();
    let links: Vec<Vec<u8>> =
        sqlx::query_scalar("select token_hash from password_links").fetch_all(reader).await.unwrap();
    assert_eq!(links.len(), 1);
    let entries =
        sqlx::query_scalar("select count(*) from audit_log where action in ('invited', 'link_renewed')");
    (links.into_iter().next().unwrap(), entries.fetch_one(reader).await.unwrap())
}

#[tokio::test]
async fn a_link_is_made_by_the_act_and_neither_by_its_page_nor_by_a_second_press() {
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    let invitation = [("name", "Bo"), ("email", "bo@exempel.se"), ("role", "writer")];
    anna.send(Method::POST, "/api/staff/invite", &invitation).await;
    let made = link_and_entries(&app).await;
    let page = anna.form("staff/invite", &invitation, PEOPLE).await;
    assert!(page.says("Bo är inbjuden."), "{:?}", page.texts(".notice"));
    let shown = page.texts(".fresh-link code");
    assert_eq!(shown.len(), 1, "the page of the second press shows the link of the first");
    let page = anna.see(PEOPLE).await;
    assert!(page.texts(".fresh-link").is_empty() && page.texts(".entries > li").len() == 2);
    assert_eq!(link_and_entries(&app).await, made);
    let path = shown[0].strip_prefix("http://guldkorn.example").expect("a whole address");
    assert!(
        Browser::new(&app).see(path).await.texts("b").contains(&"bo@exempel.se".to_owned()),
        "and it opens"
    );

    let id = page.id_of("Bo");
    let replaces = page.attributes("input[name=replaces]", "value");
    let replaces = replaces.iter().find(|value| *value != "0").expect("Bo has a link");
    let renewal = [("id", id.as_str()), ("replaces", replaces.as_str())];
    anna.send(Method::POST, "/api/staff/renew_link", &renewal).await;
    let renewed = link_and_entries(&app).await;
    assert!(renewed.0 != made.0 && renewed.1 == made.1 + 1);
    let page = anna.form("staff/renew_link", &renewal, PEOPLE).await;
    let again = page.texts(".fresh-link code");
    assert!(again.len() == 1 && again != shown);
    anna.see(PEOPLE).await;
    assert_eq!(link_and_entries(&app).await, renewed);
    assert_eq!(Browser::new(&app).send(Method::GET, path, &[]).await.status, 410, "the older link ended");
}

#[tokio::test]
async fn invalid_input_comes_back_with_an_error() {
    let app = TestApp::empty(AT).await;
    let mut anna = admin(&app).await;
    for (name, email, field, words) in [
        ("Bo", "bo", "email", "Skriv personens e-postadress"),
        ("Bo", "anna@exempel.se", "email", "har redan ett konto"),
        ("", "bo@exempel.se", "name", "Skriv personens namn"),
    ] {
        let page =
            anna.form("staff/invite", &[("name", name), ("email", email), ("role", "editor")], PEOPLE).await;
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
        let page = anna.form(&format!("staff/{function}"), &form, PEOPLE).await;
        assert!(page.says("Ingen annan administratör kan logga in."), "{function}");
    }
    let page = anna.form("staff/change_role", &[("id", &bos), ("role", "reviewer")], PEOPLE).await;
    assert!(page.says("Bo är nu granskare."));
    assert!(bo.see("/admin").await.texts("main p").contains(&"Du är inloggad som granskare.".to_owned()));
    let page = anna.form("staff/renew_link", &[("id", &bos)], PEOPLE).await;
    assert_eq!(page.texts(".fresh-link code").len(), 1);
    bo.see("/admin").await;
    let page = anna.form("staff/close_account", &[("id", &bos)], PEOPLE).await;
    assert!(
        page.says("Kontot är stängt.")
            && page.texts(".entries li").iter().any(|one| one.contains("Kontot är stängt"))
    );
    assert_eq!(bo.send(Method::GET, "/admin", &[]).await.header("location"), "/admin/logga-in");
    assert!(anna.form("staff/renew_link", &[("id", &bos)], PEOPLE).await.says("Öppna det först"));
    assert!(anna.form("staff/open_account", &[("id", &bos)], PEOPLE).await.says("Kontot är öppet igen."));
    assert!(bo.log_in("bo@exempel.se", PASSWORD).await);
    assert!(anna.form("staff/close_account", &[("id", "4711")], PEOPLE).await.says("Kontot finns inte."));
}

#[tokio::test]
async fn own_sessions_are_listed_and_ended() {
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
    let page = here.form("staff/end_session", &[("session", &names[0])], OWN).await;
    assert!(page.says("Inloggningen är avslutad.") && page.texts(".entries > li").len() == 2);
    let page = here.form("staff/end_session", &[("session", &names[0])], OWN).await;
    assert!(page.says("var redan avslutad"));
    let page = here.form("staff/end_other_sessions", &[], OWN).await;
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
        let page = anna.form("staff/change_own_password", &[("old", old), ("password", new)], OWN).await;
        assert!(page.says(words), "{:?}", page.texts(".notice"));
        assert_eq!(page.attributes("[aria-invalid]", "id"), [field]);
        assert_eq!(
            page.attributes("input[type=password]", "value").concat(),
            "",
            "a password comes back never"
        );
    }
    let page = anna.form("staff/change_own_password", &[("old", PASSWORD), ("password", NEW)], OWN).await;
    assert!(page.says("Lösenordet är bytt."));
    let mut again = Browser::new(&app);
    assert!(!again.log_in("anna@exempel.se", PASSWORD).await);
    assert!(again.log_in("anna@exempel.se", NEW).await);
}
