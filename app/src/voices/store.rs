//! The SQL of voices.

use crate::db::publicity::public_at;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use super::{VoiceExtract, window};

/// Reads the extracts of all public voices, newest first.
pub(crate) async fn extracts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<VoiceExtract>, sqlx::Error> {
    let mut voices: Vec<VoiceExtract> = sqlx::query_as(concat!(
        "select slug, title, language, teaser as extract, source from posts
         where kind = 'voice' and ",
        public_at!("$1"),
        " order by public_from desc, id desc"
    ))
    .bind(now)
    .fetch_all(reader)
    .await?;
    let windows = window::assign(voices.iter().rev().map(|voice| &*voice.slug));
    for (voice, window) in voices.iter_mut().rev().zip(windows) {
        voice.window = window;
    }
    Ok(voices)
}
