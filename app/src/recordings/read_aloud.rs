//! The button by which the reader's own device reads a text aloud.

use leptos::prelude::*;

use crate::language::Language;

/// The button, hidden until `aloud/offer.js` finds a voice for the language on the device itself: the site has no voices, and
/// the text is sent to nobody. `aloud/reading.js` adds the other controls when it begins.
pub(super) fn read_aloud(language: Language) -> impl IntoView {
    let beside = language.beside();
    view! {
        <div
            class="listen" role="group" aria-label=beside.say("Lyssna", "Listen") lang=beside.lang()
            data-aloud=language.as_str() hidden=true
        >
            <p class="row"><button class="button plain" type="button">{beside.say("Läs upp", "Read aloud")}</button></p>
        </div>
    }
}
