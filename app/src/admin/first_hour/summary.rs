//! The list in short, on the dashboard and in the settings.

use leptos::prelude::*;

use crate::first_hour::{FirstHour, StepState};
use crate::paths;

/// How many steps the dashboard names.
const NAMED: usize = 3;

/// Says on the dashboard how far the list has come and what is next; nothing when all is done or it is put away.
pub(in crate::admin) fn on_dashboard(list: &FirstHour) -> Option<AnyView> {
    if list.is_done() || list.is_put_away {
        return None;
    }
    let left: Vec<_> = list.steps.iter().filter(|step| step.state == StepState::Left).collect();
    let more = left.len().saturating_sub(NAMED);
    let named = left.iter().take(NAMED).map(|step| {
        let facts = step.facts.join(" ");
        view! { <li><b>{step.kind.title()}</b> {format!(": {} {facts}", step.kind.why()).trim_end().to_owned()}</li> }
    });
    let more = match more {
        0 => None,
        1 => Some("och en sak till".to_owned()),
        more => Some(format!("och {more} saker till")),
    };
    Some(
        view! {
            <section class="notice" aria-labelledby="first-hour">
                <h2 id="first-hour">"Kvar att ordna på webbplatsen"</h2>
                <p>{list.progress()}</p>
                <ul>{named.collect_view()} {more.map(|more| view! { <li>{more}</li> })}</ul>
                <p class="row"><a class="button" href=paths::FIRST_HOUR>"Öppna listan"</a></p>
            </section>
        }
        .into_any(),
    )
}

/// The list's row among the sections of the settings.
pub(in crate::admin) fn for_settings(list: &FirstHour) -> impl IntoView + use<> {
    view! {
        <li>
            <h2><a href=paths::FIRST_HOUR>"Den första timmen"</a></h2>
            <p class="quiet">"Listan över det som en ny webbplats behöver."</p>
            <p class="quiet">{list.progress()}</p>
        </li>
    }
}
