//! Editions, doors and posts against a real database.

mod doors;
mod visibility;

use sqlx::sqlite::SqliteConnection;

use super::*;
use crate::calendar::{EditionState, NewEdition, Schedule};
use crate::db::Db;
use crate::posts::store::{NewPost, NewRendition};
use crate::posts::{PostContent, PostId, PostKind, RenditionKind};
use crate::time::UnixMillis;

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
