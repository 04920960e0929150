//! All public texts, for a list or a copy of the whole site.

use crate::db::publicity::public_at;
use crate::time::UnixMillis;
use sqlx::sqlite::SqlitePool;

use crate::posts::store::address_slug;
use crate::posts::{Language, PostKind};

/// A text that readers may see, without its words.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PublicText {
    /// Post, voice, guldkorn or page.
    pub kind: PostKind,
    /// Whether it is a rendition in plain words.
    pub easy_read: bool,
    /// Last part of its address.
    pub slug: String,
    /// Plain text, as it was saved.
    pub title: String,
    /// What lists say of it; empty for a sensitive text.
    pub teaser: String,
    /// The language it is in.
    pub language: Language,
    /// Whether readers are warned before they open it.
    pub sensitive: bool,
    /// When it became public.
    pub public_from: UnixMillis,
}

/// Reads the public posts, voices and pages, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn public_texts(reader: &SqlitePool, now: UnixMillis) -> Result<Vec<PublicText>, sqlx::Error> {
    sqlx::query_as(
        concat!("select kind, easy_read, ", address_slug!("posts"), " as slug, title, case when sensitive then '' else teaser end as teaser, language, sensitive, public_from
         from posts where ", public_at!("$1"), " order by public_from desc, id desc"),
    )
    .bind(now)
    .fetch_all(reader)
    .await
}
