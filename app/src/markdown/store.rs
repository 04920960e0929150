//! The SQL of rendered texts: the version of the renderer that wrote them, and every text with HTML beside it.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::text_input::normalize;

/// Number of texts in memory at a time.
const BATCH: i64 = 100;

/// Returns the version of the renderer that wrote the HTML.
pub(super) async fn version(reader: &SqlitePool) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("select version from rendering").fetch_one(reader).await
}

/// Records the version of the renderer that wrote the HTML.
pub(super) async fn set_version(writer: &mut SqliteConnection, version: i64) -> Result<(), sqlx::Error> {
    sqlx::query("update rendering set version = $1").bind(version).execute(writer).await?;
    Ok(())
}

/// The words of a post.
#[derive(sqlx::FromRow)]
struct PostWords {
    id: i64,
    title: String,
    quote: String,
    source: String,
    teaser: String,
    author: String,
    picture_alt: String,
    picture_caption: String,
    body_markdown: String,
}

/// Renders every post again, its words in normal form. Nobody has edited them, so their versions and times of change stay.
pub(super) async fn render_posts(
    writer: &mut SqliteConnection,
    render: fn(&str) -> String,
) -> Result<(), sqlx::Error> {
    let mut done = 0;
    loop {
        let posts: Vec<PostWords> = sqlx::query_as(
            "select id, title, quote, source, teaser, author, picture_alt, picture_caption, body_markdown
             from posts where id > $1 order by id limit $2",
        )
        .bind(done)
        .bind(BATCH)
        .fetch_all(&mut *writer)
        .await?;
        let Some(last) = posts.last() else { return Ok(()) };
        done = last.id;
        for post in posts {
            let body = normalize(&post.body_markdown);
            sqlx::query("update posts set body_html = $2 where id = $1 and body_html <> $2")
                .bind(post.id)
                .bind(render(&body))
                .execute(&mut *writer)
                .await?;
            normalize_words(writer, &post, &body).await?;
        }
    }
}

/// Returns the titles of the posts and editions whose HTML is not what rendering gives, posts first.
pub(super) async fn different(
    reader: &SqlitePool,
    to_html: fn(&str) -> String,
) -> Result<Vec<String>, sqlx::Error> {
    let mut different = Vec::new();
    let mut done = 0;
    loop {
        let posts: Vec<(i64, String, String, String)> = sqlx::query_as(
            "select id, title, body_markdown, body_html from posts where id > $1 order by id limit $2",
        )
        .bind(done)
        .bind(BATCH)
        .fetch_all(reader)
        .await?;
        let Some((last, ..)) = posts.last() else { break };
        done = *last;
        for (_, title, markdown, html) in posts {
            if to_html(&normalize(&markdown)) != html {
                different.push(title);
            }
        }
    }
    let editions: Vec<(String, String, String)> =
        sqlx::query_as("select title, introduction_markdown, introduction_html from editions order by id")
            .fetch_all(reader)
            .await?;
    for (title, markdown, html) in editions {
        if to_html(&markdown) != html {
            different.push(title);
        }
    }
    Ok(different)
}

/// Writes a post's words in normal form, if that is another one.
async fn normalize_words(
    writer: &mut SqliteConnection,
    post: &PostWords,
    body: &str,
) -> Result<(), sqlx::Error> {
    let PostWords { id, title, quote, source, teaser, author, picture_alt, picture_caption, body_markdown } =
        post;
    let others = [title, quote, source, teaser, author, picture_alt, picture_caption];
    let normal = others.map(|text| normalize(text));
    if normal.each_ref() == others && body == body_markdown {
        return Ok(());
    }
    let mut update = sqlx::query(
        "update or ignore posts set body_markdown = $2, title = $3, quote = $4, source = $5, teaser = $6, author = $7,
             picture_alt = $8, picture_caption = $9
         where id = $1",
    )
    .bind(id)
    .bind(body);
    for text in normal {
        update = update.bind(text);
    }
    update.execute(writer).await?;
    Ok(())
}

/// Writes the names of tags in normal form, except where another tag has that name.
pub(super) async fn normalize_tags(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let tags: Vec<(i64, String)> =
        sqlx::query_as("select id, name from tags").fetch_all(&mut *writer).await?;
    for (id, name) in tags {
        let normal = normalize(&name);
        if normal != name {
            sqlx::query("update or ignore tags set name = $2 where id = $1")
                .bind(id)
                .bind(normal)
                .execute(&mut *writer)
                .await?;
        }
    }
    Ok(())
}

/// Renders every edition's own block again.
pub(super) async fn render_introductions(
    writer: &mut SqliteConnection,
    render: fn(&str) -> String,
) -> Result<(), sqlx::Error> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("select id, introduction_markdown from editions").fetch_all(&mut *writer).await?;
    for (id, markdown) in rows {
        sqlx::query("update editions set introduction_html = $2 where id = $1 and introduction_html <> $2")
            .bind(id)
            .bind(render(&markdown))
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}
