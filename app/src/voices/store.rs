//! The SQL of voices.

use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::VoiceExtract;

/// Reads the extracts of all public voices, newest first.
pub(crate) async fn extracts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<VoiceExtract>, sqlx::Error> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "select slug, title, teaser, source from posts
         where kind = 'voice' and public_from <= $1 order by public_from desc, id desc",
    )
    .bind(now)
    .fetch_all(reader)
    .await?;
    let voice = |(slug, title, extract, source)| VoiceExtract { slug, title, extract, source };
    Ok(rows.into_iter().map(voice).collect())
}
