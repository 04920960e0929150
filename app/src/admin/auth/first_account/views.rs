//! The form for the first account, and what is left when somebody has one.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::MakeFirstAccount;
use super::handlers::Typed;
use crate::admin::flash::Flash;
use crate::paths;
use crate::ui::{Field, IdempotencyKey};

/// Shows the form with what was typed and why it was refused.
pub(super) fn form(code: &str, flash: &Flash<Typed>) -> impl IntoView {
    let Typed { name, email } = flash.more.clone();
    let error = |field: &str| Signal::stored(flash.errors.message_for(field).map(str::to_owned));
    view! {
        <form class="login" method="post" action=MakeFirstAccount::url() novalidate=true>
            <IdempotencyKey/>
            <h1>"Skapa det första kontot"</h1>
            {flash.notice(None)}
            <p>"Webbplatsen är tom och väntar på dig. Du blir administratör och kan bjuda in fler sedan."</p>
            <input type="hidden" name="code" value=code.to_owned()/>
            <Field name="name" label="Ditt namn" kind="text" value=name autocomplete="name" error=error("name")/>
            <Field
                name="email"
                label="E-post"
                kind="email"
                value=email
                autocomplete="username"
                hint="Den här adressen loggar du in med."
                error=error("email")
            />
            <Field
                name="password"
                label="Lösenord"
                kind="password"
                autocomplete="new-password"
                hint="Minst 12 tecken. Några ord efter varandra är lätta att minnas."
                error=error("password")
            />
            <button class="button">"Skapa kontot"</button>
        </form>
    }
}

/// Says that the link opens nothing, and what does.
pub(super) fn link_gone() -> impl IntoView {
    view! {
        <div class="login">
            <h1>"Länken gäller inte längre"</h1>
            <p>
                "Länken till det första kontot går att använda en gång, inom ett dygn. Finns det redan ett konto "
                "öppnar den ingenting."
            </p>
            <p>
                "Har ingen ett konto än? Be den som sköter servern starta om webbplatsen. Då visar loggen en ny länk."
            </p>
            <p>"Har du ett konto? " <a href=paths::LOG_IN>"Logga in"</a></p>
        </div>
    }
}
