//! Publishing, withdrawing, the trash and addresses.

use super::*;

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
