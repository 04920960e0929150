//! Erasing: a story that its person takes back goes for good and at once, whatever its status.
//!
//! An address may hold a name, so none is kept in words. What is kept is its SHA-256: whoever asks for the address is told that it is
//! gone, which the hash tells nobody who does not know the address already. What imports called the story is kept likewise, so
//! that it does not come back with the same file.

use sha2::{Digest as _, Sha256};
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::store::erase as store;
pub(crate) use super::store::erase::keep_mark;
use super::titles::Titles;
use super::{EditablePost, PostId, PostState};
use crate::state::AppState;
use crate::time::UnixMillis;

/// The source of what an export of this site calls its texts.
pub(crate) const OF_EXPORTS: &str = "guldkorn";

/// What an erased thing was called.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ErasedName<'a> {
    /// The last part of an address of this site.
    Slug(&'a str),
    /// An address of an imported site: its path and its query.
    OldPath(&'a str, &'a str),
    /// An item of an import: its source and its id there.
    Imported(&'a str, &'a str),
}

impl ErasedName<'_> {
    /// Returns what is kept of it.
    pub(crate) fn hash(self) -> [u8; 32] {
        let (kind, first, second) = match self {
            Self::Slug(slug) => ("adress", slug, ""),
            Self::OldPath(path, query) => ("gammal adress", path, query),
            Self::Imported(source, id) => ("import", source, id),
        };
        let mut hash = Sha256::new();
        for part in [kind, first, second] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }
}

/// Deletes a post for good with all rows that belong to it, and with every address of it that is written down. The caller
/// deletes what other rooms hold, and calls [`forget_titles`] after the commit.
pub(crate) async fn erase(
    writer: &mut SqliteConnection,
    post: &EditablePost,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    let slugs = store::take_known_slugs(writer, post.id, now).await?;
    for slug in &slugs {
        keep_mark(writer, ErasedName::Slug(slug).hash()).await?;
    }
    for (path, query) in store::take_old_paths(writer, post.id, &post.kind.path(&post.slug)).await? {
        // Of a text that readers never had nobody learns that there was one.
        if !slugs.is_empty() {
            keep_mark(writer, ErasedName::OldPath(&path, &query).hash()).await?;
        }
    }
    for (source, id) in store::take_imported_names(writer, post.id).await? {
        keep_mark(writer, ErasedName::Imported(&source, &id).hash()).await?;
    }
    if let Some(uid) = store::uid(writer, post.id).await? {
        keep_mark(writer, ErasedName::Imported(OF_EXPORTS, &uid).hash()).await?;
    }
    store::delete(writer, post.id).await
}

/// Whether something was erased that was called so.
pub(crate) async fn is_erased(reader: &SqlitePool, name: ErasedName<'_>) -> Result<bool, sqlx::Error> {
    store::has_mark(reader, name.hash()).await
}

/// Whether anything was ever erased.
pub(crate) async fn has_erased_any(reader: &SqlitePool) -> Result<bool, sqlx::Error> {
    store::has_any_mark(reader).await
}

/// Forgets the titles that are kept in memory.
pub(crate) fn forget_titles(state: &AppState) {
    state.extensions.get::<Titles>().invalidate();
}

/// Takes a post from its readers until it is erased, without touching its words.
pub(crate) async fn hide(
    writer: &mut SqliteConnection,
    post: PostId,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    super::store::withdraw(writer, post, now).await
}

/// Makes a hidden post again what it was.
pub(crate) async fn show_again(
    writer: &mut SqliteConnection,
    post: PostId,
    state: PostState,
) -> Result<(), sqlx::Error> {
    super::store::texts::set_state(writer, post, state).await
}
