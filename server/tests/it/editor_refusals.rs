//! Buttons of the editor that are refused: nothing has changed, and nothing that was typed is lost.

use app::calendar::EditionId;
use app::staff::Role;
use http::Method;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const TITLE: &str = "Skrivet just nu";

/// A site with posts in different states, and doors that are free, taken and none of a writer's business.
struct Site<'a> {
    app: &'a TestApp,
    eva: Browser<'a>,
    bo: Browser<'a>,
    free: String,
    scheduled: String,
}

impl<'a> Site<'a> {
    async fn new(app: &'a TestApp) -> Self {
        let mut tx = app.state.db.write_content().await.unwrap();
        sqlx::query("update doors set post_id = null where day = 21").execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
        let edition: EditionId = sqlx::query_scalar("select id from editions where slug = '2026'")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap();
        Self {
            app,
            eva: Browser::of(app, "Eva", Role::Editor).await,
            bo: Browser::of(app, "Bo", Role::Writer).await,
            free: format!("{edition}:21"),
            scheduled: format!("{edition}:24"),
        }
    }

    /// Everything that an act could change, as text.
    async fn snapshot(&self) -> Vec<String> {
        let mut snapshot = Vec::new();
        for query in [
            "select coalesce(group_concat(edition_id || ':' || day || '=' || coalesce(post_id, '-')), '') from doors",
            "select group_concat(id || state || version || coalesce(public_from, '-') || published_revision) from posts",
            "select coalesce(group_concat(post_id || ':' || number), '') from revisions",
            "select coalesce(group_concat(id || action), '') from audit_log",
        ] {
            let text = sqlx::query_scalar(query).fetch_one(self.app.state.db.reader()).await.unwrap();
            snapshot.push(text);
        }
        snapshot
    }

    async fn drafts(&self, post: &str) -> Vec<String> {
        sqlx::query_scalar("select content from drafts where post_id = $1")
            .bind(post.parse::<i64>().unwrap())
            .fetch_all(self.app.state.db.reader())
            .await
            .unwrap()
    }
}

async fn begin(browser: &mut Browser<'_>) -> String {
    let form = [("kind", "guldkorn"), ("form", "story")];
    let response = browser.send(Method::POST, "/api/text/begin", &form).await;
    response.header("location").strip_prefix("/admin/inlagg/").expect("its editor").to_owned()
}

async fn press(browser: &mut Browser<'_>, post: &str, action: &str, typed: &[(&str, &str)]) -> Page {
    let editor = format!("/admin/inlagg/{post}");
    let page = browser.see(&editor).await;
    let hidden = |name: &str| page.attributes(&format!("#text > input[name={name}]"), "value").remove(0);
    let (base, draft) = (hidden("base_revision"), hidden("draft_version"));
    let mut form = vec![
        ("id", post),
        ("base_revision", base.as_str()),
        ("draft_version", draft.as_str()),
        ("action", action),
        ("form", "story"),
    ];
    form.extend(typed.iter().filter(|(name, _)| *name != "base_revision"));
    if let Some(base) = typed.iter().find(|(name, _)| *name == "base_revision") {
        form[1] = *base;
    }
    browser.send(Method::POST, "/api/text/submit", &form).await;
    browser.see(&editor).await
}

/// Who presses which button of which post with what, and the beginning of what is told.
struct Refusal {
    action: &'static str,
    by_editor: bool,
    is_published: bool,
    typed: Vec<(&'static str, String)>,
    told: &'static str,
}

#[tokio::test]
async fn a_refused_action_changes_nothing_and_keeps_what_was_typed() {
    let app = TestApp::demo(AT).await;
    let mut site = Site::new(&app).await;
    let (free, scheduled) = (site.free.clone(), site.scheduled.clone());
    let on = |door: &str| {
        vec![("title", TITLE.to_owned()), ("body", "Text.".to_owned()), ("door", door.to_owned())]
    };
    let without_text = vec![("title", TITLE.to_owned()), ("door", free.clone())];
    let outdated: Vec<_> = on(&free).into_iter().chain([("base_revision", "0".to_owned())]).collect();
    let refusal = |action, by_editor, is_published, typed, told| Refusal {
        action,
        by_editor,
        is_published,
        typed,
        told,
    };
    let refusals = [
        refusal("save", false, false, on(&scheduled), "På den luckan hänger en text"),
        refusal("save", true, false, outdated.clone(), "Någon annan har sparat en nyare version."),
        refusal("mark_ready", false, false, on(&scheduled), "På den luckan hänger en text"),
        refusal("mark_ready", true, false, outdated.clone(), "Någon annan har sparat en nyare version."),
        refusal("publish", true, false, without_text.clone(), "Texten kan inte publiceras än."),
        refusal("publish", true, false, outdated, "Någon annan har sparat en nyare version."),
        refusal("publish", false, false, on(&free), "Be en redaktör om hjälp."),
        refusal("preview", false, false, on(&scheduled), "Luckan är inte bytt"),
        refusal("hang", false, false, on(&scheduled), "På den luckan hänger en text"),
        refusal("hang", false, true, on(&free), "Be en redaktör om hjälp."),
        refusal("make_draft", true, true, on(&free), "Be en redaktör om hjälp."),
        refusal("withdraw", true, false, on(&free), "Texten är inte publicerad."),
        refusal("move_to_trash", false, true, on(&free), "Be en redaktör om hjälp."),
        refusal("restore_from_trash", true, false, on(&free), "Texten ligger inte i papperskorgen."),
        refusal("compare", true, false, on(&free), ""),
    ];
    for Refusal { action, by_editor, is_published, typed, told } in refusals {
        let post = begin(&mut site.bo).await;
        let saved = [("title", "Sparat"), ("body", "Sparad text.")];
        // What is outdated was saved by somebody else: a person's own second window gets a revision instead.
        let other = if by_editor && !is_published { &mut site.bo } else { &mut site.eva };
        press(other, &post, if is_published { "publish" } else { "save" }, &saved).await;
        let before = site.snapshot().await;
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let browser = if by_editor { &mut site.eva } else { &mut site.bo };
        let page = press(browser, &post, action, &typed).await;
        assert!(page.says(told), "{action}, {told}: {:?}", page.texts(".notice"));
        assert_eq!(site.snapshot().await, before, "{action}");
        let drafts = site.drafts(&post).await;
        assert!(drafts.len() == 1 && drafts[0].contains(TITLE), "{action}: {drafts:?}");
    }
}

#[tokio::test]
async fn a_form_without_an_action_is_saved() {
    let app = TestApp::demo(AT).await;
    let mut site = Site::new(&app).await;
    let post = begin(&mut site.bo).await;
    for action in ["", "sjung"] {
        let page = press(&mut site.bo, &post, action, &[("title", TITLE)]).await;
        assert!(page.says("Texten är sparad."), "{:?}", page.texts(".notice"));
    }
}
