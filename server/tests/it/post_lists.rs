//! The dashboard and the lists of texts by plain forms: what a browser without JavaScript sends and gets.

use app::posts::PostKind;
use app::posts::store::{NewPost, add_post};
use app::staff::Role;
use app::time::UnixMillis;
use http::Method;
use scraper::Selector;

use crate::browser::{Browser, PASSWORD, Page, add};
use crate::hostile_texts::texts;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const POSTS: &str = "/admin/inlagg";

async fn somebody(app: &TestApp, role: Role) -> Browser<'_> {
    let email = format!("{}@exempel.se", role.as_str());
    add(app, &email, "Anna", role).await;
    let mut browser = Browser::new(app);
    assert!(browser.log_in(&email, PASSWORD).await);
    browser
}

async fn add_draft(app: &TestApp, kind: PostKind, slug: &str, title: &str) -> String {
    let mut tx = app.state.db.write_content().await.unwrap();
    let now = app.state.clock.now_millis();
    let post = add_post(&mut tx, &NewPost::draft(kind, slug, title), now).await.unwrap();
    tx.commit().await.unwrap();
    post.to_string()
}

/// Sends a form about several texts and loads the list that it redirects to.
async fn many(browser: &mut Browser<'_>, function: &str, posts: &[String], tag: &str, back: &str) -> Page {
    let posts = posts.iter().map(|post| ("posts[]", post.as_str()));
    let form: Vec<_> = posts.chain([("tag", tag), ("back", back)]).collect();
    let response = browser.send(Method::POST, &format!("/api/text/{function}"), &form).await;
    assert_eq!((response.status.as_u16(), response.header("location")), (302, back), "{function}");
    browser.see(back).await
}

/// Sends the undo form of the flash message.
async fn undo(browser: &mut Browser<'_>, page: &Page) -> Page {
    let action = page.attributes(".notice form", "action").remove(0);
    let posts = page.attributes(".notice [name='posts[]']", "value");
    let (tag, back) = (
        page.attributes(".notice [name=tag]", "value").concat(),
        page.attributes(".notice [name=back]", "value").concat(),
    );
    many(browser, action.strip_prefix("/api/text/").expect("a function of ours"), &posts, &tag, &back).await
}

fn titles(page: &Page) -> Vec<String> {
    page.texts(".texts h3")
}

#[tokio::test]
async fn filters_are_in_the_address() {
    let app = TestApp::demo(AT).await;
    let mut anna = somebody(&app, Role::Writer).await;
    let page = anna.see(POSTS).await;
    assert_eq!((titles(&page).len(), page.texts("h1")), (25, vec!["Inlägg".to_owned()]));
    let count = page.texts("h2.count").concat();
    assert!(count.contains(" texter, sida 1 av "), "{count}");
    let next = page.attributes(".pagination [rel=next]", "href").concat();
    assert_eq!(next, "/admin/inlagg?sida=2");
    assert_ne!(titles(&anna.see(&next).await), titles(&page));

    let page = anna.see("/admin/inlagg?q=m%C3%B6j&typ=citat&sort=titel&ar=2026").await;
    assert_eq!(page.attributes("#q", "value"), ["möj"]);
    assert_eq!(page.attributes("#typ [selected]", "value"), ["citat"]);
    assert_eq!(page.attributes("#sort [selected]", "value"), ["titel"]);
    assert_eq!(page.attributes("details[open] #ar [selected]", "value"), ["2026"]);
    let drafts = &page.attributes(".status-filters a", "href")[1];
    assert_eq!(
        drafts, "/admin/inlagg?q=m%C3%B6j&status=utkast&typ=citat&ar=2026&sort=titel",
        "the rest stays"
    );

    let page = anna.see("/admin/inlagg?status=schemalagd&sort=publicering").await;
    let all = page.texts(".texts li").join("\n");
    assert!(all.contains("Lucka 8") && all.contains("Schemalagd till tisdag 8\u{a0}december kl."), "{all}");
    let page = anna.see("/admin/inlagg?q=finnsinte").await;
    assert!(page.texts(".empty").concat().contains("Ingen text passar"), "{:?}", page.texts(".empty"));
    assert_eq!(page.attributes(".empty a", "href"), [POSTS]);
    for nonsense in
        ["sida=999", "sida=0", "status=%20", "sort=%F0%9F%98%80", "q=%22%22%22", "q=*(", "typ=&av="]
    {
        let page = anna.see(&format!("{POSTS}?{nonsense}")).await;
        assert!(!titles(&page).is_empty() || nonsense.starts_with('q'), "{nonsense}");
    }
}

