//! Comments by somebody who has a review link and no account.

use http::Method;

use super::*;
use crate::browser::Page;
use crate::test_app::TestResponse;

const BEGIN: &str = "http://guldkorn.example";

async fn shared_text() -> (TestApp, PostId) {
    let app = TestApp::demo(AT).await;
    let post = draft(&app, PostKind::Article, "delad").await;
    (app, post)
}

/// Creates a link by the form and returns its path.
async fn share(anna: &mut Browser<'_>, post: PostId, comments: &str) -> String {
    let post = post.to_string();
    let back = format!("/admin/forhandsvisning/text/{post}#dela");
    let page = anna.form("staff/share", &[("post", &post), ("comments", comments)], &back).await;
    page.texts(".fresh-link code").remove(0).strip_prefix(BEGIN).expect("a whole address").to_owned()
}

async fn send(visitor: &mut Browser<'_>, link: &str, name: &str, words: &str, body: &str) -> TestResponse {
    visitor.send(Method::POST, link, &[("namn", name), ("ord", words), ("kommentar", body)]).await
}

fn assert_private(response: &TestResponse) {
    assert_eq!(response.header("cache-control"), "private, no-store");
    assert_eq!(response.header("referrer-policy"), "no-referrer");
    assert_eq!(response.header("x-robots-tag"), "noindex, nofollow");
    assert!(response.headers.get("set-cookie").is_none());
}

async fn count(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from comments").fetch_one(app.state.db.reader()).await.unwrap()
}

#[tokio::test]
async fn somebody_outside_comments_with_a_name_and_staff_see_it() {
    let (app, post) = shared_text().await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let link = share(&mut anna, post, "1").await;
    let mut visitor = Browser::new(&app);
    let page = visitor.see(&link).await;
    assert_eq!(page.texts("#kommentera h2"), ["Kommentera texten"]);
    assert!(page.texts("script").is_empty());
    let response = send(&mut visitor, &link, "Åsa <b>", "brödtext", "<script>alert(1)</script>").await;
    assert_private(&response);
    let back = format!("{link}?tack#kommentera");
    assert_eq!((response.status.as_u16(), response.header("location")), (303, back.as_str()));
    let page = visitor.see(&format!("{link}?tack")).await;
    assert!(page.says("Redaktionen har fått din kommentar."));
    assert!(!page.0.html().contains("alert(1)"), "comments are not shown outside");
    let page = anna.see(&format!("/admin/inlagg/{post}/kommentarer")).await;
    let heading = "Kommentar 1 av 1, av Åsa <b> (utanför redaktionen), om: brödtext";
    assert_eq!(page.texts(".comment h3"), [heading]);
    assert_eq!(page.texts(".comment > .comment-body"), ["<script>alert(1)</script>"]);
    let page = anna.see(&format!("/admin/forhandsvisning/text/{post}")).await;
    assert!(page.texts(".entries li")[0].contains("Den som har länken kan kommentera."));
}

#[tokio::test]
async fn what_is_refused_stays_typed_and_everything_is_bounded() {
    let (app, post) = shared_text().await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let link = share(&mut anna, post, "1").await;
    let mut visitor = Browser::new(&app);
    for (name, words, body, why) in [
        ("", "", "Bra.", "Skriv vad du heter"),
        (&*"å".repeat(61), "", "Bra.", "Korta namnet till högst 60 tecken."),
        ("Åsa", "", " ", "Skriv din kommentar först."),
        ("Åsa", "", &*"å".repeat(1001), "Korta den till högst 1000 tecken."),
        ("Åsa", "</textarea><script>", "Bra.", "De orden står inte så i texten."),
    ] {
        let response = send(&mut visitor, &link, name, words, body).await;
        assert_eq!(response.status, 422, "{why}");
        assert_private(&response);
        let page = Page(scraper::Html::parse_document(response.text()));
        assert!(page.says(why), "{why}: {:?}", page.texts(".notice"));
        assert_eq!(page.attributes("#namn", "value"), [name]);
        assert_eq!(page.attributes("#ord", "value"), [words]);
        assert_eq!(page.texts("#kommentar")[0].trim(), body.trim());
    }
    assert_eq!(count(&app).await, 0);
    for number in 0..10 {
        assert_eq!(send(&mut visitor, &link, "Åsa", "", &format!("{number}")).await.status, 303);
    }
    let response = send(&mut visitor, &link, "Åsa", "", "En till.").await;
    assert!(response.status == 422 && response.text().contains("Vänta en timme"));
    for hour in ["10", "11"] {
        app.set_clock(&format!("2026-11-20T{hour}:30+01:00"));
        for number in 0..10 {
            assert_eq!(send(&mut visitor, &link, "Åsa", "", &format!("{hour} {number}")).await.status, 303);
        }
    }
    app.set_clock("2026-11-20T13:30+01:00");
    let response = send(&mut visitor, &link, "Åsa", "", "En till.").await;
    assert!(response.status == 422 && count(&app).await == 30, "thirty by one link");
    let other = share(&mut anna, post, "1").await;
    assert_eq!(send(&mut visitor, &other, "Bo", "", "Hej.").await.status, 303, "another link has its own");
}

#[tokio::test]
async fn a_link_that_only_shows_or_was_ended_takes_nothing() {
    let (app, post) = shared_text().await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let mut visitor = Browser::new(&app);
    let only_shows = share(&mut anna, post, "").await;
    assert!(visitor.see(&only_shows).await.texts("#kommentera").is_empty());
    assert_eq!(send(&mut visitor, &only_shows, "Åsa", "", "Bra.").await.status, 404);
    let link = share(&mut anna, post, "1").await;
    assert_eq!(send(&mut visitor, &link, "Åsa", "", "Bra.").await.status, 303);
    let (id, room) = (post.to_string(), format!("/admin/forhandsvisning/text/{post}#dela"));
    let newest = anna.see(&room).await.attributes("input[name=link]", "value").remove(0);
    anna.form("staff/unshare", &[("post", &id), ("link", &newest)], &room).await;
    let response = send(&mut visitor, &link, "Åsa", "", "Bra.").await;
    assert_eq!(response.status, 404);
    assert_private(&response);
    let page = anna.see(&format!("/admin/inlagg/{post}/kommentarer")).await;
    assert_eq!(page.texts(".comment").len(), 1, "what was written stays with the staff");
    let unknown = format!("/delad/{}", "0".repeat(64));
    assert_eq!(send(&mut visitor, &unknown, "Åsa", "", "Bra.").await.status, 404);
    assert_eq!(count(&app).await, 1);
}
