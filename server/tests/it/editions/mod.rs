//! The editions' pages for staff, by plain forms.

mod as_of;
mod days;
mod deleting;
mod earlier;
mod saving;
mod visibility;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const ROOM: &str = "/admin/kalendrar";
const SAVE: &str = "calendar/save_edition";

/// Returns the fields of an edition's form, with some replaced.
async fn form(browser: &mut Browser<'_>, room: &str, others: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.see(room).await;
    let mut form: Vec<(String, String)> = ["id", "version"]
        .map(|name| {
            (name.to_owned(), page.attributes(&format!("#kalender input[name={name}]"), "value").remove(0))
        })
        .into();
    for name in [
        "title",
        "lead_before",
        "lead",
        "lead_last",
        "lead_after",
        "best_doors",
        "slug",
        "first_day",
        "days",
        "opens_at",
        "reminds_at",
    ] {
        form.push((format!("edition[{name}]"), page.attributes(&format!("#{name}"), "value").remove(0)));
    }
    form.push(("edition[introduction]".into(), page.texts("#introduction").remove(0)));
    for name in ["shows_reads", "time_zone", "scene", "order", "state"] {
        let chosen = page.attributes(&format!("#{name} option[selected]"), "value").remove(0);
        form.push((format!("edition[{name}]"), chosen));
    }
    for (name, value) in others {
        form.retain(|(known, _)| known != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

/// Returns what the hidden fields of a form on a page send.
fn hidden(page: &Page, form: &str) -> Vec<(String, String)> {
    let fields = format!("{form} input[type=hidden]");
    let names = page.attributes(&fields, "name").into_iter();
    names.zip(page.attributes(&fields, "value")).filter(|(name, _)| name != "idempotency_key").collect()
}

/// Whether the page says something, wherever it stands.
fn shows(page: &Page, words: &str) -> bool {
    page.texts("main").concat().contains(words)
}

fn as_sent(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Returns the path of the staff's page for the edition with a slug.
async fn room_of(app: &TestApp, slug: &str) -> String {
    let id: i64 = sqlx::query_scalar("select id from editions where slug = $1")
        .bind(slug)
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    format!("{ROOM}/{id}")
}
