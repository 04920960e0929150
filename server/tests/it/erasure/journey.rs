//! What an editor meets who has a story erased.

use app::erasure::erase_due;
use app::staff::Role;
use http::Method;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-20T12:00:00+01:00";
const SOON: &str = "2026-12-20T12:59:00+01:00";
const LATER: &str = "2026-12-20T13:00:00+01:00";

/// Returns ids and addresses of public articles of the demo site.
async fn texts(app: &TestApp, number: usize) -> Vec<(String, String)> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "select id, slug from posts where kind = 'article' and public_from < 1796000000000 order by public_from desc",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let texts = rows.into_iter().take(number).map(|(id, slug)| (id.to_string(), app::paths::post(&slug)));
    texts.collect()
}

async fn consent(browser: &mut Browser<'_>, post: &str, who: &str) {
    let back = format!("/admin/inlagg/{post}/samtycke");
    let form = [
        ("post", post),
        ("seen", "0"),
        ("state", "given"),
        ("who", who),
        ("on_site", "ja"),
        ("given_how", "paper"),
        ("given_on", "2026-12-01"),
    ];
    assert!(browser.form("consent/save", &form, &back).await.says("Samtycket är sparat."));
}

fn labels(page: &Page) -> usize {
    page.attributes("input[name='posts[]']", "value").len()
}

