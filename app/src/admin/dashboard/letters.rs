//! Letters that the mail server refuses, for as long as it does.

use leptos::prelude::*;

use crate::admin::relative_time::ago;
use crate::error::AppError;
use crate::foresight;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::UnixMillis;

/// Returns since when letters are refused, for those who can see to it.
pub(super) async fn load_failing(state: &AppState, staff: &Staff) -> Result<Option<UnixMillis>, AppError> {
    if staff.role < Role::Admin || !state.mail.is_configured() {
        return Ok(None);
    }
    Ok(foresight::failing_since(state.db.reader()).await?)
}

/// Says that letters do not go out, and since when.
pub(super) fn failing(since: Option<UnixMillis>, now: UnixMillis) -> Option<AnyView> {
    let since = ago(since?, now);
    Some(
        view! {
            <section class="notice warnings" data-kind="error" aria-labelledby="letters">
                <h2 id="letters">"Breven till personalen kommer inte iväg"</h2>
                <p>
                    {format!("E-postservern tar inte emot dem. Det började {since}. Varje brev skickas om två gånger.")}
                </p>
                <p>"Be den som sköter servern läsa kapitlet om e-post i docs/operating.md."</p>
            </section>
        }
        .into_any(),
    )
}
