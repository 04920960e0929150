//! Caches in front that may still show what has been changed or withdrawn, for as long as they do not answer.

use leptos::prelude::*;

use super::views::titled;
use crate::admin::relative_time::ago;
use crate::error::AppError;
use crate::posts::store::overview::{DashboardPost, withdrawn};
use crate::shared_caches::Unanswered;
use crate::state::AppState;
use crate::time::{MINUTE, UnixMillis};

/// How long before a restart a text may have been withdrawn and still be shown, in milliseconds: no page is to be kept for
/// longer than that.
const BEFORE: i64 = MINUTE;

/// What caches may still show, and which.
pub(super) struct Outdated {
    caches: Vec<Unanswered>,
    since: UnixMillis,
    withdrawn: Vec<DashboardPost>,
}

/// Returns what caches may still show; none when all have answered for the newest change.
pub(super) async fn load_outdated(state: &AppState) -> Result<Option<Outdated>, AppError> {
    let caches = state.shared_caches.unanswered(state.db.generation());
    if caches.is_empty() {
        return Ok(None);
    }
    let now = state.clock.now_millis();
    let since = caches.iter().filter_map(|cache| cache.since).fold(now, UnixMillis::min);
    let withdrawn = withdrawn(state.db.reader(), since - BEFORE).await?;
    Ok(Some(Outdated { caches, since, withdrawn }))
}

/// Says which caches have not answered, what they may show, and what to do.
pub(super) fn outdated(outdated: Option<&Outdated>, writes: bool, now: UnixMillis) -> Option<AnyView> {
    let Outdated { caches, since, withdrawn } = outdated?;
    let texts: Vec<_> = withdrawn
        .iter()
        .map(|text| view! { <li>{titled(text.id, text.title.clone(), text.language, writes)}</li> })
        .collect();
    let texts = (!texts.is_empty()).then(|| {
        view! {
            <p>"Det här är draget tillbaka men kan fortfarande visas:"</p>
            <ul>{texts}</ul>
        }
    });
    let rows: Vec<_> = caches.iter().map(|cache| view! { <li>{state_of(cache)}</li> }).collect();
    Some(
        view! {
            <section class="notice warnings" data-kind="error" aria-labelledby="caches">
                <h2 id="caches">"Cachen framför webbplatsen har inte svarat än"</h2>
                <p>
                    {format!("Det började {}. Läsare kan få sidorna som de var innan dess. ", ago(*since, now))}
                    "Webbplatsen försöker igen hela tiden. Ladda om sidan för att se hur det går."
                </p>
                {texts}
                <p>"Står det kvar: visa det här för den som sköter servern. Starta om cachen så blir den tom."</p>
                <ul>{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn state_of(cache: &Unanswered) -> String {
    let reason = cache.failure.as_deref().unwrap_or("väntar på svar");
    format!("{}: {reason}", cache.name)
}
