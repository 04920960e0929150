use super::pending::{TIME_TO_THINK, hide, regret};
use super::*;
use crate::consent::store as ledger;
use crate::ids::StaffId;
use crate::media::PictureId;
use crate::media::store::{NewPicture, add_picture};
use crate::posts::store::{NewPost, add_post};
use crate::posts::{PostContent, PostError, PostId, PostKind};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff};
use crate::time::MINUTE;

async fn site() -> TestSite {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Editor).await;
    site
}

fn anna(role: Role) -> Staff {
    Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role }
}

async fn story(site: &TestSite, slug: &str) -> PostId {
    let mut tx = site.state.db.write_content().await.unwrap();
    let content = PostContent {
        title: "Min dag".into(),
        body: "Den dagen vände det.".into(),
        ..PostContent::default()
    };
    let (slug, published_at) = (slug.to_owned(), Some(site.now() - 1));
    let post = NewPost { kind: PostKind::Article, slug, published: true, published_at, content };
    let id = add_post(&mut tx, &post, site.now() - 1).await.unwrap();
    ledger::mark(&mut tx, id, site.now()).await.unwrap();
    sqlx::query(
        "update consents set state = 'given', on_site = 1, given_how = 'paper', given_on = '2026-11-01' where post_id = $1",
    )
    .bind(id)
    .execute(&mut *tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn public(site: &TestSite) -> i64 {
    site.count(
        "select count(*) from posts where public_from <= 1796000000000 and public_until > 1796000000000",
    )
    .await
}

#[tokio::test]
async fn the_number_of_an_erased_text_is_never_given_to_another_one() {
    let site = site().await;
    let first = story(&site, "ett").await;
    erase(&site.state, &anna(Role::Editor), &[first]).await.unwrap();
    assert_eq!(site.count("select count(*) from posts").await, 0);
    let second = story(&site, "tva").await;
    assert!(second > first, "{second} {first}");
}

#[tokio::test]
async fn only_editors_erase_and_all_or_nothing() {
    let site = site().await;
    let text = story(&site, "ett").await;
    for role in [Role::Writer, Role::Reviewer] {
        let refused = erase(&site.state, &anna(role), &[text]).await;
        assert!(matches!(refused, Err(PostError::ConsentNotYours)));
        assert!(matches!(hide(&site.state, &anna(role), &[text]).await, Err(PostError::ConsentNotYours)));
    }
    assert!(erase(&site.state, &anna(Role::Editor), &[text, PostId(99)]).await.is_err());
    assert_eq!((public(&site).await, site.count("select count(*) from erasures").await), (1, 0));
}

#[tokio::test]
async fn an_hour_later_it_is_erased_and_until_then_it_can_come_back_as_it_was() {
    let site = site().await;
    let (editor, text) = (anna(Role::Editor), story(&site, "ett").await);
    hide(&site.state, &editor, &[text]).await.unwrap();
    assert_eq!(public(&site).await, 0, "hidden at once");
    site.advance(TIME_TO_THINK - MINUTE);
    erase_due(&site.state).await.unwrap();
    regret(&site.state, &editor, text).await.unwrap();
    assert_eq!(public(&site).await, 1);
    assert!(matches!(regret(&site.state, &editor, text).await, Err(PostError::ErasedMeanwhile)));
    site.advance(TIME_TO_THINK);
    erase_due(&site.state).await.unwrap();
    assert_eq!(public(&site).await, 1, "it is not due any more");
    hide(&site.state, &editor, &[text]).await.unwrap();
    hide(&site.state, &editor, &[text]).await.unwrap();
    site.advance(TIME_TO_THINK);
    erase_due(&site.state).await.unwrap();
    assert_eq!(site.count("select count(*) from posts").await, 0);
    assert!(matches!(regret(&site.state, &editor, text).await, Err(PostError::ErasedMeanwhile)));
    assert_eq!(site.count("select sum(texts) from erasures").await, 1);
}

#[tokio::test]
async fn pictures_that_were_replaced_go_with_the_story_too() {
    let site = site().await;
    let text = story(&site, "ett").await;
    let pictures: [PictureId; 3] = std::array::from_fn(|_| PictureId::random().unwrap());
    let mut tx = site.state.db.write_quietly().await.unwrap();
    for id in pictures {
        let new =
            NewPicture { id, width: 8, height: 8, variants: Vec::new(), alt: String::new(), added_by: None };
        add_picture(&mut tx, &new, site.now()).await.unwrap();
    }
    for pair in pictures.windows(2) {
        sqlx::query("update pictures set trashed_at = 1, replaced_by = $2 where id = $1")
            .bind(pair[0])
            .bind(pair[1])
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    sqlx::query("update posts set picture_id = $1").bind(pictures[2]).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    erase(&site.state, &anna(Role::Editor), &[text]).await.unwrap();
    assert_eq!(site.count("select count(*) from pictures").await, 0);
}

#[tokio::test]
async fn the_bytes_are_written_over_once_nobody_reads_what_was_there() {
    let site = site().await;
    let text = story(&site, "ett").await;
    let mut reader = site.state.db.reader().begin().await.unwrap();
    sqlx::query("select title from posts").execute(&mut *reader).await.unwrap();
    erase(&site.state, &anna(Role::Editor), &[text]).await.unwrap();
    assert!(!overwrite(&site.state).await.unwrap(), "a reader is at the state before");
    drop(reader);
    assert!(overwrite(&site.state).await.unwrap());
    let folder = site.state.media_folder.parent().unwrap().to_owned();
    for entry in std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let bytes = std::fs::read(entry.path()).unwrap();
        let has_it = bytes.windows(12).any(|window| window == b"Den dagen v\xc3");
        assert!(!has_it, "{}", entry.path().display());
    }
}

#[tokio::test]
async fn a_story_that_comes_back_with_a_backup_is_erased_again_by_the_list() {
    let site = site().await;
    let (text, other) = (story(&site, "ett").await, story(&site, "tva").await);
    let folder = site.state.media_folder.parent().unwrap().to_owned();
    let backup = folder.join("kopia.db");
    crate::db::copy_to_file(&folder.join("guldkorn.db"), &backup).await.unwrap();
    erase(&site.state, &anna(Role::Editor), &[text]).await.unwrap();
    reconcile(&site.state).await.unwrap();
    let list = std::fs::read_to_string(folder.join(LIST_FILE)).unwrap();
    assert!(
        !list.contains("Min dag") && list.lines().filter(|line| !line.starts_with('#')).count() == 2,
        "{list}"
    );

    let restored = tempfile::tempdir().unwrap();
    std::fs::copy(&backup, restored.path().join("guldkorn.db")).unwrap();
    std::fs::create_dir(restored.path().join("media")).unwrap();
    std::fs::copy(folder.join(LIST_FILE), restored.path().join(LIST_FILE)).unwrap();
    let db = crate::db::Db::open(&restored.path().join("guldkorn.db")).await.unwrap();
    let state = crate::state::AppState {
        media_folder: restored.path().join("media").into(),
        ..site.state.over(db, site.state.clock.clone())
    };
    for _ in 0..2 {
        reconcile(&state).await.unwrap();
        let left: Vec<PostId> =
            sqlx::query_scalar("select id from posts").fetch_all(state.db.reader()).await.unwrap();
        assert_eq!(left, [other]);
    }
}
