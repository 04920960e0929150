//! Review links for readers without an account.

use app::media::PictureId;
use app::posts::{Act, AltMode, PostId, publish, trash};
use app::staff::accounts;
use app::time::UnixMillis;
use http::Method;
use scraper::{Html, Selector};

use super::*;
use crate::test_app::TestResponse;

const BEGIN: &str = "http://guldkorn.example";

fn room(post: PostId) -> String {
    format!("/admin/forhandsvisning/text/{post}")
}

/// Creates a link by the form and returns its path.
async fn share(anna: &mut Browser<'_>, post: PostId) -> String {
    let form = [("post", post.to_string())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let page = anna.form("staff/share", &form, &format!("{}#dela", room(post))).await;
    let link = page.texts(".fresh-link code").remove(0);
    link.strip_prefix(BEGIN).expect("a whole address").to_owned()
}

/// Adds a picture with a file.
async fn picture(app: &TestApp, number: u8) -> String {
    let id: PictureId = format!("{number:032x}").parse().unwrap();
    app::media::files::write(&app.state.media_folder, id, [("480.webp", &b"bild"[..])]).unwrap();
    let variant = app::media::store::Variant {
        name: "480.webp".into(),
        media_type: "image/webp".into(),
        width: 480,
        bytes: 4,
    };
    let picture = app::media::store::NewPicture {
        id,
        width: 480,
        height: 320,
        variants: vec![variant],
        alt: String::new(),
        added_by: None,
    };
    let mut writer = app.state.db.write_content().await.unwrap();
    app::media::store::add_picture(&mut writer, &picture, UnixMillis(0)).await.unwrap();
    writer.commit().await.unwrap();
    id.to_string()
}

fn assert_private(response: &TestResponse, address: &str) {
    assert_eq!(response.header("cache-control"), "private, no-store", "{address}");
    assert_eq!(response.header("referrer-policy"), "no-referrer", "{address}");
    assert_eq!(response.header("x-robots-tag"), "noindex, nofollow", "{address}");
    assert!(response.headers.get("set-cookie").is_none(), "{address}");
}

#[tokio::test]
async fn the_saved_text_is_shown_with_its_pictures_and_nothing_else_unpublished() {
    let app = TestApp::demo(AT).await;
    let [mut anna, _] = with_staff(&app).await;
    let edition = draft_edition(&app).await;
    let post = hung(&app, edition, 1, "kanarie-delad").await;
    let others = [
        hung(&app, edition, 2, "kanarie-granne").await,
        draft(&app, PostKind::Article, "kanarie-tidig").await,
        draft(&app, PostKind::Voice, "kanarie-rost").await,
    ];
    let mut writer = app.state.db.write_content().await.unwrap();
    for other in others {
        // Public before the day of the shared text.
        let publish = sqlx::query("update posts set state = 'published', published_at = $2 where id = $1");
        let soon = app.state.clock.now_millis() + 60_000;
        publish.bind(other).bind(soon).execute(&mut *writer).await.unwrap();
    }
    writer.commit().await.unwrap();
    let (lead, inner, foreign) = (picture(&app, 1).await, picture(&app, 2).await, picture(&app, 3).await);
    let mut saved = text("Delad rubrik");
    saved.picture = Some(lead.clone());
    saved.picture_alt_mode = AltMode::Decorative;
    saved.body = format!("Delad brödtext.\n\n![](/media/{inner}/480.webp#480x320)\n");
    save_version(&app, post, 0, &saved).await;
    let link = share(&mut anna, post).await;
    assert_eq!(link.len(), "/delad/".len() + 64);
    let response = app.get(&link).await;
    assert_eq!(response.status, 200);
    assert_private(&response, &link);
    let told = response.text();
    assert!(told.contains("Delad rubrik") && told.contains("Delad brödtext."));
    for secret in ["kanarie-granne", "kanarie-tidig", "kanarie-rost", "Hemlig kalender", "Lucka 8"] {
        assert!(!told.contains(secret), "it tells of {secret}");
    }
    let page = Html::parse_document(told);
    let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!(count("script, meta[property], link[rel=canonical]"), 0);
    assert_eq!(
        (count("meta[name=robots][content~=noindex], meta[name=robots]"), count("aside.preview")),
        (1, 1)
    );
    assert!(told.contains("Länken gäller till och med 4\u{a0}december 2026."), "{told}");
    assert_eq!(count("a[href^='/delad'], a[href^='/admin']"), 0, "links lead to the site as it is");
    for id in [&lead, &inner] {
        let picture = format!("{link}/media/{id}/480.webp");
        assert!(told.contains(&picture), "{picture}");
        let response = app.get(&picture).await;
        assert_eq!((response.status.as_u16(), &response.body[..]), (200, &b"bild"[..]));
        assert_private(&response, &picture);
        assert_eq!(app.get(&format!("/media/{id}/480.webp")).await.status, 404, "not public");
    }
    for nothing in [
        format!("{link}/media/{foreign}/480.webp"),
        format!("{link}/media/{lead}/960.webp"),
        format!("/delad/{}/media/{lead}/480.webp", "0".repeat(64)),
    ] {
        assert_eq!(app.get(&nothing).await.status, 404, "{nothing}");
    }
}

#[tokio::test]
async fn a_link_is_shown_once_listed_ended_and_logged() {
    let app = TestApp::empty(AT).await;
    let [mut anna, mut bo] = with_staff(&app).await;
    let post = draft(&app, PostKind::Article, "kanarie-delad").await;
    let (one, other) = (share(&mut anna, post).await, share(&mut anna, post).await);
    let page = anna.see(&room(post)).await;
    assert!(page.texts(".fresh-link").is_empty(), "said once, shown once");
    let entries = page.texts(".entries > li");
    assert_eq!(entries.len(), 2);
    assert!(
        entries[0].contains("Skapad av Anna 20\u{a0}november 2026 kl.\u{a0}08.00.")
            && entries[0].contains("Gäller till 4\u{a0}december 2026"),
        "{entries:?}"
    );
    assert!(bo.see(&room(post)).await.texts(".entries").is_empty());
    let form =
        [("post", post.to_string()), ("link", page.attributes("input[name=link]", "value")[0].clone())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let back = format!("{}#dela", room(post));
    assert!(anna.form("staff/unshare", &form, &back).await.says("Länken är avslutad."));
    assert!(anna.form("staff/unshare", &form, &back).await.says("redan avslutad"));
    assert_eq!((app.get(&one).await.status.as_u16(), app.get(&other).await.status.as_u16()), (200, 404));
    let actions: Vec<(String, PostId)> = sqlx::query_as(
        "select action, post_id from audit_log where action in ('shared', 'unshared') order by id",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let named = |action: &str| (action.to_owned(), post);
    assert_eq!(actions, [named("shared"), named("shared"), named("unshared")]);
    let written: Vec<String> =
        sqlx::query_scalar("select content from flashes").fetch_all(app.state.db.reader()).await.unwrap();
    let secret = one.rsplit('/').next().unwrap();
    assert!(written.iter().all(|content| !content.contains(secret)));
    let kept = String::from_utf8_lossy(&bytes(&app).await).into_owned();
    assert!(!kept.contains(secret), "the secret is nowhere in the database");
}

#[tokio::test]
async fn a_link_is_created_by_the_form_and_its_secret_is_stored_nowhere() {
    let app = TestApp::empty(AT).await;
    let [mut anna, mut bo] = with_staff(&app).await;
    let post = draft(&app, PostKind::Article, "kanarie-delad").await;
    let links = "select count(*) from review_links";
    let count =
        || async { sqlx::query_scalar::<_, i64>(links).fetch_one(app.state.db.reader()).await.unwrap() };
    let form = [("post", post.to_string())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(anna.send(Method::POST, "/api/staff/share", &form).await.status, 302);
    assert_eq!(count().await, 1, "before any page is rendered");
    let waiting = String::from_utf8_lossy(&bytes(&app).await).into_owned();
    assert!(waiting.contains("new_link"), "the message waits in the database");
    assert!(bo.see(&room(post)).await.texts(".fresh-link").is_empty());
    let link = anna.see(&room(post)).await.texts(".fresh-link code").remove(0);
    let link = link.strip_prefix(BEGIN).unwrap();
    assert!(!waiting.contains(link.rsplit('/').next().unwrap()));
    assert_eq!((app.get(link).await.status.as_u16(), count().await), (200, 1));
}

#[tokio::test]
async fn every_invalid_link_gets_the_same_response() {
    let app = TestApp::empty(AT).await;
    let [mut anna, _] = with_staff(&app).await;
    let by = anna_of(&app).await;
    let mut ida = Browser::of(&app, "Ida", Role::Editor).await;
    let left = share(&mut ida, draft(&app, PostKind::Article, "kanarie-slutat").await).await;
    assert_eq!(app.get(&left).await.status, 200);
    accounts::disable(&app.state.db, "ida@exempel.se").await.unwrap();
    let [expired, withdrawn, trashed] = [
        draft(&app, PostKind::Article, "kanarie-gammal").await,
        draft(&app, PostKind::Article, "kanarie-tillbaka").await,
        draft(&app, PostKind::Article, "kanarie-skrap").await,
    ];
    let links =
        [share(&mut anna, expired).await, share(&mut anna, withdrawn).await, share(&mut anna, trashed).await];
    for link in &links {
        assert_eq!(app.get(link).await.status, 200);
    }
    let content = prepared(&app, withdrawn, &text("Publik")).await;
    let mut act = Act::begin(&app.state, &by).await.unwrap();
    publish::publish(&mut act, basis(withdrawn, 0), &content).await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(app.get(&links[1]).await.status, 200, "a published text may be shared");
    let mut act = Act::begin(&app.state, &by).await.unwrap();
    publish::withdraw(&mut act, withdrawn, None).await.unwrap();
    trash::move_to_trash(&mut act, trashed).await.unwrap();
    act.commit().await.unwrap();
    let told = |response: &TestResponse| (response.status.as_u16(), response.text().to_owned());
    let unknown = told(&app.get(&format!("/delad/{}", "0".repeat(64))).await);
    assert_eq!(unknown.0, 404);
    assert!(unknown.1.contains("Länken gäller inte"));
    for link in [&*links[1], &*links[2], &*left, "/delad/x", "/delad/%3Cb%3E"] {
        let response = app.get(link).await;
        assert_eq!(told(&response), unknown, "{link}");
        assert_private(&response, link);
    }
    let mut act = Act::begin(&app.state, &by).await.unwrap();
    trash::restore_from_trash(&mut act, trashed).await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(app.get(&links[2]).await.status, 404, "what was ended stays ended");
    app.set_clock("2026-12-04T07:59:59+01:00");
    assert_eq!(app.get(&links[0]).await.status, 200);
    app.set_clock("2026-12-04T08:00+01:00");
    assert_eq!(told(&app.get(&links[0]).await), unknown);

    let mut anna = Browser::new(&app);
    assert!(anna.log_in(ANNA, PASSWORD).await);
    let form = [("post", withdrawn.to_string())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let page = anna.form("staff/share", &form, &format!("{}#dela", room(withdrawn))).await;
    assert!(page.says("går inte att dela") && page.texts(".fresh-link").is_empty());
    assert_eq!(page.attributes("form[action='/api/staff/share']", "action").len(), 0);
    let post = anna.send(Method::POST, &links[0], &[]).await;
    assert_eq!(post.status, 404, "it takes no comments either");
}
