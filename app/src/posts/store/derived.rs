//! What triggers derive from posts, held against what it derives from: when readers may see a post, and which
//! pictures and documents it shows, on which it depends whether those are public.
//!
//! The views `publicity`, `shown_pictures` and `linked_documents` are the rules. For all posts at a time the last two would
//! compare each post with each picture; [`outdated`] reads every text once instead.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::documents::DocumentId;
use crate::media::PictureId;
use crate::media::id::find_ids;
use crate::posts::PostId;

/// Number of posts in memory at a time.
const BATCH: i64 = 100;

/// The posts whose derived values are wrong, each with its title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outdated {
    /// Those that readers would see at another time than the rule of visibility says.
    pub public_from: Vec<(PostId, String)>,
    /// Those whose list of pictures or of documents is another one than their text shows.
    pub uses: Vec<(PostId, String)>,
}

#[derive(sqlx::FromRow)]
struct PostRow {
    id: PostId,
    title: String,
    picture_id: Option<PictureId>,
    body_html: String,
    documents: String,
}

/// What a post shows: its pictures, and its documents with their places below the text.
type Uses = (BTreeSet<PictureId>, BTreeMap<DocumentId, i64>);

/// Finds the posts whose derived values are wrong.
///
/// # Errors
/// When the database cannot be read.
pub async fn outdated(reader: &SqlitePool) -> Result<Outdated, sqlx::Error> {
    let public_from = sqlx::query_as(
        "select p.id, p.title from posts p join publicity v on v.post_id = p.id
         where p.public_from is not v.public_from or p.public_until is not v.public_until order by p.id",
    )
    .fetch_all(reader)
    .await?;
    let mut found = Outdated { public_from, uses: Vec::new() };
    let pictures = known::<PictureId>(reader, "select id from pictures").await?;
    let documents = known::<DocumentId>(reader, "select id from documents").await?;
    let mut done = PostId(0);
    loop {
        let posts: Vec<PostRow> = sqlx::query_as(
            "select id, title, picture_id, body_html, documents from posts where id > $1 order by id limit $2",
        )
        .bind(done)
        .bind(BATCH)
        .fetch_all(reader)
        .await?;
        let Some(last) = posts.last().map(|post| post.id) else { return Ok(found) };
        let mut stored = stored_uses(reader, done, last).await?;
        done = last;
        for post in posts {
            if stored.remove(&post.id).unwrap_or_default() != shown_by(&post, &pictures, &documents) {
                found.uses.push((post.id, post.title));
            }
        }
    }
}

/// Derives the values again.
///
/// # Errors
/// When the database cannot be written.
pub async fn derive_again(writer: &mut SqliteConnection, outdated: &Outdated) -> Result<(), sqlx::Error> {
    derive_publicity(writer).await?;
    for (post, _) in &outdated.uses {
        for step in [
            "delete from post_pictures where post_id = $1",
            "insert into post_pictures (picture_id, post_id)
             select picture_id, post_id from shown_pictures where post_id = $1",
            "delete from post_documents where post_id = $1",
            "insert into post_documents (document_id, post_id, position)
             select document_id, post_id, position from linked_documents where post_id = $1",
        ] {
            run(writer, step, *post).await?;
        }
    }
    Ok(())
}

/// Derives for every post again from when and until when readers may see it.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn derive_publicity(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
         where public_from is not (select public_from from publicity where post_id = posts.id)
             or public_until is not (select public_until from publicity where post_id = posts.id)",
    )
    .execute(writer)
    .await?;
    Ok(())
}

async fn run(writer: &mut SqliteConnection, step: &'static str, post: PostId) -> Result<(), sqlx::Error> {
    sqlx::query(step).bind(post).execute(writer).await?;
    Ok(())
}

