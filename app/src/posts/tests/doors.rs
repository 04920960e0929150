//! Texts on doors.

use super::*;

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
