//! The SQL of sections: their versions, and the wordings.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::ids::SectionVersion;

/// Returns a section's version, and the name of the account that saved it last; 0 and empty when nobody has.
pub(crate) async fn version(
    database: impl SqliteExecutor<'_>,
    section: &str,
) -> Result<(SectionVersion, String), sqlx::Error> {
    let row = sqlx::query_as("select version, changed_by from settings_sections where section = $1")
        .bind(section)
        .fetch_optional(database)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Increases a section's version.
pub(crate) async fn increase_version(
    writer: &mut SqliteConnection,
    section: &str,
    by: &str,
) -> Result<(), sqlx::Error> {
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

/// Lists the words to avoid, each with what to write instead.
pub(super) async fn wordings(reader: &SqlitePool) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as("select word, instead from wordings order by word collate swedish").fetch_all(reader).await
}
