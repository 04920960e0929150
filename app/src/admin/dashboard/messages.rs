//! The messages of the public that wait for an answer.

use leptos::prelude::*;

use crate::error::AppError;
use crate::feedback::{self, Counts};
use crate::paths;
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// Counts what waits, for those who can answer.
pub(super) async fn load_waiting(state: &AppState, staff: &Staff) -> Result<Counts, AppError> {
    if staff.role < Role::Editor {
        return Ok(Counts::default());
    }
    Ok(feedback::counts(state.db.reader(), state.clock.now_millis()).await?)
}

/// Says how many messages wait, and how many have waited for too long.
pub(super) fn waiting(counts: Counts) -> Option<AnyView> {
    let Counts { waiting, late } = counts;
    let words = match waiting {
        ..=0 => return None,
        1 => "Ett meddelande om tillgänglighet väntar på svar.".to_owned(),
        waiting => format!("{waiting} meddelanden om tillgänglighet väntar på svar."),
    };
    let late_words = match (late, waiting) {
        (..=0, _) => String::new(),
        (1, 1) => " Det har väntat i mer än en vecka.".to_owned(),
        (1, _) => " Ett av dem har väntat i mer än en vecka.".to_owned(),
        (late, _) => format!(" {late} av dem har väntat i mer än en vecka."),
    };
    let kind = (late > 0).then_some("error");
    Some(
        view! {
            <section class="notice" data-kind=kind aria-labelledby="messages">
                <h2 id="messages">"Meddelanden"</h2>
                <p><a href=paths::MESSAGES>{words}</a>{late_words}</p>
            </section>
        }
        .into_any(),
    )
}
