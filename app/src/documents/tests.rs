//! Documents in the database: who may have them when, replacing, the bin.

use std::fs;

use super::change::{Sent, add, move_to_bin, replace, set_title, take_out_of_bin, use_former_file};
use super::{Document, DocumentError, IncomingDocument, store};
use crate::ids::{PostId, StaffId};
use crate::language::Language;
use crate::posts::store::{NewPost, add_post, withdraw};
use crate::posts::{Act, PostKind, attach};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff};
use crate::time::UnixMillis;

async fn site() -> (TestSite, Staff) {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    let anna = Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor };
    (site, anna)
}

async fn incoming(site: &TestSite, name: &str, content: &str) -> IncomingDocument {
    let file = IncomingDocument::begin(&site.state.media_folder, name).await.unwrap();
    file.append(content.into()).await.unwrap()
}

async fn send(site: &TestSite, staff: &Staff, name: &str, content: &str) -> Sent {
    let file = incoming(site, name, content).await;
    add(&site.state, staff, file, "", Language::parse("en")).await.unwrap()
}

async fn added(site: &TestSite, staff: &Staff, content: &str) -> Document {
    match send(site, staff, "Års rapport.txt", content).await {
        Sent::New(document) => document,
        Sent::Known(document) => panic!("{document:?} was there"),
    }
}

/// How many folders there are beside the database.
fn folders(site: &TestSite) -> usize {
    let entries = fs::read_dir(&*site.state.media_folder).unwrap();
    entries.filter(|entry| entry.as_ref().unwrap().file_type().unwrap().is_dir()).count()
}

async fn post(site: &TestSite, slug: &str, document: &Document, within: bool) -> PostId {
    let mut writer = site.state.db.write_content().await.unwrap();
    let post = NewPost {
        published: true,
        published_at: Some(site.now()),
        ..NewPost::draft(PostKind::Article, slug, "Rapporten")
    };
    let post = post.with_content(|content| {
        if within {
            content.body = document.markdown();
        } else {
            content.attach(&document.path());
        }
    });
    let id = add_post(&mut writer, &post, site.now()).await.unwrap();
    writer.commit().await.unwrap();
    id
}

async fn is_public(site: &TestSite, document: &Document, at: UnixMillis) -> bool {
    store::public_file(site.state.db.reader(), document.id, at).await.unwrap().is_some()
}

#[tokio::test]
async fn a_document_is_public_exactly_as_long_as_a_public_text_links_to_it() {
    let (site, anna) = site().await;
    let document = added(&site, &anna, "Hej").await;
    assert_eq!((&*document.title, &*document.name), ("Års rapport", "Års-rapport.txt"));
    let (now, before) = (site.now(), site.now() - 1);
    for within in [false, true] {
        assert!(!is_public(&site, &document, now).await);
        let id = post(&site, &format!("text-{within}"), &document, within).await;
        assert!(is_public(&site, &document, now).await && !is_public(&site, &document, before).await);
        let below = store::of_post(site.state.db.reader(), id).await.unwrap();
        assert_eq!(below.len(), usize::from(!within), "what the text links to is not listed again");
        let mut writer = site.state.db.write_content().await.unwrap();
        withdraw(&mut writer, id, now).await.unwrap();
        writer.commit().await.unwrap();
        assert!(!is_public(&site, &document, now).await);
    }
}

#[tokio::test]
async fn equal_content_is_stored_once() {
    let (site, anna) = site().await;
    let document = added(&site, &anna, "Hej").await;
    assert_eq!(send(&site, &anna, "annat.csv", "Hej").await, Sent::Known(document.clone()));
    assert_eq!(folders(&site), 1);
    let other = added(&site, &anna, "Hej då").await;
    let again = incoming(&site, "x.txt", "Hej").await;
    let refusal = replace(&site.state, &anna, other.id, again).await;
    assert_eq!(refusal, Err(DocumentError::Known(document.title)));
    for (content, title) in [("<html>", ""), ("Bra", &*"å".repeat(151))] {
        let file = incoming(&site, "x.txt", content).await;
        assert!(add(&site.state, &anna, file, title, Language::default()).await.is_err());
    }
    assert_eq!(folders(&site), 2, "what is refused leaves nothing");
    let file = incoming(&site, "x.txt", &"a".repeat(25 << 20)).await;
    assert_eq!(file.append(b"a".to_vec()).await.err(), Some(DocumentError::TooLarge));
    assert_eq!(folders(&site), 2);
}

