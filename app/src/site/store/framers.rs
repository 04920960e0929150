//! The SQL of the sites that may show the calendar.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::site::Framers;

/// Reads which sites may show the calendar.
pub(crate) async fn framers(reader: &SqlitePool) -> Result<Framers, sqlx::Error> {
    let (anyone, origins) =
        sqlx::query_as("select framed_by_anyone, framers from site_settings").fetch_one(reader).await?;
    Ok(Framers { anyone, origins })
}

/// Replaces the sites that may show the calendar.
///
/// # Errors
/// Those of the database.
pub async fn replace_framers(writer: &mut SqliteConnection, framers: &Framers) -> Result<(), sqlx::Error> {
    sqlx::query("update site_settings set framed_by_anyone = $1, framers = $2")
        .bind(framers.anyone)
        .bind(&framers.origins)
        .execute(writer)
        .await?;
    Ok(())
}
