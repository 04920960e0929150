//! Imports against a real database.

mod pictures;
mod redirects;

use std::ops::ControlFlow;

use jiff::Timestamp;

use super::*;
use crate::posts::imported::{ImportedState, imported_state};
use crate::posts::publish::withdraw;
use crate::posts::save::{Basis, save};
use crate::posts::store::texts;
use crate::posts::testing::act;
use crate::posts::{DraftVersion, EditablePost, PostId, PostKind, PostState, PostStatus, PreparedContent};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};

/// A source that yields what it was given.
struct Given {
    index: Vec<IndexEntry>,
    items: Vec<Item>,
    /// How many items come before it breaks off.
    breaks_after: usize,
}

impl Reader for Given {
    fn source(&self) -> Source {
        Source { kind: "given", site: "https://gammal.example".into() }
    }

    fn index(&mut self, tell: &mut dyn FnMut(IndexEntry)) -> Result<(), ReadError> {
        self.index.drain(..).for_each(tell);
        Ok(())
    }

    fn items(
        &mut self,
        links: &Links,
        give: &mut dyn FnMut(Yield) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        for (at, mut item) in self.items.drain(..).enumerate() {
            if at == self.breaks_after {
                return Err(ReadError("filen är avklippt".into()));
            }
            let path = links.path_of("2").unwrap_or_default().to_owned();
            item.markdown = item.markdown.replace("{{2}}", &path);
            if give(Yield::Item(Box::new(item))).is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn item(id: &str, title: &str, text: &str) -> Item {
    let mut item = Item::new(id, title, PostKind::Article);
    item.title = title.into();
    item.markdown = text.into();
    item.status = ItemStatus::Public;
    item.dates.published = Some(SourceDate::Instant(Timestamp::from_second(1_500_000_000).unwrap()));
    item
}

fn entry(item: &Item) -> IndexEntry {
    IndexEntry {
        id: item.id.clone(),
        name: item.name.clone(),
        kind: item.kind,
        title: item.title.clone(),
        slug: String::new(),
        published: item.dates.published.and_then(SourceDate::millis),
        addresses: OldAddress::parse(&format!("https://gammal.example/?p={}", item.id)).into_iter().collect(),
    }
}

async fn import_with(site: &TestSite, items: &[Item], is_dry_run: bool) -> Report {
    let index = items.iter().map(entry).collect();
    let reader = Given { index, items: items.to_vec(), breaks_after: usize::MAX };
    run(&site.state, Box::new(reader), Options { is_dry_run, ..Options::default() }).await.unwrap()
}

async fn import(site: &TestSite, items: &[Item]) -> Report {
    import_with(site, items, false).await
}

async fn posts(site: &TestSite) -> Vec<EditablePost> {
    let ids: Vec<PostId> = sqlx::query_scalar("select id from posts order by id")
        .fetch_all(site.state.db.reader())
        .await
        .unwrap();
    let mut posts = Vec::new();
    for id in ids {
        posts.push(texts::find(site.state.db.reader(), id, site.now()).await.unwrap());
    }
    posts
}

fn counts(report: &Report) -> [u64; 4] {
    let Counts { new, changed, same, skipped } = report.counts;
    [new, changed, same, skipped]
}

fn causes(findings: &Findings) -> Vec<&'static str> {
    findings.groups().map(|(cause, _)| cause.code).collect()
}

async fn anna(site: &TestSite) -> Staff {
    site.add_staff("anna@exempel.se", Role::Editor).await;
    Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor }
}

#[tokio::test]
async fn a_dry_run_reports_the_same_and_writes_nothing() {
    let site = TestSite::new().await;
    let mut draft = item("3", "Tre", "c");
    draft.status = ItemStatus::Draft(DraftReason::Private);
    let items = [item("1", "Ett", "a [två]({{2}})"), item("2", "Två", "b"), draft];
    let mut dry = import_with(&site, &items, true).await;
    assert!(posts(&site).await.is_empty());
    let real = import(&site, &items).await;
    assert_eq!(counts(&real), [3, 0, 0, 0]);
    dry.is_dry_run = false;
    assert_eq!(dry, real);
    assert!(real.is_complete());
    let posts = posts(&site).await;
    assert_eq!(posts[0].content.body, "a [två](/inlagg/tva)");
    assert_eq!(posts.iter().map(|post| &*post.slug).collect::<Vec<_>>(), ["ett", "tva", "tre"]);
}

#[tokio::test]
async fn what_is_read_again_changes_only_what_its_source_changed() {
    let site = TestSite::new().await;
    let mut items = [item("1", "Ett", "a"), item("2", "Ett", "b")];
    import(&site, &items).await;
    let before = posts(&site).await;
    assert_eq!(counts(&import(&site, &items).await), [0, 0, 2, 0]);
    assert_eq!(posts(&site).await, before);

    items[0].markdown = "ny text".into();
    items[0].title = "Ny rubrik".into();
    assert_eq!(counts(&import(&site, &items).await), [0, 1, 1, 0]);
    let after = posts(&site).await;
    assert_eq!((&*after[0].content.title, &*after[0].content.body), ("Ny rubrik", "ny text"));
    assert_eq!(after[0].slug, "ett", "it keeps its address");
    assert_eq!(after[1], before[1]);
    assert_eq!(counts(&import(&site, &items).await), [0, 0, 2, 0]);
}

#[tokio::test]
async fn what_was_edited_or_deleted_here_is_left_alone() {
    let site = TestSite::new().await;
    let anna = anna(&site).await;
    let mut items = [item("1", "Ett", "a"), item("2", "Två", "b"), item("3", "Tre", "c")];
    import(&site, &items).await;
    let here = posts(&site).await;
    let mut content = here[0].content.clone();
    content.body = "skrivet här".into();
    let content = PreparedContent::new(PostKind::Article, content);
    let basis = Basis { post: here[0].id, base_revision: here[0].newest, draft_version: DraftVersion::NONE };
    act!(&site.state, &anna, save, basis, &content).unwrap();
    act!(&site.state, &anna, withdraw, here[1].id, None).unwrap();
    let mut tx = site.state.db.write_content().await.unwrap();
    sqlx::query("delete from posts where id = $1").bind(here[2].id).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();

    for item in &mut items {
        item.markdown = "ny text".into();
    }
    let report = import(&site, &items).await;
    assert_eq!(counts(&report), [0, 0, 0, 3]);
    assert_eq!(causes(&report.skipped), ["edited-here", "deleted-here"]);
    let after = posts(&site).await;
    assert_eq!(
        (after.len(), &*after[0].content.body, after[1].status),
        (2, "skrivet här", PostStatus::Withdrawn)
    );
}

#[tokio::test]
async fn a_draft_remembers_its_date_and_readers_do_not_get_it() {
    let site = TestSite::new().await;
    let mut secret = item("1", "Ett", "a");
    secret.status = ItemStatus::Draft(DraftReason::Password);
    let mut undated = item("2", "Två", "b");
    undated.dates.published = None;
    let report = import(&site, &[secret, undated]).await;
    assert_eq!(report.drafts, [(DraftReason::Password, 1), (DraftReason::Undated, 1)].into());
    let posts = posts(&site).await;
    assert_eq!((posts[0].status, &*posts[0].content.publish_at), (PostStatus::Draft, "2017-07-14T04:40"));
    assert_eq!((posts[1].status, &*posts[1].content.publish_at), (PostStatus::Draft, ""));
    let mut reader = site.state.db.reader().acquire().await.unwrap();
    let expected = ImportedState {
        slug: "ett".into(),
        kind: PostKind::Article,
        version: 2,
        state: PostState::Draft,
        has_own_words: false,
    };
    assert_eq!(imported_state(&mut reader, posts[0].id).await.unwrap(), expected);
}

#[tokio::test]
async fn nothing_is_done_while_something_is_missing() {
    let site = TestSite::new().await;
    let mut shrunk = item("1", "Ett", "kort");
    shrunk.visible_characters = Some(500);
    let items = vec![shrunk, item("2", "Två", "b"), item("3", "Tre", "c")];
    let index = items.iter().map(entry).collect();
    let reader = Given { index, items, breaks_after: 2 };
    let report = run(&site.state, Box::new(reader), Options::default()).await.unwrap();
    assert_eq!(report.broken_off.as_deref(), Some("filen är avklippt"));
    assert_eq!(counts(&report), [2, 0, 0, 1]);
    assert_eq!(
        (causes(&report.findings), causes(&report.skipped)),
        (vec!["text-shrunk"], vec!["not-yielded"])
    );
    assert!(!report.is_complete());
}
