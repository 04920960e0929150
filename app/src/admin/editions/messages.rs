//! What was done with an edition, in words.

use crate::audit_log::AuditAction;
use crate::calendar::EditionId;
use crate::calendar::editing::{self, Day, Saved, day_list};
use crate::error::AppError;
use crate::state::AppState;

/// Returns what was done, and what is still missing on the days of an edition that is now published.
pub(super) async fn saved_message(
    state: &AppState,
    id: EditionId,
    saved: &Saved,
) -> Result<String, AppError> {
    let message = message_for(state, id, saved.action).await?;
    let message = match saved.moved {
        0 => message,
        1 => format!("{message} En text fick en ny tid."),
        moved => format!("{message} {moved} texter fick en ny tid."),
    };
    Ok(match saved.lost {
        0 => message,
        1 => format!("{message} En text har ingen dag längre."),
        lost => format!("{message} {lost} texter har ingen dag längre."),
    })
}

/// Returns what publishing, hiding or saving an edition has to say.
async fn message_for(state: &AppState, id: EditionId, action: AuditAction) -> Result<String, AppError> {
    match action {
        AuditAction::EditionPublished => {
            let message = "Kalendern är publicerad.";
            let edition = editing::find(state.db.reader(), id).await?.ok_or(AppError::NotFound)?;
            Ok(match missing_message(&editing::days(state, &edition).await?) {
                Some(missing) => format!("{message} {missing}"),
                None => message.into(),
            })
        }
        AuditAction::EditionHidden => Ok("Kalendern är ett utkast igen. Läsarna ser den inte.".into()),
        _ => Ok("Kalendern är sparad.".into()),
    }
}

/// Returns "Något saknas på dag 3, 9–11 och 24."; `None` when nothing is missing.
pub(in crate::admin) fn missing_message<'a>(days: impl IntoIterator<Item = &'a Day>) -> Option<String> {
    let days: Vec<_> = days.into_iter().filter(|day| !day.missing.is_empty()).map(|day| day.number).collect();
    (!days.is_empty()).then(|| format!("Något saknas på dag {}.", day_list(&days)))
}
