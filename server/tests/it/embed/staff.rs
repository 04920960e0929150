//! What staff decide and copy.

use app::staff::Role;

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const SETTINGS: &str = "/admin/installningar/delning";

#[tokio::test]
async fn an_admin_names_the_sites_and_an_editor_copies_the_code() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let before = anna.see("/admin/kalendrar/1").await;
    assert!(before.says("Ingen annan webbplats får visa kalendern än."));
    let fields = |origins: &'static str| {
        [("section", "delning"), ("version", "0"), ("fields[origins]", origins), ("fields[anyone]", "")]
    };
    let refused =
        anna.form("site/save_settings", &fields("https://bra.example\r\nkommun.example"), SETTINGS).await;
    assert!(refused.says("Skriv hela adressen i stället för ”kommun.example”"));
    let saved = anna.form("site/save_settings", &fields("https://www.kommun.example/start"), SETTINGS).await;
    assert_eq!(saved.texts("textarea"), ["https://www.kommun.example"]);
    let policy = app.get("/kalender/2026/ram").await.header("content-security-policy").to_owned();
    assert!(policy.ends_with("frame-ancestors 'self' https://www.kommun.example"), "{policy}");
    let mut erik = Browser::of(&app, "Erik", Role::Editor).await;
    let page = erik.see("/admin/kalendrar/1").await;
    assert!(!page.says("Ingen annan webbplats får visa kalendern än."));
    let code = page.texts("#kod").concat();
    assert!(code.starts_with("<iframe src=\"http://127.0.0.1:3000/kalender/"), "{code}");
    for part in
        ["title=\"", "loading=\"lazy\"", "aspect-ratio", "frame-sizing:content-height", "<p><a href=\""]
    {
        assert!(code.contains(part), "{part}");
    }
}
