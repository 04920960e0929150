//! What lies on whose dashboard, against a real database.

use super::Dashboard;
use super::store::DashboardPost;
use crate::posts::autosave::autosave;
use crate::posts::publish::{mark_ready, publish};
use crate::posts::save::{Basis, save};
use crate::posts::store::{NewPost, add_post, texts};
use crate::posts::testing::act;
use crate::posts::{DraftVersion, PostContent, PostId, PostKind, PreparedContent, Revision};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

const DAY: i64 = 24 * 60 * 60_000;

async fn people(site: &TestSite) -> (Staff, Staff) {
    site.add_staff("anna@exempel.se", Role::Editor).await;
    site.add_staff("bo@exempel.se", Role::Writer).await;
    let person = |id, name: &str, role| Staff { id, email: String::new(), name: name.into(), role };
    (person(StaffId(1), "Anna", Role::Editor), person(StaffId(2), "Bo", Role::Writer))
}

async fn begun(site: &TestSite, by: &Staff) -> PostId {
    let mut tx = site.state.db.write_quietly().await.unwrap();
    let empty = PreparedContent::new(PostKind::Article, PostContent::default());
    let post = texts::create(&mut tx, &empty, by.id, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    post
}

fn text(title: &str) -> PreparedContent {
    let content = PostContent { title: title.into(), body: "En text.".into(), ..PostContent::default() };
    PreparedContent::new(PostKind::Article, content)
}

fn basis(post: PostId, base: i64) -> Basis {
    Basis { post, base_revision: Revision(base), draft_version: DraftVersion::NONE }
}

fn titles(texts: &[DashboardPost]) -> Vec<String> {
    texts.iter().map(|text| text.title.clone()).collect()
}

#[tokio::test]
async fn a_new_site_has_an_empty_desk() {
    let site = TestSite::new().await;
    let (anna, _) = people(&site).await;
    let dashboard = Dashboard::of(&site.state, &anna).await.unwrap();
    assert!(dashboard.is_fresh && dashboard.ahead.next.is_none() && dashboard.recent.is_empty());
    assert!(dashboard.own.is_empty() && dashboard.waiting.is_empty() && dashboard.scheduled.is_empty());
}

#[tokio::test]
async fn everybody_goes_on_with_what_is_theirs() {
    let site = TestSite::new().await;
    let (anna, bo) = people(&site).await;
    let (state, begun_by_bo, other) = (&site.state, begun(&site, &bo).await, begun(&site, &anna).await);
    for (post, by, text) in [(begun_by_bo, &bo, text("Bos")), (other, &anna, text("Annas"))] {
        act!(state, by, save, basis(post, 0), &text).unwrap();
    }
    let dashboard = Dashboard::of(state, &bo).await.unwrap();
    assert_eq!(titles(&dashboard.own), ["Bos"]);

    // Not saved yet, in a text that somebody else began.
    site.advance(1000);
    act!(state, &bo, autosave, basis(other, 1), &text("Annas, av Bo")).unwrap();
    let dashboard = Dashboard::of(state, &bo).await.unwrap();
    assert_eq!(titles(&dashboard.own), ["Annas, av Bo", "Bos"]);
    let own = Dashboard::of(state, &anna).await.unwrap().own;
    assert_eq!(titles(&own), ["Annas, av Bo"], "the newest words, whoever wrote them");
    assert_eq!(own[0].draft_by.as_deref(), Some("Anna"), "the fixture's only name");
}

#[tokio::test]
async fn what_is_ready_and_what_was_changed_waits_for_an_editor() {
    let site = TestSite::new().await;
    let (anna, bo) = people(&site).await;
    let (state, ready, changed) = (&site.state, begun(&site, &bo).await, begun(&site, &bo).await);
    act!(state, &bo, mark_ready, basis(ready, 0), &text("Klar")).unwrap();
    site.advance(1000);
    act!(state, &anna, publish, basis(changed, 0), &text("Ute")).unwrap();
    assert_eq!(titles(&Dashboard::of(state, &anna).await.unwrap().waiting), ["Klar"]);
    act!(state, &bo, save, basis(changed, 1), &text("Ändrad")).unwrap();
    let dashboard = Dashboard::of(state, &anna).await.unwrap();
    assert_eq!(titles(&dashboard.waiting), ["Klar", "Ändrad"]);
    assert!(dashboard.own.is_empty(), "they are Bo's");
    let told: Vec<_> = dashboard
        .recent
        .iter()
        .map(|line| (line.staff_name.as_str(), line.action.as_str(), line.post_id))
        .collect();
    assert_eq!(told, [("Bo", "saved", Some(changed)), ("Bo", "said_ready", Some(ready))], "each text once");
}

#[tokio::test]
async fn what_is_scheduled_is_told_in_order() {
    let site = TestSite::new().await;
    let (anna, _) = people(&site).await;
    let mut tx = site.state.db.write_content().await.unwrap();
    for days in [3, 1, 2, 6, 5, 4, 0] {
        let new = NewPost {
            published: true,
            published_at: Some(site.now() + days * DAY),
            ..NewPost::draft(PostKind::Article, format!("om-{days}"), format!("Om {days}"))
        };
        add_post(&mut tx, &new, UnixMillis(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let dashboard = Dashboard::of(&site.state, &anna).await.unwrap();
    assert_eq!(titles(&dashboard.scheduled), ["Om 1", "Om 2", "Om 3", "Om 4", "Om 5"]);
    assert_eq!(dashboard.next.map(|(post, _)| post.content.title), Some("Om 1".into()));
}
