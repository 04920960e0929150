//! Every query for the public checks by itself whether a post is public, even where another query has checked it.

use super::*;
use crate::db::Db;
use crate::db::publicity::public_at;
use crate::posts::PostKind;
use crate::posts::store::{NewPost, add_post};
use crate::posts::tags::{Tag, add_tag};
use crate::time::UnixMillis;

const OPENS: UnixMillis = UnixMillis(1_000);

fn post(slug: &str, published_at: UnixMillis) -> NewPost {
    NewPost {
        published: true,
        published_at: Some(published_at),
        ..NewPost::draft(PostKind::Article, slug, slug).with_content(|content| {
            content.tags = vec!["mod".into()];
        })
    }
}

#[tokio::test]
async fn no_query_returns_a_post_before_it_is_public() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&folder.path().join("guldkorn.db")).await.expect("a database");
    let mut writer = db.write_content().await.expect("a transaction");
    add_tag(&mut writer, &Tag { slug: "mod".into(), name: "Mod".into() }).await.expect("saved");
    let old = add_post(&mut writer, &post("gammal", UnixMillis(1)), UnixMillis(0)).await.expect("saved");
    let new = add_post(&mut writer, &post("ny", OPENS), UnixMillis(0)).await.expect("saved");
    let coming = add_post(&mut writer, &post("kommande", OPENS + 1), UnixMillis(0)).await.expect("saved");
    writer.commit().await.expect("committed");

    for (now, is_public) in [(OPENS - 1, false), (OPENS, true)] {
        let reader = db.reader();
        assert_eq!(find_public(reader, &[PostKind::Article], "ny", now).await.is_ok(), is_public, "found");
        assert!(find_public(reader, &[PostKind::Voice], "ny", now).await.is_err(), "of another kind");
        assert_eq!(public_post(reader, new, now).await.is_ok(), is_public, "read");
        let expected: &[&str] = if is_public { &["ny", "gammal"] } else { &["gammal"] };
        let listed = posts_between(reader, &ALWAYS, now, 10, 0).await.expect("read");
        assert_eq!(listed.iter().map(|post| &*post.slug).collect::<Vec<_>>(), expected, "listed");
        assert_eq!(
            count_between(reader, &ALWAYS, now).await.expect("read") as usize,
            expected.len(),
            "counted"
        );
        let post = public_post(reader, old, now).await.expect("read");
        let [older, newer] = neighbours(reader, &post, now).await.expect("read");
        assert_eq!((older, newer.is_some()), (None, is_public), "beside");
        assert_eq!(next_publication(reader, now).await.expect("read"), Some(now + 1), "next");
    }
    let tag = find_tag(db.reader(), "mod").await.expect("saved").id;
    for (now, public) in [(OPENS - 1, vec![old]), (OPENS, vec![new, old])] {
        let reader = db.reader();
        let count = u32::try_from(public.len()).expect("a few");
        let names = [(new, "ny"), (old, "gammal")];
        let slugs: Vec<_> =
            names.iter().filter(|(id, _)| public.contains(id)).map(|(_, slug)| *slug).collect();
        assert_eq!(newest_in_blog(reader, now, 10).await.expect("read"), public, "feed");
        assert_eq!(newest_with_tag(reader, tag, now, 10).await.expect("read"), public, "feed of a tag");
        let tagged = posts_with_tag(reader, tag, now, 10, 0).await.expect("read");
        assert_eq!(tagged.iter().map(|post| &*post.slug).collect::<Vec<_>>(), slugs, "with a tag");
        assert_eq!(count_with_tag(reader, tag, now).await.expect("read"), count, "counted with a tag");
        let counts = tag_counts(reader, now).await.expect("read");
        assert_eq!(counts.iter().map(|count| count.posts).collect::<Vec<_>>(), [count], "in the aside");
        assert_eq!(publications(reader, now).await.expect("read").len(), public.len(), "in the archive");
        let newest = newest_links(reader, now, 10).await.expect("read");
        assert_eq!(newest.iter().map(|post| &*post.slug).collect::<Vec<_>>(), slugs, "named in the aside");
        let tags = super::tagged(reader, now).await.expect("read");
        assert_eq!(tags.iter().map(|(post, _)| *post).collect::<Vec<_>>(), public, "related");
        let by_id = posts_by_id(reader, &[new], now).await.expect("read");
        assert_eq!(!by_id.is_empty(), public.contains(&new), "by id");
        let listed = sitemap_posts(reader, now).await.expect("read");
        assert_eq!(listed.iter().map(|post| &*post.slug).collect::<Vec<_>>(), slugs, "in the sitemap");
    }
    let post = public_post(db.reader(), coming, OPENS + 1).await.expect("read");
    let [older, _] = neighbours(db.reader(), &post, OPENS - 1).await.expect("read");
    assert_eq!(older.map(|post| post.slug).as_deref(), Some("gammal"), "the clock was set back");
}

