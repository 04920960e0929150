//! Tags.

use sqlx::sqlite::SqliteConnection;

use super::lines;
use crate::export::Tag;

type Row = (String, String, String, Option<String>, Option<String>);

/// Reads all tags, in the order of their addresses.
///
/// # Errors
/// Those of the database.
pub async fn tags(connection: &mut SqliteConnection) -> Result<Vec<Tag>, sqlx::Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "select slug, name, introduction, drawing, (select group_concat(slug, char(10)) from (
             select slug from tag_redirects where tag_id = t.id order by slug
         )) from tags t order by slug",
    )
    .fetch_all(connection)
    .await?;
    let tag = |(slug, name, introduction, drawing, former)| Tag {
        slug,
        name,
        introduction,
        drawing,
        former_slugs: lines(former),
    };
    Ok(rows.into_iter().map(tag).collect())
}