#[tokio::test]
async fn a_file_is_replaced_and_brought_back() {
    let (site, anna) = site().await;
    let document = added(&site, &anna, "Ett").await;
    let file = incoming(&site, "Ny.csv", "Två").await;
    let Ok(Sent::New(replaced)) = replace(&site.state, &anna, document.id, file).await else { panic!() };
    assert_eq!((replaced.id, &*replaced.name, &*replaced.title), (document.id, "Ny.csv", "Års rapport"));
    let reader = site.state.db.reader();
    let former = store::former_files(reader, document.id).await.unwrap();
    assert_eq!(former.iter().map(|file| file.id).collect::<Vec<_>>(), [document.file_id]);
    use_former_file(&site.state, &anna, document.id, document.file_id).await.unwrap();
    assert_eq!(store::any_file(reader, document.id).await.unwrap(), Some(document.clone()));
    let file = incoming(&site, "Ny.csv", "Två").await;
    assert!(matches!(replace(&site.state, &anna, document.id, file).await, Ok(Sent::Known(_))));
    assert_eq!(
        store::any_file(reader, document.id).await.unwrap().map(|it| it.file_id),
        Some(replaced.file_id)
    );
    set_title(&site.state, &anna, document.id, " Rapporten ", Language::default()).await.unwrap();
    let empty = set_title(&site.state, &anna, document.id, " ", Language::default()).await;
    assert_eq!(empty, Err(DocumentError::NoTitle));
    assert_eq!(store::any_file(reader, document.id).await.unwrap().unwrap().title, "Rapporten");
}

#[tokio::test]
async fn only_what_nothing_uses_goes_to_the_bin() {
    let (site, anna) = site().await;
    let document = added(&site, &anna, "Hej").await;
    let other = added(&site, &anna, "Hej då").await;
    let id = post(&site, "text", &other, true).await;
    let mut act = Act::begin_quietly(&site.state, &anna).await.unwrap();
    attach::attach(&mut act, id, &document.path()).await.unwrap();
    act.commit().await.unwrap();
    assert!(!is_public(&site, &document, site.now()).await, "a draft is no reader's");
    for used in [&document, &other] {
        assert_eq!(move_to_bin(&site.state, &anna, used.id).await, Err(DocumentError::Used));
    }
    let mut act = Act::begin_quietly(&site.state, &anna).await.unwrap();
    crate::posts::autosave::discard(&mut act, id).await.unwrap();
    act.commit().await.unwrap();
    move_to_bin(&site.state, &anna, document.id).await.unwrap();
    let reader = site.state.db.reader();
    let listed = async |filter: store::Filter| {
        let page = store::page(reader, &filter, 10, 0).await.unwrap();
        assert_eq!(store::count(reader, &filter).await.unwrap() as usize, page.len());
        page.into_iter().map(|listed| listed.document.id).collect::<Vec<_>>()
    };
    assert_eq!(listed(store::Filter::default()).await, [other.id]);
    assert_eq!(listed(store::Filter { bin: true, ..store::Filter::default() }).await, [document.id]);
    assert_eq!(listed(store::Filter { unused: true, ..store::Filter::default() }).await, []);
    take_out_of_bin(&site.state, &anna, document.id).await.unwrap();
    assert_eq!(listed(store::Filter { unused: true, ..store::Filter::default() }).await, [document.id]);
    assert_eq!(
        listed(store::Filter { words: "RAPPORT års".into(), ..store::Filter::default() }).await.len(),
        2
    );
    assert_eq!(listed(store::Filter { words: "100%".into(), ..store::Filter::default() }).await, []);
    let actions: Vec<String> =
        sqlx::query_scalar("select action from audit_log where about = 'Års rapport' order by at, id")
            .fetch_all(reader)
            .await
            .unwrap();
    assert_eq!(actions, ["document_added", "document_added", "document_trashed", "document_restored"]);
}
