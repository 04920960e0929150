//! Checks the rule of visibility against itself: whatever is written, and in whatever order, the triggers give
//! `posts.public_from` the value of the view `publicity`.

use proptest::prelude::*;
use sqlx::sqlite::SqliteConnection;

use super::*;
use crate::calendar::{EditionState, NewEdition, Schedule};
use crate::db::Db;
use crate::ids::EditionId;
use crate::posts::rendition::find_public;
use crate::posts::store::doors::hang;
use crate::posts::store::{NewPost, NewRendition, add_post, add_rendition};
use crate::posts::{Language, PostContent, PostId, PostKind, RenditionKind};
use crate::time::UnixMillis;

const NOON: UnixMillis = UnixMillis(1_796_122_800_000); // 2026-12-01T11:00:00Z

fn edition(slug: &str, state: EditionState) -> NewEdition {
    NewEdition {
        state,
        ..NewEdition::draft(
            slug,
            slug,
            Schedule::parse("2026-12-01", 3, "06:00", "Europe/Stockholm").unwrap(),
        )
    }
}

fn guldkorn(slug: &str, published: bool, published_at: Option<UnixMillis>) -> NewPost {
    NewPost { published, published_at, ..NewPost::draft(PostKind::Guldkorn, slug, slug) }
}

async fn empty() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&folder.path().join("guldkorn.db")).await.expect("a database");
    (folder, db)
}

async fn public_from(db: &Db, post: PostId) -> Option<UnixMillis> {
    sqlx::query_scalar("select public_from from posts where id = $1")
        .bind(post)
        .fetch_one(db.reader())
        .await
        .expect("a post")
}

#[tokio::test]
async fn a_post_on_a_door_is_public_exactly_when_the_door_is_open() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let draft = add_edition(&mut writer, &edition("utkast", EditionState::Draft), "").await.expect("saved");
    let mut posts = Vec::new();
    for (slug, published) in [("pa-lucka", true), ("i-utkast", true), ("ofardig", false), ("fri", true)] {
        // Each has a publication time long ago, which a door overrules.
        posts.push(
            add_post(&mut writer, &guldkorn(slug, published, Some(UnixMillis(1))), UnixMillis(0))
                .await
                .expect("saved"),
        );
    }
    hang(&mut writer, open, 2, posts[0]).await.expect("hung");
    hang(&mut writer, draft, 1, posts[1]).await.expect("hung");
    hang(&mut writer, open, 3, posts[2]).await.expect("hung");
    writer.commit().await.expect("committed");

    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    assert_eq!(public_from(&db, posts[0]).await, Some(second.into()));
    assert_eq!(public_from(&db, posts[1]).await, None, "a draft edition has no open door");
    assert_eq!(public_from(&db, posts[2]).await, None, "a draft is not public");
    assert_eq!(
        public_from(&db, posts[3]).await,
        Some(UnixMillis(1)),
        "a post on no door follows its own time"
    );
    assert_eq!(post_on_door(db.reader(), open, 2, UnixMillis::from(second) - 1).await.expect("read"), None);
    let found = post_on_door(db.reader(), open, 2, second.into()).await.expect("read");
    assert_eq!(found, Some(posts[0]));
    assert_eq!(next_opening(db.reader(), NOON).await.expect("read"), Some(second.into()));
}

#[tokio::test]
async fn no_post_hangs_on_a_missing_day_or_on_two_doors() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let edition =
        add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let post = add_post(&mut writer, &guldkorn("ett", true, None), UnixMillis(0)).await.expect("saved");
    assert!(matches!(hang(&mut writer, edition, 4, post).await, Err(sqlx::Error::RowNotFound)));
    hang(&mut writer, edition, 1, post).await.expect("hung");
    hang(&mut writer, edition, 2, post).await.expect_err("it hangs on day 1");
}