#[tokio::test]
async fn an_hour_to_think_hides_at_once_and_can_be_undone_until_it_has_passed() {
    let app = TestApp::demo(AT).await;
    let (id, path) = texts(&app, 1).await.remove(0);
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    consent(&mut eva, &id, "Ett Påhittat Namn").await;
    let back = format!("/admin/inlagg/{id}/samtycke");
    let form = [("post", &*id), ("posts[]", &*id), ("think", "ja")];
    let page = eva.form("consent/erase", &form, &back).await;
    assert!(page.says("Tas bort för alltid kl.\u{a0}13.00."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get(&path).await.status, 410);
    app.set_clock(SOON);
    erase_due(&app.state).await.unwrap();
    let page = eva.form("consent/act", &[("post", &id), ("act", "regret")], &back).await;
    assert!(page.says("Berättelsen är tillbaka."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get(&path).await.status, 200, "as it was");

    app.set_clock(AT);
    eva.form("consent/erase", &form, &back).await;
    app.set_clock(LATER);
    erase_due(&app.state).await.unwrap();
    assert_eq!(app.get(&path).await.status, 410);
    assert_eq!(eva.send(Method::GET, &back, &[]).await.status, 404);
    let late = eva.send(Method::POST, "/api/consent/act", &[("post", &id), ("act", "regret")]).await;
    assert!(late.status.is_redirection());
    let ledger = eva.see("/admin/samtycken").await;
    assert!(ledger.texts("section[aria-labelledby=erased] li")[0].contains("en text"));
}

#[tokio::test]
async fn all_about_a_person_is_found_and_a_wrong_hit_stays() {
    let app = TestApp::demo(AT).await;
    let texts = texts(&app, 4).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let who = [
        "Ett Påhittat Namn, 070-123 45 67",
        "ett påhittat namn",
        "En kompis, 0701234567",
        "Någon Helt Annan",
    ];
    for ((id, _), who) in texts.iter().zip(who) {
        consent(&mut eva, id, who).await;
    }
    let ids: Vec<&str> = texts.iter().map(|(id, _)| &**id).collect();
    let everything = format!("/admin/inlagg/{}/samtycke/ta-bort?allt=ja", ids[0]);
    let ledger = eva.see("/admin/samtycken").await;
    assert!(ledger.attributes(".entries a", "href").contains(&everything));
    let page = eva.see(&everything).await;
    let mut found = page.attributes("input[name='posts[]'][checked]", "value");
    found.sort();
    let mut expected = ids[..3].to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(!page.texts("main").concat().contains("070-123"), "how to reach the person is not repeated");
    // The third one was a wrong hit.
    let form = [("post", ids[0]), ("posts[]", ids[0]), ("posts[]", ids[1]), ("everything", "ja")];
    let done = eva.send(Method::POST, "/api/consent/erase", &form).await;
    let receipt = done.header("location").to_owned();
    let page = eva.see(&receipt).await;
    assert!(page.texts("main")[0].contains("två texter"));
    assert!(!page.texts("main")[0].contains("Påhittat"), "nothing about the person");
    for ((_, path), status) in texts.iter().zip([410, 410, 200, 200]) {
        assert_eq!(app.get(path).await.status, status, "{path}");
    }
    app.set_clock("2026-12-20T13:00:00+01:00");
    assert_eq!(eva.send(Method::GET, &receipt, &[]).await.status, 404, "a receipt is there for an hour");
}

#[tokio::test]
async fn only_editors_may_and_nothing_happens_by_looking() {
    let app = TestApp::demo(AT).await;
    let (id, path) = texts(&app, 1).await.remove(0);
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let ask = format!("/admin/inlagg/{id}/samtycke/ta-bort");
    assert_eq!(bo.send(Method::GET, &ask, &[]).await.status, 403);
    let form = [("post", &*id), ("posts[]", &*id)];
    let refused = bo.send(Method::POST, "/api/consent/erase", &form).await;
    assert!(!refused.header("location").contains("borttaget"), "{}", refused.header("location"));
    assert_eq!(app.get(&path).await.status, 200);
    let entry = bo.see(&format!("/admin/inlagg/{id}/samtycke")).await;
    assert!(entry.texts("#erase").is_empty());
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    assert_eq!(labels(&eva.see(&ask).await), 1);
    let read = eva.send(Method::GET, &format!("/api/consent/erase?post={id}&posts[]={id}"), &[]).await;
    assert!(!read.status.is_success(), "{}", read.status);
    let page = eva.form("consent/erase", &[("post", &id)], &ask).await;
    assert!(page.says("Välj minst en text."));
    let many: Vec<_> = [("post", &*id)].into_iter().chain([("posts[]", &*id); 201]).collect();
    let page = eva.form("consent/erase", &many, &ask).await;
    assert!(page.says("Välj högst 200 texter åt gången."), "{:?}", page.texts(".notice"));
    let page =
        eva.form("consent/erase", &[("post", &id), ("posts[]", &id), ("posts[]", "99999")], &ask).await;
    assert!(page.says("Inget är gjort."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get(&path).await.status, 200);
}

#[tokio::test]
async fn what_others_use_stays_and_who_links_here_is_told() {
    let app = TestApp::demo(AT).await;
    let texts = texts(&app, 2).await;
    let ((id, path), (other, _)) = (&texts[0], &texts[1]);
    let mut writer = app.state.db.write_content().await.unwrap();
    let picture: String = sqlx::query_scalar("select id from pictures order by id limit 1")
        .fetch_one(&mut *writer)
        .await
        .unwrap();
    for post in [id, other] {
        sqlx::query("update posts set picture_id = $2 where id = $1")
            .bind(post)
            .bind(&picture)
            .execute(&mut *writer)
            .await
            .unwrap();
    }
    sqlx::query(
        "update posts set body_html = body_html || '<p><a href=\"' || $2 || '\">läs</a></p>' where id = $1",
    )
    .bind(other)
    .bind(path)
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let page = eva.see(&format!("/admin/inlagg/{id}/samtycke/ta-bort")).await;
    let links = page.attributes("fieldset a", "href");
    assert!(links.contains(&app::paths::library_picture(&picture)), "{links:?}");
    assert!(links.contains(&format!("/admin/inlagg/{other}")), "{links:?}");
    eva.send(Method::POST, "/api/consent/erase", &[("post", id), ("posts[]", id)]).await;
    let is_there: bool = sqlx::query_scalar("select exists (select 1 from pictures where id = $1)")
        .bind(&picture)
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert!(is_there);
}
