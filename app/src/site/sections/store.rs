//! The SQL of the sections: their versions, and the words.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// A section's version, and who saved it last. A section that nobody has saved is of version 0.
pub(super) async fn version(
    database: impl SqliteExecutor<'_>,
    section: &str,
) -> Result<(i64, String), sqlx::Error> {
    let row = sqlx::query_as("select version, changed_by from settings_sections where section = $1")
        .bind(section)
        .fetch_optional(database)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Says that somebody has saved a section.
pub(super) async fn touch(writer: &mut SqliteConnection, section: &str, by: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into settings_sections (section, version, changed_by) values ($1, 1, $2)
         on conflict (section) do update set version = version + 1, changed_by = excluded.changed_by",
    )
    .bind(section)
    .bind(by)
    .execute(writer)
    .await?;
    Ok(())
}

/// The words, each with what to write instead.
pub(super) async fn wordings(reader: &SqlitePool) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as("select word, instead from wordings order by word collate swedish").fetch_all(reader).await
}
