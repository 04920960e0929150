//! The review of the statement.

use app::staff::Role;

use super::shows;
use crate::browser::Browser;
use crate::test_app::TestApp;

#[tokio::test]
async fn no_change_moves_only_the_day_of_the_review() {
    let app = TestApp::demo("2027-10-24T08:00+02:00").await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    assert!(anna.see("/admin").await.says("Se över tillgänglighetsredogörelsen"));
    let section = "/admin/installningar/tillganglighet";
    assert!(shows(&anna.see(section).await, "Det är snart ett år sedan."));
    let done = anna.form("site/confirm_statement", &[], section).await;
    assert!(done.says("översedd den 24\u{a0}oktober 2027"), "{:?}", done.texts(".notice"));
    assert!(!anna.see("/admin").await.says("Se över tillgänglighetsredogörelsen"));
    let text = app
        .get("/tillganglighet")
        .await
        .text()
        .replace('\u{ad}', "")
        .replace('\u{a0}', " ")
        .replace("&nbsp;", " ");
    assert!(text.contains("uppdaterades senast den 23 november 2026"), "{text}");
    assert!(text.contains("senaste översynen gjordes den 24 oktober 2027"));
}
