//! Drafts, revisions and what readers see of them.

use super::*;

#[tokio::test]
async fn what_is_kept_is_neither_saved_nor_seen_by_readers() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.begin(PostKind::Article).await);
    let bo = &desk.bo;
    let text = article("Första");
    let begun = basis(post, 0, 0);
    let Autosaved::At(first) = act!(state, bo, autosave, begun, &text).unwrap() else { panic!("not saved") };
    assert_eq!(desk.work(post).await.newest, Revision(0));
    assert_eq!(act!(state, bo, autosave, begun, &text), Ok(Autosaved::At(first)), "nothing new");
    let longer = article("Första steget");
    let elsewhere = act!(state, bo, autosave, begun, &longer);
    assert_eq!(elsewhere, Ok(Autosaved::ElsewhereAt(first)), "another window");
    let here = basis(post, 0, first.0);
    let Autosaved::At(second) = act!(state, bo, autosave, here, &longer).unwrap() else {
        panic!("not saved")
    };
    assert!(second > first, "each state has a version of its own, even within a millisecond");

    let others = drafts::of_others(state.db.reader(), post, desk.anna.id).await.unwrap();
    assert_eq!(others.len(), 1);
    act!(state, &desk.anna, take_over, post, bo.id).unwrap();
    let mut tx = state.db.write_quietly().await.unwrap();
    let taken = drafts::find(&mut tx, post, desk.anna.id).await.unwrap().unwrap();
    assert_eq!(taken.content, longer);
    drop(tx);
    act!(state, &desk.anna, discard, post).unwrap();

    desk.save(bo, post, Revision(0), &longer).await.unwrap();
    let mut tx = state.db.write_quietly().await.unwrap();
    assert!(drafts::find(&mut tx, post, bo.id).await.unwrap().is_none(), "saved is not unsaved");
    drop(tx);
    assert_eq!(act!(state, bo, autosave, basis(post, 1, 0), &longer), Ok(Autosaved::AlreadySaved));
    let late = act!(state, bo, autosave, begun, &longer);
    assert_eq!(late, Ok(Autosaved::AlreadySaved), "on its way while it was saved");
    let late = act!(state, bo, autosave, begun, &text);
    let saved = DraftVersion::at(desk.site.now());
    assert_eq!(late, Ok(Autosaved::ElsewhereAt(saved)), "older than what the same person saved");
    let knowing = act!(state, bo, autosave, basis(post, 0, saved.0), &text);
    assert!(matches!(knowing, Ok(Autosaved::At(_))), "knowing of it");
}

#[tokio::test]
async fn nobody_saves_over_what_they_have_not_seen() {
    let desk = Desk::new().await;
    let post = desk.begin(PostKind::Article).await;
    desk.save(&desk.bo, post, Revision(0), &article("Bos")).await.unwrap();
    assert_eq!(desk.save(&desk.anna, post, Revision(0), &article("Annas")).await, Err(PostError::Newer));
    assert_eq!(desk.work(post).await.content, article("Bos"));
    desk.save(&desk.anna, post, Revision(0), &article("Bos"))
        .await
        .expect("what says the same is no conflict");
    desk.save(&desk.anna, post, Revision(1), &article("Annas")).await.unwrap();
    let versions = revisions::page(desk.site.state.db.reader(), post, 100, 0).await.unwrap();
    assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [Revision(2), Revision(1)]);
    assert_eq!(desk.work(post).await.published_revision, Revision(2));
}

