//! Tags given to and taken from posts, against a real database.

use crate::posts::autosave::autosave;
use crate::posts::publish::publish;
use crate::posts::save::save;
use crate::posts::store::{NewPost, add_post, drafts, revisions, texts};
use crate::posts::tags::tagging::{Tagged, Tagging, retag};
use crate::posts::testing::{Desk, act, basis};
use crate::posts::trash::move_to_trash;
use crate::posts::{PostContent, PostError, PostId, PostKind, PreparedContent, Revision};
use crate::staff::Staff;
use crate::time::UnixMillis;

impl Desk {
    /// A text that says one word, saved by Bo and, if wanted, published by Anna.
    async fn text(&self, tags: &[&str], published: bool) -> PostId {
        let mut tx = self.site.state.db.write_quietly().await.unwrap();
        let empty = PreparedContent::new(PostKind::Article, PostContent::default());
        let post = texts::create(&mut tx, &empty, self.bo.id, self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        self.save_tagged(post, Revision(0), &content("Ett", tags)).await;
        if published {
            let whole = PreparedContent::new(PostKind::Article, content("Ett", tags));
            act!(&self.site.state, &self.anna, publish, basis(post, 1, 0), &whole).unwrap();
        }
        post
    }

    async fn save_tagged(&self, post: PostId, base: Revision, text: &PostContent) {
        let text = PreparedContent::new(PostKind::Article, text.clone());
        act!(&self.site.state, &self.bo, save, basis(post, base.0, 0), &text).unwrap();
    }

    async fn give(&self, by: &Staff, post: PostId, name: &str) -> Result<Tagged, PostError> {
        act!(&self.site.state, by, retag, post, name, Tagging::Give)
    }

    async fn take(&self, by: &Staff, post: PostId, name: &str) -> Result<Tagged, PostError> {
        act!(&self.site.state, by, retag, post, name, Tagging::Take)
    }

    /// What lists and the search know.
    async fn shown(&self, post: PostId) -> String {
        sqlx::query_scalar("select tags from search_index where rowid = $1")
            .bind(post)
            .fetch_one(self.site.state.db.reader())
            .await
            .unwrap()
    }

    async fn version(&self, post: PostId, number: Revision) -> PostContent {
        let mut tx = self.site.state.db.write_quietly().await.unwrap();
        revisions::content(&mut tx, post, number).await.unwrap()
    }
}

fn content(word: &str, tags: &[&str]) -> PostContent {
    PostContent {
        title: word.into(),
        body: format!("{word}."),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        ..PostContent::default()
    }
}

#[tokio::test]
async fn a_draft_is_at_once_as_it_was_tagged() {
    let desk = Desk::new().await;
    let post = desk.text(&["mod"], false).await;
    assert_eq!(desk.give(&desk.bo, post, "Små steg").await, Ok(Tagged::Done));
    assert_eq!(desk.give(&desk.bo, post, "små STEG").await, Ok(Tagged::Already));
    let work = desk.work(post).await;
    assert_eq!(
        (work.newest, work.published_revision, work.content.tags.join(",")),
        (Revision(2), Revision(2), "mod,Små steg".into())
    );
    assert_eq!(desk.shown(post).await, "Små steg, mod");
    assert_eq!(desk.take(&desk.bo, post, "MOD").await, Ok(Tagged::Done));
    assert_eq!(desk.take(&desk.bo, post, "MOD").await, Ok(Tagged::Already));
    assert_eq!(desk.shown(post).await, "Små steg");
    let told: Vec<(String, String)> =
        sqlx::query_as("select action, about from audit_log order by id desc limit 2")
            .fetch_all(desk.site.state.db.reader())
            .await
            .unwrap();
    assert_eq!(told, [("untagged".into(), "mod".into()), ("tagged".into(), "Små steg".into())]);
}

#[tokio::test]
async fn readers_get_it_from_an_editor_and_wait_when_a_writer_does_it() {
    let desk = Desk::new().await;
    let post = desk.text(&[], true).await;
    assert_eq!(desk.give(&desk.bo, post, "mod").await, Ok(Tagged::Saved));
    assert!(desk.work(post).await.has_changes_to_publish());
    assert_eq!(desk.shown(post).await, "", "readers have what they had");

    let generation = desk.site.state.db.generation();
    assert_eq!(desk.give(&desk.anna, post, "mod").await, Ok(Tagged::Done), "though the newest has it");
    assert!(desk.site.state.db.generation() > generation, "pages in memory end");
    assert_eq!(desk.shown(post).await, "mod");
}

#[tokio::test]
async fn what_was_saved_and_not_published_stays_unpublished() {
    let desk = Desk::new().await;
    let post = desk.text(&[], true).await;
    desk.save_tagged(post, Revision(1), &content("Två", &[])).await;
    assert_eq!(desk.give(&desk.anna, post, "mod").await, Ok(Tagged::Done));
    let work = desk.work(post).await;
    assert_eq!((work.newest, work.published_revision), (Revision(4), Revision(3)));
    assert_eq!(work.content, content("Två", &["mod"]), "the newest is still the newest");
    assert_eq!(
        desk.version(post, Revision(3)).await,
        content("Ett", &["mod"]),
        "readers have what they had, tagged"
    );
    assert_eq!(desk.shown(post).await, "mod");
    let title: String = sqlx::query_scalar("select title from posts where id = $1")
        .bind(post)
        .fetch_one(desk.site.state.db.reader())
        .await
        .unwrap();
    assert_eq!(title, "Ett");
}

#[tokio::test]
async fn nobody_who_is_writing_loses_a_word_or_meets_a_conflict() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.text(&[], false).await);
    for by in [&desk.anna, &desk.bo] {
        act!(state, by, autosave, basis(post, 1, 0), &content("Osparat", &[])).unwrap();
    }
    assert_eq!(desk.give(&desk.anna, post, "mod").await, Ok(Tagged::Done));
    for by in [&desk.anna, &desk.bo] {
        let mut tx = state.db.write_quietly().await.unwrap();
        let draft = drafts::find(&mut tx, post, by.id).await.unwrap().expect("it is still there");
        drop(tx);
        assert_eq!((draft.base_revision, &draft.content), (Revision(2), &content("Osparat", &["mod"])));
    }
    desk.save_tagged(post, Revision(2), &content("Osparat", &["mod"])).await;
}

#[tokio::test]
async fn what_nobody_wrote_here_keeps_its_first_version_and_the_trash_is_left_alone() {
    let desk = Desk::new().await;
    let mut tx = desk.site.state.db.write_content().await.unwrap();
    let new = NewPost {
        published: true,
        published_at: Some(UnixMillis(0)),
        ..NewPost::draft(PostKind::Article, "gammalt", "Gammalt").with_content(|content| {
            content.body = "Gammalt.".into();
        })
    };
    let post = add_post(&mut tx, &new, UnixMillis(0)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(desk.give(&desk.anna, post, "mod").await, Ok(Tagged::Done));
    let work = desk.work(post).await;
    assert_eq!(
        (work.newest, work.published_revision, work.slug.as_str()),
        (Revision(2), Revision(2), "gammalt")
    );
    assert!(desk.version(post, Revision(1)).await.tags.is_empty());

    act!(&desk.site.state, &desk.anna, move_to_trash, post).unwrap();
    assert_eq!(desk.take(&desk.anna, post, "mod").await, Err(PostError::InTrash));
}
