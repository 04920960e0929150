//! The SQL that fills the index.

use super::words;
use crate::ids::PostId;
use sqlx::sqlite::SqliteConnection;

use crate::markdown::plain_text;

/// What is said in the recording of a post, whose id is a column.
macro_rules! said_in {
    ($id:literal) => {
        concat!(
            "coalesce((select transcript from recordings where post_id = ",
            $id,
            " and removed_at is null), '')"
        )
    };
}
pub(super) use said_in;

/// Returns what is found of a post's text: what is written, and below it what is said in other words.
pub(super) fn body(markdown: &str, said: &str) -> String {
    let text = plain_text(markdown);
    if said.is_empty() { text } else { format!("{text}\n{said}") }
}

/// Indexes the new and changed posts that wait for it: their text without Markdown and without what
/// `words::without_points` takes away, the words of their titles. Called
/// with each save, and at each start for what another program may have written.
///
/// # Errors
/// When the database cannot be written.
pub async fn index_waiting(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let waiting: Vec<PostId> =
        sqlx::query_scalar("select post_id from search_unread").fetch_all(&mut *writer).await?;
    for post in waiting {
        let (title, quote, markdown, said): (String, String, String, String) = sqlx::query_as(concat!(
            "select p.title, q.quote, p.body_markdown, ",
            said_in!("p.id"),
            " from posts p join search_quotes q on q.post_id = p.id where p.id = $1"
        ))
        .bind(post)
        .fetch_one(&mut *writer)
        .await?;
        sqlx::query("update search_index set title = $2, quote = $3, body = $4 where rowid = $1")
            .bind(post)
            .bind(&*words::without_points(&title))
            .bind(&*words::without_points(&quote))
            .bind(&*words::without_points(&body(&markdown, &said)))
            .execute(&mut *writer)
            .await?;
        index_title(writer, post, &title).await?;
        sqlx::query("delete from search_unread where post_id = $1").bind(post).execute(&mut *writer).await?;
    }
    Ok(())
}

/// Takes the words of deleted texts out of the index, where they stay until its parts are merged.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn drop_deleted_words(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    // Not by the option `secure-delete`: SQLite before 3.42 could not read the index any more.
    sqlx::query("insert into search_index (search_index) values ('optimize')").execute(writer).await?;
    Ok(())
}

async fn index_title(writer: &mut SqliteConnection, post: PostId, title: &str) -> Result<(), sqlx::Error> {
    sqlx::query("delete from title_words where post_id = $1").bind(post).execute(&mut *writer).await?;
    for word in words::title_words(title) {
        let folded = words::fold(&word);
        sqlx::query("insert into title_words (word, folded, backwards, post_id) values ($1, $2, $3, $4)")
            .bind(&word)
            .bind(&folded)
            .bind(folded.chars().rev().collect::<String>())
            .bind(post)
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}
