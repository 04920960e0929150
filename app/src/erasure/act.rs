//! The act itself.

use std::collections::BTreeSet;

use sqlx::sqlite::SqliteConnection;

use super::files::Files;
use super::memory::Forgetting;
use super::store::{self, Erasure};
use super::{files, list, overwrite};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::documents::{self, DocumentId};
use crate::ids::ErasureId;
use crate::picture_library::find_unused;
use crate::posts::erase::forget_titles;
use crate::posts::store::renditions::family_of;
use crate::posts::store::texts;
use crate::posts::{EditablePost, PostError, PostId, erase as posts};
use crate::recordings::store as recordings;
use crate::search_index;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::{UnixMillis, number_words};

/// Erases texts, with all that nothing else uses. When this returns, nothing of them is in the database; what is left in the bytes of
/// its file is written over soon.
///
/// # Errors
/// `ConsentNotYours` for writers; `NotFound` when one of them is not there any more: then nothing is done.
pub(crate) async fn erase(state: &AppState, by: &Staff, texts: &[PostId]) -> Result<ErasureId, PostError> {
    if by.role < Role::Editor {
        return Err(PostError::ConsentNotYours);
    }
    erase_for(state, Some(by), texts).await
}

/// Does so for a member of the staff, or by itself when a time has passed.
pub(super) async fn erase_for(
    state: &AppState,
    by: Option<&Staff>,
    texts: &[PostId],
) -> Result<ErasureId, PostError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let (removed, files) = remove(&mut tx, texts, now).await?;
    let about = removed.in_numbers();
    let target = AuditTarget::Named(&about);
    match by {
        Some(by) => audit_log::record(&mut tx, by, AuditAction::Erased, target, now).await?,
        None => audit_log::record_by_system(&mut tx, AuditAction::Erased, target, now).await?,
    }
    let id = store::add(&mut tx, &removed).await?;
    files::mark(state, &files).await?;
    tx.commit().await?;
    forget_titles(state);
    state.extensions.get::<Forgetting>().forget();
    files::remove(state, &files).await;
    tokio::spawn(finish(state.clone()));
    Ok(id)
}

/// Adds the erased to the list outside the database and writes over their bytes, after the editor has got an answer.
async fn finish(state: AppState) {
    // What fails is logged, and done at the next start.
    _ = list::save(&state).await;
    overwrite::until_done(state).await;
}

/// Takes texts with their renditions out of the database, and returns how much that was and which files are left.
async fn remove(
    writer: &mut SqliteConnection,
    texts: &[PostId],
    now: UnixMillis,
) -> Result<(Erasure, Files), PostError> {
    let texts: BTreeSet<_> = texts.iter().copied().collect();
    let mut family = texts.clone();
    for text in &texts {
        family.extend(family_of(writer, *text).await?);
    }
    let mut used = BTreeSet::new();
    let mut files = Files::default();
    // The newest first: a rendition is newer than its original, with which it goes.
    for text in family.iter().rev() {
        let post = texts::load(writer, *text, now).await?;
        used.extend(store::ids_in(writer, *text).await?);
        let EditablePost { kind, slug, .. } = &post;
        store::forget_elsewhere(writer, *text, &kind.path(slug), slug).await?;
        files.recordings.extend(recordings::delete_of(writer, *text).await?);
        posts::erase(writer, &post, now).await?;
    }
    store::forget_passing(writer).await?;
    let (mut names, mut pictures, mut documents) = (Vec::new(), 0, 0);
    let replaced = store::replaced_by(writer, &used).await?;
    used.extend(replaced);
    let mut gone = store::known_pictures(writer, &used).await?;
    if !gone.is_empty() {
        let unused = find_unused(writer).await?;
        gone.retain(|picture| unused.contains(picture));
    }
    for picture in gone {
        names.extend(store::delete_picture(writer, picture).await?);
        files.pictures.push(picture);
        pictures += 1;
    }
    let ids: Vec<DocumentId> = used.iter().filter_map(|id| id.to_string().parse().ok()).collect();
    for id in ids {
        let Some(titles) = store::names_of_document(writer, id).await? else { continue };
        if documents::store::uses(writer, id, now).await?.is_empty() {
            files.documents.extend(documents::store::delete_for_good(writer, id).await?);
            names.extend(titles);
            documents += 1;
        }
    }
    for text in &family {
        store::empty_log_about_text(writer, *text).await?;
    }
    for name in names {
        store::empty_log_about(writer, &name).await?;
    }
    // Not afterwards: a backup may be made at any time, and copies the index as it is.
    search_index::drop_deleted_words(writer).await?;
    let texts = i64::try_from(texts.len()).unwrap_or(i64::MAX);
    let recordings = i64::try_from(files.recordings.len()).unwrap_or(i64::MAX);
    let removed = Erasure {
        id: ErasureId::NONE,
        erased_at: now,
        texts,
        pictures,
        documents,
        recordings,
        overwritten_at: None,
    };
    Ok((removed, files))
}

impl Erasure {
    /// Says how much was erased: "två texter, en bild".
    pub(crate) fn in_numbers(&self) -> String {
        let words = [
            (self.texts, "en text", "texter"),
            (self.pictures, "en bild", "bilder"),
            (self.documents, "ett dokument", "dokument"),
            (self.recordings, "en inspelning", "inspelningar"),
        ];
        let words = words.into_iter().filter(|(number, ..)| *number > 0);
        let words = words.map(|(number, one, many)| match number {
            1 => one.to_owned(),
            _ => format!("{} {many}", number_words(usize::try_from(number).unwrap_or(usize::MAX))),
        });
        words.collect::<Vec<_>>().join(", ")
    }
}
