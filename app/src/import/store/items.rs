//! The SQL of imported items.

use std::collections::HashMap;

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::posts::erase::{ErasedName, has_erased_any, is_erased};
use crate::posts::imported::ImportedState;
use crate::posts::{PostId, PostKind, PostState};
use crate::time::UnixMillis;

/// An item that was imported earlier.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct Known {
    source_id: String,
    /// None when its post was deleted for good.
    pub(crate) post: Option<PostId>,
    hash: Vec<u8>,
    version: i64,
    state: PostState,
    /// The post's address and kind now.
    pub(crate) slug: Option<String>,
    pub(crate) kind: Option<PostKind>,
}

impl Known {
    /// Whether its source still says the same.
    pub(crate) fn is_same(&self, hash: [u8; 32]) -> bool {
        self.hash == hash
    }

    /// Whether somebody has worked on its post here.
    pub(crate) fn is_edited(&self, now: &ImportedState) -> bool {
        now.has_own_words || now.version != self.version || now.state != self.state
    }
}

/// Returns the items of a source that were imported earlier, by their ids.
pub(crate) async fn known(reader: &SqlitePool, source: &str) -> Result<HashMap<String, Known>, sqlx::Error> {
    let known: Vec<Known> = sqlx::query_as(
        "select i.source_id, i.post_id as post, i.hash, i.post_version as version, i.post_state as state,
             p.slug, p.kind
         from imported_items i left join posts p on p.id = i.post_id where i.source = $1",
    )
    .bind(source)
    .fetch_all(reader)
    .await?;
    Ok(known.into_iter().map(|known| (known.source_id.clone(), known)).collect())
}

/// Adds the items that became stories which are erased: like what was deleted for good, they do not come back by themselves.
pub(crate) async fn add_erased(
    reader: &SqlitePool,
    source: &str,
    ids: Vec<String>,
    known: &mut HashMap<String, Known>,
) -> Result<(), sqlx::Error> {
    if !has_erased_any(reader).await? {
        return Ok(());
    }
    for id in ids {
        if !known.contains_key(&id) && is_erased(reader, ErasedName::Imported(source, &id)).await? {
            let (hash, state) = (Vec::new(), PostState::Withdrawn);
            let source_id = id.clone();
            let erased = Known { source_id, post: None, hash, version: 0, state, slug: None, kind: None };
            known.insert(id, erased);
        }
    }
    Ok(())
}

/// Remembers which post an item became, and how the import left it.
pub(crate) async fn remember(
    writer: &mut SqliteConnection,
    (source, id): (&str, &str),
    post: PostId,
    hash: [u8; 32],
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into imported_items (source, source_id, post_id, hash, post_version, post_state, imported_at)
         select $1, $2, id, $4, version, state, $5 from posts where id = $3
         on conflict (source, source_id) do update set post_id = excluded.post_id, hash = excluded.hash,
             post_version = excluded.post_version, post_state = excluded.post_state,
             imported_at = excluded.imported_at",
    )
    .bind(source)
    .bind(id)
    .bind(post)
    .bind(hash.as_slice())
    .bind(now)
    .execute(writer)
    .await?;
    Ok(())
}
