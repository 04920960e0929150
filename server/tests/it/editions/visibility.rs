//! Publishing an edition and making it a draft again, where the eye is.

use app::staff::Role;

use super::{AT, as_sent, hidden, room_of, shows};
use crate::browser::Browser;
use crate::test_app::TestApp;

const SET: &str = "calendar/set_state";

#[tokio::test]
async fn an_edition_is_published_and_withdrawn_on_its_page_and_on_the_board() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let board = format!("/admin/tavla?kalender={}", room.rsplit('/').next().unwrap());
    for (page, on_board) in [(&room, false), (&board, true)] {
        let shown = anna.see(page).await;
        assert!(shows(&shown, "Lucka 1–7 som är öppen stängs"), "{:?}", shown.texts(".visibility"));
        let mut form = hidden(&shown, ".visibility");
        assert_eq!(form.iter().any(|(name, _)| name == "on_board"), on_board);
        let refused = anna.form(SET, &as_sent(&form), page).await;
        assert!(refused.says("Läsarna märker det här direkt."), "{:?}", refused.texts(".notice"));
        assert_eq!(app.get("/kalender/2026").await.status, 200);
        form.push(("sure".into(), "1".into()));
        let hidden_now = anna.form(SET, &as_sent(&form), page).await;
        assert!(hidden_now.says("Läsarna ser den inte."), "{:?}", hidden_now.texts(".notice"));
        assert_eq!(app.get("/kalender/2026").await.status, 404);
        assert_eq!(app.get("/kalender/2026/lucka/7").await.status, 404);

        let draft = anna.see(page).await;
        assert!(shows(&draft, "Lucka 1–7 öppnas genast. Lucka 8 öppnas"), "{:?}", draft.texts(".visibility"));
        let form = hidden(&draft, ".visibility");
        let published = anna.form(SET, &as_sent(&form), page).await;
        assert!(published.says("Kalendern är publicerad."), "{:?}", published.texts(".notice"));
        assert_eq!(app.get("/kalender/2026/lucka/7").await.status, 200);
    }
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    for page in [&room, &board] {
        assert!(bo.see(page).await.texts(".visibility").is_empty());
    }
}
