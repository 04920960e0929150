//! Texts on their way, against a real database.

use super::autosave::{Autosaved, autosave, discard, take_over};
use super::hang::{DoorChange, hang, take_down};
use super::publish::{make_draft, mark_ready, publish, withdraw};
use super::save::{Basis, restore, save};
use super::store::{FormerAddress, NewPost, add_post, drafts, redirect_from, revisions, texts, trash as bin};
use super::testing::act;
use super::trash::{move_to_trash, restore_from_trash};
use super::{
    DraftVersion, EditablePost, GuldkornForm, PostContent, PostError, PostId, PostKind, PostStatus,
    PreparedContent, Revision, trash,
};
use crate::calendar::store::add_edition;
use crate::calendar::{EditionId, EditionState, NewEdition, Schedule};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

const DAY: i64 = 24 * 60 * 60_000;

struct Desk {
    site: TestSite,
    anna: Staff,
    bo: Staff,
}

impl Desk {
    /// Anna may publish, Bo may not.
    async fn new() -> Self {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        site.add_staff("bo@exempel.se", Role::Writer).await;
        let person = |id, name: &str, role| Staff { id, email: String::new(), name: name.into(), role };
        Self {
            site,
            anna: person(StaffId(1), "Anna", Role::Editor),
            bo: person(StaffId(2), "Bo", Role::Writer),
        }
    }

    async fn begin(&self, kind: PostKind) -> PostId {
        let mut tx = self.site.state.db.write_quietly().await.unwrap();
        let content = PreparedContent::new(kind, PostContent::read(kind, &super::PostForm::default()));
        let post = texts::create(&mut tx, &content, StaffId(1), self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        post
    }

    async fn work(&self, post: PostId) -> EditablePost {
        texts::find(self.site.state.db.reader(), post, self.site.now()).await.unwrap()
    }

    async fn prepared(&self, post: PostId, text: &PostContent) -> PreparedContent {
        PreparedContent::new(self.work(post).await.kind, text.clone())
    }

    async fn save(
        &self,
        by: &Staff,
        post: PostId,
        base: Revision,
        text: &PostContent,
    ) -> Result<(), PostError> {
        let text = self.prepared(post, text).await;
        act!(&self.site.state, by, save, basis(post, base.0, i64::MAX), &text)
    }

    async fn publish(&self, post: PostId, text: &PostContent) -> Result<(), PostError> {
        let base = self.work(post).await.newest;
        let text = self.prepared(post, text).await;
        act!(&self.site.state, &self.anna, publish, basis(post, base.0, i64::MAX), &text)
    }

    async fn hang(
        &self,
        by: &Staff,
        post: PostId,
        edition: EditionId,
        day: u16,
    ) -> Result<DoorChange, PostError> {
        act!(&self.site.state, by, hang, post, edition, day)
    }

    async fn edition(&self, first_day: &str) -> EditionId {
        let edition = NewEdition {
            state: EditionState::Published,
            ..NewEdition::draft(
                format!("e{first_day}"),
                "Guldkornen",
                Schedule::parse(first_day, 24, "08:00", "Europe/Stockholm").unwrap(),
            )
        };
        let mut tx = self.site.state.db.write_content().await.unwrap();
        let id = add_edition(&mut tx, &edition, "").await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn actions(&self) -> Vec<String> {
        sqlx::query_scalar("select action from audit_log order by id")
            .fetch_all(self.site.state.db.reader())
            .await
            .unwrap()
    }
}

fn basis(post: PostId, base: i64, draft: i64) -> Basis {
    Basis { post, base_revision: Revision(base), draft_version: DraftVersion(draft) }
}

fn former(slug: &str, is_public: bool) -> FormerAddress {
    FormerAddress { kind: Some(PostKind::Article), slug: Some(slug.into()), is_public }
}

fn article(title: &str) -> PostContent {
    PostContent { title: title.into(), body: "En text.".into(), ..PostContent::default() }
}

fn quote() -> PostContent {
    PostContent {
        form: Some(GuldkornForm::Quote),
        quote: "Det gick.".into(),
        source: "deltagare, 28 år".into(),
        ..article("Det gick")
    }
}

#[tokio::test]
async fn what_is_kept_is_neither_saved_nor_seen_by_readers() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.begin(PostKind::Article).await);
    let bo = &desk.bo;
    let text = article("Första");
    let begun = basis(post, 0, 0);
    let Autosaved::At(first) = act!(state, bo, autosave, begun, &text).unwrap() else { panic!("not saved") };
    assert_eq!(desk.work(post).await.newest, Revision(0));
    assert_eq!(act!(state, bo, autosave, begun, &text), Ok(Autosaved::At(first)), "nothing new");
    let longer = article("Första steget");
    let elsewhere = act!(state, bo, autosave, begun, &longer);
    assert_eq!(elsewhere, Ok(Autosaved::ElsewhereAt(first)), "another window");
    let here = basis(post, 0, first.0);
    let Autosaved::At(second) = act!(state, bo, autosave, here, &longer).unwrap() else {
        panic!("not saved")
    };
    assert!(second > first, "each state has a version of its own, even within a millisecond");

