//! The columns of the settings that name a picture, by its address or its id. The only list of them: whoever adds such a
//! column adds a line here, and the picture is counted as used, protected and replaced there, too.

use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqlitePool;

/// A column that names a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct SettingColumn {
    pub(super) table: &'static str,
    pub(super) column: &'static str,
    /// What the picture is there, for staff.
    pub(super) words: &'static str,
    /// Slug of the section that sets it.
    pub(super) section: &'static str,
}

const fn brand(column: &'static str, words: &'static str) -> SettingColumn {
    SettingColumn { table: "brand", column, words, section: "logotyp" }
}

pub(super) const SETTINGS: [SettingColumn; 5] = [
    SettingColumn {
        table: "funders",
        column: "logo",
        words: "En finansiärs logotyp, längst ner på alla sidor",
        section: "finansiarer",
    },
    brand("logo", "Logotypen"),
    brand("logo_on_dark", "Logotypen för mörk bakgrund, högst upp på alla sidor"),
    brand("icon", "Ikonen"),
    brand("shared_picture", "Bilden vid delade länkar"),
];

/// Returns what the settings call each picture that they name and that does not exist, with the slug of the section that
/// sets it.
///
/// # Errors
/// When the database cannot be read.
pub async fn missing_in_settings(
    reader: &SqlitePool,
) -> Result<Vec<(&'static str, &'static str)>, sqlx::Error> {
    let mut missing = Vec::new();
    for SettingColumn { table, column, words, section } in SETTINGS {
        // Where there are no pictures, nothing is in them, not even null.
        let query = format!(
            "select count(*) from {table} where {column} is not null and {column} not in (select id from pictures)"
        );
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(reader).await?;
        if count > 0 {
            missing.push((words, section));
        }
    }
    Ok(missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[tokio::test]
    async fn a_site_without_pictures_lacks_none() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
        assert_eq!(missing_in_settings(db.reader()).await.unwrap(), []);
    }
}
