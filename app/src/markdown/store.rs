//! The SQL of rendered texts: the version of the renderer that wrote them, and every text with HTML beside it.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

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

/// Renders every post again. Nobody has edited them, so their versions and times of change stay.
pub(super) async fn render_posts(
    writer: &mut SqliteConnection,
    render: fn(&str) -> String,
) -> Result<(), sqlx::Error> {
    let mut done = 0;
    loop {
        let rows: Vec<(i64, String)> =
            sqlx::query_as("select id, body_markdown from posts where id > $1 order by id limit $2")
                .bind(done)
                .bind(BATCH)
                .fetch_all(&mut *writer)
                .await?;
        let Some((last, _)) = rows.last() else { return Ok(()) };
        done = *last;
        for (id, markdown) in rows {
            sqlx::query("update posts set body_html = $2 where id = $1 and body_html <> $2")
                .bind(id)
                .bind(render(&markdown))
                .execute(&mut *writer)
                .await?;
        }
    }
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
