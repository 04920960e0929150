//! What staff know the site by.

use sqlx::sqlite::SqlitePool;

/// Returns the site's name and address; the address may be empty.
pub(in crate::staff) async fn names(reader: &SqlitePool) -> sqlx::Result<[String; 2]> {
    let (name, address) = sqlx::query_as("select name, address from site_settings").fetch_one(reader).await?;
    Ok([name, address])
}
