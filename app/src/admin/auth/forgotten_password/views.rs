//! The form for an address, and the page that follows.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::AskForLink;
use crate::paths;
use crate::staff::LogInError;
use crate::ui::{Field, IdempotencyKey};

/// Shows the form with what was typed and why it was refused.
pub(super) fn form(email: String, error: Option<LogInError>) -> impl IntoView {
    let field_error = error.filter(|error| error.field().is_some()).map(LogInError::sentence);
    view! {
        <form class="login" method="post" action=AskForLink::url() novalidate=true>
            <IdempotencyKey/>
            <h1>"Glömt lösenordet"</h1>
            {error.map(summary)}
            <p>"Skriv adressen du loggar in med. Du får ett brev med en länk, där du väljer ett nytt lösenord."</p>
            <Field
                name="email"
                label="E-post"
                kind="email"
                value=email
                autocomplete="username"
                error=Signal::stored(field_error)
            />
            <button class="button">"Skicka länken"</button>
            <p class="quiet"><a href=paths::LOG_IN>"Tillbaka till inloggningen"</a></p>
        </form>
    }
}

fn summary(error: LogInError) -> impl IntoView {
    let sentence = match error.field() {
        Some(field) => view! { <a href=format!("#{field}")>{error.sentence()}</a> }.into_any(),
        None => error.sentence().into_any(),
    };
    view! {
        <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true><p>{sentence}</p></div>
    }
}

/// Says that a letter comes, whether the address has an account or not.
pub(super) fn accepted() -> impl IntoView {
    view! {
        <div class="login">
            <h1>"Titta i din e-post"</h1>
            <div class="notice" data-kind="done" role="status">
                <p>"Har adressen ett konto kommer ett brev med en länk om en stund. Länken gäller i en timme."</p>
            </div>
            <p>
                "Kommer inget brev? Titta bland skräpposten och kontrollera att du skrev rätt adress. Högst tre brev i "
                "timmen går till samma adress. Annars hjälper den som sköter webbplatsen dig."
            </p>
            <p>
                // The page itself again: the router would see no other address and stay.
                <a href=paths::FORGOTTEN rel="external">"Skriv adressen igen"</a> " · "
                <a href=paths::LOG_IN>"Till inloggningen"</a>
            </p>
        </div>
    }
}

/// Says whom to ask on a site that sends no letters.
pub(super) fn without_mail() -> impl IntoView {
    view! {
        <div class="login">
            <h1>"Glömt lösenordet"</h1>
            <p>"Be den som sköter webbplatsen om en ny länk. Med den väljer du ett nytt lösenord."</p>
            <p><a href=paths::LOG_IN>"Tillbaka till inloggningen"</a></p>
        </div>
    }
}
