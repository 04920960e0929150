//! A new edition made from an earlier one.

use app::staff::Role;
use http::Method;

use super::{AT, ROOM, as_sent, hidden, room_of, shows};
use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

/// Returns what the form would send as it stands, with some fields replaced or added.
fn typed(page: &Page, others: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut form = hidden(page, "form.long");
    for name in ["title", "slug", "first_day", "days", "opens_at", "reminds_at"] {
        form.push((format!("edition[{name}]"), page.attributes(&format!("#{name}"), "value").remove(0)));
    }
    form.push(("edition[time_zone]".into(), "Europe/Stockholm".into()));
    for (name, value) in others {
        form.retain(|(known, _)| known != name || name.ends_with("[]"));
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

#[tokio::test]
async fn next_years_edition_is_made_from_this_years_with_the_chosen_texts_as_drafts() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let id = room_of(&app, "2026").await.rsplit('/').next().unwrap().to_owned();
    let new = format!("/admin/kalendrar/ny?efter={id}");
    let links = anna.see(ROOM).await.attributes(".entries a", "href");
    assert!(links.contains(&new), "{links:?}");
    assert!(anna.see("/admin/kalendrar/ny").await.attributes(".earlier a", "href").contains(&new));
    let page = anna.see(&new).await;
    assert!(shows(&page, "Dag 1 blir onsdag 1\u{a0}december 2027"), "{:?}", page.texts("main p"));
    assert!(shows(&page, "13 Lucia"), "the names of days come along");
    assert_eq!(page.attributes("#first_day", "value"), ["2027-12-01"]);
    assert_eq!(page.attributes("input[name=texts][checked]", "value"), [""], "no texts, unless chosen");

    // What is refused keeps what was chosen.
    let chosen = [("texts", "chosen"), ("text_days[]", "1"), ("text_days[]", "13")];
    let wrong = [&chosen[..], &[("edition[slug]", "2026")]].concat();
    let page = anna.form("calendar/create_edition", &as_sent(&typed(&page, &wrong)), &new).await;
    assert_eq!(page.attributes(".notice a", "href"), ["#slug"]);
    assert_eq!(page.attributes("input[name=texts][checked]", "value"), ["chosen"]);
    assert_eq!(page.attributes("input[name='text_days[]'][checked]", "value"), ["1", "13"]);

    let form = typed(&page, &[&chosen[..], &[("edition[slug]", "2027")]].concat());
    let response = anna.send(Method::POST, "/api/calendar/create_edition", &as_sent(&form)).await;
    let made = response.header("location").to_owned();
    let page = anna.see(&made).await;
    assert!(page.says("2 texter följde med som utkast."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#label-13", "value"), ["Lucia"]);
    let days = page.texts(".edition-days > li");
    assert!(days[0].contains("utkast") && days[0].contains("Kopia av ”"), "{}", days[0]);
    assert!(days[1].contains("ingen text"), "{}", days[1]);

    // Nothing of it is public, and what is public is as it was.
    assert_eq!(app.get("/kalender/2027").await.status, 404);
    let public: i64 = sqlx::query_scalar(
        "select count(*) from copied_posts c join posts p on p.id = c.post_id
         where p.public_from is not null or p.published_at is not null or p.state <> 'draft'",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    assert_eq!(public, 0);
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    assert!(!shows(&bo.see(ROOM).await, "Ny kalender från den här"));
    assert_eq!(bo.send(Method::GET, &new, &[]).await.status, 403);
}
