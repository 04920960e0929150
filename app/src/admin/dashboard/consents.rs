//! The consents that end soon or have ended.

use leptos::prelude::*;

use crate::consent::store::{Ending, ending};
use crate::error::AppError;
use crate::paths;
use crate::staff::{Role, Staff};
use crate::state::AppState;

/// Counts them, for those who can ask the persons again.
pub(super) async fn load_ending(state: &AppState, staff: &Staff) -> Result<Ending, AppError> {
    if staff.role < Role::Editor {
        return Ok(Ending::default());
    }
    Ok(ending(state.db.reader(), state.clock.now_millis()).await?)
}

/// Says how many there are, the most urgent first.
pub(super) fn warning(ending: Ending) -> Option<AnyView> {
    let Ending { ended, within_7, within_30, within_60 } = ending;
    let soon = |number: u32, days: u32| match number {
        0 => None,
        1 => Some(format!("Ett samtycke går ut inom {days} dagar.")),
        number => Some(format!("{number} samtycken går ut inom {days} dagar.")),
    };
    let gone = match ended {
        0 => None,
        1 => Some("En text visas inte: samtycket har gått ut.".to_owned()),
        ended => Some(format!("{ended} texter visas inte: samtycket har gått ut.")),
    };
    let lines = [gone, soon(within_7, 7), soon(within_30, 30), soon(within_60, 60)];
    let lines: Vec<_> = lines.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect();
    let kind = (ended > 0 || within_7 > 0).then_some("error");
    (!lines.is_empty()).then(|| {
        view! {
            <section class="notice" data-kind=kind aria-labelledby="consents">
                <h2 id="consents">"Samtycken"</h2>
                <ul>{lines}</ul>
                <p><a href=paths::CONSENTS>"Visa samtyckena"</a></p>
            </section>
        }
        .into_any()
    })
}
