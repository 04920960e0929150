//! The audit log's page.

use app::staff::Role;

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const ROOM: &str = "/admin/handelser";

async fn write(app: &TestApp, rows: &[(i64, &str, &str, Option<i64>, &str)]) {
    let mut tx = app.state.db.write_quietly().await.unwrap();
    for (staff, name, action, post, about) in rows {
        sqlx::query("insert into audit_log (at, staff_id, staff_name, action, post_id, about) values (0, $1, $2, $3, $4, $5)")
            .bind(staff)
            .bind(name)
            .bind(action)
            .bind(post)
            .bind(about)
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn post(app: &TestApp, state: &str) -> (i64, String) {
    sqlx::query_as("select id, title from posts where state = $1 order by id limit 1")
        .bind(state)
        .fetch_one(app.state.db.reader())
        .await
        .unwrap()
}

#[tokio::test]
async fn entries_have_links_and_say_nothing_of_withdrawn_texts() {
    let app = TestApp::demo(AT).await;
    let (public, title) = post(&app, "published").await;
    let (withdrawn, secret) = post(&app, "withdrawn").await;
    write(
        &app,
        &[
            (7, "Bo <b>", "published", Some(public), ""),
            (7, "Bo <b>", "hung", Some(public), "lucka 7"),
            (8, "Cia", "withdrawn", Some(withdrawn), ""),
            (8, "Cia", "deleted", Some(4711), ""),
            (8, "Cia", "invited", None, "Dan"),
        ],
    )
    .await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = anna.see(ROOM).await;
    let told = page.texts(".told > li > p:first-child");
    assert_eq!(
        told,
        [
            "Cia bjöd in Dan".to_owned(),
            "Cia raderade texten för gott – en text som inte längre visas".into(),
            "Cia drog tillbaka texten – en text som inte längre visas".into(),
            format!("Bo <b> hängde texten på en lucka {title} (lucka 7)"),
            format!("Bo <b> publicerade texten {title}"),
        ]
    );
    assert!(page.attributes(".told a", "href").iter().all(|to| *to == format!("/admin/inlagg/{public}")));
    assert!(!page.texts("main").concat().contains(&secret));
    let bos = anna.see("/admin/handelser?person=7").await;
    assert_eq!(bos.texts(".told > li").len(), 2);
    assert_eq!(bos.attributes("#person option[selected]", "value"), ["7"]);
    let one = anna.see("/admin/handelser?person=8&vad=invited").await;
    assert_eq!(one.texts(".told > li").len(), 1);
    assert_eq!(anna.see("/admin/handelser?person=x&vad=y&sida=99").await.texts(".told > li").len(), 5);
}

#[tokio::test]
async fn a_long_audit_log_has_pages() {
    let app = TestApp::empty(AT).await;
    let rows: Vec<_> = (0..120).map(|_| (7, "Bo", "tag_added", None, "mod")).collect();
    write(&app, &rows).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = anna.see("/admin/handelser?person=7").await;
    assert_eq!(page.texts(".told > li").len(), 50);
    assert_eq!(page.attributes(".pagination a", "href"), ["/admin/handelser?person=7&sida=2"]);
    let last = anna.see("/admin/handelser?person=7&sida=3").await;
    assert_eq!(last.texts(".told > li").len(), 20);
    assert_eq!(last.attributes(".pagination a", "href"), ["/admin/handelser?person=7&sida=2"]);
}
