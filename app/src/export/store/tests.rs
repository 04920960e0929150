//! What is read of posts, against a database.

use std::collections::HashSet;

use super::{post, posts};
use crate::db::Db;
use crate::export::PostUid;
use crate::posts::PostKind;
use crate::posts::store::{NewPost, add_post};
use crate::time::UnixMillis;

#[tokio::test]
async fn posts_come_in_batches_and_none_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
    let mut writer = db.write_content().await.unwrap();
    for number in 0..250 {
        let new = NewPost::draft(PostKind::Article, format!("text-{number}"), format!("Text {number}"))
            .with_content(|content| content.tags = vec!["små steg".into(), "mod".into()]);
        add_post(&mut writer, &new, UnixMillis(number)).await.unwrap();
    }
    writer.commit().await.unwrap();
    let mut reader = db.reader().acquire().await.unwrap();
    let (mut after, mut uids, mut slugs) = (None, Vec::new(), HashSet::new());
    loop {
        let batch = posts(&mut reader, after).await.unwrap();
        let Some(last) = batch.last() else { break };
        after = Some(last.post.uid);
        for dated in batch {
            assert_eq!(dated.post.content.tags, ["mod", "små steg"]);
            assert_eq!(post(&mut reader, dated.post.uid).await.unwrap().as_ref(), Some(&dated.post));
            uids.push(dated.post.uid);
            slugs.insert(dated.post.slug);
        }
    }
    assert!(uids.is_sorted() && uids.len() == 250 && slugs.len() == 250, "{}", uids.len());
    let nobody: PostUid = "00000000000000000000000000000000".parse().unwrap();
    assert_eq!(post(&mut reader, nobody).await.unwrap(), None);
}
