//! Holding the index against the texts, and making it again from them.

use std::collections::BTreeSet;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::store::{body, index_waiting, said_in};
use super::words;
use crate::db::integrity;

/// Number of posts in memory at a time.
const BATCH: i64 = 100;

/// How the index differs from the texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexDifferences {
    /// Titles of the posts that are not in it, or not as they are written.
    pub posts: Vec<String>,
    /// The number of rows of posts that do not exist.
    pub left_over: usize,
}

/// Returns whether the index contradicts its own content.
///
/// # Errors
/// Those of the database.
pub async fn is_damaged(reader: &SqlitePool) -> Result<bool, sqlx::Error> {
    match integrity::problems_of_table(reader, "search_index").await {
        Ok(problems) => Ok(!problems.is_empty()),
        Err(error) if integrity::is_damage(&error) => Ok(true),
        Err(error) => Err(error),
    }
}

#[derive(sqlx::FromRow)]
struct IndexedPost {
    id: i64,
    title: String,
    quote: String,
    tags: String,
    body_markdown: String,
    said: String,
    indexed_title: Option<String>,
    indexed_quote: Option<String>,
    indexed_tags: Option<String>,
    indexed_body: Option<String>,
}

impl IndexedPost {
    fn is_indexed(&self) -> bool {
        let is =
            |indexed: &Option<String>, text: &str| indexed.as_deref() == Some(&*words::without_points(text));
        is(&self.indexed_title, &self.title)
            && is(&self.indexed_quote, &self.quote)
            && is(&self.indexed_tags, &self.tags)
            && is(&self.indexed_body, &body(&self.body_markdown, &self.said))
    }
}

/// Compares the index with every text.
///
/// # Errors
/// Those of the database.
pub async fn differences(reader: &SqlitePool) -> Result<IndexDifferences, sqlx::Error> {
    let mut found = IndexDifferences::default();
    let mut done = 0;
    loop {
        let posts: Vec<IndexedPost> = sqlx::query_as(concat!(
            "select p.id, p.title, q.quote, t.tags, p.body_markdown, ",
            said_in!("p.id"),
            " as said, s.title as indexed_title,
                 s.quote as indexed_quote, s.tags as indexed_tags, s.body as indexed_body
             from posts p join search_quotes q on q.post_id = p.id join search_tags t on t.post_id = p.id
             left join search_index s on s.rowid = p.id
             where p.id > $1 order by p.id limit $2"
        ))
        .bind(done)
        .bind(BATCH)
        .fetch_all(reader)
        .await?;
        let Some(last) = posts.last().map(|post| post.id) else { break };
        let title_words: BTreeSet<(i64, String)> =
            sqlx::query_as("select post_id, word from title_words where post_id > $1 and post_id <= $2")
                .bind(done)
                .bind(last)
                .fetch_all(reader)
                .await?
                .into_iter()
                .collect();
        done = last;
        for post in posts {
            let of_post = title_words.range((post.id, String::new())..(post.id + 1, String::new()));
            let words = of_post.map(|(_, word)| word.as_str());
            if !post.is_indexed() || !words.eq(words::title_words(&post.title)) {
                found.posts.push(post.title);
            }
        }
    }
    let left_over: u32 =
        sqlx::query_scalar("select count(*) from search_index where rowid not in (select id from posts)")
            .fetch_one(reader)
            .await?;
    found.left_over = left_over as usize;
    Ok(found)
}

/// Makes the index again from the texts, whatever state it is in.
///
/// # Errors
/// Those of the database.
pub async fn rebuild(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for step in [
        // A damaged index cannot be emptied before it fits its own content again.
        "insert into search_index (search_index) values ('rebuild')",
        "delete from search_index",
        "insert into search_index (rowid, title, quote, tags, body)
         select p.id, p.title, q.quote, t.tags, p.body_markdown
         from posts p join search_quotes q on q.post_id = p.id join search_tags t on t.post_id = p.id",
        "delete from title_words",
        "insert or ignore into search_unread (post_id) select id from posts",
    ] {
        sqlx::query(step).execute(&mut *writer).await?;
    }
    index_waiting(writer).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use crate::posts::PostKind;
    use crate::posts::store::{NewPost, add_post};
    use crate::time::UnixMillis;

    async fn run(db: &Db, change: &'static str) {
        let mut writer = db.write_content().await.unwrap();
        sqlx::query(change).execute(&mut *writer).await.unwrap();
        writer.commit().await.unwrap();
    }

    async fn rebuilt(db: &Db) {
        let mut writer = db.write_content().await.unwrap();
        rebuild(&mut writer).await.unwrap();
        writer.commit().await.unwrap();
    }

    #[tokio::test]
    async fn every_difference_is_found_and_mended() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("guldkorn.db");
        let db = Db::open(&file).await.unwrap();
        let mut writer = db.write_content().await.unwrap();
        for number in 1..=250 {
            let post = NewPost::draft(PostKind::Article, format!("text-{number}"), format!("Titel {number}"))
                .with_content(|content| {
                    content.body = "Ett *stycke*.".into();
                    content.tags = vec!["Mod".into()];
                });
            add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
        }
        index_waiting(&mut writer).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(differences(db.reader()).await.unwrap(), IndexDifferences::default());
        for change in [
            "delete from search_index where rowid = 130",
            "update search_index set body = 'Annat.' where rowid = 130",
            "update search_index set tags = '' where rowid = 130",
            "delete from title_words where post_id = 130",
            "insert into title_words (word, folded, backwards, post_id) values ('annat', 'annat', 'tanna', 130)",
        ] {
            run(&db, change).await;
            let found = differences(db.reader()).await.unwrap();
            assert_eq!(
                (found.posts.as_slice(), found.left_over),
                (&["Titel 130".to_owned()][..], 0),
                "{change}"
            );
            rebuilt(&db).await;
            assert_eq!(differences(db.reader()).await.unwrap(), IndexDifferences::default(), "{change}");
        }
        run(
            &db,
            "insert into search_index (rowid, title, quote, tags, body) values (999, 'Borta', '', '', '')",
        )
        .await;
        assert_eq!(differences(db.reader()).await.unwrap().left_over, 1);
        assert!(!is_damaged(db.reader()).await.unwrap());
        run(&db, "delete from search_index_data where id > 10").await;
        let again = Db::open(&file).await.unwrap();
        assert!(is_damaged(again.reader()).await.unwrap());
        rebuilt(&again).await;
        assert!(!is_damaged(again.reader()).await.unwrap());
        assert_eq!(differences(again.reader()).await.unwrap(), IndexDifferences::default());
    }
}
