//! A run that is under way.

use leptos::prelude::*;

use crate::moving_in::{MoveIn, MoveInState};
use crate::paths;

/// Shows how far a run has come. With its script the page looks again by itself, and without it by a link: a page that loads
/// itself anew takes the place from whoever reads it slowly or has it read out.
pub(in crate::admin::moving_in) fn running(
    shown: &MoveIn,
    done_of: (u64, u64),
    script: &str,
) -> impl IntoView + use<> {
    let is_dry_run = shown.state == MoveInState::Trying;
    let (heading, leave) = if is_dry_run {
        ("Provkör", "Inget ändras på webbplatsen.")
    } else {
        ("Flyttar in", "Texterna syns på webbplatsen allt eftersom de kommer in.")
    };
    let (done, expected) = done_of;
    let words = match (done, expected, is_dry_run) {
        (_, 0, _) => "Filen läses igenom en första gång.".to_owned(),
        (done, all, true) => format!("{done} av {all} är genomgångna."),
        (done, all, false) => format!("{done} av {all} har kommit in."),
    };
    let bar = if expected == 0 {
        view! { <progress aria-label=heading></progress> }.into_any()
    } else {
        view! { <progress aria-label=heading value=done max=expected></progress> }.into_any()
    };
    let script = Some(script.to_owned()).filter(|script| !script.is_empty());
    view! {
        <p class="kicker"><a href=paths::MOVE_IN>"Flytta in"</a></p>
        <h1>{heading} " " <span class="file">{shown.file_name.clone()}</span></h1>
        <div class="progress" data-progress data-staff-script=script>
            {bar}
            <p><b>{words}</b></p>
        </div>
        <p>
            {leave}
            " Du kan stänga sidan och komma tillbaka. Det går vidare ändå."
        </p>
        <div class="row">
            <a class="button plain" rel="external" data-progress-link href=paths::move_in(shown.id)>"Se hur långt det har kommit"</a>
            <form method="post" action=paths::move_in_act(shown.id, "stoppa")>
                <button class="button plain">"Stoppa"</button>
            </form>
        </div>
    }
}