#[tokio::test]
async fn many_texts_are_tagged_at_once_and_untagged_by_undo() {
    let app = TestApp::demo(AT).await;
    let mut anna = somebody(&app, Role::Editor).await;
    let back = "/admin/inlagg?status=publicerad&typ=artikel";
    let page = anna.see(back).await;
    let posts = page.attributes(".tick input", "value")[..3].to_vec();
    let page = many(&mut anna, "tag_many", &posts, "  Små   under ", back).await;
    assert!(page.says("3 texter har fått etiketten Små under."), "{:?}", page.texts(".notice"));
    assert_eq!(titles(&anna.see("/admin/inlagg?etikett=sma-under").await).len(), 3);
    assert_eq!(app.get("/etikett/sma-under").await.status, 200, "readers find it at once");
    let page = many(&mut anna, "tag_many", &posts, "små under", back).await;
    assert!(page.says("Texterna har redan etiketten små under.") && page.texts(".notice form").is_empty());
    let page = many(&mut anna, "untag_many", &posts[..1], "Små under", back).await;
    assert!(page.says("En text har inte längre etiketten Små under."));
    let page = undo(&mut anna, &page).await;
    assert!(page.says("En text har fått etiketten Små under."));
    assert_eq!(titles(&anna.see("/admin/inlagg?etikett=sma-under").await).len(), 3);

    for (posts, tag, words) in [
        (vec![], "mod", "Markera minst en text först."),
        (posts.clone(), " ", "Skriv vilken etikett du menar."),
        (posts.clone(), "mod, hopp", "en etikett i taget"),
    ] {
        let page = many(&mut anna, "tag_many", &posts, tag, back).await;
        assert!(page.says(words), "{:?}", page.texts(".notice"));
        assert!(page.texts("title")[0].starts_with("Fel: "));
        assert_eq!(page.attributes(".tick [checked]", "value").len(), posts.len(), "what was ticked stays");
        assert_eq!(page.attributes("#tag", "value"), [tag]);
    }
}

#[tokio::test]
async fn a_writer_trashes_drafts_and_not_published_texts() {
    let app = TestApp::demo(AT).await;
    let mut bo = somebody(&app, Role::Writer).await;
    let draft = add_draft(&app, PostKind::Article, "ett-utkast", "Ett utkast").await;
    let mut tx = app.state.db.write_quietly().await.unwrap();
    sqlx::query("update posts set created_by = (select id from staff where role = 'writer') where slug = 'ett-utkast'")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let public = bo.see("/admin/inlagg?status=publicerad").await.attributes(".tick input", "value").remove(0);
    let page = many(&mut bo, "trash_many", &[draft.clone(), public], "", POSTS).await;
    assert!(page.says("En text ligger i papperskorgen."));
    assert!(
        page.texts(".notice li").concat().contains("Be en redaktör om hjälp"),
        "{:?}",
        page.texts(".notice")
    );
    assert!(!titles(&page).contains(&"Ett utkast".to_owned()));
    let trash = "/admin/inlagg?status=papperskorg";
    let thrown = bo.see(trash).await;
    assert_eq!(titles(&thrown), ["Ett utkast"]);
    assert!(thrown.texts(".texts li").concat().contains("Raderas för gott om 30 dagar"));
    assert_eq!(thrown.texts(".ticked button"), ["Ta tillbaka"]);
    let page = undo(&mut bo, &page).await;
    assert!(
        page.says("En text är tillbaka ur papperskorgen.")
            && titles(&page).contains(&"Ett utkast".to_owned())
    );
    assert!(bo.see(trash).await.texts(".empty").concat().contains("Papperskorgen är tom."));
    // The redirect leads to one of the two lists, whatever the form says.
    let form = [("posts[]", draft.as_str()), ("back", "//ond.example/?q=mod")];
    let response = bo.send(Method::POST, "/api/text/trash_many", &form).await;
    assert_eq!(response.header("location"), "/admin/inlagg?q=mod");
}

