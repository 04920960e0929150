//! Doors that reserves have filled in the last days.

use leptos::prelude::*;

use crate::admin::relative_time::ago;
use crate::error::AppError;
use crate::paths;
use crate::reserves::{self, Filling};
use crate::state::AppState;
use crate::time::{DAY, UnixMillis};

/// How long it is told, in milliseconds.
const TOLD: i64 = 7 * DAY;

/// Returns the doors to tell of, the latest first.
pub(super) async fn load_filled(state: &AppState) -> Result<Vec<Filling>, AppError> {
    Ok(reserves::store::filled_since(state.db.reader(), state.clock.now_millis() - TOLD).await?)
}

/// Says which doors were filled, and leads to each.
pub(super) fn filled(filled: &[Filling], now: UnixMillis) -> Option<AnyView> {
    let rows: Vec<_> = filled
        .iter()
        .map(|filling| {
            let day = format!("Lucka {} i {}", filling.day, filling.edition_title);
            let way = paths::board_day(filling.edition, filling.day);
            view! { <li><a href=way>{day}</a> ", " {ago(filling.filled_at, now)}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="notice" aria-labelledby="filled">
                <h2 id="filled">"En reserv fyllde luckan"</h2>
                <p>"Ingen publicerad text låg där när luckan öppnades."</p>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    })
}