/// Each query checks by itself, whatever another one checks.
#[tokio::test]
async fn only_open_doors_have_titles() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let draft = add_edition(&mut writer, &edition("utkast", EditionState::Draft), "").await.expect("saved");
    for (day, slug) in [(1, "ett"), (2, "tva")] {
        let post = add_post(&mut writer, &guldkorn(slug, true, Some(UnixMillis(1))), UnixMillis(0))
            .await
            .expect("saved");
        hang(&mut writer, open, day, post).await.expect("hung");
    }
    let hidden = add_post(&mut writer, &guldkorn("i-utkast", true, Some(UnixMillis(1))), UnixMillis(0))
        .await
        .expect("saved");
    hang(&mut writer, draft, 1, hidden).await.expect("hung");
    writer.commit().await.expect("committed");

    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    for (now, days) in [(UnixMillis::from(second) - 1, vec![1]), (second.into(), vec![1, 2])] {
        let titles = open_titles(db.reader(), open, now).await.expect("read");
        let mut found: Vec<u16> = titles.keys().copied().collect();
        found.sort_unstable();
        assert_eq!(found, days);
        assert_eq!(titles[&1].0, "ett");
        assert!(open_titles(db.reader(), draft, now).await.expect("read").is_empty());
    }
}

#[tokio::test]
async fn the_next_opening_is_that_of_a_published_edition() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let schedule = Schedule::parse("2027-01-01", 3, "06:00", "Europe/Stockholm").expect("a schedule");
    let late = NewEdition { schedule, ..edition("2027", EditionState::Published) };
    add_edition(&mut writer, &edition("utkast", EditionState::Draft), "").await.expect("saved");
    add_edition(&mut writer, &late, "").await.expect("saved");
    writer.commit().await.expect("committed");
    let first: jiff::Timestamp = "2027-01-01T06:00+01:00".parse().expect("an instant");
    assert_eq!(next_opening(db.reader(), NOON).await.expect("read"), Some(first.into()));
    let second: jiff::Timestamp = "2027-01-02T06:00+01:00".parse().expect("an instant");
    let next = next_opening(db.reader(), first.into()).await.expect("read");
    assert_eq!(next, Some(second.into()), "what has come is not next");
    let opening = opening_at(db.reader(), second.into()).await.expect("read");
    assert_eq!(opening, [("2027".to_owned(), 2)]);
    assert!(opening_at(db.reader(), UnixMillis::from(second) + 1).await.expect("read").is_empty());
}

/// No code of today writes a door together with its post, but an import may.
#[tokio::test]
async fn a_door_added_with_its_post_decides_at_once() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let post = add_post(&mut writer, &guldkorn("ett", true, Some(UnixMillis(1))), UnixMillis(0))
        .await
        .expect("saved");
    sqlx::query("delete from doors where day = 3").execute(&mut *writer).await.expect("removed");
    sqlx::query("insert into doors (edition_id, day, post_id, opens_at) values ($1, 3, $2, 77)")
        .bind(open)
        .bind(post)
        .execute(&mut *writer)
        .await
        .expect("added");
    assert_eq!(stale(&mut writer).await, Vec::<i64>::new());
    writer.commit().await.expect("committed");
    assert_eq!(public_from(&db, post).await, Some(UnixMillis(77)));
}

