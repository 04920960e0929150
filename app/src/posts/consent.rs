//! What editors write down about the consent of whom a post tells, together with what that means for its readers.

use super::publish::withdraw;
use super::{Act, EditablePost, PostError, PostId, PostStatus, store};
use crate::audit_log::AuditAction;
use crate::consent::store::{self as ledger, SealedPerson};
use crate::consent::{Consent, ConsentState, TypedConsent};
use crate::staff::Role;

/// Writes an entry. A post that readers have, and to which consent does not stand any more, is gone for them at once; it comes
/// back when consent is given.
///
/// # Errors
/// `ConsentNotYours` for writers; `ConsentNewer` when somebody changed the entry after `seen`, its version or 0; `InTrash`.
pub(crate) async fn save(
    act: &mut Act<'_>,
    post: PostId,
    typed: &TypedConsent,
    person: &SealedPerson,
    seen: i64,
) -> Result<(), PostError> {
    let before = check(act, post).await?;
    if before.as_ref().map_or(0, |before| before.version) != seen {
        return Err(PostError::ConsentNewer);
    }
    // Whoever asks for it is told that it is gone, if readers ever had it.
    store::remember_address(&mut act.tx, post, act.now).await?;
    ledger::save(&mut act.tx, post, typed, person, act.now).await?;
    act.log(AuditAction::ConsentChanged, post).await
}

/// Notes that the person has taken consent back. What readers had or would have had is taken away from them, everywhere and at
/// once, and stays so until somebody publishes it again with a new consent.
///
/// # Errors
/// `ConsentNotYours` for writers; `NoConsentEntry` when nobody has marked the post.
pub(crate) async fn take_back(act: &mut Act<'_>, post: PostId) -> Result<(), PostError> {
    let before = check(act, post).await?.ok_or(PostError::NoConsentEntry)?;
    if before.state == ConsentState::Withdrawn {
        return Ok(());
    }
    let text = act.post(post).await?;
    if text.status.is_decided() {
        withdraw(act, post, None).await?;
    } else if text.has_lost_consent() {
        store::withdraw(&mut act.tx, post, act.now).await?;
    }
    ledger::withdraw(&mut act.tx, post, act.now).await?;
    act.log(AuditAction::ConsentWithdrawn, post).await
}

/// Deletes the entry of a post that tells of nobody. Not one that the person has taken back: that answer stays.
///
/// # Errors
/// `ConsentNotYours` for writers; `NoConsentEntry`; `ConsentTakenBack`.
pub(crate) async fn unmark(act: &mut Act<'_>, post: PostId) -> Result<(), PostError> {
    let before = check(act, post).await?.ok_or(PostError::NoConsentEntry)?;
    if before.state == ConsentState::Withdrawn {
        return Err(PostError::ConsentTakenBack);
    }
    ledger::remove(&mut act.tx, post).await?;
    act.log(AuditAction::ConsentRemoved, post).await
}

/// Keeps the form that the person has signed, sealed, instead of the one before.
///
/// # Errors
/// `ConsentNotYours` for writers; `NoConsentEntry` when nobody has marked the post; `InTrash`.
pub(crate) async fn keep_paper(act: &mut Act<'_>, post: PostId, sealed: &[u8]) -> Result<(), PostError> {
    check(act, post).await?.ok_or(PostError::NoConsentEntry)?;
    ledger::papers::save(&mut act.tx, post, sealed, act.now).await?;
    act.log(AuditAction::ConsentChanged, post).await
}

/// Deletes the form that the person has signed.
///
/// # Errors
/// As [`keep_paper`].
pub(crate) async fn remove_paper(act: &mut Act<'_>, post: PostId) -> Result<(), PostError> {
    check(act, post).await?.ok_or(PostError::NoConsentEntry)?;
    ledger::papers::remove(&mut act.tx, post).await?;
    act.log(AuditAction::ConsentChanged, post).await
}

/// Checks that somebody may write in the ledger about a post, and returns its entry. A rendition has none.
async fn check(act: &mut Act<'_>, post: PostId) -> Result<Option<Consent>, PostError> {
    if act.by.role < Role::Editor {
        return Err(PostError::ConsentNotYours);
    }
    let text = act.post(post).await?;
    if text.original.is_some() {
        return Err(PostError::ConsentOfOriginal);
    }
    if text.status == PostStatus::Trash {
        return Err(PostError::InTrash);
    }
    Ok(ledger::find(&mut act.tx, post).await?)
}

impl EditablePost {
    /// Whether it is published and its time has come, and readers do not have it because consent does not stand.
    pub fn has_lost_consent(&self) -> bool {
        self.status == PostStatus::Withdrawn && self.public_from.is_some()
    }
}
