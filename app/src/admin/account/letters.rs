//! Which letters somebody wants.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::ChooseLetters;
use crate::error::AppError;
use crate::foresight::{Choice, Rhythm};
use crate::ui::IdempotencyKey;

/// The hour that is offered to whoever has chosen none.
const MORNING: i8 = 7;
/// The value of the choice of no letters.
const NEVER: &str = "aldrig";

/// The form, on sites that send letters.
pub(super) fn section(choice: Option<Choice>) -> AnyView {
    let chosen = choice.map_or(NEVER, |choice| choice.rhythm.as_str());
    let ways =
        [(Rhythm::Day.as_str(), "Varje dag"), (Rhythm::Week.as_str(), "Varje måndag"), (NEVER, "Aldrig")];
    let ways = ways.map(|(value, words)| {
        let id = format!("letters-{value}");
        view! {
            <p class="tick">
                <input id=id.clone() type="radio" name="rhythm" value=value checked=value == chosen/>
                <label for=id>{words}</label>
            </p>
        }
    });
    let hour = choice.map_or(MORNING, |choice| choice.hour);
    let hours: Vec<_> = (0_i8..24)
        .map(|value| view! { <option value=value selected=value == hour>{format!("{value:02}.00")}</option> })
        .collect();
    view! {
        <section aria-labelledby="letters">
            <h2 id="letters">"Brev om det som väntar"</h2>
            <form method="post" action=ChooseLetters::url()>
                <IdempotencyKey/>
                <fieldset>
                    <legend>"Hur ofta vill du få ett brev?"</legend>
                    <p class="hint" id="letters-hint">
                        "Brevet säger vad som saknas de närmaste 14 dagarna, vad som väntar på dig och vad som har öppnats. Det \
                         har dagar, antal och länkar, men inget ur texterna. Finns det inget att säga skickas inget brev."
                    </p>
                    {ways.collect_view()}
                </fieldset>
                <div class="field">
                    <label for="letters-hour">"Klockan"</label>
                    <select id="letters-hour" name="hour">{hours}</select>
                </div>
                <button class="button">"Spara"</button>
            </form>
        </section>
    }
    .into_any()
}

/// Reads the form; [`AppError::Invalid`] when no page sends such a one.
pub(super) fn parse(rhythm: &str, hour: &str) -> Result<Option<Choice>, AppError> {
    if rhythm == NEVER {
        return Ok(None);
    }
    let rhythm = Rhythm::parse(rhythm).ok_or(AppError::Invalid)?;
    let hour = hour.parse().ok().filter(|hour| (0..24).contains(hour)).ok_or(AppError::Invalid)?;
    Ok(Some(Choice { rhythm, hour }))
}

/// Says what was saved.
pub(super) fn saved(choice: Option<Choice>) -> String {
    match choice {
        None => "Du får inga brev.".to_owned(),
        Some(Choice { rhythm: Rhythm::Day, hour }) => {
            format!("Du får ett brev varje dag klockan {hour:02}.00.")
        }
        Some(Choice { rhythm: Rhythm::Week, hour }) => {
            format!("Du får ett brev varje måndag klockan {hour:02}.00.")
        }
    }
}
