//! Addresses of sites that were left, and of posts that were deleted.

use sqlx::sqlite::SqliteConnection;

use super::is_exported;
use crate::export::{GoneSlug, Redirect};

/// Reads where addresses of sites that were left lead, in the order of these addresses. Without those that lead to a post
/// that is not in the export.
///
/// # Errors
/// Those of the database.
pub async fn redirects(connection: &mut SqliteConnection) -> Result<Vec<Redirect>, sqlx::Error> {
    sqlx::query_as(concat!(
        "select r.path, r.query, p.uid as post, r.to_path as \"to\", r.created_at
             from path_redirects r left join posts p on p.id = r.post_id and ",
        is_exported!(),
        " where p.id is not null or r.to_path is not null order by r.path, r.query"
    ))
    .fetch_all(connection)
    .await
}

/// Reads under which addresses readers had posts that are deleted or in the trash.
///
/// # Errors
/// Those of the database.
pub async fn gone_slugs(connection: &mut SqliteConnection) -> Result<Vec<GoneSlug>, sqlx::Error> {
    sqlx::query_as(
        "select r.slug from post_redirects r left join posts p on p.id = r.post_id
         where p.id is null or p.state = 'trash' order by r.slug",
    )
    .fetch_all(connection)
    .await
}