#[tokio::test]
async fn a_published_text_stays_as_it_is_until_somebody_publishes_the_change() {
    let desk = Desk::new().await;
    let post = desk.begin(PostKind::Article).await;
    assert_eq!(desk.publish(post, &PostContent::default()).await, Err(PostError::Missing));
    desk.publish(post, &article("Små steg")).await.unwrap();
    let work = desk.work(post).await;
    assert_eq!((work.status, work.slug.as_str()), (PostStatus::Published, "sma-steg"));
    let published_at = work.published_at;

    desk.site.advance(DAY);
    desk.save(&desk.bo, post, Revision(1), &article("Stora steg")).await.unwrap();
    let work = desk.work(post).await;
    assert!(work.has_changes_to_publish());
    let title: String = sqlx::query_scalar("select title from posts where id = $1")
        .bind(post)
        .fetch_one(desk.site.state.db.reader())
        .await
        .unwrap();
    assert_eq!((title.as_str(), work.slug.as_str()), ("Små steg", "sma-steg"));

    desk.publish(post, &work.content).await.unwrap();
    let work = desk.work(post).await;
    assert!(!work.has_changes_to_publish());
    assert_eq!(work.published_at, published_at, "it keeps its day");
    assert_eq!(work.slug, "sma-steg", "readers know the address");
    let renamed = PostContent { slug: "Stora steg!".into(), ..work.content };
    desk.publish(post, &renamed).await.unwrap();
    assert_eq!(desk.work(post).await.slug, "stora-steg");
    let now = desk.site.now();
    let redirect = redirect_from(desk.site.state.db.reader(), "sma-steg", now).await.unwrap();
    assert_eq!(redirect, Some(former("stora-steg", true)));
    let renamed = desk.prepared(post, &renamed).await;
    let refused = act!(&desk.site.state, &desk.bo, publish, basis(post, 4, 0), &renamed);
    assert_eq!(refused, Err(PostError::NotYours));
}

#[tokio::test]
async fn an_older_version_comes_back_as_the_newest() {
    let desk = Desk::new().await;
    let (state, post) = (&desk.site.state, desk.begin(PostKind::Article).await);
    desk.save(&desk.bo, post, Revision(0), &article("Ett")).await.unwrap();
    desk.save(&desk.bo, post, Revision(1), &article("Två")).await.unwrap();
    let first = desk.prepared(post, &article("Ett")).await;
    let refused = act!(state, &desk.bo, restore, basis(post, 1, 0), Revision(1), &first);
    assert_eq!(refused, Err(PostError::Newer));
    act!(state, &desk.bo, restore, basis(post, 2, 0), Revision(1), &first).unwrap();
    assert_eq!(desk.work(post).await.content, article("Ett"));
    let newest = &revisions::page(state.db.reader(), post, 100, 0).await.unwrap()[0];
    assert_eq!((newest.number, newest.restored_from), (Revision(3), Some(Revision(1))));
    let mut tx = state.db.write_quietly().await.unwrap();
    assert!(revisions::content(&mut tx, post, Revision(9)).await.is_err());
}

#[tokio::test]
async fn what_the_program_put_in_is_the_first_version() {
    let desk = Desk::new().await;
    let mut tx = desk.site.state.db.write_content().await.unwrap();
    let new = NewPost {
        published: true,
        published_at: Some(UnixMillis(0)),
        ..NewPost::draft(PostKind::Page, "om", "Om").with_content(|content| content.body = "Gammalt.".into())
    };
    let post = add_post(&mut tx, &new, UnixMillis(0)).await.unwrap();
    tx.commit().await.unwrap();
    let before = desk.work(post).await;
    desk.save(&desk.anna, post, Revision(0), &article("Om oss")).await.unwrap();
    let versions = revisions::page(desk.site.state.db.reader(), post, 100, 0).await.unwrap();
    assert_eq!(
        versions.iter().map(|one| (one.number, one.by.clone())).collect::<Vec<_>>(),
        [(Revision(2), Some("Anna".into())), (Revision(1), None)]
    );
    assert_eq!(desk.work(post).await.published_revision, Revision(1));
    let original = desk.prepared(post, &before.content).await;
    act!(&desk.site.state, &desk.anna, restore, basis(post, 2, 0), Revision(1), &original).unwrap();
    assert_eq!(desk.work(post).await.content, before.content);
}
