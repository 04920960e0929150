//! Publishing an edition, or making it a draft again: one button, with what it means to readers.

use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::SetEditionState;
use crate::calendar::EditionState;
use crate::calendar::editing::{EditionRecord, day_list};
use crate::paths;
use crate::time::weekday_date_and_time;
use crate::ui::IdempotencyKey;

/// The form with the button. `missing` says what its days lack; `on_board` tells where it stands, since the answer leads back there.
pub(in crate::admin) fn form(
    edition: &EditionRecord,
    missing: Option<String>,
    now: Timestamp,
    on_board: bool,
) -> AnyView {
    let (to, button, words) = if edition.is_published() {
        (EditionState::Draft, "Gör kalendern till utkast", hides(edition, now))
    } else {
        (EditionState::Published, "Publicera kalendern", shows(edition, missing, now))
    };
    let is_noticed = edition.is_published() && !edition.schedule.open_days(now).is_empty();
    let sure = is_noticed.then(|| {
        view! {
            <p class="tick">
                <input id="state-sure" type="checkbox" name="sure" value="1"/>
                <label for="state-sure">"Jag vet att läsarna märker det direkt"</label>
            </p>
        }
    });
    let class = if edition.is_published() { "button plain" } else { "button" };
    let fields = view! {
        <form method="post" action=SetEditionState::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=edition.id/>
            <input type="hidden" name="to" value=to.as_str()/>
            {on_board.then(|| view! { <input type="hidden" name="on_board" value="1"/> })}
            <p id="state-words">{words}</p>
            {sure}
            <button class=class aria-describedby="state-words">{button}</button>
        </form>
    };
    // On the board it folds, so that the days stay in sight.
    if edition.is_published() || on_board {
        let summary = if edition.is_published() {
            "Läsarna ser kalendern. Ändra det?"
        } else {
            "Publicera kalendern?"
        };
        return view! { <details class="visibility"><summary>{summary}</summary> {fields}</details> }
            .into_any();
    }
    view! { <div class="visibility">{fields}</div> }.into_any()
}

/// Says what publishing means.
fn shows(edition: &EditionRecord, missing: Option<String>, now: Timestamp) -> String {
    let schedule = &edition.schedule;
    let open = schedule.open_days(now);
    let next = schedule.next_opening(now).map(|(day, at)| {
        let at = at.to_zoned(schedule.zone().clone());
        format!("Lucka {day} öppnas {}.", weekday_date_and_time(at.date(), at.time()))
    });
    let sentences = [
        Some(format!(
            "Bara redaktionen ser kalendern nu. Publicerar du den ser läsarna den på {}.",
            paths::edition(&edition.slug)
        )),
        (!open.is_empty()).then(|| format!("Lucka {} öppnas genast.", day_list(&open))),
        next,
        missing,
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Says what making it a draft again means.
fn hides(edition: &EditionRecord, now: Timestamp) -> String {
    let open = edition.schedule.open_days(now);
    let closes = match open.as_slice() {
        [] => "Läsarna ser kalendern inte längre.".to_owned(),
        open => format!(
            "Läsarna ser kalendern inte längre. Lucka {} som är öppen stängs, och texten där försvinner för dem.",
            day_list(open)
        ),
    };
    format!("{closes} Allt finns kvar för redaktionen, och du kan publicera den igen.")
}
