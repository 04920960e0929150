//! Undoing the last move.

use super::*;
use crate::posts::PostStatus;

/// What is to be the same after a move and its undoing.
type Snapshot = (Vec<Option<PostId>>, Vec<(PostStatus, Option<UnixMillis>, Option<UnixMillis>)>);

async fn snapshot(desk: &Desk, posts: &[PostId]) -> Snapshot {
    let mut states = Vec::new();
    for post in posts {
        let post = desk.post(*post).await;
        states.push((post.status, post.published_at, post.public_from));
    }
    (desk.days().await, states)
}

#[tokio::test]
async fn undoing_is_the_exact_inverse_of_every_move() {
    let desk = Desk::new().await;
    let posts = [
        desk.add("ett", Some(3), true).await,
        desk.add("tva", Some(4), false).await,
        desk.add("tre", Some(6), true).await,
        desk.add("fyra", None, false).await,
        desk.add("fem", None, false).await,
    ];
    let mut done = 0;
    for from in 3..=6 {
        for to in 3..=6 {
            for when_taken in [WhenTaken::Ask, WhenTaken::Swap, WhenTaken::Push, WhenTaken::Aside] {
                let put = Order::Put { post: posts[3], day: to, when_taken };
                let aside = [Order::Clear { day: from }, Order::Reserve { day: from }];
                for order in [Order::Move { from, to, when_taken }, put].into_iter().chain(aside) {
                    let before = snapshot(&desk, &posts).await;
                    if desk.perform(&desk.anna, &order, &[]).await.is_err() {
                        assert_eq!(snapshot(&desk, &posts).await, before, "{order:?} was refused");
                        continue;
                    }
                    assert_ne!(desk.days().await, before.0, "{order:?}");
                    desk.undo(&desk.anna).await.unwrap();
                    assert_eq!(snapshot(&desk, &posts).await, before, "{order:?}");
                    done += 1;
                }
            }
        }
    }
    assert!(done > 60, "{done}");
}

#[tokio::test]
async fn undoing_ends_with_somebody_elses_change_of_the_same_days() {
    let desk = Desk::new().await;
    let text = desk.add("mod", Some(3), false).await;
    desk.move_to(3, 4, WhenTaken::Ask).await.unwrap();
    let order = Order::Move { from: 4, to: 5, when_taken: WhenTaken::Ask };
    desk.perform(&desk.bo, &order, &[desk.seen(4).await, desk.seen(5).await]).await.unwrap();
    assert_eq!(desk.undo(&desk.anna).await, Err(BoardError::ChangedSince(4)));
    assert_eq!(desk.days().await[4], Some(text));
    desk.undo(&desk.bo).await.unwrap();
    assert_eq!(desk.undo(&desk.bo).await, Err(BoardError::NothingToUndo), "once");
    desk.undo(&desk.anna).await.unwrap();
    assert_eq!(desk.days().await[2], Some(text), "each undoes their own");
}

#[tokio::test]
async fn a_decision_about_other_words_does_not_come_back() {
    let desk = Desk::new().await;
    let text = desk.add("mod", Some(3), true).await;
    desk.perform(&desk.anna, &Order::Clear { day: 3 }, &[desk.seen(3).await]).await.unwrap();
    let post = desk.post(text).await;
    let content = crate::posts::PostContent { body: "Andra ord.".into(), ..post.content };
    let content = crate::posts::PreparedContent::new(PostKind::Guldkorn, content);
    let basis = crate::posts::save::Basis {
        post: text,
        base_revision: post.newest,
        draft_version: crate::posts::DraftVersion::NONE,
    };
    crate::posts::testing::act!(&desk.site.state, &desk.bo, crate::posts::save::save, basis, &content)
        .unwrap();
    desk.undo(&desk.anna).await.unwrap();
    assert_eq!(desk.days().await[2], Some(text));
    assert_eq!(desk.post(text).await.status, PostStatus::Ready);
}
