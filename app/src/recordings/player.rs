//! The player above a text. It works without a script: browsers bring their own.

use leptos::prelude::*;

use super::Recording;
use super::transcript::paragraphs;
use crate::language::Language;

/// The recording of a text, if it has one, with its length and size, and what is said, where that is written down; spoken in
/// the text's language. Nothing is fetched before somebody asks for it.
pub(crate) fn player(recording: Option<Recording>, language: Language) -> impl IntoView + use<> {
    recording.map(|recording| {
        let length = recording.length();
        let lang = language.lang();
        let said = paragraphs(&recording.transcript);
        let said = (!said.is_empty()).then(|| {
            let said = said.into_iter().map(|part| view! { <p>{part}</p> }).collect_view();
            view! {
                <details>
                    <summary>"Läs det som sägs"</summary>
                    <div class="said" lang=lang dir="auto">{said}</div>
                </details>
            }
        });
        view! {
            <section class="listen" aria-label="Lyssna">
                <p><b>"Lyssna"</b> {format!(", {length}")}</p>
                <audio
                    controls=true preload="none" src=recording.path() aria-label=format!("Lyssna, {length}")
                ></audio>
                <p class="get">
                    <a href=recording.path() download=true rel="external">
                        "Ladda ner ljudet" {format!(" ({})", recording.facts())}
                    </a>
                </p>
                {said}
            </section>
        }
    })
}