/// Something that may be written. Editions and posts are named by their index.
#[derive(Debug, Clone)]
enum Write {
    Hang { edition: usize, day: u16, post: usize },
    TakeDown { edition: usize, day: u16 },
    SetState { post: usize, state: &'static str },
    SetTime { post: usize, at: Option<UnixMillis> },
    Publish { edition: usize, state: &'static str },
    MoveOpening { edition: usize, day: u16, at: UnixMillis },
    Refresh,
    RemoveEdition { edition: usize },
    Consent { post: usize, state: &'static str, on_site: bool, ends_at: Option<UnixMillis> },
    Unmark { post: usize },
    Own { rendition: usize, sensitive: bool },
}

fn any_write() -> impl Strategy<Value = Write> {
    let (edition, day, post, at) = (0..2_usize, 1..=3_u16, 0..3_usize, (0..5_i64).prop_map(UnixMillis));
    // The last two are renditions of the first two.
    let any_post = 0..5_usize;
    let states = prop::sample::select(&["draft", "ready", "published", "withdrawn", "trash"][..]);
    let publish = prop::sample::select(&["draft", "published"][..]);
    let consents = prop::sample::select(&["unknown", "asked", "given", "given", "withdrawn"][..]);
    prop_oneof![
        4 => (edition.clone(), day.clone(), any_post.clone())
            .prop_map(|(edition, day, post)| Write::Hang { edition, day, post }),
        2 => (edition.clone(), day.clone()).prop_map(|(edition, day)| Write::TakeDown { edition, day }),
        4 => (any_post.clone(), states).prop_map(|(post, state)| Write::SetState { post, state }),
        3 => (any_post, prop::option::of(at.clone())).prop_map(|(post, at)| Write::SetTime { post, at }),
        3 => (post.clone(), consents, any::<bool>(), prop::option::of(at.clone()))
            .prop_map(|(post, state, on_site, ends_at)| Write::Consent { post, state, on_site, ends_at }),
        1 => post.prop_map(|post| Write::Unmark { post }),
        1 => (3..5_usize, any::<bool>()).prop_map(|(rendition, sensitive)| Write::Own { rendition, sensitive }),
        2 => (edition.clone(), publish).prop_map(|(edition, state)| Write::Publish { edition, state }),
        1 => (edition.clone(), day, at).prop_map(|(edition, day, at)| Write::MoveOpening { edition, day, at }),
        1 => Just(Write::Refresh),
        1 => edition.prop_map(|edition| Write::RemoveEdition { edition }),
    ]
}

async fn execute(writer: &mut SqliteConnection, write: &Write, editions: [EditionId; 2], posts: [PostId; 5]) {
    // A write may be refused, for example because the post hangs on another door; then it changed nothing.
    _ = match *write {
        Write::Hang { edition, day, post } => hang(writer, editions[edition], day, posts[post]).await.is_ok(),
        Write::TakeDown { edition, day } => {
            let query = sqlx::query("update doors set post_id = null where edition_id = $1 and day = $2");
            query.bind(editions[edition]).bind(day).execute(writer).await.is_ok()
        }
        Write::SetState { post, state } => {
            let query = sqlx::query("update posts set state = $2 where id = $1");
            query.bind(posts[post]).bind(state).execute(writer).await.is_ok()
        }
        Write::SetTime { post, at } => {
            let query = sqlx::query("update posts set published_at = $2 where id = $1");
            query.bind(posts[post]).bind(at).execute(writer).await.is_ok()
        }
        Write::Publish { edition, state } => {
            let query = sqlx::query("update editions set state = $2 where id = $1");
            query.bind(editions[edition]).bind(state).execute(writer).await.is_ok()
        }
        Write::MoveOpening { edition, day, at } => {
            let query = sqlx::query("update doors set opens_at = $3 where edition_id = $1 and day = $2");
            query.bind(editions[edition]).bind(day).bind(at).execute(writer).await.is_ok()
        }
        Write::Refresh => refresh_openings(writer).await.is_ok(),
        Write::RemoveEdition { edition } => {
            let query = sqlx::query("delete from editions where id = $1");
            query.bind(editions[edition]).execute(writer).await.is_ok()
        }
        Write::Consent { post, state, on_site, ends_at } => {
            give_consent(writer, posts[post], state, on_site, ends_at).await;
            true
        }
        // A rendition stays with its original, and is as sensitive as that.
        Write::Own { rendition, sensitive } => {
            let query = sqlx::query("update posts set original_id = $2 where id = $1");
            let moved = query.bind(posts[rendition]).bind(posts[2]).execute(&mut *writer).await;
            assert!(moved.is_err(), "a rendition stays");
            let query = sqlx::query("update posts set sensitive = $2 where id = $1");
            query.bind(posts[rendition]).bind(sensitive).execute(writer).await.is_ok()
        }
        Write::Unmark { post } => crate::consent::store::remove(writer, posts[post]).await.is_ok(),
    };
}

async fn give_consent(
    writer: &mut SqliteConnection,
    post: PostId,
    state: &str,
    on_site: bool,
    ends_at: Option<UnixMillis>,
) {
    sqlx::query(
        "insert or replace into consents (post_id, state, on_site, given_how, given_on, ends_at, withdrawn_at, changed_at)
         values ($1, $2, $3, 'paper', '2026-12-01', $4, case when $2 = 'withdrawn' then 1 end, 1)",
    )
    .bind(post)
    .bind(state)
    .bind(on_site)
    .bind(ends_at)
    .execute(writer)
    .await
    .expect("an entry");
}

/// Counts the renditions that hang on a door, have consent of their own, or are not as sensitive as their originals.
async fn astray(writer: &mut SqliteConnection) -> i64 {
    sqlx::query_scalar(
        "select count(*) from posts p join posts o on o.id = p.original_id
         where p.sensitive <> o.sensitive or p.id in (select post_id from doors) or p.id in (select post_id from consents)",
    )
    .fetch_one(writer)
    .await
    .expect("read")
}

fn rendition(original: PostId, told: RenditionKind, published_at: i64) -> NewRendition {
    let content = PostContent { title: "Lättare".into(), ..PostContent::default() };
    NewRendition { original, told, content, published_at: Some(UnixMillis(published_at)) }
}

/// Returns the posts whose `public_from` or `public_until` is not the rule's.
async fn stale(writer: &mut SqliteConnection) -> Vec<i64> {
    sqlx::query_scalar(
        "select p.id from posts p join publicity v on v.post_id = p.id
         where p.public_from is not v.public_from or p.public_until is not v.public_until",
    )
    .fetch_all(writer)
    .await
    .expect("read")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn public_from_is_always_the_rules(writes in prop::collection::vec(any_write(), 1..25)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let (_folder, db) = empty().await;
            let mut writer = db.write_content().await.expect("a transaction");
            let editions = [
                add_edition(&mut writer, &edition("a", EditionState::Published), "").await.expect("saved"),
                add_edition(&mut writer, &edition("b", EditionState::Draft), "").await.expect("saved"),
            ];
            let mut posts = [PostId::NONE; 5];
            for (post, slug) in posts.iter_mut().zip(["x", "y", "z"]) {
                *post = add_post(&mut writer, &guldkorn(slug, true, Some(UnixMillis(3))), UnixMillis(0)).await.expect("saved");
            }
            for (place, told) in [(3, RenditionKind::EasyRead), (4, RenditionKind::Translation(Language::parse("ar")))] {
                posts[place] = add_rendition(&mut writer, &rendition(posts[place - 3], told, 2), UnixMillis(0)).await.expect("saved");
            }
            for write in &writes {
                execute(&mut writer, write, editions, posts).await;
                prop_assert_eq!(stale(&mut writer).await, Vec::<i64>::new(), "after {:?}", write);
                prop_assert_eq!(astray(&mut writer).await, 0, "after {:?}", write);
            }
            Ok(())
        })?;
    }
}

/// What a program with an older time-zone database wrote is corrected, and with it when posts are public.
#[tokio::test]
async fn refreshing_corrects_openings_and_when_posts_are_public() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    let post = add_post(&mut writer, &guldkorn("ett", true, Some(UnixMillis(1))), UnixMillis(0))
        .await
        .expect("saved");
    hang(&mut writer, open, 2, post).await.expect("hung");
    sqlx::query("update doors set opens_at = 5").execute(&mut *writer).await.expect("an older law");
    refresh_openings(&mut writer).await.expect("refreshed");
    writer.commit().await.expect("committed");
    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    assert_eq!(public_from(&db, post).await, Some(second.into()));
}

