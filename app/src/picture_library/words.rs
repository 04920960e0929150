//! A picture's words in the library: its name, and what texts that show it begin with.

use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnection;

use super::LibraryPicture;
use super::store::{pictures, uses};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::media::{LONGEST_NAME, PictureId};
use crate::staff::Staff;
use crate::state::AppState;
use crate::text_input::line;
use crate::time::UnixMillis;

/// The longest alternative text and caption, in characters.
const LONGEST_TEXT: usize = 500;

/// The words as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PictureWords {
    pub(crate) name: String,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
}

/// What became of words that were to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Described {
    Saved,
    /// Nothing was saved: the messages for the fields.
    Invalid(FieldErrors),
}

impl PictureWords {
    /// Returns the words that a picture has.
    pub(crate) fn of(picture: &LibraryPicture) -> Self {
        let LibraryPicture { name, alt, caption, credit, .. } = picture.clone();
        Self { name, alt, caption, credit }
    }

    fn cleaned(&self) -> Self {
        let Self { name, alt, caption, credit } = self;
        Self { name: line(name), alt: line(alt), caption: line(caption), credit: line(credit) }
    }

    fn errors(&self) -> FieldErrors {
        let mut errors = FieldErrors::default();
        if self.name.is_empty() {
            errors.add("name", "Skriv ett namn, så att ni hittar bilden.");
        }
        let limits = [
            ("name", "Namnet är för långt", &self.name, LONGEST_NAME),
            ("alt", "Beskrivningen är för lång", &self.alt, LONGEST_TEXT),
            ("caption", "Bildtexten är för lång", &self.caption, LONGEST_TEXT),
            ("credit", "Fotografens namn är för långt", &self.credit, LONGEST_NAME),
        ];
        for (field, problem, text, longest) in limits {
            if text.chars().count() > longest {
                errors.add(field, format!("{problem}. Skriv högst {longest} tecken."));
            }
        }
        // Read aloud, a file's name tells nothing.
        if !self.alt.is_empty() && self.alt == self.name {
            errors.add("alt", "Beskriv det som syns, inte vad filen heter.");
        }
        errors
    }
}

/// Saves a picture's words for somebody who may change them.
///
/// # Errors
/// [`AppError::NotFound`] without such a picture, [`AppError::Forbidden`] for a writer who has not sent it.
pub(crate) async fn describe(
    state: &AppState,
    by: &Staff,
    id: PictureId,
    typed: &PictureWords,
) -> Result<Described, AppError> {
    // A text may show the library's own words.
    let mut tx = state.db.write_content().await?;
    let described = describe_in(&mut tx, by, id, typed, state.clock.now_millis()).await?;
    if described == Described::Saved {
        tx.commit().await?;
    }
    Ok(described)
}

/// Saves a picture's words as a part of somebody's transaction.
///
/// # Errors
/// As [`describe`].
pub(crate) async fn describe_in(
    tx: &mut SqliteConnection,
    by: &Staff,
    id: PictureId,
    typed: &PictureWords,
    now: UnixMillis,
) -> Result<Described, AppError> {
    let words = typed.cleaned();
    let picture = pictures::find(&mut *tx, id).await?;
    if !picture.may_be_described_by(by) {
        return Err(AppError::Forbidden);
    }
    let mut errors = words.errors();
    if words.alt.is_empty() && !picture.alt.is_empty() && uses::is_followed(&mut *tx, id).await? {
        errors.add("alt", "Läsarna har texter som beskriver bilden med de här orden. Skriv vad den visar.");
    }
    if !errors.is_empty() {
        return Ok(Described::Invalid(errors));
    }
    if words != PictureWords::of(&picture) {
        let PictureWords { name, alt, caption, credit } = &words;
        pictures::set_words(&mut *tx, id, [name, alt, caption, credit]).await?;
        audit_log::record(tx, by, AuditAction::PictureChanged, AuditTarget::Named(name), now).await?;
    }
    Ok(Described::Saved)
}
