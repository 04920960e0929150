//! The SQL of voices.

use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::VoiceExtract;

/// Reads the extracts of all public voices, newest first.
pub(crate) async fn extracts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<VoiceExtract>, sqlx::Error> {
    sqlx::query_as(
        "select slug, title, language, teaser as extract, source from posts
         where kind = 'voice' and public_from <= $1 order by public_from desc, id desc",
    )
    .bind(now)
    .fetch_all(reader)
    .await
}