#[tokio::test]
async fn a_label_is_public_when_its_door_is_open() {
    let (_folder, db) = empty().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let open = add_edition(&mut writer, &edition("2026", EditionState::Published), "").await.expect("saved");
    set_label(&mut writer, open, 2, "Lucia").await.expect("named");
    assert!(matches!(set_label(&mut writer, open, 4, "Lucia").await, Err(sqlx::Error::RowNotFound)));
    writer.commit().await.expect("committed");
    let second: jiff::Timestamp = "2026-12-02T06:00+01:00".parse().expect("an instant");
    let before = label_of(db.reader(), open, 2, UnixMillis::from(second) - 1).await;
    assert!(matches!(before, Err(sqlx::Error::RowNotFound)), "{before:?}");
    assert_eq!(label_of(db.reader(), open, 2, second.into()).await.expect("read"), "Lucia");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever somebody writes, readers find a text at an instant exactly when its time has come and its consent, if it needs
    /// one, stands then: worked out here anew, without view or triggers.
    #[test]
    fn no_text_is_public_outside_its_consent(
        published_at in 0..8_i64,
        rendition_at in 0..8_i64,
        door in prop::option::of((1..=3_u16, 0..8_i64)),
        entries in prop::collection::vec(
            (prop::sample::select(&["unknown", "asked", "given", "given", "withdrawn"][..]), any::<bool>(),
                prop::option::of(0..8_i64)),
            0..4,
        ),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let (_folder, db) = empty().await;
            let mut writer = db.write_content().await.expect("a transaction");
            let new = guldkorn("x", true, Some(UnixMillis(published_at)));
            let post = add_post(&mut writer, &new, UnixMillis(0)).await.expect("saved");
            if let Some((day, opens_at)) = door {
                let edition = add_edition(&mut writer, &edition("a", EditionState::Published), "").await.expect("saved");
                hang(&mut writer, edition, day, post).await.expect("hung");
                sqlx::query("update doors set opens_at = $1").bind(opens_at).execute(&mut *writer).await.expect("moved");
            }
            for (state, on_site, ends_at) in &entries {
                give_consent(&mut writer, post, state, *on_site, ends_at.map(UnixMillis)).await;
            }
            let told = RenditionKind::EasyRead;
            add_rendition(&mut writer, &rendition(post, told, rendition_at), UnixMillis(0)).await.expect("saved");
            writer.commit().await.expect("committed");
            let from = door.map_or(published_at, |(_, opens_at)| opens_at);
            for now in -1..9_i64 {
                let stands = entries.last().is_none_or(|(state, on_site, ends_at)| {
                    *state == "given" && *on_site && ends_at.is_none_or(|end| now < end)
                });
                let found = crate::blog::store::find_public(db.reader(), &[PostKind::Guldkorn], "x", UnixMillis(now)).await;
                prop_assert_eq!(found.is_ok(), from <= now && stands, "at {} {:?}", now, entries);
                let kinds = &[PostKind::Guldkorn][..];
                let easy = find_public(db.reader(), kinds, "x", told, UnixMillis(now)).await;
                prop_assert_eq!(
                    easy.is_ok(), from.max(rendition_at) <= now && stands, "a rendition at {} {:?}", now, entries
                );
                let easy_later = find_public(db.reader(), kinds, "x", told, UnixMillis(now + 1)).await;
                let next = crate::blog::store::next_publication(db.reader(), UnixMillis(now)).await.expect("read");
                let end = crate::consent::store::next_end(db.reader(), UnixMillis(now)).await.expect("read");
                let is_told = [next, end].contains(&Some(UnixMillis(now + 1)));
                let later = crate::blog::store::find_public(db.reader(), &[PostKind::Guldkorn], "x", UnixMillis(now + 1)).await;
                prop_assert!(easy.is_ok() == easy_later.is_ok() || is_told, "a rendition's change at {}", now + 1);
                prop_assert!(found.is_ok() == later.is_ok() || is_told, "a change at {}", now + 1);
            }
            Ok(())
        })?;
    }
}
