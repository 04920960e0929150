//! The form below a shared text.

use leptos::prelude::*;

use super::{LONGEST, LONGEST_NAME, OutsideForm};
use crate::ui::{IdempotencyKey, TextArea, render_to_string};

/// What the form says when it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    /// Nothing yet.
    Nothing,
    /// A comment has just been stored.
    Sent,
    /// It was not stored, and why.
    Refused(&'a str),
}

/// Returns the form as HTML, with what was typed. `action` is the address of the shared text.
pub fn form_html(action: &str, form: &OutsideForm, told: Told<'_>) -> String {
    let notice = match told {
        Told::Nothing => None,
        Told::Sent => Some(
            view! {
                <div class="notice" data-kind="done" role="status" tabindex="-1" autofocus=true>
                    <p>"Tack! Redaktionen har fått din kommentar."</p>
                </div>
            }
            .into_any(),
        ),
        Told::Refused(why) => Some(
            view! {
                <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                    <p><b>"Kommentaren är inte skickad än."</b> " " {why.to_owned()}</p>
                </div>
            }
            .into_any(),
        ),
    };
    render_to_string(view! {
        <div class="wrap page">
        <section class="column feedback" id="kommentera" aria-labelledby="kommentera-rubrik">
            <h2 id="kommentera-rubrik">"Kommentera texten"</h2>
            {notice}
            <p>
                "Skriv vad du tycker. Redaktionen ser ditt namn och din kommentar. Läsarna ser inget av det. Skriv inget om "
                "din hälsa eller annat privat."
            </p>
            <form method="post" action=format!("{action}#kommentera") autocomplete="off">
                <IdempotencyKey form_is_off=true/>
                <div class="field">
                    <label for="namn">"Ditt namn"</label>
                    <input id="namn" name="namn" required=true maxlength=LONGEST_NAME.to_string() value=form.name.clone()/>
                </div>
                <div class="field">
                    <label for="ord">"Vilka ord gäller det?"</label>
                    <p class="hint" id="ord-hint">"Kopiera några ord ur texten. Lämna tomt om det gäller hela texten."</p>
                    <input id="ord" name="ord" dir="auto" value=form.words.clone() aria-describedby="ord-hint"/>
                </div>
                <div class="field">
                    <label for="kommentar">"Kommentar"</label>
                    <p class="hint" id="kommentar-hint">{format!("Högst {LONGEST} tecken.")}</p>
                    <TextArea name="kommentar" text=form.body.clone() rows=5 attr:required=true attr:dir="auto" attr:aria-describedby="kommentar-hint"/>
                </div>
                <button class="button">"Skicka"</button>
            </form>
        </section>
        </div>
    })
}