    let others = drafts::of_others(state.db.reader(), post, desk.anna.id).await.unwrap();
    assert_eq!(others.len(), 1);
    act!(state, &desk.anna, take_over, post, bo.id).unwrap();
    let mut tx = state.db.write_quietly().await.unwrap();
    let taken = drafts::find(&mut tx, post, desk.anna.id).await.unwrap().unwrap();
    assert_eq!(taken.content, longer);
    drop(tx);
    act!(state, &desk.anna, discard, post).unwrap();

    desk.save(bo, post, Revision(0), &longer).await.unwrap();
    let mut tx = state.db.write_quietly().await.unwrap();
    assert!(drafts::find(&mut tx, post, bo.id).await.unwrap().is_none(), "saved is not unsaved");
    drop(tx);
    assert_eq!(act!(state, bo, autosave, basis(post, 1, 0), &longer), Ok(Autosaved::AlreadySaved));
    let late = act!(state, bo, autosave, begun, &longer);
    assert_eq!(late, Ok(Autosaved::AlreadySaved), "on its way while it was saved");
    let late = act!(state, bo, autosave, begun, &text);
    let saved = DraftVersion::at(desk.site.now());
    assert_eq!(late, Ok(Autosaved::ElsewhereAt(saved)), "older than what the same person saved");
    let knowing = act!(state, bo, autosave, basis(post, 0, saved.0), &text);
    assert!(matches!(knowing, Ok(Autosaved::At(_))), "knowing of it");
}

#[tokio::test]
async fn nobody_saves_over_what_they_have_not_seen() {
    let desk = Desk::new().await;
    let post = desk.begin(PostKind::Article).await;
    desk.save(&desk.bo, post, Revision(0), &article("Bos")).await.unwrap();
    assert_eq!(desk.save(&desk.anna, post, Revision(0), &article("Annas")).await, Err(PostError::Newer));
    assert_eq!(desk.work(post).await.content, article("Bos"));
    desk.save(&desk.anna, post, Revision(0), &article("Bos"))
        .await
        .expect("what says the same is no conflict");
    desk.save(&desk.anna, post, Revision(1), &article("Annas")).await.unwrap();
    let versions = revisions::page(desk.site.state.db.reader(), post, 100, 0).await.unwrap();
    assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [Revision(2), Revision(1)]);
    assert_eq!(desk.work(post).await.published_revision, Revision(2));
}

