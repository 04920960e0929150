//! `/tillganglighet/synpunkter/kvitto/{token}`: that the message has come, and the number to read the answer by.

use leptos::prelude::*;

use super::framed;
use crate::error::AppError;
use crate::feedback::handover::{Handover, MINUTES};
use crate::feedback::receipt::Receipt;
use crate::page_metadata::set_page_noindex;
use crate::paths;
use crate::state::AppState;
use crate::ui::Document;

/// Renders the receipt. It is there for a quarter of an hour; afterwards the page says only that the message has come.
///
/// # Errors
/// None: what is no receipt's address looks like one that is over.
pub(crate) async fn receipt_page(state: &AppState, token: &str) -> Result<Document, AppError> {
    let receipt = state.extensions.get::<Handover>().find(token, state.clock.now_millis());
    set_page_noindex();
    let (title, view) = match receipt {
        Some(receipt) => ("Tack, meddelandet har kommit fram", shown(&receipt).into_any()),
        None => ("Kvittot visas inte längre", over().into_any()),
    };
    let view = view! { <header><h1>{title}</h1></header> {view} };
    Ok(Document::new(title, String::new(), framed(view)))
}

fn shown(receipt: &Receipt) -> impl IntoView + use<> {
    let groups = receipt.groups();
    // Letter by letter, or a screen reader makes words of them.
    let spoken = groups.iter().map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" "));
    let spoken = spoken.collect::<Vec<_>>().join(", ");
    view! {
        <p>"Vi läser det så snart vi kan. Här är ditt kvittonummer:"</p>
        <p class="receipt">
            <span aria-hidden="true">{receipt.to_string()}</span>
            <span class="visually-hidden">{spoken}</span>
        </p>
        <p>
            "Skriv av numret eller ta en bild av det. Det är bara med numret du kan läsa svaret här på webbplatsen. Vi kan inte "
            "ta fram det åt dig."
        </p>
        <p>
            "När vi har svarat står svaret på sidan " <a href=paths::FEEDBACK_ANSWER>"Läs svaret på ditt meddelande"</a>
            ". Stora och små bokstäver spelar ingen roll."
        </p>
        <p>{format!("Den här sidan visar numret i {MINUTES} minuter.")}</p>
    }
}

fn over() -> impl IntoView {
    view! {
        <p>{format!("Ett kvittonummer visas i {MINUTES} minuter efter att meddelandet skickades.")}</p>
        <p>
            "Har du numret kvar kan du " <a href=paths::FEEDBACK_ANSWER>"läsa svaret på ditt meddelande"</a>
            ". Annars får du skriva till oss en gång till."
        </p>
    }
}
