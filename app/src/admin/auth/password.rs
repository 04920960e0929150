//! `/admin/losenord/{token}`: choosing a password.

use leptos::html::Div;
use leptos::prelude::*;

use super::error_summary::{ErrorSummary, Problem};
use super::follow_outcome::follow_outcome;
use super::header::Header;
use super::password_field::PasswordField;
use crate::paths;
use crate::staff::api::{ChoosePassword, password_page};
use crate::staff::{PasswordError, PasswordForm};
use crate::ui::{IdempotencyKey, PageMeta, page, param};

/// The page behind a single-use link, on which an account's owner chooses a password.
#[component]
pub(in crate::admin) fn PasswordPage() -> impl IntoView {
    let token = param("token");
    let form = page(token, password_page, move |form: Option<PasswordForm>| match form {
        Some(form) => view! { <Form form token=token()/> }.into_any(),
        None => view! { <LinkGone/> }.into_any(),
    });
    view! {
        <Header/>
        <main id="innehall" tabindex="-1" class="wrap">{form}</main>
    }
}

#[component]
fn Form(form: PasswordForm, token: String) -> impl IntoView {
    let action = ServerAction::<ChoosePassword>::new();
    let title = if form.error.is_some() { "Fel: Välj lösenord" } else { "Välj lösenord" };
    let error = RwSignal::new(form.error);
    let summary = NodeRef::<Div>::new();
    follow_outcome(action, error, summary);
    let shown = RwSignal::new(false);
    let field_error = move || error.get().filter(|error| error.field().is_some());
    view! {
        <PageMeta title robots="noindex"/>
        <ActionForm action attr:class="login" attr:novalidate=true on:submit=move |_| shown.set(false)>
            <IdempotencyKey/>
            <h1>"Välj lösenord"</h1>
            <ErrorSummary problem=Signal::derive(move || error.get().map(problem)) node_ref=summary/>
            <p>{format!("Hej, {}! Du loggar in med adressen ", form.name)} <b>{form.email.clone()}</b> "."</p>
            <input type="hidden" name="token" value=token/>
            // Without a name it is not sent: it tells password managers whose password this is.
            <input type="text" autocomplete="username" value=form.email readonly=true hidden=true/>
            <PasswordField
                label="Nytt lösenord"
                autocomplete="new-password"
                hint="Minst 12 tecken. Några ord efter varandra är lätta att minnas."
                error=Signal::derive(move || field_error().map(|error| error.sentence().to_owned()))
                shown
            />
            <button class="button">"Spara lösenordet"</button>
        </ActionForm>
    }
}

fn problem(error: PasswordError) -> Problem {
    Problem { sentence: error.sentence().to_owned(), field: error.field() }
}

#[component]
fn LinkGone() -> impl IntoView {
    view! {
        <PageMeta title="Länken gäller inte längre" robots="noindex"/>
        <div class="login">
            <h1>"Länken gäller inte längre"</h1>
            <p>"En länk går att använda en gång, och bara en tid. Be den som sköter webbplatsen om en ny."</p>
            <p>"Har du redan valt ett lösenord? " <a href=paths::LOG_IN>"Logga in"</a></p>
        </div>
    }
}
