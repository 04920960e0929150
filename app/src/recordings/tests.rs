//! Recordings in the database: what goes with their text, and what stays for a while.

use super::{IncomingRecording, Recording, keep, store};
use crate::ids::{PostId, StaffId};
use crate::posts::store::{NewPost, add_post};
use crate::posts::{Act, PostKind, recording};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff};

const MP3: &[u8] = include_bytes!("../../tests/recordings/tal.mp3");
const OPUS: &[u8] = include_bytes!("../../tests/recordings/tal.opus");

async fn site() -> (TestSite, Staff, PostId) {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    let anna = Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Editor };
    let mut writer = site.state.db.write_content().await.unwrap();
    let post = NewPost {
        published: true,
        published_at: Some(site.now()),
        ..NewPost::draft(PostKind::Article, "texten", "Texten")
    };
    let post = add_post(&mut writer, &post, site.now()).await.unwrap();
    writer.commit().await.unwrap();
    (site, anna, post)
}

/// Gives a post a recording.
async fn give(site: &TestSite, by: &Staff, post: PostId, file: &[u8]) -> Recording {
    let incoming = IncomingRecording::begin(&site.state.media_folder).await.unwrap();
    let (built, hash, file) =
        incoming.append(file.to_vec()).await.unwrap().clean().await.unwrap().into_parts();
    let folder = keep(file).await.unwrap();
    let mut act = Act::begin(&site.state, by).await.unwrap();
    assert!(recording::add(&mut act, post, &built, &hash).await.unwrap());
    act.commit().await.unwrap();
    folder.settle();
    built
}

fn has_file(site: &TestSite, recording: &Recording) -> bool {
    site.state.media_folder.join(recording.id.to_string()).join(super::FILE).exists()
}

#[tokio::test]
async fn a_text_has_one_recording_and_gets_the_last_one_back() {
    let (site, anna, post) = site().await;
    let reader = site.state.db.reader();
    let first = give(&site, &anna, post, MP3).await;
    assert_eq!(store::of_post(reader, post).await.unwrap(), Some(first.clone()));
    let second = give(&site, &anna, post, OPUS).await;
    assert_eq!(store::of_post(reader, post).await.unwrap().as_ref(), Some(&second));
    assert_eq!(store::public(reader, first.id, site.now()).await.unwrap(), None);
    assert_eq!(store::public(reader, second.id, site.now() - 1).await.unwrap(), None, "before its text");
    assert!(store::public(reader, second.id, site.now()).await.unwrap().is_some());
    assert!(store::any(reader, first.id).await.unwrap().is_some(), "staff may still hear it");
    let mut act = Act::begin(&site.state, &anna).await.unwrap();
    recording::remove(&mut act, post).await.unwrap();
    recording::bring_back(&mut act, post).await.unwrap();
    assert!(recording::bring_back(&mut act, post).await.is_err(), "it has one");
    act.commit().await.unwrap();
    let back = store::of_post(reader, post).await.unwrap().unwrap();
    assert!(back == second || back == first);
    let writer = Staff { role: Role::Writer, ..anna };
    let mut act = Act::begin(&site.state, &writer).await.unwrap();
    assert!(recording::remove(&mut act, post).await.is_err(), "readers have the text");
}

#[tokio::test]
async fn what_was_taken_away_stays_thirty_days_and_goes_with_its_text_at_once() {
    let (site, anna, post) = site().await;
    let [first, second] = [give(&site, &anna, post, MP3).await, give(&site, &anna, post, OPUS).await];
    for (days, is_there) in [(29, true), (1, false)] {
        site.advance(days * crate::time::DAY);
        crate::maintenance::delete_old_recordings(&site.state).await.unwrap();
        assert_eq!(has_file(&site, &first), is_there, "{days}");
        assert!(has_file(&site, &second));
    }
    let mut writer = site.state.db.write_content().await.unwrap();
    sqlx::query("delete from posts where id = $1").bind(post).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(store::public(site.state.db.reader(), second.id, site.now()).await.unwrap(), None);
    assert_eq!(store::any(site.state.db.reader(), second.id).await.unwrap(), None);
    crate::maintenance::delete_old_recordings(&site.state).await.unwrap();
    assert!(!has_file(&site, &second));
    assert_eq!(std::fs::read_dir(&*site.state.media_folder).unwrap().count(), 0);
}
