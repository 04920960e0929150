//! `/tillganglighet/svar`: the answer to a message, by its receipt number.

use leptos::prelude::*;

use super::framed;
use crate::error::AppError;
use crate::feedback::lookup::{Found, Lookup, NUMBER};
use crate::feedback::message::{FeedbackStatus, Message};
use crate::page_metadata::set_page_noindex;
use crate::paths;
use crate::staff::request_context::RequestContext;
use crate::time::{UnixMillis, at_home, date_with_year, from_millis};
use crate::ui::{Document, IdempotencyKey};

const TITLE: &str = "Läs svaret på ditt meddelande";

/// Renders the field for the number and, when one was sent, what it led to. The number comes in a form, so that it stands in
/// no address.
///
/// # Errors
/// [`AppError::Internal`] without a request.
pub(crate) async fn answer_page() -> Result<Document, AppError> {
    let lookup = RequestContext::current()?.extension::<Lookup>();
    let (typed, found) = lookup.map(|Lookup { typed, found }| (typed, Some(found))).unwrap_or_default();
    let error = match &found {
        Some(Found::Nothing) => {
            Some("Vi hittar inget meddelande med det numret. Kontrollera varje tecken. Numret har sexton.")
        }
        Some(Found::TooMany) => {
            Some("Det har varit många fel nummer härifrån. Vänta en timme och försök igen.")
        }
        Some(Found::Message(_)) | None => None,
    };
    let message = if let Some(Found::Message(message)) = &found { Some(shown(message)) } else { None };
    let title = if error.is_some() { format!("Fel: {TITLE}") } else { TITLE.to_owned() };
    let view = view! {
        <header><h1>{TITLE}</h1></header>
        {message}
        {number_form(&typed, error)}
    };
    set_page_noindex();
    Ok(Document::new(title, String::new(), framed(view)))
}

fn number_form(typed: &str, error: Option<&'static str>) -> impl IntoView + use<> {
    let described_by = if error.is_some() { "nummer-tips nummer-fel" } else { "nummer-tips" };
    view! {
        <form method="post" action=paths::FEEDBACK_ANSWER novalidate=true autocomplete="off">
            <IdempotencyKey form_is_off=true/>
            <div class="field">
                <label for=NUMBER>"Kvittonummer"</label>
                <p class="hint" id="nummer-tips">"Numret du fick när du skickade meddelandet: fyra grupper med fyra tecken."</p>
                {error.map(|error| view! { <p class="error" id="nummer-fel" role="alert">{error}</p> })}
                <input
                    id=NUMBER name=NUMBER type="text" value=typed.to_owned() autocomplete="off" autocapitalize="characters"
                    spellcheck="false"
                    autofocus=error.is_some()
                    aria-invalid=error.is_some().then_some("true")
                    aria-describedby=described_by
                />
            </div>
            <button class="button">"Visa svaret"</button>
        </form>
    }
}

fn shown(message: &Message) -> impl IntoView + use<> {
    let answer = message.answered_at.map(|at| {
        view! {
            <h2>"Vårt svar"</h2>
            <p class="meta">{day(at)}</p>
            <div class="letter" dir="auto">{message.answer.clone()}</div>
        }
    });
    let status = match message.status() {
        FeedbackStatus::New => "Vi har fått ditt meddelande men inte svarat än.",
        FeedbackStatus::Answered => "Vi har svarat på ditt meddelande.",
        FeedbackStatus::Closed => "Ärendet är avslutat.",
    };
    view! {
        <section aria-labelledby="ditt">
            <p class="notice" role="status" tabindex="-1" autofocus=true>{status}</p>
            {answer}
            <h2 id="ditt">"Det du skrev"</h2>
            <p class="meta">{day(message.received_at)}</p>
            <div class="letter" dir="auto">{message.description.clone()}</div>
        </section>
    }
}

fn day(at: UnixMillis) -> String {
    date_with_year(at_home(from_millis(at)).date())
}
