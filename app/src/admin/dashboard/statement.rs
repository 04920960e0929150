//! What the accessibility statement needs of its owner, for as long as it does.

use leptos::prelude::*;

use crate::error::AppError;
use crate::paths;
use crate::site::{self, Section, leads_somewhere};
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::time::at_home;

/// Returns what is to be done, for those who can do it: fill in a statement that readers can open, or look at an old one.
pub(super) async fn load_owed(state: &AppState, staff: &Staff) -> Result<Option<&'static str>, AppError> {
    if staff.role < Role::Admin {
        return Ok(None);
    }
    let reader = state.db.reader();
    let accessibility = site::store::settings(reader).await?.accessibility;
    if accessibility.is_review_due(at_home(state.clock.now()).date()) {
        return Ok(Some("Se över tillgänglighetsredogörelsen: det är snart ett år sedan."));
    }
    let is_public = leads_somewhere(reader, paths::STATEMENT, state.clock.now_millis()).await?;
    Ok((is_public && !accessibility.is_complete()).then_some(
        "Fyll i tillgänglighetsredogörelsen: vem som står bakom webbplatsen och hur den är bedömd.",
    ))
}

/// Shows what is to be done, with the way there.
pub(super) fn owed(sentence: Option<&'static str>) -> Option<AnyView> {
    let sentence = sentence?;
    Some(
        view! {
            <section class="notice" aria-labelledby="statement">
                <h2 id="statement">"Tillgänglighet"</h2>
                <p><a href=paths::settings_section(Section::Statement.slug())>{sentence}</a></p>
            </section>
        }
        .into_any(),
    )
}