async fn known<I>(reader: &SqlitePool, query: &'static str) -> Result<HashSet<I>, sqlx::Error>
where
    I: Eq + std::hash::Hash + Send + Unpin + sqlx::Type<sqlx::Sqlite>,
    for<'r> I: sqlx::Decode<'r, sqlx::Sqlite>,
{
    Ok(sqlx::query_scalar(query).fetch_all(reader).await?.into_iter().collect())
}

/// Reads the lists of the posts after one and up to another.
async fn stored_uses(
    reader: &SqlitePool,
    after: PostId,
    last: PostId,
) -> Result<BTreeMap<PostId, Uses>, sqlx::Error> {
    let pictures: Vec<(PostId, PictureId)> =
        sqlx::query_as("select post_id, picture_id from post_pictures where post_id > $1 and post_id <= $2")
            .bind(after)
            .bind(last)
            .fetch_all(reader)
            .await?;
    let documents: Vec<(PostId, DocumentId, i64)> = sqlx::query_as(
        "select post_id, document_id, position from post_documents where post_id > $1 and post_id <= $2",
    )
    .bind(after)
    .bind(last)
    .fetch_all(reader)
    .await?;
    let mut stored: BTreeMap<PostId, Uses> = BTreeMap::new();
    for (post, picture) in pictures {
        stored.entry(post).or_default().0.insert(picture);
    }
    for (post, document, position) in documents {
        stored.entry(post).or_default().1.insert(document, position);
    }
    Ok(stored)
}

/// Finds what a post shows, by the rules of the views.
fn shown_by(post: &PostRow, pictures: &HashSet<PictureId>, documents: &HashSet<DocumentId>) -> Uses {
    let in_text = PictureId::find_all(&post.body_html)
        .filter(|id| post.body_html.contains(&format!("/media/{id}/")))
        .chain(post.picture_id);
    let in_text = in_text.filter(|id| pictures.contains(id)).collect();
    let named = find_ids::<DocumentId>(&post.documents).chain(find_ids(&post.body_html));
    let linked = named.filter(|id| documents.contains(id)).filter_map(|id| {
        let address = format!("/dokument/{id}/");
        // As `instr` counts: characters from 1, and 0 for none.
        let before = post.documents.split_once(&address).map(|(before, _)| before.chars().count());
        let position = before.map_or(0, |before| i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1));
        (position > 0 || post.body_html.contains(&address)).then_some((id, position))
    });
    (in_text, linked.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use crate::posts::PostKind;
    use crate::posts::store::{NewPost, add_post};
    use crate::time::UnixMillis;

    const PICTURE: &str = "0000000000000000000000000000000a";
    const DOCUMENT: &str = "0000000000000000000000000000000b";

    async fn run_all(db: &Db, steps: &[&'static str]) {
        let mut writer = db.write_content().await.unwrap();
        for step in steps {
            sqlx::query(*step).execute(&mut *writer).await.unwrap();
        }
        writer.commit().await.unwrap();
    }

    async fn site() -> (tempfile::TempDir, Db) {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        run_all(
            &db,
            &[
                "insert into pictures (id, width, height, created_at) values ('0000000000000000000000000000000a', 4, 3, 0)",
                "insert into documents (id, title, file_id, created_at)
                 values ('0000000000000000000000000000000b', 'Rapport', '0000000000000000000000000000000c', 0)",
                "insert into document_files (id, document_id, name, format, bytes, hash, added_at)
                 values ('0000000000000000000000000000000c', '0000000000000000000000000000000b', 'r.pdf', 'pdf', 1,
                         zeroblob(32), 0)",
            ],
        )
        .await;
        let mut writer = db.write_content().await.unwrap();
        for number in 1..=110 {
            let post = NewPost::draft(PostKind::Article, format!("text-{number}"), format!("Titel {number}"))
                .with_content(|content| match number % 4 {
                    0 => content.picture = Some(PICTURE.into()),
                    1 => content.body = format!("![x](/media/{PICTURE}/480.webp) och {DOCUMENT}"),
                    2 => content.documents = vec![format!("/dokument/{DOCUMENT}/r.pdf#1-sv")],
                    _ => content.body = format!("[r](/dokument/{DOCUMENT}/r.pdf#1-sv) {PICTURE}"),
                });
            let post = NewPost { published: true, published_at: Some(UnixMillis(number)), ..post };
            add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
        }
        writer.commit().await.unwrap();
        (folder, db)
    }

    #[tokio::test]
    async fn what_triggers_keep_is_never_outdated() {
        let (_folder, db) = site().await;
        assert_eq!(outdated(db.reader()).await.unwrap(), Outdated::default());
        let counts: (i64, i64) = sqlx::query_as(
            "select (select count(*) from post_pictures), (select count(*) from post_documents)",
        )
        .fetch_one(db.reader())
        .await
        .unwrap();
        assert!(counts.0 > 50 && counts.1 > 50, "{counts:?}");
    }

    #[tokio::test]
    async fn every_derived_value_is_held_against_its_rule_and_derived_again() {
        let (_folder, db) = site().await;
        let is_105 = |posts: &[(PostId, String)]| posts == [(PostId(105), "Titel 105".to_owned())];
        for (steps, is_time) in [
            (&["drop trigger posts_changed", "update posts set public_from = 1 where id = 105"][..], true),
            (&["update posts set public_from = null where id = 105"], true),
            (&["update posts set public_until = 7 where id = 105"], true),
            (&["delete from post_pictures where post_id = 105"], false),
            (
                &["insert into post_documents (document_id, post_id, position)
                values ('0000000000000000000000000000000b', 105, 0)"],
                false,
            ),
            (
                &["insert or replace into post_documents (document_id, post_id, position)
                values ('0000000000000000000000000000000b', 105, 7)"],
                false,
            ),
        ] {
            run_all(&db, steps).await;
            let found = outdated(db.reader()).await.unwrap();
            assert_eq!((is_105(&found.public_from), is_105(&found.uses)), (is_time, !is_time), "{steps:?}");
            let mut writer = db.write_content().await.unwrap();
            derive_again(&mut writer, &found).await.unwrap();
            writer.commit().await.unwrap();
            assert_eq!(outdated(db.reader()).await.unwrap(), Outdated::default(), "{steps:?}");
        }
    }
}
