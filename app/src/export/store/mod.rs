//! The SQL of exports: everything of one snapshot, in an order that does not depend on the numbers of rows. What can be long
//! comes in batches.

mod editions;
mod files;
mod posts;
mod recordings;
mod redirects;
mod settings;
mod tags;
#[cfg(test)]
mod tests;

use serde::de::DeserializeOwned;

pub use editions::editions;
pub use files::{StoredDocument, documents, pictures};
pub use posts::{DatedPost, post, posts, posts_with_drafts};
pub use recordings::recordings;
pub use redirects::{gone_slugs, redirects};
pub use settings::settings;
pub use tags::tags;

/// How many rows of what can be long are read at a time.
const BATCH: i64 = 100;

/// Whether a post `p` is in an export: somebody has saved a word of it, and it is not in the trash; a rendition, where its
/// original is not.
macro_rules! is_exported {
    () => {
        "(p.state <> 'trash' and not (p.state = 'draft' and p.published_revision = 0 and p.created_by is not null
             and p.title = 'Namnlös text' and not exists (select 1 from revisions where post_id = p.id))
             and not exists (select 1 from posts original where original.id = p.original_id and original.state = 'trash'))"
    };
}
use is_exported;

/// Splits what a query has joined by line feeds.
fn lines(joined: Option<String>) -> Vec<String> {
    joined.unwrap_or_default().lines().map(str::to_owned).collect()
}

fn of_json<T: DeserializeOwned>(json: &str) -> Result<T, sqlx::Error> {
    serde_json::from_str(json).map_err(|error| sqlx::Error::Decode(error.into()))
}