/// A story is gone from every query from the millisecond on at which its consent ends.
#[tokio::test]
async fn no_query_returns_a_story_whose_consent_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
    let mut writer = db.write_content().await.unwrap();
    let tag = Tag { slug: "mod".into(), name: "Mod".into() };
    add_tag(&mut writer, &tag).await.unwrap();
    let old = add_post(&mut writer, &post("gammal", UnixMillis(1)), UnixMillis(0)).await.unwrap();
    let story = add_post(&mut writer, &post("berattelse", UnixMillis(2)), UnixMillis(0)).await.unwrap();
    sqlx::query(
        "insert into consents (post_id, state, on_site, in_social_media, given_how, given_on, ends_at, changed_at)
         values ($1, 'given', 1, 1, 'paper', '2026-12-01', $2, 0)",
    )
    .bind(story)
    .bind(OPENS)
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    let reader = db.reader();
    let tag = find_tag(reader, "mod").await.unwrap().id;
    for (now, public) in [(OPENS - 1, vec![story, old]), (OPENS, vec![old])] {
        let (count, is_public) = (u32::try_from(public.len()).unwrap(), public.contains(&story));
        let slugs: &[&str] = if is_public { &["berattelse", "gammal"] } else { &["gammal"] };
        let of = |posts: Vec<crate::blog::types::Teaser>| {
            posts.into_iter().map(|post| post.slug).collect::<Vec<_>>()
        };
        assert_eq!(find_public(reader, &[PostKind::Article], "berattelse", now).await.is_ok(), is_public);
        assert_eq!(public_post(reader, story, now).await.is_ok(), is_public);
        assert_eq!(of(posts_between(reader, &ALWAYS, now, 10, 0).await.unwrap()), slugs);
        assert_eq!(count_between(reader, &ALWAYS, now).await.unwrap(), count);
        assert_eq!(of(posts_with_tag(reader, tag, now, 10, 0).await.unwrap()), slugs);
        assert_eq!(count_with_tag(reader, tag, now).await.unwrap(), count);
        assert_eq!(of(posts_by_id(reader, &[story, old], now).await.unwrap()), slugs);
        assert_eq!(newest_in_blog(reader, now, 10).await.unwrap(), public);
        assert_eq!(newest_with_tag(reader, tag, now, 10).await.unwrap(), public);
        assert_eq!(publications(reader, now).await.unwrap().len(), public.len());
        assert_eq!(tag_counts(reader, now).await.unwrap()[0].posts, count);
        assert_eq!(newest_links(reader, now, 10).await.unwrap().len(), public.len());
        assert_eq!(super::tagged(reader, now).await.unwrap().len(), public.len());
        assert_eq!(sitemap_posts(reader, now).await.unwrap().len(), public.len());
        assert_eq!(public_texts(reader, now).await.unwrap().len(), public.len());
        let read = public_post(reader, old, now).await.unwrap();
        let [_, newer] = neighbours(reader, &read, now).await.unwrap();
        assert_eq!(newer.is_some(), is_public);
        let next = crate::consent::store::next_end(reader, now).await.unwrap();
        assert_eq!(next, is_public.then_some(OPENS), "it is a change of the site");
    }
}

/// An index for the staff's lists must not make SQLite choose another one for the public lists.
#[tokio::test]
async fn public_lists_use_their_own_index() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(concat!(
        "explain query plan select id from posts
         where kind in ('article', 'guldkorn') and public_from >= $1 and public_from < $2 and ",
        public_at!("$3"),
        "
         order by public_from desc, id desc limit 10"
    ))
    .bind(0)
    .bind(UnixMillis::MAX)
    .bind(1)
    .fetch_all(db.reader())
    .await
    .unwrap();
    let steps: Vec<_> = plan.into_iter().map(|(.., step)| step).collect();
    assert!(steps.len() == 1 && steps[0].contains("posts_in_blog"), "{steps:?}");
}
