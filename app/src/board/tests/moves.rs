//! Moves in the database.

use super::*;
use crate::posts::{PostError, PostStatus};

#[tokio::test]
async fn a_text_is_put_on_a_day_moved_and_taken_away() {
    let desk = Desk::new().await;
    let (text, other) = (desk.add("mod", None, false).await, desk.add("tro", Some(5), true).await);
    let put = Order::Put { post: text, day: 4, when_taken: WhenTaken::Ask };
    let said = desk.perform(&desk.anna, &put, &[desk.seen(4).await]).await.unwrap();
    assert_eq!(said, "”mod” ligger nu på dag 4.");
    assert_eq!(desk.move_to(4, 5, WhenTaken::Ask).await, Err(BoardError::Taken(5)));
    assert_eq!(desk.move_to(4, 5, WhenTaken::Swap).await.unwrap(), "”tro” och ”mod” bytte plats.");
    assert_eq!(desk.days().await, [None, None, None, Some(other), Some(text), None]);
    assert_eq!(desk.post(other).await.status, PostStatus::Scheduled, "what was decided stays decided");

    let clear = Order::Clear { day: 4 };
    let said = desk.perform(&desk.anna, &clear, &[desk.seen(4).await]).await.unwrap();
    assert!(said.contains("Dag 4 är tom.") && said.contains("inte schemalagd längre"), "{said}");
    assert_eq!(desk.post(other).await.status, PostStatus::Ready);
}

#[tokio::test]
async fn of_two_people_only_one_moves_a_text() {
    let desk = Desk::new().await;
    let (text, other) = (desk.add("mod", Some(3), false).await, desk.add("tro", None, false).await);
    let (third, fourth) = (desk.seen(3).await, desk.seen(4).await);
    let move_it = Order::Move { from: 3, to: 4, when_taken: WhenTaken::Ask };
    let put = Order::Put { post: other, day: 4, when_taken: WhenTaken::Push };
    let (both, one) = ([third, fourth], [fourth]);
    let (anna, bo) =
        tokio::join!(desk.perform(&desk.anna, &move_it, &both), desk.perform(&desk.bo, &put, &one));
    let refused = BoardError::Changed(4);
    let days = desk.days().await;
    if anna.is_ok() {
        assert_eq!((bo, &days[2..4]), (Err(refused), &[None, Some(text)][..]));
    } else {
        assert_eq!((anna, &days[2..4]), (Err(refused), &[Some(text), Some(other)][..]));
        assert!(bo.is_ok());
    }
}

#[tokio::test]
async fn what_readers_have_is_moved_only_when_somebody_is_sure() {
    let desk = Desk::new().await;
    let (open, coming) = (desk.add("mod", Some(2), true).await, desk.add("tro", Some(5), true).await);
    assert_eq!(desk.move_to(2, 6, WhenTaken::Ask).await, Err(BoardError::NotSure));
    assert_eq!(desk.move_to(5, 1, WhenTaken::Ask).await, Err(BoardError::NotSure), "it would open at once");
    assert_eq!(desk.days().await[1], Some(open));
    assert_eq!(desk.days().await[4], Some(coming));
    let order = Order::Move { from: 2, to: 6, when_taken: WhenTaken::Ask };
    let seen = [desk.seen(2).await, desk.seen(6).await];
    perform(&desk.site.state, &desk.anna, desk.edition, &order, &seen, true).await.unwrap();
    assert_eq!(desk.post(open).await.status, PostStatus::Scheduled);
}

#[tokio::test]
async fn a_writer_moves_what_nobody_has_decided_on() {
    let desk = Desk::new().await;
    desk.add("mod", Some(4), true).await;
    let text = desk.add("tro", Some(3), false).await;
    let writer = Staff { role: Role::Writer, ..desk.bo.clone() };
    let swap = Order::Move { from: 3, to: 4, when_taken: WhenTaken::Swap };
    let seen = [desk.seen(3).await, desk.seen(4).await];
    let refused = desk.perform(&writer, &swap, &seen).await;
    assert_eq!(refused, Err(BoardError::Post(PostError::NotYours)));
    let free = Order::Move { from: 3, to: 6, when_taken: WhenTaken::Ask };
    desk.perform(&writer, &free, &[desk.seen(3).await, desk.seen(6).await]).await.unwrap();
    assert_eq!(desk.days().await[5], Some(text));
}

#[tokio::test]
async fn a_text_that_is_out_already_is_not_put_on_a_day() {
    let desk = Desk::new().await;
    let published = desk.add("mod", None, true).await;
    let elsewhere = desk.add("tro", Some(4), false).await;
    for post in [published, elsewhere] {
        let put = Order::Put { post, day: 6, when_taken: WhenTaken::Ask };
        assert_eq!(desk.perform(&desk.anna, &put, &[desk.seen(6).await]).await, Err(BoardError::HasDay));
    }
}

#[tokio::test]
async fn several_texts_fill_the_empty_days_in_order() {
    let desk = Desk::new().await;
    let taken = desk.add("mod", Some(4), false).await;
    let mut posts = Vec::new();
    for slug in ["ett", "tva", "tre", "fyra"] {
        posts.push(desk.add(slug, None, false).await);
    }
    let order = Order::Fill { posts: posts.clone(), days: vec![3, 5, 6] };
    let seen: Vec<_> = [3, 5, 6].map(|day| Seen { day, post: None }).into();
    desk.perform(&desk.anna, &order, &seen).await.unwrap();
    let expected = [None, None, Some(posts[0]), Some(taken), Some(posts[1]), Some(posts[2])];
    assert_eq!(desk.days().await, expected);
    assert_eq!(desk.post(posts[3]).await.door, None, "there was no day for it");
}
