//! The player above a text. It works without a script: browsers bring their own.

use leptos::prelude::*;

use super::Recording;
use super::read_aloud::read_aloud;
use super::transcript::paragraphs;
use crate::language::Language;

/// The recording of a text, with its length and size, and what is said, where that is written down; spoken in the text's
/// language. Nothing is fetched before somebody asks for it. A text without a recording can be read aloud by the device.
pub(crate) fn player(recording: Option<Recording>, language: Language) -> AnyView {
    let Some(recording) = recording else { return read_aloud(language).into_any() };
    let length = recording.length();
    let (lang, beside) = (language.lang(), language.beside());
    let listen = beside.say("Lyssna", "Listen");
    let said = paragraphs(&recording.transcript);
    let said = (!said.is_empty()).then(|| {
        let said = said.into_iter().map(|part| view! { <p>{part}</p> }).collect_view();
        view! {
            <details>
                <summary>{beside.say("Läs det som sägs", "Read what is said")}</summary>
                <div class="said" lang=lang dir="auto">{said}</div>
            </details>
        }
    });
    // No region: a page may have several.
    view! {
        <div class="listen" role="group" aria-label=listen lang=beside.lang()>
            <p><b>{listen}</b> {format!(", {length}")}</p>
            <audio
                controls=true preload="none" src=recording.path() aria-label=format!("{listen}, {length}")
            ></audio>
            <p class="get">
                <a href=recording.path() download=true rel="external">
                    {beside.say("Ladda ner ljudet", "Download the sound")} {format!(" ({})", recording.facts(beside))}
                </a>
            </p>
            {said}
        </div>
    }
    .into_any()
}
