//! What staff do with documents. Each writes the audit log in its own transaction.

use sqlx::sqlite::SqliteConnection;

use super::incoming::{IncomingDocument, keep};
use super::store;
use super::{Document, DocumentError, DocumentFileId, DocumentId};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::db::WriteTransaction;
use crate::language::Language;
use crate::media::NewFolder;
use crate::staff::Staff;
use crate::state::AppState;
use crate::text_input::line;
use crate::time::UnixMillis;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 150;

/// What became of a document that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sent {
    /// It is a document of its own, or the document's new file.
    New(Document),
    /// There is a document with this very file.
    Known(Document),
}

/// Adds a document. The title is made from the file's name when none was typed.
///
/// # Errors
/// See [`DocumentError`].
pub(crate) async fn add(
    state: &AppState,
    staff: &Staff,
    file: IncomingDocument,
    title: &str,
    language: Language,
) -> Result<Sent, DocumentError> {
    add_by(state, Some(staff), file, title, language).await
}

/// Adds a document of an imported text, which nobody of the staff has sent.
///
/// # Errors
/// See [`DocumentError`].
pub(crate) async fn import(
    state: &AppState,
    file: IncomingDocument,
    language: Language,
) -> Result<Sent, DocumentError> {
    add_by(state, None, file, "", language).await
}

/// Judges a document and drops it.
///
/// # Errors
/// The reason for which it would be refused.
pub(crate) async fn judge(file: IncomingDocument) -> Result<(), DocumentError> {
    file.judge().await.map(drop)
}

async fn add_by(
    state: &AppState,
    by: Option<&Staff>,
    file: IncomingDocument,
    title: &str,
    language: Language,
) -> Result<Sent, DocumentError> {
    let typed = line(title);
    check_length(&typed)?;
    let received = file.judge().await?;
    let mut tx = state.db.write_quietly().await?;
    if let Some(known) = store::known(&mut tx, &received.hash).await? {
        store::take_out_of_bin(&mut tx, known).await?;
        let document = store::find(&mut tx, known).await?;
        tx.commit().await?;
        return Ok(Sent::Known(document));
    }
    drop(tx);
    let id = DocumentId::random().map_err(|error| DocumentError::internal("no random bits", &error))?;
    let title = if typed.is_empty() { received.title.clone() } else { typed };
    let hash = received.hash;
    let (document, file) = received.into_parts(id, title, language);
    let folder = keep(file).await?;
    let saved = async {
        // No reader sees it before a text links to it.
        let mut tx = state.db.write_quietly().await?;
        let now = state.clock.now_millis();
        store::add(&mut tx, &document, &hash, by.map(|staff| staff.id), now).await?;
        match by {
            Some(staff) => log(&mut tx, state, staff, AuditAction::DocumentAdded, &document.title).await?,
            None => {
                let about = AuditTarget::Named(&document.title);
                audit_log::record_by_system(&mut tx, AuditAction::DocumentAdded, about, now).await?;
            }
        }
        tx.commit().await
    }
    .await;
    settle(document, folder, saved)
}

/// Replaces a document's file. Title, address and texts stay as they are.
///
/// # Errors
/// `Known` when another document has this very file; see [`DocumentError`].
pub(crate) async fn replace(
    state: &AppState,
    staff: &Staff,
    id: DocumentId,
    file: IncomingDocument,
) -> Result<Sent, DocumentError> {
    let received = file.judge().await?;
    let hash = received.hash;
    let mut tx = state.db.write_content().await?;
    let now = state.clock.now_millis();
    let before = store::find(&mut tx, id).await?;
    match store::known(&mut tx, &hash).await? {
        Some(known) if known == id => {
            let former = store::file_with(&mut tx, &hash).await?;
            store::use_former_file(&mut tx, id, former, now).await?;
            log(&mut tx, state, staff, AuditAction::DocumentReplaced, &before.title).await?;
            tx.commit().await?;
            return Ok(Sent::Known(before));
        }
        Some(known) => {
            let other = store::find(&mut tx, known).await?;
            return Err(DocumentError::Known(other.title));
        }
        None => drop(tx),
    }
    let (document, file) = received.into_parts(id, before.title, before.language);
    let folder = keep(file).await?;
    let saved = async {
        let mut tx = state.db.write_content().await?;
        store::replace(&mut tx, &document, &hash, staff.id, now).await?;
        log(&mut tx, state, staff, AuditAction::DocumentReplaced, &document.title).await?;
        tx.commit().await
    }
    .await;
    settle(document, folder, saved)
}

