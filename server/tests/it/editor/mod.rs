//! The editor by plain forms: what a browser without JavaScript sends and gets.

mod actions;
mod hostile;

use app::calendar::EditionId;
use http::Method;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

/// The longest hostile texts that are sent, for single-line fields and for the body.
const LINE: usize = 500;
const TEXT: usize = 5_000;

/// Creates a text and returns its id.
async fn begin(browser: &mut Browser<'_>, form: &[(&str, &str)]) -> String {
    let response = browser.send(Method::POST, "/api/text/begin", form).await;
    let path = response.header("location").to_owned();
    path.strip_prefix("/admin/inlagg/").expect("its desk").to_owned()
}

/// Returns the id of the demo site's edition of 2026.
async fn edition(app: &TestApp) -> EditionId {
    let id = sqlx::query_scalar("select id from editions where slug = '2026'");
    id.fetch_one(app.state.db.reader()).await.unwrap()
}

/// Returns the value of a hidden field.
fn hidden(page: &Page, name: &str) -> String {
    page.attributes(&format!("#text > input[name={name}]"), "value").remove(0)
}

/// Loads the editor, sends its form with some fields changed, and loads the editor again.
async fn press(browser: &mut Browser<'_>, id: &str, action: &str, typed: &[(&str, &str)]) -> Page {
    let desk = format!("/admin/inlagg/{id}");
    let page = browser.see(&desk).await;
    press_on(browser, &page, id, action, typed).await
}

/// Sends the form of an editor that is already loaded.
async fn press_on(
    browser: &mut Browser<'_>,
    page: &Page,
    id: &str,
    action: &str,
    typed: &[(&str, &str)],
) -> Page {
    let desk = format!("/admin/inlagg/{id}");
    let (base, draft) = (hidden(page, "base_revision"), hidden(page, "draft_version"));
    let mut form = vec![
        ("id", id),
        ("base_revision", base.as_str()),
        ("draft_version", draft.as_str()),
        ("action", action),
    ];
    form.extend_from_slice(typed);
    browser.form("text/submit", &form, &desk).await
}
