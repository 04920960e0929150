//! What the owner still has to see to.

use leptos::prelude::*;

use crate::error::AppError;
use crate::site::{Owed, owed};
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// Loads what is missing on the site, for those who can mend it.
pub(super) async fn load_owed(state: &AppState, staff: &Staff) -> Result<Vec<Owed>, AppError> {
    if staff.role < Role::Admin { Ok(Vec::new()) } else { owed(state).await }
}

/// Lists what is missing, each with the way to where it is mended.
pub(super) fn owed_list(owed: &[Owed]) -> Option<AnyView> {
    let row = |owed: &Owed| view! { <li><a href=owed.path.clone()>{owed.sentence.clone()}</a></li> };
    let rows: Vec<_> = owed.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="notice" aria-labelledby="owed">
                <h2 id="owed">"Kvar att ordna på webbplatsen"</h2>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}