#[tokio::test]
async fn a_published_text_stays_as_it_is_until_somebody_publishes_the_change() {
    let desk = Desk::new().await;
    let post = desk.begin(PostKind::Article).await;
    assert_eq!(desk.publish(post, &PostContent::default()).await, Err(PostError::Missing));
    desk.publish(post, &article("Små steg")).await.unwrap();
    let work = desk.work(post).await;
    assert_eq!((work.status, work.slug.as_str()), (PostStatus::Published, "sma-steg"));
    let published_at = work.published_at;

    desk.site.advance(DAY);
    desk.save(&desk.bo, post, Revision(1), &article("Stora steg")).await.unwrap();
    let work = desk.work(post).await;
    assert!(work.has_changes_to_publish());
    let title: String = sqlx::query_scalar("select title from posts where id = $1")
        .bind(post)
        .fetch_one(desk.site.state.db.reader())
        .await
        .unwrap();
    assert_eq!((title.as_str(), work.slug.as_str()), ("Små steg", "sma-steg"));

    desk.publish(post, &work.content).await.unwrap();
    let work = desk.work(post).await;
    assert!(!work.has_changes_to_publish());
    assert_eq!(work.published_at, published_at, "it keeps its day");
    assert_eq!(work.slug, "sma-steg", "readers know the address");
    let renamed = PostContent { slug: "Stora steg!".into(), ..work.content };
    desk.publish(post, &renamed).await.unwrap();
    assert_eq!(desk.work(post).await.slug, "stora-steg");
    let now = desk.site.now();
    let redirect = redirect_from(desk.site.state.db.reader(), "sma-steg", now).await.unwrap();
    assert_eq!(redirect, Some(former("stora-steg", true)));
    let renamed = desk.prepared(post, &renamed).await;
    let refused = act!(&desk.site.state, &desk.bo, publish, basis(post, 4, 0), &renamed);
    assert_eq!(refused, Err(PostError::NotYours));
}

#[tokio::test]
async fn a_text_is_published_at_its_time_and_withdrawn_at_once() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.begin(PostKind::Article).await);
    let text = PostContent { publish_at: "2100-01-01T08:00".into(), ..article("Framtiden") };
    let prepared = desk.prepared(post, &text).await;
    act!(state, &desk.bo, mark_ready, basis(post, 0, 0), &prepared).unwrap();
    assert_eq!(desk.work(post).await.status, PostStatus::Ready);
    desk.publish(post, &text).await.unwrap();
    assert_eq!(desk.work(post).await.status, PostStatus::Scheduled);
    assert_eq!(act!(state, &desk.bo, make_draft, post, None), Err(PostError::NotYours));
    act!(state, &desk.anna, make_draft, post, None).unwrap();
    assert_eq!(act!(state, &desk.anna, withdraw, post, None), Err(PostError::NotPublished));

    let text = PostContent { publish_at: String::new(), ..text };
    desk.publish(post, &text).await.unwrap();
    assert_eq!(act!(state, &desk.bo, withdraw, post, None), Err(PostError::NotYours));
    desk.save(&desk.bo, post, Revision(2), &article("Nyare")).await.unwrap();
    act!(state, &desk.anna, withdraw, post, None).unwrap();
    let work = desk.work(post).await;
    assert_eq!(
        (work.status, work.published_revision),
        (PostStatus::Withdrawn, Revision(3)),
        "as it was last saved"
    );
    let redirect = redirect_from(state.db.reader(), "framtiden", desk.site.now()).await.unwrap();
    assert!(redirect.is_some_and(|former| !former.is_public));
    assert_eq!(desk.actions().await.last().map(String::as_str), Some("withdrawn"));
}

#[tokio::test]
async fn an_older_version_comes_back_as_the_newest() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.begin(PostKind::Article).await);
    desk.save(&desk.bo, post, Revision(0), &article("Ett")).await.unwrap();
    desk.save(&desk.bo, post, Revision(1), &article("Två")).await.unwrap();
    let first = desk.prepared(post, &article("Ett")).await;
    let refused = act!(state, &desk.bo, restore, basis(post, 1, 0), Revision(1), &first);
    assert_eq!(refused, Err(PostError::Newer));
    act!(state, &desk.bo, restore, basis(post, 2, 0), Revision(1), &first).unwrap();
    assert_eq!(desk.work(post).await.content, article("Ett"));
    let newest = &revisions::page(state.db.reader(), post, 100, 0).await.unwrap()[0];
    assert_eq!((newest.number, newest.restored_from), (Revision(3), Some(Revision(1))));
    let mut tx = state.db.write_quietly().await.unwrap();
    assert!(revisions::content(&mut tx, post, Revision(9)).await.is_err());
}

