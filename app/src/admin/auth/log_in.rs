//! `/admin/logga-in`: the log-in.

use leptos::html::Div;
use leptos::prelude::*;

use super::error_summary::{ErrorSummary, Problem};
use super::follow_outcome::follow_outcome;
use super::header::Header;
use super::password_field::PasswordField;
use crate::paths;
use crate::staff::api::{LogIn, log_in_page};
use crate::staff::{LogInError, LogInForm};
use crate::ui::{Field, PageMeta, page};

/// The page on which staff log in.
#[component]
pub(in crate::admin) fn LogInPage() -> impl IntoView {
    let form = page(String::new, |_| log_in_page(), |form: LogInForm| view! { <Form form/> });
    view! {
        <Header/>
        <main id="innehall" tabindex="-1" class="wrap">{form}</main>
    }
}

#[component]
fn Form(form: LogInForm) -> impl IntoView {
    let action = ServerAction::<LogIn>::new();
    let title = if form.error.is_some() { "Fel: Logga in" } else { "Logga in" };
    let error = RwSignal::new(form.error);
    let summary = NodeRef::<Div>::new();
    follow_outcome(action, error, summary);
    let shown = RwSignal::new(false);
    let pending = action.pending();
    let label = move || if pending.get() { "Loggar in …" } else { "Logga in" };
    view! {
        <PageMeta title robots="noindex"/>
        <ActionForm action attr:class="login" attr:novalidate=true on:submit=move |_| shown.set(false)>
            <h1>"Logga in"</h1>
            {form.password_saved.then(|| view! {
                <div class="notice" data-kind="done" role="status">
                    <p>"Lösenordet är sparat. Nu kan du logga in med det."</p>
                </div>
            })}
            {form.has_submission.then(|| view! {
                <div class="notice" role="status">
                    <p>"Du blev utloggad. Det du skrev är kvar: logga in och öppna texten igen."</p>
                </div>
            })}
            <ErrorSummary problem=Signal::derive(move || error.get().map(problem)) node_ref=summary/>
            <Field
                name="email"
                label="E-post"
                kind="email"
                value=form.email
                autocomplete="username"
                error=Signal::derive(move || error.get().filter(|error| *error == LogInError::Email).map(LogInError::sentence))
            />
            <PasswordField
                label="Lösenord"
                autocomplete="current-password"
                error=Signal::derive(move || error.get().filter(|error| *error == LogInError::Password).map(LogInError::sentence))
                shown
            />
            <button class="button">{label}</button>
            <p class="quiet">{if form.can_send_link {
                view! { <a href=paths::FORGOTTEN>"Har du glömt lösenordet?"</a> }.into_any()
            } else {
                "Har du glömt lösenordet? Be den som sköter webbplatsen om en ny länk.".into_any()
            }}</p>
        </ActionForm>
    }
}

fn problem(error: LogInError) -> Problem {
    Problem { sentence: error.sentence(), field: error.field() }
}