#[tokio::test]
async fn a_reviewer_reads_and_changes_nothing() {
    let app = TestApp::demo(AT).await;
    let mut reviewer = somebody(&app, Role::Reviewer).await;
    for path in ["/admin", POSTS, "/admin/sidor"] {
        let page = reviewer.see(path).await;
        let forms = page.attributes("main form[method=post]", "action");
        assert!(forms.iter().all(|action| action == "/api/staff/log_out"), "{path}: {forms:?}");
        assert!(page.attributes("main a[href^='/admin/inlagg/']", "href").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn titles_are_never_markup() {
    let app = TestApp::empty(AT).await;
    let mut anna = somebody(&app, Role::Editor).await;
    let hostile: Vec<_> =
        texts().into_iter().map(|(_, text)| text).filter(|text| text.len() < 2000).collect();
    let mut tx = app.state.db.write_content().await.unwrap();
    for (number, text) in hostile.iter().enumerate() {
        let post = NewPost::draft(PostKind::Article, format!("t-{number}"), text).with_content(|content| {
            content.author = text.clone();
        });
        add_post(&mut tx, &post, UnixMillis(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut seen = Vec::new();
    for page in 1..=hostile.len().div_ceil(25) {
        let page = anna.see(&format!("{POSTS}?sida={page}")).await;
        assert_eq!(page.0.select(&Selector::parse("main script, main iframe, main img").unwrap()).count(), 0);
        seen.extend(titles(&page));
    }
    let plain = |text: &String| text.replace(|c: char| c.is_whitespace() || c.is_control(), "");
    let (mut seen, mut written): (Vec<_>, Vec<_>) =
        (seen.iter().map(plain).collect(), hostile.iter().map(plain).collect());
    seen.sort_unstable();
    written.sort_unstable();
    assert_eq!(seen, written);
    let desk = anna.see("/admin").await;
    assert_eq!(desk.0.select(&Selector::parse("main script, main img").unwrap()).count(), 0);
}

#[tokio::test]
async fn the_dashboard_shows_what_opens_next_and_what_is_missing() {
    let app = TestApp::demo(AT).await;
    let mut anna = somebody(&app, Role::Editor).await;
    let page = anna.see("/admin").await;
    let next = page.texts(".next").concat();
    assert!(next.contains("Lucka 8: ") && next.contains("i morgon, tisdag 8\u{a0}december kl."), "{next}");
    assert!(page.texts(".warnings").is_empty(), "{:?}", page.texts(".warnings"));
    assert_eq!(page.texts("[aria-labelledby=scheduled] li").len(), 5);

    let mut tx = app.state.db.write_content().await.unwrap();
    let doors = "(select id from editions where slug = '2026')";
    for change in [
        format!("update doors set post_id = null where day = 9 and edition_id = {doors}"),
        format!(
            "update posts set state = 'ready' where id = (select post_id from doors where day = 10 and edition_id = {doors})"
        ),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(change)).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = anna.see("/admin").await;
    let gaps = page.texts(".gaps li");
    assert_eq!(gaps.len(), 2, "{gaps:?}");
    assert!(gaps[0].contains("Lucka 9 öppnas på onsdag och är tom."), "{gaps:?}");
    assert!(gaps[1].contains("Lucka 10 öppnas på torsdag.") && gaps[1].contains("klar men inte publicerad"));
    assert_eq!(page.texts("#waiting").concat(), "Väntar på dig");
    let response =
        anna.send(Method::POST, "/api/text/begin", &[("kind", "guldkorn"), ("form", "quote")]).await;
    let desk = response.header("location").to_owned();
    assert!(desk.starts_with("/admin/inlagg/"), "{desk}");
    let id = desk.strip_prefix("/admin/inlagg/").unwrap();
    let own = "[aria-labelledby=own] a";
    assert!(anna.see("/admin").await.attributes(own, "href").is_empty(), "nothing is written yet");
    let written = [("id", id), ("action", "save"), ("title", "Mod"), ("form", "quote")];
    anna.form("text/submit", &written, &desk).await;
    assert_eq!(anna.see("/admin").await.attributes(own, "href"), std::slice::from_ref(&desk));
}

#[tokio::test]
async fn a_new_site_says_what_to_do_first() {
    let app = TestApp::empty(AT).await;
    let mut anna = somebody(&app, Role::Editor).await;
    let page = anna.see("/admin").await;
    assert!(page.texts(".intro").concat().contains("Börja med att skriva ett inlägg"));
    assert_eq!(page.attributes(".begin [name=kind]", "value").len(), 6);
    let page = anna.see(POSTS).await;
    assert!(page.texts(".empty").concat().contains("Här finns inga texter än."));
    assert_eq!(page.texts(".status-filters").len(), 0, "nothing to filter");
    assert!(anna.see("/admin/sidor").await.texts(".empty").concat().contains("Här finns inga sidor än."));
}

#[tokio::test]
async fn pages_are_listed_apart_and_restored_from_the_trash() {
    let app = TestApp::demo(AT).await;
    let mut anna = somebody(&app, Role::Editor).await;
    let page = anna.see("/admin/sidor").await;
    assert!(
        page.texts(".texts li")
            .iter()
            .any(|row| row.contains("/tillganglighet") && row.contains("Publicerad"))
    );
    let draft = add_draft(&app, PostKind::Page, "en-sida", "En sida").await;
    let page = many(&mut anna, "trash_many", &[draft], "", "/admin/sidor").await;
    assert!(page.says("En text ligger i papperskorgen."));
    assert_eq!(page.texts("[aria-labelledby=thrown] h3"), ["En sida"]);
    let page = undo(&mut anna, &page).await;
    assert!(page.texts("[aria-labelledby=thrown]").is_empty());
    assert!(page.texts(".texts h2").contains(&"En sida".to_owned()));
}
