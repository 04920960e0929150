//! Nightly backups that fail, for as long as they do.

use leptos::prelude::*;

use crate::admin::relative_time::ago;
use crate::backups::{self, BackupStatus};
use crate::error::AppError;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::UnixMillis;

/// Returns how the backups went when they fail, for those who can see to it.
pub(super) async fn load_failing(state: &AppState, staff: &Staff) -> Result<Option<BackupStatus>, AppError> {
    if staff.role < Role::Admin {
        return Ok(None);
    }
    let status = backups::status(state.db.reader()).await?;
    Ok(status.failing_since.is_some().then_some(status))
}

/// Says that backups fail, since when and why.
pub(super) fn failing(status: Option<&BackupStatus>, now: UnixMillis) -> Option<AnyView> {
    let status = status?;
    let since = ago(status.failing_since?, now);
    let last = match status.succeeded_at {
        Some(at) => format!("Den senaste som blev klar gjordes {}.", ago(at, now)),
        None => "Ingen säkerhetskopia har blivit klar än.".to_owned(),
    };
    let reason = status.failure.clone().unwrap_or_default();
    Some(
        view! {
            <section class="notice warnings" data-kind="error" aria-labelledby="backups">
                <h2 id="backups">"Säkerhetskopian misslyckades"</h2>
                <p>{format!("Det började {since}. {last} Webbplatsen försöker igen varje timme.")}</p>
                <p>"Visa det här för den som sköter servern:" <br/> <q>{reason}</q></p>
            </section>
        }
        .into_any(),
    )
}