/// Returns a document whose row was saved. Where it was not, its file is removed again.
fn settle(
    document: Document,
    folder: NewFolder,
    saved: Result<(), sqlx::Error>,
) -> Result<Sent, DocumentError> {
    match saved {
        Ok(()) => {
            folder.settle();
            Ok(Sent::New(document))
        }
        Err(error) => {
            folder.discard();
            Err(error.into())
        }
    }
}

/// Gives readers a file that the document had before.
///
/// # Errors
/// `Gone` when there is no such file any more.
pub(crate) async fn use_former_file(
    state: &AppState,
    staff: &Staff,
    id: DocumentId,
    file: DocumentFileId,
) -> Result<(), DocumentError> {
    let mut tx = state.db.write_content().await?;
    let document = store::find(&mut tx, id).await?;
    store::use_former_file(&mut tx, id, file, state.clock.now_millis()).await?;
    log(&mut tx, state, staff, AuditAction::DocumentReplaced, &document.title).await?;
    Ok(tx.commit().await?)
}

/// Changes title and language.
///
/// # Errors
/// `NoTitle`, `LongTitle`; `Gone`.
pub(crate) async fn set_title(
    state: &AppState,
    staff: &Staff,
    id: DocumentId,
    title: &str,
    language: Language,
) -> Result<(), DocumentError> {
    let title = line(title);
    if title.is_empty() {
        return Err(DocumentError::NoTitle);
    }
    check_length(&title)?;
    let mut tx = state.db.write_content().await?;
    store::find(&mut tx, id).await?;
    store::set_title(&mut tx, id, &title, language).await?;
    log(&mut tx, state, staff, AuditAction::DocumentChanged, &title).await?;
    Ok(tx.commit().await?)
}

/// Writes a document's title and file name as a part of somebody's transaction.
///
/// # Errors
/// `LongTitle`.
pub(crate) async fn rename_in(
    tx: &mut SqliteConnection,
    staff: &Staff,
    renamed: &Document,
    now: UnixMillis,
) -> Result<(), DocumentError> {
    let Document { id, file_id, title, name, language, .. } = renamed;
    check_length(title)?;
    store::set_title(&mut *tx, *id, title, *language).await?;
    store::set_file_name(&mut *tx, *file_id, name).await?;
    Ok(audit_log::record(tx, staff, AuditAction::DocumentChanged, AuditTarget::Named(title), now).await?)
}

/// Moves a document that nothing uses to the bin.
///
/// # Errors
/// `Used`; `Gone`.
pub(crate) async fn move_to_bin(
    state: &AppState,
    staff: &Staff,
    id: DocumentId,
) -> Result<Document, DocumentError> {
    let mut tx = state.db.write_quietly().await?;
    let document = store::find(&mut tx, id).await?;
    let now = state.clock.now_millis();
    if !store::uses(&mut tx, id, now).await?.is_empty() {
        return Err(DocumentError::Used);
    }
    store::move_to_bin(&mut tx, id, now).await?;
    log(&mut tx, state, staff, AuditAction::DocumentTrashed, &document.title).await?;
    tx.commit().await?;
    Ok(document)
}

/// Takes a document out of the bin.
///
/// # Errors
/// `Gone` when it was deleted for good.
pub(crate) async fn take_out_of_bin(
    state: &AppState,
    staff: &Staff,
    id: DocumentId,
) -> Result<Document, DocumentError> {
    let mut tx = state.db.write_quietly().await?;
    let document = store::find(&mut tx, id).await?;
    store::take_out_of_bin(&mut tx, id).await?;
    log(&mut tx, state, staff, AuditAction::DocumentRestored, &document.title).await?;
    tx.commit().await?;
    Ok(document)
}

fn check_length(title: &str) -> Result<(), DocumentError> {
    if title.chars().count() > LONGEST_TITLE { Err(DocumentError::LongTitle) } else { Ok(()) }
}

async fn log(
    tx: &mut WriteTransaction,
    state: &AppState,
    staff: &Staff,
    action: AuditAction,
    title: &str,
) -> Result<(), sqlx::Error> {
    audit_log::record(tx, staff, action, AuditTarget::Named(title), state.clock.now_millis()).await
}