#[tokio::test]
async fn what_the_program_put_in_is_the_first_version() {
    let desk = Desk::new().await;
    let mut tx = desk.site.state.db.write_content().await.unwrap();
    let new = NewPost {
        published: true,
        published_at: Some(UnixMillis(0)),
        ..NewPost::draft(PostKind::Page, "om", "Om").with_content(|content| content.body = "Gammalt.".into())
    };
    let post = add_post(&mut tx, &new, UnixMillis(0)).await.unwrap();
    tx.commit().await.unwrap();
    let before = desk.work(post).await;
    desk.save(&desk.anna, post, Revision(0), &article("Om oss")).await.unwrap();
    let versions = revisions::page(desk.site.state.db.reader(), post, 100, 0).await.unwrap();
    assert_eq!(
        versions.iter().map(|one| (one.number, one.by.clone())).collect::<Vec<_>>(),
        [(Revision(2), Some("Anna".into())), (Revision(1), None)]
    );
    assert_eq!(desk.work(post).await.published_revision, Revision(1));
    let original = desk.prepared(post, &before.content).await;
    act!(&desk.site.state, &desk.anna, restore, basis(post, 2, 0), Revision(1), &original).unwrap();
    assert_eq!(desk.work(post).await.content, before.content);
}

#[tokio::test]
async fn the_trash_gives_back_what_it_took_for_thirty_days() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.begin(PostKind::Article).await);
    desk.publish(post, &article("Kastad")).await.unwrap();
    assert_eq!(act!(state, &desk.bo, move_to_trash, post), Err(PostError::NotYours));
    act!(state, &desk.anna, move_to_trash, post).unwrap();
    let work = desk.work(post).await;
    assert_eq!((work.status, work.public_from), (PostStatus::Trash, None));
    assert_eq!(desk.save(&desk.anna, post, Revision(1), &article("Nej")).await, Err(PostError::InTrash));
    let gone = redirect_from(state.db.reader(), "kastad", desk.site.now()).await.unwrap();
    assert!(gone.is_some_and(|former| !former.is_public), "its readers are told");
    assert_eq!(act!(state, &desk.bo, restore_from_trash, post), Err(PostError::NotYours));
    act!(state, &desk.anna, restore_from_trash, post).unwrap();
    assert_eq!(desk.work(post).await.status, PostStatus::Published);
    assert_eq!(act!(state, &desk.anna, restore_from_trash, post), Err(PostError::NotInTrash));

    act!(state, &desk.anna, move_to_trash, post).unwrap();
    for (more, left) in [(trash::DAYS * DAY - 1, 1), (1, 0)] {
        desk.site.advance(more);
        let mut tx = state.db.write_content().await.unwrap();
        trash::empty_trash(&mut tx, state.clock.now_millis()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(desk.site.count("select count(*) from posts").await, left);
    }
    assert_eq!(desk.actions().await.last().map(String::as_str), Some("deleted"));
    let mut tx = state.db.write_content().await.unwrap();
    assert!(bin::empty(&mut tx, UnixMillis(i64::MAX), 20).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_door_gives_its_time_and_two_texts_swap_in_one_step() {
    let desk = Desk::new().await;
    let edition = desk.edition("2030-12-01").await;
    let (one, two) = (desk.begin(PostKind::Guldkorn).await, desk.begin(PostKind::Guldkorn).await);
    desk.hang(&desk.bo, one, edition, 7).await.unwrap();
    desk.hang(&desk.bo, two, edition, 8).await.unwrap();
    desk.publish(one, &quote()).await.unwrap();
    let work = desk.work(one).await;
    assert_eq!(work.status, PostStatus::Scheduled);
    assert_eq!(work.public_from, work.door.as_ref().map(|door| door.opens_at));

    assert_eq!(desk.hang(&desk.bo, two, edition, 7).await.err(), Some(PostError::DoorNotYours));
    assert_eq!(desk.hang(&desk.bo, one, edition, 9).await.err(), Some(PostError::NotYours));
    assert_eq!(desk.hang(&desk.anna, two, edition, 25).await.err(), Some(PostError::NoDoor));
    desk.hang(&desk.anna, two, edition, 7).await.unwrap();
    let day = async |post| desk.work(post).await.door.map(|door| door.day);
    assert_eq!((day(one).await, day(two).await), (Some(8), Some(7)));
    let article = desk.begin(PostKind::Article).await;
    assert_eq!(desk.hang(&desk.anna, article, edition, 1).await.err(), Some(PostError::NotGuldkorn));
}

#[tokio::test]
async fn what_comes_down_from_a_closed_door_does_not_come_out() {
    let desk = Desk::new().await;
    let (state, edition) = (&desk.site.state, desk.edition("2030-12-01").await);
    let (one, two) = (desk.begin(PostKind::Guldkorn).await, desk.begin(PostKind::Guldkorn).await);
    desk.publish(one, &quote()).await.unwrap();
    assert_eq!(desk.work(one).await.status, PostStatus::Published);
    desk.hang(&desk.anna, one, edition, 7).await.unwrap();
    assert_eq!(desk.work(one).await.status, PostStatus::Scheduled, "behind the door");
    act!(state, &desk.anna, take_down, one).unwrap();
    assert_eq!(desk.work(one).await.status, PostStatus::Ready);

    desk.hang(&desk.anna, one, edition, 7).await.unwrap();
    desk.publish(one, &quote()).await.unwrap();
    desk.hang(&desk.anna, two, edition, 7).await.unwrap();
    let work = desk.work(one).await;
    assert_eq!((work.status, work.door), (PostStatus::Ready, None), "put out of its place");

    let past = desk.edition("2020-12-01").await;
    desk.hang(&desk.anna, one, past, 1).await.unwrap();
    desk.publish(one, &quote()).await.unwrap();
    let opened = desk.work(one).await.public_from;
    act!(state, &desk.anna, take_down, one).unwrap();
    let work = desk.work(one).await;
    assert_eq!(
        (work.status, work.public_from),
        (PostStatus::Published, opened),
        "readers keep what they have"
    );
}

#[tokio::test]
async fn addresses_are_unique_and_lead_nowhere_else() {
    let desk = Desk::new().await;
    let mut slugs = Vec::new();
    for _ in 0..3 {
        let post = desk.begin(PostKind::Page).await;
        desk.save(&desk.bo, post, Revision(0), &article("Sök")).await.unwrap();
        slugs.push(desk.work(post).await.slug);
    }
    assert_eq!(slugs, ["sok-2", "sok-3", "sok-4"]);
    let post = desk.begin(PostKind::Article).await;
    desk.save(&desk.bo, post, Revision(0), &article("…")).await.unwrap();
    assert_eq!(desk.work(post).await.slug, format!("utkast-{post}"));
}

#[tokio::test]
async fn tags_are_named_once_however_they_are_written() {
    let desk = Desk::new().await;
    let post = desk.begin(PostKind::Article).await;
    let tagged = |tags: &[&str]| PostContent {
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        ..article("Mod")
    };
    desk.save(&desk.bo, post, Revision(0), &tagged(&["Mod", "Små steg"])).await.unwrap();
    desk.save(&desk.bo, post, Revision(1), &tagged(&["mod", "mod!", "…"])).await.unwrap();
    let names: Vec<String> = sqlx::query_scalar("select name from tags order by id")
        .fetch_all(desk.site.state.db.reader())
        .await
        .unwrap();
    assert_eq!(names, ["Mod", "Små steg", "mod!", "…"]);
    assert_eq!(desk.site.count("select count(*) from post_tags").await, 3);
}
