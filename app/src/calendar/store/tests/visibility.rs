//! The rule of visibility against itself: whatever is written, and in whatever order, the triggers give `posts.public_from` the
//! value of the view `publicity`.

use proptest::prelude::*;

use super::*;
use crate::ids::EditionId;
use crate::posts::Language;
use crate::posts::rendition::find_public;
use crate::posts::store::doors::hang;
use crate::posts::store::{add_post, add_rendition};

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
